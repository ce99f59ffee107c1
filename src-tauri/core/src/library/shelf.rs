//! The library as it is looked through: read whole, and kept until the next change.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{LibraryDocument, LibraryDocumentId, LibraryPlace, store};
use crate::attachments::{self, AttachmentOwner};
use crate::roster::search_text;
use crate::vault::{Reader, VaultError};

/// All documents, the newest first.
pub(super) struct Shelf(pub(super) Vec<Volume>);

/// A document with what can be found of it.
pub(super) struct Volume {
    pub(super) id: LibraryDocumentId,
    pub(super) document: LibraryDocument,
    /// Names of its files.
    pub(super) files: Vec<String>,
    /// In how many sessions it was learnt.
    pub(super) sessions: u32,
    /// What is written in it: its own text, then that of its files.
    pub(super) texts: Vec<Text>,
}

/// Something that is long enough to be found by its characters alone.
pub(super) struct Text {
    /// `正文`, `文件“通知.docx”`
    pub(super) place: String,
    pub(super) text: String,
    /// As it is compared.
    pub(super) plain: String,
}

impl Text {
    fn new(place: String, text: String) -> Self {
        Self { place, plain: search_text(&text), text }
    }
}

impl Shelf {
    pub(super) fn of(reader: &Reader<'_>) -> Result<Arc<Self>, VaultError> {
        reader.kept(Self::read)
    }

    fn read(reader: &Reader<'_>) -> Result<Self, VaultError> {
        let mut written = BTreeMap::<_, Vec<_>>::new();
        for (id, name, text) in attachments::texts(reader)? {
            written.entry(id).or_default().push(Text::new(format!("文件“{name}”"), text));
        }
        let mut learnt = BTreeMap::<_, u32>::new();
        for (place, id) in store::placed(reader)? {
            if matches!(place, LibraryPlace::Session(_)) {
                *learnt.entry(id).or_default() += 1;
            }
        }
        let mut volumes = Vec::new();
        for document in store::documents(reader)? {
            let Some(id) = document.id else { continue };
            let files = attachments::of(reader, AttachmentOwner::Document(id))?;
            let own = Some(document.text.clone()).filter(|text| !text.is_empty());
            let own = own.map(|text| Text::new("正文".to_owned(), text));
            volumes.push(Volume {
                id,
                files: files.into_iter().map(|file| file.name).collect(),
                sessions: learnt.get(&id).copied().unwrap_or_default(),
                texts: own.into_iter().chain(written.remove(&id).unwrap_or_default()).collect(),
                document,
            });
        }
        Ok(Self(volumes))
    }
}

//! What a template can see: the templates, the document as data, the attachments, the fonts. Nothing else exists.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use serde_json::{Value, json};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::{self, FontStore};
use zhibu_core::outside::{Attachment, Document, Gap, TypesetError};

use super::qr::Qr;
use crate::text::{Proof, breakable};

/// Families that show nothing, the same for everything, or pictures in colour, which paper for the archive cannot hold.
const NO_FACES: [&str; 5] = ["emoji", "last resort", "lastresort", "fallback", "blank"];

/// All templates, those of papers and what they share. File names inside are fixed, or numbered up to a limit: Typst keeps
/// every name it has seen for as long as the process lives.
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The files of a folder and of the folders in it.
fn files(folder: &'static Dir<'static>) -> Box<dyn Iterator<Item = &'static include_dir::File<'static>>> {
    Box::new(folder.files().chain(folder.dirs().flat_map(files)))
}

/// What does not change from job to job.
struct Shop {
    library: LazyHash<Library>,
    fonts: FontStore,
    templates: HashMap<FileId, Source>,
    /// A bit for each code point that some font can show.
    faces: Vec<u64>,
}

static SHOP: LazyLock<Shop> = LazyLock::new(|| {
    let mut fonts = FontStore::new();
    fonts.extend(fonts::system().filter(|(_, info)| {
        let family = info.family.to_lowercase();
        !NO_FACES.iter().any(|none| family.contains(none))
    }));
    let mut faces = vec![0_u64; 0x11_0000 / 64];
    for code in (0..).map_while(|index| fonts.book().info(index)).flat_map(|info| info.coverage.iter()) {
        if let Some(word) = faces.get_mut(code as usize / 64) {
            *word |= 1 << (code % 64);
        }
    }
    let source = |file: &include_dir::File<'_>| {
        let id = file_id(file.path().to_str()?)?;
        Some((id, Source::new(id, file.contents_utf8()?.to_owned())))
    };
    Shop {
        library: LazyHash::new(Library::default()),
        fonts,
        templates: files(&TEMPLATES).filter_map(source).collect(),
        faces,
    }
});

/// Whether some font can show a character.
pub(crate) fn has_face(c: char) -> bool {
    let code = u32::from(c);
    SHOP.faces.get(code as usize / 64).is_some_and(|word| word >> (code % 64) & 1 == 1)
}

/// One document on its way to paper.
pub(super) struct Job {
    shop: &'static Shop,
    main: FileId,
    files: HashMap<FileId, Bytes>,
    /// What its pages leave out.
    pub(super) gaps: Vec<Gap>,
}

impl Job {
    /// `lost`: texts that no font could shape when it was tried before.
    pub(super) fn new(
        document: &dyn Document,
        attachments: &[Attachment],
        lost: &BTreeSet<String>,
    ) -> Result<Self, TypesetError> {
        let qr = document.qr().map(Qr::new).transpose()?;
        let failed = |error: serde_json::Error| TypesetError::Failed(error.to_string());
        let mut data = serde_json::from_slice(&document.data().map_err(failed)?).map_err(failed)?;
        let mut proof = Proof::new(&has_face, lost);
        proofread(&mut data, &mut proof);
        let list = attachments.iter().enumerate().map(|(index, file)| {
            json!({ "path": format!("attachment-{index}"), "name": file.name, "mime": file.mime,
                    "description": file.description })
        });
        let mut files = vec![
            ("document.json".to_owned(), Bytes::from_string(data.to_string())),
            ("qr.json".to_owned(), Bytes::from_string(json!(qr).to_string())),
            ("mark_rect.json".to_owned(), Bytes::from_string(json!(super::MARK_RECT).to_string())),
            ("attachments.json".to_owned(), Bytes::from_string(list.collect::<Value>().to_string())),
        ];
        files.extend(
            attachments
                .iter()
                .enumerate()
                .map(|(index, file)| (format!("attachment-{index}"), Bytes::new(file.bytes.clone()))),
        );
        files.extend(
            document.photos().iter().map(|photo| (format!("photo-{}", photo.number), Bytes::new(photo.bytes.clone()))),
        );
        let unnamable = || TypesetError::Failed("unnamable file".to_owned());
        let files = files.into_iter().map(|(name, bytes)| file_id(&name).map(|id| (id, bytes)));
        Ok(Self {
            shop: &SHOP,
            main: file_id(&format!("{}.typ", document.template())).ok_or_else(unnamable)?,
            files: files.collect::<Option<_>>().ok_or_else(unnamable)?,
            gaps: proof.gaps,
        })
    }
}

/// Every text of a document as paper can show it: the one place through which all papers' texts go.
fn proofread(data: &mut Value, proof: &mut Proof<'_>) {
    match data {
        Value::String(text) => *text = breakable(&proof.read(text)),
        Value::Array(parts) => parts.iter_mut().for_each(|part| proofread(part, proof)),
        Value::Object(parts) => parts.values_mut().for_each(|part| proofread(part, proof)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

impl World for Job {
    fn library(&self) -> &LazyHash<Library> {
        &self.shop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.shop.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shop.templates.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shop.fonts.font(index)
    }

    /// Nothing: a page says only what its document says.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file_id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

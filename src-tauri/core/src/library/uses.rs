//! Where documents are learnt or spoken of.

use std::collections::{BTreeMap, BTreeSet};

use super::{LibraryDocument, LibraryDocumentId, LibraryError, LibraryPlace, LibraryUsesRequest, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::vault::{Done, Reader, Tx, VaultError};

/// What is said of a document that is named and no more there.
pub const GONE: &str = "选的文件里有一份已不在文库里，请重新选择";

/// Which documents are used at every place that has any.
///
/// # Errors
/// [`VaultError`].
pub fn placed(reader: &Reader<'_>) -> Result<BTreeMap<LibraryPlace, Vec<LibraryDocumentId>>, VaultError> {
    let mut placed = BTreeMap::<_, Vec<_>>::new();
    for (place, document) in store::placed(reader)? {
        placed.entry(place).or_default().push(document);
    }
    Ok(placed)
}

/// The documents of a place as papers name them: `《党章》（示例〔2026〕1号）`.
///
/// # Errors
/// [`VaultError`].
pub fn names_at(reader: &Reader<'_>, place: LibraryPlace) -> Result<Vec<String>, VaultError> {
    let ids = placed(reader)?.remove(&place).unwrap_or_default();
    let found = ids.into_iter().map(|id| store::document(reader, id)).collect::<Result<Vec<_>, _>>()?;
    Ok(found.iter().flatten().map(name).collect())
}

fn name(document: &LibraryDocument) -> String {
    let number = if document.number.is_empty() { String::new() } else { format!("（{}）", document.number) };
    // A title that brings its own marks keeps them.
    if document.title.contains('《') {
        format!("{}{number}", document.title)
    } else {
        format!("《{}》{number}", document.title)
    }
}

/// Whether the library has all of these.
///
/// # Errors
/// [`VaultError`].
pub fn are_there(reader: &Reader<'_>, documents: &[LibraryDocumentId]) -> Result<bool, VaultError> {
    for id in documents {
        if store::document(reader, *id)?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Writes down what is used at a place: all of it. What stays is not touched.
///
/// # Errors
/// [`VaultError`].
pub fn set_documents(tx: &Tx<'_>, place: LibraryPlace, documents: &[LibraryDocumentId]) -> Result<(), VaultError> {
    let before: BTreeSet<_> = placed(tx)?.remove(&place).unwrap_or_default().into_iter().collect();
    let wanted: BTreeSet<_> = documents.iter().copied().collect();
    for gone in before.difference(&wanted) {
        store::take(tx, place, *gone)?;
    }
    for (at, new) in documents.iter().enumerate() {
        if !before.contains(new) && !documents[..at].contains(new) {
            store::put(tx, place, *new)?;
        }
    }
    Ok(())
}

/// Says which documents are spoken of at a place.
///
/// # Errors
/// [`LibraryError::NoSuchPlace`]; [`LibraryError::Invalid`] for a document that is no more.
pub fn save_uses(desk: &mut Desk<'_>, request: LibraryUsesRequest) -> Result<Done<()>, LibraryError> {
    let LibraryUsesRequest { place, documents } = request;
    desk.transact("附上文库里的文件", |tx| {
        if !store::is_there(tx, place)? {
            return Err(LibraryError::NoSuchPlace);
        }
        let mut invalid = Invalid::default();
        if !are_there(tx, &documents)? {
            invalid.add("documents", GONE);
        }
        invalid.into_result()?;
        Ok(set_documents(tx, place, &documents)?)
    })
}

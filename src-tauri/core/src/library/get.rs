//! Reads one document.

use super::{LibraryDocumentId, LibraryError, LibraryView, store};
use crate::desk::Desk;
use crate::vault::Reader;

/// A document with where it was used.
///
/// # Errors
/// [`LibraryError::NoSuchDocument`].
pub fn get(desk: &mut Desk<'_>, id: LibraryDocumentId) -> Result<LibraryView, LibraryError> {
    desk.read(|reader| view(reader, id))
}

pub(super) fn view(reader: &Reader<'_>, id: LibraryDocumentId) -> Result<LibraryView, LibraryError> {
    let document = store::document(reader, id)?.ok_or(LibraryError::NoSuchDocument)?;
    Ok(LibraryView { document, uses: store::uses(reader, id)? })
}

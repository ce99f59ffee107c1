//! Removes a document.

use super::{LibraryDocumentId, LibraryError, LibraryPlace, LibraryUse, store};
use crate::attachments;
use crate::desk::Desk;
use crate::values::date_title;
use crate::vault::Done;

/// Removes a document that is used nowhere, with its files.
///
/// # Errors
/// [`LibraryError::NoSuchDocument`]; [`LibraryError::Used`] says where it is used.
pub fn delete(desk: &mut Desk<'_>, id: LibraryDocumentId) -> Result<Done<()>, LibraryError> {
    desk.transact("删除文库里的文件", |tx| {
        let document = store::document(tx, id)?.ok_or(LibraryError::NoSuchDocument)?;
        let places: Vec<_> = store::uses(tx, id)?.iter().map(said).collect();
        if !places.is_empty() {
            return Err(LibraryError::Used { title: document.title, places });
        }
        store::delete(tx, id)?;
        Ok(attachments::drop_homeless(tx)?)
    })
}

/// `2026年11月20日学习“学党章”`
pub(super) fn said(used: &LibraryUse) -> String {
    let LibraryUse { place, title, on } = used;
    match place {
        LibraryPlace::Session(_) => format!("{}学习“{title}”", date_title(*on)),
        LibraryPlace::Topic(_) => format!("{}计划的专题“{title}”", on.format("%Y年%-m月")),
        LibraryPlace::Meeting(_) => format!("{}会议“{title}”", date_title(*on)),
    }
}

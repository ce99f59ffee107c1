//! Adds or changes a document.

use super::{LibraryDocument, LibraryError, LibraryView, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::vault::Done;

/// Of a longer text the file is to be kept.
const LONGEST: usize = 200_000;

/// Adds or changes a document.
///
/// # Errors
/// [`LibraryError::NoSuchDocument`]; [`LibraryError::Invalid`] with the fields at fault.
pub fn save(desk: &mut Desk<'_>, document: LibraryDocument) -> Result<Done<LibraryView>, LibraryError> {
    let today = desk.today();
    let mut invalid = Invalid::default();
    if document.title.trim().is_empty() {
        invalid.add("title", "请填写标题");
    }
    if document.issued_on.is_some_and(|on| on > today) {
        invalid.add("issued_on", "日期不能晚于今天");
    }
    if document.text.chars().count() > LONGEST {
        invalid.add("text", "正文太长，请把它存成文件，在下面加入");
    }
    invalid.into_result()?;
    let label = format!("{}文库《{}》", if document.id.is_some() { "修改" } else { "加入" }, document.title.trim());
    desk.transact(label, |tx| {
        if let Some(id) = document.id {
            store::document(tx, id)?.ok_or(LibraryError::NoSuchDocument)?;
        }
        let id = store::save(tx, &document)?;
        get::view(tx, id)
    })
}

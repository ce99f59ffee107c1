//! Takes an entry out.

use super::EntryId;
use crate::desk::Desk;
use crate::development::{DevelopmentError, DevelopmentFileView, store, view};
use crate::vault::Done;

/// Takes out an entry that was made by mistake. What the roster says stays.
///
/// # Errors
/// [`DevelopmentError::NoSuchEntry`].
pub fn delete_entry(desk: &mut Desk<'_>, id: EntryId) -> Result<Done<DevelopmentFileView>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    let (file, kind) = desk.read(|reader| store::owner_of_entry(reader, id))?.ok_or(DevelopmentError::NoSuchEntry)?;
    desk.transact(format!("取消“{}”的登记", kind.title()), |tx| {
        store::delete_entry(tx, id)?;
        view::file_view(tx, rules, today, file)
    })
}

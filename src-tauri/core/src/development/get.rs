//! One file, whole.

use super::{DevelopmentError, DevelopmentFileId, DevelopmentFileView, view};
use crate::desk::Desk;

/// One file with its steps, materials and findings.
///
/// # Errors
/// [`DevelopmentError::NotFound`].
pub fn get(desk: &mut Desk<'_>, id: DevelopmentFileId) -> Result<DevelopmentFileView, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| view::file_view(reader, rules, today, id))
}

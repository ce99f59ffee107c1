//! Notes the branch's own intention for a step.

use super::{DevelopmentError, DevelopmentFileView, IntentionRequest, store, view};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::vault::Done;

/// Notes, or takes back, on which day the branch means to do a step.
///
/// # Errors
/// [`DevelopmentError::Invalid`] for a step that does not exist; [`DevelopmentError::NotFound`].
pub fn save_intention(
    desk: &mut Desk<'_>,
    request: IntentionRequest,
) -> Result<Done<DevelopmentFileView>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    let IntentionRequest { file, step, on } = request;
    let mut invalid = Invalid::default();
    if !(1..=25).contains(&step) {
        invalid.add("step", format!("没有第{step}步"));
    }
    invalid.into_result()?;
    desk.transact("登记打算办理的日期", |tx| {
        store::file(tx, file)?;
        store::save_intention(tx, file, step, on)?;
        view::file_view(tx, rules, today, file)
    })
}

//! Closes a file before its end, or opens it again.

use super::{DevelopmentCloseRequest, DevelopmentError, DevelopmentFileView, store, view};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::vault::Done;

/// Closes a file before its end, or opens it again. What the roster says stays.
///
/// # Errors
/// [`DevelopmentError::Invalid`] without a reason or with a day in the future; [`DevelopmentError::NotFound`].
pub fn close(
    desk: &mut Desk<'_>,
    request: DevelopmentCloseRequest,
) -> Result<Done<DevelopmentFileView>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    let DevelopmentCloseRequest { id, mut closed } = request;
    let mut invalid = Invalid::default();
    if let Some(closed) = &mut closed {
        closed.reason = closed.reason.trim().to_owned();
        if closed.reason.is_empty() {
            invalid.add("closed.reason", "请填写原因");
        }
        if closed.on > today {
            invalid.add("closed.on", "日期不能晚于今天");
        }
    }
    invalid.into_result()?;
    let label = if closed.is_some() { "结束发展党员档案" } else { "重新打开发展党员档案" };
    desk.transact(label, |tx| {
        store::file(tx, id)?;
        store::close(tx, id, closed.as_ref())?;
        view::file_view(tx, rules, today, id)
    })
}

//! Closes a file before its end, or opens it again.

use super::{DevelopmentCloseRequest, DevelopmentClosed, DevelopmentError, DevelopmentFileView, store, view};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::vault::Done;

/// Closes a file before its end, or opens it again.
///
/// # Errors
/// [`DevelopmentError::Invalid`] without a reason or on a day in the future; [`DevelopmentError::NotFound`].
pub fn close(
    desk: &mut Desk<'_>,
    request: DevelopmentCloseRequest,
) -> Result<Done<DevelopmentFileView>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    let closed = request.on.map(|on| DevelopmentClosed { on, reason: request.reason.trim().to_owned() });
    let mut invalid = Invalid::default();
    if closed.as_ref().is_some_and(|closed| closed.on > today) {
        invalid.add("on", "日期不能晚于今天");
    }
    if closed.as_ref().is_some_and(|closed| closed.reason.is_empty()) {
        invalid.add("reason", "请写明为什么不再办理");
    }
    invalid.into_result()?;
    let label = if closed.is_some() { "关闭发展党员档案" } else { "恢复发展党员档案" };
    desk.transact(label, |tx| {
        store::close(tx, request.id, closed.as_ref())?;
        view::file_view(tx, rules, today, request.id)
    })
}

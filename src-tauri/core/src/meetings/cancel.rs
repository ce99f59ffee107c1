//! Calls a meeting off.

use super::{MeetingCancelRequest, MeetingError, MeetingState, MeetingView, correction, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::vault::Done;

/// Calls a meeting off; it stays in the list with its reason.
///
/// # Errors
/// [`MeetingError::Held`] once attendance was recorded; [`MeetingError::Invalid`] without a reason.
pub fn cancel(desk: &mut Desk<'_>, request: MeetingCancelRequest) -> Result<Done<MeetingView>, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.transact("取消会议", |tx| {
        if correction::open_head(tx, request.id)?.state == MeetingState::Held {
            return Err(MeetingError::Held);
        }
        let mut invalid = Invalid::default();
        if request.reason.trim().is_empty() {
            invalid.add("reason", "请填写取消的原因");
        }
        invalid.into_result()?;
        store::cancel(tx, request.id, &request.reason)?;
        get::view(tx, request.id, rules, today)
    })
}

//! Saves what a meeting was about and what it resolved.

use super::{MeetingError, MeetingRecordRequest, MeetingState, MeetingView, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::vault::Done;

/// Saves agenda, contents and resolutions, every word as entered (trap 13).
///
/// # Errors
/// [`MeetingError::Invalid`] with the fields at fault; [`MeetingError::Cancelled`].
pub fn save_record(desk: &mut Desk<'_>, request: MeetingRecordRequest) -> Result<Done<MeetingView>, MeetingError> {
    let today = desk.today();
    desk.transact("填写会议记录", |tx| {
        let found = store::head(tx, request.id)?.ok_or(MeetingError::NoSuchMeeting)?;
        if found.state == MeetingState::Cancelled {
            return Err(MeetingError::Cancelled);
        }
        let mut invalid = Invalid::default();
        for (index, item) in request.agenda.iter().enumerate() {
            if item.title.trim().is_empty() {
                invalid.add(format!("agenda.{index}.title"), "请填写议题");
            }
        }
        for (index, resolution) in request.resolutions.iter().enumerate() {
            if resolution.text.trim().is_empty() {
                invalid.add(format!("resolutions.{index}.text"), "请填写决议内容");
            }
        }
        invalid.into_result()?;
        store::save_record(tx, request.id, &request.agenda, &request.resolutions)?;
        get::view(tx, request.id, today)
    })
}

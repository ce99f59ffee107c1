//! Removes a meeting of which nothing was recorded.

use super::{MeetingError, MeetingId, MeetingState, correction, store};
use crate::desk::Desk;
use crate::vault::Done;
use crate::{appraisal, attachments, elections, tasks};

/// Removes a plan. Whatever was recorded stays for good: attendance, contents, resolutions, that it was called off.
///
/// # Errors
/// [`MeetingError::Recorded`], [`MeetingError::Reported`]; [`MeetingError::HasElection`],
/// [`MeetingError::HasAppraisal`].
pub fn delete(desk: &mut Desk<'_>, id: MeetingId) -> Result<Done<()>, MeetingError> {
    desk.transact("删除会议", |tx| {
        let found = store::head(tx, id)?.ok_or(MeetingError::NoSuchMeeting)?;
        if found.state != MeetingState::Planned
            || found.has_record
            || attachments::any_of_meeting(tx, id)?
            || tasks::any_noted_at(tx, id)?
        {
            return Err(MeetingError::Recorded);
        }
        if elections::any_of_meeting(tx, id)? {
            return Err(MeetingError::HasElection);
        }
        if appraisal::any_of_meeting(tx, id)? {
            return Err(MeetingError::HasAppraisal);
        }
        correction::check_open(tx, id)?;
        store::delete(tx, id)?;
        Ok(())
    })
}

//! Removes a vote.

use crate::desk::Desk;
use crate::meetings::{MeetingError, MeetingView, VoteRef, correction, get, store};
use crate::vault::Done;

/// Removes a vote that was entered by mistake.
///
/// # Errors
/// [`MeetingError::NoSuchVote`], [`MeetingError::InDevelopment`].
pub fn delete_vote(desk: &mut Desk<'_>, vote: VoteRef) -> Result<Done<MeetingView>, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.transact("删除表决", |tx| {
        correction::open_head(tx, vote.meeting)?;
        if store::is_in_development(tx, vote)? {
            return Err(MeetingError::InDevelopment);
        }
        if !store::delete_vote(tx, vote)? {
            return Err(MeetingError::NoSuchVote);
        }
        get::view(tx, vote.meeting, rules, today)
    })
}

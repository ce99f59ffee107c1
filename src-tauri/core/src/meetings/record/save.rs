//! Saves what a meeting was about and what it resolved.

use crate::desk::Desk;
use crate::meetings::{MeetingError, MeetingRecordRequest, MeetingView, correction, get, store};
use crate::problem::Invalid;
use crate::vault::{Done, VaultError};

/// Saves agenda, contents and resolutions, every word as entered (trap 13). What is only begun, an item without its
/// title or words without their speaker, is kept too; the meeting's findings say what it lacks.
///
/// # Errors
/// [`MeetingError::Invalid`] with the fields at fault; [`MeetingError::FollowedUp`] for a resolution that would vanish;
/// [`MeetingError::Cancelled`], [`MeetingError::Reported`].
pub fn save_record(desk: &mut Desk<'_>, request: MeetingRecordRequest) -> Result<Done<MeetingView>, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.transact("填写会议记录", |tx| {
        correction::open_head(tx, request.id)?;
        let mut invalid = Invalid::default();
        for (index, item) in request.agenda.iter().enumerate() {
            if item.title.trim().is_empty() && item.content.trim().is_empty() && item.points.is_empty() {
                invalid.add(format!("agenda.{index}.title"), "请填写议题");
            }
            for (number, point) in item.points.iter().enumerate() {
                if point.speaker.trim().is_empty() && point.content.trim().is_empty() {
                    invalid.add(format!("agenda.{index}.points.{number}.speaker"), "请填写发言人");
                }
            }
        }
        for (index, resolution) in request.resolutions.iter().enumerate() {
            if resolution.text.trim().is_empty() {
                invalid.add(format!("resolutions.{index}.text"), "请填写决议内容");
            }
        }
        invalid.into_result()?;
        store::save_agenda(tx, request.id, &request.agenda)?;
        let dropped = store::resolutions(tx, request.id)?.into_iter().filter_map(|stored| stored.id);
        let mut dropped = dropped.filter(|id| request.resolutions.iter().all(|kept| kept.id != Some(*id)));
        if dropped.try_fold(false, |any, id| Ok::<_, VaultError>(any || store::is_followed_up(tx, id)?))? {
            return Err(MeetingError::FollowedUp);
        }
        store::save_resolutions(tx, request.id, &request.resolutions)?;
        get::view(tx, request.id, rules, today)
    })
}

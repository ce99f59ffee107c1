//! A new meeting after the pattern of an earlier one.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AgendaItem, MeetingError, MeetingHead, MeetingId, MeetingView, get, store};
use crate::desk::Desk;
use crate::vault::Done;

/// Plans a meeting after the pattern of an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingCopyRequest {
    /// The earlier one.
    pub id: MeetingId,
    /// Planned start of the new one, local.
    pub planned_at: NaiveDateTime,
}

/// Plans a meeting with the kinds, title, place, people and agenda of an earlier one. What was said, decided and
/// attended is not copied (trap 13).
///
/// # Errors
/// [`MeetingError::NoSuchMeeting`].
pub fn copy(desk: &mut Desk<'_>, request: MeetingCopyRequest) -> Result<Done<MeetingView>, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.transact("照以前的会议新建会议", |tx| {
        let before = store::head(tx, request.id)?.ok_or(MeetingError::NoSuchMeeting)?.head;
        let head = MeetingHead {
            id: None,
            planned_at: request.planned_at,
            started_at: None,
            ended_at: None,
            lecture_topic: String::new(),
            lecture_hours: None,
            activity: String::new(),
            ..before
        };
        let id = store::save_head(tx, &head)?;
        let agenda = store::agenda(tx, request.id)?;
        let titles = agenda.into_iter().map(|item| AgendaItem { title: item.title, ..AgendaItem::default() });
        // An item that is only begun has no title yet.
        let titles: Vec<_> = titles.filter(|item| !item.title.is_empty()).collect();
        store::save_agenda(tx, id, &titles)?;
        get::view(tx, id, rules, today)
    })
}

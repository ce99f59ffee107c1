//! Begins to correct a meeting that a signed report counts.

use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::newest_signed;
use crate::desk::Desk;
use crate::meetings::{MeetingError, MeetingId, MeetingView, get, store};
use crate::problem::Invalid;
use crate::vault::Done;

/// Begins to correct a meeting that a signed report counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingCorrectRequest {
    pub id: MeetingId,
    pub reason: String,
}

/// Notes why a meeting is corrected; from then on it can be changed, until the report is signed again.
///
/// # Errors
/// [`MeetingError::Invalid`] without a reason; [`MeetingError::NotReported`] where none is needed.
pub fn correct(desk: &mut Desk<'_>, request: MeetingCorrectRequest) -> Result<Done<MeetingView>, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.transact("更正已报送季度的会议", |tx| {
        let day = store::head(tx, request.id)?.ok_or(MeetingError::NoSuchMeeting)?.head.day();
        let newest = newest_signed(tx, day)?.ok_or(MeetingError::NotReported)?;
        let mut invalid = Invalid::default();
        if request.reason.trim().is_empty() {
            invalid.add("reason", "请填写更正的原因");
        }
        invalid.into_result()?;
        let sql = "INSERT INTO meeting_correction (meeting_id, version_id, begun_on, reason) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET reason = excluded.reason";
        tx.execute(sql, params![request.id.0, newest.id, today, request.reason.trim()])?;
        get::view(tx, request.id, rules, today)
    })
}

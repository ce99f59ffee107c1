//! A meeting that a signed report has counted is corrected only with a reason.

use chrono::NaiveDate;
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store::{self, Head};
use super::{MeetingError, MeetingId, MeetingState, MeetingView, get};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::values::Quarter;
use crate::vault::{Done, Reader, VaultError};

/// The signed report that counts a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Reported {
    /// Of which quarter.
    pub quarter: Quarter,
    /// Its newest signed version, from 1.
    pub version: u32,
    /// Why the meeting is being corrected since; `None` while it stands as it was signed.
    pub reason: Option<String>,
}

/// Begins to correct a meeting that a signed report counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingCorrectRequest {
    /// Which meeting.
    pub id: MeetingId,
    /// Why.
    pub reason: String,
}

/// Notes why a meeting is corrected; from then on it can be changed, until the quarter's report is signed again.
///
/// # Errors
/// [`MeetingError::Invalid`] without a reason; [`MeetingError::NotReported`] where none is needed.
pub fn correct(desk: &mut Desk<'_>, request: MeetingCorrectRequest) -> Result<Done<MeetingView>, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.transact("更正已报送季度的会议", |tx| {
        let day = store::head(tx, request.id)?.ok_or(MeetingError::NoSuchMeeting)?.head.day();
        let newest = newest_signed(tx, Quarter::of(day))?.ok_or(MeetingError::NotReported)?;
        let mut invalid = Invalid::default();
        if request.reason.trim().is_empty() {
            invalid.add("reason", "请填写更正的原因");
        }
        invalid.into_result()?;
        let sql = "INSERT INTO meeting_correction (meeting_id, version_id, begun_on, reason) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET reason = excluded.reason";
        tx.execute(sql, params![request.id.0, newest.0, today, request.reason.trim()])?;
        get::view(tx, request.id, rules, today)
    })
}

/// The signed report that counts a meeting held on `day`.
pub(super) fn reported(reader: &Reader<'_>, id: MeetingId, day: NaiveDate) -> Result<Option<Reported>, VaultError> {
    let quarter = Quarter::of(day);
    let Some((signed, version)) = newest_signed(reader, quarter)? else { return Ok(None) };
    let sql = "SELECT reason FROM meeting_correction WHERE meeting_id = ? AND version_id = ?";
    let reason = reader.first(sql, [id.0, signed], |row| row.get(0))?;
    Ok(Some(Reported { quarter, version, reason }))
}

/// The newest signed report of a quarter: its key and its version. The reports' table is read, for that room is above.
fn newest_signed(reader: &Reader<'_>, quarter: Quarter) -> Result<Option<(i64, u32)>, VaultError> {
    let sql = "SELECT id, version FROM report_version WHERE quarter = ? ORDER BY version DESC LIMIT 1";
    reader.first(sql, [quarter.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Refuses a change to what a meeting's minutes say while they are closed.
///
/// # Errors
/// [`MeetingError::NoSuchMeeting`], [`MeetingError::Cancelled`], [`MeetingError::Reported`].
pub fn check_open(reader: &Reader<'_>, id: MeetingId) -> Result<(), MeetingError> {
    open_head(reader, id).map(drop)
}

/// The head of a meeting that may be changed: it was not called off, and no signed report rests on it.
pub(super) fn open_head(reader: &Reader<'_>, id: MeetingId) -> Result<Head, MeetingError> {
    let found = store::head(reader, id)?.ok_or(MeetingError::NoSuchMeeting)?;
    if found.state == MeetingState::Cancelled {
        return Err(MeetingError::Cancelled);
    }
    match reported(reader, id, found.head.day())? {
        Some(Reported { quarter, reason: None, .. }) => Err(MeetingError::Reported(quarter)),
        _ => Ok(found),
    }
}

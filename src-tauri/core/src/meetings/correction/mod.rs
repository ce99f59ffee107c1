//! A meeting that a signed report has counted is corrected only with a reason.

mod begin;
#[cfg(test)]
mod tests;

pub use begin::{MeetingCorrectRequest, correct};

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::store::{self, Head};
use super::{MeetingError, MeetingId, MeetingState};
use crate::values::Period;
use crate::vault::{Reader, VaultError};

/// The signed report that counts a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Reported {
    /// Of what.
    pub period: Period,
    /// Its newest signed version, from 1.
    pub version: u32,
    /// Why the meeting is being corrected since; `None` while it stands as it was signed.
    pub reason: Option<String>,
}

/// The signed report that counts a meeting held on `day`.
pub(super) fn reported(reader: &Reader<'_>, id: MeetingId, day: NaiveDate) -> Result<Option<Reported>, VaultError> {
    let Some(Signed { id: signed, period, version }) = newest_signed(reader, day)? else { return Ok(None) };
    let sql = "SELECT reason FROM meeting_correction WHERE meeting_id = ? AND version_id = ?";
    let reason = reader.first(sql, [id.0, signed], |row| row.get(0))?;
    Ok(Some(Reported { period, version, reason }))
}

/// A signed report.
pub(super) struct Signed {
    pub(super) id: i64,
    period: Period,
    version: u32,
}

/// The report that was signed last of those that cover a day. The reports' table is read, for that room is above.
pub(super) fn newest_signed(reader: &Reader<'_>, day: NaiveDate) -> Result<Option<Signed>, VaultError> {
    let sql = "SELECT id, period, version FROM report_version WHERE period IN (?, ?, ?) ORDER BY id DESC LIMIT 1";
    reader.first(sql, Period::all_with(day), |row| {
        Ok(Signed { id: row.get("id")?, period: row.get("period")?, version: row.get("version")? })
    })
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
        Some(Reported { period, reason: None, .. }) => Err(MeetingError::Reported(period)),
        _ => Ok(found),
    }
}

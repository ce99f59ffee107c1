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
use crate::values::Quarter;
use crate::vault::{Reader, VaultError};

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

/// The signed report that counts a meeting held on `day`.
pub(super) fn reported(reader: &Reader<'_>, id: MeetingId, day: NaiveDate) -> Result<Option<Reported>, VaultError> {
    let quarter = Quarter::of(day);
    let Some((signed, version)) = newest_signed(reader, quarter)? else { return Ok(None) };
    let sql = "SELECT reason FROM meeting_correction WHERE meeting_id = ? AND version_id = ?";
    let reason = reader.first(sql, [id.0, signed], |row| row.get(0))?;
    Ok(Some(Reported { quarter, version, reason }))
}

/// The newest signed report of a quarter: its key and its version. The reports' table is read, for that room is above.
pub(super) fn newest_signed(reader: &Reader<'_>, quarter: Quarter) -> Result<Option<(i64, u32)>, VaultError> {
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

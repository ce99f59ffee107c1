//! Lists meetings.

use super::{MeetingError, MeetingQuery, MeetingRow, store};
use crate::desk::Desk;

/// Meetings, newest first.
///
/// # Errors
/// When the file cannot be read.
pub fn list(desk: &mut Desk<'_>, query: MeetingQuery) -> Result<Vec<MeetingRow>, MeetingError> {
    desk.read(|reader| Ok(store::rows(reader, &query)?))
}

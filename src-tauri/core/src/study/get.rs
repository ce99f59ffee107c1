//! Reads one session.

use super::{StudyError, StudySessionId, StudySessionRow, store};
use crate::desk::Desk;

/// One session.
///
/// # Errors
/// [`StudyError::NoSuchSession`].
pub fn get(desk: &mut Desk<'_>, id: StudySessionId) -> Result<StudySessionRow, StudyError> {
    desk.read(|reader| store::session(reader, id)?.ok_or(StudyError::NoSuchSession))
}

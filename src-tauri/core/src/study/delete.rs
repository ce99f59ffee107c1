//! Removes a session.

use super::{StudyError, StudySessionId, store};
use crate::desk::Desk;
use crate::vault::Done;

/// Removes a session, with everyone's hours in it.
///
/// # Errors
/// [`StudyError::NoSuchSession`].
pub fn delete(desk: &mut Desk<'_>, id: StudySessionId) -> Result<Done<()>, StudyError> {
    desk.transact("删除学习记录", |tx| if store::delete(tx, id)? { Ok(()) } else { Err(StudyError::NoSuchSession) })
}

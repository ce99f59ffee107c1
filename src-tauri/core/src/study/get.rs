//! Reads one session.

use std::collections::BTreeSet;

use super::{StudyError, StudyPerson, StudySessionId, StudySessionView, store};
use crate::desk::Desk;
use crate::roster::{self, Member, Standing};
use crate::vault::{Reader, VaultError};

/// One session, with who was absent.
///
/// # Errors
/// [`StudyError::NoSuchSession`].
pub fn get(desk: &mut Desk<'_>, id: StudySessionId) -> Result<StudySessionView, StudyError> {
    desk.read(|reader| view(reader, id)?.ok_or(StudyError::NoSuchSession))
}

/// A session with who was there and who was not; `None` when there is none.
pub(super) fn view(reader: &Reader<'_>, id: StudySessionId) -> Result<Option<StudySessionView>, VaultError> {
    let Some(row) = store::session(reader, id)? else { return Ok(None) };
    let there: BTreeSet<_> =
        row.session.participants.iter().copied().chain(row.made_up.iter().map(|makeup| makeup.member)).collect();
    let person = |member: &Member| StudyPerson { member: member.id, name: member.record.name.clone() };
    // Someone may have left the roster of the day since, by a correction.
    let everyone = roster::everyone(reader)?;
    let present = everyone.iter().filter(|member| there.contains(&member.id)).map(|member| person(member)).collect();
    let members = roster::members_on(reader, row.session.held_on)?;
    let absent = members.iter().filter(|member| !there.contains(&member.id) && is_expected(member));
    Ok(Some(StudySessionView { present, absent: absent.map(|member| person(member)).collect(), row }))
}

/// Whether a member of that day is asked to come to study (B19, E04).
pub(super) fn is_expected(member: &Member) -> bool {
    !member.record.attendance_not_required && member.record.standing != Standing::Suspended
}

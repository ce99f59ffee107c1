//! The courses of those who hold an office (E02).

use super::StudySessionRow;
use crate::roster::{Aspect, Member, Office, Offices};
use crate::values::PartialDate;

/// The courses in which a member took part.
pub(super) fn courses_of<'a>(
    member: &'a Member,
    courses: &'a [StudySessionRow],
) -> impl Iterator<Item = &'a StudySessionRow> + 'a {
    courses.iter().filter(|row| row.session.participants.contains(&member.id))
}

/// Since when a member has been secretary without a break; `None` for who is not, and where that was before the file was
/// begun.
pub(super) fn secretary_since(member: &Member) -> Option<PartialDate> {
    let mut since = None;
    let mut is_secretary = false;
    for fact in member.facts_of(Aspect::Office) {
        let has = Offices::of_codes(&fact.value).is_some_and(|offices| offices.has(Office::Secretary));
        if has && !is_secretary {
            since = fact.since;
        }
        is_secretary = has;
    }
    since.filter(|_| is_secretary && member.record.offices.has(Office::Secretary))
}

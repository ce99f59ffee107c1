//! The courses of those who hold an office (E02).

use chrono::NaiveDate;

use super::{StudyKind, StudySessionRow};
use crate::roster::{Aspect, Member, MemberId, Office, Offices};
use crate::values::PartialDate;

/// On which day a course counts for who was there, or who made it up on a day. A 培训班 is held again, and who goes to a later
/// one has been trained; of another session nobody can say so, and what was read at home is no 集中培训.
pub(super) fn course_day(kind: StudyKind, held_on: NaiveDate, made_up_on: Option<NaiveDate>) -> Option<NaiveDate> {
    match made_up_on {
        None => Some(held_on),
        Some(on) => (kind == StudyKind::Course).then_some(on),
    }
}

/// On which day a member took a course; `None` for who did not.
pub(super) fn taken_on(member: MemberId, row: &StudySessionRow) -> Option<NaiveDate> {
    let makeup = row.made_up.iter().find(|makeup| makeup.member == member);
    if makeup.is_none() && !row.session.participants.contains(&member) {
        return None;
    }
    course_day(row.session.kind, row.session.held_on, makeup.map(|makeup| makeup.made_up_on))
}

/// The courses that a member took, each with its day.
pub(super) fn courses_of<'a>(
    member: &'a Member,
    courses: &'a [StudySessionRow],
) -> impl Iterator<Item = (NaiveDate, &'a StudySessionRow)> + 'a {
    courses.iter().filter_map(|row| Some((taken_on(member.id, row)?, row)))
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

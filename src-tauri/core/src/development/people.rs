//! Who of the people of a file stands in the roster, and what that says: whoever is developed, the mentors, the sponsors.

use std::sync::Arc;

use super::{DevelopmentFile, DevelopmentPerson, DevelopmentStage};
use crate::roster::{Member, MemberKind};

/// Those of the people of a file whom the roster knows. A name that two members have says nothing of either.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InRoster {
    /// Whoever is developed, once a member.
    pub person: Option<Arc<Member>>,
    /// Mentors, as far as they are members.
    pub(super) mentors: Vec<Arc<Member>>,
    /// Sponsors, as far as they are members.
    pub(super) sponsors: Vec<Arc<Member>>,
}

impl InRoster {
    /// Looks the people of a file up among the present members.
    pub(super) fn of(file: &DevelopmentFile, members: &[Arc<Member>]) -> Self {
        let named = |names: &[String]| {
            names.iter().filter_map(|name| only(members.iter().filter(|member| member.record.name == *name))).collect()
        };
        Self {
            person: person(file, members),
            mentors: named(&file.person.mentors),
            sponsors: named(&file.person.sponsors),
        }
    }
}

/// The one member whom a file can be about. The identity number tells; where one is missing, name and birth, as far as
/// both are known. Who is a full member is not meant while the file is one of somebody on probation.
fn person(file: &DevelopmentFile, members: &[Arc<Member>]) -> Option<Arc<Member>> {
    let by_number: Vec<_> = members.iter().filter(|member| same_number(member, &file.person) == Some(true)).collect();
    if !by_number.is_empty() {
        return only(by_number.into_iter());
    }
    let is_meant =
        |member: &&Arc<Member>| same_number(member, &file.person).is_none() && same_person(member, &file.person);
    let matching: Vec<_> = members.iter().filter(is_meant).collect();
    let is_on_probation =
        |member: &Member| member.record.kind == MemberKind::Probationary && member.record.converted.is_none();
    let on_probation: Vec<_> = matching.iter().copied().filter(|member| is_on_probation(member)).collect();
    if file.stage() == DevelopmentStage::Probationary && !on_probation.is_empty() {
        return only(on_probation.into_iter());
    }
    only(matching.into_iter())
}

/// `None` where one of the numbers is missing.
fn same_number(member: &Member, person: &DevelopmentPerson) -> Option<bool> {
    Some(member.record.id_number.as_ref()? == person.id_number.as_ref()?)
}

fn same_person(member: &Member, person: &DevelopmentPerson) -> bool {
    let births = member.record.birth.zip(person.birth);
    member.record.name == person.name && births.is_none_or(|(one, other)| one == other)
}

/// The only one there is.
fn only<'a>(mut members: impl Iterator<Item = &'a Arc<Member>>) -> Option<Arc<Member>> {
    let one = members.next()?;
    members.next().is_none().then(|| Arc::clone(one))
}

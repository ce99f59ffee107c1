//! Who of the people of a file stands in the roster: whoever is developed, the mentors, the sponsors.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{DevelopmentFile, DevelopmentPerson, Guide};
use crate::roster::{Member, MemberId, MemberKind};

/// The roster, ready to be asked for people by their names.
pub(super) struct Members {
    all: Vec<Arc<Member>>,
    by_name: BTreeMap<String, Vec<usize>>,
}

impl Members {
    /// Everybody who is or was in the roster.
    pub(super) fn of(all: Vec<Arc<Member>>) -> Self {
        let mut by_name = BTreeMap::<_, Vec<_>>::new();
        for (place, member) in all.iter().enumerate().filter(|(_, member)| member.left.is_none()) {
            by_name.entry(member.record.name.clone()).or_default().push(place);
        }
        Self { all, by_name }
    }

    /// The member with an id, present or former.
    pub(super) fn by_id(&self, id: MemberId) -> Option<Arc<Member>> {
        self.all.iter().find(|member| member.id == id).map(Arc::clone)
    }

    /// The member who is a mentor or a sponsor; of one who is only a name, the one present member of that name.
    pub(super) fn guide(&self, guide: &Guide) -> Option<Arc<Member>> {
        match guide.member {
            Some(id) => self.by_id(id),
            None => only(self.named(&guide.name)),
        }
    }

    fn named<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a Arc<Member>> {
        self.by_name.get(name).into_iter().flatten().map(|place| &self.all[*place])
    }

    /// The one present member whom a file can be about. The identity number tells; where one is missing, name and birth, as
    /// far as both are known. Who is a full member is not meant while there is one on probation.
    pub(super) fn person(&self, file: &DevelopmentFile) -> Option<Arc<Member>> {
        let present = || self.all.iter().filter(|member| member.left.is_none());
        let by_number: Vec<_> = match &file.person.id_number {
            Some(_) => present().filter(|member| same_number(member, &file.person) == Some(true)).collect(),
            None => Vec::new(),
        };
        if !by_number.is_empty() {
            return only(by_number.into_iter());
        }
        let is_meant =
            |member: &&Arc<Member>| same_number(member, &file.person).is_none() && same_birth(member, &file.person);
        let matching: Vec<_> = self.named(&file.person.name).filter(is_meant).collect();
        let is_on_probation =
            |member: &Member| member.record.kind == MemberKind::Probationary && member.record.converted.is_none();
        let on_probation: Vec<_> = matching.iter().copied().filter(|member| is_on_probation(member)).collect();
        if file.conversion_approval().is_none() && !on_probation.is_empty() {
            return only(on_probation.into_iter());
        }
        only(matching.into_iter())
    }
}

/// `None` where one of the numbers is missing.
fn same_number(member: &Member, person: &DevelopmentPerson) -> Option<bool> {
    Some(member.record.id_number.as_ref()? == person.id_number.as_ref()?)
}

fn same_birth(member: &Member, person: &DevelopmentPerson) -> bool {
    member.record.birth.zip(person.birth).is_none_or(|(one, other)| one == other)
}

/// The only one there is.
fn only<'a>(mut members: impl Iterator<Item = &'a Arc<Member>>) -> Option<Arc<Member>> {
    let one = members.next()?;
    members.next().is_none().then(|| Arc::clone(one))
}

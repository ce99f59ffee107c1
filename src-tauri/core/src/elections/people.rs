//! Who can be elected, and what they are called.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{ElectionError, ElectionPerson};
use crate::meetings::MeetingView;
use crate::roster::{self, MemberId};
use crate::vault::Reader;

/// The people of an election.
pub(super) struct People {
    /// Everyone who can be elected, by strokes.
    pub(super) eligible: Vec<ElectionPerson>,
    names: BTreeMap<MemberId, String>,
}

impl People {
    /// Those who may vote at the meeting can be elected (V02); at a meeting of the committee its members. `others` are
    /// known by name only.
    pub(super) fn of(
        reader: &Reader<'_>,
        meeting: &MeetingView,
        others: impl IntoIterator<Item = MemberId>,
    ) -> Result<Self, ElectionError> {
        let mut names: BTreeMap<_, _> = meeting.attendance.iter().map(|row| (row.member, row.name.clone())).collect();
        for id in others {
            if let Entry::Vacant(vacant) = names.entry(id) {
                let member = roster::member(reader, id)?;
                vacant.insert(member.map(|member| member.record.name).unwrap_or_default());
            }
        }
        let voting = meeting.attendance.iter().filter(|row| row.voting);
        let eligible = voting.map(|row| ElectionPerson { member: Some(row.member), name: row.name.clone() });
        Ok(Self { eligible: by_strokes(eligible.collect()), names })
    }

    /// The member of that id.
    pub(super) fn person(&self, id: MemberId) -> ElectionPerson {
        ElectionPerson { member: Some(id), name: self.names.get(&id).cloned().unwrap_or_default() }
    }

    /// Whether the member can be elected.
    pub(super) fn can_be_elected(&self, id: MemberId) -> bool {
        self.eligible.iter().any(|person| person.member == Some(id))
    }

    /// The one member of that name who can be elected.
    pub(super) fn only_one_named(&self, name: &str) -> Option<MemberId> {
        let mut named = self.eligible.iter().filter(|person| person.name == name);
        let one = named.next()?;
        if named.next().is_some() { None } else { one.member }
    }
}

/// In the order of a ballot: 按姓氏笔画, those of one name by their id.
pub(super) fn by_strokes(mut people: Vec<ElectionPerson>) -> Vec<ElectionPerson> {
    people.sort_by(|a, b| roster::by_strokes(&a.name, &b.name).then_with(|| a.member.cmp(&b.member)));
    people
}

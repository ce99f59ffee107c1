//! What changes with time about a member: dated facts, each in force until the next of its aspect.

mod leave_group;
mod rename;
mod save;
mod set_office;
#[cfg(test)]
mod tests;

pub(crate) use leave_group::{joined_group_after, leave_group};
pub(crate) use rename::rename;
pub use save::{delete_fact, save_facts};
pub(crate) use set_office::{OfficeChange, set_office};

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::stays::entries::Entries;
use super::{Discipline, Member, MemberId, MemberRecord, Offices, Standing};
use crate::values::{PartialDate, Span, titled};

/// Identifies a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct FactId(pub i64);

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// 党籍状态: `""` or `suspended`
    Standing,
    /// 党小组: its name
    PartyGroup,
    /// 党内职务: the codes of [`Offices`]
    Office,
    /// 所在单位: its name
    Unit,
    /// 流动党员: `yes`, and where to
    Mobile,
    /// 失联党员: `yes`, and in what way
    Lost,
    /// 不作硬性要求 (B19): `yes`
    AttendanceNotRequired,
    /// 停止表决权 (V02): `yes`
    VoteSuspended,
    /// 党纪处分: the code of [`Discipline`](super::Discipline), and for what
    Discipline,
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub id: FactId,
    /// What it is about.
    pub aspect: Aspect,
    /// What holds from then on; `""` is the ordinary case.
    pub value: String,
    /// Where to, or in what way.
    pub detail: String,
    /// From when; `None` when it was so before the file was begun. Where the day is not known it counts from the first
    /// possible one.
    pub since: Option<PartialDate>,
    pub why: String,
    /// The day on which it was entered; `None` for what an older file had.
    pub recorded_on: Option<NaiveDate>,
    /// Who entered it.
    pub recorded_by: String,
}

/// Sets the same fact for one or more members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FactsRequest {
    pub members: Vec<MemberId>,
    /// What it is about.
    pub aspect: Aspect,
    /// What holds from then on; `""` is the ordinary case.
    pub value: String,
    /// Where to, or in what way.
    #[serde(default)]
    pub detail: String,
    /// From when; not in the future. `None`: since before the file was begun, where nothing of the kind is there yet.
    pub since: Option<PartialDate>,
    #[serde(default)]
    pub why: String,
}

/// A change that is dated before, or together with, an earlier one of the same aspect.
pub(super) struct Clash {
    /// Of what.
    pub(super) aspect: Aspect,
    /// The day of the earlier one.
    pub(super) last: PartialDate,
}

impl Clash {
    /// One Chinese sentence.
    pub(super) fn message(&self) -> String {
        let (title, last) = (self.aspect.title(), self.last.title());
        format!("这个日期不在{title}的上一次变动（{last}）之后；要补记或改正以前的变动，请在“经历”里添加或删去")
    }
}

const YES: &str = "yes";

titled! { Aspect {
    Standing => "党籍状态",
    PartyGroup => "党小组",
    Office => "党内职务",
    Unit => "所在单位",
    Mobile => "流动",
    Lost => "失联",
    AttendanceNotRequired => "不作硬性要求",
    VoteSuspended => "停止表决权",
    Discipline => "党纪处分",
} }

impl Aspect {
    /// Value and detail as a record has them.
    pub(super) fn of(self, record: &MemberRecord) -> (String, String) {
        let yes = |yes: bool| if yes { YES.to_owned() } else { String::new() };
        match self {
            Self::Standing => {
                (if record.standing == Standing::Suspended { "suspended" } else { "" }.to_owned(), String::new())
            }
            Self::PartyGroup => (record.party_group.clone(), String::new()),
            Self::Office => (record.offices.codes(), String::new()),
            Self::Unit => (record.unit.clone(), String::new()),
            Self::Mobile => (
                yes(record.is_mobile),
                if record.is_mobile { record.mobile_destination.clone() } else { String::new() },
            ),
            Self::Lost => {
                (yes(record.is_lost), if record.is_lost { record.lost_reason.clone() } else { String::new() })
            }
            Self::AttendanceNotRequired => (yes(record.attendance_not_required), String::new()),
            Self::VoteSuspended => (yes(record.vote_suspended), String::new()),
            Self::Discipline => (record.discipline.map(Discipline::code).unwrap_or_default(), String::new()),
        }
    }

    /// Since when a record says that it is so, where the record has a place for that.
    pub(super) fn since(self, record: &MemberRecord) -> Option<PartialDate> {
        match self {
            Self::Mobile => record.mobile_since.filter(|_| record.is_mobile),
            Self::Lost => record.lost_contact_since.filter(|_| record.is_lost),
            _ => None,
        }
    }

    /// The field of a record that says since when.
    pub(super) fn day_field(self) -> &'static str {
        match self {
            Self::Mobile => "mobile_since",
            Self::Lost => "lost_contact_since",
            _ => "changed_since",
        }
    }

    /// Whether facts of this aspect can have `value`.
    pub(super) fn allows(self, value: &str) -> bool {
        match self {
            Self::PartyGroup | Self::Unit => true,
            Self::Standing => ["", "suspended"].contains(&value),
            Self::Office => Offices::of_codes(value).is_some(),
            Self::Discipline => value.is_empty() || Discipline::of_code(value).is_some(),
            Self::Mobile | Self::Lost | Self::AttendanceNotRequired | Self::VoteSuspended => ["", YES].contains(&value),
        }
    }

    /// Puts into the record what `fact` says; without one the ordinary case.
    fn put(self, fact: Option<&Fact>, record: &mut MemberRecord) {
        let (value, detail, since) = fact.map_or(("", "", None), |fact| (&fact.value, &fact.detail, fact.since));
        let yes = value == YES;
        match self {
            Self::Standing => {
                record.standing = if value == "suspended" { Standing::Suspended } else { Standing::Normal };
            }
            Self::PartyGroup => value.clone_into(&mut record.party_group),
            Self::Office => record.offices = Offices::of_codes(value).unwrap_or_default(),
            Self::Unit => value.clone_into(&mut record.unit),
            Self::Mobile => {
                (record.is_mobile, record.mobile_since) = (yes, since.filter(|_| yes));
                detail.clone_into(&mut record.mobile_destination);
            }
            Self::Lost => {
                (record.is_lost, record.lost_contact_since) = (yes, since.filter(|_| yes));
                detail.clone_into(&mut record.lost_reason);
            }
            Self::AttendanceNotRequired => record.attendance_not_required = yes,
            Self::VoteSuspended => record.vote_suspended = yes,
            Self::Discipline => record.discipline = Discipline::of_code(value),
        }
    }
}

/// The first day on which something certainly held that began at `since` and was entered on `recorded_on`: nobody neglects
/// a duty that may not have been there yet. Of a month or a year that is the last day, or the day of the entry in it.
pub fn certain_from(since: PartialDate, recorded_on: Option<NaiveDate>) -> NaiveDate {
    recorded_on.map_or(since.latest(), |recorded| recorded.clamp(since.earliest(), since.latest()))
}

impl Fact {
    /// See [`certain_from`].
    fn certain_from(&self) -> Option<NaiveDate> {
        self.since.map(|since| certain_from(since, self.recorded_on))
    }

    /// The first day on which it holds; `None` is ever since.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.since.map(PartialDate::earliest)
    }
}

impl Member {
    /// A member of whom `record` holds ever since.
    pub fn new(id: MemberId, record: MemberRecord) -> Self {
        let facts = Aspect::ALL.into_iter().filter_map(|aspect| {
            let (value, detail) = aspect.of(&record);
            let ordinary = value.is_empty();
            let (since, why, recorded_by) = (aspect.since(&record), String::new(), String::new());
            (!ordinary).then_some(Fact {
                id: FactId(0),
                aspect,
                value,
                detail,
                since,
                why,
                recorded_on: None,
                recorded_by,
            })
        });
        let facts = facts.collect();
        Self { id, record, facts, left: None, earlier: Vec::new(), entries: Entries::default() }
    }

    /// The fact of an aspect that holds on `day`; `None` is the ordinary case.
    pub fn fact_on(&self, aspect: Aspect, day: NaiveDate) -> Option<&Fact> {
        let mut begun = self.facts_of(aspect).filter(|fact| fact.first_day().is_none_or(|first| first <= day));
        begun.next_back()
    }

    /// Whether a member holds an office on `day`.
    pub fn holds_office_on(&self, day: NaiveDate) -> bool {
        self.fact_on(Aspect::Office, day).is_some_and(|fact| !fact.value.is_empty())
    }

    /// The last disciplinary measure by `day`, and since when; it is in force as long as the rules say (D40).
    pub fn discipline_on(&self, day: NaiveDate) -> Option<(Discipline, NaiveDate)> {
        let fact = self.fact_on(Aspect::Discipline, day)?;
        Some((Discipline::of_code(&fact.value)?, fact.first_day()?))
    }

    /// The offices the member has held, each set with the days on which that was so.
    pub fn offices_held(&self) -> Vec<(Offices, Span)> {
        let facts: Vec<_> = self.facts_of(Aspect::Office).collect();
        let held = facts.iter().enumerate().filter(|(_, fact)| !fact.value.is_empty());
        held.filter_map(|(at, fact)| {
            let until = facts.get(at + 1).and_then(|next| next.first_day());
            Some((Offices::of_codes(&fact.value)?, Span { from: fact.first_day(), until }))
        })
        .collect()
    }

    /// The party groups the member has been in while here, each with the days on which that is certain, for what is asked
    /// of a group (B12). Whose membership is suspended (E04) makes up no group.
    pub fn groups(&self) -> Vec<(&str, Span)> {
        let facts: Vec<_> = self.facts_of(Aspect::PartyGroup).collect();
        let joined = self.record.joined.map(PartialDate::earliest);
        let stays =
            self.stays().map(|stay| Span { from: stay.entered_on.max(joined), until: stay.left.map(|left| left.on) });
        let standing = self.in_good_standing();
        let stays: Vec<_> = stays
            .flat_map(|stay| standing.iter().filter_map(move |standing| stay.meet(*standing)).collect::<Vec<_>>())
            .collect();
        let mut groups = Vec::new();
        for (at, fact) in facts.iter().enumerate().filter(|(_, fact)| !fact.value.is_empty()) {
            let next = facts.get(at + 1).and_then(|next| next.first_day());
            let held = Span { from: fact.certain_from(), until: next };
            groups.extend(stays.iter().filter_map(|stay| Some((fact.value.as_str(), held.meet(*stay)?))));
        }
        groups
    }

    /// The days on which the membership was certainly not suspended (E04).
    fn in_good_standing(&self) -> Vec<Span> {
        let facts: Vec<_> = self.facts_of(Aspect::Standing).collect();
        let at_first = match facts.first() {
            None => Some(Span::default()),
            Some(first) => first.first_day().map(|until| Span { from: None, until: Some(until) }),
        };
        let later = facts.iter().enumerate().filter(|(_, fact)| fact.value.is_empty()).map(|(at, fact)| Span {
            from: fact.certain_from(),
            until: facts.get(at + 1).and_then(|next| next.first_day()),
        });
        at_first.into_iter().chain(later).collect()
    }

    /// All facts of an aspect, oldest first.
    pub fn facts_of(&self, aspect: Aspect) -> impl DoubleEndedIterator<Item = &Fact> {
        self.facts.iter().filter(move |fact| fact.aspect == aspect)
    }

    /// What `record` changes as of a day that does not come after the changes of the same aspect before it: that would
    /// leave things as they are, or end what it means to mend. Whoever wants to mend the past does so in the timeline.
    pub(super) fn clashes(&self, record: &MemberRecord, since: Option<PartialDate>) -> Vec<Clash> {
        let clash = |aspect: Aspect| {
            let mut known = self.facts_of(aspect).rev();
            let newest = known.next()?;
            let own = aspect.since(record);
            if aspect.of(record).0 != newest.value {
                let (since, last) = (own.or(since)?, newest.since?);
                return (since < last).then_some(Clash { aspect, last });
            }
            let (since, last) = (own.filter(|own| Some(*own) != newest.since)?, known.next()?.since?);
            (since <= last).then_some(Clash { aspect, last })
        };
        Aspect::ALL.into_iter().filter_map(clash).collect()
    }

    /// The member with the record as it stood on `day`. Kind follows from the dates ([`Member::kind_on`]).
    #[must_use]
    pub fn as_of(mut self, day: NaiveDate) -> Self {
        for aspect in Aspect::ALL {
            let fact = self
                .facts
                .iter()
                .rfind(|fact| fact.aspect == aspect && fact.first_day().is_none_or(|first| first <= day));
            aspect.put(fact, &mut self.record);
        }
        self
    }

    /// The member with the record as it stands after the newest fact of each aspect.
    #[must_use]
    pub(super) fn newest(self) -> Self {
        self.as_of(NaiveDate::MAX)
    }

    /// As [`Member::as_of`], of a member as of now; the very same where nothing has changed since `day`.
    #[must_use]
    pub fn on(self: &Arc<Self>, day: NaiveDate) -> Arc<Self> {
        let unchanged = self.facts.iter().all(|fact| fact.first_day().is_none_or(|first| first <= day));
        if unchanged { Arc::clone(self) } else { Arc::new(Self::clone(self).as_of(day)) }
    }
}

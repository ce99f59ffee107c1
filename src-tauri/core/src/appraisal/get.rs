//! Reads one appraisal, whole.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::store::{self, Entry, Stored};
use super::{AppraisalError, AppraisalId, AppraisalPerson, AppraisalView, rules, wording};
use crate::branch;
use crate::desk::Desk;
use crate::meetings::{self, MeetingState, MeetingView};
use crate::problem::Invalid;
use crate::roster::{self, MemberId};
use crate::rules::RuleBook;
use crate::vault::{Reader, VaultError};

/// One appraisal, whole.
///
/// # Errors
/// [`AppraisalError::NoSuchAppraisal`].
pub fn get(desk: &mut Desk<'_>, id: AppraisalId) -> Result<AppraisalView, AppraisalError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| view(reader, id, rules, today))
}

/// An appraisal with its meeting and its people.
pub(super) struct Known {
    pub(super) stored: Stored,
    pub(super) meeting: MeetingView,
    pub(super) on: NaiveDate,
    /// Everyone who takes part, by strokes.
    pub(super) people: Vec<AppraisalPerson>,
}

/// What is known of an appraisal.
pub(super) fn known(reader: &Reader<'_>, id: AppraisalId) -> Result<Known, AppraisalError> {
    let stored = store::one(reader, id)?.ok_or(AppraisalError::NoSuchAppraisal)?;
    let meeting = meetings::stored(reader, stored.appraisal.meeting)?;
    Ok(of(reader, stored, meeting)?)
}

/// What is known of an appraisal that was read already.
pub(super) fn of(reader: &Reader<'_>, stored: Stored, meeting: MeetingView) -> Result<Known, VaultError> {
    let entries = match stored.appraisal.id {
        Some(id) => store::entries(reader, id)?,
        None => Vec::new(),
    };
    let on = meeting.head.day();
    let people = people(reader, &meeting, entries)?;
    Ok(Known { stored, meeting, on, people })
}

/// The members of the meeting's day; and whoever else something is recorded of, which is not lost with the meeting.
fn people(
    reader: &Reader<'_>,
    meeting: &MeetingView,
    mut entries: Vec<Entry>,
) -> Result<Vec<AppraisalPerson>, VaultError> {
    let mut people = Vec::new();
    for row in &meeting.attendance {
        let entry = match entries.iter().position(|entry| entry.member == row.member) {
            Some(at) => entries.swap_remove(at),
            None => Entry::empty(row.member),
        };
        let status = row.status.filter(|_| meeting.state == MeetingState::Held);
        people.push(AppraisalPerson { status, ..person(entry, row.name.clone(), row.kind) });
    }
    for entry in entries {
        if let Some(member) = roster::member(reader, entry.member)? {
            let kind = member.kind_on(meeting.head.day());
            people.push(person(entry, member.record.name, kind));
        }
    }
    people.sort_by(rules::by_strokes);
    Ok(people)
}

fn person(entry: Entry, name: String, kind: roster::MemberKind) -> AppraisalPerson {
    let Entry { member, own, mutual, counts, verdict } = entry;
    AppraisalPerson { member, name, kind, status: None, own, mutual, counts, verdict }
}

/// One appraisal as the window shows it on `today`.
pub(super) fn view(
    reader: &Reader<'_>,
    id: AppraisalId,
    rules: &RuleBook,
    today: NaiveDate,
) -> Result<AppraisalView, AppraisalError> {
    let known = known(reader, id)?;
    let has_committee = branch::stored_on(reader, known.on)?.has_committee;
    let cancelled = known.meeting.state == MeetingState::Cancelled;
    let mut view = known.view(has_committee, rules);
    view.findings = rules::findings(&view, cancelled, today);
    Ok(view)
}

impl Known {
    /// Who came, once attendance was recorded.
    pub(super) fn present(&self) -> Option<u32> {
        (self.meeting.state == MeetingState::Held).then_some(self.meeting.tally.present)
    }

    /// More ballots were collected than handed out.
    pub(super) fn is_void(&self) -> bool {
        rules::is_void(self.stored.handed_out, self.stored.collected)
    }

    /// As the window shows it, without findings.
    pub(super) fn view(self, has_committee: bool, rules: &RuleBook) -> AppraisalView {
        let held = self.meeting.state == MeetingState::Held;
        let is_void = self.is_void();
        let tally = self.meeting.tally;
        let Self { stored, meeting, on, people } = self;
        AppraisalView {
            title: wording::title(stored.appraisal.year),
            meeting_title: meeting.head.title,
            on,
            organ: wording::organ(has_committee).to_owned(),
            held,
            expected: tally.expected,
            present: tally.present,
            attendance: wording::attendance(held, tally.expected, tally.present),
            order: rules::by_excellent(&people),
            handed_out: stored.handed_out,
            collected: stored.collected,
            is_void,
            excellent_at_most: rules::excellent_at_most(people.len(), rules, on),
            decided_on: stored.decided_on,
            steps: rules::steps(&people, is_void),
            appraisal: stored.appraisal,
            people,
            findings: Vec::new(),
        }
    }
}

impl From<&AppraisalPerson> for Entry {
    fn from(person: &AppraisalPerson) -> Self {
        Self {
            member: person.member,
            own: person.own.clone(),
            mutual: person.mutual.clone(),
            counts: person.counts,
            verdict: person.verdict.clone(),
        }
    }
}

impl Known {
    /// What is recorded of everyone, changed as `change` says.
    pub(super) fn entries(&self, change: impl Fn(&mut Entry)) -> Vec<Entry> {
        let mut entries: Vec<Entry> = self.people.iter().map(Entry::from).collect();
        entries.iter_mut().for_each(change);
        entries
    }

    /// Everyone named in a list of a request takes part, and is named once.
    pub(super) fn check_everyone(&self, list: &str, members: impl Iterator<Item = MemberId>) -> Invalid {
        let mut invalid = Invalid::default();
        let mut seen = BTreeSet::new();
        for (at, member) in members.enumerate() {
            let field = format!("{list}.{at}.member");
            match self.people.iter().find(|person| person.member == member) {
                None => invalid.add(field, "这个人没有参加这次民主评议"),
                Some(person) if !seen.insert(member) => invalid.add(field, format!("{}重复", person.name)),
                Some(_) => {}
            }
        }
        invalid
    }

    /// Likewise, and is graded: who is on probation is not (B16).
    pub(super) fn check_graded(&self, list: &str, members: impl Iterator<Item = MemberId> + Clone) -> Invalid {
        let mut invalid = self.check_everyone(list, members.clone());
        for (at, member) in members.enumerate() {
            let not_graded = |person: &&AppraisalPerson| person.member == member && !person.is_graded();
            if let Some(person) = self.people.iter().find(not_graded) {
                invalid.add(format!("{list}.{at}.member"), format!("{}是预备党员，不评定等次", person.name));
            }
        }
        invalid
    }
}

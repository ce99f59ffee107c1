//! Reads one election, whole.

use std::sync::Arc;

use chrono::NaiveDate;

use super::people::{self, People};
use super::rounds::{self, Count, Judged, Next};
use super::store::{self, Stored};
use super::{
    ElectionError, ElectionHolder, ElectionId, ElectionNextRound, ElectionPost, ElectionPurpose, ElectionRound,
    ElectionRoundView, ElectionState, ElectionView, Numbers, candidates_needed, rules, wording,
};
use crate::branch;
use crate::desk::Desk;
use crate::meetings::{self, Circle, MeetingState, MeetingView};
use crate::problem::FieldProblem;
use crate::roster::{self, Office};
use crate::rules::RuleBook;
use crate::vault::Reader;

/// One election, whole.
///
/// # Errors
/// [`ElectionError::NoSuchElection`].
pub fn get(desk: &mut Desk<'_>, id: ElectionId) -> Result<ElectionView, ElectionError> {
    let rules = desk.rules;
    desk.read(|reader| view(reader, id, rules))
}

/// An election with its meeting, its people and its rounds.
pub(super) struct Known {
    pub(super) stored: Stored,
    pub(super) meeting: MeetingView,
    pub(super) on: NaiveDate,
    pub(super) people: People,
    pub(super) numbers: Numbers,
    pub(super) count: Count,
}

/// What is known of an election.
pub(super) fn known(reader: &Reader<'_>, id: ElectionId, rules: &RuleBook) -> Result<Known, ElectionError> {
    let stored = store::one(reader, id)?.ok_or(ElectionError::NoSuchElection)?;
    of(reader, stored, rules)
}

/// What is known of an election that was read already.
pub(super) fn of(reader: &Reader<'_>, stored: Stored, rules: &RuleBook) -> Result<Known, ElectionError> {
    let election = &stored.election;
    let meeting = meetings::stored(reader, election.meeting)?;
    let on = meeting.head.day();
    let rounds = match election.id {
        Some(id) => store::rounds(reader, id)?,
        None => Vec::new(),
    };
    let people = People::of(reader, &meeting, voted_for(&election.candidates, &rounds))?;
    let numbers = Numbers::on(rules, on);
    let candidates = people::by_strokes(election.candidates.iter().map(|id| people.person(*id)).collect());
    let rounds = rounds.into_iter().map(|round| in_order(round, &people)).collect();
    let count = rounds::count(election.seats, &candidates, rounds, &people, &numbers);
    Ok(Known { stored, meeting, on, people, numbers, count })
}

fn voted_for<'a>(
    candidates: &'a [roster::MemberId],
    rounds: &'a [ElectionRound],
) -> impl Iterator<Item = roster::MemberId> + 'a {
    let votes = rounds.iter().flat_map(|round| round.candidates.iter().map(|votes| votes.member));
    let written = rounds.iter().flat_map(|round| round.write_ins.iter().filter_map(|written| written.member));
    candidates.iter().copied().chain(votes).chain(written)
}

/// A round with its candidates in the order of the ballot.
fn in_order(mut round: ElectionRound, people: &People) -> ElectionRound {
    let order = people::by_strokes(round.candidates.iter().map(|votes| people.person(votes.member)).collect());
    let place = |id| order.iter().position(|person| person.member == Some(id));
    round.candidates.sort_by_key(|votes| place(votes.member));
    round
}

/// One election as the window shows it.
pub(super) fn view(reader: &Reader<'_>, id: ElectionId, rules: &RuleBook) -> Result<ElectionView, ElectionError> {
    let known = known(reader, id, rules)?;
    let offices = store::offices(reader, id)?;
    let holders = holders(reader, &known)?;
    let has_committee = branch::stored_on(reader, known.on)?.has_committee;
    let term = term(reader, &known, has_committee)?;
    let state = known.state();
    let Known { stored, meeting, on, people, numbers, count } = known;
    let mut election = stored.election;
    let candidates = people::by_strokes(election.candidates.iter().map(|id| people.person(*id)).collect());
    election.candidates = candidates.iter().filter_map(|person| person.member).collect();
    let (expected, present) = (meeting.tally.voting_expected, meeting.tally.voting_present);
    let held = meeting.state == MeetingState::Held;
    let sentence = |due: &Next| wording::before(due, expected, held.then_some(present), &numbers);
    let first = rounds::count(election.seats, &candidates, Vec::new(), &people, &numbers).next;
    let mut view = ElectionView {
        title: wording::title(election.purpose, election.post),
        meeting_title: meeting.head.title.clone(),
        on,
        held,
        state,
        voters_expected: expected,
        voters_present: present,
        candidates_needed: candidates_needed(election.post, election.seats, &numbers),
        before: first.as_ref().map(sentence).unwrap_or_default(),
        next: count.next.as_ref().map(|due| ElectionNextRound {
            number: due.number,
            kind: due.kind,
            again: due.again,
            seats: due.seats,
            candidates: people::by_strokes(due.candidates.clone()),
            before: sentence(due),
        }),
        rounds: count.rounds.into_iter().map(|judged| judged.view(election.post)).collect(),
        elected: count.elected,
        eligible: people.eligible,
        candidates,
        election,
        holders,
        term,
        offices,
        approval: stored.approval,
        findings: Vec::new(),
    };
    let by_committee = meeting.head.circle() == Circle::Committee;
    view.findings = rules::findings(&view, &rules::Circumstances { by_committee, has_committee });
    Ok(view)
}

/// Who else holds an office on the day, with the office proposed from then on: an election of a whole committee ends all
/// offices before it (换届), an election to one office the one before it.
pub(super) fn holders(reader: &Reader<'_>, known: &Known) -> Result<Vec<ElectionHolder>, ElectionError> {
    let election = &known.stored.election;
    let elected = |id| known.count.elected.iter().any(|elected| elected.person.member == Some(id));
    let stays = |office: Office| match (election.purpose, election.post) {
        (ElectionPurpose::Regular, ElectionPost::CommitteeMember) => false,
        (_, ElectionPost::Secretary) => office != Office::Secretary,
        (ElectionPurpose::Regular, ElectionPost::DeputySecretary) => office != Office::DeputySecretary,
        (ElectionPurpose::ByElection, ElectionPost::CommitteeMember | ElectionPost::DeputySecretary) => true,
    };
    let holder = |member: Arc<roster::Member>| {
        let offices = member.record.offices.clone();
        let proposed = offices.iter().filter(|office| stays(*office)).collect();
        (!offices.is_empty()).then_some(ElectionHolder {
            member: member.id,
            name: member.record.name.clone(),
            offices,
            proposed,
        })
    };
    let members = roster::members_on(reader, known.on)?;
    let mut holders: Vec<_> = members.into_iter().filter(|member| !elected(member.id)).filter_map(holder).collect();
    holders.sort_by(|one, other| one.offices.cmp(&other.offices));
    Ok(holders)
}

/// The number of the term that a 换届 begins: that of the committee, or of the secretary where there is none (B06).
fn term(reader: &Reader<'_>, known: &Known, has_committee: bool) -> Result<Option<u32>, ElectionError> {
    let election = &known.stored.election;
    let begins = election.purpose == ElectionPurpose::Regular
        && match election.post {
            ElectionPost::CommitteeMember => true,
            ElectionPost::Secretary => !has_committee,
            ElectionPost::DeputySecretary => false,
        };
    let terms = branch::terms(reader)?;
    let recorded = terms.iter().any(|term| term.elected_on >= known.on);
    let next = terms.iter().map(|term| term.number).max().unwrap_or_default() + 1;
    Ok((begins && !recorded).then_some(next))
}

impl Known {
    /// Where the election stands.
    pub(super) fn state(&self) -> ElectionState {
        match (self.stored.concluded_on, self.count.rounds.is_empty(), &self.count.next) {
            (Some(_), _, _) => ElectionState::Concluded,
            (None, true, _) => ElectionState::Prepared,
            (None, false, Some(_)) => ElectionState::Counting,
            (None, false, None) => ElectionState::Decided,
        }
    }
}

impl Judged {
    /// The round as the window shows it.
    pub(super) fn view(self, post: ElectionPost) -> ElectionRoundView {
        let (problems, remarks) = self.notes();
        let announcement = if problems.is_empty() { wording::announcement(&self, post) } else { String::new() };
        ElectionRoundView {
            round: self.request,
            kind: self.due.kind,
            seats: self.due.seats,
            valid_ballots: self.outcome.valid_ballots,
            stands: self.outcome.stands,
            votes_needed: self.outcome.votes_needed,
            elected: self.outcome.elected,
            tied: self.outcome.tied,
            open_seats: self.outcome.open_seats,
            announcement,
            problems,
            remarks,
        }
    }

    /// What cannot be, and what is odd, field by field.
    pub(super) fn notes(&self) -> (Vec<FieldProblem>, Vec<FieldProblem>) {
        let (problems, remarks): (Vec<_>, Vec<_>) =
            self.outcome.faults.iter().copied().partition(|fault| fault.refuses());
        let sentences = |faults: Vec<super::Fault>| {
            faults.into_iter().map(|fault| wording::problem(fault, &self.round, &self.outcome)).collect()
        };
        (sentences(problems), sentences(remarks))
    }
}

//! Round after round: what each was for, what it came to, and which vote is due next (V06, V08).

use std::collections::BTreeSet;

use super::judge::{Candidate, Outcome, Round, WriteIn, judge};
use super::people::{self, People};
use super::{ElectionElected, ElectionPerson, ElectionRound, ElectionRoundKind, Numbers};

/// All rounds of an election, judged.
pub(super) struct Count {
    /// In order.
    pub(super) rounds: Vec<Judged>,
    /// In the order of the counting.
    pub(super) elected: Vec<ElectionElected>,
    /// `None` when every seat is filled.
    pub(super) next: Option<Next>,
}

/// A round with what it was for and what it came to.
pub(super) struct Judged {
    pub(super) request: ElectionRound,
    pub(super) due: Next,
    pub(super) round: Round,
    pub(super) outcome: Outcome,
}

/// The vote that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Next {
    pub(super) number: u32,
    pub(super) kind: ElectionRoundKind,
    pub(super) again: bool,
    pub(super) seats: u32,
    pub(super) candidates: Vec<ElectionPerson>,
}

/// Judges the rounds of an election with so many seats and these candidates.
pub(super) fn count(
    seats: u32,
    candidates: &[ElectionPerson],
    rounds: Vec<ElectionRound>,
    people: &People,
    numbers: &Numbers,
) -> Count {
    let first =
        Next { number: 1, kind: ElectionRoundKind::First, again: false, seats, candidates: candidates.to_vec() };
    let mut count = Count { rounds: Vec::new(), elected: Vec::new(), next: Some(first) };
    for request in rounds {
        let Some(due) = count.next.take() else { break };
        let judged = judged(request, due, people, numbers);
        count.elected.extend(judged.elected());
        count.next = after(&judged, &count.elected, candidates);
        count.rounds.push(judged);
    }
    count
}

/// One round that was `due`.
pub(super) fn judged(request: ElectionRound, due: Next, people: &People, numbers: &Numbers) -> Judged {
    let round = Round {
        seats: due.seats,
        voters_expected: request.voters_expected,
        voters_present: request.voters_present,
        handed_out: request.handed_out,
        collected: request.collected,
        invalid: request.invalid,
        run_off: due.kind == ElectionRoundKind::RunOff,
        candidates: request
            .candidates
            .iter()
            .map(|votes| Candidate {
                person: people.person(votes.member),
                votes_for: votes.votes_for,
                votes_against: votes.votes_against,
                abstained: votes.abstained,
            })
            .collect(),
        write_ins: request
            .write_ins
            .iter()
            .map(|written| WriteIn {
                person: match written.member {
                    Some(member) => people.person(member),
                    None => ElectionPerson { member: None, name: written.name.clone() },
                },
                votes: written.votes,
            })
            .collect(),
    };
    let outcome = judge(&round, numbers);
    Judged { request, due, round, outcome }
}

/// The vote that a round leads to.
fn after(judged: &Judged, elected: &[ElectionElected], candidates: &[ElectionPerson]) -> Option<Next> {
    let Judged { due, round, outcome, .. } = judged;
    let number = due.number + 1;
    if !outcome.stands {
        return Some(Next { number, again: true, ..due.clone() });
    }
    let (kind, candidates) = if !outcome.tied.is_empty() {
        (ElectionRoundKind::RunOff, outcome.tied.clone())
    } else if outcome.open_seats > 0 {
        let stood = round.candidates.iter().map(|candidate| &candidate.person);
        let all: BTreeSet<_> = candidates.iter().chain(stood).collect();
        let left = all.into_iter().filter(|person| elected.iter().all(|elected| &elected.person != *person));
        (ElectionRoundKind::Rest, left.cloned().collect())
    } else {
        return None;
    };
    let candidates = people::by_strokes(candidates);
    Some(Next { number, kind, again: false, seats: outcome.open_seats, candidates })
}

impl Judged {
    fn elected(&self) -> Vec<ElectionElected> {
        let votes = |person: &ElectionPerson| {
            let stood = self.round.candidates.iter().map(|one| (&one.person, one.votes_for));
            let written = self.round.write_ins.iter().map(|one| (&one.person, one.votes));
            stood.chain(written).find(|(other, _)| *other == person).map_or(0, |(_, votes)| votes)
        };
        let elected = |person: &ElectionPerson| ElectionElected {
            person: person.clone(),
            round: self.due.number,
            votes: votes(person),
        };
        self.outcome.elected.iter().map(elected).collect()
    }
}

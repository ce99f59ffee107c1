use chrono::NaiveDate;
use proptest::prelude::*;
use rstest::rstest;
use serde_json::Value;

use super::super::{ElectionPost, candidates_needed};
use super::*;
use crate::roster::MemberId;
use crate::rules::RuleBook;

fn numbers() -> Numbers {
    Numbers::on(&RuleBook::shipped().unwrap(), NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
}

fn person(at: usize) -> ElectionPerson {
    ElectionPerson { member: Some(MemberId(i64::try_from(at).unwrap())), name: format!("候选人{at}") }
}

/// All of `present` vote, every ballot is valid, and who does not agree is against.
fn round(seats: u32, present: u32, votes: &[u32]) -> Round {
    let candidate = |(at, votes_for): (usize, &u32)| Candidate {
        person: person(at),
        votes_for: *votes_for,
        votes_against: present - votes_for,
        abstained: 0,
    };
    Round {
        seats,
        voters_expected: present,
        voters_present: present,
        handed_out: present,
        collected: present,
        invalid: 0,
        run_off: false,
        candidates: votes.iter().enumerate().map(candidate).collect(),
        write_ins: Vec::new(),
    }
}

fn vectors(name: &str) -> Vec<Value> {
    let file = include_str!("../../../../tests/fixtures/rule_test_vectors.json");
    let all: Value = serde_json::from_str(file).unwrap();
    all[name].as_array().unwrap().clone()
}

fn number(vector: &Value, name: &str) -> u32 {
    u32::try_from(vector[name].as_u64().unwrap()).unwrap()
}

#[test]
fn an_election_starts_at_the_number_of_the_vectors() {
    for vector in vectors("quorum") {
        let (expected, needed) = (number(&vector, "N"), number(&vector, "election_min"));
        let with = |present| Round { voters_expected: expected, ..round(1, present, &[present, 0]) };
        assert!(judge(&with(needed), &numbers()).stands, "{vector}");
        let short = judge(&with(needed - 1), &numbers());
        assert!(!short.stands && short.elected.is_empty(), "{vector}");
        assert!(short.faults.contains(&Fault::TooFewPresent), "{vector}");
        assert_eq!(short.present_needed, needed, "{vector}");
    }
}

#[test]
fn one_is_elected_at_the_number_of_the_vectors() {
    for vector in vectors("elected_min_of_present") {
        let (present, needed) = (number(&vector, "present"), number(&vector, "min_votes"));
        let elected = |votes| judge(&round(1, present, &[votes, 0]), &numbers()).elected;
        assert_eq!(elected(needed), [person(0)], "{vector}");
        assert_eq!(elected(needed - 1), [], "{vector}");
    }
}

#[test]
fn there_are_as_many_candidates_as_in_the_vectors() {
    for vector in vectors("candidates_min(20%)") {
        let needed = candidates_needed(ElectionPost::CommitteeMember, number(&vector, "seats"), &numbers());
        assert_eq!(needed, number(&vector, "candidates"), "{vector}");
    }
    assert_eq!(candidates_needed(ElectionPost::Secretary, 1, &numbers()), 1, "asked of committee members only");
}

#[rstest]
#[case::as_many_as_seats(3, &[30, 25, 21], &[0, 1, 2], &[], 0)]
#[case::more_than_seats_by_votes(2, &[25, 30, 21], &[1, 0], &[], 0)]
#[case::fewer_than_seats(3, &[30, 20, 19], &[0], &[], 2)]
#[case::exactly_half_elects_nobody(1, &[20, 20], &[], &[], 1)]
#[case::equal_at_the_last_seat(3, &[30, 25, 22, 22], &[0, 1], &[2, 3], 1)]
#[case::equal_for_two_seats(3, &[30, 22, 22, 22], &[0], &[1, 2, 3], 2)]
#[case::equal_above_the_last_seat(3, &[30, 30, 22, 21], &[0, 1, 2], &[], 0)]
#[case::all_equal(1, &[25, 25, 25], &[], &[0, 1, 2], 1)]
fn votes_decide_as_far_as_the_seats_go(
    #[case] seats: u32,
    #[case] votes: &[u32],
    #[case] elected: &[usize],
    #[case] tied: &[usize],
    #[case] open: u32,
) {
    let people = |places: &[usize]| places.iter().map(|at| person(*at)).collect::<Vec<_>>();
    let outcome = judge(&round(seats, 40, votes), &numbers());
    assert_eq!((outcome.elected, outcome.tied, outcome.open_seats), (people(elected), people(tied), open),);
}

#[test]
fn a_run_off_is_decided_by_the_most_votes_among_those_who_had_their_majority() {
    let outcome = |votes: &[u32]| judge(&Round { run_off: true, ..round(1, 40, votes) }, &numbers());
    assert_eq!(outcome(&[20, 18]).elected, [person(0)]);
    assert_eq!(outcome(&[19, 19]).tied, [person(0), person(1)]);
    assert_eq!(outcome(&[0, 0]).open_seats, 1);
}

#[test]
fn a_name_that_was_written_in_is_elected_like_a_candidate_if_it_can_be() {
    let mut round = round(2, 40, &[30, 15]);
    round.write_ins = vec![WriteIn { person: person(9), votes: 21 }];
    assert_eq!(judge(&round, &numbers()).elected, [person(0), person(9)]);
    round.write_ins[0].person.member = None;
    let outcome = judge(&round, &numbers());
    assert_eq!(outcome.elected, [person(0)]);
    assert_eq!(outcome.faults, [Fault::CannotBeElected(0)]);
    assert!(!Fault::CannotBeElected(0).refuses());
}

#[test]
fn one_ballot_too_many_makes_the_round_void() {
    let outcome = judge(&Round { handed_out: 39, ..round(1, 40, &[40, 0]) }, &numbers());
    assert!(!outcome.stands && outcome.elected.is_empty());
    assert!(outcome.faults.contains(&Fault::MoreCollectedThanHandedOut));
    assert!(!Fault::MoreCollectedThanHandedOut.refuses(), "it happened, and is kept");
}

#[rstest]
#[case(|round: &mut Round| round.voters_present = 41, Fault::MorePresentThanExpected)]
#[case(|round: &mut Round| round.handed_out = 41, Fault::MoreHandedOutThanPresent)]
#[case(|round: &mut Round| round.invalid = 41, Fault::MoreInvalidThanCollected)]
#[case(|round: &mut Round| round.candidates[1].abstained = 1, Fault::MoreVotesThanBallots(1))]
#[case(|round: &mut Round| round.write_ins = vec![WriteIn { person: person(9), votes: 41 }], Fault::MoreWrittenThanBallots(0))]
#[case(|round: &mut Round| (round.candidates[1].votes_for, round.candidates[1].votes_against) = (11, 29), Fault::MoreMarksThanSeats)]
fn what_cannot_be_is_refused(#[case] change: fn(&mut Round), #[case] fault: Fault) {
    let mut round = round(1, 40, &[30, 10]);
    assert_eq!(judge(&round, &numbers()).faults, []);
    change(&mut round);
    let faults = judge(&round, &numbers()).faults;
    assert!(faults.contains(&fault) && fault.refuses(), "{faults:?}");
}

#[test]
fn what_is_only_odd_is_not_refused() {
    let mut round = round(1, 40, &[30, 9]);
    (round.handed_out, round.collected) = (39, 39);
    round.candidates[0].votes_against = 8;
    round.candidates[1].votes_against = 30;
    let faults = judge(&round, &numbers()).faults;
    assert_eq!(faults, [Fault::FewerHandedOutThanPresent, Fault::FewerVotesThanBallots(0)]);
    assert!(faults.iter().all(|fault| !fault.refuses()));
}

prop_compose! {
    /// Any round, possible or not.
    fn any_round()(
        seats in 0..6_u32,
        expected in 1..60_u32,
        present in 1..60_u32,
        ballots in prop::array::uniform3(0..60_u32),
        run_off in any::<bool>(),
        votes in prop::collection::vec(prop::array::uniform3(0..60_u32), 0..8),
        written in prop::collection::vec((0..60_u32, any::<bool>()), 0..3),
    ) -> Round {
        let [handed_out, collected, invalid] = ballots;
        let candidates = votes.iter().enumerate().map(|(at, [votes_for, votes_against, abstained])| Candidate {
            person: person(at), votes_for: *votes_for, votes_against: *votes_against, abstained: *abstained,
        });
        let write_ins = written.iter().enumerate().map(|(at, (votes, known))| {
            let person = person(100 + at);
            WriteIn { person: ElectionPerson { member: person.member.filter(|_| *known), ..person }, votes: *votes }
        });
        Round {
            seats, voters_expected: expected, voters_present: present, handed_out, collected, invalid, run_off,
            candidates: candidates.collect(), write_ins: write_ins.collect(),
        }
    }
}

proptest! {
    #[test]
    fn one_more_yes_never_unelects_anyone(round in any_round(), at in any::<prop::sample::Index>()) {
        prop_assume!(!round.candidates.is_empty());
        let at = at.index(round.candidates.len());
        let mut more = round.clone();
        more.candidates[at].votes_for += 1;
        if judge(&round, &numbers()).elected.contains(&person(at)) {
            prop_assert!(judge(&more, &numbers()).elected.contains(&person(at)));
        }
    }

    #[test]
    fn nobody_is_elected_without_a_majority_of_those_present(round in any_round()) {
        let outcome = judge(&Round { run_off: false, ..round.clone() }, &numbers());
        for elected in &outcome.elected {
            let stood = round.candidates.iter().map(|one| (&one.person, one.votes_for));
            let written = round.write_ins.iter().map(|one| (&one.person, one.votes));
            let votes = stood.chain(written).find(|(person, _)| *person == elected).unwrap().1;
            prop_assert!(2 * votes > round.voters_present);
            prop_assert!(5 * round.voters_present >= 4 * round.voters_expected);
            prop_assert!(round.collected <= round.handed_out);
            prop_assert!(elected.member.is_some());
        }
    }

    #[test]
    fn no_more_are_elected_than_there_are_seats_and_the_open_ones_are_counted(round in any_round()) {
        let outcome = judge(&round, &numbers());
        let elected = u32::try_from(outcome.elected.len()).unwrap();
        prop_assert!(elected <= round.seats);
        prop_assert_eq!(elected + outcome.open_seats, round.seats);
        if !outcome.tied.is_empty() {
            prop_assert!(outcome.tied.len() > outcome.open_seats as usize && outcome.open_seats > 0);
            prop_assert!(outcome.tied.iter().all(|person| !outcome.elected.contains(person)));
        }
    }

    #[test]
    fn the_order_of_the_candidates_does_not_matter(round in any_round(), seed in any::<prop::sample::Index>()) {
        let mut turned = round.clone();
        if !turned.candidates.is_empty() {
            let by = seed.index(turned.candidates.len());
            turned.candidates.rotate_left(by);
            turned.candidates.reverse();
        }
        turned.write_ins.reverse();
        let (one, other) = (judge(&round, &numbers()), judge(&turned, &numbers()));
        prop_assert_eq!((one.elected, one.tied), (other.elected, other.tied));
    }

    #[test]
    fn whoever_is_elected_has_no_fewer_votes_than_whoever_is_not(round in any_round()) {
        let outcome = judge(&round, &numbers());
        let votes = |elected: bool| {
            let those = round.candidates.iter().filter(move |one| outcome.elected.contains(&one.person) == elected);
            those.map(|one| one.votes_for).collect::<Vec<_>>()
        };
        if let (Some(least), Some(most)) = (votes.clone()(true).into_iter().min(), votes(false).into_iter().max()) {
            prop_assert!(least >= most);
        }
    }
}

//! The three counts that decide a vote (B10; D15, D16; V03, V05: `docs/DOMAIN.md` §2), compared with integers and never merged.
//!
//! "半数以上" includes exactly half, "超过半数" does not.

use crate::meetings::MotionKind;

/// What a vote needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::meetings) struct Needs {
    /// Voting members that must be present before the vote may be taken.
    pub(in crate::meetings) present: u32,
    /// Votes in favour that pass it.
    pub(in crate::meetings) votes: u32,
    /// Enough are present.
    pub(in crate::meetings) may_start: bool,
}

/// Votes as counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::meetings) struct Ballots {
    /// 赞成, of those present.
    pub(in crate::meetings) votes_for: u32,
    /// Written opinions in favour from voting members who could not come (D17).
    pub(in crate::meetings) written_for: u32,
}

/// What a vote of this kind needs, with so many voting members expected and so many of them present.
pub(in crate::meetings) fn needs(motion: MotionKind, voting_expected: u32, voting_present: u32) -> Needs {
    let present = match motion {
        // B10: 2p >= N
        MotionKind::Ordinary => voting_expected.div_ceil(2),
        // D15: 2p > N
        MotionKind::Admission | MotionKind::Conversion => more_than_half(voting_expected),
        // V03: 5p >= 4N, that is, no more than a fifth is away
        MotionKind::Election => voting_expected - voting_expected / 5,
    }
    .max(1); // nobody decides nothing, even where nobody is expected
    let votes = more_than_half(match motion {
        // B10, D15: 2f > N
        MotionKind::Ordinary | MotionKind::Admission | MotionKind::Conversion => voting_expected,
        // V05: 2f > p
        MotionKind::Election => voting_present,
    });
    Needs { present, votes, may_start: voting_present >= present }
}

/// Whether a vote passed. Written opinions count among the votes of an admission or a conversion (D17) and in no
/// other; nothing makes them raise the number present.
pub(in crate::meetings) fn passed(
    motion: MotionKind,
    voting_expected: u32,
    voting_present: u32,
    ballots: Ballots,
) -> bool {
    let needs = needs(motion, voting_expected, voting_present);
    let written = if motion.takes_written_opinions() { ballots.written_for } else { 0 };
    needs.may_start && ballots.votes_for.saturating_add(written) >= needs.votes
}

/// B11: a committee may meet when half of it or more is present.
pub(in crate::meetings) fn committee_may_meet(expected: u32, present: u32) -> bool {
    present >= expected.div_ceil(2).max(1)
}

impl MotionKind {
    /// D17: written opinions given before the meeting count. An election knows no absentee vote (V07).
    pub fn takes_written_opinions(self) -> bool {
        matches!(self, Self::Admission | Self::Conversion)
    }
}

/// The smallest whole number above half of `n`.
fn more_than_half(n: u32) -> u32 {
    n / 2 + 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn vectors(name: &str) -> Vec<Value> {
        let file = include_str!("../../../../../tests/fixtures/rule_test_vectors.json");
        let all: Value = serde_json::from_str(file).unwrap();
        all[name].as_array().unwrap().clone()
    }

    fn number(vector: &Value, name: &str) -> u32 {
        u32::try_from(vector[name].as_u64().unwrap()).unwrap()
    }

    #[test]
    fn each_count_starts_and_passes_at_the_number_of_the_vectors() {
        for vector in vectors("quorum") {
            let expected = number(&vector, "N");
            let at = |motion| needs(motion, expected, expected);
            assert_eq!(at(MotionKind::Ordinary).present, number(&vector, "general_min"), "{vector}");
            assert_eq!(at(MotionKind::Admission).present, number(&vector, "dev_min"), "{vector}");
            assert_eq!(at(MotionKind::Conversion).present, number(&vector, "dev_min"), "{vector}");
            assert_eq!(at(MotionKind::Election).present, number(&vector, "election_min"), "{vector}");
            for motion in [MotionKind::Ordinary, MotionKind::Admission, MotionKind::Conversion] {
                assert_eq!(at(motion).votes, number(&vector, "pass_of_N"), "{vector}");
            }
        }
    }

    #[test]
    fn an_election_passes_at_more_than_half_of_those_present() {
        for vector in vectors("elected_min_of_present") {
            let present = number(&vector, "present");
            assert_eq!(needs(MotionKind::Election, present, present).votes, number(&vector, "min_votes"), "{vector}");
        }
    }

    #[test]
    fn exactly_half_may_start_an_ordinary_motion_and_a_committee_but_not_an_admission() {
        assert!(needs(MotionKind::Ordinary, 44, 22).may_start);
        assert!(committee_may_meet(4, 2));
        assert!(!committee_may_meet(5, 2));
        assert!(!needs(MotionKind::Admission, 44, 22).may_start);
        assert!(!needs(MotionKind::Conversion, 44, 22).may_start);
    }

    #[test]
    fn where_nobody_may_vote_nothing_can_be_decided() {
        for motion in MOTIONS {
            assert!(!needs(motion, 0, 0).may_start);
        }
        assert!(!committee_may_meet(0, 0));
    }

    const MOTIONS: [MotionKind; 4] =
        [MotionKind::Ordinary, MotionKind::Admission, MotionKind::Conversion, MotionKind::Election];

    prop_compose! {
        /// A motion, how many are expected, how many of them are present, and votes that these could have cast.
        fn vote()(expected in 1..10_000_u32)(
            expected in Just(expected),
            present in 0..=expected,
            motion in prop::sample::select(&MOTIONS),
            votes in any::<prop::sample::Index>(),
            written in any::<prop::sample::Index>(),
        ) -> (MotionKind, u32, u32, Ballots) {
            let ballots = Ballots {
                votes_for: u32::try_from(votes.index(present as usize + 1)).unwrap(),
                written_for: u32::try_from(written.index((expected - present) as usize + 1)).unwrap(),
            };
            (motion, expected, present, ballots)
        }
    }

    proptest! {
        #[test]
        fn one_more_yes_never_turns_a_passed_vote_into_a_failed_one((motion, expected, present, ballots) in vote()) {
            let more = Ballots { votes_for: ballots.votes_for + 1, ..ballots };
            let more_written = Ballots { written_for: ballots.written_for + 1, ..ballots };
            if passed(motion, expected, present, ballots) {
                prop_assert!(passed(motion, expected, present, more));
                prop_assert!(passed(motion, expected, present, more_written));
            }
        }

        #[test]
        fn the_counts_are_those_of_the_rules((motion, expected, present, ballots) in vote()) {
            let (p, n) = (u64::from(present), u64::from(expected));
            let f = u64::from(ballots.votes_for);
            let all = f + u64::from(ballots.written_for);
            let (starts, passes) = match motion {
                MotionKind::Ordinary => (2 * p >= n, 2 * f > n),
                MotionKind::Admission | MotionKind::Conversion => (2 * p > n, 2 * all > n),
                MotionKind::Election => (5 * p >= 4 * n, 2 * f > p),
            };
            prop_assert_eq!(needs(motion, expected, present).may_start, starts);
            prop_assert_eq!(passed(motion, expected, present, ballots), starts && passes);
        }

        #[test]
        fn written_opinions_never_help_a_meeting_to_start((motion, expected, present, ballots) in vote()) {
            let all = Ballots { written_for: expected - present, ..ballots };
            prop_assert!(needs(motion, expected, present).may_start || !passed(motion, expected, present, all));
        }
    }
}

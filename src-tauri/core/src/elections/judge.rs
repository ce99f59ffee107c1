//! One round of an election, judged: the ballots' numbers in, who is elected out (V03, V05–V08).

use super::{ElectionPerson, Numbers};

/// A round as counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Seats to be filled.
    pub seats: u32,
    /// 应到会有选举权的人数
    pub voters_expected: u32,
    /// 实到会有选举权的人数
    pub voters_present: u32,
    /// 发出选票
    pub handed_out: u32,
    /// 收回选票
    pub collected: u32,
    /// 无效票
    pub invalid: u32,
    /// Among those whose votes were equal: they had their majority, now the most votes decide (V08).
    pub run_off: bool,
    /// Who stands.
    pub candidates: Vec<Candidate>,
    /// 另选他人
    pub write_ins: Vec<WriteIn>,
}

/// A candidate's votes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub person: ElectionPerson,
    /// 赞成
    pub votes_for: u32,
    /// 不赞成
    pub votes_against: u32,
    /// 弃权
    pub abstained: u32,
}

/// Votes for someone who is not on the ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteIn {
    pub person: ElectionPerson,
    /// How many wrote it.
    pub votes: u32,
}

/// What a round came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// 有效票
    pub valid_ballots: u32,
    /// The part of the voters that must be present (V03), in words.
    pub present_part: String,
    /// Voters that must be present (V03).
    pub present_needed: u32,
    /// Votes in favour that elect (V05).
    pub votes_needed: u32,
    /// Enough were present and no ballot too many came back (V03, V06).
    pub stands: bool,
    /// By votes, the most first.
    pub elected: Vec<ElectionPerson>,
    /// Equal at the last seat: to be voted on again (V08).
    pub tied: Vec<ElectionPerson>,
    /// Seats that nobody was elected to.
    pub open_seats: u32,
    /// What cannot be or is odd.
    pub faults: Vec<Fault>,
}

/// What cannot be or is odd about a round; candidates and written-in names by their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// More present than expected.
    MorePresentThanExpected,
    /// V03: too few are present.
    TooFewPresent,
    /// V07: more ballots than voters present; nobody votes for another.
    MoreHandedOutThanPresent,
    /// Fewer ballots than voters present.
    FewerHandedOutThanPresent,
    /// V06: more ballots came back than were handed out; the round is void.
    MoreCollectedThanHandedOut,
    /// More invalid ballots than ballots.
    MoreInvalidThanCollected,
    /// More votes on a candidate than valid ballots.
    MoreVotesThanBallots(usize),
    /// Fewer votes on a candidate than valid ballots.
    FewerVotesThanBallots(usize),
    /// More wrote a name than there are valid ballots.
    MoreWrittenThanBallots(usize),
    /// V06: more marks than seats on the valid ballots together.
    MoreMarksThanSeats,
    /// V02: a written-in name has its majority, and nobody of that name can be elected.
    CannotBeElected(usize),
    /// In a run-off only those stand whose votes were equal.
    WrittenInRunOff(usize),
}

impl Fault {
    /// Whether the round is refused for it. V06 alone is history that can be: the round is kept, and void.
    pub fn refuses(self) -> bool {
        !matches!(
            self,
            Self::FewerHandedOutThanPresent
                | Self::MoreCollectedThanHandedOut
                | Self::FewerVotesThanBallots(_)
                | Self::CannotBeElected(_)
        )
    }
}

/// Judges a round.
pub fn judge(round: &Round, numbers: &Numbers) -> Outcome {
    let valid_ballots = round.collected.saturating_sub(round.invalid);
    let present_needed = numbers.present_needed(round.voters_expected);
    // V05: 2f > p. In a run-off the majority stands from the round before.
    let votes_needed = if round.run_off { 1 } else { round.voters_present / 2 + 1 };
    let stands = round.voters_present >= present_needed && round.collected <= round.handed_out;
    let (elected, tied) = if stands { by_votes(round, votes_needed) } else { Default::default() };
    let filled = u32::try_from(elected.len()).unwrap_or(u32::MAX);
    Outcome {
        valid_ballots,
        present_part: numbers.part_in_words(),
        present_needed,
        votes_needed,
        stands,
        open_seats: round.seats.saturating_sub(filled),
        elected,
        tied,
        faults: faults(round, valid_ballots, present_needed, votes_needed),
    }
}

/// V08: who has the votes, the most first, as far as the seats go; and who is equal where they end.
fn by_votes(round: &Round, needed: u32) -> (Vec<ElectionPerson>, Vec<ElectionPerson>) {
    let candidates = round.candidates.iter().map(|candidate| (candidate.votes_for, &candidate.person));
    // V02: a name of nobody who can be elected is never elected.
    let written = round.write_ins.iter().map(|written| (written.votes, &written.person));
    let written = written.filter(|(_, person)| person.member.is_some() && !round.run_off);
    let mut ranked: Vec<_> = candidates.chain(written).filter(|(votes, _)| *votes >= needed).collect();
    ranked.sort_by(|(a, one), (b, other)| b.cmp(a).then(one.cmp(other)));
    let seats = round.seats as usize;
    let names = |people: &[(u32, &ElectionPerson)]| people.iter().map(|(_, person)| (*person).clone()).collect();
    let (Some(first_out), false) = (ranked.get(seats), seats == 0) else {
        return (names(&ranked[..ranked.len().min(seats)]), Vec::new());
    };
    let votes = first_out.0;
    let above = ranked.iter().take_while(|(own, _)| *own > votes).count();
    if above == seats {
        return (names(&ranked[..seats]), Vec::new());
    }
    let equal = ranked[above..].iter().take_while(|(own, _)| *own == votes).count();
    (names(&ranked[..above]), names(&ranked[above..above + equal]))
}

fn faults(round: &Round, valid_ballots: u32, present_needed: u32, votes_needed: u32) -> Vec<Fault> {
    let ballots = u64::from(valid_ballots);
    let mut faults = Vec::new();
    let mut note = |wrong: bool, fault: Fault| {
        if wrong {
            faults.push(fault);
        }
    };
    note(round.voters_present > round.voters_expected, Fault::MorePresentThanExpected);
    note(round.voters_present < present_needed, Fault::TooFewPresent);
    note(round.handed_out > round.voters_present, Fault::MoreHandedOutThanPresent);
    note(round.handed_out < round.voters_present, Fault::FewerHandedOutThanPresent);
    note(round.collected > round.handed_out, Fault::MoreCollectedThanHandedOut);
    note(round.invalid > round.collected, Fault::MoreInvalidThanCollected);
    let mut marks = 0;
    for (at, candidate) in round.candidates.iter().enumerate() {
        let Candidate { votes_for, votes_against, abstained, .. } = candidate;
        let votes = [votes_for, votes_against, abstained].into_iter().map(|votes| u64::from(*votes)).sum::<u64>();
        note(votes > ballots, Fault::MoreVotesThanBallots(at));
        note(votes < ballots, Fault::FewerVotesThanBallots(at));
        marks += u64::from(*votes_for);
    }
    for (at, written) in round.write_ins.iter().enumerate() {
        note(u64::from(written.votes) > ballots, Fault::MoreWrittenThanBallots(at));
        note(written.person.member.is_none() && written.votes >= votes_needed, Fault::CannotBeElected(at));
        note(round.run_off, Fault::WrittenInRunOff(at));
        marks += u64::from(written.votes);
    }
    note(marks > ballots * u64::from(round.seats), Fault::MoreMarksThanSeats);
    faults
}

#[cfg(test)]
#[path = "judge_tests.rs"]
mod tests;

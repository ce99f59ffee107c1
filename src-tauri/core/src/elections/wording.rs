//! The sentences that are read out before a vote and after it, and those beside a field.

use super::judge::{Fault, Outcome, Round};
use super::rounds::{Judged, Next};
use super::{ElectionPerson, ElectionPost, ElectionPurpose, ElectionRoundKind, ElectionState, Numbers};
use crate::problem::FieldProblem;
use crate::values::titled;

impl ElectionPurpose {
    /// Why those elected take up their offices.
    pub fn why(self) -> &'static str {
        match self {
            Self::Regular => "换届选举",
            Self::ByElection => "补选",
        }
    }
}

titled! { ElectionPurpose { Regular => "换届", ByElection => "补选" } }

titled! { ElectionPost { CommitteeMember => "支部委员会委员", Secretary => "书记", DeputySecretary => "副书记" } }

titled! { ElectionState { Prepared => "准备中", Counting => "须再投票", Decided => "已选出", Concluded => "已办结" } }

titled! { ElectionRoundKind { First => "第一次投票", RunOff => "票数相等，再次投票", Rest => "名额不足，另行选举" } }

/// `换届选举支部委员会委员`
pub(super) fn title(purpose: ElectionPurpose, post: ElectionPost) -> String {
    format!("{}{}", purpose.why(), post.title())
}

/// Names joined with `、`.
pub(super) fn names<'a>(people: impl IntoIterator<Item = &'a ElectionPerson>) -> String {
    people.into_iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join("、")
}

/// What a vote needs, to be read out before it.
pub(super) fn before(due: &Next, expected: u32, present: Option<u32>, numbers: &Numbers) -> String {
    let needed = numbers.present_needed(expected);
    let standing = match present {
        None => String::new(),
        Some(present) if present >= needed => format!("（现到会 {present} 名，可以选举）"),
        Some(present) => format!("（现到会 {present} 名，还差 {} 名，不能选举）", needed - present),
    };
    let seats = due.seats;
    let stand = names(&due.candidates);
    let what = match due.kind {
        ElectionRoundKind::First => format!("应选 {seats} 名，候选人 {} 名", due.candidates.len()),
        ElectionRoundKind::RunOff => {
            format!("{stand}票数相等，就这 {} 名再次投票，选 {seats} 名", due.candidates.len())
        }
        ElectionRoundKind::Rest if stand.is_empty() => format!("还有 {seats} 个名额，另行选举"),
        ElectionRoundKind::Rest => format!("还有 {seats} 个名额，从{stand}中另行选举"),
    };
    let again = if due.again { "上一次投票无效，重新投票。" } else { "" };
    let majority = match (due.kind, present) {
        (ElectionRoundKind::RunOff, _) => "得赞成票多的当选".to_owned(),
        (_, Some(present)) => format!("赞成票超过实到会有选举权人数的半数，即 {} 票以上，方可当选", present / 2 + 1),
        (_, None) => "赞成票超过实到会有选举权人数的半数，方可当选".to_owned(),
    };
    format!(
        "{again}应到会有选举权的党员 {expected} 名，须有 {needed} 名以上到会方可选举{standing}。{what}。{majority}。"
    )
}

/// The outcome, to be read out.
pub(super) fn announcement(judged: &Judged, post: ElectionPost) -> String {
    let Judged { round, outcome, due, .. } = judged;
    let Round { voters_expected, voters_present, handed_out, collected, invalid, .. } = round;
    let head = format!(
        "应到会有选举权的党员 {voters_expected} 名，实到 {voters_present} 名。发出选票 {handed_out} 张，收回 {collected} 张",
    );
    if !outcome.stands {
        return format!("{head}。收回的选票多于发出的选票，本次投票无效，须重新投票。");
    }
    let valid = outcome.valid_ballots;
    let votes = round.candidates.iter().map(|one| {
        format!(
            "{}赞成 {} 票、不赞成 {} 票、弃权 {} 票",
            one.person.name, one.votes_for, one.votes_against, one.abstained
        )
    });
    let written = round.write_ins.iter().map(|one| format!("另选{} {} 票", one.person.name, one.votes));
    let votes = votes.chain(written).collect::<Vec<_>>().join("；");
    let sentence = format!(
        "{head}，其中有效票 {valid} 张，无效票 {invalid} 张；收回的选票没有多于发出的选票，选举有效。得票情况：{votes}。"
    );
    sentence + &result(outcome, due, post)
}

fn result(outcome: &Outcome, due: &Next, post: ElectionPost) -> String {
    let mut parts = Vec::new();
    if !outcome.elected.is_empty() {
        let why = match due.kind {
            ElectionRoundKind::RunOff => "得赞成票多",
            ElectionRoundKind::First | ElectionRoundKind::Rest => "赞成票超过实到会人数的半数",
        };
        parts.push(format!("{}{why}，当选为{}。", names(&outcome.elected), post.title()));
    }
    let open = outcome.open_seats;
    if !outcome.tied.is_empty() {
        parts.push(format!("{}票数相等，还有 {open} 个名额，须就这几名再次投票。", names(&outcome.tied)));
    } else if outcome.elected.is_empty() {
        parts.push("没有人的赞成票超过实到会人数的半数，无人当选，须另行选举。".to_owned());
    } else if open > 0 {
        parts.push(format!("还有 {open} 个名额没有选出，须另行选举。"));
    }
    parts.concat()
}

/// What a fault says at its field.
pub(super) fn problem(fault: Fault, round: &Round, outcome: &Outcome) -> FieldProblem {
    let Round { voters_expected, voters_present, handed_out, collected, .. } = round;
    let valid = outcome.valid_ballots;
    let name = |at: usize| round.candidates.get(at).map(|one| one.person.name.as_str()).unwrap_or_default();
    let sum = |at: usize| round.candidates.get(at).map_or(0, |one| one.votes_for + one.votes_against + one.abstained);
    let written = |at: usize| round.write_ins.get(at).map(|one| one.person.name.as_str()).unwrap_or_default();
    let (field, message) = match fault {
        Fault::MorePresentThanExpected => {
            ("voters_present".to_owned(), format!("实到 {voters_present} 名，多于应到 {voters_expected} 名"))
        }
        Fault::TooFewPresent => (
            "voters_present".to_owned(),
            format!(
                "须有应到会人数的{}即 {} 名以上到会，现在 {voters_present} 名，不能选举",
                outcome.present_part, outcome.present_needed
            ),
        ),
        Fault::MoreHandedOutThanPresent => {
            ("handed_out".to_owned(), format!("发出的选票多于实到会有选举权的 {voters_present} 名；不能代人投票"))
        }
        Fault::FewerHandedOutThanPresent => {
            ("handed_out".to_owned(), format!("发出的选票少于实到会有选举权的 {voters_present} 名，请核对"))
        }
        Fault::MoreCollectedThanHandedOut => {
            ("collected".to_owned(), format!("收回的选票多于发出的 {handed_out} 张，本次投票无效，须重新投票"))
        }
        Fault::MoreInvalidThanCollected => ("invalid".to_owned(), format!("无效票多于收回的选票 {collected} 张")),
        Fault::MoreVotesThanBallots(at) => {
            (format!("candidates.{at}.votes_for"), format!("{}三项共 {} 票，多于有效票 {valid} 张", name(at), sum(at)))
        }
        Fault::FewerVotesThanBallots(at) => {
            (format!("candidates.{at}.votes_for"), format!("三项共 {} 票，比有效票少 {} 票", sum(at), valid - sum(at)))
        }
        Fault::MoreWrittenThanBallots(at) => {
            (format!("write_ins.{at}.votes"), format!("{}的得票多于有效票 {valid} 张", written(at)))
        }
        Fault::MoreMarksThanSeats => (
            "candidates".to_owned(),
            format!(
                "赞成票和另选票合计，多于有效票 {valid} 张乘以应选 {} 名：所选人数多于应选名额的选票应计为无效票",
                round.seats
            ),
        ),
        Fault::CannotBeElected(at) => {
            (format!("write_ins.{at}.name"), format!("{}得票过半，但不在有被选举权的党员之中，不能当选", written(at)))
        }
        Fault::WrittenInRunOff(at) => {
            (format!("write_ins.{at}.name"), "再次投票只就票数相等的人进行，不能另选他人".to_owned())
        }
    };
    FieldProblem { field, message }
}

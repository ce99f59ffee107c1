//! Chinese names, and the sentences that are shown before a vote and read out after it.

use chrono::{Datelike, NaiveDate};

use super::votes::counting::{self, Ballots};
use super::{AttendanceStatus, BallotKind, MeetingKind, MeetingState, MotionKind, Vote, VoteNeeds};
use crate::roster::MemberKind;
use crate::values::{Quarter, titled};

titled! { MeetingKind {
    General => "支部党员大会",
    Committee => "支部委员会会议",
    Group => "党小组会",
    Lecture => "党课",
    ThemeDay => "主题党日",
    OrganizationalLife => "组织生活会",
    Appraisal => "民主评议党员",
} }

titled! { MeetingState { Planned => "未召开", Held => "已召开", Cancelled => "已取消" } }

titled! { MotionKind {
    Ordinary => "一般事项",
    Admission => "接收预备党员",
    Conversion => "预备党员转正",
    Election => "选举",
} }

titled! { BallotKind { Hands => "举手表决", Secret => "无记名投票" } }

/// Kinds as printed: names joined with `、`.
pub(super) fn kinds(kinds: &[MeetingKind]) -> String {
    kinds.iter().map(|kind| kind.title()).collect::<Vec<_>>().join("、")
}

/// A period as printed: a whole quarter or year by its name, else the days.
pub(super) fn period(from: NaiveDate, to: NaiveDate) -> String {
    let quarter = Quarter::of(from);
    if (from, to) == (quarter.first_day(), quarter.last_day()) {
        return quarter.title();
    }
    let is_year = (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31) && from.year() == to.year();
    if is_year {
        return format!("{}年", from.year());
    }
    format!("{}至{}", from.format("%Y年%-m月%-d日"), to.format("%Y年%-m月%-d日"))
}

/// A member's kind as lists have it: 正式 or 预备.
pub(super) fn member_kind(kind: MemberKind) -> &'static str {
    match kind {
        MemberKind::Full => "正式",
        MemberKind::Probationary => "预备",
    }
}

/// What stands beside a name on the sign-in sheet.
pub(super) fn remark(status: Option<AttendanceStatus>, reason: Option<&str>) -> String {
    let word = match status {
        None | Some(AttendanceStatus::Present) => "",
        Some(status) => status.title(),
    };
    [word, reason.unwrap_or_default()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(":")
}

/// What a vote of this kind needs with the present numbers, with the sentence to show before it is taken.
pub(super) fn vote_needs(motion: MotionKind, voting_expected: u32, voting_present: u32) -> VoteNeeds {
    let needs = counting::needs(motion, voting_expected, voting_present);
    let standing = match needs.present.checked_sub(voting_present) {
        None | Some(0) => "可以开会".to_owned(),
        Some(lacking) => format!("还差 {lacking} 名，不能表决"),
    };
    let outcome = match motion {
        MotionKind::Election => "当选",
        MotionKind::Ordinary | MotionKind::Admission | MotionKind::Conversion => "通过",
    };
    let sentence = format!(
        "须有 {} 名以上有表决权的党员到会（现 {voting_present} 名，{standing}）；须有 {} 票赞成方可{outcome}",
        needs.present, needs.votes,
    );
    VoteNeeds { motion, present_needed: needs.present, votes_needed: needs.votes, may_start: needs.may_start, sentence }
}

/// The sentence to read out after a vote.
pub(super) fn announcement(vote: &Vote, voting_expected: u32, voting_present: u32) -> String {
    let mut sentence = format!(
        "应到会有表决权的党员 {voting_expected} 名，实到 {voting_present} 名。表决结果：赞成 {} 票，不赞成 {} 票，弃权 {} 票",
        vote.votes_for, vote.votes_against, vote.abstained,
    );
    if vote.written_for + vote.written_against > 0 {
        sentence += &format!(
            "；另有未到会党员的书面意见，赞成 {} 票，不赞成 {} 票，合计赞成 {} 票",
            vote.written_for,
            vote.written_against,
            vote.votes_for + vote.written_for,
        );
    }
    let passed = counting::passed(vote.motion, voting_expected, voting_present, Ballots::from(vote));
    sentence += match (vote.motion, passed) {
        (MotionKind::Election, true) => "。赞成票超过到会人数的半数，当选。",
        (MotionKind::Election, false) => "。赞成票未超过到会人数的半数，未当选。",
        (_, true) => "。赞成票超过应到会有表决权党员的半数，予以通过。",
        (_, false) => "。赞成票未超过应到会有表决权党员的半数，未获通过。",
    };
    sentence
}

impl From<&Vote> for Ballots {
    fn from(vote: &Vote) -> Self {
        Self { votes_for: vote.votes_for, written_for: vote.written_for }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::meetings::MeetingId;

    fn vote(motion: MotionKind, votes_for: u32, written_for: u32) -> Vote {
        Vote {
            meeting: MeetingId(1),
            id: None,
            subject: "议题".into(),
            motion,
            ballot: BallotKind::Secret,
            votes_for,
            votes_against: 0,
            abstained: 1,
            written_for,
            written_against: 0,
        }
    }

    #[rstest]
    #[case(
        MotionKind::Admission,
        44,
        39,
        "须有 23 名以上有表决权的党员到会（现 39 名，可以开会）；须有 23 票赞成方可通过"
    )]
    #[case(
        MotionKind::Ordinary,
        44,
        20,
        "须有 22 名以上有表决权的党员到会（现 20 名，还差 2 名，不能表决）；须有 23 票赞成方可通过"
    )]
    #[case(
        MotionKind::Election,
        44,
        39,
        "须有 36 名以上有表决权的党员到会（现 39 名，可以开会）；须有 20 票赞成方可当选"
    )]
    fn before_a_vote_it_is_said_what_it_needs(
        #[case] motion: MotionKind,
        #[case] expected: u32,
        #[case] present: u32,
        #[case] sentence: &str,
    ) {
        assert_eq!(vote_needs(motion, expected, present).sentence, sentence);
    }

    #[rstest]
    #[case(
        vote(MotionKind::Admission, 38, 0),
        "应到会有表决权的党员 44 名，实到 39 名。表决结果：赞成 38 票，不赞成 0 票，弃权 1 票。赞成票超过应到会有表决权党员的半数，予以通过。"
    )]
    #[case(
        vote(MotionKind::Conversion, 21, 2),
        "应到会有表决权的党员 44 名，实到 39 名。表决结果：赞成 21 票，不赞成 0 票，弃权 1 票；另有未到会党员的书面意见，赞成 2 票，不赞成 0 票，合计赞成 23 票。赞成票超过应到会有表决权党员的半数，予以通过。"
    )]
    #[case(
        vote(MotionKind::Ordinary, 22, 0),
        "应到会有表决权的党员 44 名，实到 39 名。表决结果：赞成 22 票，不赞成 0 票，弃权 1 票。赞成票未超过应到会有表决权党员的半数，未获通过。"
    )]
    #[case(
        vote(MotionKind::Election, 20, 0),
        "应到会有表决权的党员 44 名，实到 39 名。表决结果：赞成 20 票，不赞成 0 票，弃权 1 票。赞成票超过到会人数的半数，当选。"
    )]
    fn after_a_vote_there_is_a_sentence_to_read_out(#[case] vote: Vote, #[case] sentence: &str) {
        assert_eq!(announcement(&vote, 44, 39), sentence);
    }
}

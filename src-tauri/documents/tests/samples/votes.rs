//! Papers of votes, elections and appraisals: ballots, tallies, results.

use zhibu_core::appraisal::{
    AppraisalBallots, AppraisalResult, AppraisalResultRow, AppraisalTallyRow, AppraisalTallySheet,
};
use zhibu_core::elections::{ElectionReport, LetterRow, LetterSection};
use zhibu_core::meetings::{Ballots, TallyRow, TallySheet, VotedOn};

use super::{BRANCH, date, names};

/// Ballots for as many seats as leave one candidate over.
pub(crate) fn ballots(candidates: usize, copies: u32) -> Ballots {
    let seats = u32::try_from(candidates.saturating_sub(1)).expect("few");
    Ballots {
        branch: BRANCH.into(),
        title: "换届选举支部委员会委员选票".into(),
        on: date("2026-11-25"),
        of: VotedOn::People,
        candidates: names(candidates),
        blank_names: seats.min(5),
        notes: vec![
            format!("本次应选 {seats} 名，候选人 {candidates} 名，按姓氏笔画为序。"),
            "赞成的在“赞成”栏内画“○”，不赞成的在“不赞成”栏内画“○”，弃权的在“弃权”栏内画“○”；不画的按弃权计。".into(),
            "另选他人的，在“另选他人”栏内写上姓名，并在“赞成”栏内画“○”。".into(),
            format!("赞成的和另选的合计不超过 {seats} 名的，选票有效；多于 {seats} 名的，选票无效。"),
        ],
        copies,
    }
}

/// 表决票 of a motion.
pub(crate) fn motion_ballots(subject: &str, copies: u32) -> Ballots {
    Ballots {
        title: "接收预备党员表决票".into(),
        of: VotedOn::Motion,
        candidates: vec![subject.into()],
        blank_names: 0,
        notes: vec![
            "赞成的在“赞成”栏内画“○”，不赞成的在“不赞成”栏内画“○”，弃权的在“弃权”栏内画“○”；不画的按弃权计。".into(),
            "只能选一项；多选的无效。".into(),
        ],
        ..ballots(2, copies)
    }
}

/// 计票单 of a motion, before or after the vote.
pub(crate) fn motion_tally(counted: bool) -> TallySheet {
    let number = |number| counted.then_some(number);
    let counts = [("应到会有表决权人数", number(44)), ("实到会有表决权人数", number(39)), ("发出表决票", None)];
    let written = [("收回表决票", None), ("书面意见赞成", number(2)), ("书面意见不赞成", number(0))];
    TallySheet {
        title: "接收预备党员计票单".into(),
        of: VotedOn::Motion,
        seats: 0,
        counts: counts.into_iter().chain(written).map(|(name, count)| (name.to_owned(), count)).collect(),
        rows: vec![TallyRow {
            name: "接收李𬭎同志为中共预备党员".into(),
            written_in: false,
            votes_for: number(38),
            votes_against: number(0),
            abstained: number(1),
            result: if counted { "通过" } else { "" }.into(),
        }],
        result: if counted { "赞成票超过应到会有表决权党员的半数，予以通过。" } else { "" }.into(),
        ..tally_sheet()
    }
}

pub(crate) fn tally_sheet() -> TallySheet {
    let counts = [
        ("应到会有选举权人数", 44),
        ("实到会有选举权人数", 39),
        ("发出选票", 39),
        ("收回选票", 39),
        ("有效票", 38),
        ("无效票", 1),
    ];
    let row = |(at, name): (usize, String)| {
        let votes = 36 - u32::try_from(at).expect("few") * 4;
        TallyRow {
            name,
            written_in: false,
            votes_for: Some(votes),
            votes_against: Some(38 - votes),
            abstained: Some(0),
            result: if at < 5 { "当选" } else { "未当选" }.into(),
        }
    };
    let mut rows: Vec<_> = names(6).into_iter().enumerate().map(row).collect();
    rows.push(TallyRow {
        name: "王建国".into(),
        written_in: true,
        votes_for: Some(2),
        votes_against: None,
        abstained: None,
        result: "未当选".into(),
    });
    TallySheet {
        branch: BRANCH.into(),
        title: "换届选举支部委员会委员计票报告单".into(),
        of: VotedOn::People,
        meeting: "2026年换届选举党员大会".into(),
        on: date("2026-11-25"),
        place: "示例大厦12楼党群活动室".into(),
        seats: 5,
        counts: counts.map(|(name, count)| (name.to_owned(), Some(count))).into(),
        rows,
        result: "应到会有选举权的党员 44 名，实到 39 名。发出选票 39 张，收回 39 张，其中有效票 38 张，无效票 1 张；收回的选票没有\
                 多于发出的选票，选举有效。李𬭎、王𣲘、张㛃、赵䶮、陈𫟦赞成票超过实到会人数的半数，当选为支部委员会委员。"
            .into(),
        chief_scrutineer: "刘志强".into(),
        scrutineers: vec!["杨文博".into(), "黄思远".into()],
        counters: vec!["周某".into(), "吴晓梅".into()],
    }
}

/// Before the counting.
pub(crate) fn empty_tally_sheet() -> TallySheet {
    let mut sheet = tally_sheet();
    sheet.result.clear();
    for (_, count) in &mut sheet.counts {
        *count = None;
    }
    for row in &mut sheet.rows {
        (row.votes_for, row.votes_against, row.abstained) = (None, None, None);
        row.result.clear();
        if row.written_in {
            row.name.clear();
        }
    }
    sheet
}

pub(crate) fn election_report() -> ElectionReport {
    let section = |heading: &str, paragraphs: &[&str]| LetterSection {
        heading: heading.into(),
        paragraphs: paragraphs.iter().map(|text| (*text).to_owned()).collect(),
    };
    let elected = names(5).into_iter().zip(["书记", "副书记", "组织委员", "宣传委员", "纪检委员"]);
    ElectionReport {
        branch: BRANCH.into(),
        title: "关于支部委员会委员换届选举结果的报告".into(),
        superior: "中共示例市社会组织综合委员会".into(),
        opening:
            "根据《中国共产党章程》和《中国共产党基层组织选举工作条例》的规定，我支部于2026年11月25日召开支部党员大会，\
                  以无记名投票方式进行换届选举，应选支部委员会委员 5 名。现将选举结果报告如下。"
                .into(),
        sections: vec![
            section(
                "候选人和监票、计票人员",
                &[
                    "候选人 6 名（按姓氏笔画为序）：王𣲘、李𬭎、张㛃、陈𫟦、赵䶮、阿卜杜拉·买买提。",
                    "总监票人刘志强；监票人杨文博、黄思远；计票人周某、吴晓梅。",
                ],
            ),
            section("投票情况", &[&tally_sheet().result]),
            section(
                "选举结果",
                &[
                    "当选支部委员会委员 5 名（按姓氏笔画为序）：王𣲘、李𬭎、张㛃、陈𫟦、赵䶮。",
                    "分工：李𬭎任书记，王𣲘任副书记。",
                ],
            ),
        ],
        closing: "以上报告，请审批。".into(),
        on: date("2026-11-26"),
        elected: elected
            .map(|(name, office)| LetterRow {
                name,
                sex: "男".into(),
                ethnicity: "汉族".into(),
                birth: "1980.05".into(),
                education: "大学本科".into(),
                joined: "2005.07".into(),
                position: "秘书处干事".into(),
                office: office.into(),
                votes: 36,
            })
            .collect(),
    }
}

pub(crate) fn appraisal_ballots(people: usize, copies: u32) -> AppraisalBallots {
    AppraisalBallots {
        branch: BRANCH.into(),
        title: "2026年度民主评议党员测评票".into(),
        on: "2026-11-25".parse().expect("a day"),
        names: names(people),
        notes: vec![
            "按姓氏笔画为序。对每名党员在一个等次下画“○”；一个也不画的，对这名党员按弃权计，画了两个以上的不计。"
                .into(),
            "无记名填写，不写自己的姓名，填好后当场收回。".into(),
        ],
        copies,
    }
}

/// `counted`: else it is left to a hand.
pub(crate) fn appraisal_tally(people: usize, counted: bool) -> AppraisalTallySheet {
    let number = |number: u32| counted.then_some(number);
    AppraisalTallySheet {
        branch: BRANCH.into(),
        title: "2026年度民主评议党员测评汇总表".into(),
        meeting: "2026年度民主评议党员".into(),
        on: "2026-11-25".parse().expect("a day"),
        place: "示例大厦12楼党群活动室".into(),
        counts: vec![
            ("应到党员".into(), number(52)),
            ("实到党员".into(), number(47)),
            ("发出测评票".into(), number(47)),
            ("收回测评票".into(), number(46)),
        ],
        rows: (0_u32..)
            .zip(names(people))
            .map(|(i, name)| AppraisalTallyRow { name, counts: counted.then_some([46 - i % 40, i % 40, 0, 0]) })
            .collect(),
        is_void: false,
    }
}

pub(crate) fn appraisal_result(people: usize) -> AppraisalResult {
    let row = |(i, name): (u32, String)| {
        let probationary = i % 23 == 22;
        AppraisalResultRow {
            name,
            kind: if probationary { "预备" } else { "正式" }.into(),
            own: true,
            mutual: i != 4,
            counts: (!probationary).then_some([46 - i % 40, i % 40, 0, 0]),
            grade: match i {
                _ if probationary => "不评定",
                0..=3 => "优秀",
                5 => "基本合格",
                _ => "合格",
            }
            .into(),
            reason: if i == 5 { "半年没有参加组织生活，由书记谈话，限期改正" } else { "" }.into(),
        }
    };
    AppraisalResult {
        branch: BRANCH.into(),
        title: "2026年度民主评议党员结果表".into(),
        organ: if people > 7 { "支部委员会" } else { "支部党员大会" }.into(),
        meeting: "2026年度民主评议党员".into(),
        on: "2026-11-25".parse().expect("a day"),
        attendance: "应到党员 52 名，实到 47 名".into(),
        handed_out: Some(47),
        collected: Some(46),
        is_void: false,
        decided_on: "2026-11-28".parse().ok(),
        rows: (0..).zip(names(people)).map(row).collect(),
        totals: [("优秀", 4), ("合格", 41), ("基本合格", 1), ("不合格", 0)]
            .map(|(name, count)| (name.to_owned(), count))
            .into(),
    }
}

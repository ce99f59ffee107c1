//! Papers of votes, elections and appraisals: ballots, tallies, results.

use zhibu_core::appraisal::AppraisalBallots;
use zhibu_core::meetings::{Ballots, TallyRow, TallySheet, VotedOn};
use zhibu_core::outside::{Block, Column, Fact, Page, Writing};

use super::{BRANCH, cells, date, names};

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
pub(crate) fn motion_tally(is_counted: bool) -> Writing {
    let number = |number| is_counted.then_some(number);
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
            result: if is_counted { "通过" } else { "" }.into(),
        }],
        result: if is_counted { "赞成票超过应到会有表决权党员的半数，予以通过。" } else { "" }.into(),
        ..counted()
    }
    .writing()
}

pub(crate) fn tally_sheet() -> Writing {
    counted().writing()
}

fn counted() -> TallySheet {
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
pub(crate) fn empty_tally_sheet() -> Writing {
    let mut sheet = counted();
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
    sheet.writing()
}

pub(crate) fn election_report() -> Writing {
    let title = "关于支部委员会委员换届选举结果的报告";
    let elected = names(5).into_iter().zip(["书记", "副书记", "组织委员", "宣传委员", "纪检委员"]).enumerate();
    let rows = elected.map(|(at, (name, office))| {
        let at = (at + 1).to_string();
        cells([&at, &name, "男", "汉族", "1980.05", "大学本科", "2005.07", "秘书处干事", office, "36"])
    });
    let columns = vec![
        Column::mm(11.0, "序号"),
        Column::share(1.0, "姓名"),
        Column::mm(11.0, "性别"),
        Column::mm(14.0, "民族"),
        Column::mm(18.5, "出生年月"),
        Column::mm(18.5, "学历"),
        Column::mm(18.5, "入党年月"),
        Column::share(1.2, "工作岗位"),
        Column::mm(18.5, "当选职务"),
        Column::mm(11.0, "得票"),
    ];
    let blocks = vec![
        Block::title([BRANCH, title]),
        Block::Addressee { text: "中共示例市社会组织综合委员会：".into() },
        Block::text(
            "根据《中国共产党章程》和《中国共产党基层组织选举工作条例》的规定，我支部于2026年11月25日召开支部党员大会，\
             以无记名投票方式进行换届选举，应选支部委员会委员 5 名。现将选举结果报告如下。",
        ),
        Block::head("候选人和监票、计票人员"),
        Block::text("候选人 6 名（按姓氏笔画为序）：王𣲘、李𬭎、张㛃、陈𫟦、赵䶮、阿卜杜拉·买买提。"),
        Block::text("总监票人刘志强；监票人杨文博、黄思远；计票人周某、吴晓梅。"),
        Block::head("投票情况"),
        Block::text(counted().result),
        Block::head("选举结果"),
        Block::text("当选支部委员会委员 5 名（按姓氏笔画为序）：王𣲘、李𬭎、张㛃、陈𫟦、赵䶮。"),
        Block::text("分工：李𬭎任书记，王𣲘任副书记。"),
        Block::text("以上报告，请审批。"),
        Block::Enclosure { name: "当选人员名册".into() },
        Block::Signed { by: BRANCH.into(), role: None, on: date("2026-11-26") },
        Block::Annex { title: "当选人员名册".into() },
        Block::table(columns, rows.collect()),
    ];
    Writing { title: title.into(), branch: BRANCH.into(), page: Page::Official, blocks }
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
pub(crate) fn appraisal_tally(people: usize, counted: bool) -> Writing {
    let number = |name: &str, number: u32, unit: &str| {
        Fact::new(name, if counted { format!("{number} {unit}") } else { String::new() })
    };
    let facts = vec![
        Fact::wide("会议名称", "2026年度民主评议党员"),
        Fact::new("时间", "2026年11月25日"),
        Fact::new("地点", "示例大厦12楼党群活动室"),
        number("应到党员", 52, "人"),
        number("实到党员", 47, "人"),
        number("发出测评票", 47, "张"),
        number("收回测评票", 46, "张"),
    ];
    let row = |(i, name): (usize, String)| [cells([&(i + 1).to_string(), &name]), grades(counted, i)].concat();
    let columns = [vec![Column::mm(14.0, "序号"), Column::share(1.0, "姓名").centred()], grade_columns(26.0)].concat();
    let rows = names(people).into_iter().enumerate().map(row).collect();
    let title = "2026年度民主评议党员测评汇总表";
    let blocks = vec![
        Block::title([BRANCH, title]),
        Block::Facts { facts },
        Block::Table { columns, rows, foot: String::new(), roomy: true },
        Block::hands(["监票人", "计票人"], Some(date("2026-11-25"))),
    ];
    Writing { title: title.into(), branch: BRANCH.into(), page: Page::Form, blocks }
}

fn grade_columns(mm: f64) -> Vec<Column> {
    ["优秀", "合格", "基本合格", "不合格"].map(|grade| Column::mm(mm, grade)).into()
}

fn grades(counted: bool, at: usize) -> Vec<String> {
    let count = |count: usize| if counted { count.to_string() } else { String::new() };
    [46 - at % 40, at % 40, 0, 0].map(count).into()
}

pub(crate) fn appraisal_result(people: usize) -> Writing {
    let row = |(i, name): (usize, String)| {
        let probationary = i % 23 == 22;
        let kind = if probationary { "预备" } else { "正式" };
        let grade = match i {
            _ if probationary => "不评定",
            0..=3 => "优秀",
            5 => "基本合格",
            _ => "合格",
        };
        let reason = if i == 5 { "半年没有参加组织生活，由书记谈话，限期改正" } else { "" };
        let head = cells([&(i + 1).to_string(), &name, kind, "√", if i == 4 { "" } else { "√" }]);
        [head, grades(!probationary, i), cells([grade, reason])].concat()
    };
    let columns = [
        vec![
            Column::mm(10.0, "序号"),
            Column::share(1.0, "姓名").centred(),
            Column::mm(12.0, "类别"),
            Column::mm(12.0, "自评"),
            Column::mm(12.0, "互评"),
        ],
        grade_columns(12.0),
        vec![Column::mm(20.0, "评定等次"), Column::share(1.4, "理由和帮助措施")],
    ];
    let organ = if people > 7 { "支部委员会" } else { "支部党员大会" };
    let facts = vec![
        Fact::wide("评议会议", "2026年度民主评议党员　2026年11月25日"),
        Fact::wide("到会情况", "应到党员 52 名，实到 47 名"),
        Fact::wide("民主测评", "发出测评票 47 张，收回 46 张"),
        Fact::wide("组织评定", format!("由{organ}评定　2026年11月28日")),
    ];
    let foot = format!("共 {people} 名党员。优秀 4 名，合格 41 名，基本合格 1 名，不合格 0 名。");
    let title = "2026年度民主评议党员结果表";
    let blocks = vec![
        Block::title([BRANCH, title]),
        Block::Facts { facts },
        Block::Table {
            columns: columns.concat(),
            rows: names(people).into_iter().enumerate().map(row).collect(),
            foot,
            roomy: false,
        },
        Block::Opinion { of: format!("{organ}意见"), role: "书记".into() },
    ];
    Writing { title: title.into(), branch: BRANCH.into(), page: Page::Form, blocks }
}

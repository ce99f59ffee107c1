//! What goes on an appraisal's papers: ballots, 测评汇总表, 民主评议结果表.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::get::{self, Known};
use super::{AppraisalCounts, AppraisalError, AppraisalGrade, AppraisalId, AppraisalPerson, rules, wording};
use crate::branch;
use crate::desk::Door;
use crate::meetings::COPIES_AT_MOST;
use crate::outside::{Block, Column, Fact, Page, Writing, document};
use crate::paper::{Drawn, papers};
use crate::roster::MemberKind;
use crate::values::Room;
use crate::values::date_title;
use crate::vault::Reader;

papers! {
    /// The papers of an appraisal.
    AppraisalPaper, AppraisalError;
    /// 民主评议测评票; `copies` of 0 makes one for each who came
    AppraisalBallots { appraisal: AppraisalId, copies: u32 } = ballots;
    /// 民主评议测评汇总表; before the counting an empty one
    AppraisalTally { appraisal: AppraisalId } = tally;
    /// 民主评议结果表
    AppraisalResult { appraisal: AppraisalId } = result;
}

const ROOMS: &[Room] = &[Room::Appraisal, Room::Meetings, Room::Roster, Room::Branch];

fn ballots(door: &Door<'_>, appraisal: AppraisalId, copies: u32) -> Result<Drawn, AppraisalError> {
    let ballots = door.read(|reader| ballots_of(reader, appraisal, copies))?;
    Ok(Drawn::new(ballots.title.clone(), ballots, ROOMS))
}

fn tally(door: &Door<'_>, appraisal: AppraisalId) -> Result<Drawn, AppraisalError> {
    Ok(Drawn::writing(door.read(|reader| tally_sheet_of(reader, appraisal))?, ROOMS))
}

fn result(door: &Door<'_>, appraisal: AppraisalId) -> Result<Drawn, AppraisalError> {
    Ok(Drawn::writing(door.read(|reader| result_of(reader, appraisal))?, ROOMS))
}

/// The ballots. `copies` of 0 makes one for each who came, before the meeting for each who is expected.
///
/// # Errors
/// [`AppraisalError::NobodyToGrade`].
pub(super) fn ballots_of(
    reader: &Reader<'_>,
    id: AppraisalId,
    copies: u32,
) -> Result<AppraisalBallots, AppraisalError> {
    let known = get::known(reader, id)?;
    let names = known.graded().map(|person| person.name.clone()).collect::<Vec<_>>();
    if names.is_empty() {
        return Err(AppraisalError::NobodyToGrade);
    }
    let voters = known.present().unwrap_or(known.meeting.tally.expected);
    Ok(AppraisalBallots {
        branch: branch::stored(reader)?.name,
        title: format!("{}测评票", known.title()),
        on: known.on,
        notes: vec![
            "按姓氏笔画为序。对每名党员在一个等次下画“○”；一个也不画的，对这名党员按弃权计，画了两个以上的不计。"
                .to_owned(),
            "无记名填写，不写自己的姓名，填好后当场收回。".to_owned(),
        ],
        names,
        copies: if copies == 0 { voters } else { copies }.clamp(1, COPIES_AT_MOST),
    })
}

/// 测评汇总表 in the order of the ballots. What is not counted yet is left to a hand.
///
/// # Errors
/// [`AppraisalError::NoSuchAppraisal`].
pub(super) fn tally_sheet_of(reader: &Reader<'_>, id: AppraisalId) -> Result<Writing, AppraisalError> {
    let known = get::known(reader, id)?;
    let head = &known.meeting.head;
    let count = |name: &str, count: Option<u32>, unit: &str| {
        Fact::new(name, count.map(|count| format!("{count} {unit}")).unwrap_or_default())
    };
    let came = known.present();
    let facts = vec![
        Fact::wide("会议名称", &head.title),
        Fact::new("时间", date_title(known.on)),
        Fact::new("地点", &head.place),
        count("应到党员", came.map(|_| known.meeting.tally.expected), "人"),
        count("实到党员", came, "人"),
        count("发出测评票", known.stored.handed_out, "张"),
        count("收回测评票", known.stored.collected, "张"),
    ];
    let columns = [vec![Column::mm(14.0, "序号"), Column::share(1.0, "姓名").centred()], grades(26.0)].concat();
    let is_counted = known.stored.collected.is_some();
    let row = |(index, person): (usize, &AppraisalPerson)| {
        let counts = person.counts.filter(|_| is_counted);
        [vec![(index + 1).to_string(), person.name.clone()], cells(counts)].concat()
    };
    let rows = known.graded().enumerate().map(row).collect();
    let (branch, title) = (branch::stored(reader)?.name, format!("{}测评汇总表", known.title()));
    let mut blocks = vec![Block::title([&branch, &title]), Block::Facts { facts }];
    if known.is_void() {
        blocks.push(Block::text("收回的测评票多于发出的测评票，这次测评无效，须重新测评。"));
    }
    blocks.push(Block::Table { columns, rows, foot: String::new(), roomy: true });
    blocks.push(Block::hands(["监票人", "计票人"], Some(known.on)));
    Ok(Writing { title, branch, page: Page::Form, blocks })
}

/// 民主评议结果表: what each member came to by the four steps, as far as it is decided. Who decides the grades is 支部委员会,
/// where there is none 支部党员大会 (B06).
///
/// # Errors
/// [`AppraisalError::NoSuchAppraisal`].
pub(super) fn result_of(reader: &Reader<'_>, id: AppraisalId) -> Result<Writing, AppraisalError> {
    let known = get::known(reader, id)?;
    let branch = branch::stored_on(reader, known.on)?;
    let organ = wording::organ(branch.has_committee);
    let is_void = known.is_void();
    let ballots = match (known.stored.handed_out, known.stored.collected) {
        (Some(out), Some(back)) if is_void => {
            format!("发出测评票 {out} 张，收回 {back} 张；收回多于发出，测评无效")
        }
        (Some(out), Some(back)) => format!("发出测评票 {out} 张，收回 {back} 张"),
        _ => "没有登记".to_owned(),
    };
    let decided = known.stored.decided_on.map(|on| format!("　{}", date_title(on))).unwrap_or_default();
    let tally = known.meeting.tally;
    let attendance = wording::attendance(known.present().is_some(), tally.expected, tally.present);
    let facts = vec![
        Fact::wide("评议会议", format!("{}　{}", known.meeting.head.title, date_title(known.on))),
        Fact::wide("到会情况", attendance),
        Fact::wide("民主测评", ballots),
        Fact::wide("组织评定", format!("由{organ}评定{decided}")),
    ];
    let columns = [
        vec![
            Column::mm(10.0, "序号"),
            Column::share(1.0, "姓名").centred(),
            Column::mm(12.0, "类别"),
            Column::mm(12.0, "自评"),
            Column::mm(12.0, "互评"),
        ],
        grades(12.0),
        vec![Column::mm(20.0, "评定等次"), Column::share(1.4, "理由和帮助措施")],
    ];
    let tick = |is_done: bool| if is_done { "√" } else { "" }.to_owned();
    let row = |(index, person): (usize, &AppraisalPerson)| {
        let kind = match person.kind {
            MemberKind::Full => "正式",
            MemberKind::Probationary => "预备",
        };
        let grade = match (person.is_graded(), person.verdict.grade) {
            (false, _) => "不评定",
            (true, Some(grade)) => grade.title(),
            (true, None) => "",
        };
        [
            vec![(index + 1).to_string(), person.name.clone(), kind.to_owned()],
            vec![tick(person.own.done), tick(person.mutual.done)],
            cells(person.counts.filter(|_| !is_void && person.is_graded())),
            vec![grade.to_owned(), person.verdict.reason.clone()],
        ]
        .concat()
    };
    let rows: Vec<_> = known.people.iter().enumerate().map(row).collect();
    let totals = rules::grades(&known.people);
    let totals: Vec<_> = totals.iter().map(|count| format!("{} {} 名", count.grade.title(), count.count)).collect();
    let foot = format!("共 {} 名党员。{}。", rows.len(), totals.join("，"));
    let title = format!("{}结果表", known.title());
    let blocks = vec![
        Block::title([&branch.name, &title]),
        Block::Facts { facts },
        Block::Table { columns: columns.concat(), rows, foot, roomy: false },
        Block::Opinion { of: format!("{organ}意见"), role: "书记".to_owned() },
    ];
    Ok(Writing { title, branch: branch.name, page: Page::Form, blocks })
}

/// A column for each grade, best first.
fn grades(mm: f64) -> Vec<Column> {
    AppraisalGrade::ALL.map(|grade| Column::mm(mm, grade.title())).into()
}

/// How often each grade was given, in the order of [`grades`].
fn cells(counts: Option<AppraisalCounts>) -> Vec<String> {
    let counts = counts.map(|counts| counts.in_order().map(|count| count.to_string()));
    counts.unwrap_or_default().into()
}

impl Known {
    fn title(&self) -> String {
        wording::title(self.stored.appraisal.year)
    }

    /// Who is graded, by strokes.
    fn graded(&self) -> impl Iterator<Item = &AppraisalPerson> {
        self.people.iter().filter(|person| person.is_graded())
    }
}

impl AppraisalCounts {
    /// Best first.
    fn in_order(self) -> [u32; 4] {
        [self.excellent, self.qualified, self.basically_qualified, self.unqualified]
    }
}

/// 民主评议测评票: all alike, without a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppraisalBallots {
    pub branch: String,
    /// `2026年度民主评议党员测评票`
    pub title: String,
    /// The day of the meeting.
    pub on: NaiveDate,
    /// Who is graded, by strokes.
    pub names: Vec<String>,
    /// How to mark it.
    pub notes: Vec<String>,
    pub copies: u32,
}

document!(AppraisalBallots, "appraisal_ballots");

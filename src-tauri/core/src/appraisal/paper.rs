//! What goes on an appraisal's papers: ballots, 测评汇总表, 民主评议结果表.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::get::{self, Known};
use super::{AppraisalCounts, AppraisalError, AppraisalId, AppraisalPerson, rules, wording};
use crate::branch;
use crate::meetings::COPIES_AT_MOST;
use crate::outside::document;
use crate::roster::MemberKind;
use crate::vault::Reader;

/// The ballots. `copies` of 0 makes one for each who came, before the meeting for each who is expected.
///
/// # Errors
/// [`AppraisalError::NobodyToGrade`].
pub fn ballots_of(reader: &Reader<'_>, id: AppraisalId, copies: u32) -> Result<AppraisalBallots, AppraisalError> {
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

/// The tally in the order of the ballots; before anything was counted an empty one, to be filled in by hand.
///
/// # Errors
/// [`AppraisalError::NoSuchAppraisal`].
pub fn tally_sheet_of(reader: &Reader<'_>, id: AppraisalId) -> Result<AppraisalTallySheet, AppraisalError> {
    let known = get::known(reader, id)?;
    let tally = known.meeting.tally;
    let counted = known.stored.collected.is_some();
    let row = |person: &AppraisalPerson| AppraisalTallyRow {
        name: person.name.clone(),
        counts: person.counts.filter(|_| counted).map(AppraisalCounts::in_order),
    };
    let came = known.present();
    Ok(AppraisalTallySheet {
        branch: branch::stored(reader)?.name,
        title: format!("{}测评汇总表", known.title()),
        meeting: known.meeting.head.title.clone(),
        on: known.on,
        place: known.meeting.head.place.clone(),
        counts: vec![
            ("应到党员".to_owned(), came.map(|_| tally.expected)),
            ("实到党员".to_owned(), came),
            ("发出测评票".to_owned(), known.stored.handed_out),
            ("收回测评票".to_owned(), known.stored.collected),
        ],
        rows: known.graded().map(row).collect(),
        is_void: known.is_void(),
    })
}

/// The result, as far as it is decided.
///
/// # Errors
/// [`AppraisalError::NoSuchAppraisal`].
pub fn result_of(reader: &Reader<'_>, id: AppraisalId) -> Result<AppraisalResult, AppraisalError> {
    let known = get::known(reader, id)?;
    let branch = branch::stored_on(reader, known.on)?;
    let is_void = known.is_void();
    let row = |person: &AppraisalPerson| AppraisalResultRow {
        name: person.name.clone(),
        kind: match person.kind {
            MemberKind::Full => "正式",
            MemberKind::Probationary => "预备",
        }
        .to_owned(),
        own: person.own.done,
        mutual: person.mutual.done,
        counts: person.counts.filter(|_| !is_void && person.is_graded()).map(AppraisalCounts::in_order),
        grade: match (person.is_graded(), person.verdict.grade) {
            (false, _) => "不评定",
            (true, Some(grade)) => grade.title(),
            (true, None) => "",
        }
        .to_owned(),
        reason: person.verdict.reason.clone(),
    };
    let grades = rules::grades(&known.people);
    let tally = known.meeting.tally;
    Ok(AppraisalResult {
        title: format!("{}结果表", known.title()),
        branch: branch.name,
        organ: wording::organ(branch.has_committee).to_owned(),
        meeting: known.meeting.head.title.clone(),
        on: known.on,
        attendance: wording::attendance(known.present().is_some(), tally.expected, tally.present),
        handed_out: known.stored.handed_out,
        collected: known.stored.collected,
        is_void,
        decided_on: known.stored.decided_on,
        rows: known.people.iter().map(row).collect(),
        totals: grades.iter().map(|count| (count.grade.title().to_owned(), count.count)).collect(),
    })
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
    /// Branch name.
    pub branch: String,
    /// `2026年度民主评议党员测评票`
    pub title: String,
    /// The day of the meeting.
    pub on: NaiveDate,
    /// Who is graded, by strokes.
    pub names: Vec<String>,
    /// How to mark it.
    pub notes: Vec<String>,
    /// How many.
    pub copies: u32,
}

document!(AppraisalBallots, "appraisal_ballots");

/// 测评汇总表. What a hand is to fill in is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppraisalTallySheet {
    /// Branch name.
    pub branch: String,
    /// `2026年度民主评议党员测评汇总表`
    pub title: String,
    /// The meeting's title.
    pub meeting: String,
    /// Its day.
    pub on: NaiveDate,
    /// Where.
    pub place: String,
    /// Members and ballots, each with its name.
    pub counts: Vec<(String, Option<u32>)>,
    /// Who is graded, by strokes.
    pub rows: Vec<AppraisalTallyRow>,
    /// More were collected than handed out.
    pub is_void: bool,
}

document!(AppraisalTallySheet, "appraisal_tally");

/// One line of 测评汇总表.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppraisalTallyRow {
    /// Name.
    pub name: String,
    /// 优秀, 合格, 基本合格, 不合格
    pub counts: Option<[u32; 4]>,
}

/// 民主评议结果表
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppraisalResult {
    /// Branch name.
    pub branch: String,
    /// `2026年度民主评议党员结果表`
    pub title: String,
    /// Who decides the grades: 支部委员会, where there is none 支部党员大会 (B06).
    pub organ: String,
    /// The meeting's title.
    pub meeting: String,
    /// Its day.
    pub on: NaiveDate,
    /// How many came of how many, as a sentence.
    pub attendance: String,
    /// 发出测评票
    pub handed_out: Option<u32>,
    /// 收回测评票
    pub collected: Option<u32>,
    /// More were collected than handed out.
    pub is_void: bool,
    /// When the grades were decided.
    pub decided_on: Option<NaiveDate>,
    /// Everyone who takes part, by strokes.
    pub rows: Vec<AppraisalResultRow>,
    /// How many have which grade, best first.
    pub totals: Vec<(String, u32)>,
}

document!(AppraisalResult, "appraisal_result");

/// One line of 民主评议结果表.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppraisalResultRow {
    /// 姓名
    pub name: String,
    /// 正式, 预备
    pub kind: String,
    /// 个人自评 is done.
    pub own: bool,
    /// 党员互评 is done.
    pub mutual: bool,
    /// 优秀, 合格, 基本合格, 不合格
    pub counts: Option<[u32; 4]>,
    /// 等次
    pub grade: String,
    /// 理由和帮助措施
    pub reason: String,
}

//! What travels between the window and the room.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::InRoster;
use crate::rules::Finding;
use crate::values::{IdNumber, PartialDate, titled};

/// Identifies a development file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct DevelopmentFileId(pub i64);

/// The stage follows from the steps done; it is never entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DevelopmentStage {
    /// 入党申请人
    Applicant,
    /// 入党积极分子, from step 3
    Activist,
    /// 发展对象, from step 7
    Candidate,
    /// 预备党员, from step 15
    Probationary,
    /// 已转正, from step 24
    Converted,
}

/// A file as stored: what was entered and ticked. Stage and deadlines follow from it and are never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DevelopmentFile {
    pub id: DevelopmentFileId,
    /// As entered; `id` and `applied_on` are always this file's.
    pub person: DevelopmentPerson,
    /// The ticked steps, each with its entries in order; a step without a tick has no key.
    pub steps: BTreeMap<u32, Vec<StepEntry>>,
    /// Materials by code, as far as something was said about them.
    pub materials: BTreeMap<String, MaterialRecord>,
    /// Closed before its end.
    pub closed: Option<DevelopmentClosed>,
    /// Those of its people whom the roster knows.
    pub in_roster: InRoster,
}

/// What was said about a material.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MaterialRecord {
    /// There, not there, or not applicable.
    pub state: MaterialState,
    /// The date on the paper.
    pub dated: Option<NaiveDate>,
    /// 备注
    pub note: String,
    /// Of a kind that comes again and again, each paper by its day; `dated` is then the last of them.
    pub papers: Vec<DevelopmentPaper>,
}

/// One of several papers of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DevelopmentPaper {
    /// The date on the paper.
    pub dated: NaiveDate,
    /// 备注
    pub note: String,
}

/// Adds one paper of a kind that comes again and again, corrects one, or takes one out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperRequest {
    pub file: DevelopmentFileId,
    /// The kind, e.g. `2-5`.
    pub code: String,
    /// The day of the paper to be corrected or taken out; `None` adds one.
    pub replaces: Option<NaiveDate>,
    /// The date on the paper; `None` takes the replaced one out.
    pub dated: Option<NaiveDate>,
    /// 备注
    #[serde(default)]
    pub note: String,
}

/// The person of a file, as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DevelopmentPerson {
    /// `None` opens one.
    pub id: Option<DevelopmentFileId>,
    /// 姓名
    pub name: String,
    /// 公民身份号码
    pub id_number: Option<IdNumber>,
    /// 性别
    pub sex: Option<crate::roster::Sex>,
    /// 民族
    #[serde(default)]
    pub ethnicity: String,
    /// 出生日期
    pub birth: Option<PartialDate>,
    /// 学历
    #[serde(default)]
    pub education: String,
    /// 单位及职务
    #[serde(default)]
    pub unit_and_post: String,
    /// 手机号
    #[serde(default)]
    pub mobile: String,
    /// 培养联系人, one or two full members (D04)
    #[serde(default)]
    pub mentors: Vec<String>,
    /// 入党介绍人, two full members (D09)
    #[serde(default)]
    pub sponsors: Vec<String>,
    /// 备注
    #[serde(default)]
    pub note: String,
    /// The day of the application: entered, it ticks step 1; `None` leaves that step as it is.
    pub applied_on: Option<NaiveDate>,
}

/// Closes a file before its end, or opens it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DevelopmentCloseRequest {
    pub id: DevelopmentFileId,
    /// The day; `None` opens it again.
    pub on: Option<NaiveDate>,
    pub reason: String,
}

/// Ticks a step, corrects it, or takes the tick away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepRequest {
    pub file: DevelopmentFileId,
    /// 1 to 25.
    pub step: u32,
    /// The entry to correct or take away; `None` adds one. Only the periodic steps 6 and 21 have more than one.
    pub entry: Option<u32>,
    /// The day; `None` takes the tick away.
    pub done_on: Option<NaiveDate>,
    /// Who, what, result.
    #[serde(default)]
    pub note: String,
}

/// Says whether a material is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MaterialRequest {
    pub file: DevelopmentFileId,
    /// E.g. `1-2-1`.
    pub code: String,
    /// There, not there, or not applicable.
    pub state: MaterialState,
    /// The date on the paper.
    pub dated: Option<NaiveDate>,
    /// 备注
    #[serde(default)]
    pub note: String,
}

/// Whether a material is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MaterialState {
    /// Not there.
    #[default]
    Missing,
    /// There.
    Present,
    /// Does not apply to this person.
    NotApplicable,
}

titled! { MaterialState {
    Missing => "缺",
    Present => "已有",
    NotApplicable => "不适用",
} }

/// Whether a file must have a material. The aliases are those of `dev_materials_50.csv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MaterialNeed {
    /// Every file.
    #[serde(alias = "Y")]
    Required,
    /// A list kept by the branch, not by the file.
    Roster,
    /// One of two forms.
    #[serde(alias = "alt")]
    Alternative,
    /// Only when probation is extended or revoked.
    Branch,
}

/// A material with its state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MaterialView {
    /// E.g. `1-2-1`.
    pub code: String,
    pub name: String,
    /// Which step it belongs to; `None` for the whole stage.
    pub step: Option<u32>,
    /// 1 to 5.
    pub stage: u32,
    /// Whether a file must have it.
    pub need: MaterialNeed,
    /// Who makes it.
    pub issuer: String,
    /// There or not.
    pub state: MaterialState,
    /// The date on the paper.
    pub dated: Option<NaiveDate>,
    /// 备注
    pub note: String,
    /// Required, the file has come to its step, and it is not there.
    pub overdue: bool,
    /// It comes again and again: each paper is entered by itself.
    pub comes_again: bool,
    /// Then the papers, by day.
    pub papers: Vec<DevelopmentPaper>,
}

/// One entry of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StepEntry {
    /// Which one; it stays when others are taken away, and says nothing about their order.
    pub entry: u32,
    pub done_on: NaiveDate,
    /// Who, what, result.
    pub note: String,
}

/// How a step is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Once.
    Once,
    /// Again and again.
    Periodic,
    /// By a vote of the general meeting.
    Vote,
}

/// A step with its state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StepView {
    /// 1 to 25.
    pub step: u32,
    /// 1 to 5.
    pub stage: u32,
    pub name: String,
    /// Who acts; without a committee the general meeting (B06).
    pub actor: String,
    pub kind: StepKind,
    /// What the rule says about time.
    pub timing: Option<String>,
    /// What to mind.
    pub note: String,
    /// Done, with dates.
    pub entries: Vec<StepEntry>,
    /// Not before this day.
    pub not_before: Option<NaiveDate>,
    /// Not after this day.
    pub due: Option<NaiveDate>,
    /// The one after the highest finished step.
    pub current: bool,
    /// Its materials.
    pub materials: Vec<MaterialView>,
}

/// A file, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DevelopmentFileView {
    /// The person.
    pub person: DevelopmentPerson,
    /// Follows from the steps.
    pub stage: DevelopmentStage,
    /// The highest finished step, 0–25.
    pub last_step: u32,
    /// The 25 steps.
    pub steps: Vec<StepView>,
    /// Materials of a whole stage (no single step).
    pub stage_materials: Vec<MaterialView>,
    /// What the rules find, most pressing first.
    pub findings: Vec<Finding>,
    /// Required materials up to the last finished step that are there.
    pub materials_present: u32,
    /// Required materials up to the last finished step.
    pub materials_required: u32,
    /// Closed before its end.
    pub closed: Option<DevelopmentClosed>,
}

/// When and why a file was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DevelopmentClosed {
    pub on: NaiveDate,
    pub reason: String,
}

/// Which files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DevelopmentQuery {
    /// Part of the name or its pinyin.
    #[serde(default)]
    pub search: String,
    /// Closed and archived ones too.
    #[serde(default)]
    pub include_closed: bool,
}

/// A file on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DevelopmentRow {
    pub id: DevelopmentFileId,
    /// 姓名
    pub name: String,
    /// Stage.
    pub stage: DevelopmentStage,
    /// The highest finished step, 0–25.
    pub last_step: u32,
    /// Name of the next step; empty at the end.
    pub next_step: String,
    /// The most pressing finding.
    pub finding: Option<Finding>,
    /// Percent of the required materials up to the last finished step that are there.
    pub completeness: u32,
    /// Closed before its end.
    pub closed: bool,
}

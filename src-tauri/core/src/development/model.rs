//! What travels between the window and the room, beside the entries.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::entries::{Entry, EntryKind, Values};
use super::roster_act::RosterAct;
use crate::roster::{Member, MemberId, Sex};
use crate::rules::Finding;
use crate::values::{IdNumber, PartialDate, titled};

/// Identifies a development file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct DevelopmentFileId(pub i64);

/// The stage follows from the entries; it is never entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DevelopmentStage {
    /// 入党申请人
    Applicant,
    /// 入党积极分子, from step 3
    Activist,
    /// 发展对象, from step 7; under the text of 2026 from the end of the notice
    Candidate,
    /// 预备党员, from step 15
    Probationary,
    /// 已转正, from step 24
    Converted,
}

titled! { DevelopmentStage {
    Applicant => "入党申请人",
    Activist => "入党积极分子",
    Candidate => "发展对象",
    Probationary => "预备党员",
    Converted => "已转正",
} }

/// A file as stored: what was entered. Stage and deadlines follow from it and are never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DevelopmentFile {
    pub id: DevelopmentFileId,
    /// As entered; `id` and `applied_on` are always this file's.
    pub person: DevelopmentPerson,
    /// What happened, by day.
    pub entries: Vec<Entry>,
    /// When each was written down, in the order of `entries`.
    pub recorded_on: Vec<NaiveDate>,
    /// Mentors and sponsors, as they were entered.
    pub guides: Vec<Guide>,
    /// Those of them whom the roster knows, by the order of `guides`.
    pub guide_members: Vec<Option<Arc<Member>>>,
    /// What was said about papers, by code and date.
    pub materials: Vec<MaterialRecord>,
    /// How many pages were scanned, by the code of the paper.
    pub scans: BTreeMap<String, u32>,
    /// The branch's own intentions, by step.
    pub intended: BTreeMap<u32, NaiveDate>,
    /// Closed before its end.
    pub closed: Option<DevelopmentClosed>,
    /// Whoever is developed, once the roster knows the person.
    pub member: Option<Arc<Member>>,
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
    pub sex: Option<Sex>,
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
    /// What else is known: 简历, 家庭主要成员 …
    #[serde(default)]
    pub details: Values,
    /// 备注
    #[serde(default)]
    pub note: String,
    /// The day of the application: entered, it is step 1; `None` leaves that step as it is.
    pub applied_on: Option<NaiveDate>,
}

/// 培养联系人 or 入党介绍人.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GuideRole {
    /// 培养联系人, one or two full members (D04)
    Mentor,
    /// 入党介绍人, two full members (D09)
    Sponsor,
}

titled! { GuideRole {
    Mentor => "培养联系人",
    Sponsor => "入党介绍人",
} }

/// Identifies a mentor or sponsor of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct GuideId(pub i64);

/// A mentor or a sponsor, and from when until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Guide {
    /// `None` adds one.
    pub id: Option<GuideId>,
    pub role: GuideRole,
    /// The member of this branch; `None` for somebody of another one.
    #[serde(default)]
    pub member: Option<MemberId>,
    /// The name; of a member the one in the roster.
    #[serde(default)]
    pub name: String,
    /// The first day; `None` where it is not known.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// The first day on which it is somebody else; `None` while it lasts.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Why somebody else took over (D36).
    #[serde(default)]
    pub why: String,
}

/// Adds, corrects or takes out a mentor or a sponsor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GuideRequest {
    pub file: DevelopmentFileId,
    pub guide: Guide,
    /// That it was so was confirmed, however unlikely it is.
    #[serde(default)]
    pub insist: bool,
}

/// How a file ended before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CloseWay {
    /// The person no longer wishes it.
    Withdrawn,
    /// The branch no longer pursues it.
    NotPursued,
    /// The meeting or the superior did not agree.
    NotApproved,
    /// 取消预备党员资格
    Revoked,
    /// The person moved away; the papers go along (D07, D28).
    MovedAway,
    Other,
}

titled! { CloseWay {
    Withdrawn => "本人撤回申请",
    NotPursued => "不再培养",
    NotApproved => "未通过或未获批准",
    Revoked => "取消预备党员资格",
    MovedAway => "转到其他党组织",
    Other => "其他",
} }

/// Closes a file before its end, or opens it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DevelopmentCloseRequest {
    pub id: DevelopmentFileId,
    /// `None` opens it again.
    pub closed: Option<DevelopmentClosed>,
}

/// When, how and why a file was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DevelopmentClosed {
    pub on: NaiveDate,
    pub how: CloseWay,
    pub reason: String,
}

/// The branch's own intention for a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntentionRequest {
    pub file: DevelopmentFileId,
    /// 1 to 25.
    pub step: u32,
    /// `None` takes it back.
    pub on: Option<NaiveDate>,
}

/// Identifies what was said about a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct MaterialId(pub i64);

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

/// Whether something was corrected on a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Correction {
    /// Nothing.
    None,
    /// With a seal at the place.
    Sealed,
    /// Without.
    Unsealed,
}

titled! { Correction {
    None => "没有涂改",
    Sealed => "有涂改，已盖章",
    Unsealed => "有涂改，没有盖章",
} }

/// What was said about a paper; what is `None` is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MaterialRecord {
    /// `None` adds one.
    pub id: Option<MaterialId>,
    /// E.g. `1-2-1`.
    pub code: String,
    /// There, not there, or not applicable.
    pub state: MaterialState,
    /// The date on the paper.
    #[serde(default)]
    pub dated: Option<NaiveDate>,
    /// 页数
    #[serde(default)]
    pub pages: Option<u32>,
    /// A copy, not the original.
    #[serde(default)]
    pub is_copy: Option<bool>,
    #[serde(default)]
    pub is_signed: Option<bool>,
    #[serde(default)]
    pub is_sealed: Option<bool>,
    #[serde(default)]
    pub correction: Option<Correction>,
    /// 存放位置
    #[serde(default)]
    pub kept_at: String,
    /// 备注
    #[serde(default)]
    pub note: String,
}

/// Says of papers of a file whether they are there and in which state; of a kind that comes again each is its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MaterialsRequest {
    pub file: DevelopmentFileId,
    pub materials: Vec<MaterialRecord>,
}

/// Whether a file must have a material. The aliases are those of `development_materials.csv`.
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

/// A material with what was said about it.
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
    /// It should be signed.
    pub to_sign: bool,
    /// It should bear a seal.
    pub to_seal: bool,
    /// The superior committee asks for it, beyond the national list.
    pub local: bool,
    /// Required, the file has come to its step, and it is not there.
    pub overdue: bool,
    /// It comes again and again: each paper is entered by itself.
    pub comes_again: bool,
    /// What was said: none, one, or of a kind that comes again several, by day.
    pub records: Vec<MaterialRecord>,
    /// Scanned pages.
    pub scans: u32,
    /// The program can draw it up from the records.
    pub form: bool,
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

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Entered.
    Done,
    /// The one to be done now.
    Current,
    /// The one to be done now, and its last day is past.
    Late,
    /// Left out: a later one is done.
    Skipped,
    /// Still to come.
    Coming,
}

/// A step with what was entered.
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
    pub state: StepState,
    /// By which text it is judged, with the article: `2026年修订 第十三条`.
    pub article: String,
    /// The law changed on this step's way: what is different from now on.
    pub law_change: Option<String>,
    /// What can be entered here.
    pub kinds: Vec<EntryKind>,
    /// What was entered, by day.
    pub entries: Vec<Entry>,
    /// Not before this day.
    pub not_before: Option<NaiveDate>,
    /// Not after this day.
    pub due: Option<NaiveDate>,
    /// Worked out from the application; not a deadline of the rules.
    pub planned: Option<NaiveDate>,
    /// The branch's own intention.
    pub intended: Option<NaiveDate>,
    /// Its materials.
    pub materials: Vec<MaterialView>,
}

/// A mentor or sponsor, with what the roster says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuideView {
    pub guide: Guide,
    /// Why the person may not be it; `None` where nothing speaks against.
    pub unfit: Option<String>,
}

/// A file, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DevelopmentFileView {
    /// The person.
    pub person: DevelopmentPerson,
    /// Follows from the entries.
    pub stage: DevelopmentStage,
    /// The highest finished step, 0–25.
    pub last_step: u32,
    /// The 25 steps.
    pub steps: Vec<StepView>,
    /// What can be entered at any time, with what was.
    pub others: Vec<Entry>,
    /// Mentors and sponsors.
    pub guides: Vec<GuideView>,
    /// Materials of a whole stage (no single step).
    pub stage_materials: Vec<MaterialView>,
    /// What is due, most pressing first.
    pub findings: Vec<Finding>,
    /// What the examination of the file found, by severity.
    pub audit: AuditCount,
    /// Required materials up to the last finished step that are there.
    pub materials_present: u32,
    /// Required materials up to the last finished step.
    pub materials_required: u32,
    /// Closed before its end.
    pub closed: Option<DevelopmentClosed>,
    /// The member of the roster.
    pub member: Option<MemberId>,
    /// What the roster should say and does not.
    pub roster_act: Option<RosterAct>,
    /// A day is counted with a year whose holidays are not known (trap 10).
    pub caveat: String,
}

/// How much an examination found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct AuditCount {
    pub errors: u32,
    pub warnings: u32,
    pub notices: u32,
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
    /// What the examination of the file found.
    pub audit: AuditCount,
    /// Percent of the required materials up to the last finished step that are there.
    pub completeness: u32,
    /// Closed before its end.
    pub closed: bool,
}

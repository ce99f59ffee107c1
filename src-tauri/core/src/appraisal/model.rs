//! What travels between the window and the room.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::meetings::{AttendanceStatus, MeetingId};
use crate::problem::FieldProblem;
use crate::roster::{MemberId, MemberKind};
use crate::rules::Finding;

/// Identifies an appraisal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct AppraisalId(pub i64);

/// 等次
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AppraisalGrade {
    /// 优秀
    Excellent,
    /// 合格
    Qualified,
    /// 基本合格
    BasicallyQualified,
    /// 不合格
    Unqualified,
}

/// The four steps, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AppraisalStepKind {
    /// 个人自评
    Own,
    /// 党员互评
    Mutual,
    /// 民主测评
    Ballot,
    /// 组织评定
    Organization,
}

/// What the secretary enters to begin an appraisal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Appraisal {
    /// `None` makes a new one.
    pub id: Option<AppraisalId>,
    /// The year that is appraised; one appraisal each.
    pub year: i32,
    /// The meeting at which it is held.
    pub meeting: MeetingId,
}

/// 个人自评 of one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppraisalOwn {
    pub member: MemberId,
    pub done: bool,
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// The member's own text.
    #[serde(default)]
    pub text: String,
    /// The text is kept on another paper.
    #[serde(default)]
    pub on_paper: bool,
}

/// 个人自评 of all; who is not named has done none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppraisalOwnRequest {
    pub appraisal: AppraisalId,
    /// Whose is recorded.
    pub entries: Vec<AppraisalOwn>,
}

/// 党员互评 of one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppraisalMutual {
    /// About whom.
    pub member: MemberId,
    pub done: bool,
    /// What the others said, as noted.
    #[serde(default)]
    pub text: String,
}

/// 党员互评 of all; who is not named was not spoken about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppraisalMutualRequest {
    pub appraisal: AppraisalId,
    /// About whom something is recorded.
    pub entries: Vec<AppraisalMutual>,
}

/// 民主测评 of one member: how many chose which grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppraisalCounts {
    pub member: MemberId,
    /// 优秀
    pub excellent: u32,
    /// 合格
    pub qualified: u32,
    /// 基本合格
    pub basically_qualified: u32,
    /// 不合格
    pub unqualified: u32,
}

/// 民主测评 as counted, whole. With nothing in it the tally is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppraisalTallyRequest {
    pub appraisal: AppraisalId,
    /// 发出测评票
    pub handed_out: Option<u32>,
    /// 收回测评票
    pub collected: Option<u32>,
    /// Of whom something was counted.
    pub lines: Vec<AppraisalCounts>,
}

/// What a tally comes to while it is being entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AppraisalTallyView {
    /// More were collected than handed out.
    pub is_void: bool,
    /// What cannot be, field by field; it is refused when saved.
    pub problems: Vec<FieldProblem>,
    /// What is odd, field by field; it can be saved.
    pub remarks: Vec<FieldProblem>,
}

/// 组织评定 of one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppraisalVerdict {
    pub member: MemberId,
    /// The branch's grade; `None` when not decided.
    pub grade: Option<AppraisalGrade>,
    /// Why, and what is done about it.
    #[serde(default)]
    pub reason: String,
}

/// 组织评定 of all; who is not named has no grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppraisalGradesRequest {
    pub appraisal: AppraisalId,
    /// When it was decided.
    #[serde(default)]
    pub decided_on: Option<NaiveDate>,
    /// Whose grade is decided.
    pub entries: Vec<AppraisalVerdict>,
}

/// Which appraisals to list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppraisalQuery {
    /// Only the one of this meeting.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
}

/// An appraisal in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AppraisalRow {
    pub id: AppraisalId,
    /// Of which year.
    pub year: i32,
    /// `2026年度民主评议党员`
    pub title: String,
    pub meeting: MeetingId,
    pub on: NaiveDate,
    /// How far each step is.
    pub steps: Vec<AppraisalStep>,
    /// How many have which grade, best first.
    pub grades: Vec<AppraisalGradeCount>,
}

/// How far a step is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AppraisalStep {
    pub kind: AppraisalStepKind,
    /// Its Chinese name.
    pub name: String,
    /// Of how many members it is done …
    pub done: u32,
    /// … out of so many.
    pub of: u32,
}

/// How many have a grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct AppraisalGradeCount {
    pub grade: AppraisalGrade,
    pub count: u32,
}

/// One member in an appraisal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AppraisalPerson {
    pub member: MemberId,
    pub name: String,
    /// On the day of the meeting; who is on probation takes part and is not graded.
    pub kind: MemberKind,
    /// How the member stood to the meeting; `None` when not recorded.
    pub status: Option<AttendanceStatus>,
    /// 个人自评
    pub own: AppraisalOwn,
    /// 党员互评
    pub mutual: AppraisalMutual,
    /// 民主测评; `None` when nothing was counted.
    pub counts: Option<AppraisalCounts>,
    /// 组织评定
    pub verdict: AppraisalVerdict,
}

/// An appraisal, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AppraisalView {
    /// As entered.
    pub appraisal: Appraisal,
    /// `2026年度民主评议党员`
    pub title: String,
    /// The meeting's title.
    pub meeting_title: String,
    /// The meeting's day.
    pub on: NaiveDate,
    /// Who decides the grades: 支部委员会, where there is none 支部党员大会 (B06).
    pub organ: String,
    /// The meeting's attendance was recorded.
    pub held: bool,
    /// 应到
    pub expected: u32,
    /// 实到
    pub present: u32,
    /// How many came of how many, as a sentence.
    pub attendance: String,
    /// Everyone who takes part, by strokes.
    pub people: Vec<AppraisalPerson>,
    /// Who is graded, those with the most 优秀 first.
    pub order: Vec<MemberId>,
    /// 发出测评票
    pub handed_out: Option<u32>,
    /// 收回测评票
    pub collected: Option<u32>,
    /// More were collected than handed out.
    pub is_void: bool,
    /// As many 优秀 as there are as a rule at most.
    pub excellent_at_most: u32,
    /// When the grades were decided.
    pub decided_on: Option<NaiveDate>,
    /// How far each step is, in their order.
    pub steps: Vec<AppraisalStep>,
    /// What is missing or odd, with its article.
    pub findings: Vec<Finding>,
}

/// One year's appraisal of one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberAppraisal {
    pub appraisal: AppraisalId,
    /// Of which year.
    pub year: i32,
    /// Full or probationary then.
    pub kind: MemberKind,
    /// 个人自评 is done.
    pub own_done: bool,
    /// 民主测评
    pub counts: Option<AppraisalCounts>,
    /// The branch's grade.
    pub grade: Option<AppraisalGrade>,
    /// Why, and what is done about it.
    pub reason: String,
    /// The grade in words: `合格`, `预备党员，不评定等次`, `还没有评定`.
    pub result: String,
}

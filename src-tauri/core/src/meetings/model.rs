//! What travels between the window and the room, and what several of its folders speak of.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::attendance::ExpectedDrift;
use super::correction::Reported;
use super::record::Examination;
use super::report::AttendanceCount;
use crate::attendance::{AttendanceStatus, Exclusion};
use crate::roster::{MemberId, MemberKind};
use crate::rules::Finding;
use crate::settings::AttendanceOrder;
use crate::values::{Hours, MeetingId};

/// The seven kinds. The first four are 三会一课.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MeetingKind {
    /// 支部党员大会, quarterly (B09)
    General,
    /// 支部委员会会议, monthly (B11); none where there is no committee (B06)
    Committee,
    /// 党小组会, monthly where groups exist (B12)
    Group,
    /// 党课, quarterly by custom (B18, local)
    Lecture,
    /// 主题党日, monthly (B14)
    ThemeDay,
    /// 组织生活会, at least yearly (B15)
    OrganizationalLife,
    /// 民主评议党员, yearly (B16)
    Appraisal,
}

/// Where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MeetingState {
    /// Still to come, or its time passed without a record.
    Planned,
    /// Attendance was recorded.
    Held,
    /// Called off; kept with its reason.
    Cancelled,
}

/// Which of the three counts decides (never merged: `docs/DOMAIN.md` §2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MotionKind {
    /// An ordinary motion: starts at `2p >= N`, passes at `2f > N` (B10)
    Ordinary,
    /// 接收预备党员: starts at `2p > N`, passes at `2f > N` (D15)
    Admission,
    /// 预备党员转正: as admission (D15)
    Conversion,
    /// An election: starts at `5p >= 4N`, passes at `2f > p` (V03, V05)
    Election,
}

/// How votes were cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BallotKind {
    /// 举手表决
    Hands,
    /// 无记名投票
    Secret,
}

/// What the secretary enters to plan a meeting or to correct its head.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingHead {
    /// `None` makes a new one.
    pub id: Option<MeetingId>,
    /// One event may count as several kinds (trap 6); the first leads.
    pub kinds: Vec<MeetingKind>,
    /// Title as printed; empty takes the leading kind's name.
    #[serde(default)]
    pub title: String,
    /// Planned start, local.
    pub planned_at: NaiveDateTime,
    /// Actual start, local, once held.
    pub started_at: Option<NaiveDateTime>,
    /// Actual end, local, once held; after the start.
    pub ended_at: Option<NaiveDateTime>,
    #[serde(default)]
    pub place: String,
    /// 主持人
    #[serde(default)]
    pub chair: String,
    /// 记录人
    #[serde(default)]
    pub recorder: String,
    /// The party group, for group meetings.
    pub party_group: Option<String>,
    /// 列席人员, one name each.
    #[serde(default)]
    pub observers: Vec<String>,
    /// 党课: 主讲人
    #[serde(default)]
    pub lecturer: String,
    /// 党课: 题目
    #[serde(default)]
    pub lecture_topic: String,
    /// 党课: 学时, above 0, at most 24.
    #[serde(default)]
    pub lecture_hours: Option<Hours>,
    /// 主题党日: what was done, in the secretary's own words.
    #[serde(default)]
    pub activity: String,
}

/// The written part of a meeting. All text is the secretary's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingRecordRequest {
    pub id: MeetingId,
    /// Agenda items in order, each with what was said.
    pub agenda: Vec<AgendaItem>,
    /// Resolutions in order.
    pub resolutions: Vec<Resolution>,
}

/// One item of the agenda.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgendaItem {
    /// What it is about.
    pub title: String,
    /// What was said, as entered.
    #[serde(default)]
    pub content: String,
    /// What single persons said, in order.
    #[serde(default)]
    pub points: Vec<Point>,
}

/// 发言要点
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Point {
    /// Who spoke.
    pub speaker: String,
    /// What was said, as entered.
    pub content: String,
}

impl Point {
    /// With the speaker in front, where one is named.
    pub fn spoken(&self) -> String {
        if self.speaker.is_empty() { self.content.clone() } else { format!("{}：{}", self.speaker, self.content) }
    }
}

/// Identifies a resolution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct ResolutionId(pub i64);

/// 决议
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Resolution {
    /// `None` for a new one.
    #[serde(default)]
    pub id: Option<ResolutionId>,
    pub text: String,
    /// Who sees to it.
    pub responsible: Option<String>,
    pub due: Option<NaiveDate>,
}

/// One person's attendance as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttendanceEntry {
    pub member: MemberId,
    /// How; `None` when not yet recorded.
    pub status: Option<AttendanceStatus>,
    /// Why on leave.
    pub reason: Option<String>,
    /// 迟到, of someone present.
    #[serde(default)]
    pub late: bool,
    /// Does not count among the voting members expected (V11).
    #[serde(default)]
    pub exclusion: Option<Exclusion>,
}

/// The attendance of a meeting, whole. Saving it the first time freezes who was expected and who could vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttendanceRequest {
    pub id: MeetingId,
    /// Everyone whose status was entered.
    pub entries: Vec<AttendanceEntry>,
}

/// A vote as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Vote {
    pub meeting: MeetingId,
    /// `None` adds one.
    pub id: Option<i64>,
    /// What was voted on, e.g. `接收李某某为预备党员`.
    pub subject: String,
    /// Which count decides.
    pub motion: MotionKind,
    /// How votes were cast.
    pub ballot: BallotKind,
    /// 赞成, of those present.
    pub votes_for: u32,
    /// 不赞成, of those present.
    pub votes_against: u32,
    /// 弃权, of those present.
    pub abstained: u32,
    /// Written opinions in favour from voting members who could not come (D17); only for admission and conversion.
    #[serde(default)]
    pub written_for: u32,
    /// Written opinions against (D17).
    #[serde(default)]
    pub written_against: u32,
}

/// Names a vote to be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VoteRef {
    pub meeting: MeetingId,
    /// Which vote.
    pub id: i64,
}

/// Calls a meeting off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingCancelRequest {
    pub id: MeetingId,
    pub reason: String,
}

/// Which meetings to list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingQuery {
    /// First day, inclusive.
    pub from: Option<NaiveDate>,
    /// Last day, inclusive.
    pub to: Option<NaiveDate>,
    /// Only this kind.
    pub kind: Option<MeetingKind>,
    /// Part of the title, place or agenda.
    #[serde(default)]
    pub search: String,
}

/// A meeting in a list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MeetingRow {
    pub id: MeetingId,
    /// Its kinds, leading one first.
    pub kinds: Vec<MeetingKind>,
    /// Title.
    pub title: String,
    /// Actual start, else the planned one.
    pub at: NaiveDateTime,
    pub place: String,
    /// The party group, for group meetings.
    pub party_group: Option<String>,
    /// Where it stands.
    pub state: MeetingState,
    /// Counts, once attendance was recorded.
    pub tally: Option<AttendanceTally>,
    /// Agenda items have text, a resolution stands, or what was done is told.
    pub has_record: bool,
}

/// Attendance in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttendanceTally {
    /// 应到: everyone expected, without those of whom it was not required and who did not come.
    pub expected: u32,
    /// 实到
    pub present: u32,
    /// Of those present, 迟到.
    #[serde(default)]
    pub late: u32,
    /// 请假
    pub on_leave: u32,
    /// 缺席
    pub absent: u32,
    /// 不作硬性要求
    pub not_required: u32,
    /// Not yet recorded.
    pub unrecorded: u32,
    /// 有表决权: full members whose rights are not suspended and who are not excluded (V11).
    pub voting_expected: u32,
    /// Of those, present.
    pub voting_present: u32,
}

/// What a vote needs, said before it is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VoteNeeds {
    /// Which count.
    pub motion: MotionKind,
    /// Voting members that must be present.
    pub present_needed: u32,
    /// Votes in favour that must be reached.
    pub votes_needed: u32,
    /// Enough are present.
    pub may_start: bool,
    /// The sentence to show.
    pub sentence: String,
}

/// A vote with its outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VoteView {
    /// As entered.
    #[serde(flatten)]
    pub vote: Vote,
    /// Voting members expected, frozen.
    pub voting_expected: u32,
    /// Voting members present, frozen.
    pub voting_present: u32,
    /// Passed or not.
    pub passed: bool,
    /// The sentence to read out.
    pub announcement: String,
}

/// One person on a meeting's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AttendanceRow {
    pub member: MemberId,
    pub name: String,
    /// Full or probationary, on the day.
    pub kind: MemberKind,
    /// Party group.
    pub party_group: String,
    /// May vote on the day.
    pub voting: bool,
    /// 不作硬性要求 (B19): away, this person is never absent.
    pub attendance_not_required: bool,
    /// As recorded.
    pub status: Option<AttendanceStatus>,
    /// Why on leave.
    pub reason: Option<String>,
    /// 迟到
    pub late: bool,
    /// Does not count among the voting members expected (V11).
    pub exclusion: Option<Exclusion>,
}

/// A meeting, whole.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MeetingView {
    /// Head as entered.
    pub head: MeetingHead,
    /// Where it stands.
    pub state: MeetingState,
    /// Why it was called off.
    pub cancel_reason: Option<String>,
    /// Agenda and contents.
    pub agenda: Vec<AgendaItem>,
    /// Everyone expected; live from the roster until attendance is first saved, then frozen.
    pub attendance: Vec<AttendanceRow>,
    /// In which order its people stand.
    pub order: AttendanceOrder,
    /// Who was expected is frozen.
    pub frozen: bool,
    /// How the frozen list differs from the roster as it says of that day now.
    pub drift: Option<ExpectedDrift>,
    /// In numbers.
    pub tally: AttendanceTally,
    /// What each kind of vote would need with the present numbers.
    pub needs: Vec<VoteNeeds>,
    /// Votes taken.
    pub votes: Vec<VoteView>,
    /// Resolutions.
    pub resolutions: Vec<Resolution>,
    /// 组织生活会: what the members found in themselves, in the order of attendance.
    pub examinations: Vec<Examination>,
    /// The signed report that counts this meeting, if there is one.
    pub reported: Option<Reported>,
    /// What is missing or odd, with its article.
    pub findings: Vec<Finding>,
}

/// Asks for one member's meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberMeetingsRequest {
    pub member: MemberId,
    /// First day; `None` is ever since.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day; `None` is until now.
    #[serde(default)]
    pub to: Option<NaiveDate>,
}

/// One member's meetings of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberMeetings {
    /// In numbers, as in the report.
    pub attendance: AttendanceCount,
    /// One by one, newest first.
    pub meetings: Vec<MemberMeeting>,
}

/// How one member stood to one meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberMeeting {
    pub id: MeetingId,
    pub at: NaiveDateTime,
    /// What it counted as.
    pub kinds: Vec<MeetingKind>,
    pub title: String,
    /// How the member stood to it; `None` when not recorded.
    pub status: Option<AttendanceStatus>,
    /// Why on leave.
    pub reason: String,
}

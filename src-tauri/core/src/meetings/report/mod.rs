//! What a quarterly report says about meetings.

pub(super) mod statistics;
#[cfg(test)]
mod tests;

pub use statistics::{
    any_held, attendance_by_member, of_kind, of_quarter, quarter_findings, quarter_kinds, quarter_meetings, rate,
};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::MeetingKind;

/// Meetings of one kind against what the rules ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportMeetingKind {
    /// Which kind.
    pub kind: MeetingKind,
    /// Its Chinese name.
    pub name: String,
    /// Asked for in the quarter; 0 where the rules ask per year.
    pub required: u32,
    /// Planned and not called off.
    pub planned: u32,
    /// Held.
    pub held: u32,
    /// Asked for and neither planned nor held, each in its own month, quarter or year.
    #[serde(default)]
    pub lacking: u32,
    /// 应到, summed.
    pub expected: u32,
    /// 实到, summed.
    pub present: u32,
}

/// One meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportMeeting {
    /// The day.
    pub on: NaiveDate,
    /// Kinds in Chinese, joined with `、`.
    pub kinds: String,
    /// Title.
    pub title: String,
    /// Held, or still only planned.
    pub held: bool,
    /// 应到
    pub expected: u32,
    /// 实到
    pub present: u32,
}

/// One member's attendance in the quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportAttendance {
    /// Name.
    pub name: String,
    /// 正式 / 预备
    pub kind: String,
    /// Meetings at which the member was expected.
    pub expected: u32,
    /// 到会
    pub present: u32,
    /// 请假
    pub on_leave: u32,
    /// 缺席
    pub absent: u32,
    /// Came to none of the last three meetings, of any kind, also of before the period.
    pub missed_three: bool,
}

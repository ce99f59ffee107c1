//! What the quarterly report says about meetings, and who came to them.

pub(super) mod statistics;
#[cfg(test)]
mod tests;

pub use statistics::{
    AttendanceCount, KindCount, any_held, attendance_by_member, kinds_with_rows, of_kind, of_period, rate, watch,
};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MeetingRow, MeetingState, wording};
use crate::report_section::{ReportCheck, ReportContext, ReportFact, ReportSection};
use crate::roster;
use crate::values::{Period, Room, day_title};
use crate::vault::{Reader, VaultError};

/// Meetings that are named before signing; more are counted.
const MOST_NAMED: usize = 3;

/// 三会一课 and 主题党日 in the period.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MeetingsSection {
    /// One line per kind that the rules ask for or that took place.
    pub kinds: Vec<ReportMeetingKind>,
    /// Each meeting that was held or planned, by time.
    pub meetings: Vec<ReportMeeting>,
}

/// Meetings of one kind against what the rules ask for. An event of several kinds counts in each of their lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportMeetingKind {
    /// 支部党员大会, 支部委员会会议, 党小组会, 党课, 主题党日 …
    pub name: String,
    /// How many the rules ask for in the period; 0 where they ask per year and the period is shorter.
    pub required: u32,
    /// How many were planned and not called off, held ones included.
    pub planned: u32,
    /// How many were held.
    pub held: u32,
    /// How many are asked for and neither planned nor held.
    pub lacking: u32,
    /// 应到, summed over the meetings held.
    pub expected: u32,
    /// 实到, summed over the meetings held.
    pub present: u32,
}

/// One meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportMeeting {
    pub on: NaiveDate,
    /// Its kinds in Chinese, joined with `、`.
    pub kinds: String,
    pub title: String,
    /// Whether it was held, or is only planned.
    pub held: bool,
    /// 应到; 0 of a meeting that was not held.
    pub expected: u32,
    /// 实到; 0 of a meeting that was not held.
    pub present: u32,
}

/// 党员参加组织生活情况 in the period.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AttendanceSection {
    /// One line per member, in the order of the roster; whose membership is suspended is left out.
    pub members: Vec<ReportAttendance>,
}

/// One member's attendance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportAttendance {
    /// The member's name.
    pub name: String,
    /// 正式 or 预备.
    pub kind: String,
    /// Meetings at which the member was expected.
    pub expected: u32,
    /// 到会
    pub present: u32,
    /// 请假
    pub on_leave: u32,
    /// 缺席
    pub absent: u32,
    /// Whether the member came to none of the last three meetings, also of those before the period.
    pub missed_three: bool,
}

impl ReportSection for MeetingsSection {
    const KEY: &'static str = "meetings";
    const TITLE: &'static str = "三会一课与主题党日";

    fn build(context: &ReportContext<'_>) -> Result<Self, VaultError> {
        let (kinds, _) = kinds_with_rows(context.reader, context.rules, context.period)?;
        Ok(Self {
            kinds: kinds.into_iter().map(ReportMeetingKind::from).collect(),
            meetings: meetings_of(context.reader, context.period)?,
        })
    }

    fn checks(&self, context: &ReportContext<'_>) -> Vec<ReportCheck> {
        vec![ReportCheck::new(Self::TITLE, context.found_in(Room::Meetings))]
    }

    /// Meetings that are neither held nor called off would be written down as not held.
    fn before_signing(&self) -> Option<String> {
        let open: Vec<_> = self.meetings.iter().filter(|meeting| !meeting.held).collect();
        if open.is_empty() {
            return None;
        }
        let named = open.iter().take(MOST_NAMED).map(|meeting| format!("{}{}", day_title(meeting.on), meeting.title));
        let named = named.collect::<Vec<_>>().join("、");
        let more = if open.len() > MOST_NAMED { "等" } else { "" };
        Some(format!(
            "有 {} 次会议既没有登记到会，也没有取消（{named}{more}），报告里写作“未召开”；签名后再登记，也要先写明理由",
            open.len()
        ))
    }

    fn facts(&self) -> Vec<ReportFact> {
        let held: Vec<_> = self.kinds.iter().map(|kind| format!("{} {} 次", kind.name, kind.held)).collect();
        vec![ReportFact::new("组织生活", held.join("，"))]
    }
}

impl ReportSection for AttendanceSection {
    const KEY: &'static str = "attendance";
    const TITLE: &'static str = "党员参加组织生活情况";

    fn build(context: &ReportContext<'_>) -> Result<Self, VaultError> {
        let mut asked = roster::members_on(context.reader, context.as_of)?;
        asked.retain(|member| !member.is_suspended_on(context.as_of));
        let lines = attendance_by_member(context.reader, &asked, context.period.first_day(), context.as_of)?;
        Ok(Self { members: lines.into_iter().map(ReportAttendance::from).collect() })
    }

    fn facts(&self) -> Vec<ReportFact> {
        let sum = |count: fn(&ReportAttendance) -> u32| self.members.iter().map(count).sum::<u32>();
        let (expected, present) = (sum(|member| member.expected), sum(|member| member.present));
        let rate = rate(present, expected).map(|rate| format!("，到会率 {rate}%")).unwrap_or_default();
        vec![ReportFact::new("到会", format!("应到 {expected} 人次，实到 {present} 人次{rate}"))]
    }
}

/// Each meeting held or planned in a period, by time.
fn meetings_of(reader: &Reader<'_>, period: Period) -> Result<Vec<ReportMeeting>, VaultError> {
    let not_cancelled = of_period(reader, period)?.into_iter().filter(|row| row.state != MeetingState::Cancelled);
    Ok(not_cancelled.map(ReportMeeting::from).collect())
}

impl From<KindCount> for ReportMeetingKind {
    fn from(count: KindCount) -> Self {
        Self {
            name: count.name,
            required: count.required,
            planned: count.planned,
            held: count.held,
            lacking: count.lacking,
            expected: count.expected,
            present: count.present,
        }
    }
}

impl From<MeetingRow> for ReportMeeting {
    fn from(row: MeetingRow) -> Self {
        let tally = row.tally.unwrap_or_default();
        Self {
            on: row.at.date(),
            kinds: wording::kinds(&row.kinds),
            title: row.title,
            held: row.state == MeetingState::Held,
            expected: tally.expected,
            present: tally.present,
        }
    }
}

impl From<AttendanceCount> for ReportAttendance {
    fn from(count: AttendanceCount) -> Self {
        Self {
            name: count.name,
            kind: count.kind,
            expected: count.expected,
            present: count.present,
            on_leave: count.on_leave,
            absent: count.absent,
            missed_three: count.missed_three,
        }
    }
}

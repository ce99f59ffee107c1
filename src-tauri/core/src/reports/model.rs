//! What a quarterly report says: the same structure is typeset, put into the file as `report.json`, and read back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::meetings::{ReportAttendance, ReportMeeting, ReportMeetingKind};
use crate::outside::document;
use crate::rules::Finding;
use crate::values::{Hours, Quarter};

/// `report.json`'s schema; raised when a field changes its meaning.
pub const REPORT_FORMAT: u32 = 1;

/// One branch, one quarter (`docs/DOMAIN.md` §5).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct QuarterlyReport {
    /// [`REPORT_FORMAT`].
    pub format: u32,
    /// Which quarter.
    pub quarter: Quarter,
    /// 1 for the first, then one more for each correction.
    pub version: u32,
    /// Why it was corrected.
    pub reason: Option<String>,
    /// The day the figures were taken.
    pub as_of: NaiveDate,
    /// 隶属关系 and 组织设置.
    pub branch: ReportBranch,
    /// 党员人数
    pub members: ReportMembers,
    /// 三会一课与主题党日, one line per kind that applies.
    pub meeting_kinds: Vec<ReportMeetingKind>,
    /// Each meeting held or planned in the quarter, by time.
    pub meetings: Vec<ReportMeeting>,
    /// 组织生活 attendance by member, in roster order.
    pub attendance: Vec<ReportAttendance>,
    /// 发展党员, one line per open file.
    pub development: Vec<ReportDevelopment>,
    /// 学习
    pub study: ReportStudy,
    /// What the rules say is missing or late.
    pub findings: Vec<Finding>,
    /// 存在问题与整改, the secretary's own words.
    pub problems: String,
    /// 下季度计划, the secretary's own words.
    pub plan: String,
    /// Head of the audit chain when the report was made, hex.
    pub audit_head: String,
    /// What the signature mark says; `None` on an unsigned print.
    pub mark: Option<ReportMark>,
}

document! {
    QuarterlyReport, "quarterly_report",
    /// A tag for every cell is nine tenths of a report's objects, and whoever checks a report has to read them all; its
    /// figures are attached as data.
    fn is_tagged(&self) -> bool {
        false
    }
}

/// The visible, textual signature mark. Never a seal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportMark {
    /// Who signs: the branch.
    pub signer: String,
    /// `2026-10-03 09:12 +08:00`
    pub signed_at: String,
    /// Certificate fingerprint, 64 upper-case hex digits.
    pub fingerprint: String,
}

/// The branch as reported.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportBranch {
    /// 党支部全称
    pub name: String,
    /// 党支部 / 联合党支部 / 临时党支部
    pub kind: String,
    /// 上级党组织
    pub superior: String,
    /// 所在社会组织, joined with `、`
    pub unit: String,
    /// Each of them with the number of its members; of a joint branch.
    #[serde(default)]
    pub units: Vec<ReportCount>,
    /// 届次 and 任期; `None` when none is on record.
    #[serde(default)]
    pub term: Option<ReportTerm>,
    /// 党建组织员, 第一书记 …: `党建组织员 张三（示例街道）`.
    #[serde(default)]
    pub helpers: Vec<String>,
    /// 书记
    pub secretary: String,
    /// Offices and who holds them, `组织委员 张三`.
    pub offices: Vec<String>,
    /// Party groups by name with member counts.
    pub groups: Vec<ReportCount>,
}

/// The term that ran on the day of the figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportTerm {
    /// 第几届
    pub number: u32,
    /// 选举日期
    pub elected_on: NaiveDate,
    /// 届满日期
    pub due_on: NaiveDate,
}

/// A label and a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportCount {
    /// What was counted.
    pub label: String,
    /// How many.
    pub count: u32,
}

/// The number of members and how it came about: start + admitted + moved_in + returned − moved_out − other_out = end.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportMembers {
    /// On the first day, before anything happened.
    pub start: u32,
    /// 发展
    pub admitted: u32,
    /// 转入
    pub moved_in: u32,
    /// 恢复 and other ways in
    pub other_in: u32,
    /// 转出
    pub moved_out: u32,
    /// 去世, 除名 … and other ways out
    pub other_out: u32,
    /// On the last day (or today, in a running quarter).
    pub end: u32,
    /// 正式 at the end.
    pub full: u32,
    /// 预备 at the end.
    pub probationary: u32,
    /// 停止党籍 at the end (E04): in neither of the two before.
    #[serde(default)]
    pub suspended: u32,
    /// 性别
    pub by_sex: Vec<ReportCount>,
    /// The bands of the 党内统计.
    pub by_age: Vec<ReportCount>,
    /// 学历
    pub by_education: Vec<ReportCount>,
}

/// One development file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportDevelopment {
    /// Name.
    pub name: String,
    /// 入党申请人 / 入党积极分子 / 发展对象 / 预备党员
    pub stage: String,
    /// Number of the last finished step, 0–25.
    pub step: u32,
    /// Its name.
    pub step_name: String,
    /// What comes next and by when, in Chinese; may be empty.
    pub next: String,
    /// Required materials not yet there.
    pub missing_materials: u32,
}

/// Study in the quarter and the year so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportStudy {
    /// Sessions in the quarter.
    pub sessions: u32,
    /// Their hours, summed.
    pub hours: Hours,
    /// Members who have reached their hours of the year (E01 32, E02 56).
    pub reached: u32,
    /// Members who have not.
    pub not_reached: u32,
    /// Hours per member in the year so far, in roster order.
    pub by_member: Vec<ReportStudyMember>,
}

/// One member's hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportStudyMember {
    /// Name.
    pub name: String,
    /// In the quarter.
    pub quarter_hours: Hours,
    /// In the year so far.
    pub year_hours: Hours,
    /// To be reached in the year; pro rata for those who joined in mid-year (trap 7).
    pub required: Hours,
}

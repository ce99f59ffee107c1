//! 首页: what is to be done, and how the quarter stands.

mod overview;

pub use overview::overview;

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::meetings::ReportMeetingKind;
use crate::reports::ReportCount;
use crate::rules::Finding;
use crate::values::{Hours, Quarter};

/// The home page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HomeView {
    /// Today.
    pub today: NaiveDate,
    /// The running quarter.
    pub quarter: Quarter,
    /// Days left in it.
    pub days_left: u32,
    /// What is to be done, most pressing first.
    pub todo: Vec<Finding>,
    /// Meetings of the quarter by kind.
    pub meeting_kinds: Vec<ReportMeetingKind>,
    /// Percent present of expected this quarter; `None` before the first meeting.
    pub attendance_percent: Option<u32>,
    /// Hours per member this year, on average.
    pub study_average: Hours,
    /// Members who have not reached their hours.
    pub study_not_reached: u32,
    /// Open development files by stage.
    pub development: Vec<ReportCount>,
    /// Members now.
    pub members: u32,
    /// The first steps of a new file, done or not.
    pub first_steps: Vec<FirstStep>,
}

/// One of the first steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FirstStep {
    /// Stable name: `import_roster`, `set_offices`, `first_meeting`, `first_study`, `backup`.
    pub code: String,
    /// In Chinese.
    pub title: String,
    /// Done.
    pub done: bool,
}

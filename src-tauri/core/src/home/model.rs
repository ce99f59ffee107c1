//! The home page on the wire.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::meetings::KindCount;
use crate::roster::LabelCount;
use crate::rules::{Finding, RuleId, Subject};
use crate::values::{Hours, Quarter, Room};

/// The home page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HomeView {
    /// Today.
    pub today: NaiveDate,
    /// The running quarter.
    pub quarter: Quarter,
    /// Days left in it.
    pub days_left: u32,
    /// What is to be done, most pressing first, without what was set aside.
    pub todo: Vec<Finding>,
    /// What was set aside and would be in `todo` otherwise.
    pub set_aside: Vec<HomeAside>,
    /// Meetings of the quarter by kind.
    pub meeting_kinds: Vec<KindCount>,
    /// Percent present of expected this quarter; `None` before the first meeting.
    pub attendance_percent: Option<u32>,
    /// Hours per member this year, on average.
    pub study_average: Hours,
    /// Members who have not reached their hours.
    pub study_not_reached: u32,
    /// Open development files by stage.
    pub development: Vec<LabelCount>,
    /// Members now, without those whose membership is suspended.
    pub members: u32,
    /// Those (停止党籍, E04), counted apart.
    pub suspended: u32,
    /// The first steps of a new file, done or not.
    pub first_steps: Vec<FirstStep>,
}

/// What is late or due in one room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct HomeBadge {
    pub room: Room,
    /// How many lines of the home page are about it.
    pub count: u32,
}

/// Identifies a line that was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct HomeAsideId(pub i64);

/// Findings to set aside, as `todo` has them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct HomeSetAsideRequest {
    /// Which; several where many alike are one line.
    pub findings: Vec<Finding>,
    /// For good or for a while.
    pub how: HomeAsideHow,
}

/// Why a line is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum HomeAsideHow {
    /// 不适用: it does not concern this branch or this person.
    NotApplicable {
        /// In the secretary's own words; not empty.
        reason: String,
    },
    /// 稍后: shown again from this day on.
    Later {
        /// After today, within a year.
        until: NaiveDate,
    },
}

/// A line that was set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HomeAside {
    pub id: HomeAsideId,
    /// The rule that had spoken.
    pub rule: Option<RuleId>,
    /// The record it spoke of.
    pub subject: Subject,
    /// The day it was due.
    pub due: Option<NaiveDate>,
    /// What told it from others of them ([`Finding::key`]).
    pub key: String,
    /// What it said.
    pub message: String,
    /// Why it is not shown.
    pub how: HomeAsideHow,
    /// When it was set aside.
    pub set_on: NaiveDate,
}

/// One of the first steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FirstStep {
    /// Stable name: `import_roster`, `set_offices`, `first_meeting`, `first_study`, `backup`.
    pub code: String,
    /// In Chinese.
    pub title: String,
    pub done: bool,
}

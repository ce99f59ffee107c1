//! The home page on the wire.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::meetings::KindCount;
use crate::roster::LabelCount;
use crate::rules::{Finding, RuleId, Severity, Subject};
use crate::values::{Quarter, Room, titled};

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
    /// How many of `todo` fall into each group, in its order; empty groups are left out.
    pub groups: Vec<HomeGroup>,
    /// What was set aside and would be in `todo` otherwise.
    pub set_aside: Vec<HomeAside>,
    /// Meetings of the quarter by kind.
    pub meeting_kinds: Vec<KindCount>,
    /// The branch in figures.
    pub figures: Vec<HomeFigure>,
    /// Who came to the meetings of the year, month by month up to this one.
    pub attendance: Vec<HomeMonthRate>,
    /// Members who have reached their hours of the year.
    pub study_reached: u32,
    /// Members who have not.
    pub study_not_reached: u32,
    /// Open development files by stage.
    pub development: Vec<LabelCount>,
    /// How backup, report and certificate stand.
    pub states: Vec<HomeState>,
    /// The first steps of a new file, done or not.
    pub first_steps: Vec<FirstStep>,
}

/// By when something is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HomeWhen {
    /// Its day is past, or it cannot be right as it is.
    Overdue,
    /// Today; also what has been open since a day that is past and is not late.
    Today,
    /// Until Sunday.
    Week,
    /// Until the end of the month.
    Month,
    /// Until the end of the quarter.
    Quarter,
    /// Later, or on no day.
    Later,
}

titled! { HomeWhen {
    Overdue => "逾期",
    Today => "今天",
    Week => "本周",
    Month => "本月",
    Quarter => "本季度",
    Later => "以后或没有期限",
} }

/// A group of what is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct HomeGroup {
    pub when: HomeWhen,
    pub count: u32,
}

/// A figure of the branch; the window knows by its code which list it opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HomeFigure {
    /// Stable name.
    pub code: String,
    /// What is counted, in Chinese.
    pub name: String,
    /// The figure with its unit.
    pub value: String,
    /// What is to be said besides; may be empty.
    pub note: String,
}

/// Who came to the meetings of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct HomeMonthRate {
    /// 1 to 12.
    pub month: u32,
    /// 应到, summed.
    pub expected: u32,
    /// 实到, summed.
    pub present: u32,
    /// Percent present of expected; `None` where nobody was expected.
    pub percent: Option<u32>,
}

/// How something stands that the branch depends on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HomeState {
    /// Stable name: `backup`, `report`, `certificate`.
    pub code: String,
    /// In Chinese.
    pub name: String,
    /// How it stands, in a few words.
    pub said: String,
    /// Nothing needs to be done about it.
    pub is_good: bool,
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
    /// 已经办了, of which the records do not tell: shown again when they say something else of the matter.
    Done {
        /// When and how, in the secretary's own words; not empty.
        note: String,
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
    /// How pressing it was when it was said to be done; `None` where it was not.
    pub done_as: Option<Severity>,
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

/// Which month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HomeCalendarRequest {
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

/// A month of the branch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HomeMonth {
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// Whether the holidays of the year are known.
    pub knows_holidays: bool,
    /// Every day of it.
    pub days: Vec<HomeDay>,
}

/// A day of the month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HomeDay {
    pub on: NaiveDate,
    /// 休 or 班, where the notice of the year names the day.
    pub off: Option<bool>,
    /// The holiday that the notice names, 春节; empty of an ordinary day.
    pub holiday: String,
    /// What is on it.
    pub items: Vec<HomeDayItem>,
}

/// Something that is on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HomeDayItem {
    pub kind: HomeDayKind,
    /// What, and where it leads.
    pub about: Finding,
}

/// What is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HomeDayKind {
    /// A meeting that is not called off.
    Meeting,
    /// A study session.
    Study,
    /// The last day of something that is to be done.
    Deadline,
    /// 政治生日: the day on which somebody joined the Party, in a later year.
    Anniversary,
}

titled! { HomeDayKind {
    Meeting => "会议",
    Study => "学习",
    Deadline => "期限",
    Anniversary => "政治生日",
} }

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HomeFindRequest {
    /// Characters, pinyin, initials, the end of a number, or the number of a rule.
    pub text: String,
    /// What the window itself has to offer: its pages, its papers, what can be done.
    pub names: Vec<String>,
}

/// What was found, the best first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct HomeFound {
    /// Places in `names` of the request.
    pub names: Vec<u32>,
    /// Members, then those who have left.
    pub people: Vec<HomeHit>,
    /// Meetings, the newest first.
    pub meetings: Vec<HomeHit>,
    /// Development files, open ones first.
    pub files: Vec<HomeHit>,
    /// Documents of the library.
    pub documents: Vec<HomeHit>,
    /// Rules, each in the text that is in force.
    pub rules: Vec<HomeHit>,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HomeHit {
    /// The number of the record, or of the rule.
    pub key: String,
    pub name: String,
    /// What tells it from others.
    pub note: String,
}

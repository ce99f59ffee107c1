//! What can be set.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::values::{Hours, Month, titled};

/// What the secretary can set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// Minutes without activity after which the window locks; 0 never.
    pub lock_after_minutes: LockAfter,
    /// 经办人: who enters things, for the members' timelines; empty means the secretary.
    pub operator: String,
    /// 介绍信有效期 in days, as the superior sets it (E12); `None` takes the rule's.
    pub letter_valid_days: Option<u32>,
    /// Where that is laid down.
    pub letter_valid_source: String,
    /// In which order people stand on the attendance list and the sign-in sheet.
    pub attendance_order: AttendanceOrder,
    /// What the superior committee asks for of development files beyond the national rules.
    pub development: DevelopmentSettings,
    /// How dues are collected here.
    pub dues: DuesSettings,
    /// How many hours of study a day, a half day or an online item counts as.
    pub study: StudySettings,
    /// Which parts the handbook of a year has; those that are not named are there under their usual names.
    pub handbook: Vec<HandbookChoice>,
    /// What goes into the package for an inspection, in its order; what is not named comes last under its usual name.
    pub package: Vec<PackageChoice>,
}

/// A kind of material in the package for an inspection (迎检材料) as the branch has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PackageChoice {
    pub item: PackageItem,
    /// Its name here; empty for the usual one.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub left_out: bool,
}

/// The kinds of material that an inspection asks for, in their usual order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PackageItem {
    About,
    Roster,
    Plans,
    General,
    Committee,
    Group,
    Lecture,
    ThemeDay,
    OrganizationalLife,
    Appraisal,
    SignInScans,
    MeetingFiles,
    Attendance,
    Elections,
    Talks,
    Study,
    Development,
    DevelopmentAudit,
    Dues,
    Transfers,
    Discipline,
    Rectification,
    Reports,
    HandOver,
}

/// A part of 党支部工作手册 as the branch has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HandbookChoice {
    pub part: HandbookPart,
    /// Its name here; empty for the usual one.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub left_out: bool,
}

/// The parts of 党支部工作手册, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HandbookPart {
    About,
    Roster,
    PlanAndSummary,
    General,
    Committee,
    Group,
    Lecture,
    ThemeDay,
    OrganizationalLife,
    Appraisal,
    Talks,
    Study,
    Development,
    Dues,
    Transfers,
    Discipline,
    Letters,
    Publicity,
    Organization,
    Inspections,
    HandOver,
}

/// 学时表: what counts as how many hours of study where the branch is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct StudySettings {
    /// Line by line, as the form of a session offers them.
    pub hours: Vec<StudyHours>,
    /// Where that is laid down.
    pub source: String,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StudyHours {
    /// `一天`, `半天`, `线上一项` …
    pub name: String,
    pub hours: Hours,
}

impl Default for StudySettings {
    /// What is usual; no national rule says it.
    fn default() -> Self {
        let line = |(name, hours): (&str, u32)| StudyHours { name: name.to_owned(), hours: Hours::whole(hours) };
        let usual = [("一天", 8), ("半天", 4), ("线上一项", 1)];
        Self {
            hours: usual.map(line).into(), source: "通行做法；上级另有规定的，改成上级的".to_owned()
        }
    }
}

/// How dues are collected where the branch is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DuesSettings {
    /// To what an amount that is owed is rounded (F14).
    pub rounding: DuesRounding,
    /// The first month that is rounded so; earlier ones are exact. `None` rounds all.
    pub rounding_from: Option<Month>,
    /// Paid by the quarter, as the branch agreed (F10): a month is due when its quarter ends.
    pub quarterly: bool,
    /// Where that is laid down.
    pub source: String,
}

/// To what an amount is rounded, half of it upwards.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DuesRounding {
    /// 保留到分
    #[default]
    Fen,
    /// 四舍五入到角
    Jiao,
    /// 四舍五入到元
    Yuan,
}

titled! { DuesRounding {
    Fen => "保留到分",
    Jiao => "四舍五入到角",
    Yuan => "四舍五入到元",
} }

/// What is asked for of development files where the branch is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DevelopmentSettings {
    /// Checks that do not apply here, by id; only local ones and those by custom can be switched off.
    pub checks_off: BTreeSet<String>,
    /// Checks that are made here though they are not as a rule, by id.
    pub checks_on: BTreeSet<String>,
    /// The numbers of checks that are others here, by id.
    pub numbers: BTreeMap<String, u32>,
    /// Papers asked for beyond the national list.
    pub materials: Vec<LocalMaterial>,
    /// Where that is laid down.
    pub source: String,
}

/// A paper that the superior committee asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LocalMaterial {
    /// A number of its own, e.g. `L-1`.
    pub code: String,
    pub name: String,
    /// The step it belongs to, 1 to 25.
    pub step: u32,
    /// Asked for of steps done from this day on; always where it is not said.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Asked for of steps done until this day; still where it is not said.
    #[serde(default)]
    pub to: Option<NaiveDate>,
}

/// For how many minutes nothing may be done in the window before it locks; a type of its own for the sake of its default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct LockAfter(pub u32);

impl Default for LockAfter {
    fn default() -> Self {
        Self(10)
    }
}

/// The order of people at a meeting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttendanceOrder {
    /// 按姓名拼音
    #[default]
    Pinyin,
    /// 按姓氏笔画
    Strokes,
    /// 按党小组, in each by pinyin
    Group,
}

titled! { AttendanceOrder {
    Pinyin => "按姓名拼音",
    Strokes => "按姓氏笔画",
    Group => "按党小组",
} }

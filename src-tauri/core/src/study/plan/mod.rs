//! 年度学习计划: what is to be learnt in which month, and what of it was.

mod copy;
mod delete;
mod get;
mod save;
mod store;

pub use copy::copy_plan;
pub use delete::delete_topic;
pub use get::plan;
pub(super) use get::plan_of;
pub use save::save_topic;
pub(super) use store::{topic, topics_of_year};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{StudyKind, StudySessionId};
use crate::values::{Hours, LibraryDocumentId, StudyTopicId};

/// A topic of the plan as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StudyTopic {
    /// `None` adds one.
    pub id: Option<StudyTopicId>,
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 专题
    pub title: String,
    /// How it is to be learnt.
    #[serde(default)]
    pub kind: StudyKind,
    /// Hours planned for it.
    #[serde(default)]
    pub hours: Option<Hours>,
    /// 主讲人 or who leads it
    #[serde(default)]
    pub lecturer: String,
    /// 学习材料
    #[serde(default)]
    pub material: String,
    /// What of the library is to be learnt.
    #[serde(default)]
    pub documents: Vec<LibraryDocumentId>,
}

/// The plan of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StudyPlan {
    pub year: i32,
    /// By month, then in the order in which they were entered.
    pub topics: Vec<StudyTopicRow>,
    /// Hours planned.
    pub hours: Hours,
}

/// A topic in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StudyTopicRow {
    /// As entered.
    #[serde(flatten)]
    pub topic: StudyTopic,
    /// The sessions in which it was learnt, oldest first.
    pub sessions: Vec<StudyTopicSession>,
    /// Its month is over, and it was not learnt.
    pub is_late: bool,
}

/// A session in which a topic was learnt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StudyTopicSession {
    pub id: StudySessionId,
    pub held_on: NaiveDate,
}

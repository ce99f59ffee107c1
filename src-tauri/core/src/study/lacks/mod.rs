//! 缺什么补什么: who lacks how many hours and which topics of the plan, and until when.

mod get;
mod rules;
#[cfg(test)]
mod tests;

pub use get::lacks;
pub(super) use get::lacks_of;

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::{StudyTopic, StudyTopicId};
use crate::roster::MemberId;
use crate::values::Hours;

/// What a year's study still lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StudyLacks {
    pub year: i32,
    /// The members, and who left in the year, in roster order.
    pub members: Vec<MemberLack>,
    /// The topics of the plan, by month.
    pub topics: Vec<TopicLack>,
}

/// What one member has and lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberLack {
    pub member: MemberId,
    pub name: String,
    /// Hours so far, those made up among them.
    pub hours: Hours,
    /// Of these, hours that were made up.
    pub made_up: Hours,
    /// What the year asks for (E01, E02, trap 7); `None` when nothing is required.
    pub required: Option<Hours>,
    /// What is missing of it.
    pub lacking: Hours,
    /// Until when: the end of the year, or the day of leaving.
    pub due: NaiveDate,
    /// Left the branch in the year.
    pub left: bool,
    /// The topics of the plan that were not had: those of months in which someone was here, once they were learnt or their
    /// month is over.
    pub topics: Vec<StudyTopicId>,
    /// The course that E02 asks of who holds an office.
    pub course: Option<StudyCourse>,
}

/// What E02 asks of who holds an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StudyCourse {
    /// 任职培训 of a new secretary, rather than the course of the year.
    pub is_first: bool,
    pub due: NaiveDate,
    /// The day of the course, once it was taken.
    pub taken_on: Option<NaiveDate>,
    /// 证书编号; empty where none was written down.
    pub certificate: String,
}

/// Who lacks a topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TopicLack {
    /// As planned.
    #[serde(flatten)]
    pub topic: StudyTopic,
    /// How many had it.
    pub had: u32,
    /// Who lacks it, in roster order.
    pub members: Vec<MemberId>,
}

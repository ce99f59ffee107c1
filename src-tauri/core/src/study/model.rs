//! What travels between the window and the room.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::roster::MemberId;
use crate::values::Hours;

/// Identifies a study session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct StudySessionId(pub i64);

/// A session as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StudySession {
    /// `None` adds one.
    pub id: Option<StudySessionId>,
    /// 主题
    pub title: String,
    pub held_on: NaiveDate,
    /// Hours for each participant, above 0, at most 24.
    pub hours: Hours,
    /// 地点
    #[serde(default)]
    pub place: String,
    /// 主讲人
    #[serde(default)]
    pub lecturer: String,
    /// 集中培训 rather than an ordinary session (E02).
    #[serde(default)]
    pub intensive: bool,
    /// 学习内容, the secretary's own words
    #[serde(default)]
    pub content: String,
    /// Who took part.
    pub participants: Vec<MemberId>,
}

/// A session in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StudySessionRow {
    /// As entered.
    #[serde(flatten)]
    pub session: StudySession,
    /// How many took part.
    pub count: u32,
}

/// A year of study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StudyYear {
    pub year: i32,
    /// Sessions, newest first.
    pub sessions: Vec<StudySessionRow>,
    /// Hours per member, in roster order.
    pub members: Vec<StudyMember>,
    /// Hours per member on average, without those of whom nothing is required (trap 7).
    pub average: Hours,
    /// Members who have reached their hours.
    pub reached: u32,
}

/// A member's hours of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StudyMember {
    pub member: MemberId,
    pub name: String,
    /// Hours so far.
    pub hours: Hours,
    /// 32 (E01) or 56 for secretary and committee (E02), pro rata from mid-year (trap 7); `None` when not required.
    pub required: Option<Hours>,
    /// Took part in an intensive course.
    pub intensive: bool,
}

/// Which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StudyYearRequest {
    pub year: i32,
}

/// One member's study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberStudy {
    /// Year by year, newest first; this year is always there.
    pub years: Vec<MemberStudyYear>,
    /// Session by session, newest first.
    pub sessions: Vec<MemberStudySession>,
}

/// One member's year of study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct MemberStudyYear {
    pub year: i32,
    /// Hours taken part in.
    pub hours: Hours,
    /// Hours asked for; `None` when nothing is required, or no member then.
    pub required: Option<Hours>,
    /// Took part in an intensive course.
    pub intensive: bool,
}

/// A session in which the member took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberStudySession {
    pub id: StudySessionId,
    /// 主题
    pub title: String,
    pub held_on: NaiveDate,
    /// Hours.
    pub hours: Hours,
    /// 集中培训
    pub intensive: bool,
}

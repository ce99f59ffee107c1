//! What travels between the window and the room.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::StudyTopicId;
use crate::roster::MemberId;
use crate::values::{Hours, LibraryDocumentId, MeetingId, StudySessionId, stored_as_text, titled};

/// What a session is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StudyKind {
    /// 集中学习
    #[default]
    Collective,
    /// 第一议题: what a meeting learns before its other business
    FirstTopic,
    /// 党课
    Lecture,
    /// 主题教育
    ThemeEducation,
    /// 培训班
    Course,
    /// 自学
    SelfStudy,
    /// 线上
    Online,
}

titled! { StudyKind {
    Collective => "集中学习",
    FirstTopic => "第一议题",
    Lecture => "党课",
    ThemeEducation => "主题教育",
    Course => "培训班",
    SelfStudy => "自学",
    Online => "线上学习",
} }

stored_as_text!(StudyKind);

/// A session as entered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StudySession {
    /// `None` adds one.
    pub id: Option<StudySessionId>,
    #[serde(default)]
    pub kind: StudyKind,
    /// 主题
    pub title: String,
    pub held_on: NaiveDate,
    /// The last day, where it took several.
    #[serde(default)]
    pub last_on: Option<NaiveDate>,
    /// Hours for each participant, above 0, at most 24 for each day.
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
    /// 不计入全年学时: E01 speaks of studying together, and whether 自学 is any of it is for the superior to say.
    #[serde(default)]
    pub uncounted: bool,
    /// 学习内容, the secretary's own words
    #[serde(default)]
    pub content: String,
    /// The topic of the plan that was learnt.
    #[serde(default)]
    pub topic: Option<StudyTopicId>,
    /// The meeting it was part of; its hours are counted once (trap 6).
    #[serde(default)]
    pub meeting: Option<MeetingId>,
    /// What of the library was learnt.
    #[serde(default)]
    pub documents: Vec<LibraryDocumentId>,
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
    /// Who was absent and made it up.
    pub made_up: Vec<StudyMakeup>,
    /// Certificates of participants.
    pub certificates: Vec<StudyCertificate>,
}

/// A session with who was absent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StudySessionView {
    /// As in the list.
    #[serde(flatten)]
    pub row: StudySessionRow,
    /// Who took part or made it up, in roster order.
    pub present: Vec<StudyPerson>,
    /// Members of the day who did neither, without those of whom nothing is asked, in roster order.
    pub absent: Vec<StudyPerson>,
}

/// Someone in a list of names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StudyPerson {
    pub member: MemberId,
    pub name: String,
}

/// 补学: what someone did who was absent. It counts as the hours of the session, in the year of the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StudyMakeup {
    pub session: StudySessionId,
    pub member: MemberId,
    pub made_up_on: NaiveDate,
    /// 补学内容: what was read or watched
    pub material: String,
    /// 凭据: notes, a photo, who has seen it
    #[serde(default)]
    pub proof: String,
}

/// 结业证书
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StudyCertificate {
    pub session: StudySessionId,
    pub member: MemberId,
    /// 证书编号
    pub number: String,
    /// 发证单位
    #[serde(default)]
    pub issuer: String,
    #[serde(default)]
    pub issued_on: Option<NaiveDate>,
}

/// One member at one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StudyPlace {
    pub session: StudySessionId,
    pub member: MemberId,
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

/// A session in which the member took part, or that the member made up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberStudySession {
    pub id: StudySessionId,
    pub kind: StudyKind,
    /// 主题
    pub title: String,
    pub held_on: NaiveDate,
    /// Hours.
    pub hours: Hours,
    /// 集中培训
    pub intensive: bool,
    /// Its hours are no part of the year's.
    pub uncounted: bool,
    /// The topic of the plan that was learnt.
    pub topic: Option<StudyTopicId>,
    /// The day on which it was made up; `None` for who was there.
    pub made_up_on: Option<NaiveDate>,
    /// The certificate of it, where there is one.
    pub certificate: Option<StudyCertificate>,
}

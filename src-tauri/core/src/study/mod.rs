//! 学习教育: the year's plan, sessions, who took part or made one up, hours towards the year's 32 or 56, and what is lacking.
//!
//! Other rooms read it through [`sessions_in`], [`any_session`], [`hours_by_member`], [`year_of`] and [`required_hours`];
//! what it finds lacking it says in [`watch`].

mod certificate;
mod course;
mod delete;
mod error;
mod get;
mod lacks;
mod ledger;
mod makeup;
#[cfg(test)]
mod makeup_tests;
mod model;
mod of_member;
mod papers;
mod plan;
mod report;
mod rules;
mod save;
mod store;
#[cfg(test)]
mod tests;
mod watch;
mod year;

pub use crate::values::{StudySessionId, StudyTopicId};
pub use certificate::{delete_certificate, save_certificate};
pub use delete::delete;
pub use error::StudyError;
pub use get::get;
pub use lacks::{MemberLack, StudyCourse, StudyLacks, TopicLack, lacks};
pub use ledger::{StudyExportRequest, export};
pub use makeup::{delete_makeup, save_makeup};
pub use model::*;
pub use of_member::of_member;
pub use papers::StudyPaper;
pub use plan::{StudyPlan, StudyTopic, StudyTopicRow, StudyTopicSession, copy_plan, delete_topic, plan, save_topic};
pub use report::{ReportStudyMember, StudySection};
use rules::is_asked_in;
pub use rules::required_hours;
pub use save::save;
pub use store::{any_session, hours_by_member, sessions_in};
pub use watch::watch;
pub use year::{year, year_of};

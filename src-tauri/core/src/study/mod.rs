//! 学习教育: sessions, who took part, hours towards the year's 32 or 56.
//!
//! Other rooms read it through [`sessions_in`], [`any_session`], [`hours_by_member`], [`year_of`] and [`required_hours`];
//! what it finds lacking it says in [`watch`].

mod delete;
mod error;
mod get;
mod model;
mod of_member;
mod report;
mod rules;
mod save;
mod store;
#[cfg(test)]
mod tests;
mod watch;
mod year;

pub use delete::delete;
pub use error::StudyError;
pub use get::get;
pub use model::*;
pub use of_member::of_member;
pub use report::{ReportStudyMember, StudySection};
pub use rules::required_hours;
pub use save::save;
pub use store::{any_session, hours_by_member, sessions_in};
pub use watch::watch;
pub use year::{year, year_of};

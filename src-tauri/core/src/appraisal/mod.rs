//! 民主评议党员, once a year: 个人自评 → 党员互评 → 民主测评 → 组织评定 (B16).
//!
//! An appraisal belongs to a meeting, whose attendance says who takes part and who came. Nothing blocks: a step done
//! late or left out is said. The grades are the branch's own; the program proposes none.

mod delete;
mod error;
mod get;
mod list;
mod model;
mod of_member;
mod papers;
mod rules;
#[cfg(test)]
mod rules_tests;
mod save;
mod save_grades;
mod save_mutual;
mod save_own;
mod save_tally;
mod store;
#[cfg(test)]
mod tests;
mod watch;
mod wording;

pub use delete::delete;
pub use error::AppraisalError;
pub use get::get;
pub use list::list;
pub use model::*;
pub use of_member::{of_member, years_of};
pub use papers::{AppraisalBallots, AppraisalPaper};
pub use save::save;
pub use save_grades::save_grades;
pub use save_mutual::save_mutual;
pub use save_own::save_own;
pub use save_tally::{judge_tally, save_tally};
pub use watch::watch;

//! Elections: prepared, balloted, counted round by round, concluded (选举工作条例, V01–V10).
//!
//! An election belongs to a meeting: its attendance says who may vote and be elected. Concluding one writes the offices
//! of those elected into the roster.

mod approve;
mod conclude;
mod delete;
mod delete_round;
mod error;
mod get;
mod judge;
mod list;
mod model;
mod papers;
mod people;
mod rounds;
mod rules;
mod save;
mod save_round;
mod store;
#[cfg(test)]
mod tests;
mod watch;
mod wording;

pub use approve::{ElectionApproval, ElectionApproveRequest, approve};
pub use conclude::conclude;
pub use delete::delete;
pub use delete_round::delete_round;
pub use error::ElectionError;
pub use get::get;
pub use judge::{Candidate, Fault, Outcome, Round, WriteIn, judge};
pub use list::list;
pub use model::*;
pub use papers::ElectionPaper;
pub use rules::{Numbers, candidates_needed};
pub use save::save;
pub use save_round::{judge_round, save_round};
pub use watch::watch;

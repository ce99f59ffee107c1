//! The branch: whom it belongs to, how it is set up (S11). How many it has stands in the roster.

mod choices;
mod committee;
mod delete;
mod error;
mod facts;
mod get;
mod hand_over;
mod model;
mod report;
mod rules;
mod save;
mod save_fact;
mod save_group;
mod save_helper;
mod save_room;
mod save_term;
mod save_unit;
mod store;
mod titles;

#[cfg(test)]
mod tests;

pub use choices::{ParticularView, RosterChoices, roster_choices};
pub use delete::{delete_group, delete_helper, delete_room, delete_term, delete_unit};
pub use error::BranchError;
pub use facts::{BranchAspect, BranchFact, BranchFactId, BranchFactRequest, BranchFactView};
pub use get::{get, units_with_members};
pub use hand_over::hand_over;
pub use model::*;
pub use report::{BranchSection, ReportTerm};
pub use rules::{due_on, running, watch};
pub(crate) use save::checked;
pub use save::save;
pub use save_fact::{delete_fact, save_fact};
pub use save_group::save_group;
pub use save_helper::save_helper;
pub use save_room::save_room;
pub(crate) use save_term::begin_term;
pub use save_term::save_term;
pub use save_unit::save_unit;
pub(crate) use store::put;
pub use store::{groups, had_committee, helpers, letterhead_on, stored, stored_on, terms, units};

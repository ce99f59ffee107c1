//! 决议落实: what meetings resolved, who sees to it by when, and what became of it.
//!
//! A resolution is a task as soon as it names a person or a day, and stays one once something was noted about it. Other
//! rooms read it through [`watch`], [`all`] and [`noted_at`].

mod error;
mod list;
mod model;
mod note;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use error::TaskError;
pub use list::list;
pub use model::*;
pub use note::{delete_note, save_note};
pub use rules::watch;
pub use store::{all, noted_at};

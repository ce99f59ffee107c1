//! 谈心谈话 (B17): who talked with whom, and who did not yet this year.
//!
//! Other rooms read it through [`watch`].

mod error;
mod model;
mod rules;
mod save;
mod store;
#[cfg(test)]
mod tests;
mod year;

pub use error::TalkError;
pub use model::*;
pub use rules::watch;
pub use save::{delete, save};
pub use year::year;

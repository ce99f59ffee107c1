//! 组织处置 (E10, E14–E16): 限期改正, 劝其退党, 除名, as they were done. The program keeps the record and its deadlines; it
//! proposes nothing about a person, and changes nobody's standing.
//!
//! Other rooms read it through [`watch`] and [`barred`].

mod barred;
mod error;
mod model;
mod save;
mod store;
#[cfg(test)]
mod tests;
mod watch;

pub use barred::{Barred, barred};
pub use error::DisposalError;
pub use model::*;
pub use save::{delete, list, save};
pub use watch::watch;

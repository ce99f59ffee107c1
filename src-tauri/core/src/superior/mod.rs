//! The superior's side: the branches below a committee, what they report, who has not, and what it all comes to. It works in
//! a file of its own kind ([`VaultKind::Superior`](crate::app::VaultKind)), which has none of a branch's records.

mod branches;
mod collect;
mod columns;
mod error;
mod export;
mod get;
mod judge;
mod model;
mod papers;
mod receipts;
mod store;
#[cfg(test)]
mod tests;

pub use branches::{branches, delete, enrol, save};
pub use collect::collect;
pub(crate) use columns::{COLUMNS, Column, figures};
pub use columns::{Figures, columns};
pub use error::SuperiorError;
pub use export::export;
pub use get::period;
pub use judge::{Found, Judge, Judged, LARGEST};
pub use model::*;
pub use papers::SuperiorPaper;
pub use receipts::receipts;

//! 体检: every check that the data can answer, each a pure function under its id. Nothing here ever advises to write a day
//! down: what is missing is missing.

mod across;
mod activist;
mod admission;
mod alike;
mod application;
mod archive;
mod candidate;
mod case;
mod checks;
mod data;
mod decision;
mod engine;
mod export;
mod model;
mod probation;
mod run;

pub(super) use case::{Case, Known};
pub(super) use engine::{count, examine};
pub use export::{AuditExportRequest, export};
pub use model::*;
pub(super) use run::of_the_branch;
pub use run::{audit, checks};

#[cfg(test)]
mod tests;

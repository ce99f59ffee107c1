//! Votes: what a meeting may decide, how it is counted, and what was voted.

pub(super) mod counting;
mod delete;
pub(super) mod fitting;
mod save;
pub(super) mod subject;
#[cfg(test)]
mod tests;

pub use delete::delete_vote;
pub(super) use save::known;
pub use save::save_vote;

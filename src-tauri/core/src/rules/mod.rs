//! The rules: dated data in `rules/*.toml`, and what they find.

mod book;
mod gathered;
mod id;
mod model;

pub use book::{Rule, RuleBook};
pub use gathered::gathered;
pub use id::RuleId;
pub use model::*;

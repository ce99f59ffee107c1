//! 规程: the rule set in use. The program has one of its own; a newer one comes as a signed file, is looked at, and is taken
//! over as one change of the records. It stands above the rooms, for what a set changes is told by what they find.

mod adopt;
mod error;
mod file;
mod get;
mod in_use;
mod make;
mod model;
mod preview;
mod store;

pub use adopt::{adopt, restore};
pub use error::RuleSetError;
pub use get::{get, list};
pub use in_use::book;
pub use make::{export, sign};
pub use model::*;
pub use preview::preview;

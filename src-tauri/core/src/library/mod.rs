//! 文库: documents that the branch learns from and works by, found by what is written in them, and where they were used.
//!
//! Its files are attachments of the document. Study and meetings say through [`set_documents`] what they use, and read it
//! through [`placed`] and [`names_at`]; the search over all rooms looks through [`found`].

mod delete;
mod error;
mod export;
mod get;
mod list;
mod model;
mod papers;
mod save;
mod search;
mod shelf;
mod store;
#[cfg(test)]
mod tests;
mod uses;

pub use crate::values::LibraryDocumentId;
pub use delete::delete;
pub use error::LibraryError;
pub use export::{LibraryExportRequest, export};
pub use get::get;
pub use list::{found, list, uses_at};
pub use model::*;
pub use papers::LibraryPaper;
pub use save::save;
pub use uses::{GONE, are_there, names_at, placed, save_uses, set_documents};

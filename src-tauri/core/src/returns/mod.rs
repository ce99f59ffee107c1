//! 上级的表: the superior's own tables, which the branch fills in from its records.
//!
//! A table is taken as it comes: [`header`] reads its header cells, [`layout`] tells from them of what shape it is and
//! proposes what each place is filled with, out of the one list of [`fields`] that the program knows. What was mapped or typed
//! once is kept, and found again by the fingerprint of the header cells.

mod error;
mod facts;
mod fields;
mod fill;
mod header;
mod layout;
mod model;
mod plan;
mod store;
mod templates;

pub use error::ReturnError;
pub use fill::{fill, fill_file};
pub use model::*;
pub use templates::{delete, get, import, list, save};

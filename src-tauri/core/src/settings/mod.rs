//! Settings that travel with the file.

mod model;
mod store;

pub use model::*;
pub use store::{get, save, stored};

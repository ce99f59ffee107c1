//! 照片和附件: photos of a meeting, the scan of its signed sign-in sheet, and other files.
//!
//! Other rooms read them through [`of_meeting`], [`photos_of`] and [`scans_of`].

mod add;
mod error;
mod get;
mod model;
mod save;
mod store;
#[cfg(test)]
mod tests;

pub use add::add;
pub use error::AttachmentError;
pub use get::{export, list, picture};
pub use model::*;
pub use save::{delete, save};
pub use store::{Scan, of_meeting, photos_of, scans_of};

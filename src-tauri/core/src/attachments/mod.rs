//! 照片和附件: files kept with a record. Of a meeting its photos, the scan of its signed sign-in sheet, and others; the files of
//! a document of the library; what proves that somebody made up what was missed; certificates; vouchers of dues.
//!
//! Whose they are is an [`AttachmentOwner`]; the room stands below all of those and asks their tables. Who removes such a
//! record calls [`drop_homeless`] in the same transaction. Other rooms read them through [`of`], [`counts`], [`texts`],
//! [`bytes_of`], [`photos_of`] and [`scans_of`].

mod add;
mod error;
mod get;
mod model;
mod owner;
mod save;
mod store;
#[cfg(test)]
mod tests;

pub use add::add;
pub use error::AttachmentError;
pub use get::{export, list, picture, text};
pub use model::*;
pub use owner::AttachmentOwner;
pub use save::{delete, save};
pub use store::{Scan, bytes_of, counts, drop_homeless, of, photos_of, scans_of, texts};

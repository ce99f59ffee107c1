//! Paper and files out of plain models, and back: implements the traits of [`zhibu_core::outside`].
//!
//! Architecture invariant: pure functions on models and bytes. No database, no network, and no file but the fonts.

pub mod layout;

//! Paper and files out of plain models: implements what `zhibu_core::outside` asks for.
//!
//! Architecture invariant: pure functions on models and bytes. No database, no window, no network, no paths.

pub mod office;
pub mod signature;

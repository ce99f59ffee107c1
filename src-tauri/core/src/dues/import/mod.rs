//! Statements of WeChat, Alipay and banks, read into payments.

mod cells;
mod columns;
mod matching;
mod model;
mod months;
mod people;
mod preview;
mod rows;
mod said;
mod take;
#[cfg(test)]
mod tests;

pub use model::*;
pub use preview::preview as import_preview;
pub use take::{forget_alias, take as import};

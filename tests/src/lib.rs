//! What the tests share.

mod program;
mod verifiers;

pub use program::Program;
pub use verifiers::{pyhanko, python};

//! What the tests share.

mod program;

pub use program::Program;

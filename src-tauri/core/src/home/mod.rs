//! 首页: what is to be done, and how the quarter stands.

mod aside;
mod error;
mod model;
mod overview;
#[cfg(test)]
mod tests;
mod todo;

pub use aside::{set_aside, take_back};
pub use error::HomeError;
pub use model::*;
pub use overview::overview;
pub use todo::badges;

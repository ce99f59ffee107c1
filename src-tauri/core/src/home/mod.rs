//! 首页: what is to be done, and how the quarter stands; the month in a calendar; and the search over all rooms.

mod aside;
mod calendar;
mod error;
mod figures;
mod find;
mod model;
mod overview;
mod papers;
mod states;
#[cfg(test)]
mod tests;
mod todo;

pub use aside::{set_aside, take_back};
pub use calendar::calendar;
pub use error::HomeError;
pub use find::find;
pub use model::*;
pub use overview::overview;
pub use papers::HomePaper;
pub use todo::{badges, findings};

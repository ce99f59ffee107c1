//! 发展党员档案: 25 steps, 50 materials, deadlines.
//!
//! Other rooms read the files through [`open_files`], ask a [`DevelopmentFile`] how far it is, and the rules what is
//! to be done ([`next_step`], [`missing_materials`]).

mod catalogue;
mod close;
mod error;
mod get;
mod list;
mod model;
mod people;
mod report;
mod rules;
mod save;
mod save_material;
mod save_paper;
mod save_step;
mod store;
mod view;
mod watch;

use catalogue::step_name;
pub use close::close;
pub use error::DevelopmentError;
pub use get::get;
pub use list::list;
pub use model::*;
pub use people::InRoster;
pub use report::{DevelopmentSection, ReportDevelopment};
pub use rules::{NextStep, Window, missing_materials, next_step, window};
pub use save::save;
pub use save_material::save_material;
pub use save_paper::save_paper;
pub use save_step::save_step;
pub use store::{all_files, open_files};
pub use watch::{watch, watch_probations};

#[cfg(test)]
mod tests;

//! 组织关系转接: letters (介绍信) that go out and come in, until somebody accepted them.
//!
//! Issuing a letter removes nobody and receiving one adds nobody: acceptance does (E07, trap 4). How far a transfer is
//! follows from its dates and the day. Other rooms read what is to be done through [`watch`].

mod accept;
mod correct;
mod draft;
mod error;
mod get;
mod list;
mod model;
mod numbering;
mod papers;
mod receive;
mod reopen;
mod reply;
mod return_letter;
mod rules;
mod save;
mod save_arrival;
mod steps;
mod store;
mod view;

#[cfg(test)]
mod tests;

pub use crate::values::TransferId;
pub use accept::accept;
pub use correct::correct;
pub use draft::draft;
pub use error::TransferError;
pub use get::get;
pub use list::{list, watch};
pub use model::*;
pub use papers::{IntroductionLetter, TransferPaper, TransferReceipt};
pub use receive::receive;
pub use reopen::reopen;
pub use reply::reply;
pub use return_letter::return_letter;
pub use rules::findings;
pub use save::save;
pub use save_arrival::save_arrival;
pub use store::dues_paid_elsewhere;

//! 党费 (F01–F14): what each member owes and has paid month by month, what was handed up, came back and was spent.
//!
//! What is owed is never stored ([`accounts`]): it follows from bases, stays and rules. Other rooms read it through [`watch`],
//! [`of_month`] and [`DuesSection`].

mod accounts;
mod base;
mod books;
mod error;
mod export;
mod import;
mod ledger;
mod member;
mod model;
mod papers;
mod pay;
mod payment;
mod rate;
mod report;
mod store;
#[cfg(test)]
mod tests;
mod watch;
mod year;

pub use crate::values::{DuesEntryId, DuesPaymentId};
pub use base::{delete_base, save_bases};
pub use error::DuesError;
pub use export::export;
pub use import::*;
pub use ledger::{delete_entry, ledger, publish, save_entry, unpublish};
pub use member::member;
pub use model::*;
pub use papers::DuesPaper;
pub use pay::pay;
pub use payment::{delete_payment, save_payment};
pub use rate::rate;
pub use report::DuesSection;
pub use watch::watch;
pub use year::{of_month, paid_for, year};

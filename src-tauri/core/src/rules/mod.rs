//! The rules: dated data of one set, and what they find.

mod book;
mod changes;
mod checks;
mod complete;
mod fault;
mod gathered;
mod id;
mod model;
mod numbers;
mod set;
#[cfg(test)]
mod set_tests;

pub use book::{Rule, RuleBook};
pub use changes::{CheckChange, HolidayChange, RuleChange, RuleChangeKind, RuleWording};
pub use checks::{AuditScope, AuditSeverity, CheckData};
pub use fault::SetFault;
pub use gathered::gathered;
pub use id::RuleId;
pub use model::*;
pub use set::{RuleSet, RuleSetHead};

//! The report of a quarter, a half of a year or a year: built from the records, signed, frozen, verified. What each room reports stands in its own
//! `report.rs`; `sections.rs` has the list.

mod before_signing;
mod build;
mod compare;
mod error;
mod findings;
mod get;
mod model;
mod papers;
mod read;
mod receipt;
mod remarks;
mod schema;
mod sections;
mod sign;
mod signed;
mod store;
mod undo;
mod verify;
mod view;
mod words;

pub use build::build;
pub use compare::compare;
pub use error::ReportError;
pub use findings::{FindingsSection, ReportFinding, findings};
pub use get::get;
pub use model::*;
pub use papers::ReportPaper;
pub use read::Unreadable;
pub use receipt::import_receipt;
pub use remarks::{ReportLine, ReportRemark, ReportRemarkHow, ReportRemarkRequest, remark};
pub use schema::json_schema;
pub use sign::sign;
pub use signed::{export, print};
pub use store::{newest_version, signed_file, signed_within, unsigned_before, words};
pub use undo::{UndoRequest, redo, undo};
pub use verify::{judge, judge_verdict, verify};
pub use view::*;
pub use words::{PlanSection, ProblemsSection, save_words};

//! 发展党员档案: a file per person, from the application to the archive, under the two texts of the regulation (`law.rs`).
//!
//! What happened is an entry of a kind on a day (`entries`); stage, next step and deadlines follow from the entries and are
//! never stored. The papers are ticked off and scanned (`materials.rs`, `scans.rs`) and drawn up (`papers`); `audit` examines
//! a file. Other rooms read the files through [`open_files`], and ask a [`DevelopmentFile`] how far it is.

mod audit;
mod booklets;
mod catalogue;
mod close;
mod committee;
mod deadlines;
mod due;
mod entries;
mod error;
mod file;
mod get;
mod guides;
mod intention;
mod law;
mod list;
mod materials;
mod model;
mod papers;
mod people;
mod plan;
mod report;
mod roster_act;
mod save;
mod scans;
mod store;
mod view;
mod watch;

pub use audit::{
    AuditCheckView, AuditExportRequest, AuditFinding, AuditNumber, AuditRequest, AuditScope, AuditSeverity, AuditView,
    AuditedFile, audit, checks, export,
};
pub use booklets::{
    Booklet, BookletId, DevelopmentRegister, Quota, QuotaRow, delete_booklet, register, save_booklet, save_quota,
};
pub use close::close;
pub use deadlines::Window;
pub use due::{NextStep, findings, next_step};
pub use entries::{
    EntriesRequest, Entry, EntryField, EntryForm, EntryForms, EntryId, EntryKind, EntryTimes, FieldForm, FieldKind,
    FormChoice, Values, delete_entry, forms, save_entries,
};
pub use error::DevelopmentError;
pub use get::get;
pub use guides::{delete_guide, save_guide};
pub use intention::save_intention;
pub use law::LawText;
pub use list::list;
pub use materials::{delete_material, save_materials};
pub use model::*;
pub use papers::{DevelopmentPackage, DevelopmentPaper, DevelopmentRosterKind, list_and_scans};
pub use report::{DevelopmentSection, ReportDevelopment};
pub use roster_act::{RosterAct, to_roster};
pub use save::save;
pub use scans::{
    ScanAddRequest, ScanId, ScanListRequest, ScanMoveRequest, ScanPage, ScanPicture, ScannedPage, scan_add,
    scan_delete, scan_list, scan_move, scan_picture,
};
pub use store::{all_files, open_files};
pub use watch::{watch, watch_probations, watch_readmissions};

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

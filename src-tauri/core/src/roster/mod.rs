//! The roster: who is a member, was one, and since when.
//!
//! A member's record as such (save it, read it, its photo) lies here; the rest has folders: `facts` (what changes with
//! time), `stays` (coming and leaving), `list` (lists, counts, tables), `names` (how names are kept and sorted), `rules`
//! (what follows from a record on a day), `import`, `merge`, `paper`.
//!
//! Other rooms read it through [`members_on`], [`everyone`] and [`member`], and ask a [`Member`] what holds on a day; what
//! is to be done about members it says in [`watch`].

mod alike;
mod check;
mod error;
mod facts;
mod get;
mod import;
mod list;
mod merge;
mod model;
mod names;
mod offices;
mod papers;
mod particulars;
mod photo;
mod report;
mod rules;
mod save;
mod stays;
mod store;
mod timeline;
mod view;
mod wanted;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use crate::values::{MemberId, Sex};
pub use alike::alike;
pub(crate) use check::number_to_come;
pub use error::RosterError;
pub use facts::{Aspect, Fact, FactId, FactsRequest, certain_from, delete_fact, save_facts};
pub(crate) use facts::{OfficeChange, joined_group_after, leave_group, rename, set_office};
pub use get::get;
pub use import::{
    ImportColumn, ImportDetail, ImportField, ImportFieldChange, ImportNormalized, ImportNote, ImportOutcome,
    ImportPreview, ImportPreviewRequest, ImportProblemsRequest, ImportRequest, ImportUpdate, ImportedRow,
};
pub(crate) use import::{field_of_title, is_about_others, plain_title, shown_cell};
pub use import::{import, import_preview, save_problems};
pub use list::{
    Dimension, DimensionCounts, ExportLayout, FieldView, LabelCount, RosterColumn, RosterExportRequest, RosterView,
    count_by, delete_view, export, list, save_view, saved_views, search, secretary_on, table_on,
};
pub(crate) use list::{is_sensitive, sheet_text};
pub use merge::{MergeChoice, MergePart, MergePreview, MergePreviewRequest, MergeRequest, merge, merge_preview};
pub use model::*;
pub use names::{FoundAt, by_strokes, found_in, group_order, place_in, stroke_key};
pub(crate) use names::{educations, ethnicities, is_ethnicity_written_out, search_text};
pub use offices::Offices;
pub use papers::{
    ContactGroup, ContactList, ContactRow, RosterPaper, RosterSheet, RosterSheetLeft, RosterSheetRow, RosterStatistics,
};
pub use particulars::{Particular, ParticularKind, Particulars};
pub use photo::{delete_photo, photo, save_photo};
pub use report::MembersSection;
pub use rules::{probations_over, watch};
pub use save::save;
pub(crate) use save::{check as check_record, normal as normal_record};
pub use stays::{Entries, StayEvent, StayEventRequest, delete_stay_event, leave, return_member, save_stay_event};
pub(crate) use stays::{EntryEvent, check_leave, check_return, move_transferred, take_back_leaving};
pub use store::{everyone, leaving, member, members_on, photo_of};
pub(crate) use store::{holder, leave as end_stay, operator, put, return_member as begin_stay};
pub use timeline::{TimelineEntry, title as fact_title};
pub(crate) use view::masked_phone;
pub use wanted::WantedField;

//! What happened on the way, as entered: the kinds of entry, their fields, and what is refused.

mod check;
mod delete;
mod fields;
mod forms;
mod kinds;
mod save;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::DevelopmentFileId;
use crate::meetings::MeetingId;

pub(super) use check::rests_on;
pub use delete::delete_entry;
pub use fields::{EntryField, FieldKind, Values};
pub use forms::{EntryForm, EntryForms, FieldForm, FormChoice, forms};
pub use kinds::{EntryKind, EntryTimes};
pub use save::save_entries;

/// Identifies an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct EntryId(pub i64);

/// What happened on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Entry {
    /// `None` adds one.
    pub id: Option<EntryId>,
    pub kind: EntryKind,
    /// The day that the paper bears or the meeting was held.
    pub on: NaiveDate,
    /// The meeting at which it was decided, where the file has it.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
    /// The vote at that meeting.
    #[serde(default)]
    pub vote: Option<i64>,
    /// What else was written down.
    #[serde(default)]
    pub values: Values,
    /// 备注
    #[serde(default)]
    pub note: String,
}

impl Entry {
    /// An entry of which only the day is known.
    pub fn new(kind: EntryKind, on: NaiveDate) -> Self {
        Self { id: None, kind, on, meeting: None, vote: None, values: Values::default(), note: String::new() }
    }
}

/// Adds or corrects entries of a file, all or none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntriesRequest {
    pub file: DevelopmentFileId,
    pub entries: Vec<Entry>,
    /// That it was so was confirmed, however unlikely it is.
    #[serde(default)]
    pub insist: bool,
    /// What follows for the roster is entered there by the same change.
    #[serde(default)]
    pub roster: bool,
}

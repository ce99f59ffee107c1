//! The forms of all kinds of entry, for the window: one form there shows every kind.

use serde::Serialize;
use ts_rs::TS;

use super::{EntryField, EntryKind, EntryTimes, FieldKind};
use crate::desk::{Desk, Nothing};
use crate::meetings::MeetingKind;
use crate::vault::VaultError;

/// What can be entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryForms {
    /// A form for each kind, in the order of the steps.
    pub kinds: Vec<EntryForm>,
    /// What is asked about the person.
    pub person: Vec<FieldForm>,
}

/// The form of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryForm {
    pub kind: EntryKind,
    pub title: String,
    /// What its day is the day of.
    pub day_title: String,
    /// The step it belongs to; 0 for what can happen at any time.
    pub step: u32,
    /// Its entry means that the step is done.
    pub finishes: bool,
    pub times: EntryTimes,
    /// The meeting at which it is decided.
    pub meeting: Option<MeetingKind>,
    pub fields: Vec<FieldForm>,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldForm {
    pub field: EntryField,
    pub label: String,
    pub kind: FieldKind,
    pub choices: Vec<FormChoice>,
}

/// What can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FormChoice {
    pub value: String,
    pub label: String,
}

/// The forms of all kinds of entry.
///
/// # Errors
/// None; the signature is that of a command.
pub fn forms(_: &mut Desk<'_>, _: Nothing) -> Result<EntryForms, VaultError> {
    let form = |kind: EntryKind| EntryForm {
        kind,
        title: kind.title().to_owned(),
        day_title: kind.day_title().to_owned(),
        step: kind.step(),
        finishes: kind.is_the_step(),
        times: kind.times(),
        meeting: kind.meeting(),
        fields: kind.fields().iter().copied().map(field).collect(),
    };
    let person = EntryField::OF_PERSON.into_iter().map(field).collect();
    Ok(EntryForms { kinds: EntryKind::ALL.into_iter().map(form).collect(), person })
}

fn field(field: EntryField) -> FieldForm {
    let choice = |(value, label): &(&str, &str)| FormChoice { value: (*value).to_owned(), label: (*label).to_owned() };
    FieldForm {
        field,
        label: field.title().to_owned(),
        kind: field.kind(),
        choices: field.choices().iter().map(choice).collect(),
    }
}

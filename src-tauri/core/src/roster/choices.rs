//! What the member form offers to choose from.

use std::collections::BTreeSet;

use serde::Serialize;
use ts_rs::TS;

use super::{FieldView, ImportField, Particular, ParticularKind, RosterError, names, store};
use crate::commands::Nothing;
use crate::desk::Desk;

/// What the member form offers to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RosterChoices {
    /// GB/T 3304
    pub ethnicities: Vec<String>,
    /// GB/T 4658, the highest first
    pub educations: Vec<String>,
    /// Party groups in use
    pub party_groups: Vec<String>,
    /// Units in use
    pub units: Vec<String>,
    /// The fields that no rule reads, in the order of the form
    pub particulars: Vec<ParticularView>,
    /// The fields that a sheet can have a column for
    pub fields: Vec<FieldView>,
}

/// A field that no rule reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ParticularView {
    /// Its key in [`Particulars`](super::Particulars).
    pub field: Particular,
    /// What it is called.
    pub title: String,
    /// How it is filled in.
    pub kind: ParticularKind,
    /// The usual answers.
    pub choices: Vec<String>,
}

/// What the member form offers to choose from.
///
/// # Errors
/// [`RosterError::Vault`].
pub fn choices(desk: &mut Desk<'_>, _: Nothing) -> Result<RosterChoices, RosterError> {
    let members = desk.read(store::everyone)?;
    let distinct = |text: fn(&super::Member) -> &str| {
        let texts: BTreeSet<&str> = members.iter().map(text).filter(|text| !text.is_empty()).collect();
        texts.into_iter().map(str::to_owned).collect()
    };
    Ok(RosterChoices {
        ethnicities: names::ethnicities().map(str::to_owned).collect(),
        educations: names::educations().map(str::to_owned).collect(),
        party_groups: distinct(|member| &member.record.party_group),
        units: distinct(|member| &member.record.unit),
        particulars: Particular::ALL.iter().map(|field| ParticularView::from(*field)).collect(),
        fields: ImportField::all().map(FieldView::from).collect(),
    })
}

impl From<Particular> for ParticularView {
    fn from(field: Particular) -> Self {
        let choices = field.choices().iter().map(|&choice| choice.to_owned()).collect();
        Self { field, title: field.title().to_owned(), kind: field.kind(), choices }
    }
}

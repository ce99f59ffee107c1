//! What the member form offers to choose from: the groups and units are the branch's.

use std::collections::BTreeSet;

use serde::Serialize;
use ts_rs::TS;

use super::{BranchError, store};
use crate::desk::{Desk, Nothing};
use crate::roster::{self, FieldView, ImportField, Member, Particular, ParticularKind};

/// What the member form offers to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RosterChoices {
    /// GB/T 3304
    pub ethnicities: Vec<String>,
    /// GB/T 4658, the highest first
    pub educations: Vec<String>,
    /// Party groups of the branch, and any that only the roster names
    pub party_groups: Vec<String>,
    /// Units of the branch, and any that only the roster names
    pub units: Vec<String>,
    /// The fields that no rule reads, in the order of the form
    pub particulars: Vec<ParticularView>,
    /// The fields that a sheet can have a column for
    pub fields: Vec<FieldView>,
}

/// A field that no rule reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ParticularView {
    /// Its key in [`Particulars`](roster::Particulars).
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
/// [`BranchError::Vault`].
pub fn roster_choices(desk: &mut Desk<'_>, _: Nothing) -> Result<RosterChoices, BranchError> {
    let (members, groups, units) = desk.read(|reader| {
        Ok::<_, BranchError>((roster::everyone(reader)?, store::groups(reader)?, store::units(reader)?))
    })?;
    // What the branch has entered, and what only the roster names.
    let together = |entered: Vec<String>, text: fn(&Member) -> &str| {
        let in_use = members.iter().map(|member| text(member)).filter(|text| !text.is_empty()).map(str::to_owned);
        entered.into_iter().chain(in_use).collect::<BTreeSet<_>>().into_iter().collect()
    };
    Ok(RosterChoices {
        ethnicities: roster::ethnicities().map(str::to_owned).collect(),
        educations: roster::educations().map(str::to_owned).collect(),
        party_groups: together(
            groups.into_iter().filter(|one| one.until.is_none()).map(|one| one.name).collect(),
            |member| &member.record.party_group,
        ),
        units: together(units.into_iter().filter(|one| one.until.is_none()).map(|one| one.name).collect(), |member| {
            &member.record.unit
        }),
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

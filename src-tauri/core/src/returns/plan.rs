//! A table as it is to be filled in: its file read, and for each place what was mapped, typed or proposed.

use serde::{Deserialize, Serialize};

use super::layout::{Layout, fingerprint, layouts};
use super::{ReturnError, ReturnFill, ReturnPeople};
use crate::outside::{BlankSheet, Office};

/// What is kept of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptSheet {
    pub(super) people: ReturnPeople,
    /// The titles of each place, and what it is filled with.
    pub(super) places: Vec<(Vec<String>, ReturnFill)>,
}

/// A table as it is to be filled in.
pub(super) struct Plan {
    pub(super) sheets: Vec<BlankSheet>,
    pub(super) layouts: Vec<Layout>,
    /// Sheet by sheet, as the layouts.
    pub(super) kept: Vec<KeptSheet>,
}

impl Plan {
    /// Reads a file; every place is filled with what its header proposes.
    pub(super) fn of(office: &dyn Office, bytes: &[u8]) -> Result<Self, ReturnError> {
        let sheets = office.blank(bytes)?;
        let layouts = layouts(&sheets)?;
        let kept = layouts.iter().map(proposed).collect();
        Ok(Self { sheets, layouts, kept })
    }

    pub(super) fn fingerprint(&self) -> String {
        fingerprint(&self.layouts)
    }

    /// Takes over what was kept; a place that was not there then stays as it is proposed.
    pub(super) fn remember(&mut self, kept: &[KeptSheet]) {
        for (own, kept) in self.kept.iter_mut().zip(kept) {
            own.people = kept.people;
            let mut left = kept.places.clone();
            for (header, fill) in &mut own.places {
                if let Some(at) = left.iter().position(|(other, _)| other == header) {
                    *fill = left.remove(at).1;
                }
            }
        }
    }
}

fn proposed(layout: &Layout) -> KeptSheet {
    let places = layout
        .places
        .iter()
        .map(|place| (place.header.clone(), place.proposal.clone().map_or(ReturnFill::Empty, ReturnFill::Field)));
    KeptSheet { people: layout.people, places: places.collect() }
}

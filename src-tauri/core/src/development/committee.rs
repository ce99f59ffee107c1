//! When the branch had a committee (B05, B06): without one the general meeting stands in for it.

use chrono::NaiveDate;

use crate::branch;
use crate::values::Span;
use crate::vault::{Reader, VaultError};

/// When the branch had a committee; as long as nothing is known, always.
pub(super) struct Committee {
    spans: Vec<Span>,
    /// Before the branch is entered the regulation's wording stands.
    is_unknown: bool,
}

impl Default for Committee {
    fn default() -> Self {
        Self { spans: Vec::new(), is_unknown: true }
    }
}

impl Committee {
    /// As it is on record.
    pub(super) fn of(reader: &Reader<'_>) -> Result<Self, VaultError> {
        let is_unknown = branch::stored(reader)?.name.is_empty();
        Ok(Self { spans: branch::had_committee(reader)?, is_unknown })
    }

    /// Whether there was one on `day`.
    pub(super) fn on(&self, day: NaiveDate) -> bool {
        self.is_unknown || self.spans.iter().any(|span| span.covers(day, day))
    }
}

//! The one row that is the branch.

use rusqlite::Row;

use super::{BranchKind, BranchRequest};
use crate::values::stored_as_text;
use crate::vault::{Reader, Tx, VaultError};

stored_as_text!(BranchKind);

/// The branch as it was last saved; empty before the first time.
///
/// # Errors
/// [`VaultError`].
pub fn stored(reader: &Reader<'_>) -> Result<BranchRequest, VaultError> {
    Ok(reader.first("SELECT * FROM branch WHERE id = 1", [], row_to_branch)?.unwrap_or_default())
}

/// Stores the branch.
pub(crate) fn put(tx: &Tx<'_>, branch: &BranchRequest) -> Result<(), VaultError> {
    tx.execute(
        include_str!("sql/put.sql"),
        (&branch.name, branch.kind, &branch.superior, &branch.unit, &branch.phone, branch.has_committee),
    )?;
    Ok(())
}

fn row_to_branch(row: &Row<'_>) -> rusqlite::Result<BranchRequest> {
    Ok(BranchRequest {
        name: row.get("name")?,
        kind: row.get("kind")?,
        superior: row.get("superior")?,
        unit: row.get("unit")?,
        phone: row.get("phone")?,
        has_committee: row.get("has_committee")?,
    })
}

impl BranchKind {
    /// Its Chinese name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ordinary => "党支部",
            Self::Joint => "联合党支部",
            Self::Temporary => "临时党支部",
        }
    }
}

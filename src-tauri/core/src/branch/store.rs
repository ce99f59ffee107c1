//! The one row that is the branch.

use rusqlite::Row;

use super::{BranchKind, BranchRequest};
use crate::vault::{Reader, Tx, VaultError};

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
        (&branch.name, kind_name(branch.kind), &branch.superior, &branch.unit, &branch.phone, branch.has_committee),
    )?;
    Ok(())
}

fn row_to_branch(row: &Row<'_>) -> rusqlite::Result<BranchRequest> {
    Ok(BranchRequest {
        name: row.get("name")?,
        kind: match row.get::<_, String>("kind")?.as_str() {
            "joint" => BranchKind::Joint,
            "temporary" => BranchKind::Temporary,
            _ => BranchKind::Ordinary,
        },
        superior: row.get("superior")?,
        unit: row.get("unit")?,
        phone: row.get("phone")?,
        has_committee: row.get("has_committee")?,
    })
}

fn kind_name(kind: BranchKind) -> &'static str {
    match kind {
        BranchKind::Ordinary => "ordinary",
        BranchKind::Joint => "joint",
        BranchKind::Temporary => "temporary",
    }
}

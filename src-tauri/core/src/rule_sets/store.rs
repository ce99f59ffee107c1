//! The row of the set that was taken over.

use chrono::NaiveDate;

use crate::vault::{Reader, Tx, VaultError};

/// What is kept of it beside the file itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kept {
    /// The name of its bytes.
    pub(super) sha256: String,
    pub(super) signer: String,
    pub(super) adopted_on: NaiveDate,
}

pub(super) fn kept(reader: &Reader<'_>) -> Result<Option<Kept>, VaultError> {
    reader.first("SELECT sha256, signer, adopted_on FROM rule_set", [], |row| {
        Ok(Kept { sha256: row.get(0)?, signer: row.get(1)?, adopted_on: row.get(2)? })
    })
}

pub(super) fn keep(tx: &Tx<'_>, file: &[u8], signer: &str, adopted_on: NaiveDate) -> Result<(), VaultError> {
    let sha256 = tx.keep_bytes(file)?;
    tx.execute(
        "INSERT OR REPLACE INTO rule_set (id, sha256, signer, adopted_on) VALUES (1, ?1, ?2, ?3)",
        (sha256, signer, adopted_on),
    )?;
    Ok(())
}

pub(super) fn remove(tx: &Tx<'_>) -> Result<(), VaultError> {
    tx.execute("DELETE FROM rule_set", [])?;
    Ok(())
}

//! What was assigned by hand, for the next file with the same header.

use std::collections::BTreeMap;

use super::sheet::header::ByHand;
use crate::vault::{Reader, Tx, VaultError};

/// By the header's [source](super::sheet::header::Header::source). One that this program cannot read is as good as none.
pub(super) fn all(reader: &Reader<'_>) -> Result<BTreeMap<String, ByHand>, VaultError> {
    let stored = reader.all("SELECT source, mapping FROM member_import_mapping ORDER BY source", [], |row| {
        Ok((row.get(0)?, row.get::<_, String>(1)?))
    })?;
    Ok(stored
        .into_iter()
        .filter_map(|(source, mapping)| Some((source, serde_json::from_str(&mapping).ok()?)))
        .collect())
}

/// Keeps `mapping` for `source`.
pub(super) fn keep(tx: &Tx<'_>, source: &str, mapping: &ByHand) -> Result<(), VaultError> {
    let by_column: BTreeMap<String, _> = mapping.iter().map(|(column, field)| (column.to_string(), field)).collect();
    tx.execute(include_str!("../sql/keep_mapping.sql"), (source, serde_json::json!(by_column).to_string()))?;
    Ok(())
}

/// No longer keeps anything for `source`.
pub(super) fn forget(tx: &Tx<'_>, source: &str) -> Result<(), VaultError> {
    tx.execute("DELETE FROM member_import_mapping WHERE source = ?1", [source])?;
    Ok(())
}

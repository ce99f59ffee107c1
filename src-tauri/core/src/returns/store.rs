//! The table of the superior's tables.

use chrono::NaiveDate;
use rusqlite::{Row, params};

use super::ReturnId;
use super::plan::KeptSheet;
use crate::vault::{Reader, Tx, VaultError};

/// A table as stored.
pub(super) struct Template {
    pub(super) id: ReturnId,
    pub(super) name: String,
    pub(super) sha256: String,
    pub(super) imported_on: NaiveDate,
    pub(super) kept: Vec<KeptSheet>,
}

pub(super) fn all(reader: &Reader<'_>) -> Result<Vec<Template>, VaultError> {
    reader.all("SELECT * FROM return_template ORDER BY id", [], template)
}

pub(super) fn one(reader: &Reader<'_>, id: ReturnId) -> Result<Option<Template>, VaultError> {
    reader.first("SELECT * FROM return_template WHERE id = ?", [id.0], template)
}

pub(super) fn with_fingerprint(reader: &Reader<'_>, fingerprint: &str) -> Result<Option<Template>, VaultError> {
    reader.first("SELECT * FROM return_template WHERE fingerprint = ?", [fingerprint], template)
}

fn template(row: &Row<'_>) -> rusqlite::Result<Template> {
    Ok(Template {
        id: ReturnId(row.get("id")?),
        name: row.get("name")?,
        sha256: row.get("sha256")?,
        imported_on: row.get("imported_on")?,
        // What this program cannot read is as good as nothing kept.
        kept: serde_json::from_str(&row.get::<_, String>("filling")?).unwrap_or_default(),
    })
}

pub(super) fn add(
    tx: &Tx<'_>,
    name: &str,
    fingerprint: &str,
    file: &[u8],
    on: NaiveDate,
    kept: &[KeptSheet],
) -> Result<ReturnId, VaultError> {
    let sha256 = tx.keep_bytes(file)?;
    let sql = "INSERT INTO return_template (name, fingerprint, sha256, imported_on, filling) VALUES (?, ?, ?, ?, ?)";
    Ok(ReturnId(tx.insert(sql, params![name, fingerprint, sha256, on, json(kept)])?))
}

/// Another file with the same header takes the place of the older one.
pub(super) fn renew(tx: &Tx<'_>, id: ReturnId, file: &[u8], on: NaiveDate) -> Result<(), VaultError> {
    let sha256 = tx.keep_bytes(file)?;
    tx.execute("UPDATE return_template SET sha256 = ?, imported_on = ? WHERE id = ?", params![sha256, on, id.0])?;
    Ok(())
}

pub(super) fn save(tx: &Tx<'_>, id: ReturnId, name: &str, kept: &[KeptSheet]) -> Result<(), VaultError> {
    tx.execute("UPDATE return_template SET name = ?, filling = ? WHERE id = ?", params![name, json(kept), id.0])?;
    Ok(())
}

pub(super) fn delete(tx: &Tx<'_>, id: ReturnId) -> Result<(), VaultError> {
    tx.execute("DELETE FROM return_template WHERE id = ?", [id.0])?;
    Ok(())
}

fn json(kept: &[KeptSheet]) -> String {
    serde_json::json!(kept).to_string()
}

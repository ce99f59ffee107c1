//! What was signed: the versions of each quarter's report.

use chrono::{DateTime, FixedOffset};
use rusqlite::Row;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::values::Quarter;
use crate::vault::{Reader, VaultError};

/// Identifies a signed version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct ReportVersionId(pub i64);

/// A signed report. It never changes; a correction is a new version with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportVersion {
    /// Which version.
    pub id: ReportVersionId,
    /// Which quarter.
    pub quarter: Quarter,
    /// 1, 2, …
    pub version: u32,
    /// When it was signed.
    pub signed_at: DateTime<FixedOffset>,
    /// Why it was corrected; `None` for version 1.
    pub reason: Option<String>,
    /// SHA-256 of the PDF, hex.
    pub sha256: String,
}

/// Signed versions of a quarter, oldest first.
///
/// # Errors
/// [`VaultError`].
pub fn versions(reader: &Reader<'_>, quarter: Quarter) -> Result<Vec<ReportVersion>, VaultError> {
    reader.all(
        "SELECT id, quarter, version, signed_at, reason, sha256 FROM report_version WHERE quarter = ?1 ORDER BY version",
        [quarter.to_string()],
        row_to_version,
    )
}

/// A quarter's newest signed version.
///
/// # Errors
/// [`VaultError`].
pub fn newest_version(reader: &Reader<'_>, quarter: Quarter) -> Result<Option<ReportVersion>, VaultError> {
    Ok(versions(reader, quarter)?.pop())
}

pub(crate) fn row_to_version(row: &Row<'_>) -> rusqlite::Result<ReportVersion> {
    let text = |column: &'static str| row.get::<_, String>(column);
    let unreadable =
        |column: &'static str| rusqlite::Error::InvalidColumnType(0, column.to_owned(), rusqlite::types::Type::Text);
    Ok(ReportVersion {
        id: ReportVersionId(row.get("id")?),
        quarter: text("quarter")?.parse().map_err(|_| unreadable("quarter"))?,
        version: row.get("version")?,
        signed_at: text("signed_at")?.parse().map_err(|_| unreadable("signed_at"))?,
        reason: row.get("reason")?,
        sha256: row.get("sha256")?,
    })
}

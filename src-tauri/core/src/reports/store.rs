//! The secretary's words and the signed versions.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Row;

use super::read::read;
use super::signed;
use super::{QuarterlyReport, ReportError, ReportVersion, ReportVersionId, ReportWords};
use crate::meetings;
use crate::values::{Period, Quarter};
use crate::vault::{Reader, Tx, VaultError};

/// Quarters of the year before `running` that wait for their report, the newest first: the file was kept then and no
/// version is signed. The last quarter waits also where its meetings were entered afterwards; older ones are history.
///
/// # Errors
/// [`VaultError`].
pub fn unsigned_before(reader: &Reader<'_>, running: Quarter) -> Result<Vec<Quarter>, VaultError> {
    const LOOKED_BACK: usize = 4;
    let begun = reader.begun_on()?;
    let meetings = meetings::titles(reader)?;
    let mut waiting = Vec::new();
    for quarter in std::iter::successors(Some(running.previous()), |quarter| Some(quarter.previous())).take(LOOKED_BACK)
    {
        let was_kept = begun.is_some_and(|begun| begun <= quarter.last_day());
        let is_last = quarter == running.previous();
        let was_kept = was_kept || is_last && meetings.iter().any(|meeting| quarter.contains(meeting.at.date()));
        if was_kept && newest_version(reader, quarter.into())?.is_none() {
            waiting.push(quarter);
        }
    }
    Ok(waiting)
}

/// The secretary's own words for a period; nothing where none were saved.
///
/// # Errors
/// [`VaultError`].
pub fn words(reader: &Reader<'_>, period: Period) -> Result<ReportWords, VaultError> {
    let words = reader.first("SELECT problems, plan FROM report_words WHERE period = ?1", [period], |row| {
        Ok(ReportWords { problems: row.get(0)?, plan: row.get(1)? })
    })?;
    Ok(words.unwrap_or_default())
}

pub(super) fn put_words(tx: &Tx<'_>, period: Period, words: &ReportWords) -> Result<(), VaultError> {
    tx.execute(
        "INSERT INTO report_words (period, problems, plan) VALUES (?1, ?2, ?3)
         ON CONFLICT (period) DO UPDATE SET problems = excluded.problems, plan = excluded.plan",
        (period, &words.problems, &words.plan),
    )?;
    Ok(())
}

/// Signed versions of a period, oldest first.
pub(super) fn versions(reader: &Reader<'_>, period: Period) -> Result<Vec<ReportVersion>, VaultError> {
    reader.all(
        "SELECT id, period, version, signed_at, reason, sha256 FROM report_version WHERE period = ?1 ORDER BY version",
        [period],
        row_to_version,
    )
}

/// A period's newest signed version.
///
/// # Errors
/// [`VaultError`].
pub fn newest_version(reader: &Reader<'_>, period: Period) -> Result<Option<ReportVersion>, VaultError> {
    Ok(versions(reader, period)?.pop())
}

/// The newest signed versions of the periods that end within some days, and what their files are called, the oldest first.
///
/// # Errors
/// [`VaultError`].
pub fn signed_within(
    reader: &Reader<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<(ReportVersionId, String)>, VaultError> {
    let sql = "SELECT max(id) AS id, period, max(version) AS version FROM report_version GROUP BY period";
    let mut newest = reader.all(sql, [], |row| {
        Ok((row.get::<_, Period>("period")?, row.get::<_, u32>("version")?, ReportVersionId(row.get("id")?)))
    })?;
    newest.retain(|(period, ..)| (first..=last).contains(&period.last_day()));
    newest.sort_unstable();
    Ok(newest.into_iter().map(|(period, version, id)| (id, signed::title(period, version))).collect())
}

/// The signed file of a version.
///
/// # Errors
/// [`VaultError`].
pub fn signed_file(reader: &Reader<'_>, id: ReportVersionId) -> Result<Option<Vec<u8>>, VaultError> {
    Ok(pdf(reader, id)?.map(|(_, pdf)| pdf))
}

/// What a signed version says.
pub(super) fn report(reader: &Reader<'_>, id: ReportVersionId) -> Result<QuarterlyReport, ReportError> {
    let data: Option<String> =
        reader.first("SELECT data FROM report_version WHERE id = ?1", [id.0], |row| row.get(0))?;
    Ok(read(data.ok_or(ReportError::NoSuchVersion)?.as_bytes())?)
}

/// A signed version with its PDF.
pub(super) fn pdf(reader: &Reader<'_>, id: ReportVersionId) -> Result<Option<(ReportVersion, Vec<u8>)>, VaultError> {
    reader.first(
        "SELECT id, period, version, signed_at, reason, sha256, pdf FROM report_version WHERE id = ?1",
        [id.0],
        |row| Ok((row_to_version(row)?, row.get("pdf")?)),
    )
}

/// A receipt that was imported.
pub(super) struct KeptReceipt {
    pub(super) version: ReportVersionId,
    /// What the superior's certificate says, and its fingerprint.
    pub(super) signer: String,
    pub(super) fingerprint: String,
    pub(super) signed_at: DateTime<FixedOffset>,
    /// The name of its file's bytes.
    pub(super) sha256: String,
}

/// The receipt of a signed version.
pub(super) fn receipt(reader: &Reader<'_>, version: ReportVersionId) -> Result<Option<KeptReceipt>, VaultError> {
    let sql = "SELECT signer, fingerprint, signed_at, sha256 FROM report_receipt WHERE version_id = ?1";
    reader.first(sql, [version.0], |row| {
        let at: String = row.get("signed_at")?;
        Ok(KeptReceipt {
            version,
            signer: row.get("signer")?,
            fingerprint: row.get("fingerprint")?,
            signed_at: at.parse().map_err(|_| unreadable("signed_at"))?,
            sha256: row.get("sha256")?,
        })
    })
}

/// Keeps a receipt in place of the one that was there.
pub(super) fn put_receipt(tx: &Tx<'_>, receipt: &KeptReceipt) -> Result<(), VaultError> {
    let KeptReceipt { version, signer, fingerprint, signed_at, sha256 } = receipt;
    tx.execute(
        "INSERT INTO report_receipt (version_id, signer, fingerprint, signed_at, sha256) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (version_id) DO UPDATE SET signer = excluded.signer, fingerprint = excluded.fingerprint,
             signed_at = excluded.signed_at, sha256 = excluded.sha256",
        (version.0, signer, fingerprint, signed_at.to_rfc3339(), sha256),
    )?;
    Ok(())
}

/// What is to be kept of a signed report.
pub(super) struct Signed<'a> {
    pub(super) report: &'a QuarterlyReport,
    pub(super) signed_at: String,
    pub(super) sha256: String,
    pub(super) data: &'a str,
    pub(super) pdf: &'a [u8],
}

pub(super) fn add_version(tx: &Tx<'_>, signed: &Signed<'_>) -> Result<ReportVersionId, VaultError> {
    let id = tx.insert(
        "INSERT INTO report_version (period, version, reason, signed_at, sha256, data, pdf)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (
            signed.report.period(),
            signed.report.version,
            &signed.report.reason,
            &signed.signed_at,
            &signed.sha256,
            signed.data,
            signed.pdf,
        ),
    )?;
    Ok(ReportVersionId(id))
}

/// The periods whose newest signed version was signed after the log's entry `seq` and is not being corrected, and that
/// version.
pub(super) fn signed_since(reader: &Reader<'_>, seq: i64) -> Result<Vec<(Period, ReportVersionId)>, VaultError> {
    reader.all(include_str!("sql/signed_since.sql"), [seq], |row| {
        Ok((row.get("period")?, ReportVersionId(row.get("id")?)))
    })
}

/// Notes why what a signed version counted is taken back or brought back.
pub(super) fn add_correction(
    tx: &Tx<'_>,
    version: ReportVersionId,
    on: NaiveDate,
    reason: &str,
) -> Result<(), VaultError> {
    let sql = "INSERT INTO report_correction (version_id, begun_on, reason) VALUES (?, ?, ?)";
    tx.execute(sql, (version.0, on, reason)).map(drop)
}

fn unreadable(column: &'static str) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(0, column.to_owned(), rusqlite::types::Type::Text)
}

fn row_to_version(row: &Row<'_>) -> rusqlite::Result<ReportVersion> {
    let text = |column: &'static str| row.get::<_, String>(column);
    Ok(ReportVersion {
        id: ReportVersionId(row.get("id")?),
        period: row.get("period")?,
        version: row.get("version")?,
        signed_at: text("signed_at")?.parse().map_err(|_| unreadable("signed_at"))?,
        reason: row.get("reason")?,
        sha256: row.get("sha256")?,
        problem: None,
        receipt: None,
        gaps: Vec::new(),
    })
}

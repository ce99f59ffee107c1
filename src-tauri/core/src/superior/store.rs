//! Branches, reports and refusals.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::judge::Found;
use super::{
    SuperiorBranch, SuperiorBranchId, SuperiorBranchView, SuperiorError, SuperiorRefusal, SuperiorReport,
    SuperiorReportId, SuperiorRow,
};
use crate::values::Period;
use crate::vault::{Reader, Tx, VaultError};

fn row_to_branch(row: &Row<'_>) -> rusqlite::Result<SuperiorBranch> {
    Ok(SuperiorBranch {
        id: Some(SuperiorBranchId(row.get("id")?)),
        name: row.get("name")?,
        contact: row.get("contact")?,
        phone: row.get("phone")?,
        since: row.get("since")?,
        until: row.get("until")?,
        note: row.get("note")?,
    })
}

/// All branches by name, with how many reports each has handed in; their certificates are asked for elsewhere.
pub(super) fn branches(reader: &Reader<'_>) -> Result<Vec<SuperiorBranchView>, VaultError> {
    let sql = "SELECT superior_branch.*,
            (SELECT count(*) FROM superior_report WHERE branch_id = superior_branch.id) AS reports
        FROM superior_branch ORDER BY name";
    reader.all(sql, [], |row| {
        Ok(SuperiorBranchView { branch: row_to_branch(row)?, certificates: Vec::new(), reports: row.get("reports")? })
    })
}

pub(super) fn branch(reader: &Reader<'_>, id: SuperiorBranchId) -> Result<SuperiorBranch, SuperiorError> {
    let found = reader.first("SELECT * FROM superior_branch WHERE id = ?1", [id.0], row_to_branch)?;
    found.ok_or(SuperiorError::NoSuchBranch)
}

/// The branch of a name.
pub(super) fn named(reader: &Reader<'_>, name: &str) -> Result<Option<SuperiorBranchId>, VaultError> {
    reader.first("SELECT id FROM superior_branch WHERE name = ?1", [name], |row| Ok(SuperiorBranchId(row.get(0)?)))
}

pub(super) fn has_reports(reader: &Reader<'_>, id: SuperiorBranchId) -> Result<bool, VaultError> {
    reader.one("SELECT EXISTS (SELECT 1 FROM superior_report WHERE branch_id = ?1)", [id.0], |row| row.get(0))
}

pub(super) fn put_branch(tx: &Tx<'_>, branch: &SuperiorBranch) -> Result<SuperiorBranchId, VaultError> {
    let params = named_params! {
        ":id": branch.id.map(|id| id.0),
        ":name": branch.name,
        ":contact": branch.contact,
        ":phone": branch.phone,
        ":since": branch.since,
        ":until": branch.until,
        ":note": branch.note,
    };
    let inserted = tx.insert(include_str!("sql/put_branch.sql"), params)?;
    Ok(branch.id.unwrap_or(SuperiorBranchId(inserted)))
}

pub(super) fn delete_branch(tx: &Tx<'_>, id: SuperiorBranchId) -> Result<(), VaultError> {
    tx.execute("DELETE FROM superior_branch WHERE id = ?1", [id.0]).map(drop)
}

/// Hashes of all reports.
pub(super) fn known(reader: &Reader<'_>) -> Result<HashSet<String>, VaultError> {
    let known = reader.all("SELECT sha256 FROM superior_report", [], |row| row.get(0))?;
    Ok(known.into_iter().collect())
}

/// Quarters of which there are reports, the newest first.
pub(super) fn periods(reader: &Reader<'_>) -> Result<Vec<Period>, VaultError> {
    let mut periods = reader.all("SELECT DISTINCT period FROM superior_report", [], |row| row.get(0))?;
    periods.sort_unstable_by(|one: &Period, other| other.cmp(one));
    Ok(periods)
}

/// The newest version of each branch in a period.
pub(super) fn reports(
    reader: &Reader<'_>,
    period: Period,
) -> Result<BTreeMap<SuperiorBranchId, SuperiorReport>, VaultError> {
    let reports = reader.all(include_str!("sql/newest_reports.sql"), [period], |row| {
        let unreadable = |column: &'static str| {
            rusqlite::Error::InvalidColumnType(0, column.to_owned(), rusqlite::types::Type::Text)
        };
        let (signed_at, figures): (String, String) = (row.get("signed_at")?, row.get("figures")?);
        let report = SuperiorReport {
            id: SuperiorReportId(row.get("id")?),
            version: row.get("version")?,
            signed_at: signed_at.parse().map_err(|_| unreadable("signed_at"))?,
            received_on: row.get("received_on")?,
            receipted_on: row.get("receipted_on")?,
            remark: row.get("remark")?,
            figures: serde_json::from_str(&figures).map_err(|_| unreadable("figures"))?,
        };
        Ok((SuperiorBranchId(row.get("branch_id")?), report))
    })?;
    Ok(reports.into_iter().collect())
}

/// Every branch that has reported in a period or should have, by name.
pub(super) fn rows(reader: &Reader<'_>, period: Period) -> Result<Vec<SuperiorRow>, VaultError> {
    let mut reports = reports(reader, period)?;
    let branches = branches(reader)?.into_iter().filter_map(|view| {
        let (branch, id) = (view.branch.clone(), view.branch.id?);
        let report = reports.remove(&id);
        let SuperiorBranch { name, contact, phone, .. } = view.branch;
        (report.is_some() || branch.reports_in(period)).then_some(SuperiorRow {
            branch: id,
            name,
            contact,
            phone,
            report,
        })
    });
    Ok(branches.collect())
}

/// What is there already of a branch's version: the hash of its file.
pub(super) fn version(
    reader: &Reader<'_>,
    branch: SuperiorBranchId,
    period: Period,
    version: u32,
) -> Result<Option<String>, VaultError> {
    let sql = "SELECT sha256 FROM superior_report WHERE branch_id = ?1 AND period = ?2 AND version = ?3";
    reader.first(sql, (branch.0, period, version), |row| row.get(0))
}

pub(super) fn add_report(
    tx: &Tx<'_>,
    branch: SuperiorBranchId,
    found: &Found,
    on: NaiveDate,
) -> Result<(), SuperiorError> {
    let sha256 = tx.keep_bytes(&found.bytes)?;
    let params = named_params! {
        ":branch_id": branch.0,
        ":period": found.period,
        ":version": found.version,
        ":sha256": sha256,
        ":fingerprint": found.fingerprint,
        ":signed_at": found.signed_at.to_rfc3339(),
        ":received_on": on,
        ":file": found.file,
        ":figures": serde_json::to_string(&found.figures)?,
        ":remark": found.remark,
    };
    tx.execute(include_str!("sql/add_report.sql"), params)?;
    Ok(())
}

/// A report with whose it is, and its file.
pub(super) struct Kept {
    pub(super) branch: String,
    pub(super) period: Period,
    pub(super) version: u32,
    pub(super) pdf: Vec<u8>,
}

pub(super) fn kept(reader: &Reader<'_>, id: SuperiorReportId) -> Result<Kept, SuperiorError> {
    let sql = "SELECT name, period, version, sha256
        FROM superior_report JOIN superior_branch ON superior_branch.id = branch_id
        WHERE superior_report.id = ?1";
    let found = reader.first(sql, [id.0], |row| {
        Ok((row.get("name")?, row.get("period")?, row.get("version")?, row.get::<_, String>("sha256")?))
    })?;
    let (branch, period, version, sha256) = found.ok_or(SuperiorError::NoSuchReport)?;
    Ok(Kept { branch, period, version, pdf: reader.bytes(&sha256)? })
}

pub(super) fn note_receipt(tx: &Tx<'_>, id: SuperiorReportId, on: NaiveDate) -> Result<(), VaultError> {
    tx.execute("UPDATE superior_report SET receipted_on = ?2 WHERE id = ?1", (id.0, on)).map(drop)
}

pub(super) fn refusals(reader: &Reader<'_>) -> Result<Vec<SuperiorRefusal>, VaultError> {
    reader.all("SELECT file, code, sentence FROM superior_refusal ORDER BY file", [], |row| {
        Ok(SuperiorRefusal { file: row.get("file")?, code: row.get("code")?, sentence: row.get("sentence")? })
    })
}

/// Puts the refusals of a look into a folder in the place of those of the one before.
pub(super) fn put_refusals(tx: &Tx<'_>, refusals: &[SuperiorRefusal]) -> Result<(), VaultError> {
    tx.execute("DELETE FROM superior_refusal", [])?;
    for SuperiorRefusal { file, code, sentence } in refusals {
        tx.execute("INSERT INTO superior_refusal (file, code, sentence) VALUES (?1, ?2, ?3)", (file, code, sentence))?;
    }
    Ok(())
}

//! What was taken, and what is on record.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use postgres::{Client, Transaction};
use zhibu_core::signing::TrustedSigner;
use zhibu_core::superior::{Found, columns};

use crate::database::text;
use crate::error::CollectError;

/// Branches on record.
pub(crate) fn branches(db: &mut Client) -> Result<Vec<String>, CollectError> {
    let rows = db.query("SELECT branch FROM zhibu.branch", &[])?;
    Ok(rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?)
}

/// Certificates on record.
pub(crate) fn trusted(db: &mut Client) -> Result<Vec<TrustedSigner>, CollectError> {
    let rows = db.query("SELECT branch, fingerprint FROM zhibu.trusted", &[])?;
    let read = |row: &postgres::Row| -> Result<_, postgres::Error> {
        Ok(TrustedSigner { name: row.try_get("branch")?, fingerprint: row.try_get("fingerprint")? })
    };
    Ok(rows.iter().map(read).collect::<Result<_, _>>()?)
}

/// Adds branches that should report.
pub(crate) fn add_branches<'a>(
    db: &mut impl postgres::GenericClient,
    names: impl Iterator<Item = &'a str>,
) -> Result<(), CollectError> {
    // In one order, like everybody, so that no two workers wait for each other.
    let names: Vec<String> = names.collect::<BTreeSet<_>>().into_iter().map(text).collect();
    let sql = "INSERT INTO zhibu.branch (branch) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING";
    db.execute(sql, &[&names])?;
    Ok(())
}

/// Keeps reports with their figures, branches and certificates, as far as they are not there. `found` are in the order of
/// their places. Gives the places that were empty until now, with the hash of what is there.
pub(crate) fn keep(
    tx: &mut Transaction<'_>,
    found: &[&Found],
    today: NaiveDate,
) -> Result<BTreeMap<Place, String>, CollectError> {
    add_branches(tx, found.iter().map(|one| &*one.branch))?;
    let of = |part: fn(&Found) -> &str| found.iter().map(|one| text(part(one))).collect::<Vec<_>>();
    let branches = of(|one| &one.branch);
    let periods: Vec<String> = found.iter().map(|one| one.period.to_string()).collect();
    let versions: Vec<i32> = found.iter().map(|one| number(one.version)).collect();
    let signed: Vec<_> = found.iter().map(|one| one.signed_at).collect();
    let fingerprints = of(|one| &one.fingerprint);
    let pdfs: Vec<&[u8]> = found.iter().map(|one| &*one.bytes).collect();
    let rows = tx.query(
        include_str!("sql/add_reports.sql"),
        &[
            &branches,
            &periods,
            &versions,
            &of(|one| &one.sha256),
            &fingerprints,
            &signed,
            &today,
            &of(|one| &one.file),
            &of(|one| &one.remark),
            &pdfs,
        ],
    )?;
    let read = |row: &postgres::Row| Ok(((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?), row.try_get(3)?));
    let kept = rows.iter().map(read).collect::<Result<BTreeMap<Place, String>, postgres::Error>>()?;
    let mut new: Vec<&Found> = found.iter().copied().filter(|one| kept.get(&place(one)) == Some(&one.sha256)).collect();
    // A report and the same with its receipt may lie side by side.
    new.dedup_by_key(|one| place(one));
    add_figures(tx, &new)?;
    add_certificates(tx, &new)?;
    Ok(kept)
}

fn add_figures(tx: &mut Transaction<'_>, new: &[&Found]) -> Result<(), CollectError> {
    let mut rows = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for found in new {
        let (branch, period, version) = place(found);
        for (figure, number) in &found.figures {
            rows.0.push(branch.clone());
            rows.1.push(period.clone());
            rows.2.push(version);
            rows.3.push(figure.as_str());
            rows.4.push(*number);
        }
    }
    let sql = "INSERT INTO zhibu.figure (branch, period, version, key, number)
        SELECT * FROM unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::bigint[])";
    tx.execute(sql, &[&rows.0, &rows.1, &rows.2, &rows.3, &rows.4])?;
    Ok(())
}

fn add_certificates(tx: &mut Transaction<'_>, new: &[&Found]) -> Result<(), CollectError> {
    let (branches, fingerprints): (Vec<_>, Vec<_>) =
        new.iter().map(|one| (text(&one.branch), one.fingerprint.as_str())).unzip();
    let sql = "INSERT INTO zhibu.trusted (branch, fingerprint)
        SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING";
    tx.execute(sql, &[&branches, &fingerprints])?;
    Ok(())
}

/// Where a report belongs: branch, period, version.
pub(crate) type Place = (String, String, i32);

pub(crate) fn place(found: &Found) -> Place {
    (text(&found.branch), found.period.to_string(), number(found.version))
}

fn number(version: u32) -> i32 {
    i32::try_from(version).unwrap_or(i32::MAX)
}

/// The hash of the file that is there at a place.
pub(crate) fn hash_at(tx: &mut Transaction<'_>, place: &Place) -> Result<Option<String>, CollectError> {
    let sql = "SELECT sha256 FROM zhibu.report WHERE branch = $1 AND period = $2 AND version = $3";
    Ok(tx.query_opt(sql, &[&place.0, &place.1, &place.2])?.map(|row| row.try_get(0)).transpose()?)
}

/// The sums of the newest period on record, by column; what no report has is 0.
pub(crate) fn sums(db: &mut Client) -> Result<BTreeMap<String, i64>, CollectError> {
    let mut sums: BTreeMap<String, i64> = columns().into_iter().map(|column| (column.key, 0)).collect();
    for row in db.query(include_str!("sql/sums.sql"), &[])? {
        // A figure of a later program is in the database and not in this answer.
        if let Some(sum) = sums.get_mut(row.try_get::<_, &str>("key")?) {
            *sum = row.try_get("sum")?;
        }
    }
    Ok(sums)
}

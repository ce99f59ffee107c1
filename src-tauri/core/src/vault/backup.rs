//! Backups: a copy counts only after it was opened and checked.

use std::path::{Path, PathBuf};

use chrono::{Datelike, Duration, NaiveDateTime};
use rusqlite::{Connection, OpenFlags};

use super::place::{Place, connect};
use super::{VaultError, audit, check};
use crate::disk::{self, Existing, Scratch};

/// A backup's name while it is made.
const COPY: &str = "copy.zhibu";

const STAMP: &str = "%Y-%m-%d %H%M%S";

/// Makes a verified copy beside the file, `NAME 备份/NAME LABEL.zhibu`, under the same key, and thins out old ones.
pub(super) fn make(connection: &Connection, place: &Place, label: &str) -> Result<PathBuf, VaultError> {
    let folder = folder(&place.path);
    let stem = place.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let target = folder.join(format!("{stem} {}.zhibu", label.replace(':', "")));
    // The folder appears with the first backup and not before.
    let scratch = Scratch::beside(if folder.is_dir() { &target } else { &place.path })?;
    let copy = Place { path: scratch.path(COPY), ..place.clone() };
    connection.execute("VACUUM INTO ?1", [copy.path.to_string_lossy()])?;
    verify(&copy, &audit::head(connection)?)?;
    disk::make_folder(&folder)?;
    scratch.put(COPY, &target, Existing::Replaced)?;
    thin(&folder)?;
    Ok(target)
}

fn verify(copy: &Place, head: &str) -> Result<(), VaultError> {
    let connection = connect(copy, OpenFlags::empty())?;
    check::sound(&connection).map_err(VaultError::BackupUnsound)?;
    if audit::head(&connection)? != head {
        return Err(VaultError::BackupUnsound("内容不一致".to_owned()));
    }
    connection.close().map_err(|(_, error)| error.into())
}

/// What lies in the folder of a file's backups.
pub(super) fn files(vault: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder(vault)).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

/// Removes what killed programs left beside a file and beside its backups.
pub(super) fn sweep(vault: &Path) {
    disk::sweep(disk::parent(vault));
    disk::sweep(&folder(vault));
}

/// When the newest backup was made.
pub(super) fn newest(vault: &Path) -> Option<NaiveDateTime> {
    dated(&folder(vault)).ok()?.into_iter().map(|(at, _)| at).max()
}

/// The label of a routine backup made `at`.
pub(super) fn label(at: NaiveDateTime) -> String {
    at.format(STAMP).to_string()
}

fn folder(vault: &Path) -> PathBuf {
    let stem = vault.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    vault.with_file_name(format!("{stem} 备份"))
}

/// The routine backups in a folder. Those with another label (before an upgrade) are never thinned.
fn dated(folder: &Path) -> Result<Vec<(NaiveDateTime, PathBuf)>, VaultError> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let stamp = stem.char_indices().rev().nth(16).and_then(|(i, _)| stem.get(i..));
        if let Some(at) = stamp.and_then(|stamp| NaiveDateTime::parse_from_str(stamp, STAMP).ok()) {
            found.push((at, path));
        }
    }
    found.sort();
    Ok(found)
}

fn thin(folder: &Path) -> Result<(), VaultError> {
    let found = dated(folder)?;
    let times: Vec<NaiveDateTime> = found.iter().map(|(at, _)| *at).collect();
    let kept = kept(&times);
    for (at, path) in found {
        if !kept.contains(&at) {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// Of sorted times, those to keep: the last five, then the last of each day for two weeks, of each week for two
/// months, of each month for ever.
fn kept(times: &[NaiveDateTime]) -> Vec<NaiveDateTime> {
    let Some(newest) = times.last() else { return Vec::new() };
    let last_of = |same: &dyn Fn(NaiveDateTime, NaiveDateTime) -> bool, i: usize| {
        times.get(i + 1).is_none_or(|next| times.get(i).is_some_and(|at| !same(*at, *next)))
    };
    let keep = |(i, at): &(usize, &NaiveDateTime)| {
        let age = *newest - **at;
        times.len() - i <= 5
            || age <= Duration::days(14) && last_of(&|a, b| a.date() == b.date(), *i)
            || age <= Duration::days(62) && last_of(&|a, b| a.iso_week() == b.iso_week(), *i)
            || last_of(&|a, b| (a.year(), a.month()) == (b.year(), b.month()), *i)
    };
    times.iter().enumerate().filter(keep).map(|(_, at)| *at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_years_of_daily_backups_thin_out_and_keep_one_of_each_month() {
        let start: NaiveDateTime = "2024-11-24T09:00:00".parse().unwrap();
        let times: Vec<_> = (0..730).map(|day| start + Duration::days(day)).collect();
        let kept = kept(&times);
        let months: std::collections::BTreeSet<_> = kept.iter().map(|at| (at.year(), at.month())).collect();
        assert_eq!(months.len(), 25);
        assert!(kept.len() < 50, "{}", kept.len());
        assert!(times[725..].iter().all(|at| kept.contains(at)));
    }
}

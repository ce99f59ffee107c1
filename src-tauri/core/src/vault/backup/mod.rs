//! Backups: whole copies of the file beside it, in `NAME 备份/`. A copy counts only after it was opened and checked, and
//! says of itself that it is one (`vault_state`), so that it is never taken for the file, nor another file for it.
//!
//! What lies in the folder is told apart by its name, `NAME 2026-11-23 091200[ KIND].zhibu`, and by its first bytes: a
//! copy has its original's salt, so that it is seen without a key whether the file's present passphrase opens it.

mod copy;
mod keep;
mod look;
mod make;
mod restore;

pub(crate) use copy::copy_backup;
pub(crate) use look::Keys;
pub use look::{BackupContents, BackupState};
pub(crate) use make::{Progress, back_up};

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::VaultError;
use super::key::SALT_LENGTH;
use super::place::{Place, file_name};
use crate::disk;
use crate::values::titled;

pub(super) use look::{marked, release};
pub(super) use make::make;
pub(super) use restore::{journal_of, keep_as_it_is, restored};

const STAMP: &str = "%Y-%m-%d %H%M%S";
/// Characters of a stamp.
const STAMP_LENGTH: usize = 17;
const ENDING: &str = ".zhibu";
const FOLDER: &str = " 备份";

/// What a backup was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupKind {
    /// Once a day, before something large, or because it was asked for. Thinned out.
    Routine,
    /// Before a newer program changed the file.
    BeforeUpgrade,
    /// What a restored backup took the place of.
    BeforeRestore,
}

titled! { BackupKind {
    Routine => "日常备份",
    BeforeUpgrade => "程序升级前",
    BeforeRestore => "恢复前留下",
} }

impl BackupKind {
    fn suffix(self) -> &'static str {
        match self {
            Self::Routine => "",
            Self::BeforeUpgrade => " 升级前",
            Self::BeforeRestore => " 恢复前",
        }
    }
}

/// A file in the folder that is named as a backup of this file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BackupFile {
    pub(crate) path: PathBuf,
    pub(crate) kind: BackupKind,
    /// When it was made, as its name says.
    pub(crate) at: NaiveDateTime,
    pub(crate) bytes: u64,
    /// `None` of a file too short to have one.
    salt: Option<[u8; SALT_LENGTH]>,
}

impl BackupFile {
    pub(crate) fn name(&self) -> String {
        file_name(&self.path)
    }
}

/// The folder of a file's backups.
pub(crate) fn folder(vault: &Path) -> PathBuf {
    vault.with_file_name(format!("{}{FOLDER}", stem(vault)))
}

/// The backups of a file by time, the oldest first, also those that can no longer be opened.
pub(crate) fn list(vault: &Path) -> Vec<BackupFile> {
    let stem = stem(vault);
    let backup = |path: PathBuf| {
        let (at, kind) = stamped(&stem, &file_name(&path))?;
        let metadata = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
        // What is open is not opened a second time: its own folder may hold it where a backup was opened.
        let salt = if super::hold::is_held(&path) { None } else { salt(&path) };
        Some(BackupFile { kind, at, bytes: metadata.len(), salt, path })
    };
    let mut found: Vec<BackupFile> = files(vault).into_iter().filter_map(backup).collect();
    found.sort_by(|one, other| (one.at, &one.path).cmp(&(other.at, &other.path)));
    found
}

/// What lies in the folder of a file's backups.
pub(super) fn files(vault: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder(vault)).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

/// Removes what killed programs left beside a file and beside its backups.
pub(super) fn sweep(vault: &Path) {
    vault.parent().into_iter().for_each(disk::sweep);
    disk::sweep(&folder(vault));
}

/// When the newest copy was made that opens with the file's own key. One dated later than `now` was made by a wrong clock
/// and counts for nothing; neither does one that was cut off.
pub(super) fn newest(vault: &Place, now: NaiveDateTime) -> Option<NaiveDateTime> {
    let ours = |backup: &BackupFile| {
        backup.salt.as_ref() == Some(&vault.salt) && backup.at <= now && look::is_whole(backup, &vault.key)
    };
    list(&vault.path).into_iter().rev().find(ours).map(|backup| backup.at)
}

/// The time and the kind that a name says, if it is that of a backup of the file named `stem`.
fn stamped(stem: &str, name: &str) -> Option<(NaiveDateTime, BackupKind)> {
    let rest = name.strip_suffix(ENDING)?.strip_prefix(stem)?.strip_prefix(' ')?;
    let (stamp, suffix) = rest.split_at_checked(STAMP_LENGTH)?;
    let at = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?;
    let numbered = |kind: BackupKind| {
        let number = suffix.strip_prefix(kind.suffix())?;
        let is_number = number.strip_prefix(' ').is_some_and(|number| number.parse::<u32>().is_ok());
        (number.is_empty() || is_number).then_some((at, kind))
    };
    [BackupKind::BeforeUpgrade, BackupKind::BeforeRestore, BackupKind::Routine].into_iter().find_map(numbered)
}

/// Where a backup of this kind goes. A routine one takes the place of one of the same second; of the others each stays.
fn target(vault: &Path, kind: BackupKind, at: NaiveDateTime) -> PathBuf {
    let name = format!("{} {}{}", stem(vault), at.format(STAMP), kind.suffix());
    let folder = folder(vault);
    let first = folder.join(format!("{name}{ENDING}"));
    if kind == BackupKind::Routine || !first.exists() {
        return first;
    }
    let numbered = (2..).map(|number: u32| folder.join(format!("{name} {number}{ENDING}")));
    numbered.into_iter().find(|path| !path.exists()).unwrap_or(first)
}

fn stem(vault: &Path) -> String {
    vault.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn salt(path: &Path) -> Option<[u8; SALT_LENGTH]> {
    let mut salt = [0; SALT_LENGTH];
    File::open(path).and_then(|mut file| file.read_exact(&mut salt)).ok()?;
    Some(salt)
}

/// A note about this copy of the file.
fn state(connection: &Connection, key: &str) -> Result<Option<String>, VaultError> {
    use rusqlite::OptionalExtension;
    let sql = "SELECT value FROM vault_state WHERE key = ?1";
    Ok(connection.query_row(sql, [key], |row| row.get(0)).optional()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_told_by_its_whole_name() {
        let at: NaiveDateTime = "2026-11-23T09:12:00".parse().unwrap();
        for (name, kind) in [
            ("甲 2026-11-23 091200.zhibu", Some(BackupKind::Routine)),
            ("甲 2026-11-23 091200 升级前.zhibu", Some(BackupKind::BeforeUpgrade)),
            ("甲 2026-11-23 091200 恢复前 2.zhibu", Some(BackupKind::BeforeRestore)),
            ("甲 2026-11-23 091200（我的）.zhibu", None),
            ("甲 2026-11-23 091200.zhibu.bak", None),
            ("甲乙 2026-11-23 091200.zhibu", None),
            ("甲 2026-13-23 091200.zhibu", None),
            ("2026-11-23 091200.zhibu", None),
        ] {
            assert_eq!(stamped("甲", name), kind.map(|kind| (at, kind)), "{name}");
        }
    }
}

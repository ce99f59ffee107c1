//! Looking into a backup without making it the open file.

use chrono::{DateTime, NaiveDateTime};
use rusqlite::{Connection, OpenFlags};
use serde::Serialize;
use ts_rs::TS;

use super::{BackupFile, state};
use crate::values::titled;
use crate::vault::head::PAGE;
use crate::vault::key::{Key, SALT_LENGTH};
use crate::vault::place::{Place, give_key};
use crate::vault::{VaultError, dump, hold};

/// Says of a copy when it was made as a backup.
pub(super) const MARK: &str = "backup_made_at";

/// What can be said of a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupState {
    /// It opens, and the program made and checked it.
    Verified,
    /// It opens, but nothing says that it was checked.
    Unverified,
    /// No passphrase was given that could open it: it may be of an earlier one.
    OtherPassphrase,
    /// It does not open although the passphrase is right: it is damaged.
    Unreadable,
    /// 0 bytes.
    Empty,
    /// It is the file that is open.
    Open,
}

titled! { BackupState {
    Verified => "✓ 已验证",
    Unverified => "能打开，没有验证记录",
    OtherPassphrase => "要用当时的密码",
    Unreadable => "已损坏，打不开",
    Empty => "空文件，不是备份",
    Open => "现在打开的就是它",
} }

/// What is in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupContents {
    pub branch: String,
    /// People in the roster, former ones too.
    pub members: u32,
    /// Meetings, planned or held.
    pub meetings: u32,
    /// All records.
    pub records: u32,
    /// When something was last changed, local time with offset.
    pub changed_at: Option<String>,
    /// What that was, in Chinese.
    pub last_change: String,
}

/// The keys at hand: of the open file, and what a passphrase gives with each backup's salt.
#[derive(Default)]
pub(crate) struct Keys {
    known: Vec<([u8; SALT_LENGTH], Key)>,
    /// Of the open file, whose key is right beyond doubt.
    own: Option<[u8; SALT_LENGTH]>,
    passphrase: Option<String>,
}

impl Keys {
    /// The key of an open file, if there is one, and a passphrase or recovery code, if one was given.
    pub(in crate::vault) fn new(place: Option<&Place>, passphrase: Option<String>) -> Self {
        let known = place.map(|place| (place.salt, place.key.clone())).into_iter().collect();
        Self { known, own: place.map(|place| place.salt), passphrase }
    }

    /// A passphrase or recovery code alone, where no file is open.
    pub(crate) fn of(passphrase: Option<String>) -> Self {
        Self { passphrase, ..Self::default() }
    }

    /// The place of a backup with what should open it; `None` without a passphrase.
    fn place_of(&mut self, backup: &BackupFile) -> Result<Option<Place>, VaultError> {
        let Some(salt) = backup.salt else { return Ok(None) };
        let known = self.known.iter().find(|(known, _)| *known == salt).map(|(_, key)| key.clone());
        let key = match (known, &self.passphrase) {
            (Some(key), _) => key,
            (None, Some(passphrase)) => {
                // Whoever lost the passphrase has the recovery code, which is the same for every copy.
                let key = Key::from_recovery_code(passphrase).or_else(|_| Key::from_passphrase(passphrase, &salt))?;
                self.known.push((salt, key.clone()));
                key
            }
            (None, None) => return Ok(None),
        };
        Ok(Some(Place { path: backup.path.clone(), key, salt }))
    }

    /// As [`Keys::place_of`], for a backup that is to be opened.
    ///
    /// # Errors
    /// [`VaultError::Empty`], [`VaultError::OtherPassphrase`].
    pub(in crate::vault) fn open_place(&mut self, backup: &BackupFile) -> Result<Place, VaultError> {
        if backup.bytes == 0 {
            return Err(VaultError::Empty(backup.name()));
        }
        self.place_of(backup)?.ok_or(VaultError::OtherPassphrase)
    }

    /// Whether a backup opens, whether it was checked when it was made, and how many records are in it.
    pub(crate) fn glance(&mut self, backup: &BackupFile) -> (BackupState, Option<u32>) {
        if backup.bytes == 0 {
            return (BackupState::Empty, None);
        }
        if hold::is_held(&backup.path) {
            return (BackupState::Open, None);
        }
        let Ok(Some(place)) = self.place_of(backup) else { return (BackupState::OtherPassphrase, None) };
        let Ok(connection) = read_only(&place) else {
            let is_own = backup.salt == self.own;
            return (if is_own { BackupState::Unreadable } else { BackupState::OtherPassphrase }, None);
        };
        match (state(&connection, MARK), records(&connection)) {
            (Ok(Some(_)), Ok(records)) => (BackupState::Verified, Some(records)),
            (Ok(None), Ok(records)) => (BackupState::Unverified, Some(records)),
            _ => (BackupState::Unreadable, None),
        }
    }

    /// What is in a backup.
    ///
    /// # Errors
    /// [`VaultError::OtherPassphrase`], [`VaultError::CannotOpen`], [`VaultError::Damaged`] …
    pub(crate) fn look(&mut self, backup: &BackupFile) -> Result<BackupContents, VaultError> {
        let connection = read_only(&self.open_place(backup)?)?;
        let count = |table: &str| -> Result<u32, VaultError> {
            Ok(connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?)
        };
        let branch = connection.query_row("SELECT coalesce(max(name), '') FROM branch", [], |row| row.get(0))?;
        let sql = "SELECT max(at), coalesce(label, '') FROM audit WHERE seq = (SELECT max(seq) FROM audit)";
        let (changed_at, last_change) = connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(BackupContents {
            branch,
            members: count("member")?,
            meetings: count("meeting")?,
            records: records(&connection)?,
            changed_at,
            last_change,
        })
    }
}

/// Whether `key` opens a backup and all its pages are there.
pub(super) fn is_whole(backup: &BackupFile, key: &Key) -> bool {
    let Some(salt) = backup.salt else { return false };
    let place = Place { path: backup.path.clone(), key: key.clone(), salt };
    let pages = |connection: Connection| Ok(connection.query_row("PRAGMA page_count", [], |row| row.get::<_, u32>(0))?);
    read_only(&place).and_then(pages).is_ok_and(|pages| u64::from(pages) * PAGE == backup.bytes)
}

/// Whether a file says of itself that it is a backup and `key` opens it.
pub(super) fn is_marked(backup: &BackupFile, key: &Key) -> bool {
    let Some(salt) = backup.salt else { return false };
    let place = Place { path: backup.path.clone(), key: key.clone(), salt };
    read_only(&place).and_then(|connection| state(&connection, MARK)).is_ok_and(|mark| mark.is_some())
}

/// When the open file was made as a backup, if it says that it was.
pub(in crate::vault) fn marked(connection: &Connection) -> Result<Option<NaiveDateTime>, VaultError> {
    let at = state(connection, MARK)?;
    Ok(at.and_then(|at| DateTime::parse_from_rfc3339(&at).ok()).map(|at| at.naive_local()))
}

/// Makes a file to work with of a backup.
pub(in crate::vault) fn release(connection: &Connection) -> Result<(), VaultError> {
    connection.execute("DELETE FROM vault_state WHERE key = ?1", [MARK])?;
    Ok(())
}

/// Opens a backup to be read. It is not locked, and nothing beside it is made or rolled in.
fn read_only(place: &Place) -> Result<Connection, VaultError> {
    if hold::is_held(&place.path) {
        return Err(VaultError::InUse);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(&place.path, flags)?;
    give_key(&connection, place)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

fn records(connection: &Connection) -> Result<u32, VaultError> {
    let mut records = 0;
    for table in dump::table_names(connection)? {
        let count: u32 = connection.query_row(&format!("SELECT count(*) FROM \"{table}\""), [], |row| row.get(0))?;
        records += count;
    }
    Ok(records)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::{Vault, backup};

    #[test]
    fn a_backup_is_whole_or_cut_off() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.zhibu");
        let now = "2026-11-23T09:00:00+08:00".parse().unwrap();
        let vault = Vault::create(&path, "晨光里的名册2026", now, |_| Ok::<_, VaultError>(())).unwrap();
        vault.back_up(now).unwrap();
        let place = vault.place.as_ref().unwrap();
        let made = backup::list(&path).pop().unwrap();
        assert!(is_whole(&made, &place.key));
        let bytes = std::fs::read(&made.path).unwrap();
        std::fs::write(&made.path, &bytes[..bytes.len() / 8192 * 4096]).unwrap();
        assert!(!is_whole(&backup::list(&path).pop().unwrap(), &place.key));
    }
}

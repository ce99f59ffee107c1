//! Making, opening and closing a file, its keys, and what else its owner asks of it as a whole.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;

use super::backup::{self, BackupFile, BackupKind, Keys};
use super::file;
use super::hold::Hold;
use super::key::Key;
use super::place::{Place, connect};
use super::undo::{self, Direction};
use super::{AuditEntry, AuditQuery, CheckView, Opening, Vault, VaultError, Watch, audit, check, dump};
use crate::disk::{Existing, Scratch};

impl Vault {
    /// Makes a new encrypted file with what `begin` writes first, in one step.
    ///
    /// # Errors
    /// [`VaultError::Exists`], or whatever `begin` fails with; then no file is left.
    pub(crate) fn create<E: From<VaultError>>(
        path: &Path,
        passphrase: &str,
        now: DateTime<FixedOffset>,
        begin: impl FnOnce(&mut Self) -> Result<(), E>,
    ) -> Result<Self, E> {
        let place = Place::fresh(path, passphrase)?;
        let (connection, hold) = file::create(&place, now, begin)?;
        Ok(Self::new(connection, Some((place, hold))))
    }

    /// Opens a file with its passphrase.
    ///
    /// # Errors
    /// [`VaultError::CannotOpen`] for a wrong passphrase as for a damaged head; [`VaultError::Empty`],
    /// [`VaultError::Incomplete`], [`VaultError::NotAVault`] where no passphrase could open it.
    pub(crate) fn unlock(path: &Path, passphrase: &str, now: DateTime<FixedOffset>) -> Result<Self, VaultError> {
        let hold = Hold::take(path)?;
        file::open(Place::from_passphrase(path, hold.salt, passphrase)?, hold, now)
    }

    /// Opens a file with its recovery code.
    ///
    /// # Errors
    /// [`VaultError::RecoveryCode`] names the miscopied group; [`VaultError::CannotOpen`] when the code is another
    /// file's; otherwise as [`Vault::unlock`].
    pub(crate) fn recover(path: &Path, code: &str, now: DateTime<FixedOffset>) -> Result<Self, VaultError> {
        let hold = Hold::take(path)?;
        file::open(Place::from_recovery_code(path, hold.salt, code)?, hold, now)
    }

    /// Closes the file.
    ///
    /// # Errors
    /// [`VaultError`].
    pub(crate) fn close(self) -> Result<(), VaultError> {
        Ok(self.connection.close().map_err(|(_, error)| error)?)
    }

    /// Whether `passphrase` is the file's.
    pub(crate) fn is_opened_by(&self, passphrase: &str) -> bool {
        self.place.as_ref().is_some_and(|place| {
            Key::from_passphrase(passphrase, &place.salt)
                .is_ok_and(|key| key.recovery_code() == place.key.recovery_code())
        })
    }

    /// Gives this file a new key; its recovery code must be printed and confirmed anew.
    ///
    /// # Errors
    /// [`VaultError`]; then the file is as it was and stays open.
    pub(crate) fn rekey(&mut self, passphrase: &str, now: DateTime<FixedOffset>) -> Result<(), VaultError> {
        self.refuse_backup()?;
        let fresh = Place::fresh(&self.place.as_ref().ok_or(VaultError::Locked)?.path, passphrase)?;
        let scratch = file::rekeyed(&self.connection, &fresh, now)?;
        self.give_way(scratch, fresh)
    }

    /// Puts a finished file in this one's place and opens it.
    ///
    /// # Errors
    /// [`VaultError`]; then this one is open as before.
    pub(super) fn give_way(&mut self, scratch: Scratch, fresh: Place) -> Result<(), VaultError> {
        let old = self.place.clone().ok_or(VaultError::Locked)?;
        // Windows gives no file another's name while that is open.
        let closing = std::mem::replace(&mut self.connection, Connection::open_in_memory()?);
        closing.close().map_err(|(_, error)| error)?;
        self.hold = None;
        let (place, outcome) = match file::put_in_place(scratch, &fresh, Existing::Replaced) {
            Ok(opened) => (fresh, Ok(opened)),
            Err(error) => (old, Err(error)),
        };
        let (opened, failed) = match outcome {
            Ok(opened) => (opened, None),
            Err(error) => {
                let hold = Hold::take(&place.path)?;
                ((connect(&place, OpenFlags::empty())?, hold), Some(error))
            }
        };
        *self = Self::new(opened.0, Some((place, opened.1)));
        failed.map_or(Ok(()), Err)
    }

    /// The recovery code: 13 groups of five characters.
    pub(crate) fn recovery_groups(&self) -> Vec<String> {
        self.place.as_ref().map(|place| place.key.recovery_code()).unwrap_or_default()
    }

    /// Notes that the recovery code is on paper.
    ///
    /// # Errors
    /// [`VaultError`].
    pub(crate) fn confirm_recovery(&self, now: DateTime<FixedOffset>) -> Result<(), VaultError> {
        self.refuse_backup()?;
        let sql = "INSERT OR REPLACE INTO vault_state (key, value) VALUES ('recovery_confirmed', ?1)";
        self.connection.execute(sql, [now.to_rfc3339()])?;
        Ok(())
    }

    /// Whether the recovery code is on paper.
    ///
    /// # Errors
    /// [`VaultError`].
    pub(crate) fn is_recovery_confirmed(&self) -> Result<bool, VaultError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM vault_state WHERE key = 'recovery_confirmed')";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }

    /// Says in the file, for good, that all in it is made up.
    ///
    /// # Errors
    /// [`VaultError`].
    pub(crate) fn mark_sample(&self) -> Result<(), VaultError> {
        self.connection.execute("INSERT INTO vault_state (key, value) VALUES ('sample', '1')", [])?;
        Ok(())
    }

    /// Whether all in it is made up.
    ///
    /// # Errors
    /// [`VaultError`].
    pub(crate) fn is_sample(&self) -> Result<bool, VaultError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM vault_state WHERE key = 'sample')";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }

    /// Says in the file, for good, that it is a superior's and not a branch's.
    ///
    /// # Errors
    /// [`VaultError`].
    pub(crate) fn mark_superior(&self) -> Result<(), VaultError> {
        self.connection.execute("INSERT INTO vault_state (key, value) VALUES ('superior', '1')", [])?;
        Ok(())
    }

    /// Whether it is a superior's.
    ///
    /// # Errors
    /// [`VaultError`].
    pub(crate) fn is_superior(&self) -> Result<bool, VaultError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM vault_state WHERE key = 'superior')";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }

    /// File name without folder.
    pub(crate) fn file_name(&self) -> Option<String> {
        self.place.as_ref().map(Place::file_name)
    }

    /// The file's bytes as they lie on the disk, to be read between two changes.
    pub(super) fn bytes(&self) -> Result<&File, VaultError> {
        self.hold.as_ref().map(|hold| &hold.file).ok_or(VaultError::Locked)
    }

    /// Where the file lies; nowhere for one in memory.
    pub(crate) fn path(&self) -> PathBuf {
        self.place.as_ref().map(|place| place.path.clone()).unwrap_or_default()
    }

    /// The same as long as this file stays open.
    pub(crate) fn opening(&self) -> Opening {
        Arc::clone(&self.opening)
    }

    /// When this file was made as a backup, if it is one; then it can only be looked at.
    pub(crate) fn backup_made_at(&self) -> Option<NaiveDateTime> {
        self.backup_made_at
    }

    /// What its user has to be told about how it was found, once.
    pub(crate) fn take_notice(&mut self) -> Option<String> {
        self.notice.take()
    }

    /// Makes a file to work with of a backup.
    ///
    /// # Errors
    /// [`VaultError`]; then it is a backup as before.
    pub(crate) fn release(&mut self, now: DateTime<FixedOffset>) -> Result<(), VaultError> {
        let Some(made_at) = self.backup_made_at.take() else { return Ok(()) };
        let label = format!("把{}的备份当作正式档案使用", made_at.format("%Y-%m-%d %H:%M"));
        let released = self.note("backup_release", &label, now).and_then(|()| backup::release(&self.connection));
        if released.is_err() {
            self.backup_made_at = Some(made_at);
        }
        released
    }

    /// When the newest verified backup beside the file was made; `now` tells those of a wrong clock.
    pub(crate) fn last_backup(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        self.place.as_ref().and_then(|place| backup::newest(place, now))
    }

    /// Makes a routine backup beside the file; of a file in memory there is none.
    ///
    /// # Errors
    /// [`VaultError::BackupUnsound`], [`VaultError::DiskFull`] …
    pub(crate) fn back_up(&self, now: DateTime<FixedOffset>) -> Result<(), VaultError> {
        backup::make(self, BackupKind::Routine, now).map(drop)
    }

    /// The keys at hand for backups: this file's own, and a passphrase.
    pub(crate) fn keys(&self, passphrase: Option<String>) -> Keys {
        Keys::new(self.place.as_ref(), passphrase)
    }

    /// Puts a backup in this file's place, after keeping this one as a backup itself.
    ///
    /// # Errors
    /// [`VaultError`]; then this file is open as before.
    pub(crate) fn restore(
        &mut self,
        backup: &BackupFile,
        keys: &mut Keys,
        now: DateTime<FixedOffset>,
    ) -> Result<(), VaultError> {
        self.refuse_backup()?;
        let (scratch, place) = backup::restored(&self.path(), backup, keys, now)?;
        backup::make(self, BackupKind::BeforeRestore, now)?;
        self.give_way(scratch, place)
    }

    /// Puts a backup in the place of a file that is not open, and opens it. What lies there is kept as it is.
    ///
    /// # Errors
    /// [`VaultError`]; then what lies there is still there.
    pub(crate) fn restored(
        path: &Path,
        backup: &BackupFile,
        keys: &mut Keys,
        now: DateTime<FixedOffset>,
    ) -> Result<Self, VaultError> {
        let (scratch, place) = backup::restored(path, backup, keys, now)?;
        backup::keep_as_it_is(path, now)?;
        let (connection, hold) = file::put_in_place(scratch, &place, Existing::Replaced)?;
        Ok(Self::new(connection, Some((place, hold))))
    }

    /// Label of the change that a step in this direction would take.
    ///
    /// # Errors
    /// [`VaultError`].
    pub(crate) fn next_step(&self, direction: Direction) -> Result<Option<String>, VaultError> {
        Ok(undo::next(&self.connection, direction)?.map(|step| step.label))
    }

    /// The log of changes, newest first.
    ///
    /// # Errors
    /// [`VaultError`].
    pub(crate) fn log(&self, query: &AuditQuery) -> Result<Vec<AuditEntry>, VaultError> {
        audit::list(&self.connection, query)
    }

    /// Checks every page, every link and the log, and whether the records are what the log says.
    ///
    /// # Errors
    /// [`VaultError`] only when the check itself cannot run, or what `watch` fails with; what is found stands in the
    /// reply.
    pub(crate) fn check(&self, watch: Watch<'_>) -> Result<CheckView, VaultError> {
        check::check(&self.connection, watch)
    }

    /// The whole logical content as sorted JSON.
    ///
    /// # Errors
    /// [`VaultError`].
    pub(crate) fn dump(&self) -> Result<Value, VaultError> {
        dump::dump(&self.connection)
    }
}

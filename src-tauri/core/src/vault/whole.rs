//! Making, opening and closing a file, its keys, and what else its owner asks of it as a whole.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use serde_json::Value;

use super::file;
use super::hold::Hold;
use super::key::Key;
use super::place::Place;
use super::undo::{self, Direction};
use super::{AuditEntry, AuditQuery, CheckView, Vault, VaultError, Watch, audit, backup, check, dump};

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
        Self::open(Place::from_passphrase(path, hold.salt, passphrase)?, hold, now)
    }

    /// Opens a file with its recovery code.
    ///
    /// # Errors
    /// [`VaultError::RecoveryCode`] names the miscopied group; [`VaultError::CannotOpen`] when the code is another
    /// file's; otherwise as [`Vault::unlock`].
    pub(crate) fn recover(path: &Path, code: &str, now: DateTime<FixedOffset>) -> Result<Self, VaultError> {
        let hold = Hold::take(path)?;
        Self::open(Place::from_recovery_code(path, hold.salt, code)?, hold, now)
    }

    fn open(place: Place, hold: Hold, now: DateTime<FixedOffset>) -> Result<Self, VaultError> {
        Ok(Self::new(file::open(&place, now)?, Some((place, hold))))
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

    /// This file under a new key; its recovery code must be printed and confirmed anew.
    ///
    /// # Errors
    /// [`VaultError`]; then the file opens as before, and asks once more whether its recovery code is on paper.
    pub(crate) fn rekeyed(self, passphrase: &str, now: DateTime<FixedOffset>) -> Result<Self, VaultError> {
        let old = self.place.ok_or(VaultError::Locked)?;
        let fresh = Place::fresh(&old.path, passphrase)?;
        self.connection.execute("DELETE FROM vault_state WHERE key = 'recovery_confirmed'", [])?;
        audit::append(&self.connection, now, "passphrase_change", "更换密码", &[])?;
        let (connection, hold) = file::rekey(self.connection, &old, &fresh)?;
        Ok(Self::new(connection, Some((fresh, hold))))
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

    /// File name without folder.
    pub(crate) fn file_name(&self) -> Option<String> {
        self.place.as_ref().map(Place::file_name)
    }

    fn path(&self) -> PathBuf {
        self.place.as_ref().map(|place| place.path.clone()).unwrap_or_default()
    }

    /// When the newest verified backup beside the file was made.
    pub(crate) fn last_backup(&self) -> Option<NaiveDateTime> {
        backup::newest(&self.path())
    }

    /// Makes a routine backup beside the file; of a file in memory there is none.
    ///
    /// # Errors
    /// [`VaultError::BackupUnsound`], [`VaultError::DiskFull`] …
    pub(crate) fn back_up(&self, at: NaiveDateTime) -> Result<(), VaultError> {
        self.place.iter().try_for_each(|place| backup::make(&self.connection, place, &backup::label(at)).map(|_| ()))
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

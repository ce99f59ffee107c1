//! Where a file lies, and its key in the lock.

use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::VaultError;
use super::key::{Key, SALT_LENGTH, random_salt};

/// Where an open file lies and what opens it again.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) path: PathBuf,
    pub(super) key: Key,
    pub(super) salt: [u8; SALT_LENGTH],
}

impl Place {
    /// The place of the file at `path`, keyed by `passphrase`.
    pub(super) fn from_passphrase(path: &Path, salt: [u8; SALT_LENGTH], passphrase: &str) -> Result<Self, VaultError> {
        Ok(Self { path: path.to_owned(), key: Key::from_passphrase(passphrase, &salt)?, salt })
    }

    pub(super) fn from_recovery_code(path: &Path, salt: [u8; SALT_LENGTH], code: &str) -> Result<Self, VaultError> {
        Ok(Self { path: path.to_owned(), key: Key::from_recovery_code(code)?, salt })
    }

    /// A place for a file that does not exist yet, under a fresh salt.
    pub(super) fn fresh(path: &Path, passphrase: &str) -> Result<Self, VaultError> {
        Self::from_passphrase(path, random_salt()?, passphrase)
    }

    pub(super) fn file_name(&self) -> String {
        file_name(&self.path)
    }
}

/// File name without folder.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Gives a connection that was just opened its key.
pub(super) fn give_key(connection: &Connection, place: &Place) -> Result<(), VaultError> {
    // SQLCipher would print a wrong key to stderr.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    // What SQLCipher lets go of is wiped: the pages it has read, above all.
    connection.pragma_update(None, "cipher_memory_security", "ON")?;
    connection.pragma_update(None, "key", place.key.pragma(&place.salt).as_str())?;
    Ok(connection.busy_timeout(std::time::Duration::ZERO)?)
}

/// Opens an existing file, checks the key, takes the lock.
pub(super) fn connect(place: &Place, extra: OpenFlags) -> Result<Connection, VaultError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | extra;
    let connection = Connection::open_with_flags(&place.path, flags)?;
    give_key(&connection, place)?;
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    // A rollback journal rather than a write-ahead log: between two changes the one file holds everything, even after
    // a crash, so that whoever copies it has all of it.
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // In KiB, used as far as the file reaches. With the usual 2 MiB every search of a large roster deciphers it anew.
    connection.pragma_update(None, "cache_size", -32_768)?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.execute_batch("BEGIN EXCLUSIVE; SELECT count(*) FROM sqlite_schema; COMMIT")?;
    Ok(connection)
}

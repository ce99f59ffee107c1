//! The encrypted file on disk: making it, opening it, giving it a new key.

use std::fs::File;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OpenFlags};

use super::backup::{self, BackupKind};
use super::hold::Hold;
use super::place::{Place, connect};
use super::{Vault, VaultError, audit, blobs, check, journal, migrate};
use crate::disk::{self, Existing, Scratch};

/// The file's name while it is made.
pub(super) const MADE: &str = "new.zhibu";

/// Makes a file with the present schema and what `begin` writes first. It is built beside its place and gets its name
/// when it is whole: killed at any moment, there is no file or all of it.
pub(super) fn create<E: From<VaultError>>(
    place: &Place,
    now: DateTime<FixedOffset>,
    begin: impl FnOnce(&mut Vault) -> Result<(), E>,
) -> Result<(Connection, Hold), E> {
    let (scratch, mut vault) = unfinished(place, now)?;
    begin(&mut vault)?;
    vault.close()?;
    Ok(put_in_place(scratch, place, Existing::Kept)?)
}

fn unfinished(place: &Place, now: DateTime<FixedOffset>) -> Result<(Scratch, Vault), VaultError> {
    if place.path.exists() {
        return Err(VaultError::Exists(place.file_name()));
    }
    disk::make_folder(disk::parent(&place.path))?;
    let scratch = Scratch::beside(&place.path)?;
    let made = Place { path: scratch.path(MADE), ..place.clone() };
    let mut connection = connect(&made, OpenFlags::SQLITE_OPEN_CREATE)?;
    migrate::bring_up_to_date(&mut connection, now)?;
    Ok((scratch, Vault::new(connection, None)))
}

/// Gives a finished file its place, held from before it can be found there, and opens it.
pub(super) fn put_in_place(
    scratch: Scratch,
    place: &Place,
    existing: Existing,
) -> Result<(Connection, Hold), VaultError> {
    let hold = Hold::take(&scratch.path(MADE))?;
    scratch.put(MADE, &place.path, existing).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => VaultError::Exists(place.file_name()),
        _ => error.into(),
    })?;
    hold.moved(&place.path);
    Ok((connect(place, OpenFlags::empty())?, hold))
}

/// Opens an existing file that is held and brings its schema up to date. A backup is opened as it is.
pub(super) fn open(place: Place, hold: Hold, now: DateTime<FixedOffset>) -> Result<Vault, VaultError> {
    let notice = journal::settle(&place, now)?;
    let connection = connect(&place, OpenFlags::empty()).map_err(|error| match error {
        VaultError::Damaged => VaultError::Incomplete(place.file_name(), "缺少一部分内容，或有一部分损坏".to_owned()),
        error => error,
    })?;
    migrate::refuse_newer(&connection)?;
    let (backup_made_at, is_behind) = (backup::marked(&connection)?, migrate::is_behind(&connection)?);
    let path = place.path.clone();
    let mut vault = Vault::new(connection, Some((place, hold)));
    (vault.backup_made_at, vault.notice) = (backup_made_at, notice);
    if backup_made_at.is_some() {
        return if is_behind { Err(VaultError::OldBackup) } else { Ok(vault) };
    }
    if is_behind {
        backup::make(&vault, BackupKind::BeforeUpgrade, now)?;
        migrate::bring_up_to_date(&mut vault.connection, now)?;
    }
    blobs::sweep(&vault.connection)?;
    backup::sweep(&path);
    Ok(vault)
}

/// The open file's content in a new file under `fresh`'s key, checked, ready to take its place. That the passphrase was
/// changed stands in the log of the new file alone, and so exactly where it is true.
pub(super) fn rekeyed(
    connection: &Connection,
    fresh: &Place,
    now: DateTime<FixedOffset>,
) -> Result<Scratch, VaultError> {
    let scratch = Scratch::beside(&fresh.path)?;
    let unfinished = Place { path: scratch.path(MADE), ..fresh.clone() };
    // ATTACH does not make a file for a connection that was opened without the right to.
    File::create_new(&unfinished.path)?;
    connection.execute(
        "ATTACH DATABASE ?1 AS fresh KEY ?2",
        (unfinished.path.to_string_lossy(), unfinished.key.pragma(&unfinished.salt).as_str()),
    )?;
    let exported = export(connection);
    // Also after a failure: the file that is open stays in use.
    connection.execute_batch("DETACH DATABASE fresh")?;
    exported?;
    let copy = connect(&unfinished, OpenFlags::empty())?;
    if audit::head(&copy)? != audit::head(connection)? {
        return Err(VaultError::BackupUnsound("内容不一致".to_owned()));
    }
    copy.execute("DELETE FROM vault_state WHERE key = 'recovery_confirmed'", [])?;
    audit::append(&copy, now, "passphrase_change", "更换密码", "[]")?;
    check::sound(&copy).map_err(VaultError::BackupUnsound)?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(scratch)
}

fn export(connection: &Connection) -> Result<(), VaultError> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    connection.query_row("SELECT sqlcipher_export('fresh')", [], |_| Ok(()))?;
    Ok(connection.pragma_update(Some("fresh"), "user_version", version)?)
}

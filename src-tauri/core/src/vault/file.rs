//! The encrypted file on disk: making it, opening it, giving it a new key.

use std::fs::File;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OpenFlags};

use super::hold::Hold;
use super::place::{Place, connect};
use super::{Vault, VaultError, backup, blobs, migrate};
use crate::disk::{self, Existing, Scratch};

/// The file's name while it is made.
const MADE: &str = "new.zhibu";

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
fn put_in_place(scratch: Scratch, place: &Place, existing: Existing) -> Result<(Connection, Hold), VaultError> {
    let hold = Hold::take(&scratch.path(MADE))?;
    scratch.put(MADE, &place.path, existing).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => VaultError::Exists(place.file_name()),
        _ => error.into(),
    })?;
    hold.moved(&place.path);
    Ok((connect(place, OpenFlags::empty())?, hold))
}

/// Opens an existing file that is held and brings its schema up to date.
pub(super) fn open(place: &Place, now: DateTime<FixedOffset>) -> Result<Connection, VaultError> {
    let mut connection = connect(place, OpenFlags::empty()).map_err(|error| match error {
        VaultError::Damaged => VaultError::Incomplete(place.file_name(), "缺少一部分内容，或有一部分损坏".to_owned()),
        error => error,
    })?;
    migrate::refuse_newer(&connection)?;
    if migrate::is_behind(&connection)? {
        backup::make(&connection, place, &format!("{} 升级前", backup::label(now.naive_local())))?;
        migrate::bring_up_to_date(&mut connection, now)?;
    }
    blobs::sweep(&connection)?;
    backup::sweep(&place.path);
    Ok(connection)
}

/// Writes the open file's content into a new file under `fresh`'s key, checks it, and puts it in the old one's place.
pub(super) fn rekey(connection: Connection, old: &Place, fresh: &Place) -> Result<(Connection, Hold), VaultError> {
    let scratch = Scratch::beside(&old.path)?;
    let unfinished = Place { path: scratch.path(MADE), ..fresh.clone() };
    // ATTACH does not make a file for a connection that was opened without the right to.
    File::create_new(&unfinished.path)?;
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    connection.execute(
        "ATTACH DATABASE ?1 AS fresh KEY ?2",
        (unfinished.path.to_string_lossy(), unfinished.key.pragma(&unfinished.salt).as_str()),
    )?;
    connection.query_row("SELECT sqlcipher_export('fresh')", [], |_| Ok(()))?;
    connection.pragma_update(Some("fresh"), "user_version", version)?;
    connection.execute_batch("DETACH DATABASE fresh")?;
    let head = super::audit::head(&connection)?;
    let copy = connect(&unfinished, OpenFlags::empty())?;
    super::check::sound(&copy).map_err(VaultError::BackupUnsound)?;
    if super::audit::head(&copy)? != head {
        return Err(VaultError::BackupUnsound("内容不一致".to_owned()));
    }
    copy.close().map_err(|(_, error)| error)?;
    connection.close().map_err(|(_, error)| error)?;
    put_in_place(scratch, fresh, Existing::Replaced)
}

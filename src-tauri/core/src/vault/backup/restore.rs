//! Putting a backup in the place of the file. What stood there is kept as a backup itself, so that it can be taken back.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use rusqlite::OpenFlags;

use super::look::{Keys, release};
use super::{BackupFile, BackupKind, folder, target};
use crate::disk::{self, Scratch};
use crate::vault::file::MADE;
use crate::vault::place::{Place, connect};
use crate::vault::{VaultError, audit, check, hold, migrate};

/// A copy of a backup beside the file at `vault`, opened, checked and up to date, ready to take its place. It says in
/// its log what became of it.
pub(in crate::vault) fn restored(
    vault: &Path,
    backup: &BackupFile,
    keys: &mut Keys,
    now: DateTime<FixedOffset>,
) -> Result<(Scratch, Place), VaultError> {
    let from = keys.open_place(backup)?;
    if hold::is_held(&from.path) {
        return Err(VaultError::InUse);
    }
    let scratch = Scratch::beside(vault)?;
    let copy = Place { path: scratch.path(MADE), ..from };
    std::fs::copy(&backup.path, &copy.path)?;
    let mut connection = connect(&copy, OpenFlags::empty()).map_err(|error| match error {
        VaultError::CannotOpen => VaultError::OtherPassphrase,
        error => error,
    })?;
    migrate::refuse_newer(&connection)?;
    if migrate::is_behind(&connection)? {
        migrate::bring_up_to_date(&mut connection, now)?;
    }
    release(&connection)?;
    let label = format!("恢复到{}的备份", backup.at.format("%Y-%m-%d %H:%M"));
    audit::append(&connection, now, "backup_restore", &label, "[]")?;
    check::sound(&connection).map_err(VaultError::BackupUnsound)?;
    connection.close().map_err(|(_, error)| error)?;
    Ok((scratch, Place { path: vault.to_owned(), ..copy }))
}

/// Keeps the file at `vault` as it lies there, with a journal that belongs to it, also where it can no longer be opened.
pub(in crate::vault) fn keep_as_it_is(vault: &Path, now: DateTime<FixedOffset>) -> Result<(), VaultError> {
    if !vault.exists() {
        return Ok(());
    }
    disk::make_folder(&folder(vault))?;
    let kept = target(vault, BackupKind::BeforeRestore, now.naive_local());
    let whole = std::fs::canonicalize(vault)?;
    // A second name for the same bytes; a medium without such names gets a copy.
    disk::keep_as(&whole, &kept)?;
    let journal = journal_of(&whole);
    if journal.exists() {
        disk::rename(&journal, &journal_of(&kept))?;
    }
    Ok(())
}

/// What SQLite writes beside a file while it changes it.
pub(in crate::vault) fn journal_of(vault: &Path) -> PathBuf {
    let mut path = OsString::from(vault.as_os_str());
    path.push("-journal");
    PathBuf::from(path)
}

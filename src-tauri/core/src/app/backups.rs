//! Backups: making them while the file is worked with, listing them, looking inside, restoring, copying, removing. All
//! but the first work on a file that is not open too, since it may be the one that can no longer be opened.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::lifecycle::{opened, path_of, status_of};
use super::{App, VaultStatus};
use crate::desk::{Desk, Job, Nothing};
use crate::files::Saved;
use crate::outside::{FileToken, FileUse};
use crate::vault::{
    BackupContents, BackupFile, BackupKind, BackupState, Keys, Vault, VaultError, back_up, backup_folder, backups,
    copy_backup, file_name, is_held,
};

/// The backups of the open file, or of another.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct BackupListRequest {
    /// Whose; `None` for the open file.
    pub file: Option<FileToken>,
    /// A passphrase for those that the open file's key does not open.
    pub passphrase: Option<String>,
}

/// One backup.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct BackupRequest {
    /// Whose; `None` for the open file.
    #[serde(default)]
    pub file: Option<FileToken>,
    /// As in the list.
    pub name: String,
    /// As in [`BackupListRequest`].
    #[serde(default)]
    pub passphrase: Option<String>,
}

/// Where a copy of a backup goes.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct BackupCopyRequest {
    /// Whose; `None` for the open file.
    #[serde(default)]
    pub file: Option<FileToken>,
    /// As in the list.
    pub name: String,
    /// Where to; nothing may stand there.
    pub to: FileToken,
}

/// A file's backups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupList {
    /// Name of the folder they are in, beside the file.
    pub folder: String,
    /// The newest first.
    pub backups: Vec<BackupRow>,
}

/// One backup in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupRow {
    /// File name, by which it is asked for.
    pub name: String,
    /// When it was made, local time `2026-11-23 09:12`.
    pub at: String,
    /// It is dated in the future: the clock was wrong.
    pub is_ahead: bool,
    /// What it was made for.
    pub kind: BackupKind,
    /// Size.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Whether it opens and was checked.
    pub state: BackupState,
    /// How many records are in it; `None` where it was not opened.
    pub records: Option<u32>,
}

/// Makes a verified backup beside the open file. The file is held only for a moment at a time, so that it can be worked
/// with meanwhile.
///
/// # Errors
/// [`VaultError::Stopped`] when it was cancelled or the file was closed; [`VaultError::BackupUnsound`] when the copy does
/// not pass its check: it is then discarded. [`VaultError::IsBackup`].
pub fn make_backup(app: &App, _: Nothing, job: &Job<'_>) -> Result<VaultStatus, VaultError> {
    let opening = app.vault().as_ref().map(Vault::opening).ok_or(VaultError::Locked)?;
    let mut borrow = |work: &mut dyn FnMut(&Vault) -> Result<(), VaultError>| {
        let slot = app.vault();
        let same = slot.as_ref().filter(|vault| Arc::ptr_eq(&vault.opening(), &opening));
        work(same.ok_or(VaultError::Stopped)?)
    };
    let mut progress = |done: u64, total: u64| {
        let in_thousandths = |bytes: u64| usize::try_from(bytes.saturating_mul(1000) / total.max(1)).unwrap_or(1000);
        let label = if done < total { "正在备份" } else { "正在核对备份" };
        job.step(in_thousandths(done), 1000, label).map_err(|_| VaultError::Stopped)
    };
    back_up(&mut borrow, BackupKind::Routine, app.outside.clock.now(), &mut progress)?;
    status_of(app.vault().as_ref().ok_or(VaultError::Locked)?, app.outside.clock.now())
}

/// The backups of a file, the newest first.
///
/// # Errors
/// [`VaultError::UnknownFile`], [`VaultError::Locked`].
pub fn list_backups(app: &App, request: BackupListRequest, _: &Job<'_>) -> Result<BackupList, VaultError> {
    let (path, mut keys) = found(app, request.file.as_ref(), request.passphrase)?;
    let now = app.outside.clock.now().naive_local();
    let row = |backup: BackupFile| {
        let (state, records) = keys.glance(&backup);
        BackupRow {
            name: backup.name(),
            at: backup.at.format("%Y-%m-%d %H:%M").to_string(),
            is_ahead: backup.at > now,
            kind: backup.kind,
            bytes: backup.bytes,
            state,
            records,
        }
    };
    let backups = backups(&path).into_iter().rev().map(row).collect();
    Ok(BackupList { folder: file_name(&backup_folder(&path)), backups })
}

/// What is in a backup.
///
/// # Errors
/// [`VaultError::NoSuchBackup`], [`VaultError::OtherPassphrase`], [`VaultError::CannotOpen`] …
pub fn look_into_backup(app: &App, request: BackupRequest, _: &Job<'_>) -> Result<BackupContents, VaultError> {
    let (path, mut keys) = found(app, request.file.as_ref(), request.passphrase)?;
    keys.look(&named(&path, &request.name)?)
}

/// Puts a backup in the file's place and opens it. What stood there is kept as a backup, so that this can be taken back.
///
/// # Errors
/// [`VaultError::BackupUnsound`], [`VaultError::OtherPassphrase`] …; then the file is as it was.
pub fn restore_backup(app: &App, request: BackupRequest, _: &Job<'_>) -> Result<VaultStatus, VaultError> {
    let now = app.outside.clock.now();
    let (path, mut keys) = found(app, request.file.as_ref(), request.passphrase)?;
    let backup = named(&path, &request.name)?;
    if request.file.is_none() {
        let mut slot = app.vault();
        let vault = slot.as_mut().ok_or(VaultError::Locked)?;
        vault.restore(&backup, &mut keys, now)?;
        return status_of(vault, now);
    }
    if is_held(&path) {
        return Err(VaultError::InUse);
    }
    opened(app, Vault::restored(&path, &backup, &mut keys, now)?)
}

/// Copies a backup to another place, a USB stick, and reads it back there.
///
/// # Errors
/// [`VaultError::Exists`], [`VaultError::CopyDiffers`] …
pub fn copy_backup_to(app: &App, request: BackupCopyRequest, job: &Job<'_>) -> Result<Saved, VaultError> {
    let (path, _) = found(app, request.file.as_ref(), None)?;
    let backup = named(&path, &request.name)?;
    let to = app.outside.desktop.path(&request.to, FileUse::Vault).ok_or(VaultError::UnknownFile)?;
    let mut progress = |done: u64, total: u64| {
        let in_thousandths = usize::try_from(done.saturating_mul(1000) / total.max(1)).unwrap_or(1000);
        job.step(in_thousandths, 1000, "正在复制").map_err(|_| VaultError::Stopped)
    };
    copy_backup(&backup, &to, &mut progress)?;
    Ok(Saved { gaps: Vec::new(), file_name: file_name(&to), bytes: backup.bytes })
}

/// Removes backups, each by its name in the list.
///
/// # Errors
/// [`VaultError::NoSuchBackup`]; then none is removed.
pub fn delete_backups(app: &App, request: BackupDeleteRequest, job: &Job<'_>) -> Result<BackupList, VaultError> {
    let (path, _) = found(app, request.file.as_ref(), None)?;
    let chosen = request.names.iter().map(|name| named(&path, name)).collect::<Result<Vec<_>, _>>()?;
    if chosen.iter().any(|backup| is_held(&backup.path)) {
        return Err(VaultError::InUse);
    }
    for backup in chosen {
        std::fs::remove_file(&backup.path)?;
    }
    list_backups(app, BackupListRequest { file: request.file, passphrase: None }, job)
}

/// Which backups are to be removed.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct BackupDeleteRequest {
    /// Whose; `None` for the open file.
    #[serde(default)]
    pub file: Option<FileToken>,
    /// As in the list.
    pub names: Vec<String>,
}

/// Shows the folder of a file's backups in the system's file manager.
///
/// # Errors
/// [`VaultError::NotShown`] where the system has none.
pub fn show_backups(app: &App, request: BackupListRequest, _: &Job<'_>) -> Result<Nothing, VaultError> {
    let (path, _) = found(app, request.file.as_ref(), None)?;
    let folder = backup_folder(&path);
    let place = if folder.is_dir() { folder } else { path.parent().unwrap_or(Path::new(".")).to_owned() };
    app.outside.desktop.show_folder(&place).map_err(VaultError::NotShown)?;
    Ok(Nothing {})
}

/// Makes the file to work with of an open backup.
///
/// # Errors
/// [`VaultError`]; then it is a backup as before.
pub fn release_backup(desk: &mut Desk<'_>, _: Nothing) -> Result<VaultStatus, VaultError> {
    let now = desk.outside.clock.now();
    desk.vault.release(now)?;
    status_of(desk.vault, now)
}

/// The file that is meant, and the keys at hand for its backups.
fn found(app: &App, file: Option<&FileToken>, passphrase: Option<String>) -> Result<(PathBuf, Keys), VaultError> {
    match file {
        Some(file) => Ok((path_of(app, file)?, Keys::of(passphrase))),
        None => {
            let slot = app.vault();
            let vault = slot.as_ref().ok_or(VaultError::Locked)?;
            Ok((vault.path(), vault.keys(passphrase)))
        }
    }
}

/// A backup by its name, which is one of those in the folder: a name leads nowhere else.
fn named(vault: &Path, name: &str) -> Result<BackupFile, VaultError> {
    let found = backups(vault).into_iter().find(|backup| backup.name() == name);
    found.ok_or_else(|| VaultError::NoSuchBackup(name.to_owned()))
}

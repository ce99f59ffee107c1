//! Looking after an open file: undo, log, check, backup, comparison.

use serde_json::Value;

use super::VaultStatus;
use super::lifecycle::status_of;
use crate::desk::{Desk, Nothing};
use crate::vault::{AuditEntry, AuditQuery, CheckView, Direction, Done, VaultError};

/// Takes the newest change back.
///
/// # Errors
/// [`VaultError::NothingToDo`], or [`VaultError::UndoConflict`] where a later change depends on it.
pub fn undo(desk: &mut Desk<'_>, _: Nothing) -> Result<Done<VaultStatus>, VaultError> {
    step(desk, Direction::Undo)
}

/// Brings back the change that was taken back last.
///
/// # Errors
/// As [`undo`].
pub fn redo(desk: &mut Desk<'_>, _: Nothing) -> Result<Done<VaultStatus>, VaultError> {
    step(desk, Direction::Redo)
}

fn step(desk: &mut Desk<'_>, direction: Direction) -> Result<Done<VaultStatus>, VaultError> {
    let done = desk.vault.step(direction, desk.outside.clock.now())?;
    Ok(Done { value: status_of(desk.vault, desk.today())?, changes: done.changes, undo: None })
}

/// The log of changes, newest first.
///
/// # Errors
/// [`VaultError`].
pub fn audit_list(desk: &mut Desk<'_>, query: AuditQuery) -> Result<Vec<AuditEntry>, VaultError> {
    desk.vault.log(&query)
}

/// Makes a verified backup beside the file.
///
/// # Errors
/// [`VaultError::BackupUnsound`] when the copy does not pass its check; it is then discarded.
pub fn backup_now(desk: &mut Desk<'_>, _: Nothing) -> Result<VaultStatus, VaultError> {
    desk.back_up()?;
    status_of(desk.vault, desk.today())
}

/// Checks every page, every link and the log.
///
/// # Errors
/// [`VaultError`] only when the check itself cannot run; what it finds stands in the reply.
pub fn check(desk: &mut Desk<'_>, _: Nothing) -> Result<CheckView, VaultError> {
    desk.vault.check()
}

/// The whole logical content as sorted JSON.
///
/// # Errors
/// [`VaultError`].
pub fn dump(desk: &mut Desk<'_>, _: Nothing) -> Result<Value, VaultError> {
    desk.vault.dump()
}

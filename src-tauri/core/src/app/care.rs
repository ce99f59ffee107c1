//! Looking after an open file: log, check, backup, comparison.

use serde_json::Value;

use super::VaultStatus;
use super::lifecycle::status_of;
use crate::desk::{Desk, Nothing};
use crate::vault::{AuditEntry, AuditQuery, CheckView, VaultError};

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

/// Checks every page, every link and the log, and whether the records are what the log says.
///
/// # Errors
/// [`VaultError`] only when the check itself cannot run, or [`VaultError::Cancelled`]; what it finds stands in the reply.
pub fn check(desk: &mut Desk<'_>, _: Nothing) -> Result<CheckView, VaultError> {
    let job = desk.job;
    desk.vault.check(&|done, total, label| job.step(done, total, label).map_err(|_| VaultError::Cancelled))
}

/// The whole logical content as sorted JSON.
///
/// # Errors
/// [`VaultError`].
pub fn dump(desk: &mut Desk<'_>, _: Nothing) -> Result<Value, VaultError> {
    desk.vault.dump()
}

//! Looking after an open file: log, check, comparison.

use serde_json::Value;

use crate::desk::{Desk, Nothing};
use crate::vault::{AuditEntry, AuditQuery, CheckView, VaultError};

/// The log of changes, newest first.
///
/// # Errors
/// [`VaultError`].
pub fn audit_list(desk: &mut Desk<'_>, query: AuditQuery) -> Result<Vec<AuditEntry>, VaultError> {
    desk.vault.log(&query)
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

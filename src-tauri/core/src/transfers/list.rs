//! All transfers, and what is to be done about them.

use super::{TransferError, TransferRow, rules, store};
use crate::desk::{Desk, Nothing};
use crate::rules::{Finding, Severity};
use crate::vault::VaultError;
use crate::watch::WatchContext;

/// Every transfer, newest letters first. A branch has a few in a year, so the window picks by state itself.
///
/// # Errors
/// [`TransferError::Vault`].
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<TransferRow>, TransferError> {
    let (rules, today) = (desk.rules, desk.today());
    let transfers = desk.read(store::all)?;
    Ok(transfers.iter().map(|transfer| transfer.row(rules, today)).collect())
}

/// What is late or due.
///
/// # Errors
/// [`VaultError`].
pub fn watch(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let transfers = store::pending(context.reader)?;
    let findings = transfers.iter().flat_map(|transfer| rules::findings(transfer, context.rules, context.day));
    Ok(findings.filter(|finding| finding.severity != Severity::Notice).collect())
}

//! What a rule set would change.

use super::file::{Examined, examine};
use super::{RuleSetError, RuleSetPreview, RuleSetRequest};
use crate::desk::Desk;
use crate::home;
use crate::rules::Finding;
use crate::vault::VaultError;

/// Looks into a file with a rule set: rule by rule what is other, and what of it the branch notices today. Changes nothing.
///
/// # Errors
/// [`RuleSetError`], whatever speaks against taking it over but that its signer is not trusted.
pub fn preview(desk: &mut Desk<'_>, request: RuleSetRequest) -> Result<RuleSetPreview, RuleSetError> {
    let Examined { file_name, seen, book, signer, .. } = examine(desk, &request.file)?;
    let own = desk.rules;
    let (now, then) = desk.read(|reader| -> Result<_, VaultError> {
        Ok((home::findings(reader, own, desk.outside)?, home::findings(reader, &book, desk.outside)?))
    })?;
    let without = |some: &[Finding], others: &[Finding]| -> Vec<Finding> {
        some.iter().filter(|finding| !others.contains(finding)).cloned().collect()
    };
    Ok(RuleSetPreview {
        file_name,
        seen,
        head: book.head().clone(),
        in_use: own.head().clone(),
        signer,
        rules: own.changes(&book),
        holidays: own.holiday_changes(&book),
        checks: own.check_changes(&book),
        appear: without(&then, &now),
        vanish: without(&now, &then),
    })
}

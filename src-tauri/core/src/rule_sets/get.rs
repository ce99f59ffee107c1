//! Looking at the rules and at the set they come from.

use std::sync::Arc;

use super::in_use::{Adopted, in_use};
use super::{AdoptedRuleSet, RuleSetError, RuleSetView};
use crate::app::App;
use crate::desk::{Desk, Job, Nothing};
use crate::rules::{RuleBook, RuleView};
use crate::vault::VaultError;

/// All rules of the set in use; the program's own while no file is open.
///
/// # Errors
/// [`VaultError`].
pub fn list(app: &App, _: Nothing, _: &Job<'_>) -> Result<Vec<RuleView>, VaultError> {
    let rules = match app.vault().as_ref() {
        Some(vault) => super::book(vault, &app.outside, app.rules())?,
        None => app.rules().clone(),
    };
    Ok(rules.all().map(RuleView::from).collect())
}

/// Which rule set is in use, by whom it was signed, and since when.
///
/// # Errors
/// [`RuleSetError::Vault`].
pub fn get(desk: &mut Desk<'_>, _: Nothing) -> Result<RuleSetView, RuleSetError> {
    let built_in = Arc::new(RuleBook::shipped()?);
    let in_use = desk.read(|reader| in_use(reader, desk.outside.seal.as_ref(), &built_in))?;
    let (rules, checks) = in_use.book.unknown();
    let unknown = rules.iter().map(|rule| &rule.id).chain(checks.iter().map(|check| &check.id));
    let adopted =
        |Adopted { head, signer, on, passed_over }| AdoptedRuleSet { head, signer, adopted_on: on, passed_over };
    Ok(RuleSetView {
        in_use: in_use.book.head().clone(),
        built_in: built_in.head().clone(),
        adopted: in_use.adopted.clone().map(adopted),
        holidays_to: in_use.book.workdays().years().last().copied(),
        unknown: unknown.cloned().collect(),
    })
}

//! The program itself.

use std::sync::{Mutex, PoisonError};

use crate::branch;
use crate::desk::{Door, Job, Nothing};
use crate::outside::Outside;
use crate::problem::Invalid;
use crate::rules::{RuleBook, RuleView};
use crate::vault::{Vault, VaultError};

/// The program: at most one open file, and what it borrowed from outside.
pub struct App {
    /// Typesetting, seals, spreadsheets, paths, the clock.
    pub outside: Outside,
    pub(super) rules: RuleBook,
    pub(super) vault: Mutex<Option<Vault>>,
}

impl App {
    /// A program with no file open.
    pub fn new(outside: Outside, rules: RuleBook) -> Self {
        Self { outside, rules, vault: Mutex::new(None) }
    }

    /// The slot for the open file. A command that panicked leaves it usable: every write is one transaction.
    pub(crate) fn vault(&self) -> std::sync::MutexGuard<'_, Option<Vault>> {
        self.vault.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The way to the open file for work that takes long.
    ///
    /// # Errors
    /// [`VaultError::Locked`] when none is open.
    pub(crate) fn door<'a>(&'a self, job: &'a Job<'a>, command: &'static str) -> Result<Door<'a>, VaultError> {
        Door::new(&self.vault, &self.outside, &self.rules, job, command, branch::letterhead_on)
    }

    /// The dated rules.
    pub fn rules(&self) -> &RuleBook {
        &self.rules
    }
}

/// All rules as shipped, for the help page.
///
/// # Errors
/// None; the signature is the table's.
pub fn rule_list(app: &App, _: Nothing, _: &Job<'_>) -> Result<Vec<RuleView>, Invalid> {
    Ok(app.rules().all().map(RuleView::from).collect())
}

//! The program itself.

use std::sync::{Arc, Mutex, PoisonError};

use crate::branch;
use crate::desk::{Door, Job};
use crate::outside::Outside;
use crate::rules::RuleBook;
use crate::vault::{Opening, Vault};

/// The program: at most one open file, and what it borrowed from outside.
pub struct App {
    /// Typesetting, seals, spreadsheets, paths, the clock.
    pub outside: Outside,
    rules: Arc<RuleBook>,
    pub(super) vault: Mutex<Option<Vault>>,
}

impl App {
    /// A program with no file open, and the rules that came with it.
    pub fn new(outside: Outside, rules: RuleBook) -> Self {
        Self { outside, rules: Arc::new(rules), vault: Mutex::new(None) }
    }

    /// The slot for the open file. A command that panicked leaves it usable: every write is one transaction.
    pub(crate) fn vault(&self) -> std::sync::MutexGuard<'_, Option<Vault>> {
        self.vault.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The way to an open file for work that takes long, under the `rules` of that file.
    pub(crate) fn door<'a>(
        &'a self,
        opening: Opening,
        rules: &'a RuleBook,
        job: &'a Job<'a>,
        command: &'static str,
    ) -> Door<'a> {
        Door::new((&self.vault, opening), &self.outside, rules, job, command, branch::letterhead_on)
    }

    /// The rules that came with the program; those of an open file may be newer.
    pub(crate) fn rules(&self) -> &Arc<RuleBook> {
        &self.rules
    }
}

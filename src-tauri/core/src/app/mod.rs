//! The program: its one open file, which it makes, opens, looks after and closes.

mod backups;
mod care;
mod drafts;
mod lifecycle;
mod papers;
mod strength;

pub use backups::{
    BackupCopyRequest, BackupDeleteRequest, BackupList, BackupListRequest, BackupRequest, BackupRow, copy_backup_to,
    delete_backups, list_backups, look_into_backup, make_backup, release_backup, restore_backup, show_backups,
};
pub use care::{audit_list, check, dump};
pub use drafts::{keep_drafts, list_drafts};
pub(crate) use lifecycle::status_of;
pub use lifecycle::{change_passphrase, confirm_recovery, create, lock, recover, status, unlock};
pub use papers::{RecoverySheet, VaultPaper};
pub use strength::{PassphraseJudgeRequest, PassphraseStrength, judge_passphrase, strength_of};

use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::branch::{self, Branch};
use crate::desk::{Door, Job, Nothing};
use crate::outside::{FileToken, Outside};
use crate::problem::Invalid;
use crate::rules::{RuleBook, RuleView};
use crate::values::Quarter;
use crate::vault::{Vault, VaultError};

/// The program: at most one open file, and what it borrowed from outside.
pub struct App {
    /// Typesetting, seals, spreadsheets, paths, the clock.
    pub outside: Outside,
    rules: RuleBook,
    vault: Mutex<Option<Vault>>,
}

/// Whether a file is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VaultState {
    /// No file is open.
    Locked,
    /// A file is open.
    Open,
}

/// Which file is open and what can be undone in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VaultStatus {
    /// Open or not.
    pub state: VaultState,
    /// File name without folder.
    pub file_name: Option<String>,
    pub branch: Option<String>,
    /// Label of the change that undo would take back.
    pub undo: Option<String>,
    /// Label of the change that redo would bring back.
    pub redo: Option<String>,
    /// The recovery code was not yet confirmed by typing its last group.
    pub recovery_pending: bool,
    /// The newest verified backup, local time `2026-11-23 09:12`.
    pub last_backup: Option<String>,
    /// There is none of today, and this file should have one.
    pub backup_due: bool,
    /// This is a backup, made then (local time `2026-11-23 09:12`): it can only be looked at.
    pub backup_made_at: Option<String>,
    /// A made-up branch to try the program with.
    pub is_sample: bool,
    /// What has to be said about how the file was found, once.
    pub notice: Option<String>,
    /// Minutes without activity after which the window locks; 0 never.
    pub lock_after_minutes: u32,
    /// The local calendar date: the year that is meant where a date is typed without one.
    pub today: String,
    /// The quarter of that day.
    pub quarter: Quarter,
}

/// Makes a new file.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct VaultCreateRequest {
    /// Where; must not exist yet.
    pub file: FileToken,
    /// One that is [not easily guessed](strength_of).
    pub passphrase: String,
    pub branch: Branch,
    /// The file says of itself, for good, that it holds a made-up branch.
    #[serde(default)]
    #[ts(skip)]
    pub is_sample: bool,
}

/// Opens a file.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct VaultUnlockRequest {
    pub file: FileToken,
    pub passphrase: String,
}

/// Opens a file with its recovery code; a new passphrase must then be set.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct VaultRecoverRequest {
    pub file: FileToken,
    /// The printed code; spaces, hyphens and case do not matter.
    pub code: String,
    /// The passphrase from now on. The file gets a new key and a new recovery code.
    pub passphrase: String,
}

/// Sets a new passphrase; the file gets a new key and a new recovery code.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PassphraseChangeRequest {
    /// The passphrase until now.
    pub current: String,
    /// One that is [not easily guessed](strength_of).
    pub new: String,
}

/// The new recovery code, shown once.
#[derive(Clone, Serialize, TS)]
pub struct RecoveryCodeView {
    /// 13 groups of five characters, each ending in its check character.
    pub groups: Vec<String>,
    /// Where things stand now.
    pub status: VaultStatus,
}

/// Confirms that the recovery code is on paper.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RecoveryConfirmRequest {
    /// The last group.
    pub last_group: String,
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

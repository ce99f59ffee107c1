//! The open file, and how it is made, opened and closed, on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::branch::Branch;
use crate::outside::FileToken;
use crate::values::{Quarter, titled};

/// Whether a file is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VaultState {
    /// No file is open.
    Locked,
    /// A file is open.
    Open,
}

/// Whose records a file holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VaultKind {
    /// A branch's own.
    #[default]
    Branch,
    /// Those of a committee above branches: what they hand in.
    Superior,
}

titled! { VaultKind { Branch => "党支部", Superior => "上级党组织" } }

/// Which file is open and what can be undone in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VaultStatus {
    /// Open or not.
    pub state: VaultState,
    /// File name without folder.
    pub file_name: Option<String>,
    /// Of the branch, or of the committee whose file it is.
    pub branch: Option<String>,
    pub kind: VaultKind,
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
    /// One that is [not easily guessed](super::strength_of).
    pub passphrase: String,
    /// Of a superior's file, the committee.
    pub branch: Branch,
    #[serde(default)]
    pub kind: VaultKind,
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
    /// One that is [not easily guessed](super::strength_of).
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

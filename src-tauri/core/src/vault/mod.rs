//! The vault: one encrypted file, one gate for every write.

mod audit;
mod backup;
mod blobs;
mod care;
mod check;
mod columns;
mod dump;
mod error;
mod file;
mod gate;
mod key;
mod lifecycle;
mod migrate;
mod paper;
mod undo;

pub use care::{audit_list, backup_now, check, dump, redo, undo};
pub use columns::Columns;
pub use error::VaultError;
pub use gate::{Reader, Tx, Vault};
pub use key::RecoveryCodeError;
pub use lifecycle::{change_passphrase, confirm_recovery, create, lock, recover, recovery_sheet, status, unlock};
pub use paper::RecoverySheet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::branch::BranchRequest;
use crate::outside::FileToken;
use crate::values::Room;

/// What a change answers: its value, which rooms it touched, and how to take it back.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Done<T> {
    /// The new state of what was changed.
    pub value: T,
    /// Rooms whose records changed, so that their pages reload.
    pub changes: Vec<Room>,
    /// What can be undone now, for the toast; `None` when this change cannot be undone.
    pub undo: Option<String>,
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
    /// Branch name.
    pub branch: Option<String>,
    /// Label of the change that undo would take back.
    pub undo: Option<String>,
    /// Label of the change that redo would bring back.
    pub redo: Option<String>,
    /// The recovery code was not yet confirmed by typing its last group.
    pub recovery_pending: bool,
    /// The newest verified backup, local time `2026-11-23 09:12`.
    pub last_backup: Option<String>,
    /// Minutes without activity after which the window locks; 0 never.
    pub lock_after_minutes: u32,
}

/// Makes a new file.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct VaultCreateRequest {
    /// Where; must not exist yet.
    pub file: FileToken,
    /// At least 8 characters.
    pub passphrase: String,
    /// The branch.
    pub branch: BranchRequest,
}

/// Opens a file.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct VaultUnlockRequest {
    /// Which.
    pub file: FileToken,
    /// The passphrase.
    pub passphrase: String,
}

/// Opens a file with its recovery code; a new passphrase must then be set.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct VaultRecoverRequest {
    /// Which.
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
    /// At least 8 characters.
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

/// What [`check`](crate::commands) found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckView {
    /// Nothing is wrong.
    pub ok: bool,
    /// One Chinese sentence per fault.
    pub faults: Vec<String>,
    /// Audit entries checked.
    pub audit_entries: u32,
    /// Head of the audit chain, hex.
    pub audit_head: String,
}

/// One entry of the log of changes.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AuditEntry {
    /// 1, 2, …
    pub seq: i64,
    /// Local time with offset.
    pub at: String,
    /// Command name.
    pub command: String,
    /// What was done, in Chinese.
    pub label: String,
    /// How many records it touched.
    pub records: u32,
}

/// Which entries of the log.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuditQuery {
    /// Only entries before this one; `None` from the newest.
    pub before: Option<i64>,
    /// At most so many, up to 500.
    pub limit: u32,
    /// Only entries that touched this member's records.
    #[serde(default)]
    pub member: Option<i64>,
}

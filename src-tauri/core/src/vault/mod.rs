//! The vault: one encrypted file, one gate for every write.

mod audit;
mod backup;
mod blobs;
mod check;
mod columns;
mod drafts;
mod dump;
mod error;
mod evidence;
mod file;
mod gate;
mod head;
mod hold;
mod journal;
mod kept;
mod key;
mod migrate;
mod owners;
mod place;
mod records;
#[cfg(test)]
mod released_tests;
mod undo;
mod whole;

pub use backup::{BackupContents, BackupKind, BackupState};
pub(crate) use backup::{BackupFile, Keys, back_up, copy_backup, folder as backup_folder, list as backups};
pub use columns::Columns;
pub use drafts::Draft;
pub use error::VaultError;
pub use gate::{Reader, Tx, Vault};
pub(crate) use hold::is_held;
pub use hold::is_of_a_vault;
pub use key::RecoveryCodeError;
pub(crate) use place::file_name;
pub(crate) use undo::Direction;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::values::Room;

/// Told how far a long piece of work is: so much of so much, and what is being done; its error ends the work.
pub(crate) type Watch<'a> = &'a dyn Fn(usize, usize, &str) -> Result<(), VaultError>;

/// One opening of a file: two are the same by their pointers only.
pub(crate) type Opening = std::sync::Arc<()>;

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

/// What the check of a whole file found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckView {
    /// Nothing is wrong.
    pub ok: bool,
    /// One Chinese sentence per fault.
    pub faults: Vec<String>,
    /// One Chinese sentence each for what is no fault but should be known: that the clock was set back.
    pub notes: Vec<String>,
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
    /// Its time is before that of the entry before it: the clock was set back. The order is that of `seq`.
    pub clock_set_back: bool,
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

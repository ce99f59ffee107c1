//! The vault: one encrypted file, one gate for every write.

mod paper;

pub use paper::RecoverySheet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::branch::BranchRequest;
use crate::outside::FileToken;

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

/// A room of the program; also the name of its folder on every floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Room {
    /// 支部
    Branch,
    /// 党员名册
    Roster,
    /// 组织生活
    Meetings,
    /// 发展党员
    Development,
    /// 学习教育
    Study,
    /// 报告报送
    Reports,
    /// 签名
    Signing,
    /// 设置
    Settings,
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
}

// --- handlers still to be written; each moves to its own file
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn status(
    app: &crate::commands::App,
    request: crate::commands::Nothing,
    job: &crate::desk::Job<'_>,
) -> Result<VaultStatus, crate::problem::Invalid> {
    let _ = (app, request, job);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn create(
    app: &crate::commands::App,
    request: VaultCreateRequest,
    job: &crate::desk::Job<'_>,
) -> Result<RecoveryCodeView, crate::problem::Invalid> {
    let _ = (app, request, job);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn unlock(
    app: &crate::commands::App,
    request: VaultUnlockRequest,
    job: &crate::desk::Job<'_>,
) -> Result<VaultStatus, crate::problem::Invalid> {
    let _ = (app, request, job);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn recover(
    app: &crate::commands::App,
    request: VaultRecoverRequest,
    job: &crate::desk::Job<'_>,
) -> Result<RecoveryCodeView, crate::problem::Invalid> {
    let _ = (app, request, job);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn lock(
    app: &crate::commands::App,
    request: crate::commands::Nothing,
    job: &crate::desk::Job<'_>,
) -> Result<VaultStatus, crate::problem::Invalid> {
    let _ = (app, request, job);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn change_passphrase(
    app: &crate::commands::App,
    request: PassphraseChangeRequest,
    job: &crate::desk::Job<'_>,
) -> Result<RecoveryCodeView, crate::problem::Invalid> {
    let _ = (app, request, job);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn confirm_recovery(
    desk: &mut crate::desk::Desk<'_>,
    request: RecoveryConfirmRequest,
) -> Result<VaultStatus, crate::problem::Invalid> {
    let _ = (desk, request);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn backup_now(
    desk: &mut crate::desk::Desk<'_>,
    request: crate::commands::Nothing,
) -> Result<VaultStatus, crate::problem::Invalid> {
    let _ = (desk, request);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn check(
    desk: &mut crate::desk::Desk<'_>,
    request: crate::commands::Nothing,
) -> Result<CheckView, crate::problem::Invalid> {
    let _ = (desk, request);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn dump(
    desk: &mut crate::desk::Desk<'_>,
    request: crate::commands::Nothing,
) -> Result<serde_json::Value, crate::problem::Invalid> {
    let _ = (desk, request);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn undo(
    desk: &mut crate::desk::Desk<'_>,
    request: crate::commands::Nothing,
) -> Result<crate::vault::Done<VaultStatus>, crate::problem::Invalid> {
    let _ = (desk, request);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn redo(
    desk: &mut crate::desk::Desk<'_>,
    request: crate::commands::Nothing,
) -> Result<crate::vault::Done<VaultStatus>, crate::problem::Invalid> {
    let _ = (desk, request);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn audit_list(
    desk: &mut crate::desk::Desk<'_>,
    request: AuditQuery,
) -> Result<Vec<AuditEntry>, crate::problem::Invalid> {
    let _ = (desk, request);
    Err(crate::problem::Invalid::default())
}

mod gate;
mod migrate;
pub use gate::{Reader, Tx, Vault, VaultError};

//! The program: its one open file, which it makes, opens, looks after and closes.

mod backups;
mod care;
mod drafts;
mod lifecycle;
mod model;
mod papers;
mod program;
mod strength;

pub use backups::{
    BackupCopyRequest, BackupDeleteRequest, BackupList, BackupListRequest, BackupRequest, BackupRow, copy_backup_to,
    delete_backups, list_backups, look_into_backup, make_backup, release_backup, restore_backup, show_backups,
};
pub use care::{audit_list, check, dump};
pub use drafts::{keep_drafts, list_drafts};
pub(crate) use lifecycle::status_of;
pub use lifecycle::{change_passphrase, confirm_recovery, create, lock, recover, status, unlock};
pub use model::*;
pub use papers::{RecoverySheet, VaultPaper};
pub use program::App;
pub use strength::{PassphraseJudgeRequest, PassphraseStrength, judge_passphrase, strength_of};

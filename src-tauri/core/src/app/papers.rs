//! The paper of the file itself: the recovery sheet.

use serde::{Deserialize, Serialize};

use super::lifecycle::status_of;
use crate::desk::{Desk, Door};
use crate::outside::document;
use crate::paper::{Drawn, papers};
use crate::vault::VaultError;

papers! {
    /// The paper of the file itself.
    VaultPaper, VaultError;
    /// 恢复码; only until it was confirmed
    RecoverySheet {} = recovery_code;
}

fn recovery_code(door: &Door<'_>) -> Result<Drawn, VaultError> {
    Ok(Drawn::new("恢复码", door.desk(|desk| recovery_sheet(desk))?, &[]))
}

/// 恢复码: printed once and kept apart from the computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoverySheet {
    pub branch: String,
    /// File name without folder.
    pub file_name: String,
    /// 13 groups of five characters, each ending in its check character.
    pub groups: Vec<String>,
    /// What the QR code carries: the groups joined with hyphens.
    pub qr: String,
    /// The day it is printed, `2026-11-23`.
    pub printed_on: String,
}

document! {
    RecoverySheet, "recovery_sheet",
    fn qr(&self) -> Option<&str> {
        Some(&self.qr)
    }
}

/// The recovery sheet; only until the code was confirmed, so that an unattended window does not give it away.
///
/// # Errors
/// [`VaultError::NothingToDo`] once it was confirmed.
fn recovery_sheet(desk: &Desk<'_>) -> Result<RecoverySheet, VaultError> {
    let status = status_of(desk.vault, desk.outside.clock.now())?;
    if !status.recovery_pending {
        return Err(VaultError::NothingToDo("再次打印恢复码；如已遗失，请在“设置”中修改密码，会得到新的恢复码,"));
    }
    let groups = desk.vault.recovery_groups();
    Ok(RecoverySheet {
        branch: status.branch.unwrap_or_default(),
        file_name: status.file_name.unwrap_or_default(),
        qr: groups.join("-"),
        groups,
        printed_on: desk.today().to_string(),
    })
}

//! The recovery sheet.

use serde::{Deserialize, Serialize};

/// 恢复码: printed once and kept apart from the computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoverySheet {
    /// Branch name.
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

//! Settings that travel with the file.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the secretary can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// Minutes without activity after which the window locks; 0 never.
    pub lock_after_minutes: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { lock_after_minutes: 10 }
    }
}

// --- handlers still to be written; each moves to its own file
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn get(
    desk: &mut crate::desk::Desk<'_>,
    request: crate::commands::Nothing,
) -> Result<Settings, crate::problem::Invalid> {
    let _ = (desk, request);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn save(
    desk: &mut crate::desk::Desk<'_>,
    request: Settings,
) -> Result<crate::vault::Done<Settings>, crate::problem::Invalid> {
    let _ = (desk, request);
    Err(crate::problem::Invalid::default())
}

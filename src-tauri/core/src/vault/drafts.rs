//! What was being written in the window and is not saved: kept in this copy of the file, beside the records. No log
//! entry, no undo step, no part of a comparison.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Vault, VaultError};

/// What stood in the forms of one page when the file was locked or the program ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Draft {
    /// The page's address in the window.
    pub page: String,
    /// What the forms are called.
    pub labels: Vec<String>,
    /// What the window needs to show it again; the core does not look into it.
    pub content: String,
    /// When it was kept, local time `2026-11-23 09:12`; `None` for one that comes new.
    pub kept_at: Option<String>,
}

impl Vault {
    /// Drafts that wait to be taken up again, the newest first.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn drafts(&self) -> Result<Vec<Draft>, VaultError> {
        let sql = "SELECT value FROM vault_state WHERE key = 'drafts'";
        let text: Option<String> = self.read::<_, VaultError>(|reader| reader.first(sql, [], |row| row.get(0)))?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// Keeps these drafts in place of those kept before.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn keep_drafts(&self, drafts: &[Draft]) -> Result<(), VaultError> {
        // A backup is not written to, and on its pages nothing can be saved.
        if self.backup_made_at.is_some() {
            return Ok(());
        }
        let text = serde_json::to_string(drafts).unwrap_or_default();
        let sql = if drafts.is_empty() {
            "DELETE FROM vault_state WHERE key = 'drafts' AND ?1 <> ''"
        } else {
            "INSERT OR REPLACE INTO vault_state (key, value) VALUES ('drafts', ?1)"
        };
        self.connection.execute(sql, [text])?;
        Ok(())
    }
}

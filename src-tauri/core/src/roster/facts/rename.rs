//! A party group or a unit is called otherwise from now on.

use super::Aspect;
use crate::vault::{Tx, VaultError};

/// The facts of every member, past ones too, name it as it is called now: it is the same one.
pub(crate) fn rename(tx: &Tx<'_>, aspect: Aspect, from: &str, to: &str) -> Result<(), VaultError> {
    tx.execute("UPDATE member_fact SET value = ?3 WHERE aspect = ?1 AND value = ?2", (aspect, from, to))?;
    Ok(())
}

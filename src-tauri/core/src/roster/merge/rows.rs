//! What other tables say about the two records: settled where both stand at the same thing, and then moved.

use chrono::NaiveDate;

use super::super::MemberId;
use crate::vault::{Reader, Tx, VaultError};

/// Every column of the file that points at a member. Found, not listed: a table that comes later is moved too. Where two
/// rows cannot stand beside each other the file refuses, and nothing is merged.
pub(super) fn columns(reader: &Reader<'_>) -> Result<Vec<(String, String)>, VaultError> {
    reader.all(include_str!("../sql/columns_of_members.sql"), [], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Lets everything that points at `drop` point at `keep`.
pub(super) fn move_everything(tx: &Tx<'_>, keep: MemberId, drop: MemberId) -> Result<(), VaultError> {
    for (table, column) in columns(tx)? {
        // Names out of the schema, never input.
        tx.execute(&format!("UPDATE \"{table}\" SET \"{column}\" = ?1 WHERE \"{column}\" = ?2"), [keep.0, drop.0])?;
    }
    Ok(())
}

/// The days on which the two are said to have talked with each other: nobody talks with himself.
pub(super) fn talks_with_each_other(
    reader: &Reader<'_>,
    one: MemberId,
    other: MemberId,
) -> Result<Vec<NaiveDate>, VaultError> {
    reader.all(include_str!("../sql/talks_with_each_other.sql"), [one.0, other.0], |row| row.get("held_on"))
}

/// Who took part, made a session up or has a certificate is written down once; of who took part nothing was made up.
pub(super) fn settle_study(tx: &Tx<'_>, keep: MemberId, drop: MemberId) -> Result<(), VaultError> {
    tx.execute(include_str!("../sql/drop_study_twice.sql"), [keep.0, drop.0])?;
    tx.execute(include_str!("../sql/drop_makeups_twice.sql"), [keep.0, drop.0])?;
    tx.execute(include_str!("../sql/drop_certificates_twice.sql"), [keep.0, drop.0])?;
    Ok(())
}

/// One photo stays: the kept record's, or when it is taken the dropped one's.
pub(super) fn settle_photo(tx: &Tx<'_>, keep: MemberId, drop: MemberId, take: bool) -> Result<(), VaultError> {
    let goes = if take { keep } else { drop };
    tx.execute("DELETE FROM member_photo WHERE member_id = ?1", [goes.0])?;
    Ok(())
}

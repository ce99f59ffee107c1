//! What other tables say about the two records: settled where both stand at the same thing, and then moved.

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

/// Of two attendances at one meeting the stronger stays: present, on leave, not required, absent, not recorded. Tells
/// the other where the two differ.
pub(super) fn settle_attendance(tx: &Tx<'_>, keep: MemberId, drop: MemberId) -> Result<Vec<String>, VaultError> {
    let lost = tx.all(include_str!("../sql/attendance_twice.sql"), [keep.0, drop.0], |row| {
        let (title, on, reason): (String, String, String) =
            (row.get("title")?, row.get("held_on")?, row.get("reason")?);
        let status = match row.get::<_, Option<String>>("status")?.as_deref() {
            Some("present") => "到会",
            Some("on_leave") => "请假",
            Some("not_required") => "不作硬性要求",
            Some("absent") => "缺席",
            _ => "未登记",
        };
        Ok(format!("{on}“{title}”{status}{reason}"))
    })?;
    tx.execute(include_str!("../sql/take_stronger_attendance.sql"), [keep.0, drop.0])?;
    tx.execute(include_str!("../sql/drop_attendance_twice.sql"), [keep.0, drop.0])?;
    Ok(lost)
}

/// Who took part is written down once.
pub(super) fn settle_study(tx: &Tx<'_>, keep: MemberId, drop: MemberId) -> Result<(), VaultError> {
    tx.execute(include_str!("../sql/drop_study_twice.sql"), [keep.0, drop.0])?;
    Ok(())
}

/// One photo stays: the kept record's, or when it is taken the dropped one's.
pub(super) fn settle_photo(tx: &Tx<'_>, keep: MemberId, drop: MemberId, take: bool) -> Result<(), VaultError> {
    let goes = if take { keep } else { drop };
    tx.execute("DELETE FROM member_photo WHERE member_id = ?1", [goes.0])?;
    Ok(())
}

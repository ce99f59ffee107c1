//! The table of disposals.

use rusqlite::{Row, named_params};

use super::{DisposalId, DisposalKind, DisposalOutcome, DisposalRecord};
use crate::roster::MemberId;
use crate::values::{MeetingId, stored_as_text};
use crate::vault::{Reader, Tx, VaultError};

stored_as_text!(DisposalKind, DisposalOutcome);

/// All of them, the newest first.
pub(super) fn all(reader: &Reader<'_>) -> Result<Vec<DisposalRecord>, VaultError> {
    reader.all("SELECT * FROM disposal ORDER BY begun_on DESC, id DESC", [], row)
}

/// Whether there is one of that id.
pub(super) fn has(reader: &Reader<'_>, id: DisposalId) -> Result<bool, VaultError> {
    reader.one("SELECT EXISTS (SELECT 1 FROM disposal WHERE id = ?1)", [id.0], |row| row.get(0))
}

fn row(row: &Row<'_>) -> rusqlite::Result<DisposalRecord> {
    Ok(DisposalRecord {
        id: Some(DisposalId(row.get("id")?)),
        member: MemberId(row.get("member_id")?),
        kind: row.get("kind")?,
        ground: row.get("ground")?,
        begun_on: row.get("begun_on")?,
        talked_on: row.get("talked_on")?,
        filed_on: row.get("filed_on")?,
        meeting: row.get::<_, Option<i64>>("meeting_id")?.map(MeetingId),
        decided_on: row.get("decided_on")?,
        replied_on: row.get("replied_on")?,
        term_to: row.get("term_to")?,
        outcome: row.get("outcome")?,
        ended_on: row.get("ended_on")?,
        note: row.get("note")?,
    })
}

pub(super) fn save(tx: &Tx<'_>, record: &DisposalRecord) -> Result<DisposalId, VaultError> {
    let params = named_params! {
        ":id": record.id.map(|id| id.0),
        ":member_id": record.member.0,
        ":kind": record.kind,
        ":ground": record.ground.trim(),
        ":begun_on": record.begun_on,
        ":talked_on": record.talked_on,
        ":filed_on": record.filed_on,
        ":meeting_id": record.meeting.map(|id| id.0),
        ":decided_on": record.decided_on,
        ":replied_on": record.replied_on,
        ":term_to": record.term_to,
        ":outcome": record.outcome,
        ":ended_on": record.ended_on,
        ":note": record.note.trim(),
    };
    let inserted = tx.insert(include_str!("sql/save.sql"), params)?;
    Ok(record.id.unwrap_or(DisposalId(inserted)))
}

/// Removes one; `false` when there is none.
pub(super) fn delete(tx: &Tx<'_>, id: DisposalId) -> Result<bool, VaultError> {
    Ok(tx.execute("DELETE FROM disposal WHERE id = ?1", [id.0])? > 0)
}

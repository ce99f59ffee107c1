//! Taking changes back and bringing them back, newest first; survives a restart.

use std::io::Read;

use rusqlite::session::{ConflictAction, invert_strm};
use rusqlite::{Connection, ErrorCode, OptionalExtension};

use super::VaultError;

/// So many changes can be taken back.
const KEPT: i64 = 200;

/// Back or forth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Undo,
    Redo,
}

impl Direction {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Undo => "撤销",
            Self::Redo => "恢复",
        }
    }

    pub(super) fn command(self) -> &'static str {
        match self {
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

/// A change that is to be taken back or brought back.
pub(crate) struct Step {
    /// The log's entry of the change.
    pub(crate) audit_seq: i64,
    /// What was done, in Chinese.
    pub(crate) label: String,
    pub(crate) direction: Direction,
    changeset: Vec<u8>,
}

/// Notes a change. What had been taken back before it can no longer be brought back.
pub(super) fn push(connection: &Connection, audit_seq: i64, label: &str, changeset: &[u8]) -> Result<(), VaultError> {
    // Those are the newest. Looking for them from the other end would read every changeset, which may be megabytes.
    connection
        .prepare_cached(
            "DELETE FROM undo_step
             WHERE audit_seq > coalesce((SELECT max(audit_seq) FROM undo_step WHERE undone = 0), 0)",
        )?
        .execute([])?;
    connection
        .prepare_cached("INSERT INTO undo_step (audit_seq, label, changeset, undone) VALUES (?1, ?2, ?3, 0)")?
        .execute((audit_seq, label, changeset))?;
    connection
        .prepare_cached(
            "DELETE FROM undo_step
             WHERE audit_seq <= (SELECT audit_seq FROM undo_step ORDER BY audit_seq DESC LIMIT 1 OFFSET ?1)",
        )?
        .execute([KEPT])?;
    Ok(())
}

/// The change that would be taken back or brought back next.
pub(super) fn next(connection: &Connection, direction: Direction) -> Result<Option<Step>, VaultError> {
    let sql = match direction {
        Direction::Undo => "SELECT * FROM undo_step WHERE undone = 0 ORDER BY audit_seq DESC LIMIT 1",
        Direction::Redo => "SELECT * FROM undo_step WHERE undone = 1 ORDER BY audit_seq LIMIT 1",
    };
    let step = connection
        .prepare_cached(sql)?
        .query_row([], |row| {
            Ok(Step {
                audit_seq: row.get("audit_seq")?,
                label: row.get("label")?,
                direction,
                changeset: row.get("changeset")?,
            })
        })
        .optional()?;
    Ok(step)
}

/// Applies a step. Where a later change depends on what would go, nothing is changed.
pub(super) fn apply(connection: &Connection, step: &Step) -> Result<(), VaultError> {
    let direction = step.direction;
    let mut stored = step.changeset.as_slice();
    let mut inverted = Vec::new();
    let mut input: &[u8] = match direction {
        Direction::Undo => {
            invert_strm(&mut stored, &mut inverted)?;
            &inverted
        }
        Direction::Redo => stored,
    };
    let input: &mut dyn Read = &mut input;
    connection.apply_strm(input, None::<fn(&str) -> bool>, |_, _| ConflictAction::SQLITE_CHANGESET_ABORT).map_err(
        |error| match error.sqlite_error_code() {
            Some(ErrorCode::OperationAborted | ErrorCode::ConstraintViolation) => {
                VaultError::UndoConflict(direction.name(), step.label.clone())
            }
            _ => error.into(),
        },
    )?;
    connection.execute(
        "UPDATE undo_step SET undone = ?2 WHERE audit_seq = ?1",
        (step.audit_seq, direction == Direction::Undo),
    )?;
    Ok(())
}

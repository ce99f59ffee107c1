//! The tables of tasks.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::params;

use super::{Task, TaskNote, TaskNoteId, TaskNoteRequest};
use crate::meetings::{MeetingId, ResolutionId};
use crate::vault::{Reader, Tx, VaultError};

/// Every task with its notes, oldest resolution first.
///
/// # Errors
/// [`VaultError`].
pub fn all(reader: &Reader<'_>, today: NaiveDate) -> Result<Vec<Task>, VaultError> {
    tasks(reader, None, today)
}

/// One task.
pub(super) fn task(reader: &Reader<'_>, id: ResolutionId, today: NaiveDate) -> Result<Option<Task>, VaultError> {
    Ok(tasks(reader, Some(id), today)?.pop())
}

/// What was reported at a meeting about earlier resolutions: their texts and what was noted, in order.
///
/// # Errors
/// [`VaultError`].
pub fn noted_at(reader: &Reader<'_>, meeting: MeetingId) -> Result<Vec<(String, TaskNote)>, VaultError> {
    reader.all(include_str!("sql/noted_at.sql"), [meeting.0], |row| Ok((row.get("resolution")?, note(row)?)))
}

fn tasks(reader: &Reader<'_>, id: Option<ResolutionId>, today: NaiveDate) -> Result<Vec<Task>, VaultError> {
    let mut notes = BTreeMap::<_, Vec<_>>::new();
    let id = id.map(|id| id.0);
    for (resolution, note) in reader
        .all(include_str!("sql/notes.sql"), [id], |row| Ok((ResolutionId(row.get("resolution_id")?), note(row)?)))?
    {
        notes.entry(resolution).or_default().push(note);
    }
    reader.all(include_str!("sql/tasks.sql"), [id], |row| {
        let resolution = ResolutionId(row.get("id")?);
        let notes = notes.remove(&resolution).unwrap_or_default();
        let due: Option<NaiveDate> = row.get("due")?;
        let done_on = notes.iter().find(|note| note.done).map(|note| note.noted_on);
        Ok(Task {
            resolution,
            meeting: MeetingId(row.get("meeting_id")?),
            meeting_title: row.get("title")?,
            resolved_on: row.get("resolved_on")?,
            text: row.get("text")?,
            responsible: row.get("responsible")?,
            due,
            done_on,
            late: done_on.is_none() && due.is_some_and(|due| due < today),
            notes,
        })
    })
}

fn note(row: &rusqlite::Row<'_>) -> rusqlite::Result<TaskNote> {
    Ok(TaskNote {
        id: TaskNoteId(row.get("id")?),
        noted_on: row.get("noted_on")?,
        meeting: row.get::<_, Option<i64>>("meeting_id")?.map(MeetingId),
        text: row.get("text")?,
        done: row.get("done")?,
    })
}

pub(super) fn insert_note(tx: &Tx<'_>, request: &TaskNoteRequest) -> Result<(), VaultError> {
    let TaskNoteRequest { resolution, noted_on, meeting, text, done } = request;
    let sql = "INSERT INTO task_note (resolution_id, noted_on, meeting_id, text, done) VALUES (?, ?, ?, ?, ?)";
    tx.execute(sql, params![resolution.0, noted_on, meeting.map(|id| id.0), text.trim(), done])?;
    Ok(())
}

/// The meeting at which a note was reported, if at one; `None` when there is no such note.
pub(super) fn meeting_of_note(reader: &Reader<'_>, id: TaskNoteId) -> Result<Option<Option<MeetingId>>, VaultError> {
    let meeting = |row: &rusqlite::Row<'_>| Ok(row.get::<_, Option<i64>>(0)?.map(MeetingId));
    reader.first("SELECT meeting_id FROM task_note WHERE id = ?", [id.0], meeting)
}

/// Removes a note.
pub(super) fn delete_note(tx: &Tx<'_>, id: TaskNoteId) -> Result<(), VaultError> {
    tx.execute("DELETE FROM task_note WHERE id = ?", [id.0])?;
    Ok(())
}

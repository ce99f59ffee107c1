//! Meetings as the papers of other rooms are held against them: when, of which kind, who was there, what was voted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use super::store;
use super::{AttendanceRow, AttendanceTally, MeetingId, MeetingKind, VoteView};
use crate::vault::{Reader, VaultError};

/// A meeting that others refer to.
#[derive(Debug, Clone, PartialEq)]
pub struct LookedUp {
    pub title: String,
    /// The day it took, or is to take, place.
    pub on: NaiveDate,
    /// The leading kind first.
    pub kinds: Vec<MeetingKind>,
    pub recorder: String,
    /// Title and content of each item.
    pub agenda: Vec<(String, String)>,
    /// Everyone expected; empty as long as attendance was not recorded.
    pub attendance: Vec<AttendanceRow>,
    pub votes: Vec<VoteView>,
}

impl LookedUp {
    /// The counts over everyone expected.
    pub fn tally(&self) -> AttendanceTally {
        AttendanceTally::of(&self.attendance)
    }
}

/// The meetings with these ids. Five statements, however many there are.
///
/// # Errors
/// [`VaultError`].
pub fn looked_up(reader: &Reader<'_>, ids: &BTreeSet<MeetingId>) -> Result<BTreeMap<MeetingId, LookedUp>, VaultError> {
    let ids = serde_json::json!(ids.iter().map(|id| id.0).collect::<Vec<_>>()).to_string();
    let heads = reader.all(include_str!("sql/looked_up.sql"), [&ids], |row| {
        let meeting = LookedUp {
            title: row.get("title")?,
            on: row.get("day")?,
            recorder: row.get("recorder")?,
            kinds: Vec::new(),
            agenda: Vec::new(),
            attendance: Vec::new(),
            votes: Vec::new(),
        };
        Ok((MeetingId(row.get("id")?), meeting))
    })?;
    let mut meetings: BTreeMap<_, _> = heads.into_iter().collect();
    let in_ids = "meeting_id IN (SELECT value FROM json_each(?1))";
    let sql = format!("SELECT meeting_id, kind FROM meeting_kind WHERE {in_ids} ORDER BY position");
    for (id, kind) in reader.all(&sql, [&ids], |row| Ok((MeetingId(row.get(0)?), row.get(1)?)))? {
        meetings.entry(id).and_modify(|meeting| meeting.kinds.push(kind));
    }
    let sql = format!("SELECT meeting_id, title, content FROM meeting_agenda_item WHERE {in_ids} ORDER BY position");
    for (id, title, content) in
        reader.all(&sql, [&ids], |row| Ok((MeetingId(row.get(0)?), row.get(1)?, row.get(2)?)))?
    {
        meetings.entry(id).and_modify(|meeting| meeting.agenda.push((title, content)));
    }
    let sql = format!("SELECT * FROM meeting_attendance WHERE {in_ids} ORDER BY position");
    for (id, row) in
        reader.all(&sql, [&ids], |row| Ok((MeetingId(row.get("meeting_id")?), store::row_to_attendance(row)?)))?
    {
        meetings.entry(id).and_modify(|meeting| meeting.attendance.push(row));
    }
    let sql = format!("SELECT * FROM meeting_vote WHERE {in_ids} ORDER BY id");
    for vote in reader.all(&sql, [&ids], store::row_to_vote)? {
        meetings.entry(vote.vote.meeting).and_modify(|meeting| meeting.votes.push(VoteView::from(vote)));
    }
    Ok(meetings)
}

/// Every day on which the book has a meeting that was held, with its kinds.
///
/// # Errors
/// [`VaultError`].
pub fn held_days(reader: &Reader<'_>) -> Result<BTreeMap<NaiveDate, Vec<MeetingKind>>, VaultError> {
    let mut days = BTreeMap::<_, Vec<_>>::new();
    for (day, kind) in reader.all(include_str!("sql/held_days.sql"), [], |row| Ok((row.get(0)?, row.get(1)?)))? {
        days.entry(day).or_default().push(kind);
    }
    Ok(days)
}

/// A meeting by its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Titled {
    pub id: MeetingId,
    pub title: String,
    /// Actual start, else the planned one.
    pub at: NaiveDateTime,
    pub is_cancelled: bool,
}

/// Every meeting by its title, newest first, also those called off.
///
/// # Errors
/// [`VaultError`].
pub fn titles(reader: &Reader<'_>) -> Result<Arc<Vec<Titled>>, VaultError> {
    reader.kept(|reader| {
        reader.all(include_str!("sql/titles.sql"), [], |row| {
            Ok(Titled {
                id: MeetingId(row.get("id")?),
                title: row.get("title")?,
                at: row.get("at")?,
                is_cancelled: row.get("is_cancelled")?,
            })
        })
    })
}

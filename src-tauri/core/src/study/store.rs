//! The tables of study.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Row, named_params, params};

use super::{MemberStudySession, StudySession, StudySessionId, StudySessionRow};
use crate::roster::MemberId;
use crate::values::Hours;
use crate::vault::{Reader, Tx, VaultError};

/// Sessions of a period, newest first.
///
/// # Errors
/// When the file cannot be read.
pub fn sessions_in(reader: &Reader<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<StudySessionRow>, VaultError> {
    sessions(reader, None, Some(from), Some(to))
}

/// Whether any session was ever recorded.
///
/// # Errors
/// When the file cannot be read.
pub fn any_session(reader: &Reader<'_>) -> Result<bool, VaultError> {
    Ok(reader.first("SELECT 1 FROM study_session LIMIT 1", [], |_| Ok(()))?.is_some())
}

/// Hours of everyone who took part in anything in a period.
///
/// # Errors
/// When the file cannot be read.
pub fn hours_by_member(
    reader: &Reader<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<BTreeMap<MemberId, Hours>, VaultError> {
    let row = |row: &Row<'_>| Ok((MemberId(row.get("member_id")?), Hours::from_tenths(row.get("hours_tenths")?)));
    Ok(reader.all(include_str!("sql/hours.sql"), params![from, to], row)?.into_iter().collect())
}

/// The sessions in which a member took part, newest first.
pub(super) fn sessions_of(reader: &Reader<'_>, member: MemberId) -> Result<Vec<MemberStudySession>, VaultError> {
    reader.all(include_str!("sql/sessions_of_member.sql"), [member.0], |row| {
        Ok(MemberStudySession {
            id: StudySessionId(row.get("id")?),
            title: row.get("title")?,
            held_on: row.get("held_on")?,
            hours: Hours::from_tenths(row.get("hours_tenths")?),
            intensive: row.get("intensive")?,
        })
    })
}

/// One session.
pub(super) fn session(reader: &Reader<'_>, id: StudySessionId) -> Result<Option<StudySessionRow>, VaultError> {
    Ok(sessions(reader, Some(id), None, None)?.pop())
}

fn sessions(
    reader: &Reader<'_>,
    id: Option<StudySessionId>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Result<Vec<StudySessionRow>, VaultError> {
    let params = named_params! { ":id": id.map(|id| id.0), ":from": from, ":to": to };
    let mut participants = BTreeMap::<_, Vec<_>>::new();
    let pairs = reader.all(include_str!("sql/participants.sql"), params, |row| {
        Ok((StudySessionId(row.get("session_id")?), MemberId(row.get("member_id")?)))
    })?;
    for (session, member) in pairs {
        participants.entry(session).or_default().push(member);
    }
    reader.all(include_str!("sql/sessions.sql"), params, |row| {
        let id = StudySessionId(row.get("id")?);
        let participants = participants.remove(&id).unwrap_or_default();
        let count = u32::try_from(participants.len()).unwrap_or(u32::MAX);
        let session = StudySession {
            id: Some(id),
            title: row.get("title")?,
            held_on: row.get("held_on")?,
            hours: Hours::from_tenths(row.get("hours_tenths")?),
            place: row.get("place")?,
            lecturer: row.get("lecturer")?,
            intensive: row.get("intensive")?,
            content: row.get("content")?,
            participants,
        };
        Ok(StudySessionRow { session, count })
    })
}

/// Writes a session, new or changed; gives its id.
pub(super) fn save(tx: &Tx<'_>, session: &StudySession) -> Result<StudySessionId, VaultError> {
    let params = named_params! {
        ":id": session.id.map(|id| id.0),
        ":title": session.title,
        ":held_on": session.held_on,
        ":hours_tenths": session.hours.tenths(),
        ":place": session.place,
        ":lecturer": session.lecturer,
        ":intensive": session.intensive,
        ":content": session.content,
    };
    let inserted = tx.insert(include_str!("sql/save_session.sql"), params)?;
    let id = session.id.unwrap_or(StudySessionId(inserted));
    tx.execute("DELETE FROM study_participant WHERE session_id = ?", [id.0])?;
    for member in &session.participants {
        tx.execute("INSERT INTO study_participant (session_id, member_id) VALUES (?, ?)", [id.0, member.0])?;
    }
    Ok(id)
}

/// Removes a session; `false` when there is none.
pub(super) fn delete(tx: &Tx<'_>, id: StudySessionId) -> Result<bool, VaultError> {
    tx.execute("DELETE FROM study_participant WHERE session_id = ?", [id.0])?;
    Ok(tx.execute("DELETE FROM study_session WHERE id = ?", [id.0])? > 0)
}

//! The tables of study.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::{
    MemberStudySession, StudyCertificate, StudyMakeup, StudyPlace, StudySession, StudySessionId, StudySessionRow,
    StudyTopicId,
};
use crate::attachments;
use crate::library::{self, LibraryPlace};
use crate::roster::MemberId;
use crate::values::{Hours, MeetingId};
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

/// Hours of everyone in the sessions of a period: of who took part, and of who had made one up by a day. A quarter's report
/// asks for the day of its figures, so that a later makeup leaves it as it is.
///
/// # Errors
/// When the file cannot be read.
pub fn hours_by_member(
    reader: &Reader<'_>,
    from: NaiveDate,
    to: NaiveDate,
    made_up_by: NaiveDate,
) -> Result<BTreeMap<MemberId, Hours>, VaultError> {
    let row = |row: &Row<'_>| Ok((MemberId(row.get("member_id")?), Hours::from_tenths(row.get("hours_tenths")?)));
    let params = named_params! { ":from": from, ":to": to, ":made_up_by": made_up_by };
    Ok(reader.all(include_str!("sql/hours.sql"), params, row)?.into_iter().collect())
}

/// The sessions in which a member took part, or that the member made up, newest first.
pub(super) fn sessions_of(reader: &Reader<'_>, member: MemberId) -> Result<Vec<MemberStudySession>, VaultError> {
    reader.all(include_str!("sql/sessions_of_member.sql"), [member.0], |row| {
        let id = StudySessionId(row.get("id")?);
        Ok(MemberStudySession {
            id,
            kind: row.get("kind")?,
            title: row.get("title")?,
            held_on: row.get("held_on")?,
            hours: Hours::from_tenths(row.get("hours_tenths")?),
            intensive: row.get("intensive")?,
            uncounted: row.get("uncounted")?,
            topic: row.get::<_, Option<i64>>("topic_id")?.map(StudyTopicId),
            made_up_on: row.get("made_up_on")?,
            certificate: match row.get("number")? {
                Some(number) => Some(certificate(row, StudyPlace { session: id, member }, number)?),
                None => None,
            },
        })
    })
}

fn certificate(row: &Row<'_>, place: StudyPlace, number: String) -> rusqlite::Result<StudyCertificate> {
    let StudyPlace { session, member } = place;
    Ok(StudyCertificate { session, member, number, issuer: row.get("issuer")?, issued_on: row.get("issued_on")? })
}

fn place(row: &Row<'_>) -> rusqlite::Result<StudyPlace> {
    Ok(StudyPlace { session: StudySessionId(row.get("session_id")?), member: MemberId(row.get("member_id")?) })
}

fn makeup(row: &Row<'_>) -> rusqlite::Result<StudyMakeup> {
    let StudyPlace { session, member } = place(row)?;
    let (made_up_on, material, proof) = (row.get("made_up_on")?, row.get("material")?, row.get("proof")?);
    Ok(StudyMakeup { session, member, made_up_on, material, proof })
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
    for place in reader.all(include_str!("sql/participants.sql"), params, place)? {
        participants.entry(place.session).or_default().push(place.member);
    }
    let mut made_up = BTreeMap::<_, Vec<_>>::new();
    for makeup in reader.all(include_str!("sql/makeups.sql"), params, makeup)? {
        made_up.entry(makeup.session).or_default().push(makeup);
    }
    let mut certificates = BTreeMap::<_, Vec<_>>::new();
    let known = |row: &Row<'_>| certificate(row, place(row)?, row.get("number")?);
    for certificate in reader.all(include_str!("sql/certificates.sql"), params, known)? {
        certificates.entry(certificate.session).or_default().push(certificate);
    }
    let mut documents = library::placed(reader)?;
    reader.all(include_str!("sql/sessions.sql"), params, |row| {
        let id = StudySessionId(row.get("id")?);
        let session = StudySession {
            participants: participants.remove(&id).unwrap_or_default(),
            documents: documents.remove(&LibraryPlace::Session(id)).unwrap_or_default(),
            ..head(row, id)?
        };
        Ok(StudySessionRow {
            count: u32::try_from(session.participants.len()).unwrap_or(u32::MAX),
            made_up: made_up.remove(&id).unwrap_or_default(),
            certificates: certificates.remove(&id).unwrap_or_default(),
            session,
        })
    })
}

/// A session without who took part and what was learnt.
fn head(row: &Row<'_>, id: StudySessionId) -> rusqlite::Result<StudySession> {
    Ok(StudySession {
        id: Some(id),
        kind: row.get("kind")?,
        title: row.get("title")?,
        held_on: row.get("held_on")?,
        last_on: row.get("last_on")?,
        hours: Hours::from_tenths(row.get("hours_tenths")?),
        place: row.get("place")?,
        lecturer: row.get("lecturer")?,
        intensive: row.get("intensive")?,
        uncounted: row.get("uncounted")?,
        content: row.get("content")?,
        topic: row.get::<_, Option<i64>>("topic_id")?.map(StudyTopicId),
        meeting: row.get::<_, Option<i64>>("meeting_id")?.map(MeetingId),
        documents: Vec::new(),
        participants: Vec::new(),
    })
}

/// Who had which topic of a year's plan.
pub(super) fn topics_had(
    reader: &Reader<'_>,
    year: i32,
) -> Result<BTreeMap<StudyTopicId, BTreeSet<MemberId>>, VaultError> {
    let mut had = BTreeMap::<_, BTreeSet<_>>::new();
    let pairs = reader.all(include_str!("sql/topics_had.sql"), [year], |row| {
        Ok((StudyTopicId(row.get("topic_id")?), MemberId(row.get("member_id")?)))
    })?;
    for (topic, member) in pairs {
        had.entry(topic).or_default().insert(member);
    }
    Ok(had)
}

/// The session that came from a meeting.
pub(super) fn session_of_meeting(
    reader: &Reader<'_>,
    meeting: MeetingId,
) -> Result<Option<StudySessionId>, VaultError> {
    reader.first("SELECT id FROM study_session WHERE meeting_id = ?", [meeting.0], |row| row.get(0).map(StudySessionId))
}

/// Whether there is such a meeting: the room above is not known, its table is asked.
pub(super) fn is_meeting(reader: &Reader<'_>, meeting: MeetingId) -> Result<bool, VaultError> {
    Ok(reader.first("SELECT 1 FROM meeting WHERE id = ?", [meeting.0], |_| Ok(()))?.is_some())
}

/// Writes a session, new or changed; gives its id.
pub(super) fn save(tx: &Tx<'_>, session: &StudySession) -> Result<StudySessionId, VaultError> {
    let params = named_params! {
        ":id": session.id.map(|id| id.0),
        ":kind": session.kind,
        ":title": session.title,
        ":held_on": session.held_on,
        ":last_on": session.last_on,
        ":hours_tenths": session.hours.tenths(),
        ":place": session.place,
        ":lecturer": session.lecturer,
        ":intensive": session.intensive,
        ":uncounted": session.uncounted,
        ":content": session.content,
        ":topic_id": session.topic.map(|topic| topic.0),
        ":meeting_id": session.meeting.map(|meeting| meeting.0),
    };
    let inserted = tx.insert(include_str!("sql/save_session.sql"), params)?;
    let id = session.id.unwrap_or(StudySessionId(inserted));
    tx.execute("DELETE FROM study_participant WHERE session_id = ?", [id.0])?;
    for member in &session.participants {
        tx.execute("INSERT INTO study_participant (session_id, member_id) VALUES (?, ?)", [id.0, member.0])?;
    }
    tx.execute(include_str!("sql/drop_needless_makeups.sql"), [id.0])?;
    tx.execute(include_str!("sql/drop_strangers_certificates.sql"), [id.0])?;
    attachments::drop_homeless(tx)?;
    library::set_documents(tx, LibraryPlace::Session(id), &session.documents)?;
    Ok(id)
}

/// Removes a session; `false` when there is none.
pub(super) fn delete(tx: &Tx<'_>, id: StudySessionId) -> Result<bool, VaultError> {
    for table in ["study_participant", "study_makeup", "study_certificate"] {
        // Names from here, never input.
        tx.execute(&format!("DELETE FROM {table} WHERE session_id = ?"), [id.0])?;
    }
    library::set_documents(tx, LibraryPlace::Session(id), &[])?;
    let deleted = tx.execute("DELETE FROM study_session WHERE id = ?", [id.0])? > 0;
    attachments::drop_homeless(tx)?;
    Ok(deleted)
}

/// Writes what someone made up.
pub(super) fn save_makeup(tx: &Tx<'_>, makeup: &StudyMakeup) -> Result<(), VaultError> {
    let params = named_params! {
        ":session_id": makeup.session.0,
        ":member_id": makeup.member.0,
        ":made_up_on": makeup.made_up_on,
        ":material": makeup.material,
        ":proof": makeup.proof,
    };
    tx.execute(include_str!("sql/save_makeup.sql"), params)?;
    Ok(())
}

/// Takes out what someone made up; `false` when there is nothing.
pub(super) fn delete_makeup(tx: &Tx<'_>, place: StudyPlace) -> Result<bool, VaultError> {
    let deleted = delete_at(tx, "study_makeup", place)?;
    tx.execute(include_str!("sql/drop_strangers_certificates.sql"), [place.session.0])?;
    attachments::drop_homeless(tx)?;
    Ok(deleted)
}

/// Writes someone's certificate.
pub(super) fn save_certificate(tx: &Tx<'_>, certificate: &StudyCertificate) -> Result<(), VaultError> {
    let params = named_params! {
        ":session_id": certificate.session.0,
        ":member_id": certificate.member.0,
        ":number": certificate.number,
        ":issuer": certificate.issuer,
        ":issued_on": certificate.issued_on,
    };
    tx.execute(include_str!("sql/save_certificate.sql"), params)?;
    Ok(())
}

/// Takes someone's certificate out; `false` when there is none.
pub(super) fn delete_certificate(tx: &Tx<'_>, place: StudyPlace) -> Result<bool, VaultError> {
    let deleted = delete_at(tx, "study_certificate", place)?;
    attachments::drop_homeless(tx)?;
    Ok(deleted)
}

/// Takes out what a table has about someone at a session; `false` when there is nothing.
fn delete_at(tx: &Tx<'_>, table: &'static str, place: StudyPlace) -> Result<bool, VaultError> {
    // The table's name is from here, never input.
    let sql = format!("DELETE FROM {table} WHERE session_id = ? AND member_id = ?");
    Ok(tx.execute(&sql, [place.session.0, place.member.0])? > 0)
}

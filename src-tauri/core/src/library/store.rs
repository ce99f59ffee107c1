//! The tables of the library.

use rusqlite::{Row, named_params, params};

use super::{LibraryDocument, LibraryDocumentId, LibraryPlace, LibraryUse};
use crate::values::{MeetingId, StudySessionId, StudyTopicId};
use crate::vault::{Reader, Tx, VaultError};

/// All documents, the newest first; those without a day come last.
pub(super) fn documents(reader: &Reader<'_>) -> Result<Vec<LibraryDocument>, VaultError> {
    reader.all("SELECT * FROM library_document ORDER BY issued_on DESC NULLS LAST, id DESC", [], row_to_document)
}

pub(super) fn document(reader: &Reader<'_>, id: LibraryDocumentId) -> Result<Option<LibraryDocument>, VaultError> {
    reader.first("SELECT * FROM library_document WHERE id = ?", [id.0], row_to_document)
}

fn row_to_document(row: &Row<'_>) -> rusqlite::Result<LibraryDocument> {
    Ok(LibraryDocument {
        id: Some(LibraryDocumentId(row.get("id")?)),
        kind: row.get("kind")?,
        title: row.get("title")?,
        issuer: row.get("issuer")?,
        number: row.get("number")?,
        issued_on: row.get("issued_on")?,
        keywords: row.get("keywords")?,
        text: row.get("text")?,
    })
}

/// Writes a document, new or changed; gives its id.
pub(super) fn save(tx: &Tx<'_>, document: &LibraryDocument) -> Result<LibraryDocumentId, VaultError> {
    let params = named_params! {
        ":id": document.id.map(|id| id.0),
        ":kind": document.kind,
        ":title": document.title.trim(),
        ":issuer": document.issuer.trim(),
        ":number": document.number.trim(),
        ":issued_on": document.issued_on,
        ":keywords": document.keywords.trim(),
        ":text": document.text.trim(),
    };
    let inserted = tx.insert(include_str!("sql/save.sql"), params)?;
    Ok(document.id.unwrap_or(LibraryDocumentId(inserted)))
}

/// Removes a document.
pub(super) fn delete(tx: &Tx<'_>, id: LibraryDocumentId) -> Result<(), VaultError> {
    tx.execute("DELETE FROM library_document WHERE id = ?", [id.0])?;
    Ok(())
}

/// Every place at which a document is used, in the order in which they were put there.
pub(super) fn placed(reader: &Reader<'_>) -> Result<Vec<(LibraryPlace, LibraryDocumentId)>, VaultError> {
    let sql = "SELECT session_id, topic_id, meeting_id, document_id FROM library_use ORDER BY id";
    reader.all(sql, [], |row| Ok((place(row)?, LibraryDocumentId(row.get("document_id")?))))
}

/// Where one document is used, the newest first.
pub(super) fn uses(reader: &Reader<'_>, id: LibraryDocumentId) -> Result<Vec<LibraryUse>, VaultError> {
    reader.all(include_str!("sql/uses.sql"), [id.0], |row| {
        Ok(LibraryUse { place: place(row)?, title: row.get("title")?, on: row.get("used_on")? })
    })
}

fn place(row: &Row<'_>) -> rusqlite::Result<LibraryPlace> {
    if let Some(session) = row.get("session_id")? {
        return Ok(LibraryPlace::Session(StudySessionId(session)));
    }
    if let Some(topic) = row.get("topic_id")? {
        return Ok(LibraryPlace::Topic(StudyTopicId(topic)));
    }
    Ok(LibraryPlace::Meeting(MeetingId(row.get("meeting_id")?)))
}

/// Whether there is such a session, topic or meeting: the rooms above are not known, their tables are asked.
pub(super) fn is_there(reader: &Reader<'_>, place: LibraryPlace) -> Result<bool, VaultError> {
    let (sql, id) = match place {
        LibraryPlace::Session(id) => ("SELECT EXISTS (SELECT 1 FROM study_session WHERE id = ?)", id.0),
        LibraryPlace::Topic(id) => ("SELECT EXISTS (SELECT 1 FROM study_topic WHERE id = ?)", id.0),
        LibraryPlace::Meeting(id) => ("SELECT EXISTS (SELECT 1 FROM meeting WHERE id = ?)", id.0),
    };
    reader.one(sql, [id], |row| row.get(0))
}

/// The columns of a place: session, topic, meeting.
fn columns(place: LibraryPlace) -> [Option<i64>; 3] {
    match place {
        LibraryPlace::Session(id) => [Some(id.0), None, None],
        LibraryPlace::Topic(id) => [None, Some(id.0), None],
        LibraryPlace::Meeting(id) => [None, None, Some(id.0)],
    }
}

pub(super) fn put(tx: &Tx<'_>, place: LibraryPlace, id: LibraryDocumentId) -> Result<(), VaultError> {
    let [session, topic, meeting] = columns(place);
    let sql = "INSERT INTO library_use (document_id, session_id, topic_id, meeting_id) VALUES (?, ?, ?, ?)";
    tx.execute(sql, params![id.0, session, topic, meeting])?;
    Ok(())
}

pub(super) fn take(tx: &Tx<'_>, place: LibraryPlace, id: LibraryDocumentId) -> Result<(), VaultError> {
    let [session, topic, meeting] = columns(place);
    let sql = "DELETE FROM library_use WHERE document_id = ? AND session_id IS ? AND topic_id IS ? AND meeting_id IS ?";
    tx.execute(sql, params![id.0, session, topic, meeting])?;
    Ok(())
}

//! The table of topics.

use rusqlite::{Row, named_params};

use super::{StudyTopic, StudyTopicId, StudyTopicSession};
use crate::library::{self, LibraryPlace};
use crate::study::StudySessionId;
use crate::values::Hours;
use crate::vault::{Reader, Tx, VaultError};

/// The topics of a year, by month.
pub(in crate::study) fn topics_of_year(reader: &Reader<'_>, year: i32) -> Result<Vec<StudyTopic>, VaultError> {
    topics(reader, None, Some(year))
}

/// One topic.
pub(in crate::study) fn topic(reader: &Reader<'_>, id: StudyTopicId) -> Result<Option<StudyTopic>, VaultError> {
    Ok(topics(reader, Some(id), None)?.pop())
}

fn topics(reader: &Reader<'_>, id: Option<StudyTopicId>, year: Option<i32>) -> Result<Vec<StudyTopic>, VaultError> {
    let mut documents = library::placed(reader)?;
    let params = named_params! { ":id": id.map(|id| id.0), ":year": year };
    let mut topics = reader.all(include_str!("../sql/topics.sql"), params, row_to_topic)?;
    for topic in &mut topics {
        topic.documents = topic.id.and_then(|id| documents.remove(&LibraryPlace::Topic(id))).unwrap_or_default();
    }
    Ok(topics)
}

fn row_to_topic(row: &Row<'_>) -> rusqlite::Result<StudyTopic> {
    Ok(StudyTopic {
        id: Some(StudyTopicId(row.get("id")?)),
        year: row.get("year")?,
        month: row.get("month")?,
        title: row.get("title")?,
        kind: row.get("kind")?,
        hours: row.get::<_, Option<u32>>("hours_tenths")?.map(Hours::from_tenths),
        lecturer: row.get("lecturer")?,
        material: row.get("material")?,
        documents: Vec::new(),
    })
}

/// The sessions of a topic, oldest first.
pub(super) fn sessions_of(reader: &Reader<'_>, topic: StudyTopicId) -> Result<Vec<StudyTopicSession>, VaultError> {
    let sql = "SELECT id, held_on FROM study_session WHERE topic_id = ? ORDER BY held_on, id";
    reader.all(sql, [topic.0], |row| {
        Ok(StudyTopicSession { id: StudySessionId(row.get("id")?), held_on: row.get("held_on")? })
    })
}

/// Writes a topic, new or changed.
pub(super) fn save(tx: &Tx<'_>, topic: &StudyTopic) -> Result<(), VaultError> {
    let params = named_params! {
        ":id": topic.id.map(|id| id.0),
        ":year": topic.year,
        ":month": topic.month,
        ":title": topic.title,
        ":kind": topic.kind,
        ":hours_tenths": topic.hours.map(Hours::tenths),
        ":lecturer": topic.lecturer,
        ":material": topic.material,
    };
    let inserted = tx.insert(include_str!("../sql/save_topic.sql"), params)?;
    let place = LibraryPlace::Topic(topic.id.unwrap_or(StudyTopicId(inserted)));
    library::set_documents(tx, place, &topic.documents)
}

/// Removes a topic.
pub(super) fn delete(tx: &Tx<'_>, id: StudyTopicId) -> Result<(), VaultError> {
    library::set_documents(tx, LibraryPlace::Topic(id), &[])?;
    tx.execute("DELETE FROM study_topic WHERE id = ?", [id.0])?;
    Ok(())
}

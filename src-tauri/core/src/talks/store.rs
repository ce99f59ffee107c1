//! The table of talks.

use rusqlite::{Row, named_params};

use super::{Talk, TalkId, TalkRecord};
use crate::roster::MemberId;
use crate::vault::{Reader, Tx, VaultError};

const TALKS: &str = "SELECT talk.*, one.name AS first_name, other.name AS second_name
    FROM talk JOIN member AS one ON one.id = first_id JOIN member AS other ON other.id = second_id";

/// A year's talks, newest first.
pub(super) fn of_year(reader: &Reader<'_>, year: i32) -> Result<Vec<Talk>, VaultError> {
    let sql =
        format!("{TALKS} WHERE held_on BETWEEN ?1 || '-01-01' AND ?1 || '-12-31' ORDER BY held_on DESC, talk.id DESC");
    reader.all(&sql, [format!("{year:04}")], row_to_talk)
}

/// One talk.
pub(super) fn talk(reader: &Reader<'_>, id: TalkId) -> Result<Option<Talk>, VaultError> {
    reader.first(&format!("{TALKS} WHERE talk.id = ?"), [id.0], row_to_talk)
}

pub(super) fn save(tx: &Tx<'_>, talk: &TalkRecord) -> Result<TalkId, VaultError> {
    let params = named_params! {
        ":id": talk.id.map(|id| id.0),
        ":held_on": talk.held_on,
        ":first": talk.first.0,
        ":second": talk.second.0,
        ":place": talk.place.trim(),
        ":content": talk.content,
    };
    let sql = "INSERT INTO talk (id, held_on, first_id, second_id, place, content)
        VALUES (:id, :held_on, :first, :second, :place, :content)
        ON CONFLICT (id) DO UPDATE SET held_on = excluded.held_on, first_id = excluded.first_id,
            second_id = excluded.second_id, place = excluded.place, content = excluded.content";
    let inserted = tx.insert(sql, params)?;
    Ok(talk.id.unwrap_or(TalkId(inserted)))
}

/// Removes a talk; `false` when there is none of that id.
pub(super) fn delete(tx: &Tx<'_>, id: TalkId) -> Result<bool, VaultError> {
    Ok(tx.execute("DELETE FROM talk WHERE id = ?", [id.0])? > 0)
}

fn row_to_talk(row: &Row<'_>) -> rusqlite::Result<Talk> {
    Ok(Talk {
        talk: TalkRecord {
            id: Some(TalkId(row.get("id")?)),
            held_on: row.get("held_on")?,
            first: MemberId(row.get("first_id")?),
            second: MemberId(row.get("second_id")?),
            place: row.get("place")?,
            content: row.get("content")?,
        },
        first_name: row.get("first_name")?,
        second_name: row.get("second_name")?,
    })
}

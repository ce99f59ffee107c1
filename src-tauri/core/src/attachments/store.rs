//! The table of attachments.

use rusqlite::{Row, params};

use super::{AttachmentId, AttachmentKind, MeetingAttachment};
use crate::meetings::MeetingId;
use crate::values::stored_as_text;
use crate::vault::{Reader, Tx, VaultError};

stored_as_text!(AttachmentKind);

/// A meeting's attachments: by kind, in their order.
///
/// # Errors
/// [`VaultError`].
pub fn of_meeting(reader: &Reader<'_>, meeting: MeetingId) -> Result<Vec<MeetingAttachment>, VaultError> {
    let sql = "SELECT * FROM attachment WHERE meeting_id = ? ORDER BY kind, position, id";
    reader.all(sql, [meeting.0], row_to_attachment)
}

/// An attachment with the names of its bytes and of its original's.
pub(super) fn attachment(
    reader: &Reader<'_>,
    id: AttachmentId,
) -> Result<Option<(MeetingAttachment, String, Option<String>)>, VaultError> {
    reader.first("SELECT * FROM attachment WHERE id = ?", [id.0], |row| {
        Ok((row_to_attachment(row)?, row.get("sha256")?, row.get("original_sha256")?))
    })
}

/// The scan of a signed sign-in sheet.
pub struct Scan {
    /// Name of the file it came from.
    pub name: String,
    /// It is a JPEG; otherwise the file as it came, mostly a PDF.
    pub is_picture: bool,
    /// Nothing where the bytes are lost.
    pub bytes: Vec<u8>,
}

/// A meeting's scans of its signed sign-in sheet, in their order.
///
/// # Errors
/// [`VaultError`].
pub fn scans_of(reader: &Reader<'_>, meeting: MeetingId) -> Result<Vec<Scan>, VaultError> {
    let sql = "SELECT name, is_picture, coalesce(content, x'')
        FROM attachment LEFT JOIN vault_blob USING (sha256)
        WHERE meeting_id = ? AND kind = 'sign_in_scan' ORDER BY position, id";
    reader.all(sql, [meeting.0], |row| Ok(Scan { name: row.get(0)?, is_picture: row.get(1)?, bytes: row.get(2)? }))
}

/// A meeting's photos in their order: what each shows, and its JPEG; no bytes where they are lost.
///
/// # Errors
/// [`VaultError`].
pub fn photos_of(reader: &Reader<'_>, meeting: MeetingId) -> Result<Vec<(String, Vec<u8>)>, VaultError> {
    let sql = "SELECT caption, coalesce(content, x'') FROM attachment LEFT JOIN vault_blob USING (sha256)
        WHERE meeting_id = ? AND kind = 'photo' ORDER BY position, id";
    reader.all(sql, [meeting.0], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// What is to be kept of a new attachment beside its bytes.
pub(super) struct New<'a> {
    pub(super) meeting: MeetingId,
    pub(super) kind: AttachmentKind,
    pub(super) name: &'a str,
    pub(super) bytes: usize,
    pub(super) is_picture: bool,
    /// Name of the original's bytes.
    pub(super) original: Option<String>,
}

/// Appends an attachment to those of its kind.
pub(super) fn insert(tx: &Tx<'_>, new: &New<'_>, sha256: &str) -> Result<(), VaultError> {
    let New { meeting, kind, name, bytes, is_picture, original } = new;
    let bytes = i64::try_from(*bytes).unwrap_or(i64::MAX);
    let params = params![meeting.0, kind, name, bytes, is_picture, sha256, original];
    tx.execute(include_str!("sql/insert.sql"), params)?;
    Ok(())
}

pub(super) fn set_caption(tx: &Tx<'_>, id: AttachmentId, caption: &str) -> Result<(), VaultError> {
    tx.execute("UPDATE attachment SET caption = ? WHERE id = ?", params![caption, id.0])?;
    Ok(())
}

pub(super) fn set_order(tx: &Tx<'_>, order: &[AttachmentId]) -> Result<(), VaultError> {
    for (position, id) in (0_i64..).zip(order) {
        tx.execute("UPDATE attachment SET position = ? WHERE id = ?", [position, id.0])?;
    }
    Ok(())
}

pub(super) fn delete(tx: &Tx<'_>, id: AttachmentId) -> Result<(), VaultError> {
    tx.execute("DELETE FROM attachment WHERE id = ?", [id.0])?;
    Ok(())
}

fn row_to_attachment(row: &Row<'_>) -> rusqlite::Result<MeetingAttachment> {
    Ok(MeetingAttachment {
        id: AttachmentId(row.get("id")?),
        meeting: MeetingId(row.get("meeting_id")?),
        kind: row.get("kind")?,
        name: row.get("name")?,
        caption: row.get("caption")?,
        bytes: row.get::<_, i64>("bytes")?.unsigned_abs(),
        is_picture: row.get("is_picture")?,
        has_original: row.get::<_, Option<String>>("original_sha256")?.is_some(),
    })
}

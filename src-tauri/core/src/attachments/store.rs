//! The table of attachments.

use std::collections::BTreeMap;

use rusqlite::{Row, named_params, params, params_from_iter};

use super::owner::Columns;
use super::{AttachmentId, AttachmentKind, AttachmentOwner, AttachmentRow};
use crate::values::{LibraryDocumentId, MeetingId, stored_as_text};
use crate::vault::{Reader, Tx, VaultError};

stored_as_text!(AttachmentKind);

/// The attachments of a record: by kind, in their order.
///
/// # Errors
/// [`VaultError`].
pub fn of(reader: &Reader<'_>, owner: AttachmentOwner) -> Result<Vec<AttachmentRow>, VaultError> {
    let Columns { owner, meeting, document, session, member, ledger, payment } = owner.columns();
    let params = named_params! { ":owner": owner, ":meeting": meeting, ":document": document, ":session": session,
    ":member": member, ":ledger": ledger, ":payment": payment };
    reader.all(include_str!("sql/of.sql"), params, row_to_attachment)
}

/// How many attachments each record has, of those that have any.
///
/// # Errors
/// [`VaultError`].
pub fn counts(reader: &Reader<'_>) -> Result<BTreeMap<AttachmentOwner, u32>, VaultError> {
    let rows =
        reader.all(include_str!("sql/counts.sql"), [], |row| Ok((AttachmentOwner::of_row(row)?, row.get("files")?)))?;
    Ok(rows.into_iter().collect())
}

/// What is written in the files of the library: of which document, the name of the file, its text.
///
/// # Errors
/// [`VaultError`].
pub fn texts(reader: &Reader<'_>) -> Result<Vec<(LibraryDocumentId, String, String)>, VaultError> {
    reader.all(include_str!("sql/texts.sql"), [], |row| {
        Ok((LibraryDocumentId(row.get("document_id")?), row.get("name")?, row.get("text")?))
    })
}

/// Whether there is the record: the rooms above are not known, their tables are asked.
pub(super) fn is_there(reader: &Reader<'_>, owner: AttachmentOwner) -> Result<bool, VaultError> {
    let there = |sql: &str, key: &[i64]| reader.one(sql, params_from_iter(key), |row| row.get(0));
    match owner {
        AttachmentOwner::Meeting(id) => there("SELECT EXISTS (SELECT 1 FROM meeting WHERE id = ?)", &[id.0]),
        AttachmentOwner::Document(id) => there("SELECT EXISTS (SELECT 1 FROM library_document WHERE id = ?)", &[id.0]),
        AttachmentOwner::Makeup { session, member } => {
            there(include_str!("sql/is_made_up.sql"), &[session.0, member.0])
        }
        AttachmentOwner::Certificate { session, member } => {
            there(include_str!("sql/is_certified.sql"), &[session.0, member.0])
        }
        AttachmentOwner::DuesEntry(id) => there("SELECT EXISTS (SELECT 1 FROM dues_ledger WHERE id = ?)", &[id.0]),
        AttachmentOwner::DuesPayment(id) => there("SELECT EXISTS (SELECT 1 FROM dues_payment WHERE id = ?)", &[id.0]),
    }
}

/// An attachment with the names of its bytes.
pub(super) struct Found {
    pub(super) row: AttachmentRow,
    pub(super) content: String,
    pub(super) original: Option<String>,
    pub(super) text: Option<String>,
}

/// One attachment.
pub(super) fn attachment(reader: &Reader<'_>, id: AttachmentId) -> Result<Option<Found>, VaultError> {
    reader.first("SELECT * FROM attachment WHERE id = ?", [id.0], |row| {
        let (content, original, text) = (row.get("sha256")?, row.get("original_sha256")?, row.get("text_sha256")?);
        Ok(Found { row: row_to_attachment(row)?, content, original, text })
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

/// The bytes of an attachment: as it came where that is kept, else as it is shown; `None` where there is none.
///
/// # Errors
/// [`VaultError`], also when the bytes are lost.
pub fn bytes_of(reader: &Reader<'_>, id: AttachmentId) -> Result<Option<Vec<u8>>, VaultError> {
    let Some(found) = attachment(reader, id)? else { return Ok(None) };
    reader.bytes(&found.original.unwrap_or(found.content)).map(Some)
}

/// What is to be kept of a new attachment beside its bytes.
pub(super) struct New<'a> {
    pub(super) owner: AttachmentOwner,
    pub(super) kind: AttachmentKind,
    pub(super) name: &'a str,
    pub(super) bytes: usize,
    pub(super) is_picture: bool,
    /// Name of the original's bytes.
    pub(super) original: Option<String>,
    /// Name of what is written in it.
    pub(super) text: Option<String>,
}

/// Appends an attachment to those of its kind.
pub(super) fn insert(tx: &Tx<'_>, new: &New<'_>, sha256: &str) -> Result<(), VaultError> {
    let Columns { owner, meeting, document, session, member, ledger, payment } = new.owner.columns();
    let position = of(tx, new.owner)?.iter().filter(|other| other.kind == new.kind).count();
    let params = named_params! {
        ":owner": owner,
        ":meeting": meeting,
        ":document": document,
        ":session": session,
        ":member": member,
        ":ledger": ledger,
        ":payment": payment,
        ":kind": new.kind,
        ":position": i64::try_from(position).unwrap_or(i64::MAX),
        ":name": new.name,
        ":bytes": i64::try_from(new.bytes).unwrap_or(i64::MAX),
        ":is_picture": new.is_picture,
        ":sha256": sha256,
        ":original_sha256": new.original,
        ":text_sha256": new.text,
    };
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

/// Takes out what was kept with a record that is no more; the transaction that removed it ends with this.
///
/// # Errors
/// [`VaultError`].
pub fn drop_homeless(tx: &Tx<'_>) -> Result<(), VaultError> {
    tx.execute(include_str!("sql/drop_homeless.sql"), [])?;
    Ok(())
}

fn row_to_attachment(row: &Row<'_>) -> rusqlite::Result<AttachmentRow> {
    Ok(AttachmentRow {
        id: AttachmentId(row.get("id")?),
        owner: AttachmentOwner::of_row(row)?,
        kind: row.get("kind")?,
        name: row.get("name")?,
        caption: row.get("caption")?,
        bytes: row.get::<_, i64>("bytes")?.unsigned_abs(),
        is_picture: row.get("is_picture")?,
        has_original: row.get::<_, Option<String>>("original_sha256")?.is_some(),
        has_text: row.get::<_, Option<String>>("text_sha256")?.is_some(),
    })
}

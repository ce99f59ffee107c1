//! The tables of this room.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use rusqlite::{Row, named_params, params};

use super::entries::{Entry, EntryId, EntryKind};
use super::{
    CloseWay, Correction, DevelopmentClosed, DevelopmentError, DevelopmentFile, DevelopmentFileId, DevelopmentPerson,
    Guide, GuideId, GuideRole, MaterialId, MaterialRecord, MaterialState, people,
};
use crate::meetings::MeetingId;
use crate::roster::{self, MemberId};
use crate::values::stored_as_text;
use crate::vault::{Reader, Tx, VaultError};

stored_as_text!(MaterialState, Correction, GuideRole, CloseWay);

/// The files neither closed nor archived, in the order in which they were opened.
///
/// # Errors
/// [`VaultError::Database`].
pub fn open_files(reader: &Reader<'_>) -> Result<Vec<DevelopmentFile>, VaultError> {
    Ok(all_files(reader)?.iter().filter(|file| file.is_open()).cloned().collect())
}

/// Every file, in the order in which they were opened.
///
/// # Errors
/// [`VaultError`].
pub fn all_files(reader: &Reader<'_>) -> Result<Arc<Vec<DevelopmentFile>>, VaultError> {
    reader.kept(|reader| files(reader, None))
}

/// One file.
pub(super) fn file(reader: &Reader<'_>, id: DevelopmentFileId) -> Result<DevelopmentFile, DevelopmentError> {
    files(reader, Some(id))?.pop().ok_or(DevelopmentError::NotFound)
}

/// Opens a file or changes its person.
pub(super) fn save(tx: &Tx<'_>, person: &DevelopmentPerson) -> Result<DevelopmentFileId, VaultError> {
    let inserted = tx.insert(
        include_str!("sql/save_file.sql"),
        named_params! {
            ":id": person.id.map(|id| id.0), ":name": person.name, ":id_number": person.id_number, ":sex": person.sex,
            ":ethnicity": person.ethnicity, ":birth": person.birth, ":education": person.education,
            ":unit_and_post": person.unit_and_post, ":mobile": person.mobile, ":details": person.details,
            ":note": person.note,
        },
    )?;
    Ok(person.id.unwrap_or(DevelopmentFileId(inserted)))
}

/// Closes a file or opens it again.
pub(super) fn close(tx: &Tx<'_>, id: DevelopmentFileId, closed: Option<&DevelopmentClosed>) -> Result<(), VaultError> {
    let params = named_params! {
        ":on": closed.map(|closed| closed.on), ":how": closed.map(|closed| closed.how),
        ":reason": closed.map(|closed| &closed.reason), ":id": id.0,
    };
    tx.execute(include_str!("sql/close_file.sql"), params)?;
    Ok(())
}

/// Says which member a file is about.
pub(super) fn set_member(tx: &Tx<'_>, id: DevelopmentFileId, member: MemberId) -> Result<(), VaultError> {
    tx.execute("UPDATE development_file SET member_id = ?2 WHERE id = ?1", [id.0, member.0])?;
    Ok(())
}

/// Adds or corrects an entry.
pub(super) fn save_entry(
    tx: &Tx<'_>,
    file: DevelopmentFileId,
    entry: &Entry,
    today: NaiveDate,
) -> Result<(), VaultError> {
    let params = named_params! {
        ":id": entry.id.map(|id| id.0), ":file": file.0, ":kind": entry.kind, ":on": entry.on,
        ":meeting": entry.meeting.map(|meeting| meeting.0), ":vote": entry.vote, ":filled": entry.values,
        ":note": entry.note, ":today": today,
    };
    tx.execute(include_str!("sql/save_entry.sql"), params)?;
    Ok(())
}

/// Takes an entry out.
pub(super) fn delete_entry(tx: &Tx<'_>, id: EntryId) -> Result<(), VaultError> {
    tx.execute("DELETE FROM development_entry WHERE id = ?", [id.0])?;
    Ok(())
}

/// The file that has an entry, and its kind.
pub(super) fn owner_of_entry(
    reader: &Reader<'_>,
    id: EntryId,
) -> Result<Option<(DevelopmentFileId, EntryKind)>, VaultError> {
    reader.first("SELECT file_id, kind FROM development_entry WHERE id = ?", [id.0], |row| {
        Ok((DevelopmentFileId(row.get(0)?), row.get(1)?))
    })
}

/// Adds or corrects a mentor or a sponsor.
pub(super) fn save_guide(tx: &Tx<'_>, file: DevelopmentFileId, guide: &Guide) -> Result<(), VaultError> {
    let params = named_params! {
        ":id": guide.id.map(|id| id.0), ":file": file.0, ":role": guide.role,
        ":member": guide.member.map(|member| member.0), ":name": guide.name, ":since": guide.since,
        ":until": guide.until, ":why": guide.why,
    };
    tx.execute(include_str!("sql/save_guide.sql"), params)?;
    Ok(())
}

/// Takes a mentor or a sponsor out.
pub(super) fn delete_guide(tx: &Tx<'_>, id: GuideId) -> Result<Option<DevelopmentFileId>, VaultError> {
    let file = tx.first("SELECT file_id FROM development_guide WHERE id = ?", [id.0], |row| row.get(0))?;
    tx.execute("DELETE FROM development_guide WHERE id = ?", [id.0])?;
    Ok(file.map(DevelopmentFileId))
}

/// Notes what was said about a paper.
pub(super) fn save_material(tx: &Tx<'_>, file: DevelopmentFileId, material: &MaterialRecord) -> Result<(), VaultError> {
    let params = named_params! {
        ":id": material.id.map(|id| id.0), ":file": file.0, ":code": material.code, ":state": material.state,
        ":dated": material.dated, ":pages": material.pages, ":is_copy": material.is_copy,
        ":is_signed": material.is_signed, ":is_sealed": material.is_sealed, ":correction": material.correction,
        ":kept_at": material.kept_at, ":note": material.note,
    };
    tx.execute(include_str!("sql/save_material.sql"), params)?;
    Ok(())
}

/// Forgets what was said about a paper.
pub(super) fn delete_material(tx: &Tx<'_>, id: MaterialId) -> Result<Option<DevelopmentFileId>, VaultError> {
    let file = tx.first("SELECT file_id FROM development_material WHERE id = ?", [id.0], |row| row.get(0))?;
    tx.execute("DELETE FROM development_material WHERE id = ?", [id.0])?;
    Ok(file.map(DevelopmentFileId))
}

/// Notes, or takes back, the branch's own intention for a step.
pub(super) fn save_intention(
    tx: &Tx<'_>,
    file: DevelopmentFileId,
    step: u32,
    on: Option<NaiveDate>,
) -> Result<(), VaultError> {
    match on {
        Some(on) => tx.execute(include_str!("sql/save_intention.sql"), params![file.0, step, on])?,
        None => {
            tx.execute("DELETE FROM development_intention WHERE file_id = ?1 AND step = ?2", params![file.0, step])?
        }
    };
    Ok(())
}

/// All files, or the one with `id`: a statement a table and the roster, however many files there are.
fn files(reader: &Reader<'_>, id: Option<DevelopmentFileId>) -> Result<Vec<DevelopmentFile>, VaultError> {
    let id = named_params! { ":id": id.map(|id| id.0) };
    let mut files = reader.all(include_str!("sql/files.sql"), id, row_to_file)?;
    let place: BTreeMap<i64, usize> = files.iter().enumerate().map(|(place, (file, _))| (file.id.0, place)).collect();
    let of = |file: i64| place.get(&file).copied();

    for (file, entry, recorded_on) in reader.all(include_str!("sql/entries.sql"), id, row_to_entry)? {
        if let Some(place) = of(file) {
            files[place].0.entries.push(entry);
            files[place].0.recorded_on.push(recorded_on);
        }
    }
    for (file, guide) in reader.all(include_str!("sql/guides.sql"), id, row_to_guide)? {
        if let Some(place) = of(file) {
            files[place].0.guides.push(guide);
        }
    }
    for (file, material) in reader.all(include_str!("sql/materials.sql"), id, row_to_material)? {
        if let Some(place) = of(file) {
            files[place].0.materials.push(material);
        }
    }
    for (file, code, pages) in
        reader.all(include_str!("sql/scans.sql"), id, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
    {
        if let Some(place) = of(file) {
            files[place].0.scans.insert(code, pages);
        }
    }
    for (file, step, on) in reader.all(include_str!("sql/intentions.sql"), id, |row| {
        Ok((row.get("file_id")?, row.get("step")?, row.get("intended_on")?))
    })? {
        if let Some(place) = of(file) {
            files[place].0.intended.insert(step, on);
        }
    }
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let members = people::Members::of(roster::everyone(reader)?);
    let finish = |(mut file, member): (DevelopmentFile, Option<MemberId>)| {
        file.person.applied_on = file.on(EntryKind::Application);
        file.guide_members = file.guides.iter().map(|guide| members.guide(guide)).collect();
        for (guide, member) in file.guides.iter_mut().zip(&file.guide_members) {
            // A member is called as the roster has it now.
            if let Some(member) = member.as_ref().filter(|_| guide.member.is_some()) {
                guide.name.clone_from(&member.record.name);
            }
        }
        file.member = match member {
            Some(id) => members.by_id(id),
            None => members.person(&file),
        };
        file
    };
    Ok(files.into_iter().map(finish).collect())
}

/// A row of `development_file`; the rest is filled in afterwards.
fn row_to_file(row: &Row<'_>) -> rusqlite::Result<(DevelopmentFile, Option<MemberId>)> {
    let id = DevelopmentFileId(row.get("id")?);
    let person = DevelopmentPerson {
        id: Some(id),
        name: row.get("name")?,
        id_number: row.get("id_number")?,
        sex: row.get("sex")?,
        ethnicity: row.get("ethnicity")?,
        birth: row.get("birth")?,
        education: row.get("education")?,
        unit_and_post: row.get("unit_and_post")?,
        mobile: row.get("mobile")?,
        details: row.get("details")?,
        note: row.get("note")?,
        applied_on: None,
    };
    let closed = match row.get("closed_on")? {
        Some(on) => Some(DevelopmentClosed { on, how: row.get("closed_how")?, reason: row.get("closed_reason")? }),
        None => None,
    };
    let file = DevelopmentFile {
        id,
        person,
        entries: Vec::new(),
        recorded_on: Vec::new(),
        guides: Vec::new(),
        guide_members: Vec::new(),
        materials: Vec::new(),
        scans: BTreeMap::new(),
        intended: BTreeMap::new(),
        closed,
        member: None,
    };
    Ok((file, row.get::<_, Option<i64>>("member_id")?.map(MemberId)))
}

fn row_to_entry(row: &Row<'_>) -> rusqlite::Result<(i64, Entry, NaiveDate)> {
    let entry = Entry {
        id: Some(EntryId(row.get("id")?)),
        kind: row.get("kind")?,
        on: row.get("happened_on")?,
        meeting: row.get::<_, Option<i64>>("meeting_id")?.map(MeetingId),
        vote: row.get("vote_id")?,
        values: row.get("filled")?,
        note: row.get("note")?,
    };
    Ok((row.get("file_id")?, entry, row.get("recorded_on")?))
}

fn row_to_guide(row: &Row<'_>) -> rusqlite::Result<(i64, Guide)> {
    let guide = Guide {
        id: Some(GuideId(row.get("id")?)),
        role: row.get("role")?,
        member: row.get::<_, Option<i64>>("member_id")?.map(MemberId),
        name: row.get("name")?,
        since: row.get("since")?,
        until: row.get("until")?,
        why: row.get("why")?,
    };
    Ok((row.get("file_id")?, guide))
}

fn row_to_material(row: &Row<'_>) -> rusqlite::Result<(i64, MaterialRecord)> {
    let material = MaterialRecord {
        id: Some(MaterialId(row.get("id")?)),
        code: row.get("code")?,
        state: row.get("state")?,
        dated: row.get("dated")?,
        pages: row.get("pages")?,
        is_copy: row.get("is_copy")?,
        is_signed: row.get("is_signed")?,
        is_sealed: row.get("is_sealed")?,
        correction: row.get("correction")?,
        kept_at: row.get("kept_at")?,
        note: row.get("note")?,
    };
    Ok((row.get("file_id")?, material))
}

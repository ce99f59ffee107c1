//! The tables of this room.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Row, named_params};
use serde_json::Value;

use super::catalogue::step;
use super::{
    DevelopmentClosed, DevelopmentError, DevelopmentFile, DevelopmentFileId, DevelopmentPaper, DevelopmentPerson,
    InRoster, MaterialRecord, MaterialRequest, MaterialState, PaperRequest, StepEntry, StepRequest,
};
use crate::roster;
use crate::values::{PartialDate, stored_as_text};
use crate::vault::{Reader, Tx, VaultError};

stored_as_text!(MaterialState);

/// The files neither closed nor archived, in the order in which they were opened.
///
/// # Errors
/// [`VaultError::Database`].
pub fn open_files(reader: &Reader<'_>) -> Result<Vec<DevelopmentFile>, VaultError> {
    let mut files = files(reader, None)?;
    files.retain(DevelopmentFile::is_open);
    Ok(files)
}

/// Every file, in the order in which they were opened.
///
/// # Errors
/// [`VaultError`].
pub fn all_files(reader: &Reader<'_>) -> Result<Vec<DevelopmentFile>, VaultError> {
    files(reader, None)
}

/// One file.
pub(super) fn file(reader: &Reader<'_>, id: DevelopmentFileId) -> Result<DevelopmentFile, DevelopmentError> {
    files(reader, Some(id))?.pop().ok_or(DevelopmentError::NotFound)
}

/// B05, B06: when the branch had a committee.
pub(super) struct Committee(Vec<(Option<PartialDate>, bool)>);

impl Committee {
    /// As it is on record.
    pub(super) fn of(reader: &Reader<'_>) -> Result<Self, VaultError> {
        Ok(Self(reader.all(include_str!("sql/committee.sql"), [], |row| Ok((row.get(0)?, row.get(1)?)))?))
    }

    /// Whether there is one on `day`. Before the branch is entered the regulation's wording stands.
    pub(super) fn on(&self, day: NaiveDate) -> bool {
        let begun = |(since, _): &&(Option<PartialDate>, bool)| since.is_none_or(|since| since.earliest() <= day);
        self.0.iter().rfind(begun).map_or(self.0.is_empty(), |(_, there)| *there)
    }
}

/// Opens a file or changes its person; an application date also ticks step 1.
pub(super) fn save(tx: &Tx<'_>, person: &DevelopmentPerson) -> Result<DevelopmentFileId, VaultError> {
    let id = match person.id {
        None => DevelopmentFileId(tx.insert(include_str!("sql/insert_file.sql"), named_params! {
            ":name": person.name, ":id_number": person.id_number, ":sex": person.sex, ":ethnicity": person.ethnicity,
            ":birth": person.birth, ":education": person.education, ":unit_and_post": person.unit_and_post,
            ":mobile": person.mobile, ":mentors": names(&person.mentors), ":sponsors": names(&person.sponsors),
            ":note": person.note,
        })?),
        Some(id) => {
            tx.execute(include_str!("sql/update_file.sql"), named_params! {
                ":name": person.name, ":id_number": person.id_number, ":sex": person.sex,
                ":ethnicity": person.ethnicity, ":birth": person.birth, ":education": person.education,
                ":unit_and_post": person.unit_and_post, ":mobile": person.mobile, ":mentors": names(&person.mentors),
                ":sponsors": names(&person.sponsors), ":note": person.note, ":id": id.0,
            })?;
            id
        }
    };
    if let Some(applied_on) = person.applied_on {
        tx.execute(include_str!("sql/save_applied_on.sql"), (id.0, PartialDate::day(applied_on)))?;
    }
    Ok(id)
}

/// Closes a file or opens it again.
pub(super) fn close(tx: &Tx<'_>, id: DevelopmentFileId, closed: Option<&DevelopmentClosed>) -> Result<(), VaultError> {
    let (on, reason) = (closed.map(|closed| PartialDate::day(closed.on)), closed.map(|closed| &closed.reason));
    tx.execute(include_str!("sql/close_file.sql"), (id.0, on, reason))?;
    Ok(())
}

/// Ticks a step or takes the tick away.
pub(super) fn save_step(tx: &Tx<'_>, request: &StepRequest) -> Result<(), VaultError> {
    let StepRequest { file, step, entry, done_on, note } = request;
    match done_on {
        Some(day) => {
            // A further entry never takes the place of one that is there, whichever were taken away before.
            let next = "SELECT coalesce(max(entry), 0) + 1 FROM development_step WHERE file_id = ? AND step = ?";
            let entry = match entry {
                Some(entry) => *entry,
                None => tx.first(next, (file.0, step), |row| row.get(0))?.unwrap_or(1),
            };
            tx.execute(include_str!("sql/save_step.sql"), (file.0, step, entry, PartialDate::day(*day), note))?
        }
        None => tx.execute(include_str!("sql/delete_step.sql"), (file.0, step, entry))?,
    };
    Ok(())
}

/// Notes what was said about a material.
pub(super) fn save_material(tx: &Tx<'_>, request: &MaterialRequest) -> Result<(), VaultError> {
    let MaterialRequest { file, code, state, dated, note } = request;
    tx.execute(include_str!("sql/save_material.sql"), (file.0, code, state, dated.map(PartialDate::day), note))?;
    Ok(())
}

/// Adds, corrects or takes out one of several papers of a kind.
pub(super) fn save_paper(tx: &Tx<'_>, request: &PaperRequest) -> Result<(), VaultError> {
    let PaperRequest { file, code, replaces, dated, note } = request;
    if let Some(replaced) = replaces {
        let sql = "DELETE FROM development_paper WHERE file_id = ? AND code = ? AND dated = ?";
        tx.execute(sql, (file.0, code, PartialDate::day(*replaced)))?;
    }
    if let Some(dated) = dated {
        let sql = "INSERT INTO development_paper (file_id, code, dated, note) VALUES (?, ?, ?, ?)";
        tx.execute(sql, (file.0, code, PartialDate::day(*dated), note))?;
    }
    tx.execute(include_str!("sql/settle_papers.sql"), (file.0, code))?;
    Ok(())
}

/// All files, or the one with `id`: four statements and the roster, however many files there are.
fn files(reader: &Reader<'_>, id: Option<DevelopmentFileId>) -> Result<Vec<DevelopmentFile>, VaultError> {
    let id = named_params! { ":id": id.map(|id| id.0) };
    let mut files = reader.all(include_str!("sql/files.sql"), id, row_to_file)?;

    let mut steps = BTreeMap::<i64, BTreeMap<u32, Vec<StepEntry>>>::new();
    for (file, step, entry) in reader.all(include_str!("sql/steps.sql"), id, row_to_step)? {
        steps.entry(file).or_default().entry(step).or_default().push(entry);
    }
    let mut materials = BTreeMap::<i64, BTreeMap<String, MaterialRecord>>::new();
    for (file, code, material) in reader.all(include_str!("sql/materials.sql"), id, row_to_material)? {
        materials.entry(file).or_default().insert(code, material);
    }
    for (file, code, paper) in reader.all(include_str!("sql/papers.sql"), id, row_to_paper)? {
        materials.entry(file).or_default().entry(code).or_default().papers.push(paper);
    }
    for file in &mut files {
        file.steps = steps.remove(&file.id.0).unwrap_or_default();
        file.materials = materials.remove(&file.id.0).unwrap_or_default();
        file.person.applied_on = file.done_on(step::APPLICATION);
    }
    if !files.is_empty() {
        let mut members = roster::everyone(reader)?;
        members.retain(|member| member.left.is_none());
        for file in &mut files {
            file.in_roster = InRoster::of(file, &members);
        }
    }
    Ok(files)
}

/// A row of `development_file`; steps and materials are filled in afterwards.
fn row_to_file(row: &Row<'_>) -> rusqlite::Result<DevelopmentFile> {
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
        mentors: read_names(row, "mentors")?,
        sponsors: read_names(row, "sponsors")?,
        note: row.get("note")?,
        applied_on: None,
    };
    let closed = match day(row, "closed_on")? {
        Some(on) => Some(DevelopmentClosed { on, reason: row.get("closed_reason")? }),
        None => None,
    };
    Ok(DevelopmentFile {
        id,
        person,
        steps: BTreeMap::new(),
        materials: BTreeMap::new(),
        closed,
        in_roster: InRoster::default(),
    })
}

fn row_to_step(row: &Row<'_>) -> rusqlite::Result<(i64, u32, StepEntry)> {
    let done_on = row.get::<_, PartialDate>("done_on")?.earliest();
    let entry = StepEntry { entry: row.get("entry")?, done_on, note: row.get("note")? };
    Ok((row.get("file_id")?, row.get("step")?, entry))
}

fn row_to_material(row: &Row<'_>) -> rusqlite::Result<(i64, String, MaterialRecord)> {
    let (state, dated, note) = (row.get("state")?, day(row, "dated")?, row.get("note")?);
    let material = MaterialRecord { state, dated, note, papers: Vec::new() };
    Ok((row.get("file_id")?, row.get("code")?, material))
}

fn row_to_paper(row: &Row<'_>) -> rusqlite::Result<(i64, String, DevelopmentPaper)> {
    let dated = row.get::<_, PartialDate>("dated")?.earliest();
    Ok((row.get("file_id")?, row.get("code")?, DevelopmentPaper { dated, note: row.get("note")? }))
}

/// A list of names as it is stored.
fn names(names: &[String]) -> Value {
    names.into()
}

fn read_names(row: &Row<'_>, column: &str) -> rusqlite::Result<Vec<String>> {
    let Value::Array(names) = row.get(column)? else { return Ok(Vec::new()) };
    Ok(names.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// A column that holds a whole date.
fn day(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(row.get::<_, Option<PartialDate>>(column)?.and_then(PartialDate::exact))
}

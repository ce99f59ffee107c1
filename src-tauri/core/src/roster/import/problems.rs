//! The rows that did not come in, as a sheet of their own.

use std::collections::BTreeMap;

use super::cells::text::shown;
use super::draft::{self, Draft};
use super::sheet::header::REASON;
use super::{ImportProblemsRequest, Reading};
use crate::desk::Door;
use crate::files::{self, Saved};
use crate::outside::{Cell, Table};
use crate::roster::{ImportField, RosterError};

/// Saves the rows that were refused or left out, with the sheet's own columns as they stand and the reason before
/// them. Once mended there it can be imported again: the reasons are no part of it, and what was assigned by hand for
/// the first file holds for it too.
///
/// # Errors
/// [`RosterError::NoProblemRows`]; else as the import.
pub fn save_problems(door: &Door<'_>, request: ImportProblemsRequest) -> Result<Saved, RosterError> {
    let file = Reading::of_previewed(door, &request.import)?;
    let outcome = file.judge(door, &[])?.judgement.outcome;
    let mut reasons = BTreeMap::<u32, Vec<&str>>::new();
    for note in &outcome.rejected {
        reasons.entry(note.row).or_default().push(&note.message);
    }
    for row in request.import.skip_rows {
        let doubts = outcome.warned.iter().filter(|note| note.row == row).map(|note| note.message.as_str());
        reasons.entry(row).or_default().extend(doubts);
    }
    let body = file.layout.body(&file.grid.rows).people.into_iter().filter_map(|person| {
        let (reasons, cells) = (reasons.get(&person.row)?, person.cells);
        let reason = if reasons.is_empty() { "核对时没有勾选".to_owned() } else { reasons.join("；") };
        let draft = draft::read(&person, &file.layout);
        let width = file.layout.titles.len().max(cells.len());
        let own = (0..width).filter(|column| file.layout.titles.get(*column).is_none_or(|title| title != REASON));
        let own = own.map(|column| as_it_stands(cells.get(column).unwrap_or(&Cell::Empty), file.field(column), &draft));
        Some(std::iter::once(reason).chain(own).collect::<Vec<_>>())
    });
    let rows: Vec<_> = body.collect();
    if rows.is_empty() {
        return Err(RosterError::NoProblemRows);
    }
    let own = file.layout.titles.iter().filter(|title| *title != REASON).cloned();
    let mut header: Vec<String> = std::iter::once(REASON.to_owned()).chain(own).collect();
    header.resize(rows.iter().map(Vec::len).max().unwrap_or(0).max(header.len()), String::new());
    let table = Table { sheet: "未导入的行".to_owned(), header, rows };
    Ok(files::write(door.outside, &request.to, &door.outside.office.write(&table)?)?)
}

impl Reading {
    /// What a column stands for.
    fn field(&self, column: usize) -> Option<ImportField> {
        self.layout.columns.iter().find(|known| known.index as usize == column).and_then(|column| column.field)
    }
}

/// A cell as text that the import reads as it read the cell. What a number meant may not show in its digits: days
/// counted from 1899 are written as the date they are, and one that could not be read is marked, so that it is not
/// taken for something else the next time.
fn as_it_stands(cell: &Cell, field: Option<ImportField>, draft: &Draft) -> String {
    match (cell, field) {
        (Cell::Number(_), Some(field)) if draft.faults.iter().any(|fault| fault.field == field) => {
            format!("{}？", shown(cell))
        }
        (Cell::Number(_), Some(field)) if field.is_date() => field.text(&draft.record),
        _ => shown(cell),
    }
}

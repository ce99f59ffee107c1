//! What calamine does not tell of a sheet: what is merged, what is not shown, and which formulas were never calculated.

use std::collections::BTreeMap;

use zhibu_core::outside::{Area, Cell, Sheet, SheetError};

use super::format::Shows;
use super::gather;
use super::rows::Rows;

/// What is marked in one sheet. Rows and columns are counted from 0.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Merged cells.
    pub(super) merged: Vec<Area>,
    /// Rows that are not shown.
    pub(super) hidden_rows: Vec<u32>,
    /// First and last of columns that are not shown.
    pub(super) hidden_columns: Vec<(u32, u32)>,
    /// Cells with an error, as it is written there; calamine knows only the older ones.
    pub(super) errors: Vec<(u32, u32, String)>,
    formulas: BTreeMap<u32, Formulas>,
}

/// The formulas of one column.
#[derive(Debug, Default)]
struct Formulas {
    without_result: Vec<u32>,
    with_nought: Vec<u32>,
    has_others: bool,
}

/// What a file stores beside a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing.
    None,
    /// 0 or an empty text, which some programs store without having calculated anything.
    Nought,
    /// A value.
    Value,
}

impl Marks {
    /// Notes a formula.
    pub(super) fn formula(&mut self, row: u32, column: u32, outcome: Outcome) {
        let formulas = self.formulas.entry(column).or_default();
        match outcome {
            Outcome::None => formulas.without_result.push(row),
            Outcome::Nought => formulas.with_nought.push(row),
            Outcome::Value => formulas.has_others = true,
        }
    }

    /// Carries the marks over to the sheet whose cells have been put. Where all formulas of a column come to 0, none was
    /// calculated.
    pub(super) fn apply(&self, rows: &mut Rows<'_>) -> Result<(), SheetError> {
        for area in &self.merged {
            rows.merge(*area)?;
        }
        for row in &self.hidden_rows {
            rows.hide_row(*row);
        }
        for (first, last) in &self.hidden_columns {
            rows.hide_columns(*first, *last);
        }
        for (row, column, error) in &self.errors {
            rows.put(*row, *column, Cell::Error(error.clone()))?;
        }
        for (column, formulas) in &self.formulas {
            let noughts = formulas.with_nought.iter().filter(|_| !formulas.has_others);
            for row in noughts.chain(&formulas.without_result) {
                rows.clear(*row, *column);
                rows.uncalculated(*column);
            }
        }
        Ok(())
    }
}

/// A sheet that is read without calamine, before it is measured.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) name: String,
    /// Whether its tab is shown.
    pub(super) hidden: bool,
    /// Rows, columns, contents, and how much of a date is shown.
    pub(super) cells: Vec<(u32, u32, Cell, Shows)>,
    /// As of any sheet.
    pub(super) marks: Marks,
}

/// Measures sheets that were read without calamine.
pub(super) fn finish(drafts: Vec<Draft>) -> Vec<Sheet> {
    let names = drafts.iter().map(|draft| (draft.name.clone(), draft.hidden)).collect();
    let mut drafts = drafts.into_iter();
    gather(names, |_, rows| {
        let Some(draft) = drafts.next() else { return Ok(()) };
        for (row, column, cell, shows) in draft.cells {
            match cell {
                Cell::Date(moment) => shows.put(rows, (row, column), moment)?,
                cell => rows.put(row, column, cell)?,
            }
        }
        draft.marks.apply(rows)
    })
}

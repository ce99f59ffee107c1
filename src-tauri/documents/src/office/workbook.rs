//! Workbooks, through calamine.

use std::io::Cursor;

use calamine::{Data, DataRef, DataType, ExcelDateTime, Ods, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsx};
use chrono::NaiveTime;
use zhibu_core::outside::{Cell, Grid, SheetError};

use super::rows::Rows;

/// Reads cell by cell: calamine's own table would be as large as its farthest cell says.
pub(super) fn read_xlsx(bytes: &[u8], sheet: Option<&str>) -> Result<Grid, SheetError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(failed)?;
    let sheets = visible(book.sheets_metadata());
    super::choose(sheets, sheet, |name| {
        let mut cells = book.worksheet_cells_reader(name).map_err(failed)?;
        let mut rows = Rows::default();
        while let Some(found) = cells.next_cell().map_err(failed)? {
            let (row, column) = found.get_position();
            let value = match found.get_value() {
                DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
                other => cell(&Data::from(other.clone())),
            };
            rows.put(row, column, value)?;
        }
        Ok(rows)
    })
}

pub(super) fn read_xls(bytes: &[u8], sheet: Option<&str>) -> Result<Grid, SheetError> {
    read(Xls::new(Cursor::new(bytes)).map_err(failed)?, sheet)
}

pub(super) fn read_ods(bytes: &[u8], sheet: Option<&str>) -> Result<Grid, SheetError> {
    read(Ods::new(Cursor::new(bytes)).map_err(failed)?, sheet)
}

fn read<'a, R>(mut book: R, sheet: Option<&str>) -> Result<Grid, SheetError>
where
    R: Reader<Cursor<&'a [u8]>, Error: std::fmt::Display>,
{
    let sheets = visible(book.sheets_metadata());
    super::choose(sheets, sheet, |name| {
        let range = book.worksheet_range(name).map_err(failed)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut rows = Rows::default();
        for (row, column, value) in range.used_cells() {
            let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else { continue };
            rows.put(top + row, left + column, cell(value))?;
        }
        Ok(rows)
    })
}

/// The sheets a user sees, in order; charts and macros are no rosters.
fn visible(sheets: &[Sheet]) -> Vec<String> {
    let shown = |sheet: &&Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
    sheets.iter().filter(shown).map(|sheet| sheet.name.clone()).collect()
}

fn cell(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        #[allow(clippy::cast_precision_loss)] // spreadsheets know no integers beyond 2^53
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) => Cell::Text(text.clone()),
        Data::Bool(truth) => Cell::Bool(*truth),
        Data::DateTime(serial) => date(serial),
        Data::DateTimeIso(text) => {
            let date = value.as_datetime().or_else(|| value.as_date().map(|day| day.and_time(NaiveTime::MIN)));
            date.map_or_else(|| Cell::Text(text.clone()), Cell::Date)
        }
        Data::DurationIso(text) => Cell::Text(text.clone()),
        Data::Error(error) => Cell::Error(error.to_string()),
    }
}

/// A number in a date format; one in a duration format stays a number.
fn date(serial: &ExcelDateTime) -> Cell {
    let date = serial.is_datetime().then(|| serial.as_datetime()).flatten();
    date.map_or_else(|| Cell::Number(serial.as_f64()), Cell::Date)
}

fn failed(error: impl std::fmt::Display) -> SheetError {
    SheetError::Failed(error.to_string())
}

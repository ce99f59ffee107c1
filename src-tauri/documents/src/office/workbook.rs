//! Workbooks, through calamine.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{
    Data, DataRef, DataType, ExcelDateTime, ExcelDateTimeType, Ods, Range, Reader, SheetType, SheetVisible, Style, Xls,
    Xlsx, XlsxError,
};
use chrono::NaiveTime;
use zhibu_core::outside::{Cell, Sheet, SheetError};

use super::biff::{self, XlsMarks};
use super::format::{Shows, is_day};
use super::ods::OdsMarks;
use super::rows::Rows;
use super::xlsx::{self, Parts};
use super::{failed, gather};

/// Reads cell by cell: calamine's own table would be as large as its farthest cell says.
pub(super) fn read_xlsx(bytes: &[u8], parts: &Parts) -> Result<Vec<Sheet>, SheetError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(failed)?;
    let places = xlsx::places(parts)?;
    Ok(gather(names(book.sheets_metadata()), |name, rows| {
        let mut cells = book.worksheet_cells_reader(name).map_err(failed)?;
        let shows: Vec<Shows> = cells.styles().iter().map(shows).collect();
        loop {
            let (found, style) = match cells.next_cell_with_style_id() {
                Ok(Some(found)) => found,
                Ok(None) => break,
                // An error of newer programs, as #SPILL!; the marks below have it.
                Err(XlsxError::CellError(_)) => continue,
                Err(error) => return Err(failed(error)),
            };
            let (row, column) = found.get_position();
            let shows = shows.get(style).copied().unwrap_or(Shows::Day);
            match found.get_value() {
                DataRef::SharedString(text) => rows.put(row, column, Cell::Text((*text).to_owned()))?,
                other => put(rows, (row, column), &Data::from(other.clone()), shows)?,
            }
        }
        let xml = places.get(name).and_then(|place| parts.get(place));
        xlsx::marks(xml.map(Vec::as_slice).unwrap_or_default())?.apply(rows)
    }))
}

/// What a style shows of a date.
fn shows(style: &Style) -> Shows {
    let Some(format) = &style.number_format else { return Shows::Day };
    format.format_id.and_then(Shows::builtin).unwrap_or_else(|| Shows::of(&format.format_code))
}

pub(super) fn read_xls(xls: &biff::Xls<'_>) -> Result<Vec<Sheet>, SheetError> {
    let mut book = Xls::new(Cursor::new(&xls.bytes[..])).map_err(failed)?;
    let mut found = xls.sheets.iter();
    Ok(gather(names(book.sheets_metadata()), |name, rows| {
        let Some(XlsMarks { marks, shows, strays }) = found.next() else { return Ok(()) };
        put_all(rows, &book.worksheet_range(name).map_err(failed)?, shows)?;
        for (row, column) in strays {
            rows.stray(*row, *column)?;
        }
        marks.apply(rows)
    }))
}

pub(super) fn read_ods(bytes: &[u8], found: &[OdsMarks]) -> Result<Vec<Sheet>, SheetError> {
    let mut book = Ods::new(Cursor::new(bytes)).map_err(failed)?;
    let mut found = found.iter();
    Ok(gather(names(book.sheets_metadata()), |name, rows| {
        let Some(OdsMarks { marks, shows }) = found.next() else { return Ok(()) };
        put_all(rows, &book.worksheet_range(name).map_err(failed)?, shows)?;
        marks.apply(rows)
    }))
}

fn put_all(rows: &mut Rows<'_>, range: &Range<Data>, shows: &BTreeMap<(u32, u32), Shows>) -> Result<(), SheetError> {
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else { continue };
        let at = (top + row, left + column);
        put(rows, at, value, shows.get(&at).copied().unwrap_or(Shows::Day))?;
    }
    Ok(())
}

/// Every sheet's name and whether it is hidden, in order. Charts and macros are no rosters, but keep their place.
fn names(sheets: &[calamine::Sheet]) -> Vec<(String, bool)> {
    let hidden = |sheet: &calamine::Sheet| sheet.visible != SheetVisible::Visible || sheet.typ != SheetType::WorkSheet;
    sheets.iter().map(|sheet| (sheet.name.clone(), hidden(sheet))).collect()
}

fn put(rows: &mut Rows<'_>, at: (u32, u32), value: &Data, shows: Shows) -> Result<(), SheetError> {
    let cell = match value {
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
    };
    match cell {
        Cell::Date(moment) => shows.put(rows, at, moment),
        cell => rows.put(at.0, at.1, cell),
    }
}

/// The day that a spreadsheet counts as `number` from the end of 1899, where it is one.
pub(super) fn day(number: f64) -> Cell {
    date(&ExcelDateTime::new(number, ExcelDateTimeType::DateTime, false))
}

/// A number in a date format; one in a duration format, and one that is no day, stays a number.
fn date(serial: &ExcelDateTime) -> Cell {
    let date = serial.is_datetime().then(|| serial.as_datetime()).flatten().filter(|moment| is_day(*moment));
    date.map_or_else(|| Cell::Number(serial.as_f64()), Cell::Date)
}

//! What office programs open: rosters in (.xlsx, .xls, .ods, .csv), tables out (.xlsx), papers out (.docx).
//!
//! A roster comes from anywhere, so nothing of a file is believed: [`guard`] measures it before the library that
//! reads it may allocate, [`rows`] bounds what is kept.

mod docx;
mod guard;
mod rows;
mod text;
mod workbook;
mod write;

use std::panic::catch_unwind;

use chrono::{DateTime, FixedOffset};
use zhibu_core::outside::{Document, Grid, Office, SheetError, Table, WordError};

use guard::Kind;
use rows::Rows;

/// Reads and writes spreadsheets, writes Word documents.
#[derive(Debug, Clone, Copy, Default)]
pub struct OfficeFiles;

impl Office for OfficeFiles {
    fn read(&self, bytes: &[u8], sheet: Option<&str>) -> Result<Grid, SheetError> {
        // The readers below are other people's code on a stranger's file; where one of them panics, the file is
        // at fault and nothing of ours is left half done.
        catch_unwind(|| match guard::admit(bytes)? {
            Kind::Xlsx => workbook::read_xlsx(bytes, sheet),
            Kind::Xls => workbook::read_xls(bytes, sheet),
            Kind::Ods => workbook::read_ods(bytes, sheet),
            Kind::Text => text::read(bytes, sheet),
        })
        .unwrap_or_else(|_| Err(SheetError::Failed("内部结构不合规范".into())))
    }

    fn write(&self, table: &Table) -> Result<Vec<u8>, SheetError> {
        write::xlsx(table).map_err(|error| SheetError::Failed(error.to_string()))
    }

    fn word(&self, document: &dyn Document, at: DateTime<FixedOffset>) -> Result<Vec<u8>, WordError> {
        docx::write(document, at)
    }
}

/// Reads the `wanted` sheet, or the first of `sheets` that has content.
fn choose(
    sheets: Vec<String>,
    wanted: Option<&str>,
    mut read: impl FnMut(&str) -> Result<Rows, SheetError>,
) -> Result<Grid, SheetError> {
    if let Some(name) = wanted {
        if !sheets.iter().any(|sheet| sheet == name) {
            return Err(SheetError::NoSuchSheet(name.to_owned()));
        }
        let rows = read(name)?.finish();
        if rows.is_empty() {
            return Err(SheetError::Empty);
        }
        return Ok(Grid { sheet: name.to_owned(), sheets, rows });
    }
    for name in &sheets {
        let rows = read(name)?.finish();
        if !rows.is_empty() {
            return Ok(Grid { sheet: name.clone(), sheets, rows });
        }
    }
    Err(SheetError::Empty)
}

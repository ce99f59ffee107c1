//! What office programs open, and what is written in it: rosters in (.xlsx, .xls, .ods, .csv, web pages and XML named .xls), tables out (.xlsx), papers
//! out (.docx).
//!
//! A roster comes from anywhere, so nothing of a file is believed: [`guard`] and its like measure it before the library that
//! reads it may allocate, [`rows`] bounds what is kept.

mod archive;
mod biff;
mod blank;
mod docx;
mod format;
mod guard;
mod html;
mod kind;
mod marks;
mod ods;
mod rows;
mod text;
mod words;
mod workbook;
mod write;
mod xlsx;
mod xml2003;

use std::panic::catch_unwind;

use chrono::{DateTime, FixedOffset};
use quick_xml::events::BytesRef;
use zhibu_core::outside::{
    Archive, BlankError, BlankSheet, Made, Office, Sheet, SheetError, SheetFilling, Table, WordError, Writing,
};

use kind::Kind;
use rows::{Left, Rows};

/// Reads and writes spreadsheets, writes Word documents.
#[derive(Debug, Clone, Copy, Default)]
pub struct OfficeFiles;

impl Office for OfficeFiles {
    fn read(&self, bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
        // The readers below are other people's code on a stranger's file; where one of them panics, the file is
        // at fault and nothing of ours is left half done.
        catch_unwind(|| match kind::of(bytes)? {
            Kind::Zip => match guard::zip(bytes)? {
                guard::Zipped::Xlsx(parts) => workbook::read_xlsx(bytes, &parts),
                guard::Zipped::Ods(content) => workbook::read_ods(bytes, &content),
            },
            Kind::Ole => workbook::read_xls(&biff::measure(bytes)?),
            Kind::Html(text) => html::read(&text),
            Kind::Xml2003(text) => xml2003::read(&text),
            Kind::Lines(text) => text::read(&text),
        })
        .unwrap_or_else(|_| Err(panicked()))
    }

    fn write(&self, table: &Table) -> Result<Vec<u8>, SheetError> {
        write::xlsx(table).map_err(|error| SheetError::Failed(error.to_string()))
    }

    fn archive(&self, into: std::fs::File) -> Box<dyn Archive> {
        Box::new(archive::Zip::new(into))
    }

    fn blank(&self, bytes: &[u8]) -> Result<Vec<BlankSheet>, BlankError> {
        catch_unwind(|| blank::read(bytes)).unwrap_or_else(|_| Err(panicked().into()))
    }

    fn fill(&self, bytes: &[u8], filling: &[SheetFilling]) -> Result<Vec<u8>, BlankError> {
        catch_unwind(|| blank::fill(bytes, filling)).unwrap_or_else(|_| Err(panicked().into()))
    }

    fn text(&self, bytes: &[u8]) -> Option<String> {
        // As above; what is not read is found by its name alone.
        catch_unwind(|| words::read(bytes)).unwrap_or_default()
    }

    fn word(&self, writing: &Writing, at: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, WordError> {
        docx::write(writing, at)
    }
}

/// Reads sheets one by one, each with its name and whether it is hidden. One that cannot be read keeps none of the others from
/// being read.
fn gather(
    sheets: Vec<(String, bool)>,
    mut fill: impl FnMut(&str, &mut Rows<'_>) -> Result<(), SheetError>,
) -> Vec<Sheet> {
    let mut left = Left::default();
    let sheets = sheets.into_iter().map(|(name, hidden)| {
        let mut rows = Rows::within(&mut left);
        let grid = fill(&name, &mut rows).and_then(|()| rows.finish());
        Sheet { name, hidden, grid }
    });
    sheets.collect()
}

/// The sign that an entity of XML stands for, where it is one of those that every reader knows: a file may not define its own.
fn sign(name: &BytesRef<'_>) -> Result<Option<char>, SheetError> {
    Ok(match name.resolve_char_ref().map_err(failed)? {
        Some(sign) => Some(sign),
        None => [("lt", '<'), ("gt", '>'), ("amp", '&'), ("quot", '"'), ("apos", '\'')]
            .iter()
            .find(|(known, _)| **known == **name)
            .map(|(_, sign)| *sign),
    })
}

/// A file that ends before it should: half a roster is not read, or the other half would be missed by nobody.
fn cut_off() -> SheetError {
    SheetError::Failed("文件在中间断了，像是没有下载完或没有复制完，请重新导出".to_owned())
}

/// What a reader of other people's making stumbled over.
fn panicked() -> SheetError {
    SheetError::Failed("内部结构不合规范".into())
}

fn failed(error: impl std::fmt::Display) -> SheetError {
    SheetError::Failed(error.to_string())
}

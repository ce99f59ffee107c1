//! CSV and its kin, in the encodings that turn up.

use encoding_rs::{Encoding, GB18030, UTF_8};
use zhibu_core::outside::{Cell, Grid, SheetError};

use super::rows::Rows;

/// What the one sheet of a text file is called.
const SHEET: &str = "CSV";

/// Reads a text file with commas, tabs or semicolons between its cells. Every cell is text.
pub(super) fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Grid, SheetError> {
    // One kind of line end, and one at the end, make lines countable.
    let text = decode(bytes)?.replace("\r\n", "\n").replace('\r', "\n") + "\n";
    super::choose(vec![SHEET.to_owned()], sheet, |_| parse(&text))
}

/// Unicode with a mark, UTF-8 without one, or else GB18030: nothing else is in use for rosters.
fn decode(bytes: &[u8]) -> Result<String, SheetError> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| {
        let encoding = if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { GB18030 };
        (encoding, 0)
    });
    let body = bytes.get(mark..).unwrap_or_default();
    let text =
        encoding.decode_without_bom_handling_and_without_replacement(body).ok_or(SheetError::NotASheet)?.into_owned();
    let binary = text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\r' | '\n'));
    // PDF, RTF and web pages can be plain text all through.
    let start = text.trim_start();
    if binary || ["%PDF-", "{\\rtf", "<"].iter().any(|mark| start.starts_with(mark)) {
        return Err(SheetError::NotASheet);
    }
    Ok(text)
}

fn parse(text: &str) -> Result<Rows, SheetError> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut rows = Rows::default();
    let mut record = csv::StringRecord::new();
    let mut row: u32 = 0;
    loop {
        let before = reader.position().line();
        if !reader.read_record(&mut record).map_err(|error| SheetError::Failed(error.to_string()))? {
            return Ok(rows);
        }
        // The reader skips blank lines without a word; in the user's spreadsheet they are rows.
        let lines = reader.position().line() - before;
        let inside: usize = record.iter().map(|field| field.matches('\n').count()).sum();
        let blank = lines.saturating_sub(1 + inside as u64);
        row = row.saturating_add(u32::try_from(blank).unwrap_or(u32::MAX));
        for (column, field) in (0..).zip(&record) {
            rows.put(row, column, Cell::Text(field.to_owned()))?;
        }
        row = row.saturating_add(1);
    }
}

/// The separator that the first lines hold most of; a tab before an identity number, which keeps it text, is outdone
/// by the commas around it.
fn delimiter(text: &str) -> u8 {
    let head: Vec<&str> = text.lines().take(20).collect();
    let count = |mark: char| head.iter().map(|line| line.matches(mark).count()).sum::<usize>();
    // `max_by_key` gives the last of equals: a comma, when there is no separator at all.
    [';', '\t', ','].into_iter().max_by_key(|mark| count(*mark)).map_or(b',', |mark| mark as u8)
}

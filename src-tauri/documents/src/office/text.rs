//! CSV and its kin.

use zhibu_core::outside::{Cell, Sheet, SheetError};

use super::rows::Rows;

/// What the one sheet of a text file is called.
const SHEET: &str = "CSV";

/// Reads lines with commas, tabs or semicolons between their cells. Every cell is text.
pub(super) fn read(text: &str) -> Result<Vec<Sheet>, SheetError> {
    // One kind of line end, and one at the end, make lines countable.
    let text = text.replace("\r\n", "\n").replace('\r', "\n") + "\n";
    Ok(super::gather(vec![(SHEET.to_owned(), false)], |_, rows| parse(&text, rows)))
}

fn parse(text: &str, rows: &mut Rows<'_>) -> Result<(), SheetError> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut row: u32 = 0;
    loop {
        let before = reader.position().line();
        if !reader.read_record(&mut record).map_err(|error| SheetError::Failed(error.to_string()))? {
            return Ok(());
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

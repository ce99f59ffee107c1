//! Excel's XML of 2003 (SpreadsheetML), mostly named .xls.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zhibu_core::outside::{Area, Cell, Sheet, SheetError};

use super::format::Shows;
use super::marks::{self, Draft, Outcome};
use super::ods::MAX_SHEETS;
use super::rows::{MAX_CELLS, MAX_ROWS};
use super::workbook;
use super::{cut_off, failed};

/// Reads every sheet.
pub(super) fn read(text: &str) -> Result<Vec<Sheet>, SheetError> {
    let mut reader = Reader::from_str(text);
    let mut book = Book::default();
    // Elements that have begun and not ended.
    let mut open = 0_usize;
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            // In the middle of a tag.
            Err(_) if reader.error_position() >= text.trim_end().rfind('<').unwrap_or(0) as u64 => {
                return Err(cut_off());
            }
            Err(error) => return Err(failed(error)),
        };
        match &event {
            Event::Start(_) => open += 1,
            Event::End(_) => open = open.saturating_sub(1),
            Event::Eof if open > 0 => return Err(cut_off()),
            _ => {}
        }
        match &event {
            Event::Start(tag) => book.begin(tag)?,
            Event::Empty(tag) => {
                book.begin(tag)?;
                book.end(tag.local_name().as_ref())?;
            }
            Event::End(tag) => book.end(tag.local_name().as_ref())?,
            Event::Text(text) => book.write(text),
            Event::CData(text) => book.write(text),
            Event::GeneralRef(name) => {
                let known = super::sign(name)?;
                book.write(known.map(String::from).unwrap_or_default().as_str());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if book.sheets.is_empty() { Err(SheetError::Empty) } else { Ok(marks::finish(book.sheets)) }
}

/// What has been read of a workbook.
#[derive(Default)]
struct Book {
    /// What the styles show of a date, and the style being read.
    styles: BTreeMap<String, Shows>,
    style: String,
    sheets: Vec<Draft>,
    cells: u64,
    /// The row and column being read, and the styles of the row and of the columns.
    row: u32,
    column: u32,
    next_column: u32,
    row_style: Option<String>,
    column_styles: BTreeMap<u32, String>,
    cell: Option<InCell>,
    /// Inside of a remark on a cell, which has text of its own.
    in_comment: bool,
    /// The text of the element being read, where it counts.
    text: Option<String>,
}

/// A cell being read.
#[derive(Default)]
struct InCell {
    style: Option<String>,
    has_formula: bool,
    kind: String,
    text: Option<String>,
}

impl Book {
    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<(), SheetError> {
        match tag.local_name().as_ref() {
            "Style" => {
                self.style = attribute(tag, "ID")?.unwrap_or_default();
                let parent = attribute(tag, "Parent")?.and_then(|parent| self.styles.get(&parent).copied());
                self.styles.insert(self.style.clone(), parent.unwrap_or(Shows::Nothing));
            }
            "NumberFormat" => {
                if let Some(format) = attribute(tag, "Format")? {
                    self.styles.insert(self.style.clone(), shows(&format));
                }
            }
            "Worksheet" => {
                let name = attribute(tag, "Name")?.unwrap_or_default();
                self.sheets.push(Draft { name, ..Draft::default() });
                if self.sheets.len() > MAX_SHEETS {
                    return Err(SheetError::TooLarge(format!("超过 {MAX_SHEETS} 张工作表")));
                }
            }
            "Table" => (self.row, self.next_column, self.column_styles) = (0, 0, BTreeMap::new()),
            "Column" => {
                let first = index(tag)?.unwrap_or(self.next_column);
                let last = first.saturating_add(number(tag, "Span")?.unwrap_or(0));
                self.next_column = last.saturating_add(1);
                if let Some(style) = attribute(tag, "StyleID")? {
                    self.column_styles.insert(first, style);
                }
                if let (true, Some(sheet)) = (is_true(tag, "Hidden")?, self.sheets.last_mut()) {
                    sheet.marks.hidden_columns.push((first, last));
                }
            }
            "Row" => {
                self.row = index(tag)?.unwrap_or(self.row);
                (self.next_column, self.row_style) = (0, attribute(tag, "StyleID")?);
                let more = number(tag, "Span")?.unwrap_or(0).min(MAX_ROWS);
                let is_hidden = is_true(tag, "Hidden")? || number(tag, "Height")? == Some(0);
                if let (true, Some(sheet)) = (is_hidden, self.sheets.last_mut()) {
                    sheet.marks.hidden_rows.extend(self.row..=self.row.saturating_add(more));
                }
            }
            "Cell" => {
                self.column = index(tag)?.unwrap_or(self.next_column);
                let (across, down) = (number(tag, "MergeAcross")?.unwrap_or(0), number(tag, "MergeDown")?.unwrap_or(0));
                let (bottom, right) = (self.row.saturating_add(down), self.column.saturating_add(across));
                if let (true, Some(sheet)) = (across + down > 0, self.sheets.last_mut()) {
                    sheet.marks.merged.push(Area { top: self.row, left: self.column, bottom, right });
                }
                self.next_column = right.saturating_add(1);
                let style = attribute(tag, "StyleID")?.or_else(|| self.row_style.clone());
                let style = style.or_else(|| self.column_styles.get(&self.column).cloned());
                let has_formula = attribute(tag, "Formula")?.is_some();
                self.cell = Some(InCell { style, has_formula, ..InCell::default() });
            }
            "Comment" => self.in_comment = true,
            "Data" if !self.in_comment => {
                if let Some(cell) = &mut self.cell {
                    cell.kind = attribute(tag, "Type")?.unwrap_or_default();
                    self.text = Some(String::new());
                }
            }
            "Visible" => self.text = Some(String::new()),
            _ => {}
        }
        Ok(())
    }

    fn write(&mut self, part: &str) {
        if let Some(text) = &mut self.text {
            text.push_str(part);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), SheetError> {
        match name {
            "Comment" => self.in_comment = false,
            "Data" if !self.in_comment => {
                if let Some(cell) = &mut self.cell {
                    cell.text = self.text.take();
                }
            }
            "Visible" => {
                let state = self.text.take().unwrap_or_default();
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.hidden = state.trim().starts_with("SheetHidden") || state.trim() == "SheetVeryHidden";
                }
            }
            "Cell" => {
                if let (Some(cell), Some(sheet)) = (self.cell.take(), self.sheets.last_mut()) {
                    let shows = cell.style.and_then(|style| self.styles.get(&style).copied());
                    let text = cell.text.filter(|text| !text.is_empty());
                    if cell.has_formula {
                        let outcome = match text.as_deref() {
                            None => Outcome::None,
                            Some("0") => Outcome::Nought,
                            Some(_) => Outcome::Value,
                        };
                        sheet.marks.formula(self.row, self.column, outcome);
                    }
                    if let Some(text) = text {
                        let (content, shows) = content(&cell.kind, text, shows);
                        sheet.cells.push((self.row, self.column, content, shows));
                    }
                    self.cells += 1;
                    if self.cells > MAX_CELLS {
                        return Err(SheetError::TooLarge(format!("超过 {MAX_CELLS} 格")));
                    }
                }
            }
            "Row" => self.row = self.row.saturating_add(1),
            _ => {}
        }
        Ok(())
    }
}

/// What a cell holds, and how much of it is shown, should it be a date.
fn content(kind: &str, text: String, shows: Option<Shows>) -> (Cell, Shows) {
    let is_date = shows.is_some_and(|shows| shows != Shows::Nothing);
    let content = match kind {
        // An id number, which no spreadsheet could keep as a number; the file has all of its digits.
        "Number" if text.trim().len() > 15 && text.trim().bytes().all(|byte| byte.is_ascii_digit()) => Cell::Text(text),
        "Number" => match text.trim().parse() {
            Ok(number) if is_date => workbook::day(number),
            Ok(number) => Cell::Number(number),
            Err(_) => Cell::Text(text),
        },
        "DateTime" => match text.trim().parse::<NaiveDateTime>() {
            Ok(moment) => Cell::Date(moment),
            Err(_) => Cell::Text(text),
        },
        "Boolean" => Cell::Bool(text.trim() == "1"),
        "Error" => Cell::Error(text),
        _ => Cell::Text(text),
    };
    (content, shows.filter(|_| is_date).unwrap_or(Shows::Day))
}

/// What a format shows of a date; some have names.
fn shows(format: &str) -> Shows {
    match format {
        _ if format.ends_with("Date") => Shows::Day,
        _ if format.ends_with("Time") => Shows::Nothing,
        "General" | "General Number" | "Currency" | "Euro Currency" | "Fixed" | "Standard" | "Percent"
        | "Scientific" | "Yes/No" | "True/False" | "On/Off" => Shows::Nothing,
        _ => Shows::of(format),
    }
}

/// An attribute, whatever the prefix of its namespace.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, SheetError> {
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(failed)?;
        if attribute.key.local_name().as_ref() == name {
            return Ok(Some(attribute.normalized_value(XmlVersion::Implicit1_0).map_err(failed)?.into_owned()));
        }
    }
    Ok(None)
}

fn number(tag: &BytesStart<'_>, name: &str) -> Result<Option<u32>, SheetError> {
    Ok(attribute(tag, name)?.and_then(|text| text.trim().parse().ok()))
}

/// Where a row, column or cell says that it stands, from 0.
fn index(tag: &BytesStart<'_>) -> Result<Option<u32>, SheetError> {
    Ok(number(tag, "Index")?.map(|index| index.saturating_sub(1)))
}

fn is_true(tag: &BytesStart<'_>, name: &str) -> Result<bool, SheetError> {
    Ok(attribute(tag, name)?.is_some_and(|value| value.trim() == "1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOK: &str = r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="党员"><Table><Row><Cell><Data ss:Type="String">姓名 &amp; 类别</Data></Cell><Cell><Data ss:Type="String">方晓岚</Data></Cell></Row></Table></Worksheet></Workbook>"#;

    #[test]
    fn half_a_workbook_is_not_read() {
        let begun = BOOK.find("<Row>").unwrap();
        let places = BOOK.char_indices().map(|(place, _)| place).filter(|place| *place >= begun);
        for place in places {
            assert_eq!(read(&BOOK[..place]).err(), Some(cut_off()), "{}", &BOOK[begun..place]);
        }
        assert!(read(BOOK).is_ok());
    }
}

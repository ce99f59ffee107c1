//! Measures an .ods before calamine reads it, and finds what its sheets mark.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use zhibu_core::outside::{Area, SheetError};

use super::failed;
use super::format::Shows;
use super::guard::number;
use super::marks::{Marks, Outcome};
use super::rows::{MAX_CELLS, MAX_TEXT, check_extent};

/// Sheets of a workbook.
pub(super) const MAX_SHEETS: usize = 256;

/// What one sheet of an .ods marks.
#[derive(Debug, Default)]
pub(super) struct OdsMarks {
    /// As of any sheet.
    pub(super) marks: Marks,
    /// Dates of which not all is shown, by row and column.
    pub(super) shows: BTreeMap<(u32, u32), Shows>,
}

/// An .ods says "this cell, 16,384 times" and "this row, a million times" in a few bytes. Empty ones are usual at the
/// end of every sheet and cost nothing; the others are multiplied out here, before calamine does.
pub(super) fn measure(xml: &[u8]) -> Result<Vec<OdsMarks>, SheetError> {
    let mut reader = quick_xml::Reader::from_reader(xml);
    let mut found: Vec<OdsMarks> = Vec::new();
    let (mut cells, mut text) = (0_u64, 0_u64);
    let mut styles = Styles::default();
    let mut sheet = OdsSheet::default();
    loop {
        let before = reader.buffer_position();
        let event = reader.read_event().map_err(failed)?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                "table:table" => {
                    cells += sheet.rows * sheet.columns;
                    sheet = OdsSheet::default();
                    found.push(OdsMarks::default());
                }
                "table:table-column" => {
                    let count = times(tag, "table:number-columns-repeated")?;
                    let first = sheet.defaults.last().map_or(0, |(end, _)| *end);
                    sheet.defaults.push((first + count, attribute(tag, "table:default-cell-style-name")?));
                    if let (true, Some(found)) = (is_hidden(tag)?, found.last_mut()) {
                        found.marks.hidden_columns.push((small(first), small(first + count - 1)));
                    }
                }
                "table:table-row" => {
                    sheet.row(times(tag, "table:number-rows-repeated")?);
                    if let (true, Some(found)) = (is_hidden(tag)?, found.last_mut()) {
                        let first = small(sheet.row - sheet.row_times);
                        // Beyond the last row with content nothing has to be remembered.
                        let count = small(sheet.row_times).min(super::rows::MAX_ROWS);
                        found.marks.hidden_rows.extend(first..first.saturating_add(count));
                    }
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    let has_value = tag.attributes().flatten().any(|attribute| {
                        let key = attribute.key.as_ref();
                        key.starts_with("office:") || key == "table:formula"
                    });
                    let filled = has_value || matches!(event, Event::Start(_));
                    sheet.cell(times(tag, "table:number-columns-repeated")?, filled)?;
                    if let Some(found) = found.last_mut().filter(|_| filled) {
                        found.note(tag, &sheet, &styles)?;
                    }
                }
                _ => styles.note(tag)?,
            },
            Event::Eof => return Ok(found),
            _ => {}
        }
        text += (reader.buffer_position() - before) * sheet.repeated();
        if found.len() > MAX_SHEETS || text > MAX_TEXT || cells > MAX_CELLS {
            return Err(SheetError::TooLarge("工作表或重复的内容过多".into()));
        }
    }
}

impl OdsMarks {
    /// Notes what a filled cell marks.
    fn note(&mut self, tag: &BytesStart<'_>, sheet: &OdsSheet, styles: &Styles) -> Result<(), SheetError> {
        let (top, left) = (small(sheet.row - sheet.row_times), small(sheet.column - sheet.cell_times));
        let (rows, columns) = (times(tag, "table:number-rows-spanned")?, times(tag, "table:number-columns-spanned")?);
        if rows * columns > 1 {
            let (bottom, right) = (top.saturating_add(small(rows) - 1), left.saturating_add(small(columns) - 1));
            self.marks.merged.push(Area { top, left, bottom, right });
        }
        let is_date = attribute(tag, "office:date-value")?.is_some();
        let own = attribute(tag, "table:style-name")?.or_else(|| sheet.default_style(left.into()));
        let shows = own.filter(|_| is_date).and_then(|style| styles.shows(&style)).filter(|shows| *shows != Shows::Day);
        let outcome = match attribute(tag, "table:formula")? {
            None => None,
            Some(_) => Some(match (attribute(tag, "office:value-type")?, attribute(tag, "office:value")?.as_deref()) {
                (None, _) => Outcome::None,
                (_, Some("0")) => Outcome::Nought,
                _ => Outcome::Value,
            }),
        };
        for row in top..small(sheet.row) {
            for column in left..small(sheet.column) {
                if let Some(shows) = shows {
                    self.shows.insert((row, column), shows);
                }
                if let Some(outcome) = outcome {
                    self.marks.formula(row, column, outcome);
                }
            }
        }
        Ok(())
    }
}

/// The styles of a file, as far as they tell what is shown of a date.
#[derive(Default)]
struct Styles {
    /// What formats show, and the one being read.
    formats: BTreeMap<String, String>,
    format: String,
    /// The format of each style of cells.
    cells: BTreeMap<String, String>,
}

impl Styles {
    fn note(&mut self, tag: &BytesStart<'_>) -> Result<(), SheetError> {
        let letter = match tag.name().as_ref() {
            "number:date-style" => {
                self.format = attribute(tag, "style:name")?.unwrap_or_default();
                self.formats.insert(self.format.clone(), String::new());
                return Ok(());
            }
            "style:style" => {
                if let (Some(name), Some(format)) =
                    (attribute(tag, "style:name")?, attribute(tag, "style:data-style-name")?)
                {
                    self.cells.insert(name, format);
                }
                return Ok(());
            }
            "number:year" => 'y',
            "number:month" => 'm',
            "number:day" => 'd',
            _ => return Ok(()),
        };
        if let Some(format) = self.formats.get_mut(&self.format) {
            format.push(letter);
        }
        Ok(())
    }

    fn shows(&self, style: &str) -> Option<Shows> {
        self.formats.get(self.cells.get(style)?).map(|format| Shows::of(format))
    }
}

/// What an .ods sheet comes to, up to the cell being read.
#[derive(Default)]
struct OdsSheet {
    /// Rows up to the last filled one, and columns up to the last filled one.
    rows: u64,
    columns: u64,
    /// Rows up to and with this one, and how often this one is meant.
    row: u64,
    row_times: u64,
    /// Columns up to and with this cell, and how often it is meant; 0 when it is empty.
    column: u64,
    cell_times: u64,
    /// Columns up to which a style is meant where a cell has none.
    defaults: Vec<(u64, Option<String>)>,
}

impl OdsSheet {
    fn row(&mut self, times: u64) {
        self.row += times;
        (self.row_times, self.column, self.cell_times) = (times, 0, 0);
    }

    fn cell(&mut self, times: u64, filled: bool) -> Result<(), SheetError> {
        self.column += times;
        self.cell_times = if filled { times } else { 0 };
        if filled {
            self.rows = self.row;
            self.columns = self.columns.max(self.column);
        }
        let place = || format!("第 {} 行第 {} 列还有内容，如是多余的请删去", self.row, self.column);
        check_extent(self.rows, self.columns).map_err(|_| SheetError::TooLarge(place()))
    }

    /// How often what stands in this cell is meant.
    fn repeated(&self) -> u64 {
        self.row_times * self.cell_times
    }

    fn default_style(&self, column: u64) -> Option<String> {
        self.defaults.iter().find(|(end, _)| column < *end)?.1.clone()
    }
}

/// How often a row or cell is meant; more than any sheet has rows is as good as endless.
fn times(tag: &BytesStart<'_>, name: &str) -> Result<u64, SheetError> {
    Ok(number(tag, name)?.unwrap_or(1).clamp(1, 1 << 24))
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, SheetError> {
    Ok(tag.try_get_attribute(name).map_err(failed)?.map(|attribute| attribute.value.into_owned()))
}

fn is_hidden(tag: &BytesStart<'_>) -> Result<bool, SheetError> {
    Ok(matches!(attribute(tag, "table:visibility")?.as_deref(), Some("collapse" | "filter")))
}

/// Below the bounds of every sheet, so that nothing is lost.
fn small(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

//! A sheet's XML as rows of cells, with whatever stands before and behind them as it was.

use chrono::{Datelike, NaiveDate};
use quick_xml::events::{BytesStart, Event};
use zhibu_core::outside::{SheetError, Written};

use super::super::format::Shows;
use super::formula::column_name;
use super::styles::Styles;
use super::xml::{Attributes, attributes, escaped, get, tag, take, walk};

/// A sheet's XML.
#[derive(Default)]
pub(super) struct SheetXml {
    /// Up to and with the tag that opens the rows.
    pub(super) head: String,
    pub(super) rows: Vec<RowXml>,
    /// From the tag that closes the rows on.
    pub(super) tail: String,
    /// What stands before the names of elements: mostly nothing.
    prefix: String,
    /// First and last column of those that share a style, and that style.
    columns: Vec<(u32, u32, String)>,
}

/// A row; rows and columns are counted from 0.
#[derive(Debug, Clone, Default)]
pub(super) struct RowXml {
    pub(super) number: u32,
    attributes: Attributes,
    pub(super) cells: Vec<CellXml>,
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub(super) struct CellXml {
    pub(super) column: u32,
    /// But for its place.
    pub(super) attributes: Attributes,
    pub(super) formula: Option<FormulaXml>,
    /// What stands in it beside the formula, as it is written.
    content: String,
}

/// A formula, as it is written.
#[derive(Debug, Clone, Default)]
pub(super) struct FormulaXml {
    pub(super) attributes: Attributes,
    pub(super) text: String,
}

impl SheetXml {
    pub(super) fn read(xml: &str) -> Result<Self, SheetError> {
        let mut scan = Scan::default();
        walk(xml, |event, raw| scan.take(&event, raw))?;
        if !scan.has_rows {
            return Err(SheetError::Failed("工作表里没有单元格".to_owned()));
        }
        Ok(scan.sheet)
    }

    /// The sheet as XML.
    pub(super) fn written(&self) -> String {
        let mut out = self.head.clone();
        for row in &self.rows {
            let number = (u64::from(row.number) + 1).to_string();
            let mut pairs = vec![("r".to_owned(), number.clone())];
            pairs.extend(row.attributes.iter().cloned());
            out.push_str(&tag(&format!("{}row", self.prefix), &pairs, ">"));
            for cell in &row.cells {
                cell.write(&mut out, &self.prefix, &number);
            }
            out.push_str(&format!("</{}row>", self.prefix));
        }
        out.push_str(&self.tail);
        out
    }

    /// Takes out what formulas came to when the file was last saved: nobody shall take it for what they come to now.
    pub(super) fn forget_results(&mut self) {
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells).filter(|cell| cell.formula.is_some()) {
            take(&mut cell.attributes, "t");
            cell.content.clear();
        }
    }

    /// Writes into a cell, which keeps its style. One with a formula keeps it.
    pub(super) fn set(&mut self, (row, column): (u32, u32), written: &Written, styles: &Styles, from_1904: bool) {
        let at = self.rows.partition_point(|other| other.number < row);
        if self.rows.get(at).is_none_or(|other| other.number != row) {
            self.rows.insert(at, RowXml { number: row, ..RowXml::default() });
        }
        let style = self.columns.iter().find(|(first, last, _)| (*first..=*last).contains(&column));
        let style = style.map(|(.., style)| style.clone());
        let row = &mut self.rows[at];
        // How far its cells reach would have to be right.
        take(&mut row.attributes, "spans");
        let style = get(&row.attributes, "s").map(str::to_owned).or(style);
        let at = row.cells.partition_point(|other| other.column < column);
        if row.cells.get(at).is_none_or(|other| other.column != column) {
            let attributes = style.map(|style| ("s".to_owned(), style)).into_iter().collect();
            row.cells.insert(at, CellXml { column, attributes, ..CellXml::default() });
        }
        let cell = &mut row.cells[at];
        if cell.formula.is_none() {
            cell.set(written, styles, from_1904, &self.prefix);
        }
    }
}

impl CellXml {
    pub(super) fn style(&self) -> u32 {
        get(&self.attributes, "s").and_then(|style| style.parse().ok()).unwrap_or_default()
    }

    pub(super) fn clear(&mut self) {
        take(&mut self.attributes, "t");
        self.content.clear();
    }

    fn set(&mut self, written: &Written, styles: &Styles, from_1904: bool, prefix: &str) {
        let shows = styles.get(self.style()).shows;
        self.clear();
        let number = match written {
            Written::Number(number) => Some(*number),
            Written::Date(date) => {
                let known = [Shows::Year, Shows::Month, Shows::Day].into_iter().zip(1_usize..);
                let parts = date.to_string().split('-').count();
                let is_shown = known.into_iter().any(|(kind, needs)| kind == shows && needs <= parts);
                let days = is_shown.then(|| serial(date.earliest(), from_1904)).flatten();
                days.map(f64::from)
            }
            Written::Text(_) => None,
        };
        let text = match written {
            Written::Text(text) => text.clone(),
            Written::Date(date) => date.to_string(),
            Written::Number(_) => String::new(),
        };
        if let Some(number) = number {
            self.content = format!("<{prefix}v>{number}</{prefix}v>");
        } else {
            self.attributes.push(("t".to_owned(), "inlineStr".to_owned()));
            let text = escaped(&text);
            self.content = format!("<{prefix}is><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}is>");
        }
    }

    fn write(&self, out: &mut String, prefix: &str, row: &str) {
        let mut pairs = vec![("r".to_owned(), column_name(self.column) + row)];
        pairs.extend(self.attributes.iter().cloned());
        let name = format!("{prefix}c");
        if self.formula.is_none() && self.content.is_empty() {
            out.push_str(&tag(&name, &pairs, "/>"));
            return;
        }
        out.push_str(&tag(&name, &pairs, ">"));
        if let Some(formula) = &self.formula {
            out.push_str(&tag(&format!("{prefix}f"), &formula.attributes, ">"));
            out.push_str(&format!("{}</{prefix}f>", formula.text));
        }
        out.push_str(&format!("{}</{name}>", self.content));
    }
}

/// The number by which a sheet counts a day, as far as it counts it at all.
fn serial(day: NaiveDate, from_1904: bool) -> Option<i32> {
    let first = NaiveDate::from_ymd_opt(if from_1904 { 1904 } else { 1899 }, 1, 1)?;
    let days = day.num_days_from_ce() - first.num_days_from_ce();
    // Days are counted from 30 December 1899, and soundly from March 1900 on.
    let days = if from_1904 { days } else { days - 363 };
    (days > if from_1904 { 0 } else { 60 }).then_some(days)
}

/// A sheet being read.
#[derive(Default)]
struct Scan {
    sheet: SheetXml,
    has_rows: bool,
    part: Part,
    row: Option<RowXml>,
    cell: Option<CellXml>,
    in_formula: bool,
    next_row: u32,
}

#[derive(Default, PartialEq)]
enum Part {
    #[default]
    Head,
    Rows,
    Tail,
}

impl Scan {
    fn take(&mut self, event: &Event<'_>, raw: &str) -> Result<(), SheetError> {
        match self.part {
            Part::Head => self.take_head(event, raw),
            Part::Tail => {
                self.sheet.tail.push_str(raw);
                Ok(())
            }
            Part::Rows => self.take_rows(event, raw),
        }
    }

    fn take_head(&mut self, event: &Event<'_>, raw: &str) -> Result<(), SheetError> {
        let (Event::Start(tag) | Event::Empty(tag)) = event else {
            self.sheet.head.push_str(raw);
            return Ok(());
        };
        let name = tag.name().as_ref().to_owned();
        match tag.local_name().as_ref() {
            "col" => {
                let pairs = attributes(tag)?;
                let edge = |key: &str| get(&pairs, key).and_then(|text| text.parse::<u32>().ok()?.checked_sub(1));
                if let (Some(first), Some(last), Some(style)) = (edge("min"), edge("max"), get(&pairs, "style")) {
                    self.sheet.columns.push((first, last, style.to_owned()));
                }
            }
            "sheetData" => {
                self.has_rows = true;
                self.sheet.prefix = name.trim_end_matches("sheetData").to_owned();
                self.part = Part::Rows;
                if matches!(event, Event::Empty(_)) {
                    self.part = Part::Tail;
                    self.sheet.head.push_str(&format!("<{name}>"));
                    self.sheet.tail = format!("</{name}>");
                    return Ok(());
                }
            }
            _ => {}
        }
        self.sheet.head.push_str(raw);
        Ok(())
    }

    fn take_rows(&mut self, event: &Event<'_>, raw: &str) -> Result<(), SheetError> {
        match event {
            Event::Start(tag) | Event::Empty(tag) => self.open(tag, raw, matches!(event, Event::Empty(_))),
            Event::End(tag) => {
                self.close(tag.local_name().as_ref(), raw);
                Ok(())
            }
            _ => {
                self.add(raw);
                Ok(())
            }
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>, raw: &str, is_empty: bool) -> Result<(), SheetError> {
        match (tag.local_name().as_ref(), &mut self.cell) {
            ("row", None) => {
                let mut pairs = attributes(tag)?;
                let own = take(&mut pairs, "r").and_then(|own| own.parse::<u32>().ok()?.checked_sub(1));
                let number = own.unwrap_or(self.next_row);
                self.next_row = number.saturating_add(1);
                self.row = Some(RowXml { number, attributes: pairs, cells: Vec::new() });
                if is_empty {
                    self.close("row", "");
                }
            }
            ("c", None) => {
                let mut pairs = attributes(tag)?;
                let next = self.row.as_ref().and_then(|row| row.cells.last()).map_or(0, |cell| cell.column + 1);
                let own = take(&mut pairs, "r").and_then(|own| column_of(&own));
                self.cell = Some(CellXml { column: own.unwrap_or(next), attributes: pairs, ..CellXml::default() });
                if is_empty {
                    self.close("c", "");
                }
            }
            ("f", Some(cell)) => {
                cell.formula = Some(FormulaXml { attributes: attributes(tag)?, text: String::new() });
                self.in_formula = !is_empty;
            }
            _ => self.add(raw),
        }
        Ok(())
    }

    fn close(&mut self, name: &str, raw: &str) {
        match name {
            "f" if self.in_formula => self.in_formula = false,
            "c" => {
                if let (Some(cell), Some(row)) = (self.cell.take(), &mut self.row) {
                    row.cells.push(cell);
                }
            }
            "row" => self.sheet.rows.extend(self.row.take()),
            "sheetData" => {
                self.sheet.tail.push_str(raw);
                self.part = Part::Tail;
            }
            _ => self.add(raw),
        }
    }

    fn add(&mut self, raw: &str) {
        let Some(cell) = &mut self.cell else { return };
        match &mut cell.formula {
            Some(formula) if self.in_formula => formula.text.push_str(raw),
            _ => cell.content.push_str(raw),
        }
    }
}

/// The column of a place like `AB12`, from 0.
fn column_of(place: &str) -> Option<u32> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let number =
        letters.take(4).fold(0_u32, |number, letter| number * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const SHEET: &str = "<worksheet><cols><col min=\"2\" max=\"3\" style=\"7\"/></cols><sheetData><row r=\"1\" ht=\"30\" \
        customHeight=\"1\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c></row><row r=\"3\"><c r=\"A3\" s=\"2\"/>\
        <c r=\"B3\"><f>SUM(A1:A2)</f><v>5</v></c></row></sheetData><pageMargins left=\"1\"/></worksheet>";

    #[test]
    fn a_sheet_that_is_not_changed_stays_as_it_is() {
        assert_eq!(SheetXml::read(SHEET).unwrap().written(), SHEET);
    }

    #[test]
    fn a_cell_keeps_its_style_and_a_new_one_takes_that_of_its_column() {
        let mut sheet = SheetXml::read(SHEET).unwrap();
        sheet.set((2, 0), &Written::Text("甲 & 乙".to_owned()), &Styles::default(), false);
        sheet.set((1, 2), &Written::Number(4.0), &Styles::default(), false);
        sheet.set((2, 1), &Written::Number(4.0), &Styles::default(), false);
        let written = sheet.written();
        assert!(
            written
                .contains("<c r=\"A3\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">甲 &amp; 乙</t></is></c>")
        );
        assert!(written.contains("<row r=\"2\"><c r=\"C2\" s=\"7\"><v>4</v></c></row>"));
        assert!(written.contains("<f>SUM(A1:A2)</f><v>5</v>"), "a formula was written over");
    }

    #[rstest]
    #[case("2026-11-23", false, Some(46349))]
    #[case("1900-03-01", false, Some(61))]
    #[case("1900-02-28", false, None)]
    #[case("1904-01-02", true, Some(1))]
    fn days_are_counted_as_sheets_count_them(#[case] day: &str, #[case] from_1904: bool, #[case] number: Option<i32>) {
        assert_eq!(serial(day.parse().unwrap(), from_1904), number);
    }
}

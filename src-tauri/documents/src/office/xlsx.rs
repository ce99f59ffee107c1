//! What an .xlsx says beside its cells: read from the sheet's own XML.

use std::borrow::Cow;
use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zhibu_core::outside::{Area, SheetError};

use super::failed;
use super::guard::number;
use super::marks::{Marks, Outcome};

/// The XML parts of a workbook, by their path in lower case.
pub(super) type Parts = BTreeMap<String, Vec<u8>>;

/// Where the sheets' own parts are, by the sheets' names.
pub(super) fn places(parts: &Parts) -> Result<BTreeMap<String, String>, SheetError> {
    let mut targets = BTreeMap::new();
    each(parts.get("xl/_rels/workbook.xml.rels"), "Relationship", |tag| {
        if let (Some(id), Some(target)) = (text(tag, "Id")?, text(tag, "Target")?) {
            targets.insert(id, target);
        }
        Ok(())
    })?;
    let mut places = BTreeMap::new();
    each(parts.get("xl/workbook.xml"), "sheet", |tag| {
        let id = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "id");
        let target = id.and_then(|id| targets.get(id.value.as_ref()));
        if let (Some(name), Some(target)) = (text(tag, "name")?, target) {
            let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            places.insert(name, path.to_ascii_lowercase());
        }
        Ok(())
    })?;
    Ok(places)
}

/// Calls `with` for each element of a name.
fn each(
    xml: Option<&Vec<u8>>,
    name: &str,
    mut with: impl FnMut(&BytesStart<'_>) -> Result<(), SheetError>,
) -> Result<(), SheetError> {
    let mut reader = Reader::from_reader(xml.map(Vec::as_slice).unwrap_or_default());
    loop {
        match reader.read_event().map_err(failed)? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == name => with(&tag)?,
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn text(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, SheetError> {
    let attribute = tag.try_get_attribute(name).map_err(failed)?;
    attribute
        .map(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).map(Cow::into_owned).map_err(failed))
        .transpose()
}

/// What a sheet's XML marks. Of a row in which no cell is more than a value, only the start is looked at: nearly all of a
/// large sheet is such rows, and calamine reads them anyway.
pub(super) fn marks(xml: &[u8]) -> Result<Marks, SheetError> {
    let xml = String::from_utf8_lossy(xml);
    let mut sheet = Scan::default();
    let mut rest = &*xml;
    while !rest.is_empty() {
        let next = rest.get(1..).and_then(|rest| rest.find("<row")).map_or(rest.len(), |at| at + 1);
        let (part, after) = rest.split_at(next);
        let only_values =
            part.trim_end().ends_with("</row>") && !["<f", "=\"e\"", "='e'"].iter().any(|mark| part.contains(mark));
        let end = part.find('>').filter(|_| only_values).map_or(part.len(), |end| end + 1);
        sheet.read(&part[..end])?;
        rest = after;
    }
    Ok(sheet.marks)
}

/// A sheet being read.
#[derive(Default)]
struct Scan {
    marks: Marks,
    row: u32,
    next_row: u32,
    next_column: u32,
    cell: InCell,
}

/// A cell being read, as far as it matters.
#[derive(Default)]
struct InCell {
    at: (u32, u32),
    kind: String,
    has_formula: bool,
    has_value: bool,
    in_value: bool,
    value: String,
}

impl Scan {
    /// Reads a part of the sheet, which need not end what it begins.
    fn read(&mut self, part: &str) -> Result<(), SheetError> {
        let mut reader = Reader::from_str(part);
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        loop {
            let event = reader.read_event().map_err(failed)?;
            match &event {
                Event::Start(tag) | Event::Empty(tag) => self.begin(tag, matches!(event, Event::Start(_)))?,
                Event::Text(text) if self.cell.in_value => self.cell.value.push_str(text),
                Event::End(tag) => match tag.local_name().as_ref() {
                    "v" => self.cell.in_value = false,
                    "c" => self.end_cell(),
                    _ => {}
                },
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn begin(&mut self, tag: &BytesStart<'_>, has_content: bool) -> Result<(), SheetError> {
        match tag.local_name().as_ref() {
            "row" => {
                let own = number(tag, "r")?.map(|own| u32::try_from(own).unwrap_or(u32::MAX).saturating_sub(1));
                self.row = own.unwrap_or(self.next_row);
                (self.next_row, self.next_column) = (self.row.saturating_add(1), 0);
                // A height that was set and is not written is one of 0.
                let has_no_height =
                    is_true(tag, "customHeight")? && tag.try_get_attribute("ht").map_err(failed)?.is_none();
                if is_true(tag, "hidden")? || is_nought(tag, "ht")? || has_no_height {
                    self.marks.hidden_rows.push(self.row);
                }
            }
            "c" => {
                let own = tag.try_get_attribute("r").map_err(failed)?.and_then(|own| place(&own.value));
                let at = own.unwrap_or((self.row, self.next_column));
                self.next_column = at.1.saturating_add(1);
                let kind = tag.try_get_attribute("t").map_err(failed)?;
                let kind = kind.map(|kind| kind.value.into_owned()).unwrap_or_default();
                self.cell = InCell { at, kind, ..InCell::default() };
            }
            "f" => self.cell.has_formula = true,
            "v" => (self.cell.has_value, self.cell.in_value) = (true, has_content),
            "col" if is_true(tag, "hidden")? || is_nought(tag, "width")? => {
                let edge = |name| Ok(number(tag, name)?.map_or(1, |n| u32::try_from(n).unwrap_or(u32::MAX)));
                let (first, last) = (edge("min")?, edge("max")?);
                self.marks.hidden_columns.push((first.saturating_sub(1), last.saturating_sub(1)));
            }
            "mergeCell" => {
                let area = tag.try_get_attribute("ref").map_err(failed)?;
                self.marks.merged.extend(area.and_then(|area| self::area(&area.value)));
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) {
        let InCell { at: (row, column), kind, has_formula, has_value, value, .. } = std::mem::take(&mut self.cell);
        if has_formula {
            let outcome = match value.trim() {
                // That a text comes to nothing is a result.
                "" if kind == "str" && has_value => Outcome::Value,
                "" => Outcome::None,
                "0" => Outcome::Nought,
                _ => Outcome::Value,
            };
            self.marks.formula(row, column, outcome);
        }
        if kind == "e" {
            self.marks.errors.push((row, column, value));
        }
    }
}

fn is_true(tag: &BytesStart<'_>, name: &str) -> Result<bool, SheetError> {
    let attribute = tag.try_get_attribute(name).map_err(failed)?;
    Ok(attribute.is_some_and(|attribute| matches!(attribute.value.as_ref(), "1" | "true")))
}

/// A row without height is not seen either.
/// Whether a height or a width is one that nobody sees.
fn is_nought(tag: &BytesStart<'_>, name: &str) -> Result<bool, SheetError> {
    let attribute = tag.try_get_attribute(name).map_err(failed)?;
    Ok(attribute.and_then(|attribute| attribute.value.trim().parse().ok()).is_some_and(|size: f64| size < 1.0))
}

/// `B3:D4`
pub(super) fn area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    (top <= bottom && left <= right).then_some(Area { top, left, bottom, right })
}

/// `D4` as row and column.
fn place(text: &str) -> Option<(u32, u32)> {
    let text = text.trim().replace('$', "");
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at(digits);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        letter.is_ascii_alphabetic().then(|| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column - 1))
}

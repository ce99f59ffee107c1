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

/// A cell being read, as far as it matters.
#[derive(Default)]
struct InCell {
    at: (u32, u32),
    is_error: bool,
    has_formula: bool,
    in_value: bool,
    value: String,
}

/// What a sheet's XML marks.
pub(super) fn marks(xml: &[u8]) -> Result<Marks, SheetError> {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut marks = Marks::default();
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut cell = InCell::default();
    loop {
        let event = reader.read_event().map_err(failed)?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "row" => {
                    if let Some(own) = number(tag, "r")? {
                        row = u32::try_from(own).unwrap_or(u32::MAX).saturating_sub(1);
                    }
                    column = 0;
                    if is_true(tag, "hidden")? || is_nought(tag, "ht")? {
                        marks.hidden_rows.push(row);
                    }
                    if matches!(event, Event::Empty(_)) {
                        row = row.saturating_add(1);
                    }
                }
                "c" => {
                    let own = tag.try_get_attribute("r").map_err(failed)?;
                    let at = own.and_then(|own| place(&own.value)).unwrap_or((row, column));
                    column = at.1.saturating_add(1);
                    let kind = tag.try_get_attribute("t").map_err(failed)?;
                    let is_error = kind.is_some_and(|kind| kind.value.as_ref() == "e");
                    cell = InCell { at, is_error, ..InCell::default() };
                }
                "f" => cell.has_formula = true,
                "v" => cell.in_value = matches!(event, Event::Start(_)),
                "col" if is_true(tag, "hidden")? || is_nought(tag, "width")? => {
                    let edge = |name| Ok(number(tag, name)?.map_or(1, |n| u32::try_from(n).unwrap_or(u32::MAX)));
                    let (first, last) = (edge("min")?, edge("max")?);
                    marks.hidden_columns.push((first.saturating_sub(1), last.saturating_sub(1)));
                }
                "mergeCell" => {
                    let area = tag.try_get_attribute("ref").map_err(failed)?;
                    marks.merged.extend(area.and_then(|area| self::area(&area.value)));
                }
                _ => {}
            },
            Event::Text(part) if cell.in_value && (cell.has_formula || cell.is_error) => cell.value.push_str(part),
            Event::End(tag) => match tag.local_name().as_ref() {
                "v" => cell.in_value = false,
                "c" => {
                    let InCell { at: (row, column), is_error, has_formula, value, .. } = std::mem::take(&mut cell);
                    if has_formula {
                        let outcome = match value.trim() {
                            "" => Outcome::None,
                            "0" => Outcome::Nought,
                            _ => Outcome::Value,
                        };
                        marks.formula(row, column, outcome);
                    }
                    if is_error {
                        marks.errors.push((row, column, value));
                    }
                }
                "row" => row = row.saturating_add(1),
                _ => {}
            },
            Event::Eof => return Ok(marks),
            _ => {}
        }
    }
}

fn is_true(tag: &BytesStart<'_>, name: &str) -> Result<bool, SheetError> {
    let attribute = tag.try_get_attribute(name).map_err(failed)?;
    Ok(attribute.is_some_and(|attribute| matches!(attribute.value.as_ref(), "1" | "true")))
}

/// A row without height is not seen either.
fn is_nought(tag: &BytesStart<'_>, name: &str) -> Result<bool, SheetError> {
    let attribute = tag.try_get_attribute(name).map_err(failed)?;
    Ok(attribute.is_some_and(|attribute| attribute.value.trim().parse() == Ok(0.0)))
}

/// `B3:D4`
fn area(text: &str) -> Option<Area> {
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

//! What stands in a table that is to be filled in.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::Event;
use zhibu_core::outside::{Area, BlankError, BlankSheet, Cell, Choices, Sheet, SheetError};

use super::super::{sign, xlsx};
use super::cells::SheetXml;
use super::package::{BOOK, Package};
use super::styles::Styles;
use super::xml::{attributes, get, walk};

pub(super) fn read(package: &Package<'_>, sheets: Vec<Sheet>) -> Result<Vec<BlankSheet>, BlankError> {
    let styles = Styles::read(package.part("xl/styles.xml")?)?;
    let names = defined_names(package.part(BOOK)?)?;
    let lists = Lists { sheets: &sheets, names: &names };
    let mut blanks = Vec::new();
    for sheet in &sheets {
        // Sheets of charts have no cells.
        let Some(path) = package.sheets.get(&sheet.name) else { continue };
        let grid = match &sheet.grid {
            Ok(grid) => grid.clone(),
            Err(SheetError::Empty) => continue,
            Err(error) => return Err(error.clone().into()),
        };
        let Ok(xml) = SheetXml::read(package.part(path)?) else { continue };
        let formulas = xml.rows.iter().flat_map(|row| {
            let with_formula = row.cells.iter().filter(|cell| cell.formula.is_some());
            with_formula.map(|cell| (row.number, cell.column))
        });
        blanks.push(BlankSheet {
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            formulas: formulas.collect(),
            choices: choices(&xml.tail, &sheet.name, &lists)?,
            drawn_rows: drawn_rows(&xml, &styles),
            grid,
        });
    }
    Ok(blanks)
}

fn drawn_rows(xml: &SheetXml, styles: &Styles) -> BTreeSet<u32> {
    let rows = |test: &dyn Fn(u32) -> bool| -> BTreeSet<u32> {
        let drawn = xml.rows.iter().filter(|row| row.cells.iter().any(|cell| test(cell.style())));
        drawn.map(|row| row.number).collect()
    };
    let with_borders = rows(&|style| styles.get(style).has_border);
    if with_borders.is_empty() { rows(&|style| style != 0) } else { with_borders }
}

/// What lists of words are drawn from.
struct Lists<'a> {
    sheets: &'a [Sheet],
    names: &'a BTreeMap<String, String>,
}

/// The lists of words that cells take, both as older and as newer programs write them.
fn choices(tail: &str, own: &str, lists: &Lists<'_>) -> Result<Vec<Choices>, SheetError> {
    let mut found = Vec::new();
    let (mut formula, mut areas) = (String::new(), String::new());
    let (mut is_list, mut within) = (false, String::new());
    walk(tail, |event, _| {
        match &event {
            Event::Start(tag) => {
                within = tag.local_name().as_ref().to_owned();
                if within == "dataValidation" {
                    let pairs = attributes(tag)?;
                    is_list = get(&pairs, "type") == Some("list");
                    formula.clear();
                    get(&pairs, "sqref").unwrap_or_default().clone_into(&mut areas);
                }
            }
            Event::Text(text) if within == "formula1" || within == "f" => formula.push_str(text),
            Event::GeneralRef(name) if within == "formula1" || within == "f" => formula.extend(sign(name)?),
            Event::Text(text) if within == "sqref" => areas.push_str(text),
            Event::End(tag) => {
                if tag.local_name().as_ref() == "dataValidation" && is_list {
                    let areas = areas.split_ascii_whitespace().filter_map(xlsx::area).collect();
                    found.extend(lists.words(&formula, own).map(|words| Choices { areas, words }));
                }
                // What stands between elements is no formula.
                if within == tag.local_name().as_ref() {
                    within.clear();
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(found)
}

impl Lists<'_> {
    /// The words of `"男,女"`, of a range, or of a range with a name.
    fn words(&self, formula: &str, own: &str) -> Option<Vec<String>> {
        let formula = formula.trim().trim_start_matches('=');
        if let Some(words) = formula.strip_prefix('"').and_then(|words| words.strip_suffix('"')) {
            return Some(words.split(',').map(|word| word.trim().to_owned()).collect());
        }
        let formula = self.names.get(formula).map_or(formula, String::as_str);
        let (sheet, area) = match formula.rsplit_once('!') {
            Some((sheet, area)) => (sheet.trim_matches('\'').replace("''", "'"), area),
            None => (own.to_owned(), formula),
        };
        let grid = self.sheets.iter().find(|other| other.name == sheet)?.grid.as_ref().ok()?;
        let Area { top, left, bottom, right } = xlsx::area(area)?;
        let rows = grid.rows.iter().take(bottom as usize + 1).skip(top as usize);
        let cells = rows.flat_map(|row| row.iter().take(right as usize + 1).skip(left as usize));
        let word = |cell: &Cell| match cell {
            Cell::Text(text) => Some(text.trim().to_owned()),
            Cell::Number(number) => Some(number.to_string()),
            _ => None,
        };
        Some(cells.filter_map(word).collect())
    }
}

/// Names given to ranges.
fn defined_names(book: &str) -> Result<BTreeMap<String, String>, SheetError> {
    let mut names = BTreeMap::new();
    let mut name: Option<String> = None;
    walk(book, |event, raw| {
        match &event {
            Event::Start(tag) if tag.local_name().as_ref() == "definedName" => {
                name = get(&attributes(tag)?, "name").map(str::to_owned);
            }
            Event::Text(_) => names.extend(name.take().map(|name| (name, raw.to_owned()))),
            Event::End(_) => name = None,
            _ => {}
        }
        Ok(())
    })?;
    Ok(names)
}

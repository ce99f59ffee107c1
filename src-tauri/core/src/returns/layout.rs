//! Of what shape a sheet is, what can be filled in, and with what: told from the sheet alone.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::fields::{Field, of_path};
use super::header::{self, Header};
use super::{ReturnAbout, ReturnError, ReturnPeople, ReturnShape};
use crate::outside::{Area, BlankSheet, Cell};
use crate::roster::{ImportField, shown_cell};

/// Rows in which names of things are looked for.
const FORM_WITHIN: usize = 200;

/// A sheet that can be filled in. Rows and columns are counted from 0.
#[derive(Debug)]
pub(super) struct Layout {
    /// Which of the file's sheets.
    pub(super) sheet: usize,
    pub(super) shape: ReturnShape,
    /// Who is listed, as far as the sheet says it.
    pub(super) people: ReturnPeople,
    pub(super) places: Vec<Place>,
    /// The first row below the header that is written into.
    pub(super) first: u32,
    /// How many rows were prepared for people.
    pub(super) prepared: u32,
}

/// A column or a cell that can be filled in.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) spot: Spot,
    pub(super) header: Vec<String>,
    /// The key of the field that it seems to stand for.
    pub(super) proposal: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    Column(u32),
    Cell(u32, u32),
}

/// The sheets of a file that can be filled in.
///
/// # Errors
/// [`ReturnError::NothingKnown`] when there are none; [`ReturnError::NotEmpty`].
pub(super) fn layouts(sheets: &[BlankSheet]) -> Result<Vec<Layout>, ReturnError> {
    let mut layouts = Vec::new();
    for (place, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| !sheet.hidden) {
        layouts.extend(layout(place, sheet)?);
    }
    if layouts.is_empty() { Err(ReturnError::NothingKnown) } else { Ok(layouts) }
}

/// What tells a table from others: its header cells, whatever the year in its title.
pub(super) fn fingerprint(layouts: &[Layout]) -> String {
    let header = |place: &Place| place.header.join("\t");
    let sheet = |layout: &Layout| layout.places.iter().map(header).collect::<Vec<_>>().join("\n");
    hex::encode(Sha256::digest(layouts.iter().map(sheet).collect::<Vec<_>>().join("\n\n")))
}

fn layout(place: usize, sheet: &BlankSheet) -> Result<Option<Layout>, ReturnError> {
    const ALL: [ReturnAbout; 3] = [ReturnAbout::Member, ReturnAbout::Applicant, ReturnAbout::Branch];
    let is_known = |path: &[String]| ALL.iter().any(|about| of_path(path, *about).is_some());
    if let Some((header, score)) = header::find(sheet, is_known) {
        let is_list = header.columns.values().any(|path| is_name(path));
        let is_row = || header.columns.values().filter(|path| of_path(path, ReturnAbout::Branch).is_some()).count() > 2;
        if is_list && score > 1 {
            return list(place, sheet, &header).map(Some);
        }
        if is_row() && !is_form(sheet, &header) {
            return Ok(Some(row(place, &header)));
        }
    }
    let places = labels(sheet, |_| true);
    let form =
        Layout { sheet: place, shape: ReturnShape::Form, people: ReturnPeople::Members, places, first: 0, prepared: 0 };
    Ok((form.places.len() > 1).then_some(form))
}

/// Whether a column is for the names of people.
fn is_name(path: &[String]) -> bool {
    matches!(of_path(path, ReturnAbout::Member), Some(Field::Roster(ImportField::Name)))
}

/// Whether what seems a header has its values beside its titles rather than below them.
fn is_form(sheet: &BlankSheet, header: &Header) -> bool {
    labels(sheet, |row| row >= header.top).len()
        > header.columns.values().filter(|path| of_path(path, ReturnAbout::Branch).is_some()).count()
}

fn list(place: usize, sheet: &BlankSheet, header: &Header) -> Result<Layout, ReturnError> {
    check_empty(sheet, header)?;
    let of_applicants = header.columns.values().filter_map(|path| of_path(path, ReturnAbout::Applicant));
    let speaks_of_applicants = of_applicants.filter(|field| field.is_of_applicants_alone()).count() > 0;
    let people = people(&title(sheet, header), speaks_of_applicants);
    let about = match people {
        ReturnPeople::Members | ReturnPeople::Full | ReturnPeople::Probationary | ReturnPeople::Mobile => {
            ReturnAbout::Member
        }
        _ => ReturnAbout::Applicant,
    };
    let mut places = columns(header, about);
    let prepared = (header.first..).take_while(|row| is_prepared(sheet, *row)).count();
    let prepared = u32::try_from(prepared).unwrap_or(u32::MAX);
    let body = header.top..header.first + prepared;
    places.extend(
        labels(sheet, |row| !body.contains(&row)).into_iter().filter(|place| place.header[0].ends_with([':', '：'])),
    );
    Ok(Layout { sheet: place, shape: ReturnShape::List, people, places, first: header.first, prepared })
}

fn row(place: usize, header: &Header) -> Layout {
    let places = columns(header, ReturnAbout::Branch);
    Layout {
        sheet: place,
        shape: ReturnShape::Row,
        people: ReturnPeople::Members,
        places,
        first: header.first,
        prepared: 1,
    }
}

/// The columns of a header; a field stands in the first that it fits.
fn columns(header: &Header, about: ReturnAbout) -> Vec<Place> {
    let mut taken = BTreeSet::new();
    let place = |(column, path): (&u32, &Vec<String>)| {
        let proposal = of_path(path, about).map(Field::key).filter(|key| taken.insert(key.clone()));
        Place { spot: Spot::Column(*column), header: path.clone(), proposal }
    };
    header.columns.iter().map(place).collect()
}

/// What stands above the header, and the sheet's name.
fn title(sheet: &BlankSheet, header: &Header) -> String {
    let above = sheet.grid.rows.iter().take(header.top as usize).flatten();
    above.map(shown_cell).chain([sheet.name.clone()]).collect()
}

fn people(title: &str, speaks_of_applicants: bool) -> ReturnPeople {
    const STAGES: [(&str, ReturnPeople); 3] = [
        ("积极分子", ReturnPeople::Activists),
        ("发展对象", ReturnPeople::Candidates),
        ("申请人", ReturnPeople::Applicants),
    ];
    let named: Vec<ReturnPeople> =
        STAGES.iter().filter(|(word, _)| title.contains(word)).map(|(_, one)| *one).collect();
    match named[..] {
        [one] => one,
        [_, _, ..] => ReturnPeople::Developing,
        [] if speaks_of_applicants => ReturnPeople::Developing,
        [] if title.contains("流动党员") => ReturnPeople::Mobile,
        [] if title.contains("预备党员") && !title.contains("正式") => ReturnPeople::Probationary,
        [] => ReturnPeople::Members,
    }
}

/// A row that was drawn for a person: nothing is written in it, but perhaps its number and formulas.
fn is_prepared(sheet: &BlankSheet, row: u32) -> bool {
    let cells = sheet.grid.rows.get(row as usize).map_or(&[][..], Vec::as_slice);
    sheet.drawn_rows.contains(&row)
        && !cells.iter().any(|cell| matches!(cell, Cell::Text(text) if !text.trim().is_empty()))
}

/// A table in which people stand already is not written over.
fn check_empty(sheet: &BlankSheet, header: &Header) -> Result<(), ReturnError> {
    const FOOTERS: [&str; 10] = ["合计", "总计", "小计", "填表", "填报", "审核", "说明", "备注", "注", "单位"];
    let Some(cells) = sheet.grid.rows.get(header.first as usize) else { return Ok(()) };
    let texts: Vec<String> = cells.iter().map(shown_cell).filter(|text| !text.is_empty()).collect();
    let is_footer = texts.first().is_some_and(|text| FOOTERS.iter().any(|word| text.starts_with(word)));
    let is_named = |column: &u32| cells.get(*column as usize).is_some_and(|cell| !shown_cell(cell).is_empty());
    if texts.len() > 2 && !is_footer && header.columns.iter().any(|(column, path)| is_name(path) && is_named(column)) {
        return Err(ReturnError::NotEmpty { sheet: sheet.name.clone(), row: header.first + 1 });
    }
    Ok(())
}

/// Names of what the branch is asked for, each with an empty cell beside it.
fn labels(sheet: &BlankSheet, is_meant: impl Fn(u32) -> bool) -> Vec<Place> {
    let mut places = Vec::new();
    let mut taken = BTreeSet::new();
    for (row, cells) in (0_u32..).zip(sheet.grid.rows.iter().take(FORM_WITHIN)).filter(|(row, _)| is_meant(*row)) {
        for (column, cell) in (0_u32..).zip(cells) {
            let label: String = shown_cell(cell).split_whitespace().collect();
            let name = label.trim_end_matches([':', '：']).to_owned();
            let Some(field) = of_path(&[name], ReturnAbout::Branch) else { continue };
            let beside = beside(sheet, row, column);
            if is_empty(sheet, row, beside) && taken.insert(field.key()) {
                places.push(Place { spot: Spot::Cell(row, beside), header: vec![label], proposal: Some(field.key()) });
            }
        }
    }
    places
}

/// The column behind a cell, and behind what it is merged with.
fn beside(sheet: &BlankSheet, row: u32, column: u32) -> u32 {
    let holds = |area: &&Area| area.holds(row, column);
    sheet.grid.merged.iter().find(holds).map_or(column, |area| area.right) + 1
}

fn is_empty(sheet: &BlankSheet, row: u32, column: u32) -> bool {
    let cell = sheet.grid.rows.get(row as usize).and_then(|row| row.get(column as usize));
    let is_covered =
        sheet.grid.merged.iter().any(|area| area.holds(row, column) && (area.top, area.left) != (row, column));
    cell.is_none_or(|cell| *cell == Cell::Empty) && !sheet.formulas.contains(&(row, column)) && !is_covered
}

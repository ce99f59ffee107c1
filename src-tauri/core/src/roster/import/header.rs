//! Where the header stands, and what each column stands for.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::text::{shown, text};
use super::titles::all_titles;
use crate::outside::Cell;
use crate::roster::{ImportColumn, ImportField};
use crate::values::half_width;

/// Words with which a row below the list begins.
const FOOTERS: &[&str] = &[
    "合计",
    "总计",
    "共计",
    "小计",
    "制表",
    "填表",
    "填报",
    "审核",
    "审批",
    "负责人",
    "说明",
    "注:",
    "备注:",
    "联系人",
];

/// A title stands in the first rows of a sheet.
pub(super) const HEADER_WITHIN: usize = 50;

/// Rows shown for choosing the header among them.
const SHOWN_ROWS: usize = 20;

/// The column that [`save_problems`](super::save_problems) puts first; it is no part of the sheet.
pub(super) const REASON: &str = "未导入的原因";

/// Columns assigned by hand, by column number from 0; `None` leaves a column out.
pub(super) type ByHand = BTreeMap<u32, Option<ImportField>>;

/// Where the header stands and what each column stands for.
pub(super) struct Layout {
    /// The header's row, from 1.
    pub(super) header_row: u32,
    /// Its columns.
    pub(super) columns: Vec<ImportColumn>,
    /// Every column's title, also those without one.
    pub(super) titles: Vec<String>,
    /// Index of the first row below the header.
    pub(super) first: usize,
}

/// The header's row, as an index: the one that names the person and most other fields. `by_hand` goes before what the
/// titles say. `None` when no column holds the name.
pub(super) fn find(rows: &[Vec<Cell>], by_hand: &ByHand) -> Option<usize> {
    let name_by_hand = by_hand.values().any(|field| *field == Some(ImportField::Name));
    let mut best: Option<(usize, usize)> = None;
    for (index, row) in rows.iter().take(HEADER_WITHIN).enumerate() {
        let known = fields_in(&titles(row));
        let counts = known.contains(&ImportField::Name) || (name_by_hand && !is_blank(row));
        if counts && best.is_none_or(|(_, most)| known.len() > most) {
            best = Some((index, known.len()));
        }
    }
    best.map(|(index, _)| index)
}

/// Of every row that could be the header, its index and its [source](Header::source).
pub(super) fn sources(rows: &[Vec<Cell>]) -> Vec<(usize, String)> {
    let candidates = 0..rows.len().min(HEADER_WITHIN);
    candidates.filter(|index| !is_blank(&rows[*index])).map(|index| (index, Header::at(rows, index).source())).collect()
}

/// The header's row, as an index, where one with its source is `known`.
pub(super) fn known_header(rows: &[Vec<Cell>], known: &BTreeMap<String, ByHand>) -> Option<usize> {
    if known.is_empty() {
        return None;
    }
    sources(rows).into_iter().find(|(_, source)| known.contains_key(source)).map(|(index, _)| index)
}

/// The first rows as one line each, for choosing the header among them.
pub(super) fn first_rows(rows: &[Vec<Cell>]) -> Vec<String> {
    let line = |row: &Vec<Cell>| {
        let cells: Vec<String> = row.iter().map(shown).filter(|text| !text.is_empty()).collect();
        cells.join(" ").chars().take(40).collect()
    };
    rows.iter().take(SHOWN_ROWS).map(line).collect()
}

/// A header of one or two rows.
pub(super) struct Header {
    row: usize,
    titles: Vec<String>,
    first: usize,
}

impl Header {
    /// The header whose (upper) row is `row`.
    pub(super) fn at(rows: &[Vec<Cell>], row: usize) -> Self {
        let upper = titles(rows.get(row).map_or(&[], Vec::as_slice));
        match rows.get(row + 1).and_then(|below| second_header(&upper, below)) {
            Some(both) => Self { row, titles: both, first: row + 2 },
            None => Self { row, titles: upper, first: row + 1 },
        }
    }

    /// What tells one maker's sheets from another's: the hash of the titles, whatever their looks and wherever the
    /// reasons of an earlier import stand.
    pub(super) fn source(&self) -> String {
        let mut own: Vec<String> = self.own_columns().map(|column| normal(&self.titles[column])).collect();
        while own.pop_if(|title| title.is_empty()).is_some() {}
        hex::encode(Sha256::digest(own.join("\n")))
    }

    /// `by_hand` with columns counted as in the sheet's own, the reasons' column aside.
    pub(super) fn in_own(&self, by_hand: &ByHand) -> ByHand {
        let place = |column: u32| self.own_columns().position(|own| own == column as usize);
        by_hand.iter().filter_map(|(column, field)| Some((number(place(*column)?), *field))).collect()
    }

    /// The other way round.
    pub(super) fn in_sheet(&self, own: &ByHand) -> ByHand {
        let columns: Vec<usize> = self.own_columns().collect();
        own.iter().filter_map(|(place, field)| Some((number(*columns.get(*place as usize)?), *field))).collect()
    }

    fn own_columns(&self) -> impl Iterator<Item = usize> {
        self.titles.iter().enumerate().filter(|(_, title)| *title != REASON).map(|(column, _)| column)
    }

    /// What each column stands for. `by_hand` goes before what the titles say.
    pub(super) fn layout(self, rows: &[Vec<Cell>], by_hand: &ByHand) -> Layout {
        let example = |index| {
            let cells = rows.get(self.first..).into_iter().flatten().filter_map(|row| row.get(index)).map(shown);
            cells.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
        };
        let fields = assign(&self.titles, by_hand);
        let columns = self.titles.iter().zip(fields).enumerate().map(|(index, (title, field))| ImportColumn {
            index: number(index),
            header: title.clone(),
            field,
            example: example(index),
        });
        let columns = columns.filter(|column| !column.header.is_empty() || column.field.is_some()).collect();
        Layout { header_row: number(self.row + 1), columns, first: self.first, titles: self.titles }
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn is_blank(row: &[Cell]) -> bool {
    row.iter().all(|cell| text(cell).is_empty())
}

impl Layout {
    /// A column holds the name.
    pub(super) fn has_name(&self) -> bool {
        self.columns.iter().any(|column| column.field == Some(ImportField::Name))
    }

    /// The column that stands for a field.
    pub(super) fn column_of(&self, field: ImportField) -> Option<usize> {
        self.columns.iter().find(|column| column.field == Some(field)).map(|column| column.index as usize)
    }

    /// The rows that hold people, with their numbers in the sheet: not blank in every column that is read, not a
    /// footer, not the header once more on a new page.
    pub(super) fn body<'a>(&self, rows: &'a [Vec<Cell>]) -> Vec<(u32, &'a [Cell])> {
        let body = rows.iter().enumerate().skip(self.first).filter(|(_, row)| {
            let read = self.columns.iter().filter(|column| column.field.is_some());
            let filled = read.filter(|column| !text(self.cell(row, column)).is_empty()).count();
            filled > 0 && !is_footer(row) && !self.is_header_again(row)
        });
        body.map(|(index, row)| (number(index + 1), row.as_slice())).collect()
    }

    /// The row's cell in a column; rows may end early.
    pub(super) fn cell<'a>(&self, row: &'a [Cell], column: &ImportColumn) -> &'a Cell {
        row.get(column.index as usize).unwrap_or(&Cell::Empty)
    }

    fn is_header_again(&self, row: &[Cell]) -> bool {
        let mut read = self.columns.iter().filter(|column| column.field.is_some());
        read.all(|column| [String::new(), normal(&column.header)].contains(&normal(&shown(self.cell(row, column)))))
    }
}

pub(super) fn is_footer(row: &[Cell]) -> bool {
    let mut filled = row.iter().map(shown).filter(|text| !text.is_empty());
    let footer = filled.next().is_some_and(|first| {
        let first = normal_spaces(&first);
        FOOTERS.iter().any(|word| first.starts_with(word))
    });
    footer && filled.count() <= 4
}

/// The titles once more when the header has a second row: it leaves the name's cell empty and names known fields
/// under a common title (联系方式: 手机号 | 固定电话).
fn second_header(titles: &[String], row: &[Cell]) -> Option<Vec<String>> {
    let below = self::titles(row);
    let is_name = |title: &String| field_of(title) == Some(ImportField::Name);
    let name = titles.iter().position(is_name)?;
    let empty_under_name = below.get(name).is_none_or(String::is_empty);
    if !empty_under_name || fields_in(&below).is_empty() {
        return None;
    }
    let length = titles.len().max(below.len());
    let lower_or_upper = |column| {
        [&below[..], titles].iter().filter_map(|row| row.get(column)).find(|title: &&String| !title.is_empty())
    };
    Some((0..length).map(|column| lower_or_upper(column).cloned().unwrap_or_default()).collect())
}

/// What each column stands for: as assigned by hand, else the surest title of each field, the leftmost of equals.
fn assign(titles: &[String], by_hand: &ByHand) -> Vec<Option<ImportField>> {
    let titles: Vec<String> = titles.iter().map(|title| normal(title)).collect();
    let mut columns = vec![None; titles.len()];
    for (column, field) in by_hand {
        if let Some(place) = columns.get_mut(*column as usize) {
            *place = *field;
        }
    }
    let free = |column: usize| !by_hand.contains_key(&number(column));
    for (field, names) in all_titles() {
        if columns.contains(&Some(field)) {
            continue;
        }
        let mut places = names
            .into_iter()
            .filter_map(|name| titles.iter().enumerate().position(|(column, title)| title == name && free(column)));
        if let Some(column) = places.next() {
            columns[column] = Some(field);
        }
    }
    columns
}

/// The cells as titles.
fn titles(row: &[Cell]) -> Vec<String> {
    row.iter().map(|cell| shown(cell).trim().to_owned()).collect()
}

/// The fields that at least one title stands for.
fn fields_in(titles: &[String]) -> BTreeSet<ImportField> {
    titles.iter().filter_map(|title| field_of(title)).collect()
}

/// The field that a title stands for.
pub(super) fn field_of(title: &str) -> Option<ImportField> {
    let title = normal(title);
    all_titles().find(|(_, names)| names.contains(&title.as_str())).map(|(field, _)| field)
}

/// A title without blanks, line breaks, asterisks, colons, and what stands in brackets: `*入党日期 (必填)`.
fn normal(title: &str) -> String {
    let title = half_width(title);
    let title = title.split('(').next().unwrap_or_default();
    title.chars().filter(|c| !c.is_whitespace() && !"*:".contains(*c)).collect()
}

/// Ordinary signs and no blanks.
fn normal_spaces(text: &str) -> String {
    half_width(text).replace(char::is_whitespace, "")
}

//! Where the header stands, and what each column stands for.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::body::{self, Layout, Section};
use super::columns::{Assigned, assign};
use crate::outside::Cell;
use crate::roster::import::cells::membership;
use crate::roster::import::cells::text::{shown, text};
use crate::roster::import::titles::{field_of, is_name_title, normal};
use crate::roster::{ImportColumn, ImportField};

/// A title stands in the first rows of a sheet.
pub(super) const HEADER_WITHIN: usize = 50;

/// Rows shown for choosing the header among them.
const SHOWN_ROWS: usize = 20;

/// The column that [`save_problems`](crate::roster::save_problems) puts first; it is no part of the sheet.
pub(in crate::roster::import) const REASON: &str = "未导入的原因";

/// Columns assigned by hand, by column number from 0; `None` leaves a column out.
pub(in crate::roster::import) type ByHand = BTreeMap<u32, Option<ImportField>>;

/// The header's row, as an index: the one that names the person and most other fields, before all those that only members
/// have. `by_hand` goes before what the titles say. `None` when no column holds the name.
pub(in crate::roster::import) fn find(rows: &[Vec<Cell>], by_hand: &ByHand) -> Option<usize> {
    let name_by_hand = by_hand.values().any(|field| *field == Some(ImportField::Name));
    let mut best: Option<(usize, usize)> = None;
    for (index, row) in rows.iter().take(HEADER_WITHIN).enumerate() {
        let known = fields_in(&titles(row));
        let is_named = known.contains(&ImportField::Name) && !is_about_relatives(row);
        let counts = is_named || (name_by_hand && !is_blank(row));
        let of_members = [ImportField::Kind, ImportField::Joined, ImportField::Converted];
        let above = index.checked_sub(1).and_then(|above| body::section(&rows[above]));
        let score = match above {
            Some((_, Section::Others)) => 1,
            _ => known.len() + 2 * of_members.iter().filter(|field| known.contains(field)).count(),
        };
        if counts && best.is_none_or(|(_, most)| score > most) {
            best = Some((index, score));
        }
    }
    best.map(|(index, _)| index)
}

/// Whether a table of somebody's family stands in the sheet.
pub(in crate::roster::import) fn has_relatives(rows: &[Vec<Cell>]) -> bool {
    rows.iter().take(HEADER_WITHIN).any(|row| is_about_relatives(row))
}

/// Whether a row is the header of a table of somebody's family: 称谓｜姓名｜政治面貌. What stands farther behind the name is
/// about an emergency contact.
fn is_about_relatives(row: &[Cell]) -> bool {
    const TITLES: [&str; 9] =
        ["称谓", "关系", "与本人关系", "与党员关系", "与户主关系", "家庭关系", "亲属关系", "社会关系", "亲属称谓"];
    let titles: Vec<String> = titles(row).iter().map(|title| normal(title)).collect();
    let Some(name) = titles.iter().position(|title| field_of(title) == Some(ImportField::Name)) else { return false };
    titles.iter().take(name + 2).any(|title| TITLES.contains(&title.as_str()))
}

/// Of every row that could be the header, its index and its [source](Header::source).
pub(in crate::roster::import) fn sources(rows: &[Vec<Cell>]) -> Vec<(usize, String)> {
    let candidates = 0..rows.len().min(HEADER_WITHIN);
    candidates.filter(|index| !is_blank(&rows[*index])).map(|index| (index, Header::at(rows, index).source())).collect()
}

/// The header's row, as an index, where one with its source is `known`.
pub(in crate::roster::import) fn known_header(rows: &[Vec<Cell>], known: &BTreeMap<String, ByHand>) -> Option<usize> {
    if known.is_empty() {
        return None;
    }
    sources(rows).into_iter().find(|(_, source)| known.contains_key(source)).map(|(index, _)| index)
}

/// The first rows as one line each, for choosing the header among them.
pub(in crate::roster::import) fn first_rows(rows: &[Vec<Cell>]) -> Vec<String> {
    let line = |row: &Vec<Cell>| {
        let cells: Vec<String> = row.iter().map(shown).filter(|text| !text.is_empty()).collect();
        cells.join(" ").chars().take(40).collect()
    };
    rows.iter().take(SHOWN_ROWS).map(line).collect()
}

/// A header of one or two rows.
pub(in crate::roster::import) struct Header {
    row: usize,
    titles: Vec<String>,
    first: usize,
}

impl Header {
    /// The header whose (upper) row is `row`.
    pub(in crate::roster::import) fn at(rows: &[Vec<Cell>], row: usize) -> Self {
        let upper = titles(rows.get(row).map_or(&[], Vec::as_slice));
        match rows.get(row + 1).and_then(|below| second_header(&upper, below)) {
            Some(both) => Self { row, titles: both, first: row + 2 },
            None => Self { row, titles: upper, first: row + 1 },
        }
    }

    /// What tells one maker's sheets from another's: the hash of the titles, whatever their looks and wherever the
    /// reasons of an earlier import stand.
    pub(in crate::roster::import) fn source(&self) -> String {
        let mut own: Vec<String> = self.own_columns().map(|column| normal(&self.titles[column])).collect();
        while own.pop_if(|title| title.is_empty()).is_some() {}
        hex::encode(Sha256::digest(own.join("\n")))
    }

    /// `by_hand` with columns counted as in the sheet's own, the reasons' column aside.
    pub(in crate::roster::import) fn in_own(&self, by_hand: &ByHand) -> ByHand {
        let place = |column: u32| self.own_columns().position(|own| own == column as usize);
        by_hand.iter().filter_map(|(column, field)| Some((number(place(*column)?), *field))).collect()
    }

    /// The other way round.
    pub(in crate::roster::import) fn in_sheet(&self, own: &ByHand) -> ByHand {
        let columns: Vec<usize> = self.own_columns().collect();
        own.iter().filter_map(|(place, field)| Some((number(*columns.get(*place as usize)?), *field))).collect()
    }

    fn own_columns(&self) -> impl Iterator<Item = usize> {
        self.titles.iter().enumerate().filter(|(_, title)| *title != REASON).map(|(column, _)| column)
    }

    /// What each column stands for. `by_hand` goes before what the titles say and the columns hold.
    pub(in crate::roster::import) fn layout(self, rows: &[Vec<Cell>], by_hand: &ByHand) -> Layout {
        let below: Vec<&[Cell]> = body::until_next_table(rows, self.first, &self.titles);
        let example = |index: usize| {
            below.iter().filter_map(|row| row.get(index)).map(shown).find(|text| !text.is_empty()).unwrap_or_default()
        };
        let Assigned { fields, job_conversion, is_staff_list } = assign(&self.titles, by_hand, &below);
        let columns = self.titles.iter().zip(fields).enumerate().map(|(index, (title, field))| ImportColumn {
            index: number(index),
            header: title.clone(),
            field,
            example: example(index),
            watched: false,
        });
        let mut columns: Vec<_> = columns.collect();
        let left_out = |index: &u32| by_hand.get(index) == Some(&None);
        // What stands behind a second column of names is about other people.
        let mut names = self.titles.iter().enumerate().filter(|(_, title)| is_name_title(title));
        let beside = number(names.nth(1).map_or(self.titles.len(), |(column, _)| column));
        let is_wanted = |column: &ImportColumn| !left_out(&column.index) && column.index < beside;
        let watched = membership::watched(&columns, is_wanted, &below);
        columns.retain(|column| !column.header.is_empty() || column.field.is_some());
        for column in &mut columns {
            column.watched = watched.iter().any(|watched| watched.index == column.index);
        }
        let job_conversion = job_conversion.and_then(|column| self.titles.get(column)).cloned();
        Layout {
            header_row: number(self.row + 1),
            columns,
            watched,
            job_conversion,
            is_staff_list,
            first: self.first,
            kind_of_sheet: None,
            whole_of_others: None,
            extension: 0..=0,
            titles: self.titles,
        }
    }
}

pub(in crate::roster::import) fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

pub(super) fn is_blank(row: &[Cell]) -> bool {
    row.iter().all(|cell| text(cell).is_empty())
}

/// The titles once more when the header has a second row: it leaves the name's cell empty and names known fields
/// under a common title (联系方式: 手机号 | 固定电话).
fn second_header(titles: &[String], row: &[Cell]) -> Option<Vec<String>> {
    let below = self::titles(row);
    let is_name = |title: &String| field_of(title) == Some(ImportField::Name);
    let name = titles.iter().position(is_name)?;
    let empty_under_name = below.get(name).is_none_or(String::is_empty);
    if empty_under_name && has_only_units(&below) {
        let unit = |column: usize| below.get(column).map_or("", String::as_str);
        let with_unit = |(column, title): (usize, &String)| {
            let whole = format!("{title}{}", unit(column));
            if field_of(&whole).is_some() { whole } else { title.clone() }
        };
        return Some(titles.iter().enumerate().map(with_unit).collect());
    }
    if !empty_under_name || fields_in(&below).is_empty() {
        return None;
    }
    let length = titles.len().max(below.len());
    let lower_or_upper = |column| {
        [&below[..], titles].iter().filter_map(|row| row.get(column)).find(|title: &&String| !title.is_empty())
    };
    Some((0..length).map(|column| lower_or_upper(column).cloned().unwrap_or_default()).collect())
}

/// Whether a row says no more than in what the titles above it are counted: 年月｜年月.
fn has_only_units(titles: &[String]) -> bool {
    const UNITS: [&str; 8] = ["年月", "年月日", "日期", "时间", "号码", "名称", "情况", "年份"];
    let mut filled = titles.iter().filter(|title| !title.is_empty()).peekable();
    filled.peek().is_some() && filled.all(|title| UNITS.contains(&normal(title).as_str()))
}

/// The cells as titles.
pub(in crate::roster::import) fn titles(row: &[Cell]) -> Vec<String> {
    row.iter().map(|cell| shown(cell).trim().to_owned()).collect()
}

/// The fields that at least one title stands for.
pub(super) fn fields_in(titles: &[String]) -> BTreeSet<ImportField> {
    titles.iter().filter_map(|title| field_of(title)).collect()
}

//! The header of a sheet: where it stands, and what stands above each column.

use std::collections::BTreeMap;

use crate::outside::{Area, BlankSheet, Cell};
use crate::roster::shown_cell;

/// A header stands in the first rows of a sheet.
const WITHIN: usize = 40;

/// Rows that one header may have.
const DEEPEST: u32 = 5;

/// A header, and where the rows below it begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    /// Its first row, from 0.
    pub(super) top: u32,
    /// Of each column that has one: its titles, from the most general to its own.
    pub(super) columns: BTreeMap<u32, Vec<String>>,
    /// The first row that is written into: behind a row of numbers and rows of examples.
    pub(super) first: u32,
}

/// The header under whose titles most columns are known.
pub(super) fn find(sheet: &BlankSheet, is_known: impl Fn(&[String]) -> bool) -> Option<(Header, usize)> {
    let texts = Texts::of(sheet);
    let mut best: Option<(usize, u32, u32)> = None;
    for top in 0..texts.height() {
        if !texts.can_begin(top) {
            continue;
        }
        let bottom = texts.bottom(top);
        let score = texts.columns(top, bottom).values().filter(|path| is_known(path)).count();
        if score > best.map_or(0, |(most, ..)| most) {
            best = Some((score, top, bottom));
        }
    }
    let (score, top, bottom) = best?;
    let columns = texts.columns(top, bottom);
    let first = texts.first_below(bottom, columns.len());
    Some((Header { top, columns, first }, score))
}

/// What the first rows say, merged cells in every place that they cover.
struct Texts<'a> {
    rows: Vec<Vec<String>>,
    sheet: &'a BlankSheet,
    merged: Vec<&'a Area>,
}

impl<'a> Texts<'a> {
    fn of(sheet: &'a BlankSheet) -> Self {
        let mut rows: Vec<Vec<String>> =
            sheet.grid.rows.iter().take(WITHIN).map(|row| row.iter().map(title).collect()).collect();
        let merged: Vec<&Area> = sheet.grid.merged.iter().filter(|area| (area.top as usize) < rows.len()).collect();
        for area in &merged {
            let text = rows[area.top as usize].get(area.left as usize).cloned().unwrap_or_default();
            for row in rows.iter_mut().take(area.bottom as usize + 1).skip(area.top as usize) {
                for cell in row.iter_mut().take(area.right as usize + 1).skip(area.left as usize) {
                    cell.clone_from(&text);
                }
            }
        }
        Self { rows, sheet, merged }
    }

    fn height(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    /// Not a title over the whole sheet, nor a line as 填报单位：…
    fn can_begin(&self, row: u32) -> bool {
        let texts: Vec<&String> = self.rows[row as usize].iter().filter(|text| !text.is_empty()).collect();
        let differ = texts.windows(2).any(|pair| pair[0] != pair[1]);
        differ && !texts.iter().any(|text| text.contains([':', '：']))
    }

    /// The last row of the header that begins in `top`: as far as titles are merged downwards, and one row more below each
    /// that is merged sideways.
    fn bottom(&self, top: u32) -> u32 {
        let last = self.height().saturating_sub(1).min(top + DEEPEST - 1);
        let mut bottom = top;
        loop {
            let begun = self.merged.iter().filter(|area| (top..=bottom).contains(&area.top));
            let deepest = begun.clone().map(|area| area.bottom).max().unwrap_or(bottom);
            let divided = begun.filter(|area| area.bottom == bottom && area.right > area.left);
            let below = divided.filter(|area| self.has_titles(bottom + 1, area)).count();
            let next = if below > 0 { deepest.max(bottom + 1) } else { deepest }.min(last);
            if next <= bottom {
                return bottom;
            }
            bottom = next;
        }
    }

    /// Whether titles of their own stand in a row, below a common one.
    fn has_titles(&self, row: u32, above: &Area) -> bool {
        let Some(cells) = self.sheet.grid.rows.get(row as usize) else { return false };
        let own = cells.iter().take(above.right as usize + 1).skip(above.left as usize);
        own.filter(|cell| matches!(cell, Cell::Text(_))).count() > 1
    }

    fn columns(&self, top: u32, bottom: u32) -> BTreeMap<u32, Vec<String>> {
        let rows = &self.rows[top as usize..=bottom as usize];
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let path = |column: usize| {
            let mut path: Vec<String> = Vec::new();
            for text in rows.iter().filter_map(|row| row.get(column)).filter(|text| !text.is_empty()) {
                if path.last() != Some(text) {
                    path.push(text.clone());
                }
            }
            path
        };
        let columns = (0_u32..).zip((0..width).map(path));
        columns.filter(|(_, path)| !path.is_empty()).collect()
    }

    fn first_below(&self, bottom: u32, columns: usize) -> u32 {
        let mut first = bottom + 1;
        while let Some(row) = self.rows.get(first as usize) {
            let numbers = row.iter().filter(|text| is_number_of_a_column(text)).count();
            let is_numbering = columns > 1 && numbers * 2 > columns && numbers > 1;
            let is_example = row.iter().any(|text| is_example(text));
            if !(is_numbering || is_example) {
                break;
            }
            first += 1;
        }
        first
    }
}

/// A title without the blanks by which it is spread: `姓  名`.
fn title(cell: &Cell) -> String {
    shown_cell(cell).split_whitespace().collect()
}

/// `1`, `(2)`, `甲`, `A`: what stands below a title so that one can speak of its column.
fn is_number_of_a_column(text: &str) -> bool {
    let plain = text.trim_matches(['(', ')', '(', ')', '栏']);
    let is_counted = plain.parse::<u32>().is_ok_and(|number| (1..=200).contains(&number));
    is_counted
        || ["甲", "乙", "丙", "丁", "戊"].contains(&plain)
        || (plain.len() == 1 && plain.chars().all(|c| c.is_ascii_uppercase()))
}

fn is_example(text: &str) -> bool {
    const WORDS: [&str; 6] = ["示例", "样例", "范例", "例如", "填写示范", "填表示范"];
    let plain = text.trim_start_matches(['(', '(', '【']);
    WORDS.iter().any(|word| plain.starts_with(word))
        || ["例", "例:", "例：", "如：", "如:"]
            .iter()
            .any(|word| plain == *word || (word.chars().count() == 2 && plain.starts_with(word)))
}

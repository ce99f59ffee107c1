//! Merged cells: what they say holds for every row that they span.

use std::ops::RangeInclusive;

use super::body::{self, Layout};
use super::header::HEADER_WITHIN;
use super::noticed::rows_title;
use crate::outside::{Area, Cell, Grid};
use crate::roster::ImportField;
use crate::roster::import::cells::text::shown;
use crate::roster::import::titles::field_of;

/// Merged cells that one header may have.
const MOST_AREAS: usize = 1_000;

/// Common titles under which stand other people than the member.
const OTHER_PEOPLE: &[&str] = &["家庭", "配偶", "子女", "介绍人", "联系人"];

/// Writes a header of several rows, whose titles are merged over them or over several columns, into its first row.
/// `入党` over `时间` becomes `入党时间` where that is a title.
pub(super) fn unfold_header(grid: &mut Grid) {
    let Some((top, bottom)) = header_rows(grid) else { return };
    let width = grid.rows[top..=bottom].iter().map(Vec::len).max().unwrap_or(0);
    let areas = grid.merged.iter().filter(|area| area.bottom >= number(top) && area.top <= number(bottom));
    let areas: Vec<Area> = areas.take(MOST_AREAS).copied().collect();
    let mut titles: Vec<Cell> =
        (0..width).map(|column| Cell::Text(title(grid, &areas, top..=bottom, column))).collect();
    for area in &areas {
        join_date(grid, area, bottom, &mut titles);
    }
    for row in &mut grid.rows[top..=bottom] {
        row.clear();
    }
    grid.rows[top] = titles;
    grid.merged.retain(|area| area.bottom < number(top) || area.top > number(bottom));
}

/// A date whose year, month and day stand in columns of their own, below one title: it is written into the first.
fn join_date(grid: &mut Grid, area: &Area, bottom: usize, titles: &mut [Cell]) {
    const UNITS: [&str; 3] = ["年", "月", "日"];
    let (left, width) = (area.left as usize, (area.right - area.left) as usize + 1);
    let common = grid.rows.get(area.top as usize).and_then(|row| row.get(left)).map(shown).unwrap_or_default();
    let is_unit = |(place, unit): (usize, &&str)| {
        let title = grid.rows[bottom].get(left + place).map(shown).unwrap_or_default();
        title.strip_suffix('份').unwrap_or(&title) == *unit
    };
    let is_split = area.top as usize != bottom
        && (2..=UNITS.len()).contains(&width)
        && left + width <= titles.len()
        && field_of(&common).is_some_and(ImportField::is_date)
        && UNITS[..width].iter().enumerate().all(is_unit);
    if !is_split {
        return;
    }
    titles[left..left + width].fill(Cell::Empty);
    titles[left] = Cell::Text(common);
    for row in grid.rows.iter_mut().skip(bottom + 1) {
        let Some(cells) = row.get_mut(left..) else { continue };
        let parts = cells.iter().take(width).map(shown).zip(UNITS).filter(|(part, _)| !part.is_empty());
        let date: String = parts.map(|(part, unit)| format!("{}{unit}", part.trim_end_matches(unit))).collect();
        for cell in cells.iter_mut().take(width) {
            *cell = Cell::Empty;
        }
        if !date.is_empty() {
            cells[0] = Cell::Text(date);
        }
    }
}

/// First and last row of a header that merged cells make one of several rows.
fn header_rows(grid: &Grid) -> Option<(usize, usize)> {
    let is_name = |cell: &Cell| field_of(&shown(cell)) == Some(ImportField::Name);
    grid.rows.iter().enumerate().take(HEADER_WITHIN).find_map(|(top, row)| {
        let name = row.iter().position(is_name)?;
        let down = grid.merged.iter().find(|area| area.top == number(top) && area.left == number(name));
        let bottom = match down {
            Some(area) if area.bottom > area.top => area.bottom as usize,
            // Without a merge below the name: a common title, with titles of its own below.
            _ => {
                let below = grid.rows.get(top + 1)?;
                let is_text = |column: u32| matches!(below.get(column as usize), Some(Cell::Text(_)));
                let common = |area: &Area| {
                    area.top == number(top) && area.bottom == area.top && (area.left..=area.right).any(is_text)
                };
                let titles_only = below.iter().all(|cell| matches!(cell, Cell::Empty | Cell::Text(_)));
                let free = below.get(name).is_none_or(|cell| shown(cell).is_empty());
                (free && titles_only && grid.merged.iter().any(common)).then_some(top + 1)?
            }
        };
        (bottom < grid.rows.len() && bottom - top < HEADER_WITHIN).then_some((top, bottom))
    })
}

/// The title of a column whose header has several rows.
fn title(grid: &Grid, areas: &[Area], rows: RangeInclusive<usize>, column: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    for row in rows {
        let holds = |area: &&Area| area.holds(number(row), number(column));
        let (row, column) =
            areas.iter().find(holds).map_or((row, column), |area| (area.top as usize, area.left as usize));
        let text = grid.rows.get(row).and_then(|row| row.get(column)).map(shown).unwrap_or_default();
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    if parts.iter().any(|part| OTHER_PEOPLE.iter().any(|word| part.contains(word))) {
        return parts.concat();
    }
    let mut joined = (0..parts.len().saturating_sub(1)).map(|first| parts[first..].concat());
    let known = joined.find(|title| field_of(title).is_some());
    known.or_else(|| parts.pop()).unwrap_or_default()
}

/// Fills the rows that merged cells span, below the header and where there are people. What is merged over the name is one
/// person on several rows, or no person at all; what became of those rows is said.
pub(in crate::roster::import) fn fill(grid: &mut Grid, layout: &Layout) -> Vec<String> {
    if grid.merged.is_empty() {
        return Vec::new();
    }
    let name = layout.column_of(ImportField::Name);
    let spans_name = |area: &Area| name.is_some_and(|name| (area.left as usize..=area.right as usize).contains(&name));
    let (mut headings, mut continued) = (Vec::new(), Vec::new());
    let body = grid.merged.iter().filter(|area| area.top as usize >= layout.first);
    for area in body.clone().filter(|area| spans_name(area)) {
        let rows = area.top as usize..=(area.bottom as usize).min(grid.rows.len().saturating_sub(1));
        if area.right - area.left >= 2 {
            for row in rows {
                let text = grid.rows[row].get(area.left as usize).map(shown).unwrap_or_default();
                let is_line = body::section(&grid.rows[row]).is_some();
                if !text.is_empty() && !is_line && !body::is_footer(&grid.rows[row]) {
                    headings.push(format!("第 {} 行“{text}”", row + 1));
                    grid.rows[row].clear();
                }
            }
        } else {
            for row in rows.skip(1) {
                if grid.rows[row].iter().any(|cell| !shown(cell).is_empty()) {
                    continued.push(number(row));
                    grid.rows[row].clear();
                }
            }
        }
    }
    let with_people: Vec<bool> = (0..grid.rows.len()).map(|row| has_content(&grid.rows[row], layout)).collect();
    for area in body.filter(|area| area.bottom > area.top && !spans_name(area)) {
        let column = column_of(area, layout);
        let Some(value) = grid.rows.get(area.top as usize).and_then(|row| row.get(area.left as usize)).cloned() else {
            continue;
        };
        let height = (area.bottom - area.top) as usize + 1;
        let covered = grid.rows.iter_mut().zip(&with_people).skip(area.top as usize).take(height);
        for (cells, _) in covered.filter(|(_, has_person)| **has_person) {
            if cells.len() <= column {
                cells.resize(column + 1, Cell::Empty);
            }
            if cells[column] == Cell::Empty {
                cells[column] = value.clone();
            }
        }
    }
    let mut notes = Vec::new();
    if !headings.is_empty() {
        notes.push(format!("{}是横跨几栏的合并单元格，不是一个人，没有读入", headings.join("、")));
    }
    if !continued.is_empty() {
        notes.push(format!("{}的姓名与上一行合并，按同一个人读，只读了上面一行", rows_title(&continued)));
    }
    notes
}

/// The column for which a merged area speaks: the first that is read.
fn column_of(area: &Area, layout: &Layout) -> usize {
    let mut read = layout.columns.iter().filter(|column| column.field.is_some()).map(|column| column.index);
    read.find(|column| (area.left..=area.right).contains(column)).unwrap_or(area.left) as usize
}

fn has_content(row: &[Cell], layout: &Layout) -> bool {
    let mut read = layout.columns.iter().filter(|column| column.field.is_some());
    read.any(|column| !shown(layout.cell(row, column)).is_empty())
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

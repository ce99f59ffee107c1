//! The cells kept from a sheet, within bounds.

use std::collections::BTreeSet;

use zhibu_core::outside::{Area, Cell, Grid, SheetError};

/// Rows a roster may have.
pub(super) const MAX_ROWS: u32 = 100_000;
/// Columns a roster may have.
pub(super) const MAX_COLUMNS: u32 = 256;
/// Cells a roster may have: 100,000 rows of the national system's 19 columns fit.
pub(super) const MAX_CELLS: u64 = 2_000_000;
/// Bytes of text in one sheet. A few shared strings, each shown by very many cells, would otherwise fill the memory.
pub(super) const MAX_TEXT: u64 = 64 << 20;
/// Cells beyond all bounds that may be slips of the hand; more are a table that is too large.
pub(super) const MAX_STRAYS: usize = 64;
/// Merged cells of a sheet.
const MAX_MERGED: usize = 200_000;

/// Refuses a sheet of `rows` × `columns` that no roster has.
pub(super) fn check_extent(rows: u64, columns: u64) -> Result<(), SheetError> {
    if rows > u64::from(MAX_ROWS) {
        return Err(too_many_rows());
    }
    if columns > u64::from(MAX_COLUMNS) {
        return Err(too_many_columns());
    }
    if rows * columns > MAX_CELLS {
        return Err(SheetError::TooLarge(format!("{rows} 行 × {columns} 列")));
    }
    Ok(())
}

fn too_many_rows() -> SheetError {
    SheetError::TooLarge(format!("超过 {MAX_ROWS} 行"))
}

fn too_many_columns() -> SheetError {
    SheetError::TooLarge(format!("超过 {MAX_COLUMNS} 列"))
}

/// What the sheets of a file may still bring, all together.
pub(super) struct Left {
    /// Cells, filled or not.
    cells: u64,
    /// Bytes of text.
    text: u64,
}

impl Default for Left {
    fn default() -> Self {
        Self { cells: MAX_CELLS, text: MAX_TEXT }
    }
}

/// A sheet being read, from its own row 1 and column A on. Rows and columns are counted from 0.
pub(super) struct Rows<'a> {
    left: &'a mut Left,
    grid: Grid,
    hidden_rows: BTreeSet<u32>,
    hidden_columns: BTreeSet<u32>,
}

impl<'a> Rows<'a> {
    /// An empty sheet that takes no more than what is `left`.
    pub(super) fn within(left: &'a mut Left) -> Self {
        Self { left, grid: Grid::default(), hidden_rows: BTreeSet::new(), hidden_columns: BTreeSet::new() }
    }

    /// Puts `cell` at `row` and `column`. Empty cells take no place, and cells beyond all bounds are only remembered.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), SheetError> {
        let text = match &cell {
            Cell::Empty => return Ok(()),
            Cell::Text(text) if text.is_empty() => return Ok(()),
            Cell::Text(text) => text.len() as u64,
            _ => 0,
        };
        if row >= MAX_ROWS || column >= MAX_COLUMNS {
            let is_blank = matches!(&cell, Cell::Text(text) if text.trim().is_empty());
            return if is_blank { Ok(()) } else { self.stray(row, column) };
        }
        let too_much_text = || SheetError::TooLarge(format!("文字超过 {} MB", MAX_TEXT >> 20));
        self.left.text = self.left.text.checked_sub(text).ok_or_else(too_much_text)?;
        let (row, column) = (row as usize, column as usize);
        let rows = &mut self.grid.rows;
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        if let Some(cells) = rows.get_mut(row) {
            if cells.len() <= column {
                let too_many = || SheetError::TooLarge(format!("超过 {MAX_CELLS} 格"));
                let more = (column + 1 - cells.len()) as u64;
                self.left.cells = self.left.cells.checked_sub(more).ok_or_else(too_many)?;
                cells.resize(column + 1, Cell::Empty);
            }
            if let Some(place) = cells.get_mut(column) {
                *place = cell;
            }
        }
        Ok(())
    }

    /// Remembers a cell that is too far out to be part of a roster.
    pub(super) fn stray(&mut self, row: u32, column: u32) -> Result<(), SheetError> {
        self.grid.strays.push(cell_name(row, column));
        match self.grid.strays.len() {
            0..=MAX_STRAYS => Ok(()),
            _ if row >= MAX_ROWS => Err(too_many_rows()),
            _ => Err(too_many_columns()),
        }
    }

    /// The cells of `area` are merged into its first.
    pub(super) fn merge(&mut self, area: Area) -> Result<(), SheetError> {
        self.grid.merged.push(area);
        if self.grid.merged.len() > MAX_MERGED { Err(too_much_merged()) } else { Ok(()) }
    }

    /// A row is not shown.
    pub(super) fn hide_row(&mut self, row: u32) {
        if row < MAX_ROWS {
            self.hidden_rows.insert(row);
        }
    }

    /// Columns are not shown.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        self.hidden_columns.extend(first..=last.min(MAX_COLUMNS));
    }

    /// The file lacks the result of a formula in this column.
    pub(super) fn uncalculated(&mut self, column: u32) {
        if column < MAX_COLUMNS {
            *self.grid.uncalculated.entry(column).or_default() += 1;
        }
    }

    /// A date of this column is shown without its year.
    pub(super) fn yearless(&mut self, column: u32) {
        if column < MAX_COLUMNS {
            *self.grid.yearless.entry(column).or_default() += 1;
        }
    }

    /// Takes a cell out again.
    pub(super) fn clear(&mut self, row: u32, column: u32) {
        if let Some(cell) = self.grid.rows.get_mut(row as usize).and_then(|row| row.get_mut(column as usize)) {
            *cell = Cell::Empty;
        }
    }

    /// All rows, with what is known about them.
    ///
    /// # Errors
    /// [`SheetError::Empty`] when there are none.
    pub(super) fn finish(self) -> Result<Grid, SheetError> {
        let Self { mut grid, hidden_rows, hidden_columns, .. } = self;
        let width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
        if width == 0 {
            return Err(SheetError::Empty);
        }
        let filled = |row: u32, column: u32| {
            let cell = grid.rows.get(row as usize).and_then(|row| row.get(column as usize));
            cell.is_some_and(|cell| *cell != Cell::Empty)
        };
        let (rows, columns) = (count(grid.rows.len()), count(width));
        let has_row = |row: &u32| grid.rows.get(*row as usize).is_some_and(|row| row.iter().any(|c| *c != Cell::Empty));
        grid.hidden_rows = hidden_rows.into_iter().filter(has_row).collect();
        grid.hidden_columns =
            hidden_columns.into_iter().filter(|column| (0..rows).any(|row| filled(row, *column))).collect();
        grid.merged.retain_mut(|area| {
            area.bottom = area.bottom.min(rows - 1);
            area.right = area.right.min(columns - 1);
            area.top <= area.bottom && area.left <= area.right
        });
        // Areas of a sound file do not overlap.
        let size = |area: &Area| u64::from(area.bottom - area.top + 1) * u64::from(area.right - area.left + 1);
        if grid.merged.iter().map(size).sum::<u64>() > MAX_CELLS {
            return Err(too_much_merged());
        }
        // One cell far out in an otherwise small table is not worth a field of empty ones.
        if grid.rows.len() as u64 * width as u64 <= MAX_CELLS {
            for row in &mut grid.rows {
                row.resize(width, Cell::Empty);
            }
        }
        Ok(grid)
    }
}

fn too_much_merged() -> SheetError {
    SheetError::TooLarge("合并的单元格过多".to_owned())
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// What a sheet calls a cell: `A1`, `XFD1048576`.
fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    // A hostile file may name the last row and column that a number can hold.
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &(u64::from(row) + 1).to_string()
}

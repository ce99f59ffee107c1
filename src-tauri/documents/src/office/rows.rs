//! The cells kept from a sheet, within bounds.

use zhibu_core::outside::{Cell, SheetError};

/// Rows a roster may have.
pub(super) const MAX_ROWS: u64 = 100_000;
/// Columns a roster may have.
pub(super) const MAX_COLUMNS: u64 = 256;
/// Rows times columns: 100,000 rows of the national system's 19 columns fit.
pub(super) const MAX_CELLS: u64 = 2_000_000;
/// Bytes of text in one sheet. A few shared strings, each shown by very many cells, would otherwise fill the memory.
pub(super) const MAX_TEXT: u64 = 64 << 20;

/// Refuses a sheet of `rows` × `columns` that no roster has.
pub(super) fn check_extent(rows: u64, columns: u64) -> Result<(), SheetError> {
    if rows > MAX_ROWS {
        return Err(SheetError::TooLarge(format!("超过 {MAX_ROWS} 行")));
    }
    if columns > MAX_COLUMNS {
        return Err(SheetError::TooLarge(format!("超过 {MAX_COLUMNS} 列")));
    }
    if rows * columns > MAX_CELLS {
        return Err(SheetError::TooLarge(format!("{rows} 行 × {columns} 列")));
    }
    Ok(())
}

/// A sheet being read, from its own row 1 and column A on.
#[derive(Default)]
pub(super) struct Rows {
    rows: Vec<Vec<Cell>>,
    width: usize,
    text: u64,
}

impl Rows {
    /// Puts `cell` at `row` and `column`, both from 0. Empty cells take no place.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), SheetError> {
        let text = match &cell {
            Cell::Empty => return Ok(()),
            Cell::Text(text) if text.is_empty() => return Ok(()),
            Cell::Text(text) => text.len() as u64,
            _ => 0,
        };
        self.text += text;
        if self.text > MAX_TEXT {
            return Err(SheetError::TooLarge(format!("文字超过 {} MB", MAX_TEXT >> 20)));
        }
        let (row, column) = (row as usize, column as usize);
        self.width = self.width.max(column + 1);
        check_extent(self.rows.len().max(row + 1) as u64, self.width as u64)?;
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        if let Some(cells) = self.rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column + 1, Cell::Empty);
            }
            if let Some(place) = cells.get_mut(column) {
                *place = cell;
            }
        }
        Ok(())
    }

    /// All rows, made equally wide.
    pub(super) fn finish(mut self) -> Vec<Vec<Cell>> {
        for row in &mut self.rows {
            row.resize(self.width, Cell::Empty);
        }
        self.rows
    }
}

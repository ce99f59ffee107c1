//! Tables out.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError, cell_autofit_width};
use zhibu_core::outside::Table;

/// Pixels; a longer text is cut on screen, not in the file.
const WIDEST: u32 = 400;

/// One sheet: a bold header that stays in view, and everything as text.
pub(super) fn xlsx(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The clock must not show in the bytes: the same table gives the same file.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let sheet = book.add_worksheet().set_name(&table.sheet)?;
    // Text format: what is typed into the cell later stays text as well.
    let body = Format::new().set_num_format("@");
    let bold = body.clone().set_bold();
    sheet.set_freeze_panes(1, 0)?;

    for (row, cells) in (0..).zip(std::iter::once(&table.header).chain(&table.rows)) {
        let format = if row == 0 { &bold } else { &body };
        for (column, text) in (0..).zip(cells) {
            sheet.write_string_with_format(row, column, text, format)?;
        }
    }
    let columns = table.rows.iter().map(Vec::len).chain([table.header.len()]).max().unwrap_or(0);
    for (index, column) in (0..columns).zip(0..) {
        let cells = std::iter::once(&table.header).chain(&table.rows).filter_map(|row| row.get(index));
        sheet.set_column_width_pixels(column, cells.map(|text| width(text)).max().unwrap_or(0).clamp(64, WIDEST))?;
        sheet.set_column_format(column, &body)?;
    }
    book.save_to_buffer()
}

/// Pixels a text needs. The library's measure takes every Chinese character for half of what it is.
fn width(text: &str) -> u32 {
    let wide = text.chars().filter(|c| !c.is_ascii()).count();
    cell_autofit_width(text).saturating_add(u32::try_from(wide).unwrap_or(WIDEST).saturating_mul(7))
}

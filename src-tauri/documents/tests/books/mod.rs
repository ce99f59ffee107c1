//! Spreadsheets made by hand, and what is read of them.

#![allow(dead_code, clippy::unwrap_used)] // each test file takes what it needs

use std::io::{Cursor, Write as _};

use zhibu_core::outside::{Cell, Grid, Office, Sheet, SheetError};
use zhibu_documents::office::OfficeFiles;

pub(crate) fn fixture(path: &str) -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/").to_owned() + path;
    std::fs::read(path).unwrap()
}

pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    OfficeFiles.read(bytes)
}

/// The first sheet that is shown and holds anything, or why there is none.
pub(crate) fn read(bytes: &[u8]) -> Result<Grid, SheetError> {
    let shown = sheets(bytes)?.into_iter().filter(|sheet| !sheet.hidden);
    let found = shown.map(|sheet| sheet.grid).find(|grid| *grid != Err(SheetError::Empty));
    found.unwrap_or(Err(SheetError::Empty))
}

/// A sheet by its name.
pub(crate) fn sheet(bytes: &[u8], name: &str) -> Grid {
    sheets(bytes).unwrap().into_iter().find(|sheet| sheet.name == name).unwrap().grid.unwrap()
}

pub(crate) fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

pub(crate) fn day(iso: &str) -> Cell {
    Cell::Date(format!("{iso}T00:00:00").parse().unwrap())
}

/// What a person would read in a row.
pub(crate) fn row(grid: &Grid, row: usize) -> Vec<String> {
    let cells = grid.rows.get(row).into_iter().flatten();
    cells
        .map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) | Cell::Error(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Date(moment) => moment.to_string(),
            Cell::Bool(truth) => truth.to_string(),
        })
        .collect()
}

/// An .xlsx with an empty sheet 空 and a sheet 名册 with the given data.
pub(crate) fn xlsx(sheet_data: &str) -> Vec<u8> {
    xlsx_of(&format!("<sheetData>{sheet_data}</sheetData>"), "", "")
}

/// The same with all that stands in the sheet, with number formats and the styles that use them.
pub(crate) fn xlsx_of(sheet: &str, formats: &str, styles: &str) -> Vec<u8> {
    zipped(&[
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="空" sheetId="1" r:id="r1"/><sheet name="名册" sheetId="2" r:id="r2"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData></sheetData></worksheet>"),
        ("xl/worksheets/sheet2.xml", &format!("<worksheet>{sheet}</worksheet>")),
        (
            "xl/styles.xml",
            &format!(
                "<styleSheet><numFmts>{formats}</numFmts><cellXfs><xf numFmtId=\"0\"/>{styles}</cellXfs></styleSheet>"
            ),
        ),
    ])
}

pub(crate) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="名册">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ])
}

/// An OLE2 container with one stream.
pub(crate) fn ole(name: &str, content: &[u8]) -> Vec<u8> {
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container.create_stream(name).unwrap().write_all(content).unwrap();
    container.into_inner().into_inner()
}

/// A BIFF8 workbook with one sheet that holds `records`.
pub(crate) fn xls(globals: &[(u16, &[u8])], records: &[(u16, &[u8])]) -> Vec<u8> {
    let flat = |records: &[(u16, &[u8])]| -> Vec<u8> {
        let put =
            |(kind, data): &(u16, &[u8])| [&kind.to_le_bytes(), &(data.len() as u16).to_le_bytes(), *data].concat();
        records.iter().flat_map(put).collect()
    };
    let bof = |kind: u8| [0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let head = [flat(&[(0x0809, &bof(5))]), flat(globals)].concat();
    let start = (head.len() + 4 + 10 + 4) as u32;
    let sheet = [&start.to_le_bytes()[..], &[0, 0, 2, 0, b'A', b'B']].concat();
    let stream =
        [head, flat(&[(0x0085, &sheet), (0x000A, &[]), (0x0809, &bof(0x10))]), flat(records), flat(&[(0x000A, &[])])];
    ole("/Workbook", &stream.concat())
}

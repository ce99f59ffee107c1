//! What a file is, and whether it may be read: decided before any library builds a table from it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use zhibu_core::outside::SheetError;
use zip::ZipArchive;

use super::rows::{MAX_CELLS, MAX_TEXT, check_extent};

/// Bytes of a file; a roster of 10,000 people has about one million.
const MAX_FILE: usize = 32 << 20;
/// Bytes of a file that is not compressed on the inside.
const MAX_XLS: usize = 16 << 20;
/// Bytes of a zip's content.
const MAX_INFLATED: u64 = 64 << 20;
/// Entries of a zip.
const MAX_ENTRIES: usize = 2_000;
/// Sheets of a workbook.
const MAX_SHEETS: usize = 256;

/// What a file is, by its content.
pub(super) enum Kind {
    Xlsx,
    Xls,
    Ods,
    Text,
}

/// Tells what `bytes` are and refuses what must not be read.
pub(super) fn admit(bytes: &[u8]) -> Result<Kind, SheetError> {
    if bytes.is_empty() {
        return Err(SheetError::Empty);
    }
    if bytes.len() > MAX_FILE {
        return Err(SheetError::TooLarge(format!("超过 {} MB", MAX_FILE >> 20)));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        zip(bytes)
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        ole(bytes)
    } else {
        Ok(Kind::Text)
    }
}

fn failed(error: impl std::fmt::Display) -> SheetError {
    SheetError::Failed(error.to_string())
}

/// Unpacks every entry once, counting: the sizes that a zip's directory declares are the sender's word only.
fn zip(bytes: &[u8]) -> Result<Kind, SheetError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(failed)?;
    if archive.len() > MAX_ENTRIES {
        return Err(SheetError::TooLarge(format!("压缩包内超过 {MAX_ENTRIES} 个文件")));
    }
    let mut left = MAX_INFLATED;
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        if archive.by_index_raw(index).map_err(failed)?.encrypted() {
            return Err(SheetError::Encrypted);
        }
        let entry = archive.by_index(index).map_err(failed)?;
        // Windows paths and any case: as lenient as the reader, so that it finds no part that is not seen here.
        let name = entry.name().map_err(failed)?.to_ascii_lowercase().replace('\\', "/");
        let mut entry = entry.take(left + 1);
        let mut content = Vec::new();
        let size = match name.rsplit('/').next() {
            Some("mimetype" | "manifest.xml" | "content.xml" | "sharedstrings.xml") => {
                entry.read_to_end(&mut content).map_err(failed)? as u64
            }
            _ => std::io::copy(&mut entry, &mut std::io::sink()).map_err(failed)?,
        };
        left = left
            .checked_sub(size)
            .ok_or_else(|| SheetError::TooLarge(format!("解压后超过 {} MB", MAX_INFLATED >> 20)))?;
        if parts.insert(name, content).is_some() {
            return Err(failed("压缩包内有重名文件"));
        }
    }
    let part = |name: &str| parts.get(name).map(Vec::as_slice);

    if part("mimetype").is_some_and(|kind| kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet")) {
        if part("meta-inf/manifest.xml").is_some_and(|manifest| contains(manifest, b"encryption-data")) {
            return Err(SheetError::Encrypted);
        }
        ods(part("content.xml").unwrap_or_default())?;
        return Ok(Kind::Ods);
    }
    if part("xl/workbook.bin").is_some() {
        return Err(SheetError::Failed("不支持 .xlsb，请另存为 .xlsx".into()));
    }
    if part("xl/workbook.xml").is_some() {
        for (_, strings) in parts.iter().filter(|(name, _)| name.ends_with("sharedstrings.xml")) {
            shared_strings(strings)?;
        }
        return Ok(Kind::Xlsx);
    }
    Err(SheetError::NotASheet)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// calamine reserves room for as many strings as the file says there are.
fn shared_strings(xml: &[u8]) -> Result<(), SheetError> {
    let mut reader = quick_xml::Reader::from_reader(xml);
    loop {
        match reader.read_event().map_err(failed)? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "sst" => {
                return match number(&tag, "uniqueCount")? {
                    Some(count) if count > MAX_CELLS => Err(SheetError::TooLarge(format!("{count} 条文字"))),
                    _ => Ok(()),
                };
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// A whole-number attribute; unreadable ones are left to the reader to complain about.
fn number(tag: &BytesStart<'_>, name: &str) -> Result<Option<u64>, SheetError> {
    let attribute = tag.try_get_attribute(name).map_err(failed)?;
    Ok(attribute.and_then(|attribute| attribute.value.trim().parse().ok()))
}

/// An .ods says "this cell, 16,384 times" and "this row, a million times" in a few bytes. Empty ones are usual at the
/// end of every sheet and cost nothing; the others are multiplied out here, before calamine does.
fn ods(xml: &[u8]) -> Result<(), SheetError> {
    let mut reader = quick_xml::Reader::from_reader(xml);
    let (mut sheets, mut cells, mut text) = (0, 0_u64, 0_u64);
    let mut sheet = OdsSheet::default();
    loop {
        let before = reader.buffer_position();
        let event = reader.read_event().map_err(failed)?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                "table:table" => {
                    sheets += 1;
                    cells += sheet.rows * sheet.columns;
                    sheet = OdsSheet::default();
                }
                "table:table-row" => sheet.row(times(tag, "table:number-rows-repeated")?),
                "table:table-cell" | "table:covered-table-cell" => {
                    let has_value = tag.attributes().flatten().any(|attribute| {
                        let key = attribute.key.as_ref();
                        key.starts_with("office:") || key == "table:formula"
                    });
                    let filled = has_value || matches!(event, Event::Start(_));
                    sheet.cell(times(tag, "table:number-columns-repeated")?, filled)?;
                }
                _ => {}
            },
            Event::Eof => return Ok(()),
            _ => {}
        }
        text += (reader.buffer_position() - before) * sheet.repeated();
        if sheets > MAX_SHEETS || text > MAX_TEXT || cells > MAX_CELLS {
            return Err(SheetError::TooLarge("工作表或重复的内容过多".into()));
        }
    }
}

/// What an .ods sheet comes to, up to the cell being read.
#[derive(Default)]
struct OdsSheet {
    /// Rows up to the last filled one, and columns up to the last filled one.
    rows: u64,
    columns: u64,
    /// Rows up to and with this one, and how often this one is meant.
    row: u64,
    row_times: u64,
    /// Columns up to and with this cell, and how often it is meant; 0 when it is empty.
    column: u64,
    cell_times: u64,
}

impl OdsSheet {
    fn row(&mut self, times: u64) {
        self.row += times;
        (self.row_times, self.column, self.cell_times) = (times, 0, 0);
    }

    fn cell(&mut self, times: u64, filled: bool) -> Result<(), SheetError> {
        self.column += times;
        self.cell_times = if filled { times } else { 0 };
        if filled {
            self.rows = self.row;
            self.columns = self.columns.max(self.column);
        }
        check_extent(self.rows, self.columns)
    }

    /// How often what stands in this cell is meant.
    fn repeated(&self) -> u64 {
        self.row_times * self.cell_times
    }
}

/// How often a row or cell is meant; more than any sheet has rows is as good as endless.
fn times(tag: &BytesStart<'_>, name: &str) -> Result<u64, SheetError> {
    Ok(number(tag, name)?.unwrap_or(1).min(1 << 24))
}

/// An OLE2 container: an old workbook, or the wrapping of an encrypted new one.
fn ole(bytes: &[u8]) -> Result<Kind, SheetError> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(failed)?;
    if container.is_stream("/EncryptedPackage") {
        return Err(SheetError::Encrypted);
    }
    let Some(path) = ["/Workbook", "/Book"].into_iter().find(|path| container.is_stream(path)) else {
        return Err(SheetError::NotASheet);
    };
    if bytes.len() > MAX_XLS {
        return Err(SheetError::TooLarge(format!("超过 {} MB，请另存为 .xlsx", MAX_XLS >> 20)));
    }
    let mut stream = Vec::new();
    container.open_stream(path).map_err(failed)?.take(bytes.len() as u64).read_to_end(&mut stream).map_err(failed)?;
    biff(&stream)?;
    Ok(Kind::Xls)
}

/// Record types of a BIFF stream ([MS-XLS] 2.3).
mod record {
    pub(super) const EOF: u16 = 0x000A;
    pub(super) const FILE_PASS: u16 = 0x002F;
    pub(super) const BOUND_SHEET: u16 = 0x0085;
    pub(super) const BOF: u16 = 0x0809;
    pub(super) const DIMENSIONS: u16 = 0x0200;
    pub(super) const MUL_RK: u16 = 0x00BD;
    /// Formula, RString, LabelSst, Number, Label, BoolErr, RK: each begins with the row and column of its cell.
    pub(super) const CELLS: [u16; 7] = [0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E];
}

/// calamine makes a dense table of every sheet as soon as the file is opened.
fn biff(stream: &[u8]) -> Result<(), SheetError> {
    let mut starts = Vec::new();
    for (kind, data) in Records(stream) {
        match kind {
            // Anything but zeros: even the weakest scheme garbles the cells.
            record::FILE_PASS if data.iter().any(|byte| *byte != 0) => return Err(SheetError::Encrypted),
            record::BOUND_SHEET => starts.push(u32_at(data, 0).unwrap_or(u32::MAX) as usize),
            record::EOF => break,
            _ => {}
        }
    }
    if starts.len() > MAX_SHEETS {
        return Err(SheetError::TooLarge(format!("超过 {MAX_SHEETS} 张工作表")));
    }
    let mut all = 0;
    for start in starts {
        let sheet = stream.get(start..).ok_or_else(|| failed("工作表的位置超出文件"))?;
        let (rows, columns) = extent(sheet);
        check_extent(rows, columns)?;
        all += rows * columns;
        if all > MAX_CELLS {
            return Err(SheetError::TooLarge(format!("全部工作表超过 {MAX_CELLS} 格")));
        }
    }
    Ok(())
}

/// Rows and columns of a sheet, as declared or as used, whichever is more.
fn extent(sheet: &[u8]) -> (u64, u64) {
    let (mut rows, mut columns) = (0, 0);
    let mut depth = 0;
    for (kind, data) in Records(sheet) {
        let (row, column) = match kind {
            record::BOF => {
                depth += 1;
                continue;
            }
            record::EOF if depth <= 1 => break,
            record::EOF => {
                depth -= 1;
                continue;
            }
            // BIFF8 has room for 32-bit rows, older versions for 16.
            record::DIMENSIONS if data.len() >= 14 => (u32_at(data, 4), u16_at(data, 10).map(u32::from)),
            record::DIMENSIONS => (u16_at(data, 2).map(u32::from), u16_at(data, 6).map(u32::from)),
            // A run of cells; its last column stands at the end.
            record::MUL_RK => {
                let last = u16_at(data, data.len().saturating_sub(2));
                (u16_at(data, 0).map(|row| u32::from(row) + 1), last.map(|column| u32::from(column) + 1))
            }
            kind if record::CELLS.contains(&kind) => {
                (u16_at(data, 0).map(|row| u32::from(row) + 1), u16_at(data, 2).map(|column| u32::from(column) + 1))
            }
            _ => continue,
        };
        rows = rows.max(u64::from(row.unwrap_or(0)));
        columns = columns.max(u64::from(column.unwrap_or(0)));
    }
    (rows, columns)
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

/// The records of a BIFF stream: type, length, data.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = u16_at(self.0, 0)?;
        let end = 4 + usize::from(u16_at(self.0, 2)?);
        let data = self.0.get(4..end)?;
        self.0 = self.0.get(end..)?;
        Some((kind, data))
    }
}

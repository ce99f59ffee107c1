//! Measures an .xls before calamine reads it, and finds what its sheets mark: the records of [MS-XLS], one after another.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek, SeekFrom, Write};

use zhibu_core::outside::{Area, SheetError};

use super::failed;
use super::format::Shows;
use super::marks::{Marks, Outcome};
use super::ods::MAX_SHEETS;
use super::rows::{MAX_CELLS, MAX_STRAYS, check_extent};

/// Bytes of a file that is not compressed on the inside.
const MAX_XLS: usize = 16 << 20;

/// Blank rows or columns between a table and a slip of the hand.
const GAP: u32 = 32;

/// An .xls that may be read.
pub(super) struct Xls<'a> {
    /// The file; without cells so far out that calamine would fill the memory with what lies between.
    pub(super) bytes: Cow<'a, [u8]>,
    /// What its sheets mark, in their order.
    pub(super) sheets: Vec<XlsMarks>,
}

/// What one sheet marks.
#[derive(Debug, Default)]
pub(super) struct XlsMarks {
    /// As of any sheet.
    pub(super) marks: Marks,
    /// Dates of which not all is shown, by row and column.
    pub(super) shows: BTreeMap<(u32, u32), Shows>,
    /// Cells that were taken out.
    pub(super) strays: Vec<(u32, u32)>,
}

/// An OLE2 container: an old workbook, the wrapping of an encrypted new one, or something else.
pub(super) fn measure(bytes: &[u8]) -> Result<Xls<'_>, SheetError> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(failed)?;
    let holds = |path: &&str| container.is_stream(path);
    if ["/EncryptedPackage", "/\u{6}DataSpaces/DataSpaceMap"].iter().any(holds) {
        return Err(SheetError::Encrypted);
    }
    let Some(path) = ["/Workbook", "/Book"].into_iter().find(|path| holds(path)) else {
        let known = [
            ("/WordDocument", "Word 文档（.doc）"),
            ("/PowerPoint Document", "演示文稿（.ppt）"),
            ("/__properties_version1.0", "邮件"),
            ("/VisioDocument", "Visio 图"),
            ("/CONTENTS", "Works 文稿"),
        ];
        let found = known.iter().find(|(path, _)| holds(path));
        return Err(found.map_or(SheetError::NotASheet, |(_, name)| SheetError::OtherKind(name)));
    };
    if bytes.len() > MAX_XLS {
        return Err(SheetError::TooLarge(format!("超过 {} MB，请另存为 .xlsx", MAX_XLS >> 20)));
    }
    let mut stream = Vec::new();
    container.open_stream(path).map_err(failed)?.take(bytes.len() as u64).read_to_end(&mut stream).map_err(failed)?;
    let (sheets, changes) = workbook(&stream)?;
    if changes.is_empty() {
        return Ok(Xls { bytes: Cow::Borrowed(bytes), sheets });
    }
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes.to_vec())).map_err(failed)?;
    let mut inside = container.open_stream(path).map_err(failed)?;
    for (at, new) in changes {
        inside.seek(SeekFrom::Start(at as u64)).map_err(failed)?;
        inside.write_all(&new).map_err(failed)?;
    }
    inside.flush().map_err(failed)?;
    drop(inside);
    Ok(Xls { bytes: Cow::Owned(container.into_inner().into_inner()), sheets })
}

/// Record types of a BIFF stream ([MS-XLS] 2.3).
mod record {
    pub(super) const EOF: u16 = 0x000A;
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const FILE_PASS: u16 = 0x002F;
    pub(super) const COLUMNS: u16 = 0x007D;
    pub(super) const BOUND_SHEET: u16 = 0x0085;
    pub(super) const MUL_RK: u16 = 0x00BD;
    pub(super) const XF: u16 = 0x00E0;
    pub(super) const MERGED: u16 = 0x00E5;
    pub(super) const DIMENSIONS: u16 = 0x0200;
    pub(super) const BLANK: u16 = 0x0201;
    pub(super) const NUMBER: u16 = 0x0203;
    pub(super) const STRING: u16 = 0x0207;
    pub(super) const ROW: u16 = 0x0208;
    pub(super) const RK: u16 = 0x027E;
    pub(super) const FORMAT: u16 = 0x041E;
    pub(super) const BOF: u16 = 0x0809;
    /// Formula, RString, LabelSst, Number, Label, BoolErr, RK: each begins with the row and column of its cell.
    pub(super) const CELLS: [u16; 7] = [FORMULA, 0x00D6, 0x00FD, NUMBER, 0x0204, 0x0205, RK];
}

/// Bytes to be written at a place of the stream.
type Change = (usize, Vec<u8>);

/// calamine makes a dense table of every sheet as soon as the file is opened.
fn workbook(stream: &[u8]) -> Result<(Vec<XlsMarks>, Vec<Change>), SheetError> {
    let mut starts = Vec::new();
    let (mut formats, mut styles) = (BTreeMap::new(), Vec::new());
    for Record { kind, data, .. } in Records::from(stream, 0) {
        match kind {
            // Anything but zeros: even the weakest scheme garbles the cells.
            record::FILE_PASS if data.iter().any(|byte| *byte != 0) => return Err(SheetError::Encrypted),
            record::BOUND_SHEET => starts.push(u32_at(data, 0).unwrap_or(u32::MAX) as usize),
            record::FORMAT => formats.extend(format(data)),
            record::XF => styles.push(u16_at(data, 2).unwrap_or(0)),
            record::EOF => break,
            _ => {}
        }
    }
    if starts.len() > MAX_SHEETS {
        return Err(SheetError::TooLarge(format!("超过 {MAX_SHEETS} 张工作表")));
    }
    let shows = |style: u16| -> Option<Shows> {
        let number = styles.get(usize::from(style))?;
        let own = formats.get(number).map(|format: &String| Shows::of(format));
        own.or_else(|| Shows::builtin((*number).into())).filter(|shows| *shows != Shows::Day)
    };
    let (mut sheets, mut changes, mut all) = (Vec::new(), Vec::new(), 0);
    for start in starts {
        if start > stream.len() {
            return Err(failed("工作表的位置超出文件"));
        }
        let (rows, columns) = table(stream, start);
        check_extent(rows.into(), columns.into())?;
        all += u64::from(rows) * u64::from(columns);
        if all > MAX_CELLS {
            return Err(SheetError::TooLarge(format!("全部工作表超过 {MAX_CELLS} 格")));
        }
        sheets.push(sheet(stream, start, (rows, columns), &shows, &mut changes));
    }
    Ok((sheets, changes))
}

/// Rows and columns of a sheet's table: as far as it is used, a few cells far away from all others aside.
fn table(stream: &[u8], start: usize) -> (u32, u32) {
    let (mut rows, mut columns) = (BTreeMap::<u32, usize>::new(), BTreeMap::<u32, usize>::new());
    for Record { kind, data, .. } in Records::of_sheet(stream, start) {
        if let Some((row, first, last)) = cells(kind, data) {
            *rows.entry(row).or_default() += (last - first + 1) as usize;
            for column in first..=last {
                *columns.entry(column).or_default() += 1;
            }
        }
    }
    let end = |used: &BTreeMap<u32, usize>| used.last_key_value().map_or(0, |(last, _)| last + 1);
    let whole = (end(&rows), end(&columns));
    if u64::from(whole.0) * u64::from(whole.1) <= MAX_CELLS {
        return whole;
    }
    (without_strays(&rows), without_strays(&columns))
}

/// Where the used rows (or columns) end when the few beyond a wide gap are left out.
fn without_strays(used: &BTreeMap<u32, usize>) -> u32 {
    let mut beyond = 0;
    let mut last = None;
    for (place, cells) in used.iter().rev() {
        match last {
            Some(last) if last - place > GAP => return place + 1,
            _ if beyond + cells > MAX_STRAYS => break,
            _ => (beyond, last) = (beyond + cells, Some(place)),
        }
    }
    // All few and together: where the first begins far out, all of it is astray.
    match (used.first_key_value(), used.last_key_value()) {
        (Some((first, _)), Some(_)) if *first > GAP && used.values().sum::<usize>() <= MAX_STRAYS => 0,
        (_, Some((last, _))) => last + 1,
        _ => 0,
    }
}

/// The cells of a record: their row, first and last column.
fn cells(kind: u16, data: &[u8]) -> Option<(u32, u32, u32)> {
    let (row, first) = (u32::from(u16_at(data, 0)?), u32::from(u16_at(data, 2)?));
    match kind {
        // A run of cells; its last column stands at the end.
        record::MUL_RK => {
            let last = u32::from(u16_at(data, data.len().saturating_sub(2))?);
            (first..=255).contains(&last).then_some((row, first, last))
        }
        _ => record::CELLS.contains(&kind).then_some((row, first, first)),
    }
}

/// What a sheet marks; `changes` gets what has to be written over, so that nothing lies outside of `size`.
fn sheet(
    stream: &[u8],
    start: usize,
    size: (u32, u32),
    shows: &dyn Fn(u16) -> Option<Shows>,
    changes: &mut Vec<Change>,
) -> XlsMarks {
    let mut found = XlsMarks::default();
    // A formula's text follows it, and its result is only then known.
    let mut formula_is_stray = false;
    for Record { at, kind, data } in Records::of_sheet(stream, start) {
        if let Some((row, first, last)) = cells(kind, data) {
            let is_stray = row >= size.0 || last >= size.1;
            if kind == record::FORMULA {
                formula_is_stray = is_stray;
            }
            if is_stray {
                found.strays.extend((first..=last).map(|column| (row, column)));
                changes.push((at, record::BLANK.to_le_bytes().to_vec()));
                continue;
            }
            let mut style = |column: u32, place: usize| {
                if let Some(shows) = u16_at(data, place).and_then(shows) {
                    found.shows.insert((row, column), shows);
                }
            };
            match kind {
                record::NUMBER | record::RK | record::FORMULA => style(first, 4),
                record::MUL_RK => (first..=last).zip((4..).step_by(6)).for_each(|(column, place)| style(column, place)),
                _ => {}
            }
            if kind == record::FORMULA {
                // A text that comes to nothing is marked by its last bytes; some programs store that without calculating.
                let value = data.get(6..14).unwrap_or_default();
                let is_nought = value == [0; 8] || value == [3, 0, 0, 0, 0, 0, 0xFF, 0xFF];
                found.marks.formula(row, first, if is_nought { Outcome::Nought } else { Outcome::Value });
            }
            continue;
        }
        match kind {
            record::STRING if formula_is_stray => changes.push((at, record::BLANK.to_le_bytes().to_vec())),
            // calamine makes room for as many cells as are declared here.
            record::DIMENSIONS => {
                let (declared, size) = if data.len() >= 14 {
                    let declared = (u32_at(data, 4), u16_at(data, 10));
                    (declared, [&[0; 4][..], &size.0.to_le_bytes(), &[0; 2], &low(size.1)].concat())
                } else {
                    let declared = (u16_at(data, 2).map(u32::from), u16_at(data, 6));
                    (declared, [&[0; 2][..], &low(size.0), &[0; 2], &low(size.1)].concat())
                };
                let declared = u64::from(declared.0.unwrap_or(0)) * u64::from(declared.1.unwrap_or(0));
                if declared > MAX_CELLS && size.len() <= data.len() {
                    changes.push((at + 4, size));
                }
            }
            record::ROW => {
                let has_no_height = u16_at(data, 6).is_some_and(|height| height & 0x7FFF == 0);
                let is_hidden = has_no_height || u16_at(data, 12).is_some_and(|flags| flags & 0x20 != 0);
                found.marks.hidden_rows.extend(u16_at(data, 0).filter(|_| is_hidden).map(u32::from));
            }
            record::COLUMNS => {
                let has_no_width = u16_at(data, 4) == Some(0);
                let is_hidden = has_no_width || u16_at(data, 8).is_some_and(|flags| flags & 1 != 0);
                if let (true, Some(first), Some(last)) = (is_hidden, u16_at(data, 0), u16_at(data, 2)) {
                    found.marks.hidden_columns.push((first.into(), last.into()));
                }
            }
            record::MERGED => {
                found.marks.merged.extend(data.get(2..).unwrap_or_default().chunks_exact(8).filter_map(area))
            }
            _ => {}
        }
    }
    found
}

/// Rows and columns of a merged area.
fn area(data: &[u8]) -> Option<Area> {
    let edge = |at| u16_at(data, at).map(u32::from);
    let area = Area { top: edge(0)?, bottom: edge(2)?, left: edge(4)?, right: edge(6)? };
    (area.top <= area.bottom && area.left <= area.right).then_some(area)
}

/// A number and text of a format.
fn format(data: &[u8]) -> Option<(u16, String)> {
    let number = u16_at(data, 0)?;
    // BIFF8 writes two bytes for the length and a flag that says whether letters have two bytes; before, one and none.
    let length = usize::from(u16_at(data, 2)?);
    let text = match data.get(4)? {
        1 if data.len() >= 5 + 2 * length => {
            let units = data.get(5..5 + 2 * length)?.chunks_exact(2);
            String::from_utf16_lossy(&units.filter_map(|unit| u16_at(unit, 0)).collect::<Vec<_>>())
        }
        0 if data.len() >= 5 + length => String::from_utf8_lossy(data.get(5..5 + length)?).into_owned(),
        _ => {
            let length = usize::from(*data.get(2)?);
            encoding_rs::GB18030.decode_without_bom_handling(data.get(3..3 + length)?).0.into_owned()
        }
    };
    Some((number, text))
}

fn low(n: u32) -> [u8; 2] {
    u16::try_from(n).unwrap_or(u16::MAX).to_le_bytes()
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

/// A record: where it stands in the stream, its type, its data.
struct Record<'a> {
    at: usize,
    kind: u16,
    data: &'a [u8],
}

/// The records of a BIFF stream.
struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    fn from(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }

    /// The records of the sheet that begins there, without those of the charts in it.
    fn of_sheet(stream: &'a [u8], at: usize) -> impl Iterator<Item = Record<'a>> {
        let mut depth = 0;
        Self::from(stream, at)
            .take_while(move |record| {
                match record.kind {
                    record::BOF => depth += 1,
                    record::EOF => depth -= 1,
                    _ => {}
                }
                record.kind != record::EOF || depth > 0
            })
            .scan(0, |depth, record| {
                match record.kind {
                    record::BOF => *depth += 1,
                    record::EOF => *depth -= 1,
                    _ => {}
                }
                Some((*depth <= 1).then_some(record))
            })
            .flatten()
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let at = self.at;
        let kind = u16_at(self.stream, at)?;
        let end = at + 4 + usize::from(u16_at(self.stream, at + 2)?);
        let data = self.stream.get(at + 4..end)?;
        self.at = end;
        Some(Record { at, kind, data })
    }
}

//! Measures what is packed in a zip before any library builds a table from it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use zhibu_core::outside::SheetError;
use zip::ZipArchive;

use super::rows::MAX_CELLS;
use super::xlsx::Parts;
use super::{failed, ods};

/// Bytes of a zip's content.
const MAX_INFLATED: u64 = 64 << 20;
/// Entries of a zip.
const MAX_ENTRIES: usize = 2_000;

/// What was in a zip.
pub(super) enum Zipped {
    /// A workbook, with its XML parts.
    Xlsx(Parts),
    /// An .ods, with what its sheets mark, sheet by sheet.
    Ods(Vec<ods::OdsMarks>),
}

/// Unpacks every entry once, counting: the sizes that a zip's directory declares are the sender's word only.
pub(super) fn zip(bytes: &[u8]) -> Result<Zipped, SheetError> {
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
        let size = if name == "mimetype" || name.ends_with(".xml") || name.ends_with(".rels") {
            entry.read_to_end(&mut content).map_err(failed)? as u64
        } else {
            std::io::copy(&mut entry, &mut std::io::sink()).map_err(failed)?
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
        return Ok(Zipped::Ods(ods::measure(part("content.xml").unwrap_or_default())?));
    }
    if part("xl/workbook.bin").is_some() {
        return Err(SheetError::OtherKind("二进制的 Excel 表格（.xlsb）"));
    }
    if part("xl/workbook.xml").is_some() {
        for (_, strings) in parts.iter().filter(|(name, _)| name.ends_with("sharedstrings.xml")) {
            shared_strings(strings)?;
        }
        return Ok(Zipped::Xlsx(parts));
    }
    Err(other(&parts))
}

/// Names what is packed, where it is no sheet.
fn other(parts: &Parts) -> SheetError {
    let holds = |start: &str| parts.keys().any(|name| name.starts_with(start));
    let ends = |end: &str| parts.keys().any(|name| name.ends_with(end));
    let mimetype = parts.get("mimetype").map(Vec::as_slice).unwrap_or_default();
    SheetError::OtherKind(match () {
        () if holds("word/") => "Word 文档",
        () if holds("ppt/") => "演示文稿",
        () if holds("index/") || holds("index.zip") || ends(".iwa") => "苹果电脑的文稿（Numbers 或 Pages）",
        () if holds("ofd.xml") => "OFD 版式文件",
        () if mimetype.starts_with(b"application/vnd.oasis.opendocument") => "OpenDocument 文档",
        () if holds("androidmanifest.xml") => "手机应用",
        () => "压缩包",
    })
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
pub(super) fn number(tag: &BytesStart<'_>, name: &str) -> Result<Option<u64>, SheetError> {
    let attribute = tag.try_get_attribute(name).map_err(failed)?;
    Ok(attribute.and_then(|attribute| attribute.value.trim().parse().ok()))
}

//! The parts of a workbook: read as they are needed, written back as they were but for those that changed.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use quick_xml::events::Event;
use zhibu_core::outside::{BlankError, Sheet, SheetError};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::super::{biff, failed, guard, kind, workbook, xlsx};
use super::xml::{attributes, get, walk};

/// A workbook with its parts of XML, by their path in lower case.
pub(super) struct Package<'a> {
    bytes: &'a [u8],
    parts: xlsx::Parts,
    changed: BTreeMap<String, String>,
    dropped: Vec<String>,
    /// The paths of the sheets, by their names.
    pub(super) sheets: BTreeMap<String, String>,
}

pub(super) const BOOK: &str = "xl/workbook.xml";

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, BlankError> {
        match kind::of(bytes)? {
            kind::Kind::Zip => {}
            kind::Kind::Ole => {
                biff::measure(bytes)?;
                return Err(BlankError::OtherFormat);
            }
            _ => return Err(BlankError::OtherFormat),
        }
        let guard::Zipped::Xlsx(parts) = guard::zip(bytes)? else { return Err(BlankError::OtherFormat) };
        if parts.keys().any(|name| name.ends_with("vbaproject.bin") || name.starts_with("xl/macrosheets/")) {
            return Err(BlankError::Macros);
        }
        let sheets = xlsx::places(&parts)?;
        Ok(Self { bytes, parts, changed: BTreeMap::new(), dropped: Vec::new(), sheets })
    }

    /// What stands in its sheets.
    pub(super) fn read_sheets(&self) -> Result<Vec<Sheet>, SheetError> {
        workbook::read_xlsx(self.bytes, &self.parts)
    }

    /// A part as it is now; empty where there is none.
    pub(super) fn part(&self, path: &str) -> Result<&str, SheetError> {
        if let Some(changed) = self.changed.get(path) {
            return Ok(changed);
        }
        let bytes = self.parts.get(path).map(Vec::as_slice).unwrap_or_default();
        let text = std::str::from_utf8(bytes).map_err(failed)?;
        Ok(text.trim_start_matches('\u{feff}'))
    }

    pub(super) fn put(&mut self, path: &str, xml: String) {
        self.changed.insert(path.to_owned(), xml);
    }

    pub(super) fn drop_part(&mut self, path: &str) {
        self.dropped.push(path.to_owned());
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &String> {
        self.parts.keys()
    }

    /// The parts that another one refers to, by what they are to it.
    pub(super) fn related(&self, path: &str) -> Result<Vec<(String, String)>, SheetError> {
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let mut related = Vec::new();
        walk(self.part(&format!("{folder}/_rels/{file}.rels"))?, |event, _| {
            let (Event::Start(tag) | Event::Empty(tag)) = &event else { return Ok(()) };
            let pairs = attributes(tag)?;
            if let (Some(kind), Some(target)) = (get(&pairs, "Type"), get(&pairs, "Target")) {
                let kind = kind.rsplit('/').next().unwrap_or_default();
                related.push((kind.to_owned(), resolved(folder, target)));
            }
            Ok(())
        })?;
        Ok(related)
    }

    /// The workbook: parts that were not changed are copied as they are packed.
    pub(super) fn written(&self) -> Result<Vec<u8>, SheetError> {
        let mut archive = ZipArchive::new(Cursor::new(self.bytes)).map_err(failed)?;
        let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len())));
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).map_err(failed)?;
            let name = entry.name().map_err(failed)?.to_string();
            let path = name.to_ascii_lowercase().replace('\\', "/");
            if self.dropped.contains(&path) {
                continue;
            }
            match self.changed.get(&path) {
                None => writer.raw_copy_file(entry).map_err(failed)?,
                Some(xml) => {
                    drop(entry);
                    writer.start_file(name, SimpleFileOptions::default()).map_err(failed)?;
                    writer.write_all(xml.as_bytes()).map_err(failed)?;
                }
            }
        }
        Ok(writer.finish().map_err(failed)?.into_inner())
    }
}

/// A path as seen from a folder: `../drawings/drawing1.xml`.
fn resolved(folder: &str, target: &str) -> String {
    let absolute = target.strip_prefix('/');
    let mut parts: Vec<&str> = if absolute.is_some() { Vec::new() } else { folder.split('/').collect() };
    for part in absolute.unwrap_or(target).split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/").to_ascii_lowercase()
}

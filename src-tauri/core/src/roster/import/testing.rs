//! What the tests of the import share: sheets made by hand.

use std::fs;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use tempfile::TempDir;

use super::*;
use crate::outside::{Cell, FileToken, Made, Office, Sheet, Table, WordError, Writing};
use crate::roster::ImportNote;
use crate::testing::{Paths, TestFile};

/// Reads lines of cells between bars: `#1990.5` is a number, `@1990-05-03` a date, `!#N/A` an error, all else text.
struct Bars;

impl Office for Bars {
    fn read(&self, bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
        let text = String::from_utf8(bytes.to_vec()).map_err(|_| SheetError::NotASheet)?;
        let rows = text.lines().map(|line| line.split('|').map(cell).collect()).collect();
        Ok(vec![Sheet { name: "名册".to_owned(), hidden: false, grid: Ok(Grid { rows, ..Grid::default() }) }])
    }
    fn write(&self, _: &Table) -> Result<Vec<u8>, SheetError> {
        Err(SheetError::NotASheet)
    }

    fn archive(&self, _: fs::File) -> Box<dyn crate::outside::Archive> {
        unreachable!("nothing is packed here")
    }
    fn text(&self, _: &[u8]) -> Option<String> {
        None
    }

    fn word(&self, _: &Writing, _: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, WordError> {
        Err(WordError::Failed(String::new()))
    }

    fn blank(&self, _: &[u8]) -> Result<Vec<crate::outside::BlankSheet>, crate::outside::BlankError> {
        Err(crate::outside::BlankError::OtherFormat)
    }

    fn fill(&self, _: &[u8], _: &[crate::outside::SheetFilling]) -> Result<Vec<u8>, crate::outside::BlankError> {
        Err(crate::outside::BlankError::OtherFormat)
    }
}

fn cell(text: &str) -> Cell {
    match (text.chars().next(), text.get(1..)) {
        (None, _) => Cell::Empty,
        (Some('#'), Some(number)) => Cell::Number(number.parse().unwrap()),
        (Some('@'), Some(date)) => Cell::Date(format!("{date}T00:00:00").parse().unwrap()),
        (Some('!'), Some(error)) => Cell::Error(error.to_owned()),
        _ => Cell::Text(text.to_owned()),
    }
}

/// A roster, and a sheet to import into it.
pub(super) struct Desks {
    pub(super) file: TestFile,
    pub(super) folder: TempDir,
}

impl Desks {
    pub(super) fn new() -> Self {
        let mut file = TestFile::on("2026-11-23");
        file.outside.office = Arc::new(Bars);
        file.outside.desktop = Arc::new(Paths);
        Self { file, folder: TempDir::new().unwrap() }
    }

    pub(super) fn request(&self, sheet: &str) -> ImportPreviewRequest {
        let path = self.folder.path().join("roster");
        fs::write(&path, sheet).unwrap();
        let file = FileToken(path.to_string_lossy().into_owned());
        ImportPreviewRequest { file, sheet: None, mapping: Default::default(), header_row: None, automatic: false }
    }

    pub(super) fn preview(&mut self, sheet: &str) -> ImportPreview {
        let request = self.request(sheet);
        import_preview(&self.file.door("roster_import_preview"), request).unwrap()
    }

    /// Previews and imports; both must say the same.
    pub(super) fn import(&mut self, sheet: &str) -> ImportOutcome {
        let shown = self.preview(sheet);
        let request = ImportRequest { preview: self.request(sheet), digest: shown.digest, skip_rows: Vec::new() };
        let outcome = import(&self.file.door("roster_import"), request).unwrap().value;
        assert_eq!(outcome, shown.outcome);
        outcome
    }

    /// Previews and imports as `preview` says.
    pub(super) fn import_as(&mut self, preview: ImportPreviewRequest) -> ImportOutcome {
        let shown = import_preview(&self.file.door("roster_import_preview"), preview.clone()).unwrap();
        let request = ImportRequest { preview, digest: shown.digest, skip_rows: Vec::new() };
        import(&self.file.door("roster_import"), request).unwrap().value
    }

    pub(super) fn everyone(&self) -> Vec<Arc<crate::roster::Member>> {
        self.file.vault.read(store::everyone).unwrap()
    }
}

pub(super) fn codes(notes: &[ImportNote]) -> Vec<(u32, &str)> {
    notes.iter().map(|note| (note.row, note.code.as_str())).collect()
}

pub(super) const HEADER: &str = "姓名|身份证号|性别|民族|出生日期|人员类别|入党日期|转正日期|手机号";
pub(super) const ZENG: &str = "曾军杰|440300199003105609|女|回|1990-03-10|正式|2019-08-10|2020-08-10|13812345678";
pub(super) const DU: &str = "杜浩英|440300199302267560|女|土家族|1993-02-26|正式|2022-05-05|2023-05-05|13912345678";

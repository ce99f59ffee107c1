//! Spreadsheets and Word documents.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;

use chrono::{DateTime, FixedOffset, NaiveDateTime};

use super::{BlankError, BlankSheet, Made, SheetFilling, Writing};

/// Reads and writes what office programs open.
pub trait Office: Send + Sync {
    /// Reads the sheets of a file, in its order: .xlsx, .xls, .ods, .csv, and the web pages and XML that are sold as
    /// .xls. The kind is told from the content, not the name.
    ///
    /// # Errors
    /// [`SheetError`] says in one sentence why none of it can be read.
    fn read(&self, bytes: &[u8]) -> Result<Vec<Sheet>, SheetError>;

    /// An .xlsx with one sheet; every value is written as text, so none can become a formula.
    ///
    /// # Errors
    /// [`SheetError::Failed`].
    fn write(&self, table: &Table) -> Result<Vec<u8>, SheetError>;

    /// A ZIP archive that is written into a file, one file in it after the other.
    fn archive(&self, into: File) -> Box<dyn Archive>;

    /// Reads an .xlsx that is to be filled in.
    ///
    /// # Errors
    /// [`BlankError`].
    fn blank(&self, bytes: &[u8]) -> Result<Vec<BlankSheet>, BlankError>;

    /// Fills in an .xlsx. Whatever is not written stays as it was: formats, merged cells, pictures, print setup. Formulas
    /// are worked out anew by whichever program opens the file.
    ///
    /// # Errors
    /// [`BlankError`].
    fn fill(&self, bytes: &[u8], filling: &[SheetFilling]) -> Result<Vec<u8>, BlankError>;

    /// What is written in a file: a .docx, or plain text of whichever encoding. `None` for anything else, and for what cannot
    /// be read.
    fn text(&self, bytes: &[u8]) -> Option<String>;

    /// A .docx, dated `at`. The same writing and time give the same bytes.
    ///
    /// # Errors
    /// [`WordError::Failed`].
    fn word(&self, writing: &Writing, at: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, WordError>;
}

/// An archive that is being written.
pub trait Archive {
    /// Puts a file into it; `path` has slashes between folders.
    ///
    /// # Errors
    /// When it cannot be written.
    fn put(&mut self, path: &str, bytes: &[u8]) -> io::Result<()>;

    /// Writes the end of it; gives the file back.
    ///
    /// # Errors
    /// When it cannot be written.
    fn finish(self: Box<Self>) -> io::Result<File>;
}

/// Why no Word document came out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordError {
    /// A defect of ours.
    #[error("Word 文档没有生成：{0}")]
    Failed(String),
}

/// One sheet of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// As its tab says.
    pub name: String,
    /// Whoever opens the file does not see its tab.
    pub hidden: bool,
    /// What stands in it, or why that cannot be read: [`SheetError::Empty`], mostly.
    pub grid: Result<Grid, SheetError>,
}

/// What stands in a sheet, and what about it does not meet the eye. Rows and columns are counted from 0.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    /// Rows from the sheet's first on, so that `rows[i]` is what the sheet calls row `i + 1`. A row may end early.
    pub rows: Vec<Vec<Cell>>,
    /// Merged cells. Only the first cell of each has content; the others are left as the file has them, empty.
    pub merged: Vec<Area>,
    /// Rows with content that are not shown: hidden, folded away, or filtered out. Ascending.
    pub hidden_rows: Vec<u32>,
    /// Columns with content that are not shown. Ascending.
    pub hidden_columns: Vec<u32>,
    /// Formulas whose result is not in the file, so that their cells are empty here: how many in which column.
    pub uncalculated: BTreeMap<u32, u32>,
    /// Dates that are shown without their year, which may then be that of the day they were typed: how many in which
    /// column.
    pub yearless: BTreeMap<u32, u32>,
    /// Cells so far from all others that they can be no part of the table; they are left out. By name, as `XFD1048576`.
    pub strays: Vec<String>,
}

/// A rectangle of cells, all four edges inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl Area {
    /// Whether the cell lies in it.
    pub fn holds(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// A cell's content; formulas give their stored result. A date in a format that shows no day is the text of what it
/// shows: `2010-07`, or `2010`.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, untrimmed.
    Text(String),
    /// A number.
    Number(f64),
    /// A number that the file formats as a date.
    Date(NaiveDateTime),
    /// True or false.
    Bool(bool),
    /// `#N/A` and its kin.
    Error(String),
}

/// A table to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Sheet name.
    pub sheet: String,
    /// Header cells.
    pub header: Vec<String>,
    /// Body rows, as long as the header.
    pub rows: Vec<Vec<String>>,
}

/// Why a spreadsheet cannot be read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// Not a spreadsheet at all, and nothing else that is known here.
    #[error("这不是表格文件，没有读入任何内容")]
    NotASheet,
    /// Something else, whatever its name says: a PDF, a Word document, a picture.
    #[error("这个文件其实是“{0}”，不是能读的表格，没有读入任何内容")]
    OtherKind(&'static str),
    /// Nothing in it.
    #[error("这个表格是空的，没有读入任何内容")]
    Empty,
    /// No such sheet.
    #[error("表格里没有名为“{0}”的工作表")]
    NoSuchSheet(String),
    /// Encrypted.
    #[error("这个表格设有打开密码，没有读入任何内容")]
    Encrypted,
    /// Larger than what a roster can be; refused before it is unpacked.
    #[error("这个表格太大({0}),不像一份名册，没有读入任何内容")]
    TooLarge(String),
    /// Damaged or of an unknown make.
    #[error("这个表格读不出来，文件可能已损坏，没有读入任何内容：{0}")]
    Failed(String),
}

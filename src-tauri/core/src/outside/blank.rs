//! Tables that somebody else made and wants filled in: what stands in them, and what is to be written into them.

use std::collections::BTreeSet;

use super::{Area, Grid, SheetError};
use crate::values::PartialDate;

/// One sheet of such a table. Rows and columns are counted from 0.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BlankSheet {
    pub name: String,
    /// Whoever opens the file does not see its tab.
    pub hidden: bool,
    /// What stands in it; empty where nothing does.
    pub grid: Grid,
    /// Cells that work something out by themselves.
    pub formulas: BTreeSet<(u32, u32)>,
    /// Cells that take one of a list of words only.
    pub choices: Vec<Choices>,
    /// Rows that are drawn to be written in: with borders or, where no cell has any, with formats.
    pub drawn_rows: BTreeSet<u32>,
}

/// The words that some cells take.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    pub areas: Vec<Area>,
    pub words: Vec<String>,
}

impl BlankSheet {
    /// The words that a cell takes, where it does not take any.
    pub fn words_of(&self, row: u32, column: u32) -> Option<&[String]> {
        let holds = |choices: &&Choices| choices.areas.iter().any(|area| area.holds(row, column));
        self.choices.iter().find(holds).map(|choices| choices.words.as_slice())
    }
}

/// What is written into one sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SheetFilling {
    /// The sheet's name.
    pub sheet: String,
    /// Rows that are put in before anything is written.
    pub more_rows: Option<MoreRows>,
    /// Row and column, as they are when the rows have been put in. A cell with a formula keeps it.
    pub cells: Vec<((u32, u32), Written)>,
}

/// Rows that a list needs beyond those that were prepared. What stands below moves down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoreRows {
    /// The first prepared row.
    pub first: u32,
    /// The last one, behind which the new rows stand; they look as it does.
    pub last: u32,
    pub count: u32,
}

/// What is written into a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    /// Text; it never becomes a formula or a number.
    Text(String),
    Number(f64),
    /// A date, in the cell's own format where that is one of dates.
    Date(PartialDate),
}

/// Why a table cannot be filled in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BlankError {
    /// A table, but of another format.
    #[error("这个表格不是 .xlsx 格式，填写以后保不住原来的样子，没有保存任何内容")]
    OtherFormat,
    /// Encrypted.
    #[error("这个表格设有打开密码，没有保存任何内容")]
    Encrypted,
    /// With macros, which nobody should pass on unseen.
    #[error("这个表格带有宏（自动运行的程序），为安全起见没有读入，没有保存任何内容")]
    Macros,
    /// No table at all, or one that cannot be read.
    #[error(transparent)]
    Sheet(SheetError),
}

impl From<SheetError> for BlankError {
    fn from(error: SheetError) -> Self {
        match error {
            SheetError::Encrypted => Self::Encrypted,
            other => Self::Sheet(other),
        }
    }
}

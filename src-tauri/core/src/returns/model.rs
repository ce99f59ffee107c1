//! What travels between the window and the room.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::files::Saved;
use crate::outside::FileToken;
use crate::values::titled;

/// Identifies a table of the superior's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct ReturnId(pub i64);

/// How a sheet is to be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReturnShape {
    /// One row a person.
    List,
    /// One row for the branch, below a header.
    Row,
    /// Names of things, each with a cell beside it.
    Form,
}

titled! { ReturnShape {
    List => "一人一行",
    Row => "支部一行",
    Form => "一项一格",
} }

/// Who has a row in a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReturnPeople {
    /// 全体党员
    #[default]
    Members,
    /// 正式党员
    Full,
    /// 预备党员
    Probationary,
    /// 流动党员
    Mobile,
    /// 在办的发展党员档案, whatever their stage
    Developing,
    /// 入党申请人
    Applicants,
    /// 入党积极分子
    Activists,
    /// 发展对象
    Candidates,
}

titled! { ReturnPeople {
    Members => "全体党员",
    Full => "正式党员",
    Probationary => "预备党员",
    Mobile => "流动党员",
    Developing => "在办发展档案的所有人",
    Applicants => "入党申请人",
    Activists => "入党积极分子",
    Candidates => "发展对象",
} }

/// What a place is filled with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReturnFill {
    /// Nothing; it is left as it is.
    #[default]
    Empty,
    /// What the program knows, by the key of the field.
    Field(String),
    /// What was typed once.
    Text(String),
}

/// Takes in an empty table of the superior's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReturnImportRequest {
    pub file: FileToken,
}

/// A table in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnRow {
    pub id: ReturnId,
    pub name: String,
    pub imported_on: NaiveDate,
    /// Places that can be filled.
    pub places: u32,
    /// Of those, how many are filled.
    pub filled: u32,
}

/// A table with its places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnView {
    pub id: ReturnId,
    pub name: String,
    pub imported_on: NaiveDate,
    /// Only the sheets that are filled in.
    pub sheets: Vec<ReturnSheet>,
    /// With what places can be filled.
    pub fields: Vec<ReturnField>,
}

/// A sheet that is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnSheet {
    pub name: String,
    pub shape: ReturnShape,
    /// Who is listed; of no matter where nobody is.
    pub people: ReturnPeople,
    /// How many rows of people it will have.
    pub rows: u32,
    pub places: Vec<ReturnPlace>,
    /// The first rows as they will be filled, place by place, numbers masked.
    pub preview: Vec<Vec<String>>,
}

/// A column of a list, or a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnPlace {
    /// The column's letters, or the cell.
    pub at: String,
    /// Its titles, from the most general to its own.
    pub header: Vec<String>,
    pub fill: ReturnFill,
    /// It works something out by itself, and is left to it.
    pub has_formula: bool,
    /// The words that it takes; empty where it takes any.
    pub words: Vec<String>,
}

/// Something that the program knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnField {
    pub key: String,
    pub title: String,
    pub about: ReturnAbout,
    /// Masked unless the user says otherwise.
    pub sensitive: bool,
}

/// What a field is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReturnAbout {
    /// A member.
    Member,
    /// Somebody who is being developed.
    Applicant,
    /// The branch.
    Branch,
}

titled! { ReturnAbout {
    Member => "党员",
    Applicant => "发展中的人",
    Branch => "支部",
} }

/// Says what the places of a table are filled with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReturnSaveRequest {
    pub id: ReturnId,
    pub name: String,
    pub sheets: Vec<ReturnSheetFills>,
}

/// What the places of a sheet are filled with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReturnSheetFills {
    pub name: String,
    pub people: ReturnPeople,
    /// Place by place, in their order.
    pub fills: Vec<ReturnFill>,
}

/// Fills in a table that was taken in, and saves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReturnFillRequest {
    pub id: ReturnId,
    /// Identity and telephone numbers and home addresses in full, in this one file.
    #[serde(default)]
    pub reveal: bool,
    pub file: FileToken,
}

/// Fills in any table: as it was mapped where it was taken in, else by the names of its header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReturnFillFileRequest {
    /// The empty table.
    pub template: FileToken,
    /// As in [`ReturnFillRequest`].
    #[serde(default)]
    pub reveal: bool,
    pub file: FileToken,
}

/// What was filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnFilled {
    pub saved: Saved,
    /// The name under which the table was taken in; `None` where it was filled by the names of its header alone.
    pub template: Option<String>,
    pub sheets: Vec<ReturnSheetFilled>,
}

/// What was filled in on one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnSheetFilled {
    pub name: String,
    pub shape: ReturnShape,
    /// Rows of people, or 1.
    pub rows: u32,
    /// Rows that had to be put in.
    pub added_rows: u32,
    pub filled: Vec<ReturnPlaceFilled>,
    pub empty: Vec<ReturnPlaceEmpty>,
}

/// A place that was filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnPlaceFilled {
    pub at: String,
    /// Its titles, joined.
    pub header: String,
    /// What it was filled with.
    pub with: String,
    /// Cells that were filled.
    pub cells: u32,
    /// A sentence about those that stayed empty; empty where none did.
    pub remark: String,
}

/// A place that stayed empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnPlaceEmpty {
    pub at: String,
    pub header: String,
    pub why: String,
}

//! What the import wizard sends and gets.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use crate::outside::FileToken;
use crate::roster::{MemberRecord, Particular};
use crate::values::{IdNumber, PartialDate};

/// Reads a roster file without storing anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportPreviewRequest {
    pub file: FileToken,
    /// Which sheet; `None` takes the one that looks most like a roster.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Columns assigned by hand, by column number from 0; `None` as a value leaves a column out.
    #[serde(default, deserialize_with = "by_column")]
    pub mapping: BTreeMap<u32, Option<ImportField>>,
    /// The header's row, from 1, where the secretary knows better; `None` finds it.
    #[serde(default)]
    pub header_row: Option<u32>,
    /// Take no notice of what was assigned by hand for an earlier file with this header.
    #[serde(default)]
    pub automatic: bool,
}

/// JSON's keys are text; inside a flattened request serde does not turn them into numbers by itself.
fn by_column<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<u32, Option<ImportField>>, D::Error> {
    let columns = BTreeMap::<String, Option<ImportField>>::deserialize(deserializer)?;
    let number = |(column, field): (String, _)| Ok((column.parse().map_err(D::Error::custom)?, field));
    columns.into_iter().map(number).collect()
}

/// Stores what a preview showed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportRequest {
    /// The same request that was previewed.
    #[serde(flatten)]
    pub preview: ImportPreviewRequest,
    /// The preview's digest: a file that changed since is refused.
    pub digest: String,
    /// Sheet rows the secretary left out.
    #[serde(default)]
    pub skip_rows: Vec<u32>,
}

/// Saves the rows that did not come in as a sheet of their own, to be mended there and imported again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportProblemsRequest {
    /// What was imported: the rows that were refused and those that were left out are saved.
    #[serde(flatten)]
    pub import: ImportRequest,
    pub to: FileToken,
}

/// A field that a column can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportField {
    Name,
    BranchName,
    IdNumber,
    Sex,
    Ethnicity,
    Birth,
    Education,
    Kind,
    Joined,
    Converted,
    JobPosition,
    Mobile,
    Landline,
    Address,
    Standing,
    IsLost,
    LostContactSince,
    LostReason,
    IsMobile,
    MobileSince,
    MobileDestination,
    PartyGroup,
    Unit,
    Office,
    EnteredOn,
    EnteredHow,
    PartyAgeCorrectionMonths,
    ProbationExtendedMonths,
    AttendanceNotRequired,
    VoteSuspended,
    Note,
    /// Named after the particular.
    #[serde(untagged)]
    Particular(Particular),
}

/// One column of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportColumn {
    /// From 0.
    pub index: u32,
    /// The header as it stands in the file.
    pub header: String,
    /// What it stands for; `None` is left out.
    pub field: Option<ImportField>,
    /// The first filled cell, as an example.
    pub example: String,
    /// Whether it is read to see who is no member any more.
    pub watched: bool,
}

/// What would come in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportPreview {
    /// Visible sheets.
    pub sheets: Vec<String>,
    /// The one read.
    pub sheet: String,
    /// The header's row, from 1.
    pub header_row: u32,
    /// The sheet's first rows as one line each, to choose the header among them.
    pub first_rows: Vec<String>,
    /// Columns are assigned as they were, by hand, for an earlier file with this header.
    pub remembered: bool,
    /// Columns and what they stand for.
    pub columns: Vec<ImportColumn>,
    /// The first and the last of the sheet's rows that hold people, from 1.
    pub data: Option<(u32, u32)>,
    /// What is to be known of the file as a whole, one sentence each.
    pub notes: Vec<String>,
    /// More of the accepted rows, in their order.
    pub details: Vec<ImportDetail>,
    /// Row by row.
    #[serde(flatten)]
    pub outcome: ImportOutcome,
    /// Goes into [`ImportRequest::digest`].
    pub digest: String,
}

/// What comes in, row by row (`row` is the sheet's own, from 1).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct ImportOutcome {
    /// Rows that come in, new or updating.
    pub accepted: Vec<ImportedRow>,
    /// Accepted rows with something odd; one entry per oddity.
    pub warned: Vec<ImportNote>,
    /// Rows of which nothing is stored.
    pub rejected: Vec<ImportNote>,
    /// Of the accepted, those that change a member who is already there.
    pub updated: Vec<ImportUpdate>,
    /// Rows that are already there, field by field.
    pub unchanged: u32,
    /// Accepted rows that may be about somebody else than it seems: a new person who may be there already, a known one
    /// under another name. The window leaves them out until the secretary ticks them.
    pub doubtful: Vec<u32>,
    /// Cells of accepted rows that are kept in another form than they are written.
    pub normalized: Vec<ImportNormalized>,
}

/// A row that comes in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportedRow {
    /// The sheet's row.
    pub row: u32,
    /// 姓名
    pub name: String,
    /// In full: the user is looking at the file anyway.
    pub id_number: Option<IdNumber>,
    /// 男 / 女
    pub sex: Option<String>,
    /// 民族
    pub ethnicity: String,
    /// ISO, or `YYYY-MM`
    pub birth: Option<PartialDate>,
    /// 正式党员 / 预备党员
    pub kind: String,
    /// ISO, or `YYYY-MM`
    pub joined: Option<PartialDate>,
    /// ISO, or `YYYY-MM`
    pub converted: Option<PartialDate>,
}

/// What else an accepted row holds that is looked at before it comes in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportDetail {
    /// 学历
    pub education: String,
    /// 手机号, whole
    pub mobile: String,
    /// 固定电话
    pub landline: String,
    /// 家庭住址
    pub address: String,
    /// 党小组
    pub party_group: String,
    /// 党内职务
    pub offices: String,
}

impl ImportDetail {
    pub(super) fn of(record: &MemberRecord) -> Self {
        Self {
            education: record.education.clone(),
            mobile: record.mobile.clone(),
            landline: record.landline.clone(),
            address: record.address.clone(),
            party_group: record.party_group.clone(),
            offices: record.offices.titles(),
        }
    }
}

/// Something about a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportNote {
    /// The sheet's row.
    pub row: u32,
    /// 姓名 as far as it could be read.
    pub name: String,
    /// E.g. `id_check_digit`.
    pub code: String,
    /// One Chinese sentence.
    pub message: String,
    /// The field it is about, where there is one.
    pub field: Option<ImportField>,
}

/// A cell that is kept in another form than it is written: a small x, full-width digits, blanks in a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportNormalized {
    /// The sheet's row.
    pub row: u32,
    /// Which field.
    pub field: ImportField,
    /// As the file has it.
    pub written: String,
    /// As it is kept.
    pub kept: String,
}

/// A member who is already there and would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportUpdate {
    /// The sheet's row.
    pub row: u32,
    /// 姓名
    pub name: String,
    /// Field by field.
    pub fields: Vec<ImportFieldChange>,
}

/// One field's old and new value, as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportFieldChange {
    pub field: ImportField,
    /// As it is.
    pub old: String,
    /// As the file has it.
    pub new: String,
}

//! The roster as a spreadsheet.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::table::{NATIONAL, is_sensitive, table};
use super::whole_list;
use crate::desk::Door;
use crate::files::{self, Saved};
use crate::outside::FileToken;
use crate::problem::Invalid;
use crate::roster::{ImportField, RosterError, RosterQuery};

/// Saves a list of the roster as XLSX.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RosterExportRequest {
    /// Whom, on which day, in which order; page by page does not count.
    pub query: RosterQuery,
    /// Which columns.
    pub layout: ExportLayout,
    /// Identity and telephone numbers and home addresses in full, in this one file.
    #[serde(default)]
    pub reveal: bool,
    pub file: FileToken,
}

/// Which columns a table has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportLayout {
    /// The 19 columns of the national system.
    National,
    /// These, in this order.
    Chosen(Vec<ImportField>),
}

/// A field that a sheet can have a column for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldView {
    pub field: ImportField,
    /// What it is called.
    pub title: String,
    /// In an export masked, or left out, unless the user says otherwise.
    pub sensitive: bool,
}

/// Saves a list of the roster as XLSX, and writes into the log that it was: what left the file, and whether in full.
///
/// # Errors
/// [`RosterError::NobodyListed`], [`RosterError::Invalid`], [`RosterError::File`].
pub fn export(door: &Door<'_>, request: RosterExportRequest) -> Result<Saved, RosterError> {
    let columns = match request.layout {
        ExportLayout::National => NATIONAL.to_vec(),
        ExportLayout::Chosen(columns) => columns,
    };
    let mut invalid = Invalid::default();
    if columns.is_empty() {
        invalid.add("layout", "请至少选一栏");
    }
    if columns.iter().collect::<BTreeSet<_>>().len() < columns.len() {
        invalid.add("layout", "同一栏选了两次");
    }
    invalid.into_result()?;
    let on = request.query.on.unwrap_or(door.today());
    let members = door.read(|reader| whole_list(reader, &request.query, on))?;
    if members.is_empty() {
        return Err(RosterError::NobodyListed);
    }
    let bytes = door.outside.office.write(&table(&members, &columns, on, request.reveal))?;
    // Before the file is there: what the log does not know of must not leave.
    let label = format!("导出名册 {} 人{}", members.len(), how_much(&columns, request.reveal));
    door.desk(|desk| desk.note(label))?;
    Ok(files::write(door.outside, &request.file, &bytes)?)
}

/// What the log says about the numbers.
fn how_much(columns: &[ImportField], reveal: bool) -> &'static str {
    match (columns.iter().any(|field| is_sensitive(*field)), reveal) {
        (false, _) => "",
        (true, false) => "（号码已遮盖）",
        (true, true) if columns.contains(&ImportField::IdNumber) => "（含完整证件号码）",
        (true, true) => "（含完整电话或住址）",
    }
}

impl From<ImportField> for FieldView {
    fn from(field: ImportField) -> Self {
        Self { field, title: field.title().to_owned(), sensitive: is_sensitive(field) }
    }
}

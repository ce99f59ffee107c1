//! The examination as a spreadsheet: one line a fault.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AuditFinding, AuditRequest, audit};
use crate::desk::Door;
use crate::development::{DevelopmentError, DevelopmentFileId};
use crate::files::{self, Saved};
use crate::outside::{FileToken, Table};
use crate::values::date_title;

/// Saves what an examination finds as XLSX.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuditExportRequest {
    /// Of one file; `None` of all.
    #[serde(default)]
    pub file: Option<DevelopmentFileId>,
    pub to: FileToken,
}

const HEADER: [&str; 10] = ["姓名", "阶段", "轻重", "检查项目", "编号", "问题", "依据", "涉及的日期", "步骤", "怎么办"];

/// Saves what an examination finds as XLSX, and writes into the log that it was.
///
/// # Errors
/// [`DevelopmentError::NotFound`], [`DevelopmentError::File`], [`DevelopmentError::Sheet`].
pub fn export(door: &Door<'_>, request: AuditExportRequest) -> Result<Saved, DevelopmentError> {
    let view = door.desk(|desk| audit(desk, AuditRequest { file: request.file }))?;
    let of_files = view.files.iter().flat_map(|file| {
        file.findings.iter().map(|finding| row(&file.person, file.stage.title(), finding)).collect::<Vec<_>>()
    });
    let rows = view.branch.iter().map(|finding| row("（支部）", "", finding)).chain(of_files).collect();
    let header = HEADER.map(str::to_owned).into();
    let bytes = door.outside.office.write(&Table { sheet: "体检".to_owned(), header, rows })?;
    // Before the file is there: what the log does not know of must not leave.
    door.desk(|desk| desk.note(format!("导出发展党员档案体检 {} 份", view.files.len())))?;
    Ok(files::write(door.outside, &request.to, &bytes)?)
}

fn row(person: &str, stage: &str, finding: &AuditFinding) -> Vec<String> {
    let dates: Vec<_> = finding.dates.iter().map(|day| date_title(*day)).collect();
    let step = if finding.step == 0 { String::new() } else { finding.step.to_string() };
    [
        person,
        stage,
        finding.severity.title(),
        &finding.name,
        &finding.id,
        &finding.message,
        &finding.article,
        &dates.join("、"),
        &step,
        &finding.action,
    ]
    .map(str::to_owned)
    .into()
}

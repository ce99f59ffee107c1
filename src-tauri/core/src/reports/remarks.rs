//! What the secretary says of a line that the rules find: an explanation that goes along in the report, or why the line is
//! left out of it. The reason stays in the file.

use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ReportError, ReportView, get};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::rules::Finding;
use crate::values::{Period, stored_as_text};
use crate::vault::{Done, Reader, VaultError};

/// What is done with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportRemarkHow {
    /// It is reported with an explanation.
    Explained,
    /// It is not reported; the report says only how many lines are left out.
    LeftOut,
}

stored_as_text!(ReportRemarkHow);

/// A remark on a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportRemark {
    pub how: ReportRemarkHow,
    /// The explanation, or why the line is left out.
    pub reason: String,
}

/// Makes a remark on lines of a report, or takes it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportRemarkRequest {
    pub period: Period,
    pub findings: Vec<Finding>,
    /// `None` takes it back.
    pub remark: Option<ReportRemark>,
}

/// A line that the rules find, and what the secretary says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportLine {
    pub finding: Finding,
    pub remark: Option<ReportRemark>,
}

/// Makes a remark on lines of a report in place of the one that was there, or takes it back. The records stay as they are.
///
/// # Errors
/// [`ReportError::Invalid`] without a reason.
pub fn remark(desk: &mut Desk<'_>, request: ReportRemarkRequest) -> Result<Done<ReportView>, ReportError> {
    let ReportRemarkRequest { period, findings, remark } = request;
    let reason = remark.as_ref().map(|remark| remark.reason.trim().to_owned());
    let mut invalid = Invalid::default();
    if reason.as_ref().is_some_and(String::is_empty) {
        invalid.add("reason", "请写明情况或者原因，留在档案里以后查得到");
    }
    invalid.into_result()?;
    let today = desk.today();
    let what = match remark.as_ref().map(|remark| remark.how) {
        Some(ReportRemarkHow::Explained) => "说明",
        Some(ReportRemarkHow::LeftOut) => "不写进报告",
        None => "取消说明",
    };
    let done = desk.transact(format!("{}报告的检查事项：{what}", period.title()), |tx| {
        for finding in &findings {
            tx.execute(include_str!("sql/drop_remark.sql"), named_params! {
                ":period": period, ":rule": finding.rule, ":room": finding.subject.room, ":record": finding.subject.id,
                ":due": finding.due, ":key": finding.key,
            })?;
            let (Some(remark), Some(reason)) = (&remark, &reason) else { continue };
            tx.execute(include_str!("sql/add_remark.sql"), named_params! {
                ":period": period, ":rule": finding.rule, ":room": finding.subject.room, ":record": finding.subject.id,
                ":due": finding.due, ":key": finding.key, ":message": finding.message, ":how": remark.how,
                ":reason": reason, ":said_on": today,
            })?;
        }
        Ok::<_, VaultError>(())
    })?;
    Ok(Done { value: get::view(desk, period)?, changes: done.changes, undo: done.undo })
}

/// The lines of a report, each with the remark on it.
pub(super) fn lines(reader: &Reader<'_>, period: Period, findings: &[Finding]) -> Result<Vec<ReportLine>, VaultError> {
    let sql = "SELECT rule, room, record, due, key, how, reason FROM report_remark WHERE period = ?1";
    let remarks = reader.all(sql, [period], |row| Ok((identity(row)?, row_to_remark(row)?)))?;
    let line = |finding: &Finding| {
        let identity = (finding.rule, finding.subject.room, finding.subject.id, finding.due, finding.key.clone());
        let remark = remarks.iter().find(|(of, _)| *of == identity).map(|(_, remark)| remark.clone());
        ReportLine { finding: finding.clone(), remark }
    };
    Ok(findings.iter().map(line).collect())
}

type Identity = (Option<crate::rules::RuleId>, crate::values::Room, Option<i64>, Option<chrono::NaiveDate>, String);

fn identity(row: &Row<'_>) -> rusqlite::Result<Identity> {
    Ok((row.get("rule")?, row.get("room")?, row.get("record")?, row.get("due")?, row.get("key")?))
}

fn row_to_remark(row: &Row<'_>) -> rusqlite::Result<ReportRemark> {
    Ok(ReportRemark { how: row.get("how")?, reason: row.get("reason")? })
}

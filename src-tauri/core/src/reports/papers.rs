//! The report on paper.

use super::{ReportError, ReportVersionId, build, signed};
use crate::desk::Door;
use crate::paper::{Drawn, papers};
use crate::values::{Period, Room};

papers! {
    /// The report.
    ReportPaper, ReportError;
    /// 工作报告, a draft: unsigned, as the records stand
    Report { #[serde(alias = "quarter")] period: Period } = draft;
    /// 工作报告 as it was signed; saved and printed is the signed file itself
    SignedReport { version: ReportVersionId } = signed_version;
}

fn draft(door: &Door<'_>, period: Period) -> Result<Drawn, ReportError> {
    let report = door.read(|reader| build(reader, door.rules, period, door.today()))?;
    Ok(Drawn::new(format!("{}报告（草稿，未签名）", period.title()), report.pages(), &Room::ALL))
}

fn signed_version(door: &Door<'_>, version: ReportVersionId) -> Result<Drawn, ReportError> {
    let (title, report, pdf) = door.read(|reader| signed::signed_version(reader, version))?;
    Ok(Drawn { finished: Some(pdf), ..Drawn::new(title, report.pages(), &[]) })
}

//! The quarter's report on paper.

use super::{ReportError, ReportVersionId, build, signed};
use crate::desk::Door;
use crate::paper::{Drawn, papers};
use crate::values::{Quarter, Room};

papers! {
    /// The quarter's report.
    ReportPaper, ReportError;
    /// 季度报告, a draft: unsigned, as the records stand
    Report { quarter: Quarter } = draft;
    /// 季度报告 as it was signed; saved and printed is the signed file itself
    SignedReport { version: ReportVersionId } = signed_version;
}

fn draft(door: &Door<'_>, quarter: Quarter) -> Result<Drawn, ReportError> {
    let report = door.read(|reader| build(reader, door.rules, quarter, door.today()))?;
    Ok(Drawn::new(format!("{}报告（草稿，未签名）", quarter.title()), report.pages(), &Room::ALL))
}

fn signed_version(door: &Door<'_>, version: ReportVersionId) -> Result<Drawn, ReportError> {
    let (title, report, pdf) = door.read(|reader| signed::signed_version(reader, version))?;
    Ok(Drawn { finished: Some(pdf), ..Drawn::new(title, report.pages(), &[]) })
}

//! What was signed: its pages to look at, and the file itself, byte for byte.

use super::{QuarterlyReport, ReportError, ReportExportRequest, ReportVersionId, store};
use crate::desk::Desk;
use crate::files::{self, Saved};
use crate::outside::Printed;
use crate::values::Period;
use crate::vault::Reader;

/// A signed version's title, what it says, and the signed file itself.
///
/// # Errors
/// [`ReportError::NoSuchVersion`], [`ReportError::Unreadable`].
pub(super) fn signed_version(
    reader: &Reader<'_>,
    id: ReportVersionId,
) -> Result<(String, QuarterlyReport, Vec<u8>), ReportError> {
    let report = store::report(reader, id)?;
    let (_, pdf) = store::pdf(reader, id)?.ok_or(ReportError::NoSuchVersion)?;
    Ok((title(report.period(), report.version), report, pdf))
}

/// Also the suggested file name: nobody shall take a draft for it.
pub(super) fn title(period: Period, version: u32) -> String {
    format!("{}报告第{version}版（已签名）", period.title())
}

/// Saves a signed version to a file.
///
/// # Errors
/// [`ReportError::NoSuchVersion`], [`ReportError::File`].
pub fn export(desk: &mut Desk<'_>, request: ReportExportRequest) -> Result<Saved, ReportError> {
    let (_, pdf) = desk.read(|reader| store::pdf(reader, request.id))?.ok_or(ReportError::NoSuchVersion)?;
    Ok(files::write(desk.outside, &request.file, &pdf)?)
}

/// Prints a signed version.
///
/// # Errors
/// [`ReportError::NoSuchVersion`], [`ReportError::Printing`].
pub fn print(desk: &mut Desk<'_>, id: ReportVersionId) -> Result<Printed, ReportError> {
    let (version, pdf) = desk.read(|reader| store::pdf(reader, id))?.ok_or(ReportError::NoSuchVersion)?;
    let title = title(version.period, version.version);
    let by = desk.outside.desktop.print(&title, &pdf).map_err(ReportError::Printing)?;
    Ok(Printed { by, gaps: Vec::new() })
}

//! Handing out what was signed, byte for byte.

use super::{ReportError, ReportExportRequest, ReportVersionId, store};
use crate::desk::Desk;
use crate::files::{self, Saved};
use crate::outside::Printed;

/// Saves a signed version to a file.
///
/// # Errors
/// [`ReportError::NoSuchVersion`], [`ReportError::File`].
pub fn export(desk: &mut Desk<'_>, request: ReportExportRequest) -> Result<Saved, ReportError> {
    let (_, pdf) = desk.read(|reader| store::pdf(reader, request.id))?.ok_or(ReportError::NoSuchVersion)?;
    Ok(files::write(desk, &request.file, &pdf)?)
}

/// Prints a signed version.
///
/// # Errors
/// [`ReportError::NoSuchVersion`], [`ReportError::Printing`].
pub fn print(desk: &mut Desk<'_>, id: ReportVersionId) -> Result<Printed, ReportError> {
    let (version, pdf) = desk.read(|reader| store::pdf(reader, id))?.ok_or(ReportError::NoSuchVersion)?;
    let title = format!("{}报告第{}版", version.quarter.title(), version.version);
    let by = desk.outside.desktop.print(&title, &pdf).map_err(ReportError::Printing)?;
    Ok(Printed { by })
}

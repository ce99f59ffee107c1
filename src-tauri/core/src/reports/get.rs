//! A report: what it would say now, and what was signed.

use super::before_signing::{contradictions, figures, still_runs};
use super::build::{Draft, draft};
use super::{QuarterlyReport, ReportError, ReportVersionName, ReportView, receipt, remarks, store};
use crate::desk::Desk;
use crate::values::Period;
use crate::vault::Reader;

/// The report on a period as the records stand, and its signed versions.
///
/// # Errors
/// [`ReportError::Vault`].
pub fn get(desk: &mut Desk<'_>, period: Period) -> Result<ReportView, ReportError> {
    view(desk, period)
}

pub(super) fn view(desk: &Desk<'_>, period: Period) -> Result<ReportView, ReportError> {
    desk.read(|reader| {
        let Draft { report, checks, before_signing, findings } = draft(reader, desk.rules, period, desk.today())?;
        let mut versions = store::versions(reader, period)?;
        let mut newest = None;
        for version in &mut versions {
            version.receipt = receipt::of_version(reader, version, desk.outside.seal.as_ref())?;
            newest = match store::report(reader, version.id) {
                Ok(signed) => Some(signed),
                Err(ReportError::Unreadable(unreadable)) => {
                    version.problem = Some(unreadable.to_string());
                    None
                }
                Err(error) => return Err(error),
            };
        }
        let before = newest_signed(reader, period.previous())?;
        let quarters =
            period.quarters().into_iter().filter_map(|quarter| newest_signed(reader, quarter.into()).transpose());
        let quarters = quarters.collect::<Result<Vec<_>, _>>()?;
        let compared_with = newest.as_ref().or(before.as_ref());
        Ok(ReportView {
            words: store::words(reader, period)?,
            versions,
            differs_from_signed: newest.as_ref().is_some_and(|signed| !signed.still_holds(&report)),
            checks,
            lines: remarks::lines(reader, period, &findings)?,
            figures: figures(&report, compared_with),
            contradictions: contradictions(&report, before.as_ref(), &quarters),
            compared_with: compared_with
                .map(|report| ReportVersionName { period: report.period(), version: report.version }),
            before_signing: still_runs(period, desk.today()).into_iter().chain(before_signing).collect(),
            report,
        })
    })
}

/// What the newest signed version of a period says, if there is one that can be read.
fn newest_signed(reader: &Reader<'_>, period: Period) -> Result<Option<QuarterlyReport>, ReportError> {
    let Some(version) = store::newest_version(reader, period)? else { return Ok(None) };
    match store::report(reader, version.id) {
        Ok(report) => Ok(Some(report)),
        Err(ReportError::Unreadable(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

//! A quarter's report: what it would say now, and what was signed.

use super::before_signing::still_runs;
use super::build::{Draft, draft};
use super::{ReportError, ReportView, receipt, store};
use crate::desk::Desk;
use crate::values::Quarter;

/// A quarter's report as the records stand, and its signed versions.
///
/// # Errors
/// [`ReportError::Vault`].
pub fn get(desk: &mut Desk<'_>, quarter: Quarter) -> Result<ReportView, ReportError> {
    view(desk, quarter)
}

pub(super) fn view(desk: &Desk<'_>, quarter: Quarter) -> Result<ReportView, ReportError> {
    desk.read(|reader| {
        let Draft { report, checks, before_signing } = draft(reader, desk.rules, quarter, desk.today())?;
        let mut versions = store::versions(reader, quarter)?;
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
        Ok(ReportView {
            words: store::words(reader, quarter)?,
            versions,
            differs_from_signed: newest.is_some_and(|signed| !signed.still_holds(&report)),
            checks,
            before_signing: still_runs(quarter, desk.today()).into_iter().chain(before_signing).collect(),
            report,
        })
    })
}

//! Reading `report.json` back. The format is looked at first; whatever cannot be read is said, never passed over.

use serde::Deserialize;

use super::{QuarterlyReport, REPORT_FORMAT};
use crate::values::Period;

/// Why the data of a report cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// It has a format that came after this program.
    #[error("报告出自更新版本的程序（数据格式 {0}，本程序认得到 {REPORT_FORMAT}），里面的数据要升级本程序后才能看")]
    Newer(u32),
    /// It is damaged, or was never a report.
    #[error("报告里的数据读不出来")]
    Broken,
}

/// Reads a report.
///
/// # Errors
/// [`Unreadable`].
pub(super) fn read(data: &[u8]) -> Result<QuarterlyReport, Unreadable> {
    /// What every format begins with.
    #[derive(Deserialize)]
    struct Head {
        format: u32,
    }
    match serde_json::from_slice::<Head>(data) {
        Ok(Head { format: REPORT_FORMAT }) => serde_json::from_slice(data)
            .ok()
            .filter(|report: &QuarterlyReport| Period::ending(report.quarter, report.span).is_some())
            .ok_or(Unreadable::Broken),
        Ok(Head { format }) if format > REPORT_FORMAT => Err(Unreadable::Newer(format)),
        _ => Err(Unreadable::Broken),
    }
}

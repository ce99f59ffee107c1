//! V11: six cases in which a member does not count among the voting members expected.

use crate::meetings::{AttendanceEntry, AttendanceStatus};
use crate::problem::Invalid;

/// Whoever is there counts; and no exclusion stands without both papers.
pub(in crate::meetings) fn check(index: usize, name: &str, entry: &AttendanceEntry, invalid: &mut Invalid) {
    let Some(exclusion) = &entry.exclusion else { return };
    if entry.status == Some(AttendanceStatus::Present) {
        invalid.add(format!("entries.{index}.exclusion"), format!("{name}已到会，不能不计入应到人数"));
    }
    if exclusion.consent.trim().is_empty() {
        invalid.add(format!("entries.{index}.exclusion.consent"), format!("请填写上级同意不计入{name}的文号或日期"));
    }
    if exclusion.decision.trim().is_empty() {
        invalid.add(format!("entries.{index}.exclusion.decision"), format!("请填写支部大会通过不计入{name}的日期"));
    }
}

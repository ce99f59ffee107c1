//! Since when somebody has been absent without leave.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, Months, NaiveDate};
use rusqlite::{named_params, params};

use super::AttendanceStatus;
use crate::rules::{RuleBook, RuleId};
use crate::values::MemberId;
use crate::vault::{Reader, VaultError};

/// Since when each has been absent at every meeting, whose absence may have lasted as long as E11 asks about.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn absent_since(
    reader: &Reader<'_>,
    rules: &RuleBook,
    member: Option<MemberId>,
    today: NaiveDate,
) -> Result<BTreeMap<MemberId, NaiveDate>, VaultError> {
    let mut since = BTreeMap::new();
    // The end of a month may lie a few days after the day so many months ago (trap 1).
    let day =
        rules.number(RuleId::E11, "months", today).and_then(|months| today.checked_sub_months(Months::new(months)));
    let Some(day) = day.and_then(|day| day.checked_add_days(Days::new(3))) else { return Ok(since) };
    let open = long_absent(reader, day, member)?.into_iter().collect();
    follow_back(reader, open, today.succ_opt().unwrap_or(today), &mut since)?;
    Ok(since)
}

/// Follows the absence of `open` back from before a day, to the last meeting that each did not miss without leave.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn follow_back(
    reader: &Reader<'_>,
    mut open: BTreeSet<MemberId>,
    day: NaiveDate,
    since: &mut BTreeMap<MemberId, NaiveDate>,
) -> Result<(), VaultError> {
    for (member, day, status) in before(reader, &open, day)? {
        if status != AttendanceStatus::Absent {
            open.remove(&member);
        } else if open.contains(&member) {
            since.insert(member, day);
        }
    }
    Ok(())
}

/// How `members` stood to the meetings before a day, newest first.
fn before(
    reader: &Reader<'_>,
    members: &BTreeSet<MemberId>,
    day: NaiveDate,
) -> Result<Vec<(MemberId, NaiveDate, AttendanceStatus)>, VaultError> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let ids: serde_json::Value = members.iter().map(|member| member.0).collect();
    reader.all(include_str!("sql/attendance_before.sql"), params![ids, day], |row| {
        Ok((MemberId(row.get(0)?), row.get(1)?, row.get(2)?))
    })
}

/// Who was absent by `day` and has come to no meeting since; everyone, or one member.
fn long_absent(reader: &Reader<'_>, day: NaiveDate, member: Option<MemberId>) -> Result<Vec<MemberId>, VaultError> {
    let params = named_params! { ":day": day, ":member": member.map(|member| member.0) };
    reader.all(include_str!("sql/long_absent.sql"), params, |row| row.get(0).map(MemberId))
}

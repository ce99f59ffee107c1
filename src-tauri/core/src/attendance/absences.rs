//! Since when somebody has been absent without leave.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, Months, NaiveDate};
use rusqlite::{named_params, params};

use super::AttendanceStatus;
use crate::rules::{RuleBook, RuleId};
use crate::values::MemberId;
use crate::vault::{Reader, VaultError};

/// Since when each has been absent at every meeting, whose absence may have lasted as long as E11 asks about: from the
/// first of these meetings to the last. Where nothing is held, or nothing is entered, nobody is absent for longer.
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
    let Some(months) = rules.number(RuleId::E11, "months", today).map(Months::new) else { return Ok(since) };
    // The end of a month may lie a few days after the day so many months ago (trap 1).
    let day = today.checked_sub_months(months).and_then(|day| day.checked_add_days(Days::new(3)));
    let Some(day) = day else { return Ok(since) };
    let open = long_absent(reader, day, member)?.into_iter().collect();
    let rows = before(reader, &open, today.succ_opt().unwrap_or(today))?;
    let last: BTreeMap<_, _> = rows.iter().rev().map(|(member, day, _)| (*member, *day)).collect();
    follow(rows, open, &mut since);
    since.retain(|member, since| last.get(member).is_some_and(|last| *since + months <= *last));
    Ok(since)
}

/// Follows the absence of `open` back from before a day, to the last meeting that each did not miss without leave.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn follow_back(
    reader: &Reader<'_>,
    open: BTreeSet<MemberId>,
    day: NaiveDate,
    since: &mut BTreeMap<MemberId, NaiveDate>,
) -> Result<(), VaultError> {
    let rows = before(reader, &open, day)?;
    follow(rows, open, since);
    Ok(())
}

/// A member's place at a meeting, and the day of it.
type Stood = (MemberId, NaiveDate, AttendanceStatus);

fn follow(rows: Vec<Stood>, mut open: BTreeSet<MemberId>, since: &mut BTreeMap<MemberId, NaiveDate>) {
    for (member, day, status) in rows {
        if status != AttendanceStatus::Absent {
            open.remove(&member);
        } else if open.contains(&member) {
            since.insert(member, day);
        }
    }
}

/// How `members` stood to the meetings before a day, newest first.
fn before(reader: &Reader<'_>, members: &BTreeSet<MemberId>, day: NaiveDate) -> Result<Vec<Stood>, VaultError> {
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

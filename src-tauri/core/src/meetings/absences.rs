//! E11: who has been absent without leave for months, for the home page and the member's own. Said, never acted on.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, Months, NaiveDate};

use super::{AttendanceStatus, store};
use crate::roster::{Member, MemberId};
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject, gathered};
use crate::values::{Room, date_title};
use crate::vault::{Reader, VaultError};

/// Those of `members` who have been absent too long.
///
/// # Errors
/// When the file cannot be read.
pub fn long_absences(
    reader: &Reader<'_>,
    rules: &RuleBook,
    members: &[Member],
    today: NaiveDate,
) -> Result<Vec<Finding>, VaultError> {
    let since = absent_since(reader, rules, None, today)?;
    let found =
        members.iter().filter_map(|member| Some((member, finding(member, *since.get(&member.id)?, rules, today)?)));
    let found = found.map(|(member, finding)| (member.record.name.as_str(), finding)).collect();
    Ok(gathered(found, "没有请假而缺席组织生活已满六个月，请先了解情况（只作提醒）"))
}

/// The same of one member.
///
/// # Errors
/// When the file cannot be read.
pub fn long_absence_of(
    reader: &Reader<'_>,
    rules: &RuleBook,
    member: &Member,
    today: NaiveDate,
) -> Result<Option<Finding>, VaultError> {
    let since = absent_since(reader, rules, Some(member.id), today)?;
    Ok(since.get(&member.id).and_then(|since| finding(member, *since, rules, today)))
}

/// Since when each has been absent at every meeting, whose absence may have lasted as long as E11 asks about.
fn absent_since(
    reader: &Reader<'_>,
    rules: &RuleBook,
    member: Option<MemberId>,
    today: NaiveDate,
) -> Result<BTreeMap<MemberId, NaiveDate>, VaultError> {
    let mut since = BTreeMap::new();
    // The end of a month may lie a few days after the day so many months ago (trap 1).
    let day = rules.number("E11", "months", today).and_then(|months| today.checked_sub_months(Months::new(months)));
    let Some(day) = day.and_then(|day| day.checked_add_days(Days::new(3))) else { return Ok(since) };
    let open = store::long_absent(reader, day, member)?.into_iter().collect();
    follow_back(reader, open, today.succ_opt().unwrap_or(today), &mut since)?;
    Ok(since)
}

/// Follows the absence of `open` back from before a day, to the last meeting that each did not miss without leave.
pub(super) fn follow_back(
    reader: &Reader<'_>,
    mut open: BTreeSet<MemberId>,
    before: NaiveDate,
    since: &mut BTreeMap<MemberId, NaiveDate>,
) -> Result<(), VaultError> {
    for (member, day, status) in store::attendance_before(reader, &open, before)? {
        if status != AttendanceStatus::Absent {
            open.remove(&member);
        } else if open.contains(&member) {
            since.insert(member, day);
        }
    }
    Ok(())
}

fn finding(member: &Member, since: NaiveDate, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let due = since.checked_add_months(Months::new(rules.number("E11", "months", today)?))?;
    let (name, day) = (&member.record.name, date_title(since));
    let is_over = due <= today && member.is_member_on(today);
    is_over.then(|| Finding {
        rule: RuleId::new("E11"),
        severity: Severity::Due,
        message: format!("{name}自{day}起没有请假而缺席组织生活，已满六个月，请先了解情况（只作提醒）"),
        action: "查看".to_owned(),
        due: Some(due),
        subject: Subject { room: Room::Roster, id: Some(member.id.0) },
    })
}

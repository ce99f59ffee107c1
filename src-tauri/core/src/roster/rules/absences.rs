//! E11: who has been absent without leave for months. Said, never acted on.

use std::sync::Arc;

use chrono::{Months, NaiveDate};

use crate::attendance::absent_since;
use crate::roster::Member;
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject, gathered};
use crate::values::numerals::counted;
use crate::values::{Room, date_title};
use crate::vault::{Reader, VaultError};

/// Those of `members` who have been absent too long.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn long_absences(
    reader: &Reader<'_>,
    rules: &RuleBook,
    members: &[Arc<Member>],
    today: NaiveDate,
) -> Result<Vec<Finding>, VaultError> {
    let Some(months) = rules.number(RuleId::E11, "months", today) else { return Ok(Vec::new()) };
    let since = absent_since(reader, rules, None, today)?;
    let found =
        members.iter().filter_map(|member| Some((member, finding(member, *since.get(&member.id)?, months, today)?)));
    let found = found.map(|(member, finding)| (member.record.name.as_str(), finding)).collect();
    let tail = format!("没有请假而缺席组织生活已满{}个月，请先了解情况（只作提醒）", counted(months));
    Ok(gathered(found, &tail))
}

/// The same of one member.
///
/// # Errors
/// When the file cannot be read.
pub(in crate::roster) fn long_absence_of(
    reader: &Reader<'_>,
    rules: &RuleBook,
    member: &Member,
    today: NaiveDate,
) -> Result<Option<Finding>, VaultError> {
    let since = absent_since(reader, rules, Some(member.id), today)?.remove(&member.id);
    let months = rules.number(RuleId::E11, "months", today);
    Ok(since.zip(months).and_then(|(since, months)| finding(member, since, months, today)))
}

fn finding(member: &Member, since: NaiveDate, months: u32, today: NaiveDate) -> Option<Finding> {
    let due = since.checked_add_months(Months::new(months))?;
    let (name, day) = (&member.record.name, date_title(since));
    let is_over = due <= today && member.is_member_on(today) && !member.is_suspended_on(today);
    let subject = Subject { room: Room::Roster, id: Some(member.id.0) };
    let counted = counted(months);
    let message = format!("{name}自{day}起没有请假而缺席组织生活，已满{counted}个月，请先了解情况（只作提醒）");
    is_over.then(|| subject.finding(RuleId::E11, Severity::Due, message, "查看").due_on(due))
}

//! What is to be done about members. What is merely odd in a record stands on the member's own page.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::absences::long_absences;
use crate::roster::{Member, MemberId, leaving, members_on};
use crate::rules::{Finding, RuleBook, RuleId, gathered};
use crate::values::numerals::counted;
use crate::vault::VaultError;
use crate::watch::WatchContext;

/// Who is out of touch, suspended or away for long, or has been absent for long.
///
/// # Errors
/// [`VaultError`].
pub fn watch(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let number = |rule, name| context.rules.number(rule, name, context.day).map(counted).unwrap_or_default();
    let lost = format!("失去联系已满{}个月，查找无果的可提出停止党籍", number(RuleId::E04, "months"));
    let suspended = format!("停止党籍已满{}年，仍无法联系的可提出除名", number(RuleId::E04, "years"));
    let away = format!("外出已满{}个月；地点固定的应转移组织关系，否则保持联系", number(RuleId::E07, "months"));
    let members = members_on(context.reader, context.day)?;
    // Nobody asks to transfer somebody whose letter is out.
    let leaving = leaving(context.reader)?;
    let mut found = each(context, &members, &lost, Member::out_of_touch);
    found.extend(each(context, &members, &suspended, Member::suspended_long));
    found.extend(each(
        context,
        members.iter().filter(|member| !leaving.contains(&member.id)),
        &away,
        Member::away_long,
    ));
    found.extend(long_absences(context.reader, context.rules, &members, context.day)?);
    Ok(found)
}

/// Whose probation is over or soon will be (D23), without those of whom another room says so: one person, one line.
///
/// # Errors
/// [`VaultError`].
pub fn probations_over(context: &WatchContext<'_>, elsewhere: &BTreeSet<MemberId>) -> Result<Vec<Finding>, VaultError> {
    let members = members_on(context.reader, context.day)?;
    let asked = members.iter().filter(|member| !elsewhere.contains(&member.id));
    Ok(each(context, asked, "的预备期已满或者快要满了，应讨论转正", Member::probation_over))
}

/// What one rule finds about members, each for themselves or, where they are many, in one line that ends with `tail`.
fn each<'a>(
    context: &WatchContext<'_>,
    members: impl IntoIterator<Item = &'a Arc<Member>>,
    tail: &str,
    rule: fn(&Member, &RuleBook, NaiveDate) -> Option<Finding>,
) -> Vec<Finding> {
    let found = members
        .into_iter()
        .filter_map(|member| Some((member.record.name.as_str(), rule(member, context.rules, context.day)?)));
    gathered(found.collect(), tail)
}

//! B17: at least one talk a year. A finding, never a block (trap 3).

use chrono::{Datelike, NaiveDate};

use super::{TalkYear, year};
use crate::rules::{Finding, RuleId, Severity, Subject};
use crate::values::Room;
use crate::vault::VaultError;
use crate::watch::WatchContext;

/// The month from which on a yearly duty is brought to mind.
const BROUGHT_TO_MIND: u32 = 10;

/// Who has had no talk: this year from October on; last year in the first quarter, as long as the report of its end is
/// not signed.
///
/// # Errors
/// [`VaultError`].
pub fn watch(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let WatchContext { reader, rules, day: today, .. } = *context;
    let is_asked_for = rules.number(RuleId::B17, "per_year", today).is_some_and(|times| times > 0);
    let year = match today.month() {
        1..=3 if context.last_is_open() => today.year() - 1,
        BROUGHT_TO_MIND.. => today.year(),
        _ => return Ok(Vec::new()),
    };
    if !is_asked_for {
        return Ok(Vec::new());
    }
    Ok(finding(&year::of(reader, year, today)?, today).into_iter().collect())
}

/// One line, however many they are.
fn finding(year: &TalkYear, today: NaiveDate) -> Option<Finding> {
    let first = year.without.first()?;
    let (when, severity) = match today.month() {
        _ if year.year < today.year() => ("去年", Severity::Late),
        12 => ("今年还", Severity::Due),
        _ => ("今年还", Severity::Notice),
    };
    let message = match year.without.len() {
        1 => format!("{}{when}没有谈心谈话记录", first.name),
        people => format!("{}等 {people} 名党员{when}没有谈心谈话记录", first.name),
    };
    let people: Vec<_> = year.without.iter().map(|one| one.member.0.to_string()).collect();
    let subject = Subject { room: Room::Talks, id: None };
    let due = NaiveDate::from_ymd_opt(year.year, 12, 31);
    Some(subject.finding(RuleId::B17, severity, message, "登记").due_on(due).keyed(people.join(" ")))
}

//! B17: at least one talk a year. A finding, never a block (trap 3).

use chrono::{Datelike, NaiveDate};

use super::{TalkYear, year};
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject};
use crate::vault::{Reader, Room, VaultError};

/// The month from which on a yearly duty is brought to mind.
const BROUGHT_TO_MIND: u32 = 10;

/// Who has had no talk this year, for the home page.
///
/// # Errors
/// [`VaultError`].
pub fn pressing(reader: &Reader<'_>, rules: &RuleBook, today: NaiveDate) -> Result<Vec<Finding>, VaultError> {
    let is_asked_for = rules.number("B17", "per_year", today).is_some_and(|times| times > 0);
    if !is_asked_for || today.month() < BROUGHT_TO_MIND {
        return Ok(Vec::new());
    }
    Ok(finding(&year::of(reader, today.year(), today)?).into_iter().collect())
}

/// One line, however many they are.
pub(super) fn finding(year: &TalkYear) -> Option<Finding> {
    let first = year.without.first()?;
    let message = match year.without.len() {
        1 => format!("{}今年还没有谈心谈话记录", first.name),
        people => format!("{}等 {people} 名党员今年还没有谈心谈话记录", first.name),
    };
    Some(Finding {
        rule: RuleId::new("B17"),
        severity: Severity::Notice,
        message,
        action: "登记".to_owned(),
        due: NaiveDate::from_ymd_opt(year.year, 12, 31),
        subject: Subject { room: Room::Talks, id: None },
    })
}

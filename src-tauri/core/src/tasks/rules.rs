//! What the rules say about tasks. Findings, never blocks (trap 3).

use chrono::{Days, NaiveDate};

use super::{Task, store};
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject};
use crate::values::Room;
use crate::vault::VaultError;
use crate::watch::WatchContext;

/// Open tasks whose day is past or near.
///
/// # Errors
/// [`VaultError`].
pub fn watch(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    Ok(findings(&store::all(context.reader, context.day)?, context.rules, context.day))
}

/// Late and soon due tasks (B20).
pub(super) fn findings(tasks: &[Task], rules: &RuleBook, today: NaiveDate) -> Vec<Finding> {
    let ahead = rules.number(RuleId::B20, "remind_days", today).unwrap_or_default();
    let finding = |task: &Task| {
        let due = task.due.filter(|due| task.done_on.is_none() && *due <= today + Days::new(ahead.into()))?;
        let who = task.responsible.as_deref().map(|name| format!("（{name}）")).unwrap_or_default();
        let (severity, when) = if task.late {
            (Severity::Late, "已过期限，还没有办结")
        } else {
            (Severity::Due, "快到期限")
        };
        let subject = Subject { room: Room::Tasks, id: Some(task.resolution.0) };
        let message = format!("决议“{}”{who}{when}", shortened(&task.text));
        Some(subject.finding(RuleId::B20, severity, message, "登记落实").due_on(due))
    };
    tasks.iter().filter_map(finding).collect()
}

/// A text that fits on a line of the home page.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 24;
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= LONGEST { line.to_owned() } else { line.chars().take(LONGEST).chain(['…']).collect() }
}

//! What is to be done about elections.

use chrono::Datelike;

use super::rules::finding;
use super::{ElectionError, ElectionQuery, ElectionState, ElectionView, get, store};
use crate::rules::{Finding, RuleId, Severity};
use crate::vault::VaultError;
use crate::watch::WatchContext;

/// Elections that were begun and are not at their end. One whose meeting is still to come, or was not
/// recorded, is left to the meetings.
///
/// # Errors
/// [`VaultError`].
pub fn watch(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let WatchContext { reader, rules, .. } = *context;
    let mut findings = Vec::new();
    for stored in store::all(reader, ElectionQuery::default())? {
        let Some(id) = stored.election.id.filter(|_| stored.approval.is_none()) else { continue };
        match get::view(reader, id, rules) {
            Ok(view) => findings.extend(next_step(&view)),
            Err(ElectionError::Vault(error)) => return Err(error),
            Err(_) => {} // the keys forbid it
        }
    }
    Ok(findings)
}

/// What is to be done next about an election whose meeting was held.
fn next_step(view: &ElectionView) -> Option<Finding> {
    let (rule, what, action) = match view.state {
        _ if !view.held => return None,
        ElectionState::Prepared => (RuleId::V05, "会议已召开，还没有计票", "计票"),
        ElectionState::Counting => (RuleId::V08, "还须再次投票", "计票"),
        ElectionState::Decided => (RuleId::V10, "已经选出，还没有办结", "办结"),
        ElectionState::Concluded => (RuleId::V10, "结果还没有登记上级批复", "登记"),
    };
    let message = format!("{}（{}月{}日）{what}", view.title, view.on.month(), view.on.day());
    Some(finding(view, rule, Severity::Due, message, action).keyed(action))
}

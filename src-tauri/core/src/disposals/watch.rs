//! Deadlines of disposals. Findings, never a block (trap 3); nothing is proposed about a person.

use chrono::{Days, Months, NaiveDate};

use super::save::usual_term;
use super::{DisposalKind, DisposalRecord, store};
use crate::roster;
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject};
use crate::values::numerals::stretch;
use crate::values::{Room, date_title};
use crate::vault::VaultError;
use crate::watch::WatchContext;

/// Days before its end from which on a term is brought to mind.
const BROUGHT_TO_MIND: u64 = 30;

/// What is to be filed beforehand (E15), and terms that end or are too long (E10), of disposals that are not over.
///
/// # Errors
/// [`VaultError`].
pub fn watch(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let WatchContext { reader, rules, day, .. } = *context;
    let open: Vec<_> = store::all(reader)?.into_iter().filter(|one| one.ended_on.is_none()).collect();
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let everyone = roster::everyone(reader)?;
    let name = |one: &DisposalRecord| {
        everyone
            .iter()
            .find(|member| member.id == one.member)
            .map(|member| member.record.name.clone())
            .unwrap_or_default()
    };
    Ok(open.iter().flat_map(|one| of_one(one, &name(one), rules, day)).collect())
}

fn of_one(one: &DisposalRecord, name: &str, rules: &RuleBook, day: NaiveDate) -> Vec<Finding> {
    [filing(one, name), term(one, name, rules, day), length(one, name, rules)].into_iter().flatten().collect()
}

fn finding(one: &DisposalRecord, rule: RuleId, severity: Severity, message: String) -> Finding {
    let subject = Subject { room: Room::Disposals, id: one.id.map(|id| id.0) };
    subject.finding(rule, severity, message, "登记")
}

/// E15
fn filing(one: &DisposalRecord, name: &str) -> Option<Finding> {
    let kind = one.kind.title();
    let (severity, message) = match one.decided_on {
        None => (Severity::Due, format!("对{name}{kind}，支部大会讨论以前须向上级事前备案，还没有登记")),
        Some(_) => (Severity::Late, format!("对{name}{kind}已经支部大会讨论，还没有登记事前备案")),
    };
    one.filed_on.is_none().then(|| finding(one, RuleId::E15, severity, message).keyed("filed"))
}

/// E10: a term that ends, or has ended without a word on how.
fn term(one: &DisposalRecord, name: &str, rules: &RuleBook, day: NaiveDate) -> Option<Finding> {
    let to = one.term_to.or_else(|| usual_term(one, rules))?;
    let soon = to.checked_sub_days(Days::new(BROUGHT_TO_MIND))?;
    let (severity, message) = match day {
        day if day > to => (Severity::Late, format!("{name}限期改正已到期，还没有登记结果")),
        day if day >= soon => (Severity::Due, format!("{name}限期改正到{}为止，届时请讨论结果", date_title(to))),
        _ => return None,
    };
    Some(finding(one, RuleId::E10, severity, message).due_on(to).keyed("term"))
}

/// E10: a term that is longer than may be.
fn length(one: &DisposalRecord, name: &str, rules: &RuleBook) -> Option<Finding> {
    let (decided, to) = one.decided_on.zip(one.term_to).filter(|_| one.kind == DisposalKind::Correction)?;
    let most = rules.number(RuleId::E10, "most_months", decided)?;
    let last = decided.checked_add_months(Months::new(most))?;
    let message = format!("{name}限期改正的期限到{}，最长不超过{}", date_title(to), stretch(most));
    (to > last).then(|| finding(one, RuleId::E10, Severity::Notice, message).keyed("length"))
}

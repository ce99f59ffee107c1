//! What is due about dues. Findings, never a block (trap 3).

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::accounts::Accounts;
use super::ledger::{large_without_receipt, total};
use super::{DuesBase, DuesPayment, DuesState, store};
use crate::parallel::on_all_cores;
use crate::roster::Member;
use crate::rules::{Finding, RuleId, Severity, Subject, gathered};
use crate::values::{Fen, Month, Room, date_title};
use crate::vault::VaultError;
use crate::watch::WatchContext;

/// The day of a month from which on its dues are brought to mind.
const BROUGHT_TO_MIND: u32 = 20;
/// Months that are looked back upon.
const LOOKED_BACK: u32 = 12;

/// Bases that are missing (F08), reliefs (F05), what was not paid (F10, E11), large payments (F09), the publication (F13).
/// A branch that keeps no dues here hears nothing.
///
/// # Errors
/// [`VaultError`].
pub fn watch(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let WatchContext { reader, rules, day, judged_on, .. } = *context;
    let present = Month::of(day);
    let accounts = Accounts::of(reader, rules, (present.earlier(LOOKED_BACK), present), judged_on)?;
    if accounts.books.are_empty() {
        return Ok(Vec::new());
    }
    let members: Vec<_> = accounts.everyone.iter().filter(|member| member.is_member_on(day)).collect();
    let mut found = bases(&accounts, &members, present);
    found.extend(reliefs(&accounts, &members, present));
    found.extend(arrears(&accounts, &members, context, present));
    found.extend(this_month(&accounts, &members, day, present));
    found.extend(large(context)?);
    found.extend(publication(context)?);
    Ok(found)
}

fn about(member: &Member, rule: RuleId, severity: Severity, message: String, action: &str) -> Finding {
    let subject = Subject { room: Room::Dues, id: Some(member.id.0) };
    subject.finding(rule, severity, message, action)
}

fn gathered_by_name(found: Vec<(&Arc<Member>, Finding)>, tail: &str) -> Vec<Finding> {
    gathered(found.into_iter().map(|(member, finding)| (member.record.name.as_str(), finding)).collect(), tail)
}

/// F08: everybody who owes has a base, and it was looked at in this year.
fn bases(accounts: &Accounts<'_>, members: &[&Arc<Member>], present: Month) -> Vec<Finding> {
    let liable = || members.iter().copied().filter(|member| accounts.is_liable(member, present));
    let without = liable().filter(|member| accounts.base(member.id, present).is_none());
    let tail = "还没有核定过党费基数，算不出应交多少";
    let missing = without.map(|member| {
        let message = format!("{}{tail}", member.record.name);
        (member, about(member, RuleId::F08, Severity::Due, message, "核定"))
    });
    let mut found = gathered_by_name(missing.collect(), tail);
    let is_old = |base: &&DuesBase| base.kind.has_base() && base.from.year() < present.year();
    let old = liable().filter(|member| accounts.base(member.id, present).as_ref().is_some_and(is_old)).count();
    if old > 0 {
        let message = format!("有 {old} 名党员还沿用以前的党费基数，每年年初核定一次");
        let subject = Subject { room: Room::Dues, id: None };
        let due = NaiveDate::from_ymd_opt(present.year(), 3, 31);
        let severity = if present.number() <= 3 { Severity::Due } else { Severity::Late };
        let finding = subject.finding(RuleId::F08, severity, message, "核定").due_on(due);
        found.push(finding.keyed(format!("old {}", present.year())));
    }
    found
}

/// F05: a relief is agreed to by branch and superior, and ends.
fn reliefs(accounts: &Accounts<'_>, members: &[&Arc<Member>], present: Month) -> Vec<Finding> {
    let mut found = Vec::new();
    for member in members {
        let Some(base) = accounts.base(member.id, present).filter(|base| base.kind.is_relief()) else { continue };
        let (name, kind) = (&member.record.name, base.kind.title());
        let missing: Vec<_> = [("支部研究", base.branch_agreed_on), ("上级批准", base.superior_agreed_on)]
            .into_iter()
            .filter(|(_, on)| on.is_none())
            .map(|(what, _)| what)
            .collect();
        if !missing.is_empty() {
            let message = format!("{name}{kind}党费还没有登记{}的日期", missing.join("和"));
            found.push(about(member, RuleId::F05, Severity::Due, message, "登记"));
        }
        if let Some(to) = base.to.filter(|to| *to <= present.later(1)) {
            let message = format!("{name}{kind}党费到{}为止，以后怎么交请研究", to.title());
            let finding = about(member, RuleId::F05, Severity::Notice, message, "核定");
            found.push(finding.due_on(to.last_day()).keyed("ends"));
        }
    }
    found
}

/// F10 and E11: what was not paid of the months that are over, and who has paid nothing for half a year.
fn arrears(
    accounts: &Accounts<'_>,
    members: &[&Arc<Member>],
    context: &WatchContext<'_>,
    present: Month,
) -> Vec<Finding> {
    let (rules, day) = (context.rules, context.day);
    let Some(most) = rules.number(RuleId::F10, "months", day) else { return Vec::new() };
    let Some(clock) = rules.number(RuleId::E11, "months", day) else { return Vec::new() };
    let months: Vec<_> = present.earlier(LOOKED_BACK).through(present).collect();
    // Alike are those whose debt is as old and as long, so that one line can say it of all of them.
    let (mut owing, mut silent) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
    let accounts_of = on_all_cores(members, |member| accounts.cells(member, &months));
    for (member, cells) in members.iter().copied().zip(accounts_of) {
        let cells: Vec<_> = months.iter().copied().zip(cells).collect();
        let lacking: Vec<_> = cells.iter().filter(|(_, cell)| cell.state == DuesState::Lacking).collect();
        let Some((first, _)) = lacking.first() else { continue };
        let sum: Fen = lacking.iter().map(|(_, cell)| cell.owed.less(cell.paid)).sum();
        // What is over at the end: months of which nothing at all came in.
        let over = cells.iter().rev().skip_while(|(_, cell)| cell.state == DuesState::Open);
        let nothing = over.take_while(|(_, cell)| cell.state == DuesState::Lacking && cell.paid.is_zero()).count();
        if nothing >= clock as usize {
            silent.entry(nothing).or_default().push((member, sum));
        } else {
            owing.entry((*first, lacking.len())).or_default().push((member, sum));
        }
    }
    let mut found = Vec::new();
    for (nothing, people) in silent {
        let tail =
            |sum| format!("已连续 {nothing} 个月没有交纳党费，欠交 {sum} 元，请了解有没有正当理由；没有的，按规定处理");
        found.extend(of_people(&people, RuleId::E11, "了解情况", tail, |one| one.keyed(format!("dues {nothing}"))));
    }
    for ((first, count), people) in owing {
        let long =
            if count > most as usize { format!("，补交党费一般不超过 {most} 个月") } else { String::new() };
        let tail = |sum| format!("欠交 {count} 个月党费 {sum} 元（从{}起）{long}", first.title());
        let due = accounts.due(first);
        let dated = |one: Finding| one.due_on(due).keyed(format!("{first} {count}"));
        found.extend(of_people(&people, RuleId::F10, "收缴", tail, dated));
    }
    found
}

/// What is said alike of several people, each with a sum; where they are many, of all of them with what it comes to.
fn of_people(
    people: &[(&Arc<Member>, Fen)],
    rule: RuleId,
    action: &str,
    tail: impl Fn(Fen) -> String,
    finished: impl Fn(Finding) -> Finding,
) -> Vec<Finding> {
    let each = people.iter().map(|(member, sum)| {
        let message = format!("{}{}", member.record.name, tail(*sum));
        let finding = about(member, rule, Severity::Late, message, action);
        (member.record.name.as_str(), finished(finding))
    });
    let whole = people.iter().map(|(_, sum)| *sum).sum();
    gathered(each.collect(), &tail(whole))
}

/// F10: towards the end of a month, or of a quarter where that was agreed, who has not paid yet.
fn this_month(accounts: &Accounts<'_>, members: &[&Arc<Member>], day: NaiveDate, present: Month) -> Option<Finding> {
    let due = accounts.due(present);
    if day.day() < BROUGHT_TO_MIND || Month::of(due) != present {
        return None;
    }
    let first = if accounts.settings.quarterly { present.earlier(2) } else { present };
    let is_open = |member: &Member| {
        first.through(present).any(|month| matches!(accounts.cell(member, month).state, DuesState::Open))
    };
    let open = members.iter().filter(|member| is_open(member)).count();
    let subject = Subject { room: Room::Dues, id: None };
    let which = if accounts.settings.quarterly { present.quarter().title() } else { present.title() };
    let message = format!("{which}的党费还有 {open} 名党员没有交");
    let finding = subject.finding(RuleId::F10, Severity::Due, message, "登记").due_on(due);
    (open > 0).then(|| finding.keyed(present.to_string()))
}

/// F09: a payment of a thousand and more at once goes up whole, with a receipt.
fn large(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let WatchContext { reader, rules, day, .. } = *context;
    let Some(yuan) = rules.number(RuleId::F09, "yuan", day) else { return Ok(Vec::new()) };
    let from = Month::of(day).earlier(LOOKED_BACK).first_day();
    let payments = large_without_receipt(reader, from, day, Fen::yuan(yuan))?;
    let finding = |payment: &DuesPayment| {
        let message = format!(
            "{}有一笔 {} 元的党费，一次交纳{yuan}元以上的全部上缴并出具收据，还没有登记收据",
            date_title(payment.paid_on),
            total(payment)
        );
        let subject = Subject { room: Room::Dues, id: Some(payment.member.0) };
        let key = payment.id.map(|id| id.0.to_string()).unwrap_or_default();
        subject.finding(RuleId::F09, Severity::Due, message, "登记").keyed(format!("payment {key}"))
    };
    Ok(payments.iter().map(finding).collect())
}

/// F13: last year's dues are published; after the first quarter that is late.
fn publication(context: &WatchContext<'_>) -> Result<Option<Finding>, VaultError> {
    let WatchContext { reader, day, .. } = *context;
    let year = day.year() - 1;
    let (first, last) = (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31));
    let Some((first, last)) = first.zip(last) else { return Ok(None) };
    let had_dues = store::any_payment(reader, first, last)?;
    if !had_dues || store::publication(reader, year)?.is_some() {
        return Ok(None);
    }
    let severity = if day.month() <= 3 { Severity::Due } else { Severity::Late };
    let message = format!("{year}年的党费收缴情况还没有向党员公布，每年公布一次");
    let subject = Subject { room: Room::Dues, id: None };
    let due = NaiveDate::from_ymd_opt(day.year(), 3, 31);
    Ok(Some(subject.finding(RuleId::F13, severity, message, "公布").due_on(due).keyed(year.to_string())))
}

//! Fields of the grid: what each member paid for each month.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::accounts::{Accounts, was_here};
use super::base::is_sensible;
use super::{DuesError, DuesPart, DuesPayEntry, DuesPayRequest, DuesPayment, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster;
use crate::rules::RuleBook;
use crate::values::{Fen, Month};
use crate::vault::{Done, Tx, VaultError};

/// More than a single payment of one person can be.
pub(super) const MOST: Fen = Fen::yuan(1_000_000);

/// Enters what was paid, field by field; all of it or nothing. What stood in a field is replaced, an amount of nothing takes it
/// out. A correction changes its month only.
///
/// # Errors
/// [`DuesError::Invalid`] with the fields at fault, as `entries.2.amount`.
pub fn pay(desk: &mut Desk<'_>, request: DuesPayRequest) -> Result<Done<()>, DuesError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.transact(label(&request.entries), |tx| {
        let stands = check(tx, &request, rules, today)?;
        for (entry, payment) in request.entries.iter().zip(stands) {
            put(tx, &request, entry, payment)?;
        }
        Ok(())
    })
}

fn label(entries: &[DuesPayEntry]) -> String {
    match entries {
        [one] if one.amount.is_zero() => format!("划去{}党费", one.month.title()),
        [one] => format!("登记{}党费", one.month.title()),
        many => format!("登记党费 {} 格", many.len()),
    }
}

/// What stands in each of the fields now: the one payment that it comes from, if there is one.
fn check(
    tx: &Tx<'_>,
    request: &DuesPayRequest,
    rules: &RuleBook,
    today: NaiveDate,
) -> Result<Vec<Option<DuesPayment>>, DuesError> {
    let mut invalid = Invalid::default();
    let months = || request.entries.iter().map(|entry| entry.month);
    let (Some(first), Some(last)) = (months().min(), months().max()) else {
        invalid.add("entries", "没有要登记的党费");
        invalid.into_result()?;
        return Ok(Vec::new());
    };
    if request.paid_on > today {
        invalid.add("paid_on", "交款日期不能晚于今天");
    }
    let meant = request.entries.iter().map(|entry| entry.member).collect();
    let accounts = Accounts::of_some(tx, rules, (first, last), today, &meant)?;
    let members: BTreeMap<_, _> = accounts.everyone.iter().map(|member| (member.id, member)).collect();
    let mut stands = Vec::new();
    for (place, entry) in request.entries.iter().enumerate() {
        let field = |name: &str| format!("entries.{place}.{name}");
        let Some(member) = members.get(&entry.member) else {
            invalid.add(field("member"), "请从名册里选一名党员");
            continue;
        };
        let name = &member.record.name;
        let mut ids = store::payments_for(tx, entry.member, entry.month)?;
        let payment = match (ids.pop(), ids.is_empty()) {
            (Some(id), true) => store::payment(tx, id)?,
            (Some(_), false) => {
                let message = format!("{name}{}有几笔交款，请打开明细修改", entry.month.title());
                invalid.add(field("amount"), message);
                None
            }
            (None, _) => None,
        };
        if let Some(payment) = &payment
            && !payment.transaction.is_empty()
            && amount_for(payment, entry.month) != entry.amount
        {
            let message = format!("{name}{}的交款是从账单读入的，请打开明细修改", entry.month.title());
            invalid.add(field("amount"), message);
        }
        check_month(&mut invalid, &field("month"), member, entry.month, today);
        if entry.amount > MOST {
            invalid.add(field("amount"), format!("{}元太多，请核对", entry.amount));
        }
        let owed = accounts.cell(member, entry.month).owed;
        if !entry.amount.is_zero() && !owed.is_zero() && entry.amount != owed && !has_reason(entry, payment.as_ref()) {
            let message = format!("{name}{}应交{owed}元，请写明为什么交{}元", entry.month.title(), entry.amount);
            invalid.add(field("note"), message);
        }
        stands.push(payment);
    }
    invalid.into_result()?;
    Ok(stands)
}

/// Whether it is said why an amount is not what was owed, now or before.
fn has_reason(entry: &DuesPayEntry, stands: Option<&DuesPayment>) -> bool {
    let before = stands.filter(|payment| amount_for(payment, entry.month) == entry.amount);
    let note = entry.note.as_ref().or(before.map(|payment| &payment.note));
    note.is_some_and(|note| !note.trim().is_empty())
}

/// Says at `field` when somebody cannot have paid for a month: no member of the branch then, or too far ahead.
pub(super) fn check_month(invalid: &mut Invalid, field: &str, member: &roster::Member, month: Month, today: NaiveDate) {
    let name = &member.record.name;
    if !was_here(member, month) {
        invalid.add(field, format!("{name}{}不是本支部党员，不能在这里交党费", month.title()));
    } else if !is_sensible(month, Month::of(today)) {
        invalid.add(field, format!("{}还早，最多预交一年", month.title()));
    }
}

/// What a payment holds for a month.
fn amount_for(payment: &DuesPayment, month: Month) -> Fen {
    payment.months.iter().filter(|part| part.month == month).map(|part| part.amount).sum()
}

fn put(
    tx: &Tx<'_>,
    request: &DuesPayRequest,
    entry: &DuesPayEntry,
    stands: Option<DuesPayment>,
) -> Result<(), VaultError> {
    let part = DuesPart { month: entry.month, amount: entry.amount };
    let Some(mut payment) = stands else {
        if !entry.amount.is_zero() {
            store::save_payment(tx, &new(request, entry, part))?;
        }
        return Ok(());
    };
    if amount_for(&payment, entry.month) == entry.amount && entry.note.as_ref().is_none_or(|note| *note == payment.note)
    {
        return Ok(());
    }
    payment.months.retain(|part| part.month != entry.month);
    if !entry.amount.is_zero() {
        payment.months.push(part);
        payment.note = entry.note.clone().unwrap_or_default();
    }
    match (payment.id, payment.months.is_empty()) {
        (Some(id), true) => store::delete_payment(tx, id).map(drop),
        _ => store::save_payment(tx, &payment).map(drop),
    }
}

fn new(request: &DuesPayRequest, entry: &DuesPayEntry, part: DuesPart) -> DuesPayment {
    DuesPayment {
        id: None,
        member: entry.member,
        paid_on: request.paid_on,
        way: request.way,
        payer: String::new(),
        received_by: String::new(),
        receipt: String::new(),
        transaction: String::new(),
        note: entry.note.clone().unwrap_or_default(),
        months: vec![part],
    }
}

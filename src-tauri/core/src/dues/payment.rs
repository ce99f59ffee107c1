//! One payment with all that belongs to it: for several months, brought by somebody else, with a receipt.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::pay::{MOST, check_month};
use super::{DuesError, DuesPayment, DuesPaymentId, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster;
use crate::rules::RuleId;
use crate::values::Fen;
use crate::vault::{Done, Reader};

/// Enters a payment, or corrects it.
///
/// # Errors
/// [`DuesError::Invalid`] with the fields at fault.
pub fn save_payment(desk: &mut Desk<'_>, payment: DuesPayment) -> Result<Done<DuesPaymentId>, DuesError> {
    let today = desk.today();
    let label = if payment.id.is_some() { "修改党费交款" } else { "登记党费交款" };
    desk.transact(label, |tx| {
        if let Some(id) = payment.id {
            store::payment(tx, id)?.ok_or(DuesError::NotFound)?;
        }
        check(tx, &payment, today)?;
        Ok(store::save_payment(tx, &payment)?)
    })
}

/// Takes out a payment that was entered by mistake.
///
/// # Errors
/// [`DuesError::NotFound`].
pub fn delete_payment(desk: &mut Desk<'_>, id: DuesPaymentId) -> Result<Done<()>, DuesError> {
    let found = |is_there| if is_there { Ok(()) } else { Err(DuesError::NotFound) };
    desk.transact("删除党费交款", |tx| found(store::delete_payment(tx, id)?))
}

/// Whether a payment can have been so.
pub(super) fn check(reader: &Reader<'_>, payment: &DuesPayment, today: NaiveDate) -> Result<(), DuesError> {
    let mut invalid = Invalid::default();
    let member = roster::member(reader, payment.member)?;
    if member.is_none() {
        invalid.add("member", "请从名册里选一名党员");
    }
    if payment.paid_on > today {
        invalid.add("paid_on", "交款日期不能晚于今天");
    }
    if payment.months.is_empty() {
        invalid.add("months", "请至少填写一个月交了多少");
    }
    let months: BTreeSet<_> = payment.months.iter().map(|part| part.month).collect();
    if months.len() < payment.months.len() {
        invalid.add("months", "同一个月只写一次");
    }
    for (place, part) in payment.months.iter().enumerate() {
        if part.amount.is_zero() || part.amount > MOST {
            invalid.add(format!("months.{place}.amount"), "请填写这个月交了多少元");
        }
        if let Some(member) = &member {
            check_month(&mut invalid, &format!("months.{place}.month"), member, part.month, today);
        }
    }
    if payment.months.iter().map(|part| part.amount).sum::<Fen>() > MOST {
        invalid.add("months", "这一笔太多，请核对");
    }
    let payer = payment.payer.trim();
    if !payer.is_empty() && payment.note.trim().is_empty() {
        let message = format!("请写明{payer}为什么代交；党费由本人负担，不得垫交（{}）", RuleId::F11);
        invalid.add("note", message);
    }
    let number = payment.transaction.trim();
    if !number.is_empty() && store::has_transaction(reader, number, payment.id)? {
        invalid.add("transaction", format!("交易单号{number}已经登记过，一笔交款只登记一次"));
    }
    Ok(invalid.into_result()?)
}

//! Takes in a letter that came, or corrects what was entered of it.

use chrono::NaiveDate;

use super::save::{MOST_DAYS, month, refused};
use super::{Arrival, Course, Incoming, Transfer, TransferError, TransferView, store, view};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster::{self, MemberRecord};
use crate::rules::RuleBook;
use crate::typed;
use crate::values::date_title;
use crate::vault::{Done, Tx};

/// Records a letter that came in, or corrects it until it was accepted. Nobody enters the roster by this.
///
/// # Errors
/// [`TransferError::Invalid`] with the fields at fault.
pub fn save_arrival(desk: &mut Desk<'_>, request: Arrival) -> Result<Done<TransferView>, TransferError> {
    let (rules, today) = (desk.rules, desk.today());
    let arrival = normal(request);
    let verb = if arrival.id.is_none() { "登记" } else { "修改" };
    desk.transact(format!("{verb}{}转入的介绍信", arrival.name), |tx| {
        check(tx, &arrival, rules, today)?;
        let id = store::put_arrival(tx, &arrival)?;
        view::stored(tx, id, false, rules, today)
    })
}

/// The arrival with its texts in the form in which the roster keeps them.
fn normal(mut arrival: Arrival) -> Arrival {
    let record = roster::normal_record(record_of(&arrival));
    (arrival.name, arrival.ethnicity, arrival.mobile) = (record.name, record.ethnicity, record.mobile);
    for text in [&mut arrival.from_organization, &mut arrival.reply_to, &mut arrival.number, &mut arrival.handled_by] {
        *text = typed::line(text);
    }
    arrival
}

/// The newcomer as a record of the roster.
pub(super) fn record_of(arrival: &Arrival) -> MemberRecord {
    MemberRecord {
        id_number: arrival.id_number.clone(),
        sex: arrival.sex,
        ethnicity: arrival.ethnicity.clone(),
        birth: arrival.birth,
        joined: arrival.joined,
        converted: arrival.converted,
        mobile: arrival.mobile.clone(),
        ..MemberRecord::new(arrival.name.clone(), arrival.kind)
    }
}

fn check(tx: &Tx<'_>, arrival: &Arrival, rules: &RuleBook, today: NaiveDate) -> Result<(), TransferError> {
    let mut invalid = Invalid::default();
    if let Some(id) = arrival.id {
        let stored = store::transfer(tx, id)?;
        if !matches!(stored.course, Course::In(_)) {
            return Err(TransferError::NotFound);
        }
        if !stored.is_open() {
            invalid.add("id", "这封介绍信已经了结；要改党员的资料，请到名册里修改");
        }
    }
    if arrival.from_organization.is_empty() {
        invalid.add("from_organization", "请填写转出的党组织");
    }
    if !(1..=MOST_DAYS).contains(&arrival.valid_days) {
        invalid.add("valid_days", format!("有效期须在 1 至 {MOST_DAYS} 天之间"));
    }
    month(arrival.dues_paid_to, &mut invalid);
    if arrival.received_on > today {
        invalid.add("received_on", "收到的日期不能晚于今天");
    }
    if arrival.received_on < arrival.issued_on {
        invalid.add("received_on", format!("收到的日期早于介绍信的日期（{}）", date_title(arrival.issued_on)));
    }
    if let Some(joined) = arrival.joined.filter(|joined| arrival.issued_on < joined.earliest()) {
        invalid.add("issued_on", format!("介绍信的日期早于入党日期（{joined}）"));
    }
    nobody_twice(tx, arrival, &mut invalid)?;
    invalid.into_result()?;
    if let Some(message) = arrival.id_number.as_ref().and_then(|number| roster::number_to_come(number, today)) {
        return Err(refused("id_number", &message).into());
    }
    // What the roster would refuse is refused now; whose number it is was just looked at.
    Ok(roster::check_record(tx, &MemberRecord { id_number: None, ..record_of(arrival) }, None, None, rules, today)?)
}

/// Who is in the branch, or has a letter waiting already, does not come in again.
fn nobody_twice(tx: &Tx<'_>, arrival: &Arrival, invalid: &mut Invalid) -> Result<(), TransferError> {
    let Some(number) = &arrival.id_number else { return Ok(()) };
    if let Some((holder, name)) = roster::holder(tx, number)?
        && roster::member(tx, holder)?.is_some_and(|member| member.left.is_none())
    {
        invalid.add("id_number", format!("“{name}”已在本支部名册里，不必再转入"));
    }
    let waiting = |other: &Transfer| match &other.course {
        Course::In(incoming) => {
            let Incoming { arrival: other_arrival, .. } = &**incoming;
            other.is_open() && Some(other.id) != arrival.id && other_arrival.id_number.as_ref() == Some(number)
        }
        Course::Out(_) => false,
    };
    if store::all(tx)?.iter().any(waiting) {
        invalid.add("id_number", "这个人已有一封转入的介绍信待接收");
    }
    Ok(())
}

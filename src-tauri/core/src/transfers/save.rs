//! Issues a letter, or corrects one.

use chrono::NaiveDate;

use super::{Course, Letter, Transfer, TransferError, TransferView, numbering, store, view};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster::{self, Member};
use crate::typed;
use crate::values::{PartialDate, date_title};
use crate::vault::{Done, Tx};

/// The longest number that fits the paper.
const LONGEST_NUMBER: usize = 30;

/// The longest validity that can be entered; more than E12 has is only warned of.
pub(super) const MOST_DAYS: u32 = 999;

/// Issues a letter, in place of another when `request.replaces` says so, or corrects one. The member stays.
///
/// # Errors
/// [`TransferError::Invalid`] with the fields at fault.
pub fn save(desk: &mut Desk<'_>, request: Letter) -> Result<Done<TransferView>, TransferError> {
    let (rules, today) = (desk.rules, desk.today());
    let mut letter = normal(request);
    let member = match letter.member {
        Some(id) => desk.read(|reader| roster::member(reader, id))?,
        None => None,
    };
    let Some(member) = member else { return Err(refused("member", "请选择要转出的党员").into()) };
    let verb = match (letter.id, letter.replaces) {
        (Some(_), _) => "修改",
        (None, Some(_)) => "重新开具",
        (None, None) => "开具",
    };
    desk.transact(format!("{verb}{}的介绍信", member.record.name), |tx| {
        number(tx, &mut letter)?;
        check(tx, &letter, &member, today)?;
        let id = store::put_letter(tx, &letter)?;
        view::stored(tx, id, false, rules, today)
    })
}

/// The letter with its texts in the form in which they are kept.
fn normal(mut letter: Letter) -> Letter {
    for text in [
        &mut letter.number,
        &mut letter.addressee,
        &mut letter.to_organization,
        &mut letter.from_organization,
        &mut letter.reason,
        &mut letter.phone,
        &mut letter.address,
        &mut letter.office_phone,
        &mut letter.postcode,
        &mut letter.handled_by,
    ] {
        *text = typed::line(text);
    }
    letter
}

/// A letter without a number gets the year's next; a number is given once.
fn number(tx: &Tx<'_>, letter: &mut Letter) -> Result<(), TransferError> {
    let numbers = store::numbers(tx)?;
    if letter.number.is_empty() {
        letter.number = numbering::next(numbers.iter().map(|(_, number)| number.as_str()), letter.issued_on);
    }
    if letter.number.chars().count() > LONGEST_NUMBER {
        return Err(refused("number", "编号太长，印不下").into());
    }
    if numbers.iter().any(|(id, number)| *number == letter.number && Some(*id) != letter.id) {
        return Err(refused("number", &format!("编号 {} 已经用过", letter.number)).into());
    }
    Ok(())
}

fn check(tx: &Tx<'_>, letter: &Letter, member: &Member, today: NaiveDate) -> Result<(), TransferError> {
    let mut invalid = Invalid::default();
    for (field, text, message) in [
        ("addressee", &letter.addressee, "请填写抬头"),
        ("to_organization", &letter.to_organization, "请填写转往的党组织"),
        ("from_organization", &letter.from_organization, "请填写现所在党组织"),
    ] {
        if text.is_empty() {
            invalid.add(field, message);
        }
    }
    if !(1..=MOST_DAYS).contains(&letter.valid_days) {
        invalid.add("valid_days", format!("有效期须在 1 至 {MOST_DAYS} 天之间"));
    }
    month(letter.dues_paid_to, &mut invalid);
    if letter.issued_on > today {
        invalid.add("issued_on", "开具日期不能晚于今天");
    }
    if let Some(joined) = member.record.joined.filter(|joined| letter.issued_on < joined.earliest()) {
        invalid.add("issued_on", format!("开具日期早于入党日期（{joined}）"));
    }
    if let Some(entered) = member.record.entered_on.filter(|entered| letter.issued_on < *entered) {
        invalid.add("issued_on", format!("开具日期早于到本支部的日期（{}）", date_title(entered)));
    }
    match letter.id {
        Some(id) => corrected(&store::transfer(tx, id)?, letter, &mut invalid)?,
        None => issued(tx, letter, member, &mut invalid)?,
    }
    Ok(invalid.into_result()?)
}

/// A new letter: for someone who is here, and the only one on its way.
fn issued(tx: &Tx<'_>, letter: &Letter, member: &Member, invalid: &mut Invalid) -> Result<(), TransferError> {
    let name = &member.record.name;
    if let Some(left) = &member.left {
        invalid.add("member", format!("{name}已于{}离开本支部", date_title(left.on)));
    }
    let others = store::letters_of(tx, member.id)?;
    for other in others.iter().filter(|other| other.is_open() && Some(other.id) != letter.replaces) {
        if let Course::Out(outgoing) = &other.course {
            let number = &outgoing.letter.number;
            invalid.add("member", format!("{name}的介绍信 {number} 还没有了结：请先登记回执或退回，或者用它重新开具"));
        }
    }
    let Some(id) = letter.replaces else { return Ok(()) };
    match others.iter().find(|other| other.id == id) {
        Some(Transfer { course: Course::Out(outgoing), .. }) if letter.issued_on < outgoing.letter.issued_on => {
            invalid
                .add("issued_on", format!("开具日期早于原介绍信的日期（{}）", date_title(outgoing.letter.issued_on)));
        }
        Some(other) if other.is_open() => {}
        _ => invalid.add("replaces", "原介绍信已经了结，或者不是这名党员的"),
    }
    Ok(())
}

/// A correction: of the same member's letter, and its date not after what came of it.
fn corrected(stored: &Transfer, letter: &Letter, invalid: &mut Invalid) -> Result<(), TransferError> {
    let Course::Out(outgoing) = &stored.course else { return Err(TransferError::NotFound) };
    if outgoing.letter.member != letter.member {
        invalid.add("member", "开出的介绍信不能换人：请登记退回，再给另一名党员开具");
    }
    if outgoing.letter.replaces != letter.replaces {
        invalid.add("replaces", "重新开具的关系不能更改");
    }
    if let Some(ended) = stored.ended.as_ref().filter(|ended| ended.on < letter.issued_on) {
        invalid.add("issued_on", format!("开具日期晚于了结的日期（{}）", date_title(ended.on)));
    }
    Ok(())
}

/// 党费交至 is a month.
pub(super) fn month(paid_to: Option<PartialDate>, invalid: &mut Invalid) {
    // A date's text tells how precise it is.
    if paid_to.is_some_and(|paid_to| paid_to.to_string().len() != 7) {
        invalid.add("dues_paid_to", "党费交至请写到月，如 2026-03");
    }
}

/// One field at fault.
pub(super) fn refused(field: &str, message: &str) -> Invalid {
    let mut invalid = Invalid::default();
    invalid.add(field, message);
    invalid
}

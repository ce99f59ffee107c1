//! The branch accepts who came with a letter.

use chrono::NaiveDate;

use super::save_arrival::record_of;
use super::{
    Arrival, Course, Ended, EndedHow, TransferAcceptRequest, TransferError, TransferView, save::refused, store, view,
};
use crate::branch;
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster::{self, EntryWay, MemberId, MemberRecord, MemberReturnRequest};
use crate::rules::RuleBook;
use crate::values::{Changed, date_title};
use crate::vault::{Done, Tx};

/// Makes the newcomer a member from `request.on`, as a new record or as the former member who comes back.
///
/// # Errors
/// [`TransferError::Invalid`] for a day that cannot be, a letter that is no longer open, or someone the roster has.
pub fn accept(desk: &mut Desk<'_>, request: TransferAcceptRequest) -> Result<Done<TransferView>, TransferError> {
    let (rules, today) = (desk.rules, desk.today());
    let transfer = desk.read(|reader| store::transfer(reader, request.id))?;
    let Course::In(incoming) = &transfer.course else { return Err(TransferError::NotFound) };
    let arrival = &incoming.arrival;
    if !transfer.is_open() {
        return Err(refused("id", "这封介绍信已经了结").into());
    }
    check(arrival, request.on, today)?;
    desk.transact(format!("接收{}的组织关系", arrival.name), |tx| {
        let member = match request.member {
            Some(id) => bring_back(tx, arrival, id, request.on, rules, today)?,
            None => enter(tx, arrival, request.on, rules, today)?,
        };
        store::set_member(tx, request.id, member)?;
        store::end(tx, request.id, &Ended { on: request.on, how: EndedHow::Accepted, reason: String::new() })?;
        view::stored(tx, request.id, false, rules, today)
    })
}

fn check(arrival: &Arrival, on: NaiveDate, today: NaiveDate) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    if on > today {
        invalid.add("on", "接收的日期不能晚于今天");
    }
    if on < arrival.received_on {
        invalid.add("on", format!("接收的日期早于收到介绍信的日期（{}）", date_title(arrival.received_on)));
    }
    invalid.into_result()
}

/// Adds a member.
fn enter(
    tx: &Tx<'_>,
    arrival: &Arrival,
    on: NaiveDate,
    rules: &RuleBook,
    today: NaiveDate,
) -> Result<MemberId, TransferError> {
    if let Some(number) = &arrival.id_number
        && let Some((_, name)) = roster::holder(tx, number)?
    {
        let message = format!("名册里的“{name}”有同一个身份证号：请选“回到支部”");
        return Err(refused("member", &message).into());
    }
    let record = MemberRecord {
        branch_name: branch::stored(tx)?.name,
        entered_on: Some(on),
        entered_how: EntryWay::MovedIn,
        ..record_of(arrival)
    };
    roster::check_record(tx, &record, None, None, rules, today)?;
    Ok(roster::put(tx, &record, &Changed::default(), today)?)
}

/// Brings a former member back, whose record takes over what the letter knows.
fn bring_back(
    tx: &Tx<'_>,
    arrival: &Arrival,
    id: MemberId,
    on: NaiveDate,
    rules: &RuleBook,
    today: NaiveDate,
) -> Result<MemberId, TransferError> {
    let former = roster::member(tx, id)?.ok_or_else(|| refused("member", "名册里没有这个人"))?;
    if let (Some(known), Some(new)) = (&former.record.id_number, &arrival.id_number)
        && known != new
    {
        return Err(refused("member", "身份证号不同，不是同一个人").into());
    }
    let request = MemberReturnRequest { id, on, how: EntryWay::MovedIn };
    roster::check_return(&former, on, today)?;
    roster::begin_stay(tx, &former, &request, today)?;
    let back = roster::member(tx, id)?.ok_or(TransferError::NotFound)?;
    let record = brought_up_to_date(back.record, record_of(arrival));
    roster::check_record(tx, &record, None, Some(&former), rules, today)?;
    Ok(roster::put(tx, &record, &Changed::default(), today)?)
}

/// Kind, conversion and telephone may have changed meanwhile; of the rest only what is missing is filled in.
fn brought_up_to_date(known: MemberRecord, new: MemberRecord) -> MemberRecord {
    MemberRecord {
        kind: new.kind,
        converted: new.converted.or(known.converted),
        mobile: if new.mobile.is_empty() { known.mobile } else { new.mobile },
        id_number: known.id_number.or(new.id_number),
        sex: known.sex.or(new.sex),
        ethnicity: if known.ethnicity.is_empty() { new.ethnicity } else { known.ethnicity },
        birth: known.birth.or(new.birth),
        joined: known.joined.or(new.joined),
        ..known
    }
}

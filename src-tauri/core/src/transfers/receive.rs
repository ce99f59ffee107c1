//! 回执: the other side accepted the member, who leaves.

use super::{Course, Ended, EndedHow, TransferDayRequest, TransferError, TransferView, save::refused, store, view};
use crate::desk::Desk;
use crate::roster::{self, ExitWay, MemberLeft};
use crate::values::date_title;
use crate::vault::Done;

/// Records the receipt of an open letter, valid or expired; in the same transaction the member leaves on the day of
/// acceptance (E07). Who had left already is left alone.
///
/// # Errors
/// [`TransferError::Invalid`] for a day that cannot be, or a letter that is no longer open.
pub fn receive(desk: &mut Desk<'_>, request: TransferDayRequest) -> Result<Done<TransferView>, TransferError> {
    let (rules, today) = (desk.rules, desk.today());
    let transfer = desk.read(|reader| store::transfer(reader, request.id))?;
    let Course::Out(outgoing) = &transfer.course else { return Err(TransferError::NotFound) };
    let (letter, member) = (&outgoing.letter, &outgoing.member);
    if !transfer.is_open() {
        return Err(refused("id", &format!("介绍信 {} 已经了结", letter.number)).into());
    }
    if request.on < letter.issued_on {
        let message = format!("接收的日期早于介绍信开具的日期（{}）", date_title(letter.issued_on));
        return Err(refused("on", &message).into());
    }
    if request.on > today {
        return Err(refused("on", "接收的日期不能晚于今天").into());
    }
    let left = MemberLeft {
        on: request.on,
        how: ExitWay::MovedOut,
        reason: format!("转往{}（介绍信 {}）", letter.to_organization, letter.number),
    };
    desk.transact(format!("{}转出，登记回执", member.record.name), |tx| {
        if member.left.is_none() {
            roster::check_leave(member, request.on, today)?;
            roster::end_stay(tx, member.id, &left, today)?;
        }
        let ended = Ended { on: request.on, how: EndedHow::Accepted, reason: String::new() };
        store::end(tx, request.id, &ended)?;
        view::stored(tx, request.id, false, rules, today)
    })
}

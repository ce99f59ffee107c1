//! 回执 goes back to where somebody came from.

use super::{Course, EndedHow, TransferDayRequest, TransferError, TransferView, save::refused, store, view};
use crate::desk::Desk;
use crate::values::date_title;
use crate::vault::Done;

/// Records the day on which the receipt of an accepted newcomer was sent (E12).
///
/// # Errors
/// [`TransferError::NotAccepted`]; [`TransferError::Invalid`] for a day that cannot be.
pub fn reply(desk: &mut Desk<'_>, request: TransferDayRequest) -> Result<Done<TransferView>, TransferError> {
    let (rules, today) = (desk.rules, desk.today());
    let transfer = desk.read(|reader| store::transfer(reader, request.id))?;
    let Course::In(incoming) = &transfer.course else { return Err(TransferError::NotFound) };
    let accepted = transfer.ended.as_ref().filter(|ended| ended.how == EndedHow::Accepted);
    let accepted = accepted.ok_or(TransferError::NotAccepted)?.on;
    if request.on < accepted {
        return Err(refused("on", &format!("寄出的日期早于接收的日期（{}）", date_title(accepted))).into());
    }
    if request.on > today {
        return Err(refused("on", "寄出的日期不能晚于今天").into());
    }
    desk.transact(format!("寄回{}的回执", incoming.arrival.name), |tx| {
        store::set_receipt_sent(tx, request.id, request.on)?;
        view::stored(tx, request.id, false, rules, today)
    })
}

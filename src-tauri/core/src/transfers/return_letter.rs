//! A letter comes back or is withdrawn, or one that came in is sent back.

use super::{Course, Ended, EndedHow, TransferError, TransferReturnRequest, TransferView, store, view};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::values::date_title;
use crate::vault::Done;

/// Ends a transfer without effect: who was to go stays, who was to come does not.
///
/// # Errors
/// [`TransferError::Invalid`] for a day that cannot be, no reason, or a transfer that is no longer open.
pub fn return_letter(desk: &mut Desk<'_>, request: TransferReturnRequest) -> Result<Done<TransferView>, TransferError> {
    let (rules, today) = (desk.rules, desk.today());
    let transfer = desk.read(|reader| store::transfer(reader, request.id))?;
    let (label, earliest) = match &transfer.course {
        Course::Out(outgoing) => (format!("{}的介绍信退回", outgoing.member.record.name), outgoing.letter.issued_on),
        Course::In(incoming) => (format!("退回{}转入的介绍信", incoming.arrival.name), incoming.arrival.received_on),
    };
    let mut invalid = Invalid::default();
    if !transfer.is_open() {
        invalid.add("id", "这封介绍信已经了结");
    }
    if request.on < earliest {
        invalid.add("on", format!("退回的日期不能早于{}", date_title(earliest)));
    }
    if request.on > today {
        invalid.add("on", "退回的日期不能晚于今天");
    }
    let reason = request.reason.trim().to_owned();
    if reason.is_empty() {
        invalid.add("reason", "请写明退回或撤回的原因");
    }
    invalid.into_result()?;
    desk.transact(label, |tx| {
        store::end(tx, request.id, &Ended { on: request.on, how: EndedHow::Returned, reason })?;
        view::stored(tx, request.id, false, rules, today)
    })
}

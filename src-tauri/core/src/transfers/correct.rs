//! A day on a transfer's way was written down wrong.

use chrono::NaiveDate;

use super::{
    Course, EndedHow, Incoming, Transfer, TransferCorrectRequest, TransferDay, TransferError, TransferView,
    save::refused, store, view,
};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster::{self, EntryEvent};
use crate::values::date_title;
use crate::vault::{Done, Reader, Tx};

/// Puts another day in the place of one that was recorded. Where somebody left or came on that day, the stay in the
/// branch moves with it, in the same transaction.
///
/// # Errors
/// [`TransferError::Invalid`] for a day that cannot be: after today, or on the wrong side of another day of the way, of
/// joining, of another stay or of a later letter.
pub fn correct(desk: &mut Desk<'_>, request: TransferCorrectRequest) -> Result<Done<TransferView>, TransferError> {
    let (rules, today) = (desk.rules, desk.today());
    let transfer = desk.read(|reader| store::transfer(reader, request.id))?;
    let recorded = transfer.recorded(request.day).filter(|_| transfer.corrected_here(request.day).is_some());
    let recorded =
        recorded.ok_or_else(|| refused("day", "这一步没有可以单独更正的日期：介绍信上的日期请用「修改」"))?;
    let name = match &transfer.course {
        Course::Out(outgoing) => &outgoing.member.record.name,
        Course::In(incoming) => &incoming.arrival.name,
    };
    desk.transact(format!("更正{name}转接的日期"), |tx| {
        check(tx, &transfer, request, today)?;
        if request.day == TransferDay::Ended {
            move_stay(tx, &transfer, recorded, request.on, today)?;
        }
        store::set_day(tx, request)?;
        view::stored(tx, request.id, false, rules, today)
    })
}

impl Transfer {
    /// The days that are on record, in the order in which they come, each with what happened on it.
    fn recorded_days(&self) -> Vec<(TransferDay, &'static str, NaiveDate)> {
        let ended = |title| self.ended.as_ref().map(|ended| (TransferDay::Ended, title, ended.on));
        let accepted = self.ended.as_ref().is_some_and(|ended| ended.how == EndedHow::Accepted);
        match &self.course {
            Course::Out(outgoing) => {
                let issued = (TransferDay::Issued, "开具介绍信", outgoing.letter.issued_on);
                [Some(issued), ended(if accepted { "对方接收" } else { "退回或撤回" })].into_iter().flatten().collect()
            }
            Course::In(incoming) => {
                let Incoming { arrival, receipt_sent_on, .. } = &**incoming;
                let days = [
                    Some((TransferDay::Issued, "开具介绍信", arrival.issued_on)),
                    Some((TransferDay::Received, "收到介绍信", arrival.received_on)),
                    ended(if accepted { "接收" } else { "退回" }),
                    receipt_sent_on.map(|on| (TransferDay::ReceiptSent, "寄回回执", on)),
                ];
                days.into_iter().flatten().collect()
            }
        }
    }

    fn recorded(&self, day: TransferDay) -> Option<NaiveDate> {
        self.recorded_days().into_iter().find(|(other, ..)| *other == day).map(|(.., on)| on)
    }

    /// `day`, unless the letter's own form still has it.
    pub(super) fn corrected_here(&self, day: TransferDay) -> Option<TransferDay> {
        let in_the_form = match &self.course {
            Course::Out(_) => day == TransferDay::Issued,
            Course::In(_) => self.is_open(),
        };
        (!in_the_form).then_some(day)
    }
}

fn check(
    reader: &Reader<'_>,
    transfer: &Transfer,
    request: TransferCorrectRequest,
    today: NaiveDate,
) -> Result<(), TransferError> {
    let (day, on) = (request.day, request.on);
    let mut invalid = Invalid::default();
    if on > today {
        invalid.add("on", "日期不能晚于今天");
    }
    for (other, title, known) in transfer.recorded_days() {
        let known_day = date_title(known);
        if other < day && on < known {
            invalid.add("on", format!("日期早于{title}的日期（{known_day}）"));
        }
        if other > day && on > known {
            invalid.add("on", format!("日期晚于{title}的日期（{known_day}）"));
        }
    }
    let joined = match &transfer.course {
        Course::Out(outgoing) => outgoing.member.record.joined,
        Course::In(incoming) => incoming.arrival.joined,
    };
    if let Some(joined) = joined.filter(|joined| on < joined.earliest()) {
        invalid.add("on", format!("日期早于入党日期（{}）", joined.title()));
    }
    if day == TransferDay::Ended {
        later_letter(reader, transfer, on, &mut invalid)?;
    }
    Ok(invalid.into_result()?)
}

/// A letter issued after this transfer came to its end rests on that end: the member was still here, or here at last.
fn later_letter(
    reader: &Reader<'_>,
    transfer: &Transfer,
    on: NaiveDate,
    invalid: &mut Invalid,
) -> Result<(), TransferError> {
    let member = match &transfer.course {
        Course::Out(outgoing) => Some(outgoing.member.id),
        Course::In(incoming) => incoming.member,
    };
    let Some(member) = member else { return Ok(()) };
    for later in store::letters_of(reader, member)?.iter().filter(|later| later.id > transfer.id) {
        if let Course::Out(outgoing) = &later.course
            && outgoing.letter.issued_on < on
        {
            let (number, issued_on) = (&outgoing.letter.number, date_title(outgoing.letter.issued_on));
            invalid.add("on", format!("日期晚于以后开具介绍信 {number} 的日期（{issued_on}）"));
        }
    }
    Ok(())
}

/// The stay that ended with the receipt, or began with the acceptance, does so on the other day. Who had left by another
/// way is left alone.
fn move_stay(
    tx: &Tx<'_>,
    transfer: &Transfer,
    from: NaiveDate,
    to: NaiveDate,
    today: NaiveDate,
) -> Result<(), TransferError> {
    if transfer.ended.as_ref().is_none_or(|ended| ended.how != EndedHow::Accepted) {
        return Ok(());
    }
    match &transfer.course {
        Course::Out(outgoing) => roster::move_transferred(tx, &outgoing.member, EntryEvent::Left, from, to, today)?,
        Course::In(incoming) => {
            if let Some(member) = incoming.member.map(|id| roster::member(tx, id)).transpose()?.flatten() {
                roster::move_transferred(tx, &member, EntryEvent::Entered, from, to, today)?;
            }
        }
    }
    Ok(())
}

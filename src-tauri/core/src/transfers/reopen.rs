//! An end that was entered for the wrong letter.

use super::{Course, EndedHow, TransferError, TransferId, TransferView, save::refused, store, view};
use crate::desk::Desk;
use crate::roster;
use crate::vault::Done;

/// Takes the end of a transfer back: the letter is on its way again, and who had left by it is a member as before. Whom an
/// acceptance brought into the roster is not taken out by this.
///
/// # Errors
/// [`TransferError::Invalid`] for a transfer that is open or brought somebody here, for somebody who came back since, and
/// where another letter is on its way.
pub fn reopen(desk: &mut Desk<'_>, id: TransferId) -> Result<Done<TransferView>, TransferError> {
    let (rules, today) = (desk.rules, desk.today());
    let transfer = desk.read(|reader| store::transfer(reader, id))?;
    let Some(ended) = &transfer.ended else { return Err(refused("id", "这封介绍信还没有了结").into()) };
    let accepted = ended.how == EndedHow::Accepted;
    let name = match &transfer.course {
        Course::Out(outgoing) => &outgoing.member.record.name,
        Course::In(_) if accepted => {
            return Err(refused("id", "人已经随这次接收进了名册；接收错了的，请在名册里办理离开支部").into());
        }
        Course::In(incoming) => &incoming.arrival.name,
    };
    desk.transact(format!("重新打开{name}的转接"), |tx| {
        if let Course::Out(outgoing) = &transfer.course {
            let member = &outgoing.member;
            let others = store::letters_of(tx, member.id)?;
            if others.iter().any(|other| other.id != id && other.is_open() && matches!(other.course, Course::Out(_))) {
                return Err(refused("id", &format!("{name}另有一封介绍信还没有了结，请先处理那一封")).into());
            }
            if accepted && !roster::take_back_leaving(tx, member, ended.on)? {
                return Err(refused("id", &format!("{name}后来又回到本支部，这一步不能再打开")).into());
            }
        }
        store::reopen(tx, id)?;
        view::stored(tx, id, false, rules, today)
    })
}

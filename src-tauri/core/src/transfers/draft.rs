//! A form filled in as far as the program knows.

use super::{Arrival, Course, Letter, Transfer, TransferDraft, TransferDraftRequest, TransferError, numbering, store};
use crate::desk::Desk;
use crate::roster::{self, MemberKind};
use crate::rules::RuleId;
use crate::{branch, settings};

/// E12, should the rules ever lack the number.
const DAYS: u32 = 90;

/// A letter to be issued and a letter to be taken in, with number, validity, and what the branch writes every time. A
/// letter in place of another says the same as that one.
///
/// # Errors
/// [`TransferError::NotFound`] for a letter to be replaced that is not there.
pub fn draft(desk: &mut Desk<'_>, request: TransferDraftRequest) -> Result<TransferDraft, TransferError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| {
        let settings = settings::stored(reader)?;
        let valid_days =
            settings.letter_valid_days.or_else(|| rules.number(RuleId::E12, "days", today)).unwrap_or(DAYS);
        let (branch, handled_by) = (branch::stored(reader)?, roster::operator(reader)?);
        let numbers = store::numbers(reader)?;
        let replaced = match request.replaces {
            Some(id) => Some(letter_of(store::transfer(reader, id)?).ok_or(TransferError::NotFound)?),
            None => None,
        };
        // Where letters are sent from stays the same from one to the next.
        let newest = numbers.iter().map(|(id, _)| *id).max();
        let last = match newest {
            Some(id) => letter_of(store::transfer(reader, id)?),
            None => None,
        };
        let own = |field: fn(&Letter) -> &String| last.as_ref().map(field).cloned().unwrap_or_default();
        let blank = Letter {
            id: None,
            member: request.member,
            number: String::new(),
            addressee: String::new(),
            to_organization: String::new(),
            from_organization: branch.name,
            reason: String::new(),
            issued_on: today,
            valid_days,
            dues_paid_to: match request.member {
                Some(member) => store::dues_paid_to(reader, member)?,
                None => None,
            },
            phone: String::new(),
            address: own(|letter| &letter.address),
            office_phone: if last.is_some() { own(|letter| &letter.office_phone) } else { branch.phone },
            postcode: own(|letter| &letter.postcode),
            handled_by: handled_by.clone(),
            replaces: None,
        };
        let letter = Letter {
            id: None,
            number: numbering::next(numbers.iter().map(|(_, number)| number.as_str()), today),
            issued_on: today,
            valid_days,
            handled_by: handled_by.clone(),
            replaces: request.replaces,
            ..replaced.unwrap_or(blank)
        };
        let arrival = Arrival {
            id: None,
            name: String::new(),
            kind: MemberKind::Full,
            id_number: None,
            sex: None,
            ethnicity: String::new(),
            birth: None,
            joined: None,
            converted: None,
            mobile: String::new(),
            from_organization: String::new(),
            reply_to: String::new(),
            number: String::new(),
            issued_on: today,
            valid_days,
            received_on: today,
            dues_paid_to: None,
            handled_by,
        };
        Ok::<_, TransferError>(TransferDraft { letter, arrival })
    })
}

fn letter_of(transfer: Transfer) -> Option<Letter> {
    match transfer.course {
        Course::Out(outgoing) => Some(outgoing.letter),
        Course::In(_) => None,
    }
}

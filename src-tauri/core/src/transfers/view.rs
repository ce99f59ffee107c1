//! What the window gets to see of a transfer.

use chrono::NaiveDate;

use super::{
    Arrival, Course, FormerMember, Incoming, Outgoing, Transfer, TransferContent, TransferError, TransferId,
    TransferRef, TransferRow, TransferView, rules, store,
};
use crate::roster;
use crate::rules::RuleBook;
use crate::vault::{Reader, VaultError};

impl Transfer {
    /// The transfer in a list.
    pub(super) fn row(&self, rules: &RuleBook, today: NaiveDate) -> TransferRow {
        let (number, member, name, kind, other_organization, issued_on) = match &self.course {
            Course::Out(outgoing) => {
                let Outgoing { letter, member, .. } = &**outgoing;
                let kind = member.kind_on(letter.issued_on);
                (&letter.number, Some(member.id), &member.record.name, kind, &letter.to_organization, letter.issued_on)
            }
            Course::In(incoming) => {
                let Incoming { arrival, member, .. } = &**incoming;
                let from = &arrival.from_organization;
                (&arrival.number, *member, &arrival.name, arrival.kind, from, arrival.issued_on)
            }
        };
        TransferRow {
            id: self.id,
            state: self.state_on(today),
            number: number.clone(),
            member,
            name: name.clone(),
            kind,
            other_organization: other_organization.clone(),
            issued_on,
            valid_to: self.valid_to(),
            ended_on: self.ended.as_ref().map(|ended| ended.on),
            finding: rules::findings(self, rules, today).into_iter().next(),
        }
    }
}

/// One transfer as it stands in the records now.
pub(super) fn stored(
    reader: &Reader<'_>,
    id: TransferId,
    reveal: bool,
    rules: &RuleBook,
    today: NaiveDate,
) -> Result<TransferView, TransferError> {
    let transfer = store::transfer(reader, id)?;
    let (mut replaces, mut replaced_by, mut receipt_sent_on) = (None, None, None);
    let (content, blanks) = match &transfer.course {
        Course::Out(outgoing) => {
            let numbers = store::numbers(reader)?;
            let named = |id: Option<TransferId>| {
                let (id, number) = numbers.iter().find(|(other, _)| Some(*other) == id)?;
                Some(TransferRef { id: *id, number: number.clone() })
            };
            (replaces, replaced_by) =
                (named(outgoing.letter.replaces), named(outgoing.replaced_by.map(|newer| newer.id)));
            (TransferContent::Out { letter: outgoing.letter.clone() }, blanks(outgoing))
        }
        Course::In(incoming) => {
            receipt_sent_on = incoming.receipt_sent_on;
            let mut arrival = incoming.arrival.clone();
            let former = if transfer.is_open() { former(reader, &arrival)? } else { Vec::new() };
            let id_number_masked = arrival.id_number.as_ref().map(|number| number.masked());
            arrival.id_number = arrival.id_number.filter(|_| reveal);
            (TransferContent::In { arrival, id_number_masked, former }, Vec::new())
        }
    };
    Ok(TransferView {
        row: transfer.row(rules, today),
        content,
        steps: transfer.steps(today),
        findings: rules::findings(&transfer, rules, today),
        blanks,
        replaces,
        replaced_by,
        reason: transfer.ended.as_ref().map(|ended| ended.reason.clone()).unwrap_or_default(),
        receipt_sent_on,
    })
}

/// What the letter asks for and nobody entered.
fn blanks(outgoing: &Outgoing) -> Vec<String> {
    let (letter, record) = (&outgoing.letter, &outgoing.member.record);
    let fields = [
        ("性别", record.sex.is_some()),
        ("年龄（出生日期）", record.birth.is_some()),
        ("民族", !record.ethnicity.is_empty()),
        ("公民身份号码", record.id_number.is_some()),
        ("党费交至", letter.dues_paid_to.is_some()),
        ("联系电话", !(letter.phone.is_empty() && record.mobile.is_empty())),
    ];
    fields.into_iter().filter(|(_, there)| !there).map(|(name, _)| name.to_owned()).collect()
}

/// Former members who may be the newcomer: first those of the same id number, then namesakes.
fn former(reader: &Reader<'_>, arrival: &Arrival) -> Result<Vec<FormerMember>, VaultError> {
    let mut found = Vec::new();
    for member in roster::everyone(reader)? {
        let Some(left) = &member.left else { continue };
        let same_id_number = arrival.id_number.is_some() && member.record.id_number == arrival.id_number;
        if same_id_number || member.record.name == arrival.name {
            found.push(FormerMember {
                id: member.id,
                name: member.record.name.clone(),
                left_on: left.on,
                same_id_number,
            });
        }
    }
    found.sort_by_key(|member| !member.same_id_number);
    Ok(found)
}

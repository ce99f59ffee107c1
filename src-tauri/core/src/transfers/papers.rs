//! What goes on the papers: 介绍信 in its three parts, and 回执 for who came.
//!
//! After the form that the Organization Department issued in 2006 (组通字〔2006〕45号). The id number stands in full:
//! it is what the letter is for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Course, EndedHow, Incoming, Outgoing, TransferError, TransferId, store};
use crate::branch::{self, Branch};
use crate::desk::Door;
use crate::outside::document;
use crate::paper::{Drawn, papers};
use crate::roster::{MemberKind, Sex};
use crate::values::PartialDate;
use crate::values::Room;
use crate::values::numerals;
use crate::vault::Reader;

papers! {
    /// The papers of a transfer.
    TransferPaper, TransferError;
    /// 组织关系介绍信 (三联)
    IntroductionLetter { transfer: TransferId } = letter_paper;
    /// 组织关系介绍信回执
    TransferReceipt { transfer: TransferId } = receipt_paper;
}

const ROOMS: &[Room] = &[Room::Transfers, Room::Roster, Room::Branch];

fn letter_paper(door: &Door<'_>, transfer: TransferId) -> Result<Drawn, TransferError> {
    let letter = door.read(|reader| introduction_letter_of(reader, transfer))?;
    Ok(Drawn::new(format!("组织关系介绍信 {} {}", letter.number, letter.name), letter, ROOMS))
}

fn receipt_paper(door: &Door<'_>, transfer: TransferId) -> Result<Drawn, TransferError> {
    let receipt = door.read(|reader| receipt_of(reader, transfer))?;
    Ok(Drawn::new(format!("组织关系介绍信回执 {}", receipt.name), receipt, ROOMS))
}

/// 中国共产党党员组织关系介绍信: stub, letter and receipt, to be cut apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntroductionLetter {
    /// Branch name, for the file's author.
    pub branch: String,
    /// 编号, on each part
    pub number: String,
    /// 抬头
    pub addressee: String,
    /// 姓名
    pub name: String,
    /// 男 or 女; empty leaves both to be chosen by hand.
    pub sex: String,
    /// Whole years on the day of issue.
    pub age: Option<u32>,
    /// 民族, without 族
    pub ethnicity: String,
    /// 正式 or 预备
    pub kind: String,
    /// 身份证号, in full
    pub id_number: String,
    /// 由
    pub from_organization: String,
    /// 去
    pub to_organization: String,
    /// 党费交至, in 大写: 贰零贰陆年叁月; empty when not known.
    pub dues_paid_to: String,
    /// 有效期 in days, in 大写.
    pub valid_days: String,
    /// The date on the letter.
    pub issued_on: NaiveDate,
    /// 党员联系电话
    pub phone: String,
    /// 党员原所在基层党委通讯地址
    pub address: String,
    /// Its telephone
    pub office_phone: String,
    /// 邮编
    pub postcode: String,
    /// 经办人
    pub handled_by: String,
    /// To whom the receipt comes back: the committee above the branch.
    pub receipt_to: String,
}

document!(IntroductionLetter, "introduction_letter");

/// 回执: tells the branch someone came from that the membership arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferReceipt {
    pub branch: String,
    /// The number of the letter it answers.
    pub number: String,
    /// To whom.
    pub addressee: String,
    /// 姓名
    pub name: String,
    /// 正式 or 预备
    pub kind: String,
    /// 转出的党组织
    pub from_organization: String,
    /// The day of acceptance.
    pub accepted_on: NaiveDate,
    /// 经办人
    pub handled_by: String,
    /// 联系电话
    pub phone: String,
}

document!(TransferReceipt, "transfer_receipt");

/// The letter of a transfer that goes out, as of the day it was issued.
///
/// # Errors
/// [`TransferError::NoSuchPaper`] for one that came in.
pub(super) fn introduction_letter_of(reader: &Reader<'_>, id: TransferId) -> Result<IntroductionLetter, TransferError> {
    let Course::Out(outgoing) = store::transfer(reader, id)?.course else { return Err(TransferError::NoSuchPaper) };
    let branch = branch::stored_on(reader, outgoing.letter.issued_on)?;
    Ok(introduction_letter(branch, *outgoing))
}

/// The receipt for someone who was accepted.
///
/// # Errors
/// [`TransferError::NoSuchPaper`] for a letter that goes out, [`TransferError::NotAccepted`].
pub(super) fn receipt_of(reader: &Reader<'_>, id: TransferId) -> Result<TransferReceipt, TransferError> {
    let transfer = store::transfer(reader, id)?;
    let Course::In(incoming) = transfer.course else { return Err(TransferError::NoSuchPaper) };
    let accepted = transfer.ended.filter(|ended| ended.how == EndedHow::Accepted).ok_or(TransferError::NotAccepted)?;
    let branch = branch::stored_on(reader, accepted.on)?;
    Ok(receipt(branch.name, branch.phone, accepted.on, *incoming))
}

fn introduction_letter(branch: Branch, Outgoing { letter, member, .. }: Outgoing) -> IntroductionLetter {
    IntroductionLetter {
        receipt_to: if branch.superior.is_empty() { letter.from_organization.clone() } else { branch.superior },
        branch: branch.name,
        sex: member.record.sex.map(Sex::title).unwrap_or_default().to_owned(),
        age: member.age_on(letter.issued_on),
        kind: kind(member.kind_on(letter.issued_on)),
        ethnicity: member.record.ethnicity.trim_end_matches('族').to_owned(),
        id_number: member.record.id_number.map(String::from).unwrap_or_default(),
        name: member.record.name,
        number: letter.number,
        addressee: letter.addressee,
        from_organization: letter.from_organization,
        to_organization: letter.to_organization,
        dues_paid_to: letter.dues_paid_to.map(month).unwrap_or_default(),
        valid_days: numerals::capitals(letter.valid_days),
        issued_on: letter.issued_on,
        phone: if letter.phone.is_empty() { member.record.mobile } else { letter.phone },
        address: letter.address,
        office_phone: letter.office_phone,
        postcode: letter.postcode,
        handled_by: letter.handled_by,
    }
}

fn receipt(
    branch: String,
    phone: String,
    accepted_on: NaiveDate,
    Incoming { arrival, .. }: Incoming,
) -> TransferReceipt {
    TransferReceipt {
        branch,
        number: arrival.number,
        addressee: if arrival.reply_to.is_empty() { arrival.from_organization.clone() } else { arrival.reply_to },
        name: arrival.name,
        kind: kind(arrival.kind),
        from_organization: arrival.from_organization,
        accepted_on,
        handled_by: arrival.handled_by,
        phone,
    }
}

fn kind(kind: MemberKind) -> String {
    match kind {
        MemberKind::Full => "正式",
        MemberKind::Probationary => "预备",
    }
    .to_owned()
}

/// `2026-03` → 贰零贰陆年叁月
fn month(month: PartialDate) -> String {
    use chrono::Datelike;
    let day = month.earliest();
    format!("{}年{}月", numerals::capitals_by_digit(&day.year().to_string()), numerals::capitals(day.month()))
}

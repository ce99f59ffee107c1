//! The tables of transfers.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::{
    Arrival, Course, Ended, EndedHow, Incoming, Letter, Outgoing, Replacement, Transfer, TransferCorrectRequest,
    TransferDay, TransferError, TransferId,
};
use crate::roster::{self, MemberId};
use crate::values::{Month, PartialDate, stored_as_text};
use crate::vault::{Reader, Tx, VaultError};

stored_as_text!(EndedHow);

/// Every transfer, newest letters first.
pub(super) fn all(reader: &Reader<'_>) -> Result<Vec<Transfer>, VaultError> {
    transfers(reader, None, None, false)
}

/// Transfers of which something may be due.
pub(super) fn pending(reader: &Reader<'_>) -> Result<Vec<Transfer>, VaultError> {
    transfers(reader, None, None, true)
}

/// The letters issued for a member, newest first.
pub(super) fn letters_of(reader: &Reader<'_>, member: MemberId) -> Result<Vec<Transfer>, VaultError> {
    transfers(reader, None, Some(member), false)
}

/// Up to which month those who came with a letter had paid their dues where they came from.
///
/// # Errors
/// When the file cannot be read.
pub fn dues_paid_elsewhere(reader: &Reader<'_>) -> Result<BTreeMap<MemberId, Month>, VaultError> {
    let rows = reader.all(include_str!("sql/dues_paid_elsewhere.sql"), [], |row| {
        Ok((MemberId(row.get("member_id")?), row.get("dues_paid_to")?))
    })?;
    Ok(rows.into_iter().collect())
}

/// Up to which month a member has paid dues here without a gap. The room above is not known, its tables are read.
pub(super) fn dues_paid_to(reader: &Reader<'_>, member: MemberId) -> Result<Option<PartialDate>, VaultError> {
    let months = reader.all(include_str!("sql/dues_paid_months.sql"), [member.0], |row| row.get::<_, Month>(0))?;
    let mut paid_to: Option<Month> = None;
    for month in months {
        if paid_to.is_some_and(|before| before.later(1) != month) {
            break;
        }
        paid_to = Some(month);
    }
    Ok(paid_to.and_then(|month| month.to_string().parse().ok()))
}

/// One transfer.
pub(super) fn transfer(reader: &Reader<'_>, id: TransferId) -> Result<Transfer, TransferError> {
    transfers(reader, Some(id), None, false)?.pop().ok_or(TransferError::NotFound)
}

/// The branch's own letters and their numbers.
pub(super) fn numbers(reader: &Reader<'_>) -> Result<Vec<(TransferId, String)>, VaultError> {
    reader.all(include_str!("sql/numbers.sql"), [], |row| Ok((TransferId(row.get("id")?), row.get("number")?)))
}

fn transfers(
    reader: &Reader<'_>,
    id: Option<TransferId>,
    member: Option<MemberId>,
    pending: bool,
) -> Result<Vec<Transfer>, VaultError> {
    let params =
        named_params! { ":id": id.map(|id| id.0), ":member": member.map(|member| member.0), ":pending": pending };
    let rows = reader.all(include_str!("sql/transfers.sql"), params, Entry::from_row)?;
    let mut transfers = Vec::with_capacity(rows.len());
    for entry in rows {
        transfers.extend(entry.complete(reader)?);
    }
    Ok(transfers)
}

/// A row, before the member of a letter was looked up.
enum Entry {
    Out { id: TransferId, letter: Box<Letter>, replaced_by: Option<Replacement>, ended: Option<Ended> },
    In(Transfer),
}

impl Entry {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let id = TransferId(row.get("id")?);
        let ended = ended(row)?;
        if row.get::<_, String>("direction")? == "in" {
            let incoming = Incoming {
                arrival: arrival(row, id)?,
                member: row.get::<_, Option<i64>>("member_id")?.map(MemberId),
                receipt_sent_on: row.get("receipt_sent_on")?,
            };
            return Ok(Self::In(Transfer { id, course: Course::In(Box::new(incoming)), ended }));
        }
        let newer = row.get::<_, Option<i64>>("replaced_by")?.map(TransferId);
        let replaced_by = newer.zip(row.get("replaced_on")?).map(|(id, issued_on)| Replacement { id, issued_on });
        Ok(Self::Out { id, letter: Box::new(letter(row, id)?), replaced_by, ended })
    }

    /// `None` only when the letter's member is gone, which the foreign key forbids.
    fn complete(self, reader: &Reader<'_>) -> Result<Option<Transfer>, VaultError> {
        let (id, letter, replaced_by, ended) = match self {
            Self::In(transfer) => return Ok(Some(transfer)),
            Self::Out { id, letter, replaced_by, ended } => (id, *letter, replaced_by, ended),
        };
        let member = match letter.member {
            Some(member) => roster::member(reader, member)?,
            None => None,
        };
        Ok(member.map(|member| {
            let outgoing = Outgoing { letter, member, replaced_by };
            Transfer { id, course: Course::Out(Box::new(outgoing)), ended }
        }))
    }
}

fn letter(row: &Row<'_>, id: TransferId) -> rusqlite::Result<Letter> {
    Ok(Letter {
        id: Some(id),
        member: row.get::<_, Option<i64>>("member_id")?.map(MemberId),
        number: row.get("number")?,
        addressee: row.get("addressee")?,
        to_organization: row.get("to_organization")?,
        from_organization: row.get("from_organization")?,
        reason: row.get("reason")?,
        issued_on: row.get("issued_on")?,
        valid_days: row.get("valid_days")?,
        dues_paid_to: row.get("dues_paid_to")?,
        phone: row.get("phone")?,
        address: row.get("address")?,
        office_phone: row.get("office_phone")?,
        postcode: row.get("postcode")?,
        handled_by: row.get("handled_by")?,
        replaces: row.get::<_, Option<i64>>("replaces_id")?.map(TransferId),
    })
}

fn arrival(row: &Row<'_>, id: TransferId) -> rusqlite::Result<Arrival> {
    Ok(Arrival {
        id: Some(id),
        name: row.get("name")?,
        kind: row.get("kind")?,
        id_number: row.get("id_number")?,
        sex: row.get("sex")?,
        ethnicity: row.get("ethnicity")?,
        birth: row.get("birth")?,
        joined: row.get("joined")?,
        converted: row.get("converted")?,
        mobile: row.get("mobile")?,
        from_organization: row.get("from_organization")?,
        reply_to: row.get("reply_to")?,
        number: row.get("number")?,
        issued_on: row.get("issued_on")?,
        valid_days: row.get("valid_days")?,
        received_on: row.get("received_on")?,
        dues_paid_to: row.get("dues_paid_to")?,
        handled_by: row.get("handled_by")?,
    })
}

fn ended(row: &Row<'_>) -> rusqlite::Result<Option<Ended>> {
    let Some(on) = row.get("ended_on")? else { return Ok(None) };
    Ok(Some(Ended { on, how: row.get("ended_how")?, reason: row.get("ended_reason")? }))
}

/// Writes a letter, new or changed; gives its id.
pub(super) fn put_letter(tx: &Tx<'_>, letter: &Letter) -> Result<TransferId, VaultError> {
    let inserted = tx.insert(
        include_str!("sql/put.sql"),
        named_params! {
            ":id": letter.id.map(|id| id.0),
            ":direction": "out",
            ":member_id": letter.member.map(|member| member.0),
            ":number": letter.number,
            ":issued_on": letter.issued_on,
            ":valid_days": letter.valid_days,
            ":from_organization": letter.from_organization,
            ":dues_paid_to": letter.dues_paid_to,
            ":handled_by": letter.handled_by,
        },
    )?;
    let id = letter.id.unwrap_or(TransferId(inserted));
    tx.execute(
        include_str!("sql/put_letter.sql"),
        named_params! {
            ":transfer_id": id.0,
            ":addressee": letter.addressee,
            ":to_organization": letter.to_organization,
            ":reason": letter.reason,
            ":phone": letter.phone,
            ":address": letter.address,
            ":office_phone": letter.office_phone,
            ":postcode": letter.postcode,
            ":replaces_id": letter.replaces.map(|id| id.0),
        },
    )?;
    Ok(id)
}

/// Writes an arrival, new or changed; gives its id.
pub(super) fn put_arrival(tx: &Tx<'_>, arrival: &Arrival) -> Result<TransferId, VaultError> {
    let inserted = tx.insert(
        include_str!("sql/put.sql"),
        named_params! {
            ":id": arrival.id.map(|id| id.0),
            ":direction": "in",
            ":member_id": None::<i64>,
            ":number": arrival.number,
            ":issued_on": arrival.issued_on,
            ":valid_days": arrival.valid_days,
            ":from_organization": arrival.from_organization,
            ":dues_paid_to": arrival.dues_paid_to,
            ":handled_by": arrival.handled_by,
        },
    )?;
    let id = arrival.id.unwrap_or(TransferId(inserted));
    tx.execute(
        include_str!("sql/put_newcomer.sql"),
        named_params! {
            ":transfer_id": id.0,
            ":name": arrival.name,
            ":kind": arrival.kind,
            ":id_number": arrival.id_number,
            ":sex": arrival.sex,
            ":ethnicity": arrival.ethnicity,
            ":birth": arrival.birth,
            ":joined": arrival.joined,
            ":converted": arrival.converted,
            ":mobile": arrival.mobile,
            ":reply_to": arrival.reply_to,
            ":received_on": arrival.received_on,
        },
    )?;
    Ok(id)
}

/// Brings a transfer to its end.
pub(super) fn end(tx: &Tx<'_>, id: TransferId, ended: &Ended) -> Result<(), VaultError> {
    let sql = "UPDATE transfer SET ended_on = ?2, ended_how = ?3, ended_reason = ?4 WHERE id = ?1";
    tx.execute(sql, (id.0, ended.on, ended.how, &ended.reason))?;
    Ok(())
}

/// Opens a transfer again.
pub(super) fn reopen(tx: &Tx<'_>, id: TransferId) -> Result<(), VaultError> {
    let sql = "UPDATE transfer SET ended_on = NULL, ended_how = NULL, ended_reason = '' WHERE id = ?1";
    tx.execute(sql, [id.0])?;
    Ok(())
}

/// Says whom an accepted newcomer became.
pub(super) fn set_member(tx: &Tx<'_>, id: TransferId, member: MemberId) -> Result<(), VaultError> {
    tx.execute("UPDATE transfer SET member_id = ?2 WHERE id = ?1", (id.0, member.0))?;
    Ok(())
}

/// Puts another day in the place of one that was recorded.
pub(super) fn set_day(tx: &Tx<'_>, request: TransferCorrectRequest) -> Result<(), VaultError> {
    let sql = match request.day {
        TransferDay::Issued => "UPDATE transfer SET issued_on = ?2 WHERE id = ?1",
        TransferDay::Received => "UPDATE transfer_newcomer SET received_on = ?2 WHERE transfer_id = ?1",
        TransferDay::Ended => "UPDATE transfer SET ended_on = ?2 WHERE id = ?1",
        TransferDay::ReceiptSent => "UPDATE transfer_newcomer SET receipt_sent_on = ?2 WHERE transfer_id = ?1",
    };
    tx.execute(sql, (request.id.0, request.on))?;
    Ok(())
}

/// 回执 went out.
pub(super) fn set_receipt_sent(tx: &Tx<'_>, id: TransferId, on: NaiveDate) -> Result<(), VaultError> {
    tx.execute("UPDATE transfer_newcomer SET receipt_sent_on = ?2 WHERE transfer_id = ?1", (id.0, on))?;
    Ok(())
}

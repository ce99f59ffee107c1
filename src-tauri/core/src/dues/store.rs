//! The tables of dues.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Row, named_params, params};

use super::{
    DuesAlias, DuesBase, DuesBaseId, DuesEntry, DuesEntryId, DuesEntryKind, DuesKind, DuesPart, DuesPayment,
    DuesPaymentId, DuesPublication, DuesUse, DuesWay,
};
use crate::attachments;
use crate::roster::MemberId;
use crate::values::{Fen, MeetingId, Month, stored_as_text};
use crate::vault::{Reader, Tx, VaultError};

stored_as_text!(DuesKind, DuesWay, DuesEntryKind, DuesUse);

/// From which to which key the members are: one, or all. A condition that may be left out would keep the index from being used.
fn keys(member: Option<MemberId>) -> (i64, i64) {
    member.map_or((i64::MIN, i64::MAX), |id| (id.0, id.0))
}

/// Everybody's bases, or one member's, the earliest first.
pub(super) fn bases(
    reader: &Reader<'_>,
    member: Option<MemberId>,
) -> Result<BTreeMap<MemberId, Vec<DuesBase>>, VaultError> {
    let mut bases = BTreeMap::<_, Vec<_>>::new();
    let (first, last) = keys(member);
    for base in reader.all(include_str!("sql/bases.sql"), [first, last], base)? {
        bases.entry(base.member).or_default().push(base);
    }
    Ok(bases)
}

fn base(row: &Row<'_>) -> rusqlite::Result<DuesBase> {
    Ok(DuesBase {
        id: Some(DuesBaseId(row.get("id")?)),
        member: MemberId(row.get("member_id")?),
        kind: row.get("kind")?,
        from: row.get("from_month")?,
        to: row.get("to_month")?,
        base: row.get("base_fen")?,
        monthly: row.get("monthly_fen")?,
        branch_agreed_on: row.get("branch_agreed_on")?,
        superior_agreed_on: row.get("superior_agreed_on")?,
        note: row.get("note")?,
    })
}

/// Whose base it is; `None` when there is none.
pub(super) fn owner_of_base(reader: &Reader<'_>, id: DuesBaseId) -> Result<Option<MemberId>, VaultError> {
    reader.first("SELECT member_id FROM dues_base WHERE id = ?1", [id.0], |row| row.get(0).map(MemberId))
}

pub(super) fn save_base(tx: &Tx<'_>, base: &DuesBase) -> Result<(), VaultError> {
    let params = named_params! {
        ":id": base.id.map(|id| id.0),
        ":member_id": base.member.0,
        ":kind": base.kind,
        ":from_month": base.from,
        ":to_month": base.to,
        ":base_fen": base.base,
        ":monthly_fen": base.monthly,
        ":branch_agreed_on": base.branch_agreed_on,
        ":superior_agreed_on": base.superior_agreed_on,
        ":note": base.note.trim(),
    };
    tx.execute(include_str!("sql/save_base.sql"), params)?;
    Ok(())
}

pub(super) fn delete_base(tx: &Tx<'_>, id: DuesBaseId) -> Result<(), VaultError> {
    tx.execute("DELETE FROM dues_base WHERE id = ?1", [id.0])?;
    Ok(())
}

/// What was paid for a month.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PaidMonth {
    pub(super) amount: Fen,
    /// In how many payments.
    pub(super) payments: u32,
    pub(super) note: String,
}

pub(super) type PaidMonths = BTreeMap<Month, PaidMonth>;

/// What everybody, or one member, paid for the months of a stretch.
pub(super) fn paid(
    reader: &Reader<'_>,
    (from, to): (Month, Month),
    member: Option<MemberId>,
) -> Result<BTreeMap<MemberId, PaidMonths>, VaultError> {
    let mut paid = BTreeMap::<_, PaidMonths>::new();
    let (first, last) = keys(member);
    let rows = reader.all(include_str!("sql/paid.sql"), params![from, to, first, last], |row| {
        let sum = PaidMonth { amount: row.get("fen")?, payments: row.get("payments")?, note: row.get("note")? };
        Ok((MemberId(row.get("member_id")?), row.get("month")?, sum))
    })?;
    for (member, month, sum) in rows {
        paid.entry(member).or_default().insert(month, sum);
    }
    Ok(paid)
}

/// What was paid for the months of a year, by everybody together.
pub(super) fn paid_for(reader: &Reader<'_>, year: i32) -> Result<Fen, VaultError> {
    let sql = "SELECT coalesce(sum(fen), 0) FROM dues_payment_month WHERE month BETWEEN ?1 AND ?2";
    reader.one(sql, [format!("{year}-01"), format!("{year}-12")], |row| row.get(0))
}

/// Payments of these days that come to so much at least and have no number of a receipt, the newest first.
pub(super) fn large_without_number(
    reader: &Reader<'_>,
    from: NaiveDate,
    to: NaiveDate,
    least: Fen,
) -> Result<Vec<DuesPaymentId>, VaultError> {
    reader.all(include_str!("sql/large_without_number.sql"), params![from, to, least], |row| {
        row.get(0).map(DuesPaymentId)
    })
}

/// Whether anything was paid in a stretch of days.
pub(super) fn any_payment(reader: &Reader<'_>, from: NaiveDate, to: NaiveDate) -> Result<bool, VaultError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM dues_payment WHERE paid_on BETWEEN ?1 AND ?2)";
    reader.one(sql, [from, to], |row| row.get(0))
}

/// Payments with their months, the newest first: of a member, the one with an id, or of the days of a stretch.
pub(super) struct Payments {
    pub(super) id: Option<DuesPaymentId>,
    pub(super) member: Option<MemberId>,
    pub(super) from: Option<NaiveDate>,
    pub(super) to: Option<NaiveDate>,
}

impl Payments {
    pub(super) fn all() -> Self {
        Self { id: None, member: None, from: None, to: None }
    }

    pub(super) fn of(member: MemberId) -> Self {
        Self { member: Some(member), ..Self::all() }
    }

    pub(super) fn between(from: NaiveDate, to: NaiveDate) -> Self {
        Self { from: Some(from), to: Some(to), ..Self::all() }
    }

    pub(super) fn read(&self, reader: &Reader<'_>) -> Result<Vec<DuesPayment>, VaultError> {
        let params = named_params! { ":id": self.id.map(|id| id.0), ":member": self.member.map(|id| id.0),
        ":from": self.from, ":to": self.to };
        let mut months = BTreeMap::<DuesPaymentId, Vec<DuesPart>>::new();
        let parts = reader.all(include_str!("sql/payment_months.sql"), params, |row| {
            let part = DuesPart { month: row.get("month")?, amount: row.get("fen")? };
            Ok((DuesPaymentId(row.get("payment_id")?), part))
        })?;
        for (id, part) in parts {
            months.entry(id).or_default().push(part);
        }
        reader.all(include_str!("sql/payments.sql"), params, |row| {
            let id = DuesPaymentId(row.get("id")?);
            Ok(DuesPayment {
                id: Some(id),
                member: MemberId(row.get("member_id")?),
                paid_on: row.get("paid_on")?,
                way: row.get("way")?,
                payer: row.get("payer")?,
                received_by: row.get("received_by")?,
                receipt: row.get("receipt")?,
                transaction: row.get("transaction_number")?,
                note: row.get("note")?,
                months: months.remove(&id).unwrap_or_default(),
            })
        })
    }
}

/// One payment.
pub(super) fn payment(reader: &Reader<'_>, id: DuesPaymentId) -> Result<Option<DuesPayment>, VaultError> {
    Ok(Payments { id: Some(id), ..Payments::all() }.read(reader)?.pop())
}

/// Payments for one month of a member.
pub(super) fn payments_for(
    reader: &Reader<'_>,
    member: MemberId,
    month: Month,
) -> Result<Vec<DuesPaymentId>, VaultError> {
    reader.all(include_str!("sql/payments_for.sql"), params![member.0, month], |row| row.get(0).map(DuesPaymentId))
}

/// Numbers of transactions that were entered already.
pub(super) fn has_transaction(
    reader: &Reader<'_>,
    number: &str,
    but: Option<DuesPaymentId>,
) -> Result<bool, VaultError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM dues_payment WHERE transaction_number = ?1 AND id IS NOT ?2)";
    reader.one(sql, params![number, but.map(|id| id.0)], |row| row.get(0))
}

/// Writes a payment, new or changed.
pub(super) fn save_payment(tx: &Tx<'_>, payment: &DuesPayment) -> Result<DuesPaymentId, VaultError> {
    let params = named_params! {
        ":id": payment.id.map(|id| id.0),
        ":member_id": payment.member.0,
        ":paid_on": payment.paid_on,
        ":way": payment.way,
        ":payer": payment.payer.trim(),
        ":received_by": payment.received_by.trim(),
        ":receipt": payment.receipt.trim(),
        ":transaction_number": payment.transaction.trim(),
        ":note": payment.note.trim(),
    };
    let inserted = tx.insert(include_str!("sql/save_payment.sql"), params)?;
    let id = payment.id.unwrap_or(DuesPaymentId(inserted));
    tx.execute("DELETE FROM dues_payment_month WHERE payment_id = ?1", [id.0])?;
    for part in &payment.months {
        let sql = "INSERT INTO dues_payment_month (payment_id, month, fen) VALUES (?1, ?2, ?3)";
        tx.execute(sql, params![id.0, part.month, part.amount])?;
    }
    Ok(id)
}

/// Removes a payment; `false` when there is none.
pub(super) fn delete_payment(tx: &Tx<'_>, id: DuesPaymentId) -> Result<bool, VaultError> {
    tx.execute("DELETE FROM dues_payment_month WHERE payment_id = ?1", [id.0])?;
    let deleted = tx.execute("DELETE FROM dues_payment WHERE id = ?1", [id.0])? > 0;
    attachments::drop_homeless(tx)?;
    Ok(deleted)
}

/// 收支 until a day, in the order of the days.
pub(super) fn entries(reader: &Reader<'_>, to: NaiveDate) -> Result<Vec<DuesEntry>, VaultError> {
    reader.all(include_str!("sql/entries.sql"), [to], |row| {
        Ok(DuesEntry {
            id: Some(DuesEntryId(row.get("id")?)),
            on: row.get("booked_on")?,
            kind: row.get("kind")?,
            amount: row.get("fen")?,
            from: row.get("from_month")?,
            to: row.get("to_month")?,
            spent_for: row.get("spent_for")?,
            meeting: row.get::<_, Option<i64>>("meeting_id")?.map(MeetingId),
            party: row.get("party")?,
            voucher: row.get("voucher")?,
            note: row.get("note")?,
        })
    })
}

/// What was paid in, day by day until a day.
pub(super) fn paid_by_day(reader: &Reader<'_>, to: NaiveDate) -> Result<Vec<(NaiveDate, Fen)>, VaultError> {
    reader.all(include_str!("sql/paid_by_day.sql"), [to], |row| Ok((row.get("paid_on")?, row.get("fen")?)))
}

pub(super) fn has_entry(reader: &Reader<'_>, id: DuesEntryId) -> Result<bool, VaultError> {
    reader.one("SELECT EXISTS (SELECT 1 FROM dues_ledger WHERE id = ?1)", [id.0], |row| row.get(0))
}

pub(super) fn save_entry(tx: &Tx<'_>, entry: &DuesEntry) -> Result<(), VaultError> {
    let params = named_params! {
        ":id": entry.id.map(|id| id.0),
        ":booked_on": entry.on,
        ":kind": entry.kind,
        ":fen": entry.amount,
        ":from_month": entry.from,
        ":to_month": entry.to,
        ":spent_for": entry.spent_for,
        ":meeting_id": entry.meeting.map(|id| id.0),
        ":party": entry.party.trim(),
        ":voucher": entry.voucher.trim(),
        ":note": entry.note.trim(),
    };
    tx.execute(include_str!("sql/save_entry.sql"), params)?;
    Ok(())
}

/// Removes a line of 收支; `false` when there is none.
pub(super) fn delete_entry(tx: &Tx<'_>, id: DuesEntryId) -> Result<bool, VaultError> {
    let deleted = tx.execute("DELETE FROM dues_ledger WHERE id = ?1", [id.0])? > 0;
    attachments::drop_homeless(tx)?;
    Ok(deleted)
}

/// When a year was published.
pub(super) fn publication(reader: &Reader<'_>, year: i32) -> Result<Option<DuesPublication>, VaultError> {
    let sql = "SELECT year, published_on, place, note FROM dues_publication WHERE year = ?1";
    reader.first(sql, [year], |row| {
        Ok(DuesPublication {
            year: row.get("year")?,
            published_on: row.get("published_on")?,
            place: row.get("place")?,
            note: row.get("note")?,
        })
    })
}

pub(super) fn save_publication(tx: &Tx<'_>, publication: &DuesPublication) -> Result<(), VaultError> {
    let DuesPublication { year, published_on, place, note } = publication;
    tx.execute(include_str!("sql/save_publication.sql"), params![year, published_on, place.trim(), note.trim()])?;
    Ok(())
}

/// Takes back that a year was published; `false` when it was not.
pub(super) fn delete_publication(tx: &Tx<'_>, year: i32) -> Result<bool, VaultError> {
    Ok(tx.execute("DELETE FROM dues_publication WHERE year = ?1", [year])? > 0)
}

/// Under which names people pay by telephone.
pub(super) fn aliases(reader: &Reader<'_>) -> Result<BTreeMap<String, MemberId>, VaultError> {
    let rows = reader.all("SELECT alias, member_id FROM dues_alias", [], |row| {
        Ok((row.get("alias")?, MemberId(row.get("member_id")?)))
    })?;
    Ok(rows.into_iter().collect())
}

pub(super) fn save_alias(tx: &Tx<'_>, alias: &DuesAlias) -> Result<(), VaultError> {
    tx.execute(include_str!("sql/save_alias.sql"), params![alias.alias.trim(), alias.member.0])?;
    Ok(())
}

/// Forgets a name; `false` when it was not known.
pub(super) fn delete_alias(tx: &Tx<'_>, alias: &str) -> Result<bool, VaultError> {
    Ok(tx.execute("DELETE FROM dues_alias WHERE alias = ?1", [alias])? > 0)
}

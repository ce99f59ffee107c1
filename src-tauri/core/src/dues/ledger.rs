//! 收支: what was handed up, what came back, what was spent, and what is there.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::pay::MOST;
use super::{
    DuesEntry, DuesEntryId, DuesEntryKind, DuesEntryRow, DuesError, DuesLedger, DuesLedgerRequest, DuesPayment,
    DuesPublication, DuesUse, DuesUseSum, store,
};
use crate::attachments::{self, AttachmentOwner};
use crate::desk::Desk;
use crate::meetings::{self, MeetingId};
use crate::problem::Invalid;
use crate::values::{Fen, date_title};
use crate::vault::{Done, Reader, Tx, VaultError};

/// Later than any day that was entered; days are compared as they are written.
const LATEST: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap();

/// A year's 收支.
///
/// # Errors
/// [`DuesError::Vault`].
pub fn ledger(desk: &mut Desk<'_>, request: DuesLedgerRequest) -> Result<DuesLedger, DuesError> {
    Ok(desk.read(|reader| ledger_of(reader, request.year))?)
}

/// Enters a line of 收支, or corrects it.
///
/// # Errors
/// [`DuesError::Invalid`] with the fields at fault.
pub fn save_entry(desk: &mut Desk<'_>, entry: DuesEntry) -> Result<Done<()>, DuesError> {
    let today = desk.today();
    desk.transact(format!("登记党费收支（{}）", entry.kind.title()), |tx| {
        if let Some(id) = entry.id
            && !store::has_entry(tx, id)?
        {
            return Err(DuesError::NotFound);
        }
        check(tx, &entry, today)?;
        Ok(store::save_entry(tx, &entry)?)
    })
}

/// Takes out a line that was entered by mistake.
///
/// # Errors
/// [`DuesError::NotFound`].
pub fn delete_entry(desk: &mut Desk<'_>, id: DuesEntryId) -> Result<Done<()>, DuesError> {
    let found = |is_there| if is_there { Ok(()) } else { Err(DuesError::NotFound) };
    desk.transact("删除党费收支", |tx| found(store::delete_entry(tx, id)?))
}

/// Notes that the members were told of a year's dues (F13).
///
/// # Errors
/// [`DuesError::Invalid`] with the fields at fault.
pub fn publish(desk: &mut Desk<'_>, publication: DuesPublication) -> Result<Done<()>, DuesError> {
    let today = desk.today();
    desk.transact(format!("登记{}年党费公布", publication.year), |tx| {
        let mut invalid = Invalid::default();
        if publication.published_on > today {
            invalid.add("published_on", "公布日期不能晚于今天");
        }
        if publication.published_on.year() < publication.year {
            invalid.add("published_on", format!("{}年的党费不能在那一年以前公布", publication.year));
        }
        if publication.place.trim().is_empty() {
            invalid.add("place", "请填写在哪里公布，如“支部公布栏”");
        }
        invalid.into_result()?;
        Ok(store::save_publication(tx, &publication)?)
    })
}

/// Takes back that a year was published.
///
/// # Errors
/// [`DuesError::NotFound`].
pub fn unpublish(desk: &mut Desk<'_>, request: DuesLedgerRequest) -> Result<Done<()>, DuesError> {
    let found = |is_there| if is_there { Ok(()) } else { Err(DuesError::NotFound) };
    desk.transact(format!("撤回{}年党费公布", request.year), |tx| {
        found(store::delete_publication(tx, request.year)?)
    })
}

/// A year's 收支, for papers and the report too.
pub(super) fn ledger_of(reader: &Reader<'_>, year: i32) -> Result<DuesLedger, VaultError> {
    let end = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(LATEST);
    let entries = store::entries(reader, end)?;
    let files = attachments::counts(reader)?;
    let titles = titles(reader, &entries)?;
    let paid = store::paid_by_day(reader, end)?;
    let is_before = |day: NaiveDate| day.year() < year;
    let before = balance(&paid, &entries, is_before);
    let this_year = |kind| entries.iter().filter(move |entry| !is_before(entry.on) && entry.kind == kind);
    let sum = |kind| this_year(kind).map(|entry| entry.amount).sum();
    let mut uses = BTreeMap::<DuesUse, Fen>::new();
    for (spent_for, amount) in
        this_year(DuesEntryKind::Spent).filter_map(|entry| Some((entry.spent_for?, entry.amount)))
    {
        *uses.entry(spent_for).or_default() += amount;
    }
    let (mut rows, mut after) = (Vec::new(), before);
    let mut paid_in_year = paid.iter().filter(|(day, _)| !is_before(*day)).peekable();
    for entry in entries.iter().filter(|entry| !is_before(entry.on)) {
        while let Some((_, amount)) = paid_in_year.next_if(|(day, _)| *day <= entry.on) {
            after += signed(*amount);
        }
        after += moved(entry);
        let meeting_title = entry.meeting.and_then(|id| titles.get(&id).cloned()).unwrap_or_default();
        let owner = entry.id.map(AttachmentOwner::DuesEntry);
        let files = owner.and_then(|owner| files.get(&owner)).copied().unwrap_or_default();
        rows.push(DuesEntryRow { entry: entry.clone(), meeting_title, files, balance: after });
    }
    rows.reverse();
    Ok(DuesLedger {
        year,
        entries: rows,
        before,
        paid_in: paid.iter().filter(|(day, _)| !is_before(*day)).map(|(_, amount)| *amount).sum(),
        handed_up: sum(DuesEntryKind::HandedUp),
        returned: sum(DuesEntryKind::Returned),
        other_income: [DuesEntryKind::OtherIncome, DuesEntryKind::Opening].into_iter().map(sum).sum(),
        spent: sum(DuesEntryKind::Spent),
        balance: balance(&paid, &entries, |_| true),
        uses: uses.into_iter().map(|(spent_for, amount)| DuesUseSum { spent_for, amount }).collect(),
        published: store::publication(reader, year)?,
    })
}

/// What is there of all that came in and went out on some days, in fen.
fn balance(paid: &[(NaiveDate, Fen)], entries: &[DuesEntry], counts: impl Fn(NaiveDate) -> bool) -> i64 {
    let paid: i64 = paid.iter().filter(|(day, _)| counts(*day)).map(|(_, amount)| signed(*amount)).sum();
    paid + entries.iter().filter(|entry| counts(entry.on)).map(moved).sum::<i64>()
}

fn moved(entry: &DuesEntry) -> i64 {
    let amount = signed(entry.amount);
    if entry.kind.is_income() { amount } else { -amount }
}

fn signed(amount: Fen) -> i64 {
    i64::try_from(amount.fen()).unwrap_or(i64::MAX)
}

fn titles(reader: &Reader<'_>, entries: &[DuesEntry]) -> Result<BTreeMap<MeetingId, String>, VaultError> {
    let ids: BTreeSet<_> = entries.iter().filter_map(|entry| entry.meeting).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let meetings = meetings::looked_up(reader, &ids)?;
    Ok(meetings.into_iter().map(|(id, one)| (id, format!("{} {}", date_title(one.on), one.title))).collect())
}

fn check(tx: &Tx<'_>, entry: &DuesEntry, today: NaiveDate) -> Result<(), DuesError> {
    let mut invalid = Invalid::default();
    if entry.on > today {
        invalid.add("on", "日期不能晚于今天");
    }
    // The balance of many years, not what one person pays.
    if entry.amount.is_zero() || entry.amount > Fen::new(MOST.fen() * 100) {
        invalid.add("amount", "请填写多少元");
    }
    match entry.kind {
        DuesEntryKind::HandedUp => {
            if entry.from.zip(entry.to).is_none_or(|(from, to)| to < from) {
                invalid.add("from", "请填写上缴的是从哪个月到哪个月的党费");
            }
            if entry.party.trim().is_empty() {
                invalid.add("party", "请填写上缴给谁");
            }
        }
        DuesEntryKind::Spent => {
            if entry.spent_for.is_none() {
                invalid.add("spent_for", "请选择用途：党费只能用于规定的五个方面");
            }
            if entry.note.trim().is_empty() {
                invalid.add("note", "请写明买了什么、用在哪里");
            }
        }
        DuesEntryKind::Opening | DuesEntryKind::Returned | DuesEntryKind::OtherIncome => {}
    }
    if let Some(meeting) = entry.meeting {
        match meetings::looked_up(tx, &BTreeSet::from([meeting]))?.get(&meeting) {
            None => invalid.add("meeting", "找不到这次会议，可能已被删除"),
            Some(found) if found.on > entry.on && entry.kind == DuesEntryKind::Spent => {
                invalid.add("meeting", "先集体研究决定，再使用党费：这次会议比使用的日期晚");
            }
            Some(_) => {}
        }
    }
    if !entry.kind.is_income() {
        let others: Vec<_> = store::entries(tx, LATEST)?.into_iter().filter(|other| other.id != entry.id).collect();
        let there = balance(&store::paid_by_day(tx, LATEST)?, &others, |_| true);
        if there < signed(entry.amount) {
            let there = Fen::new(u64::try_from(there).unwrap_or_default());
            invalid.add("amount", format!("账上只有{there}元；以前的结余请先登记为“期初结余”"));
        }
    }
    Ok(invalid.into_result()?)
}

/// F09: payments of so much at once for which neither the number of a receipt nor a picture of one is kept.
pub(super) fn large_without_receipt(
    reader: &Reader<'_>,
    from: NaiveDate,
    to: NaiveDate,
    least: Fen,
) -> Result<Vec<DuesPayment>, VaultError> {
    let large = store::large_without_number(reader, from, to, least)?;
    if large.is_empty() {
        return Ok(Vec::new());
    }
    let files = attachments::counts(reader)?;
    let without = large.into_iter().filter(|id| !files.contains_key(&AttachmentOwner::DuesPayment(*id)));
    let payments = without.map(|id| store::payment(reader, id)).collect::<Result<Vec<_>, _>>()?;
    Ok(payments.into_iter().flatten().collect())
}

/// What a payment holds for all its months.
pub(super) fn total(payment: &DuesPayment) -> Fen {
    payment.months.iter().map(|part| part.amount).sum()
}

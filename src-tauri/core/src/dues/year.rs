//! A year of dues: members by months.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use super::accounts::{Accounts, base_for};
use super::{DuesBase, DuesCell, DuesError, DuesRow, DuesState, DuesSum, DuesYear, DuesYearRequest, store};
use crate::desk::Desk;
use crate::parallel::on_all_cores;
use crate::roster::{self, Member};
use crate::rules::RuleBook;
use crate::values::{Fen, Month};
use crate::vault::{Reader, VaultError};

/// The twelve months of a year, one page of its members.
///
/// # Errors
/// [`DuesError::Vault`].
pub fn year(desk: &mut Desk<'_>, request: DuesYearRequest) -> Result<DuesYear, DuesError> {
    let (rules, today) = (desk.rules, desk.today());
    let months = months_of(request.year);
    desk.read(|reader| {
        let accounts = Accounts::of(reader, rules, (months[0], months[11]), today)?;
        let mut rows = Rows::of(&accounts, &months);
        let searched = roster::search(reader, &request.search)?;
        let mut year = rows.year(request.year, &accounts, Month::of(today));
        rows.0.retain(|(row, _)| searched.as_ref().is_none_or(|found| found.contains(&row.member)));
        rows.0.retain(|(row, _)| !request.lacking || row.lacking_months > 0);
        year.total = u32::try_from(rows.0.len()).unwrap_or(u32::MAX);
        let page = (request.page * DuesYear::PAGE) as usize;
        year.rows = rows.0.into_iter().skip(page).take(DuesYear::PAGE as usize).map(|(row, _)| row).collect();
        Ok(year)
    })
}

/// What is owed and paid for the month of a day; `None` where the branch keeps no dues here.
///
/// # Errors
/// [`VaultError`].
pub fn of_month(reader: &Reader<'_>, rules: &RuleBook, today: NaiveDate) -> Result<Option<DuesSum>, VaultError> {
    let month = Month::of(today);
    let accounts = Accounts::of(reader, rules, (month, month), today)?;
    if accounts.books.are_empty() {
        return Ok(None);
    }
    Ok(Some(Rows::of(&accounts, &[month]).sum(0..1)))
}

/// What was paid for the months of a year, by everybody together.
///
/// # Errors
/// [`VaultError`].
pub fn paid_for(reader: &Reader<'_>, year: i32) -> Result<Fen, VaultError> {
    store::paid_for(reader, year)
}

/// January to December.
pub(super) fn months_of(year: i32) -> Vec<Month> {
    Month::all_of(year).collect()
}

/// Everyone who owed or paid something in a stretch of months, or was a member in it, and their months.
pub(super) struct Rows(pub(super) Vec<(DuesRow, Arc<Member>)>);

impl Rows {
    pub(super) fn of(accounts: &Accounts<'_>, months: &[Month]) -> Self {
        let row = |member: &Arc<Member>| Some((row(accounts, member, months)?, member.clone()));
        Self(on_all_cores(&accounts.everyone, row).into_iter().flatten().collect())
    }

    /// The sum of a stretch of the months.
    pub(super) fn sum(&self, months: Range<usize>) -> DuesSum {
        self.sum_of(months, |_| true)
    }

    /// The same without what may still be paid in time.
    pub(super) fn sum_due(&self, months: Range<usize>) -> DuesSum {
        self.sum_of(months, |cell| cell.state != DuesState::Open)
    }

    fn sum_of(&self, months: Range<usize>, counts: fn(&DuesCell) -> bool) -> DuesSum {
        let mut sum = DuesSum::default();
        for (row, _) in &self.0 {
            let cells = || row.cells[months.clone()].iter().filter(|cell| counts(cell));
            let owed: Fen = cells().map(|cell| cell.owed).sum();
            sum.owed += owed;
            sum.paid += cells().map(|cell| cell.paid).sum();
            if !owed.is_zero() {
                sum.owing += 1;
                sum.settled += u32::from(cells().all(|cell| cell.paid >= cell.owed));
            }
        }
        sum
    }

    fn year(&self, year: i32, accounts: &Accounts<'_>, present: Month) -> DuesYear {
        let last = Month::all_of(year).last().filter(|last| *last < present).unwrap_or(present);
        let has_no_base = |(row, member): &&(DuesRow, Arc<Member>)| {
            accounts.is_liable(member, last) && accounts.base(row.member, last).is_none()
        };
        DuesYear {
            year,
            rows: Vec::new(),
            total: 0,
            months: (0..12).map(|at| self.sum(at..at + 1)).collect(),
            quarters: (0..4).map(|at| self.sum(at * 3..at * 3 + 3)).collect(),
            whole: self.sum(0..12),
            without_base: u32::try_from(self.0.iter().filter(has_no_base).count()).unwrap_or(u32::MAX),
            in_arrears: u32::try_from(self.0.iter().filter(|(row, _)| row.lacking_months > 0).count())
                .unwrap_or(u32::MAX),
            lacking: self.0.iter().map(|(row, _)| row.lacking).sum(),
        }
    }
}

/// `None` for who was no member in these months and paid nothing for them.
fn row(accounts: &Accounts<'_>, member: &Member, months: &[Month]) -> Option<DuesRow> {
    let cells = accounts.cells(member, months);
    if cells.iter().all(|cell| cell.state == DuesState::Outside) {
        return None;
    }
    let lacking = || cells.iter().filter(|cell| cell.state == DuesState::Lacking);
    let last = months.iter().rev().find(|month| accounts.is_liable(member, **month));
    let end = months.last()?.last_day();
    Some(DuesRow {
        member: member.id,
        name: member.record.name.clone(),
        kind: member.kind_on(end),
        has_left: member.had_left_by(end),
        ended: last.and_then(|last| ended(accounts.books.bases(member.id), months[0].earlier(1), *last)).cloned(),
        base: last.and_then(|month| base_for(accounts.books.bases(member.id), *month)).cloned(),
        owed: cells.iter().map(|cell| cell.owed).sum(),
        paid: cells.iter().map(|cell| cell.paid).sum(),
        lacking: lacking().map(|cell| cell.owed.less(cell.paid)).sum(),
        lacking_months: u32::try_from(lacking().count()).unwrap_or(u32::MAX),
        cells,
    })
}

/// The last relief that ended in a stretch of months, where none holds for the last of them.
fn ended(bases: &[DuesBase], from: Month, last: Month) -> Option<&DuesBase> {
    let relief = bases.iter().rfind(|base| base.kind.is_relief() && base.from <= last)?;
    relief.to.is_some_and(|to| from <= to && to < last).then_some(relief)
}

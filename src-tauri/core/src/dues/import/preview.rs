//! Looks into a statement: what came in, whose dues it is, and for which months.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::cells::text;
use super::columns::{self, Found};
use super::matching::{self, Matches, Records};
use super::months::Owed;
use super::people::{People, Person};
use super::rows::{self, Income};
use super::{DuesImportPreview, DuesImportPreviewRequest};
use crate::desk::Door;
use crate::dues::accounts::Accounts;
use crate::dues::ledger::total;
use crate::dues::{DuesError, store};
use crate::files::{self, FileError};
use crate::outside::{Grid, Sheet, SheetError};
use crate::roster::{Member, MemberId};
use crate::values::Fen;
use crate::vault::{Reader, VaultError};

/// Looks into a statement; changes nothing.
///
/// # Errors
/// [`DuesError::File`], [`DuesError::Sheet`]; [`DuesError::Invalid`] at columns that are not there.
pub fn preview(door: &Door<'_>, request: DuesImportPreviewRequest) -> Result<DuesImportPreview, DuesError> {
    let (file_name, bytes) = files::read(door.outside.desktop.as_ref(), &request.file)?;
    let sheets = door.outside.office.read(&bytes).map_err(|error| unreadable(error, &file_name))?;
    let Chosen { sheet, sheets, grid } =
        choose(sheets, request.sheet.as_deref()).map_err(|error| unreadable(error, &file_name))?;
    let found = match request.columns {
        Some(columns) => columns::chosen(&grid.rows, columns)?,
        None => columns::find(&grid.rows),
    };
    let (unread, way) = (found.unread(), columns::way(&grid.rows, found.columns.header));
    let mut matches = Matches::default();
    if unread.is_empty() {
        let statement = rows::read(&grid.rows, &found.columns);
        matches = tell(door, statement.incomes)?;
        matches.ignored += statement.others;
    }
    let Found { columns, header, .. } = found;
    let Matches { matched, doubtful, ignored, known } = matches;
    Ok(DuesImportPreview { file_name, sheet, sheets, way, header, columns, unread, matched, doubtful, ignored, known })
}

/// The reader of sheets says of what is too large that it is no roster, which nobody said it was.
fn unreadable(error: SheetError, file_name: &str) -> DuesError {
    match error {
        SheetError::TooLarge(_) => FileError::TooLarge(file_name.to_owned()).into(),
        error => error.into(),
    }
}

struct Chosen {
    sheet: String,
    /// Every sheet that can be seen.
    sheets: Vec<String>,
    grid: Grid,
}

/// Takes the `wanted` sheet, else the first that has all columns, else the first that holds anything.
fn choose(mut sheets: Vec<Sheet>, wanted: Option<&str>) -> Result<Chosen, SheetError> {
    sheets.retain(|sheet| !sheet.hidden);
    let names = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let holds = |sheet: &Sheet, is: &dyn Fn(&Grid) -> bool| sheet.grid.as_ref().is_ok_and(is);
    let place = match wanted {
        Some(wanted) => {
            let place = sheets.iter().position(|sheet| sheet.name == wanted);
            place.ok_or_else(|| SheetError::NoSuchSheet(wanted.to_owned()))?
        }
        None => {
            let is_statement = |grid: &Grid| columns::find(&grid.rows).missing.is_empty();
            let has_text = |grid: &Grid| grid.rows.iter().flatten().any(|cell| !text(cell).is_empty());
            let statement = sheets.iter().position(|sheet| holds(sheet, &is_statement));
            statement.or_else(|| sheets.iter().position(|sheet| holds(sheet, &has_text))).unwrap_or_default()
        }
    };
    if place >= sheets.len() {
        return Err(SheetError::Empty);
    }
    let Sheet { name, grid, .. } = sheets.swap_remove(place);
    Ok(Chosen { sheet: name, sheets: names, grid: grid? })
}

/// Tells whose dues the payments are, by the records as they stand.
fn tell(door: &Door<'_>, incomes: Vec<Income>) -> Result<Matches, DuesError> {
    let (rules, today) = (door.rules, door.today());
    door.read(|reader| {
        let accounts = Accounts::of(reader, rules, matching::range(today), today)?;
        let members: BTreeMap<MemberId, &Arc<Member>> =
            accounts.everyone.iter().map(|member| (member.id, member)).collect();
        let dues = |id: MemberId| members.get(&id).map(|member| owed(&accounts, member, today)).unwrap_or_default();
        let is_there = |id: MemberId| {
            members.get(&id).is_some_and(|member| member.left.is_none())
                || dues(id).iter().any(|owed| !owed.lacking.is_zero())
        };
        let person = |member: &Arc<Member>| Person { id: member.id, name: member.record.name.clone() };
        let everyone: Vec<_> = accounts.everyone.iter().map(person).collect();
        let people = People::new(&everyone, &store::aliases(reader)?, is_there);
        let records = Records {
            people,
            dues: &dues,
            numbers: numbers(reader, &incomes)?,
            entered: entered(reader, &incomes)?,
            today,
        };
        Ok(matching::matches(incomes, records))
    })
}

/// What somebody owes in the months that are told.
fn owed(accounts: &Accounts<'_>, member: &Member, today: NaiveDate) -> Vec<Owed> {
    let (from, to) = matching::range(today);
    let of_month = |month| {
        let cell = accounts.cell(member, month);
        let lacking = cell.owed.less(cell.paid);
        Owed { month, owed: cell.owed, lacking, due: accounts.due(month) }
    };
    from.through(to).map(of_month).filter(|owed| !owed.owed.is_zero()).collect()
}

/// The numbers among those of the statement that were entered already.
fn numbers(reader: &Reader<'_>, incomes: &[Income]) -> Result<BTreeSet<String>, VaultError> {
    let mut numbers = BTreeSet::new();
    for Income { transaction, .. } in incomes.iter().filter(|income| !income.transaction.is_empty()) {
        if store::has_transaction(reader, transaction, None)? {
            numbers.insert(transaction.clone());
        }
    }
    Ok(numbers)
}

/// What was entered for the days of the statement.
fn entered(reader: &Reader<'_>, incomes: &[Income]) -> Result<BTreeMap<(MemberId, NaiveDate, Fen), bool>, VaultError> {
    let days = || incomes.iter().map(|income| income.paid_on);
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Ok(BTreeMap::new()) };
    let mut entered = BTreeMap::new();
    for payment in store::Payments::between(first, last).read(reader)? {
        let has_number = !payment.transaction.is_empty();
        let key = (payment.member, payment.paid_on, total(&payment));
        entered.entry(key).and_modify(|all| *all &= has_number).or_insert(has_number);
    }
    Ok(entered)
}

//! The month in a calendar: meetings and study, what is due, and whose 政治生日 it is.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};

use super::{HomeCalendarRequest, HomeDay, HomeDayItem, HomeDayKind, HomeError, HomeMonth, todo};
use crate::desk::Desk;
use crate::meetings;
use crate::problem::Invalid;
use crate::roster::{self, Member};
use crate::rules::{Finding, Severity, Subject};
use crate::study;
use crate::values::Room;
use crate::vault::{Reader, VaultError};

type Items = Vec<(NaiveDate, HomeDayItem)>;

/// A month of the branch, day by day.
///
/// # Errors
/// [`HomeError::Invalid`] for a month that no calendar has.
pub fn calendar(desk: &mut Desk<'_>, request: HomeCalendarRequest) -> Result<HomeMonth, HomeError> {
    let HomeCalendarRequest { year, month } = request;
    let first = NaiveDate::from_ymd_opt(year, month, 1).filter(|_| (1921..=9998).contains(&year));
    let Some(first) = first else { return Err(no_such_month().into()) };
    let mut items = desk.read(|reader| -> Result<_, VaultError> {
        let mut items = meetings_in(reader, first)?;
        items.extend(sessions_in(reader, first)?);
        items.extend(deadlines_in(reader, desk, first)?);
        let seen_on = last_of(first).min(desk.today().max(first));
        let members = roster::members_on(reader, seen_on)?;
        items.extend(members.iter().filter_map(|member| anniversary(member, first)));
        Ok(by_day(items))
    })?;
    let of_month = first.iter_days().take_while(|day| day.month() == month);
    let workdays = desk.rules.workdays();
    let day = |on| {
        let named = workdays.named(on);
        let holiday = named.map(|named| named.holiday.clone()).unwrap_or_default();
        HomeDay { on, off: named.map(|named| named.off), holiday, items: items.remove(&on).unwrap_or_default() }
    };
    Ok(HomeMonth { year, month, knows_holidays: workdays.knows(year), days: of_month.map(day).collect() })
}

fn no_such_month() -> Invalid {
    let mut invalid = Invalid::default();
    invalid.add("month", "没有这个月份");
    invalid
}

fn last_of(first: NaiveDate) -> NaiveDate {
    (first + Months::new(1)).pred_opt().unwrap_or(first)
}

fn by_day(items: Items) -> BTreeMap<NaiveDate, Vec<HomeDayItem>> {
    let mut days = BTreeMap::<_, Vec<_>>::new();
    for (on, item) in items {
        days.entry(on).or_default().push(item);
    }
    days
}

fn item(kind: HomeDayKind, on: NaiveDate, room: Room, id: Option<i64>, said: String) -> (NaiveDate, HomeDayItem) {
    let about = Subject { room, id }.finding(None, Severity::Notice, said, "查看").due_on(on);
    (on, HomeDayItem { kind, about })
}

fn meetings_in(reader: &Reader<'_>, first: NaiveDate) -> Result<Items, VaultError> {
    let titles = meetings::titles(reader)?;
    let of_month = |at: NaiveDate| (first..=last_of(first)).contains(&at);
    let there = titles.iter().rev().filter(|meeting| !meeting.is_cancelled && of_month(meeting.at.date()));
    let of = |meeting: &meetings::Titled| {
        let said = format!("{} {}", meeting.at.format("%H:%M"), meeting.title);
        item(HomeDayKind::Meeting, meeting.at.date(), Room::Meetings, Some(meeting.id.0), said)
    };
    Ok(there.map(of).collect())
}

fn sessions_in(reader: &Reader<'_>, first: NaiveDate) -> Result<Items, VaultError> {
    let sessions = study::sessions_in(reader, first, last_of(first))?.into_iter();
    let of = |row: study::StudySessionRow| {
        let id = row.session.id.map(|id| id.0);
        item(HomeDayKind::Study, row.session.held_on, Room::Study, id, row.session.title)
    };
    Ok(sessions.map(of).collect())
}

/// What is to be done by a day of the month; what was set aside is not asked for here either.
fn deadlines_in(reader: &Reader<'_>, desk: &Desk<'_>, first: NaiveDate) -> Result<Items, VaultError> {
    let todo = todo::kept(reader, desk.rules, desk.outside)?;
    let of = |finding: &Finding| {
        let due = finding.due.filter(|due| (first..=last_of(first)).contains(due))?;
        Some((due, HomeDayItem { kind: HomeDayKind::Deadline, about: finding.clone() }))
    };
    Ok(todo.findings.iter().filter_map(of).collect())
}

/// Whoever joined on 29 February has the day before 1 March in other years.
fn anniversary(member: &Member, first: NaiveDate) -> Option<(NaiveDate, HomeDayItem)> {
    let joined = member.record.joined?.exact().filter(|joined| joined.month() == first.month())?;
    let years = first.year() - joined.year();
    let on = first.with_day(joined.day()).unwrap_or(last_of(first));
    let said = format!("{}入党 {years} 周年", member.record.name);
    (years > 0).then(|| item(HomeDayKind::Anniversary, on, Room::Roster, Some(member.id.0), said))
}

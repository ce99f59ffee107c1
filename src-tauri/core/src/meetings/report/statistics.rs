//! Meetings in numbers, for the report and the home page.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::meetings::rules;
use crate::meetings::rules::owed::{self, Appraised, BranchFacts, PartyGroup};
use crate::meetings::{AttendanceStatus, MeetingId, MeetingKind, MeetingQuery, MeetingRow, store, wording};
use crate::roster::{Member, MemberId};
use crate::rules::{Finding, RuleBook};
use crate::values::{PartialDate, Period, Quarter, Span};
use crate::vault::{Reader, VaultError};
use crate::watch::WatchContext;
use crate::{attendance, branch, roster};

/// Meetings of one kind in a period against what the rules ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KindCount {
    /// Which kind.
    pub kind: MeetingKind,
    /// Its Chinese name.
    pub name: String,
    /// Asked for in the period; 0 where the rules ask per year and the period is shorter.
    pub required: u32,
    /// Planned and not called off.
    pub planned: u32,
    /// Held.
    pub held: u32,
    /// Asked for and neither planned nor held, each in its own month, quarter or year.
    pub lacking: u32,
    /// 应到, summed.
    pub expected: u32,
    /// 实到, summed.
    pub present: u32,
}

/// One member's attendance over a period, in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttendanceCount {
    /// The member's name.
    pub name: String,
    /// 正式 / 预备
    pub kind: String,
    /// Meetings at which the member was expected.
    pub expected: u32,
    /// 到会
    pub present: u32,
    /// 请假
    pub on_leave: u32,
    /// 缺席
    pub absent: u32,
    /// Came to none of the last three meetings, of any kind, also of before the period.
    pub missed_three: bool,
}

/// Meetings of a period by kind, against what the rules ask for; and those by which they were judged, of the period and of
/// what of its year came before it, newest first. An event of several kinds stands in each of their lines (trap 6): sums
/// over all lines count it more than once.
///
/// # Errors
/// When the file cannot be read.
pub fn kinds_with_rows(
    reader: &Reader<'_>,
    rules: &RuleBook,
    period: Period,
) -> Result<(Vec<KindCount>, Vec<MeetingRow>), VaultError> {
    // The last quarter judges the whole year, from January on.
    let first = period.last_quarter().first_day() - Months::new(9);
    let rows = between(reader, first.min(period.first_day()), period.last_day())?;
    Ok((owed::kinds_of(&rows, &facts(reader)?, rules, period), rows))
}

/// What is missing or odd in the quarters that are open.
///
/// # Errors
/// When the file cannot be read.
pub fn watch(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let of = |quarter: &Quarter| quarter_findings(context.reader, context.rules, *quarter, context.judged_on);
    let found = context.quarters.iter().map(of).collect::<Result<Vec<_>, _>>()?;
    Ok(found.into_iter().flatten().collect())
}

/// What is missing or odd in a quarter as of `today`: meetings that are not there, then, by time, those that are
/// without attendance, without a record, or without a quorum.
///
/// # Errors
/// When the file cannot be read.
fn quarter_findings(
    reader: &Reader<'_>,
    rules: &RuleBook,
    quarter: Quarter,
    today: NaiveDate,
) -> Result<Vec<Finding>, VaultError> {
    // The last quarter judges the whole year, from January on.
    let rows = between(reader, quarter.first_day() - Months::new(9), quarter.last_day())?;
    let facts = facts(reader)?;
    let mut findings = owed::missing(&rows, &facts, rules, quarter, today);
    let in_quarter = rows.iter().rev().filter(|row| quarter.contains(row.at.date()));
    findings.extend(in_quarter.flat_map(|row| rules::of_meeting(row, rules, today)));
    Ok(findings)
}

/// Attendance of each of `members` over a period, in their order. Each event counts once, whatever kinds it has
/// (trap 6); meetings to which someone need not come (B19) and did not are left out.
///
/// # Errors
/// When the file cannot be read.
pub fn attendance_by_member(
    reader: &Reader<'_>,
    members: &[impl Borrow<Member>],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<AttendanceCount>, VaultError> {
    let mut by_member = BTreeMap::<MemberId, Vec<Option<AttendanceStatus>>>::new();
    for (member, status) in store::attendance_in(reader, from, to)? {
        by_member.entry(member).or_default().push(status);
    }
    let ids: Vec<_> = members.iter().map(|member| member.borrow().id).collect();
    let missed_three = attendance::missed_three(reader, &ids, from, to)?;
    let statuses = |member: &Member| by_member.get(&member.id).map(Vec::as_slice).unwrap_or_default();
    let line = |member: &Member| AttendanceCount {
        missed_three: missed_three.contains(&member.id),
        ..counted(member, statuses(member), to)
    };
    Ok(members.iter().map(|member| line(member.borrow())).collect())
}

/// A member's attendance in numbers; `None` is not yet recorded, and expected as in the meeting's own count. Meetings to
/// which someone need not come (B19) and did not are left out. What the last meetings say is not asked here: it does not
/// end with the period ([`attendance::missed_three`]).
pub(in crate::meetings) fn counted(
    member: &Member,
    statuses: &[Option<AttendanceStatus>],
    to: NaiveDate,
) -> AttendanceCount {
    let asked: Vec<_> = statuses.iter().filter(|status| **status != Some(AttendanceStatus::NotRequired)).collect();
    let recorded: Vec<_> = asked.iter().filter_map(|status| **status).collect();
    let count = |wanted| u32::try_from(recorded.iter().filter(|status| **status == wanted).count()).unwrap_or(0);
    AttendanceCount {
        name: member.record.name.clone(),
        kind: wording::member_kind(member.kind_on(to)).to_owned(),
        expected: u32::try_from(asked.len()).unwrap_or(u32::MAX),
        present: count(AttendanceStatus::Present),
        on_leave: count(AttendanceStatus::OnLeave),
        absent: count(AttendanceStatus::Absent),
        missed_three: false,
    }
}

/// Present of expected in whole percent, rounded; `None` where nobody was expected.
pub fn rate(present: u32, expected: u32) -> Option<u32> {
    let (present, expected) = (u64::from(present), u64::from(expected));
    let rounded = (present * 100 + expected / 2).checked_div(expected)?;
    u32::try_from(rounded).ok()
}

/// Whether attendance of any meeting was recorded.
///
/// # Errors
/// When the file cannot be read.
pub fn any_held(reader: &Reader<'_>) -> Result<bool, VaultError> {
    reader.one("SELECT EXISTS (SELECT 1 FROM meeting_attendance)", [], |row| row.get(0))
}

/// The meetings of a kind in a period, newest first.
///
/// # Errors
/// When the file cannot be read.
pub fn of_kind(
    reader: &Reader<'_>,
    kind: MeetingKind,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<MeetingRow>, VaultError> {
    store::rows(reader, &MeetingQuery { from: Some(from), to: Some(to), kind: Some(kind), ..MeetingQuery::default() })
}

/// The meetings of a period by time, also those called off.
///
/// # Errors
/// When the file cannot be read.
pub fn of_period(reader: &Reader<'_>, period: impl Into<Period>) -> Result<Vec<MeetingRow>, VaultError> {
    let period = period.into();
    let mut rows = between(reader, period.first_day(), period.last_day())?;
    rows.reverse();
    Ok(rows)
}

fn between(reader: &Reader<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<MeetingRow>, VaultError> {
    store::rows(reader, &MeetingQuery { from: Some(from), to: Some(to), ..MeetingQuery::default() })
}

/// What decides which meetings the branch owes, and owed.
pub(in crate::meetings) fn facts(reader: &Reader<'_>) -> Result<BranchFacts, VaultError> {
    let mut groups = BTreeMap::<String, Vec<Span>>::new();
    for member in roster::everyone(reader)? {
        for (group, span) in member.groups() {
            groups.entry(group.to_owned()).or_default().push(span);
        }
    }
    // What is entered of a group itself: from when until when it was certainly there. Of a month or a year alone that is its
    // last day at the beginning and its first at the end: no meeting is missing of a month in which it may not have been.
    let mut entered = BTreeMap::<String, Vec<Span>>::new();
    for group in branch::groups(reader)? {
        let (from, until) = (group.since.map(PartialDate::latest), group.until.map(PartialDate::earliest));
        entered.entry(group.name).or_default().push(Span { from, until });
    }
    let mut group = |(name, spans): (String, Vec<Span>)| {
        let there = entered.remove(&name).unwrap_or_else(|| vec![Span::default()]);
        let meet = |span: Span| there.iter().filter_map(|there| span.meet(*there)).collect::<Vec<_>>();
        PartyGroup { there: Span::unite(spans).into_iter().flat_map(meet).collect(), name }
    };
    let appraised = reader.all(include_str!("../sql/appraised.sql"), [], |row| {
        Ok(Appraised { year: row.get(0)?, meeting: MeetingId(row.get(1)?), at_organizational_life: row.get(2)? })
    })?;
    Ok(BranchFacts {
        founded_on: branch::stored(reader)?.founded_on.map(PartialDate::latest),
        committee: branch::had_committee(reader)?,
        groups: groups.into_iter().map(&mut group).collect(),
        appraised,
    })
}

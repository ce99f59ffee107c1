//! The plan of a quarter: what is planned or held, and what the rules still ask for, proposed as the branch is used to
//! meet. A proposal is only ever shown; nothing is stored before the secretary saves it.

mod save;
#[cfg(test)]
mod tests;

pub use save::{PlanSaveRequest, save_plan};

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::report::statistics;
use super::rules::owed::{self, BranchFacts, Owed};
use super::store::Head;
use super::{KindCount, MeetingError, MeetingKind, MeetingQuery, MeetingRow, MeetingState, store, wording};
use crate::branch;
use crate::desk::Desk;
use crate::outside::document;
use crate::rules::{Finding, RuleBook, RuleId};
use crate::values::{Quarter, workdays};
use crate::vault::{Reader, VaultError};

/// The plan of a quarter.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MeetingPlan {
    /// Which quarter.
    pub quarter: Quarter,
    /// By kind: asked for, planned, held.
    pub kinds: Vec<KindCount>,
    /// What is planned or held, by time.
    pub meetings: Vec<MeetingRow>,
    /// What the rules still ask for, by time.
    pub proposals: Vec<MeetingProposal>,
    /// What they asked for in months and quarters that are over: it can only be entered afterwards. With the proposals it is
    /// all that [`KindCount::lacking`] counts.
    pub missed: Vec<Finding>,
    /// The year's working days are not known yet: days were proposed by Monday to Friday (trap 10).
    pub workdays_unknown: bool,
}

/// A meeting that the rules ask for, as it could be planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeetingProposal {
    /// The rule that asks for it.
    pub rule: RuleId,
    /// Its kind.
    pub kind: MeetingKind,
    /// The party group, for group meetings.
    pub party_group: Option<String>,
    /// When: as the last one of its kind, else as is common; always on a working day.
    pub planned_at: NaiveDateTime,
    /// Where the last one of its kind was.
    pub place: String,
}

/// 三会一课计划报备表: the plan of a quarter on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingPlanSheet {
    /// 支部全称
    pub branch: String,
    /// 上级党组织
    pub superior: String,
    /// 2026年第四季度, or 2026年 for the whole year
    pub quarter: String,
    /// One line each, by time.
    pub rows: Vec<PlanRow>,
    /// By kind: `支部党员大会 1 次`.
    pub totals: Vec<String>,
    /// It says beside the plan what became of it.
    pub actual: bool,
    /// The day of printing.
    pub on: NaiveDate,
}

document!(MeetingPlanSheet, "meeting_plan");

/// A line of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanRow {
    /// When; of a plan beside what became of it, the time that was planned.
    pub at: NaiveDateTime,
    /// When it was held, of a plan beside what became of it.
    pub held_at: Option<NaiveDateTime>,
    /// Kinds as printed.
    pub kinds: String,
    /// Title, with the party group.
    pub title: String,
    /// Where.
    pub place: String,
    /// 主持人
    pub chair: String,
    /// 已召开, or nothing; of a plan beside what became of it, also why it was not held.
    pub remark: String,
}

/// The plan of a quarter as it stands, with what the rules still ask for.
///
/// # Errors
/// When the file cannot be read.
pub fn plan(desk: &mut Desk<'_>, quarter: Quarter) -> Result<MeetingPlan, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| Ok(of_quarter(reader, rules, quarter, today)?))
}

pub(super) fn of_quarter(
    reader: &Reader<'_>,
    rules: &RuleBook,
    quarter: Quarter,
    today: NaiveDate,
) -> Result<MeetingPlan, VaultError> {
    // A year back: how the branch is used to meet, and what the year already has.
    let until = MeetingQuery { to: Some(quarter.last_day()), ..MeetingQuery::default() };
    let rows = store::rows(reader, &until)?;
    let facts = statistics::facts(reader)?;
    let mut meetings: Vec<_> = rows.iter().filter(|row| quarter.contains(row.at.date())).cloned().collect();
    meetings.reverse();
    Ok(MeetingPlan {
        quarter,
        kinds: owed::kinds_of_quarter(&rows, &facts, rules, quarter),
        proposals: proposals(&rows, &facts, rules, quarter, today),
        missed: owed::missed(&rows, &facts, rules, quarter, today),
        meetings,
        workdays_unknown: !workdays::year_is_known(quarter.year()),
    })
}

/// The plan of a quarter, or of the whole year it lies in, on paper, with everything that was not called off.
///
/// # Errors
/// When the file cannot be read.
pub fn plan_sheet_of(
    reader: &Reader<'_>,
    quarter: Quarter,
    whole_year: bool,
    on: NaiveDate,
) -> Result<MeetingPlanSheet, MeetingError> {
    let (mut meetings, period) = if whole_year {
        let mut meetings = Vec::new();
        for quarter in Quarter::all_of(quarter.year()) {
            meetings.extend(statistics::of_quarter(reader, quarter)?);
        }
        (meetings, format!("{}年", quarter.year()))
    } else {
        (statistics::of_quarter(reader, quarter)?, quarter.title())
    };
    meetings.retain(|row| row.state != MeetingState::Cancelled);
    let row = |row: &MeetingRow, _: Head| PlanRow {
        at: row.at,
        held_at: None,
        remark: if row.state == MeetingState::Held { "已召开" } else { "" }.to_owned(),
        ..PlanRow::of(row)
    };
    let last = if whole_year { Quarter::all_of(quarter.year()).map(Quarter::last_day).max() } else { None };
    let last = last.unwrap_or(quarter.last_day());
    sheet(reader, Covered { period, last }, on, &meetings, row)
}

/// The plan of a quarter beside what became of it, also of what was called off.
///
/// # Errors
/// When the file cannot be read.
pub fn plan_and_actual_of(
    reader: &Reader<'_>,
    quarter: Quarter,
    on: NaiveDate,
) -> Result<MeetingPlanSheet, MeetingError> {
    let meetings = statistics::of_quarter(reader, quarter)?;
    let row = |row: &MeetingRow, found: Head| PlanRow {
        at: found.head.planned_at,
        held_at: (row.state == MeetingState::Held).then_some(row.at),
        remark: match row.state {
            MeetingState::Held => "已召开".to_owned(),
            MeetingState::Cancelled => format!("已取消：{}", found.cancel_reason.unwrap_or_default()),
            MeetingState::Planned if row.at.date() < on => "没有到会记录".to_owned(),
            MeetingState::Planned => "待召开".to_owned(),
        },
        ..PlanRow::of(row)
    };
    let covered = Covered { period: quarter.title(), last: quarter.last_day() };
    Ok(MeetingPlanSheet { actual: true, ..sheet(reader, covered, on, &meetings, row)? })
}

/// What a sheet is about.
struct Covered {
    /// As it is printed.
    period: String,
    /// Its last day.
    last: NaiveDate,
}

fn sheet(
    reader: &Reader<'_>,
    Covered { period, last }: Covered,
    on: NaiveDate,
    meetings: &[MeetingRow],
    row: impl Fn(&MeetingRow, Head) -> PlanRow,
) -> Result<MeetingPlanSheet, MeetingError> {
    // Whom the branch belonged to then, as the report of the quarter says.
    let branch = branch::stored_on(reader, last.min(on))?;
    let counted: Vec<_> = meetings.iter().filter(|row| row.state != MeetingState::Cancelled).collect();
    let count = |kind| counted.iter().filter(|row| row.kinds.contains(&kind)).count();
    let totals = MeetingKind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0);
    let totals = totals.map(|(kind, count)| format!("{} {count} 次", kind.name())).collect();
    let mut rows = Vec::new();
    for meeting in meetings {
        let Some(found) = store::head(reader, meeting.id)? else { continue };
        let chair = found.head.chair.clone();
        rows.push(PlanRow { chair, ..row(meeting, found) });
    }
    let (branch, superior) = (branch.name, branch.superior);
    Ok(MeetingPlanSheet { branch, superior, quarter: period, rows, totals, actual: false, on })
}

impl PlanRow {
    /// What it is, whatever became of it.
    fn of(row: &MeetingRow) -> Self {
        let unsaid = row.party_group.as_ref().filter(|group| !row.title.contains(group.as_str()));
        let group = unsaid.map(|group| format!("（{group}）")).unwrap_or_default();
        Self {
            at: row.at,
            held_at: None,
            kinds: wording::kinds(&row.kinds),
            title: format!("{}{group}", row.title),
            place: row.place.clone(),
            chair: String::new(),
            remark: String::new(),
        }
    }
}

/// Proposals for all that is still owed, no two on one day as long as there are working days, and never two at one hour;
/// `meetings` are newest first.
fn proposals(
    meetings: &[MeetingRow],
    facts: &BranchFacts,
    rules: &RuleBook,
    quarter: Quarter,
    today: NaiveDate,
) -> Vec<MeetingProposal> {
    let owed = owed::still_owed(meetings, facts, rules, quarter, today);
    let wanted = |Owed { kind, rule, group, first, last }: Owed| {
        let habit = Habit::of(meetings, kind, group.as_deref());
        let (rule, first) = (RuleId::new(rule), first.max(today));
        let planned_at = habit.day(first, last).and_time(habit.time);
        (MeetingProposal { rule, kind, planned_at, place: habit.place, party_group: group }, first, last)
    };
    let mut wanted: Vec<_> = owed.into_iter().map(wanted).collect();
    wanted.sort_by_key(|(proposal, ..)| (proposal.planned_at, proposal.kind));
    let planned = meetings.iter().filter(|row| row.state != MeetingState::Cancelled && row.at.date() >= today);
    let mut taken: Vec<_> = planned.map(|row| row.at).collect();
    let mut proposals = Vec::new();
    for (mut proposal, first, last) in wanted {
        proposal.planned_at = free(proposal.planned_at, first, last, &taken);
        taken.push(proposal.planned_at);
        proposals.push(proposal);
    }
    proposals.sort_by_key(|proposal| (proposal.planned_at, proposal.kind));
    proposals
}

/// Two meetings on one day lie this far apart, where the day has room.
const APART: TimeDelta = TimeDelta::hours(2);

/// `at`, where nothing else is on that day; else the next working day up to `last` with nothing on it, or one before it.
/// Where there is none, the hour of a day that is far enough from everything else, or as far as can be.
fn free(at: NaiveDateTime, first: NaiveDate, last: NaiveDate, taken: &[NaiveDateTime]) -> NaiveDateTime {
    let usual = at.date();
    let after = usual.iter_days().take_while(|day| *day <= last);
    let before = std::iter::successors(usual.pred_opt(), NaiveDate::pred_opt).take_while(|day| *day >= first);
    let days: Vec<_> = after.chain(before).filter(|day| *day == usual || workdays::is_workday(*day)).collect();
    if let Some(day) = days.iter().find(|day| taken.iter().all(|other| other.date() != **day)) {
        return day.and_time(at.time());
    }
    let hours = days.iter().flat_map(|day| (8..=20).filter_map(|hour| day.and_hms_opt(hour, 0, 0)));
    let room = |at: &NaiveDateTime| taken.iter().map(|other| (*other - *at).abs().min(APART)).min();
    hours.min_by_key(|hour| std::cmp::Reverse(room(hour))).unwrap_or(at)
}

/// How the branch is used to hold a kind of meeting.
struct Habit {
    /// 1 to 5: the first Wednesday of a month, the second …
    week: u8,
    weekday: Weekday,
    time: NaiveTime,
    place: String,
}

impl Habit {
    /// As the newest one of that kind was held; without one, a Wednesday afternoon, the kinds spread over the month.
    fn of(meetings: &[MeetingRow], kind: MeetingKind, group: Option<&str>) -> Self {
        let held = |row: &&MeetingRow| row.state == MeetingState::Held && row.kinds.first() == Some(&kind);
        let mut alike = meetings.iter().filter(held).filter(|row| row.party_group.as_deref() == group);
        if let Some(row) = alike.next() {
            let day = row.at.date();
            let week = u8::try_from(day.day().div_ceil(7)).unwrap_or(1);
            return Self { week, weekday: day.weekday(), time: row.at.time(), place: row.place.clone() };
        }
        let week = match kind {
            MeetingKind::Committee => 1,
            MeetingKind::Group => 2,
            MeetingKind::ThemeDay | MeetingKind::OrganizationalLife => 3,
            MeetingKind::General | MeetingKind::Lecture | MeetingKind::Appraisal => 4,
        };
        let place = meetings.first().map(|row| row.place.clone()).unwrap_or_default();
        Self { week, weekday: Weekday::Wed, time: NaiveTime::from_hms_opt(14, 30, 0).unwrap_or_default(), place }
    }

    /// The usual day in the last month between `first` and `last`, moved to the next working day, or before it where
    /// the time is over by then.
    fn day(&self, first: NaiveDate, last: NaiveDate) -> NaiveDate {
        let usual = (1..=self.week)
            .rev()
            .find_map(|week| NaiveDate::from_weekday_of_month_opt(last.year(), last.month(), self.weekday, week));
        let day = workdays::workday_from(usual.unwrap_or(last).max(first));
        if day <= last {
            return day;
        }
        let before = std::iter::successors(Some(last), |day| day.checked_sub_days(Days::new(1)));
        before.take_while(|day| *day >= first).find(|day| workdays::is_workday(*day)).unwrap_or(last)
    }
}

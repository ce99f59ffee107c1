//! The plan of a quarter: what is planned or held, and what the rules still ask for, proposed as the branch is used to
//! meet. A proposal is only ever shown; nothing is stored before the secretary saves it.

mod save;
#[cfg(test)]
mod tests;

pub use save::{PlanSaveRequest, save_plan};

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use serde::Serialize;
use ts_rs::TS;

use super::report::statistics;
use super::rules::owed::{self, BranchFacts, Owed};
use super::{KindCount, MeetingError, MeetingKind, MeetingQuery, MeetingRow, MeetingState, store};
use crate::desk::Desk;
use crate::rules::{Finding, RuleBook, RuleId};
use crate::values::{Quarter, Workdays};
use crate::vault::{Reader, VaultError};

/// The plan of a quarter.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MeetingPlan {
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
    pub kind: MeetingKind,
    /// The party group, for group meetings.
    pub party_group: Option<String>,
    /// When: as the last one of its kind, else as is common; always on a working day.
    pub planned_at: NaiveDateTime,
    /// Where the last one of its kind was.
    pub place: String,
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
        kinds: owed::kinds_of(&rows, &facts, rules, quarter.into()),
        proposals: proposals(&rows, &facts, rules, quarter, today),
        missed: owed::missed(&rows, &facts, rules, quarter, today),
        meetings,
        workdays_unknown: !rules.workdays().knows(quarter.year()),
    })
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
        let first = first.max(today);
        let planned_at = habit.day(first, last, rules.workdays()).and_time(habit.time);
        (MeetingProposal { rule, kind, planned_at, place: habit.place, party_group: group }, first, last)
    };
    let mut wanted: Vec<_> = owed.into_iter().map(wanted).collect();
    wanted.sort_by_key(|(proposal, ..)| (proposal.planned_at, proposal.kind));
    let planned = meetings.iter().filter(|row| row.state != MeetingState::Cancelled && row.at.date() >= today);
    let mut taken: Vec<_> = planned.map(|row| row.at).collect();
    let mut proposals = Vec::new();
    for (mut proposal, first, last) in wanted {
        proposal.planned_at = free(proposal.planned_at, first, last, &taken, rules.workdays());
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
fn free(
    at: NaiveDateTime,
    first: NaiveDate,
    last: NaiveDate,
    taken: &[NaiveDateTime],
    workdays: &Workdays,
) -> NaiveDateTime {
    let usual = at.date();
    let after = usual.iter_days().take_while(|day| *day <= last);
    let before = std::iter::successors(usual.pred_opt(), NaiveDate::pred_opt).take_while(|day| *day >= first);
    let days: Vec<_> = after.chain(before).filter(|day| *day == usual || workdays.is_workday(*day)).collect();
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
    fn day(&self, first: NaiveDate, last: NaiveDate, workdays: &Workdays) -> NaiveDate {
        let usual = (1..=self.week)
            .rev()
            .find_map(|week| NaiveDate::from_weekday_of_month_opt(last.year(), last.month(), self.weekday, week));
        let day = workdays.from(usual.unwrap_or(last).max(first));
        if day <= last {
            return day;
        }
        let before = std::iter::successors(Some(last), |day| day.checked_sub_days(Days::new(1)));
        before.take_while(|day| *day >= first).find(|day| workdays.is_workday(*day)).unwrap_or(last)
    }
}

//! When a step may be done and by when it must be, from the days that were entered.
//!
//! A deadline is clamped to the end of a shorter month (trap 1); a waiting time is over on the day with the same number, or
//! the day after the month's end where there is none (D32): so neither is ever counted too generously.

use chrono::{Datelike, Months, NaiveDate};

use super::DevelopmentFile;
use super::entries::{EntryField as F, EntryKind};
use super::file::step;
use super::law::REVISED_ON;
use crate::rules::{RuleBook, RuleId};

/// When a step may be done and by when it must be; both days inclusive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Window {
    /// Not before this day.
    pub not_before: Option<NaiveDate>,
    /// Not after this day.
    pub due: Option<NaiveDate>,
}

/// When a step may be done and must be, as far as the steps before it say.
pub(super) fn window(file: &DevelopmentFile, step: u32, rules: &RuleBook) -> Window {
    let from = |not_before| Window { not_before, due: None };
    let until = |due| Window { not_before: None, due };
    match step {
        1 => from(of_age_on(file, rules)),
        2 => until(talk_due(file, rules)),
        6 => until(next_review_due(file, rules)),
        7 => from(candidate_from(file, rules)),
        15 => until(admission_due(file, rules)),
        17 => until(approval_due(file, rules)),
        20 => until(oath_due(file, rules)),
        23 => from(conversion_from(file, rules)),
        24 => until(conversion_approval_due(file, rules)),
        _ => Window::default(),
    }
}

/// D01: the day the person is old enough to apply.
pub(super) fn of_age_on(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let born = file.born()?;
    when_complete(born, 12 * rules.number(RuleId::D01, "years", born)?)
}

/// D02: the talk, within a month of the day on which the application was received.
pub(super) fn talk_due(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let application = file.first(EntryKind::Application)?;
    let received = application.values.day(F::ReceivedOn).unwrap_or(application.on);
    deadline_after(received, rules.number(RuleId::D02, "months", received)?)
}

/// D05: the next review, half a year after the last; from activist until candidate.
pub(super) fn next_review_due(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    if file.last_step() >= step::CANDIDATE {
        return None;
    }
    let activist = file.on(EntryKind::Activist)?;
    let last = file.all(EntryKind::Review).map(|review| review.on).fold(activist, NaiveDate::max);
    deadline_after(last, rules.number(RuleId::D05, "months", last)?)
}

/// D06: candidate after a whole year as activist.
pub(super) fn candidate_from(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let activist = file.on(EntryKind::Activist)?;
    when_complete(activist, rules.number(RuleId::D06, "months", activist)?)
}

/// D30: the last day that a notice begun on `from` must hang out: the first day does not count.
pub(super) fn notice_until(from: NaiveDate, rules: &RuleBook) -> Option<NaiveDate> {
    let days = rules.number(RuleId::D30, "working_days", from)?;
    Some(rules.workdays().after(from, days as usize))
}

/// D14: the meeting that admits, within a month of the pre-examination.
pub(super) fn admission_due(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let examined = file.on(EntryKind::PreExamination)?;
    deadline_after(examined, rules.number(RuleId::D14, "months", examined)?)
}

/// D21: the superior's approval, within three months of the meeting.
pub(super) fn approval_due(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let admitted = file.admission()?.on;
    deadline_after(admitted, rules.number(RuleId::D21, "months", admitted)?)
}

/// D22: the last day on which the decision to admit can still be approved.
pub(super) fn valid_to(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let admitted = file.admission()?.on;
    deadline_after(admitted, rules.number(RuleId::D22, "months", admitted)?)
}

/// D33: the oath, within a month of the approval; only since the text of 2026.
pub(super) fn oath_due(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let approved = file.approval()?.on;
    let months = rules.number(RuleId::D33, "months", approved).filter(|_| approved >= REVISED_ON)?;
    deadline_after(approved, months)
}

/// D23, D32: the first day after the probation, which counts from the day of the general meeting; later by what it was
/// extended by (D24).
pub(super) fn conversion_from(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    probation_over(file, rules, file.extended_months())
}

/// The first day after a probation that was extended by so many months.
pub(super) fn probation_over(file: &DevelopmentFile, rules: &RuleBook, extended: u32) -> Option<NaiveDate> {
    let admitted = file.admission()?.on;
    when_complete(admitted, rules.number(RuleId::D23, "months", admitted)? + extended)
}

/// D25: the superior's approval of the conversion.
pub(super) fn conversion_approval_due(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let decided = file.conversion()?.on;
    deadline_after(decided, rules.number(RuleId::D25, "months", decided)?)
}

/// The last day of a deadline: the same day `months` later, clamped to the month's end (trap 1).
pub(super) fn deadline_after(start: NaiveDate, months: u32) -> Option<NaiveDate> {
    start.checked_add_months(Months::new(months))
}

/// The first day on which `months` are over; the day before is the last that belongs to them (D32).
pub(super) fn when_complete(start: NaiveDate, months: u32) -> Option<NaiveDate> {
    let day = start.checked_add_months(Months::new(months))?;
    if day.day() < start.day() { day.succ_opt() } else { Some(day) }
}

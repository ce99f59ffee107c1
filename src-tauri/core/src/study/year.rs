//! A year of study.

use chrono::NaiveDate;

use super::course::taken_on;
use super::{StudyError, StudyMember, StudyYear, StudyYearRequest, required_hours, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster;
use crate::rules::RuleBook;
use crate::values::Hours;
use crate::vault::{Reader, VaultError};

/// A year of study, as of today in the running year.
///
/// # Errors
/// [`StudyError::Invalid`] for a year that no calendar has.
pub fn year(desk: &mut Desk<'_>, request: StudyYearRequest) -> Result<StudyYear, StudyError> {
    check_year(request.year)?;
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| Ok(year_of(reader, rules, request.year, today)?))
}

/// A year that a calendar has.
pub(super) fn check_year(year: i32) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    if !(1921..=9999).contains(&year) {
        invalid.add("year", "年份应为四位数字");
    }
    invalid.into_result()
}

/// A year of study up to and including `until`, or to its end if that is earlier, of those who are members on the last
/// day that counts.
///
/// # Errors
/// When the file cannot be read.
pub fn year_of(reader: &Reader<'_>, rules: &RuleBook, year: i32, until: NaiveDate) -> Result<StudyYear, VaultError> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN);
    let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX).min(until);
    let sessions = store::sessions_in(reader, first, last)?;
    let hours = store::hours_by_member(reader, first, last, until)?;
    let courses: Vec<_> = sessions.iter().filter(|row| row.session.intensive).collect();
    let had_course = |member| courses.iter().any(|row| taken_on(member, row).is_some_and(|on| on <= last));
    let members: Vec<_> = roster::members_on(reader, last)?
        .into_iter()
        .map(|member| StudyMember {
            member: member.id,
            hours: hours.get(&member.id).copied().unwrap_or_default(),
            required: required_hours(&member, year, rules),
            intensive: had_course(member.id),
            name: member.record.name.clone(),
        })
        .collect();
    let asked: Vec<_> = members.iter().filter_map(|member| Some((member.hours, member.required?))).collect();
    let reached = asked.iter().filter(|(hours, required)| hours >= required).count();
    let average = average(asked.iter().map(|(hours, _)| *hours).sum(), asked.len());
    Ok(StudyYear { year, sessions, average, reached: u32::try_from(reached).unwrap_or(u32::MAX), members })
}

impl StudyYear {
    /// Members who have not reached their hours.
    pub fn not_reached(&self) -> u32 {
        let behind = |member: &&StudyMember| member.required.is_some_and(|required| member.hours < required);
        u32::try_from(self.members.iter().filter(behind).count()).unwrap_or(u32::MAX)
    }
}

/// Per head, rounded to tenths.
fn average(sum: Hours, heads: usize) -> Hours {
    let Some(heads) = u32::try_from(heads).ok().filter(|heads| *heads > 0) else { return Hours::default() };
    Hours::from_tenths((sum.tenths() + heads / 2) / heads)
}

//! One member's study.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::course::course_day;
use super::{MemberStudy, MemberStudySession, MemberStudyYear, StudyError, required_hours, store};
use crate::desk::Desk;
use crate::roster::{self, MemberId};
use crate::values::Hours;

/// A member's sessions, those made up among them, and, year by year, the hours against those that were required; both newest first.
///
/// # Errors
/// [`StudyError::NoSuchMember`].
pub fn of_member(desk: &mut Desk<'_>, id: MemberId) -> Result<MemberStudy, StudyError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| {
        let member = roster::member(reader, id)?.ok_or(StudyError::NoSuchMember)?;
        let sessions = store::sessions_of(reader, id)?;
        let mut years = BTreeMap::<i32, MemberStudyYear>::new();
        for year in [today.year()].into_iter().chain(sessions.iter().map(|session| session.held_on.year())) {
            years.entry(year).or_insert_with(|| {
                // The member as at the end of the year, or of what there is of it.
                let last = NaiveDate::from_ymd_opt(year, 12, 31).map_or(today, |last| last.min(today));
                let then = member.clone().as_of(last);
                let required = required_hours(&then, year, rules).filter(|_| then.is_member_on(last));
                MemberStudyYear { year, hours: Hours::default(), required, intensive: false }
            });
        }
        for session in &sessions {
            if let Some(year) = years.get_mut(&session.held_on.year()).filter(|_| !session.uncounted) {
                year.hours = year.hours + session.hours;
            }
            if let Some(year) = course_on(session).and_then(|on| years.get_mut(&on.year())) {
                year.intensive = true;
            }
        }
        Ok(MemberStudy { years: years.into_values().rev().collect(), sessions })
    })
}

/// On which day this was the intensive course of a year; `None` where it was none.
fn course_on(session: &MemberStudySession) -> Option<NaiveDate> {
    session.intensive.then(|| course_day(session.kind, session.held_on, session.made_up_on)).flatten()
}

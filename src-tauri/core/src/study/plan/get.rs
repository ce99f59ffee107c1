//! Reads the plan of a year.

use chrono::{Datelike, NaiveDate};

use super::{StudyPlan, StudyTopic, StudyTopicRow, store};
use crate::desk::Desk;
use crate::study::year::check_year;
use crate::study::{StudyError, StudyYearRequest};
use crate::vault::{Reader, VaultError};

/// The plan of a year, with what of it was learnt.
///
/// # Errors
/// [`StudyError::Invalid`] for a year that no calendar has.
pub fn plan(desk: &mut Desk<'_>, request: StudyYearRequest) -> Result<StudyPlan, StudyError> {
    check_year(request.year)?;
    let today = desk.today();
    desk.read(|reader| Ok(plan_of(reader, request.year, today)?))
}

/// The plan of a year as of a day.
pub(in crate::study) fn plan_of(reader: &Reader<'_>, year: i32, today: NaiveDate) -> Result<StudyPlan, VaultError> {
    let mut topics = Vec::new();
    for topic in store::topics_of_year(reader, year)? {
        let sessions = topic.id.map(|id| store::sessions_of(reader, id)).transpose()?.unwrap_or_default();
        topics.push(StudyTopicRow { is_late: sessions.is_empty() && is_over(&topic, today), sessions, topic });
    }
    let hours = topics.iter().filter_map(|row| row.topic.hours).sum();
    Ok(StudyPlan { year, topics, hours })
}

/// Whether the month of a topic is over.
fn is_over(topic: &StudyTopic, today: NaiveDate) -> bool {
    (topic.year, topic.month) < (today.year(), today.month())
}

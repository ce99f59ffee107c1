//! Begins the plan of a year with that of the year before.

use super::{StudyPlan, StudyTopic, get, store};
use crate::desk::Desk;
use crate::study::year::check_year;
use crate::study::{StudyError, StudyYearRequest};
use crate::vault::Done;

/// Takes the topics of the year before over into an empty plan: the months and most of the wording stay alike.
///
/// # Errors
/// [`StudyError::PlanBegun`], [`StudyError::NoPlanBefore`]; [`StudyError::Invalid`] for a year that no calendar has.
pub fn copy_plan(desk: &mut Desk<'_>, request: StudyYearRequest) -> Result<Done<StudyPlan>, StudyError> {
    let StudyYearRequest { year } = request;
    check_year(year)?;
    let today = desk.today();
    desk.transact(format!("照搬上一年的学习计划到{year}年"), |tx| {
        if !store::topics_of_year(tx, year)?.is_empty() {
            return Err(StudyError::PlanBegun);
        }
        let before = store::topics_of_year(tx, year - 1)?;
        if before.is_empty() {
            return Err(StudyError::NoPlanBefore);
        }
        for topic in before {
            store::save(tx, &StudyTopic { id: None, year, ..topic })?;
        }
        Ok(get::plan_of(tx, year, today)?)
    })
}

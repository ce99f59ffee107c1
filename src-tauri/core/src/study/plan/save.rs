//! Adds or changes a topic.

use super::{StudyPlan, StudyTopic, get, store};
use crate::desk::Desk;
use crate::library;
use crate::problem::Invalid;
use crate::study::StudyError;
use crate::study::year::check_year;
use crate::values::Hours;
use crate::vault::Done;

/// More hours are no topic but a typing error: a course of two weeks has fewer.
const MOST: Hours = Hours::whole(200);

/// Adds or changes a topic of a year's plan.
///
/// # Errors
/// [`StudyError::NoSuchTopic`]; [`StudyError::Invalid`] with the fields at fault.
pub fn save_topic(desk: &mut Desk<'_>, topic: StudyTopic) -> Result<Done<StudyPlan>, StudyError> {
    check_year(topic.year)?;
    check(&topic).into_result()?;
    let today = desk.today();
    let label = format!("{}学习专题“{}”", if topic.id.is_some() { "修改" } else { "添加" }, topic.title);
    desk.transact(label, |tx| {
        if let Some(id) = topic.id {
            store::topic(tx, id)?.ok_or(StudyError::NoSuchTopic)?;
        }
        let mut invalid = Invalid::default();
        if !library::are_there(tx, &topic.documents)? {
            invalid.add("documents", library::GONE);
        }
        invalid.into_result()?;
        store::save(tx, &topic)?;
        Ok(get::plan_of(tx, topic.year, today)?)
    })
}

fn check(topic: &StudyTopic) -> Invalid {
    let mut invalid = Invalid::default();
    if topic.title.trim().is_empty() {
        invalid.add("title", "请填写学习专题");
    }
    if !(1..=12).contains(&topic.month) {
        invalid.add("month", "月份应在 1 到 12 之间");
    }
    if topic.hours.is_some_and(|hours| hours == Hours::default() || hours > MOST) {
        invalid.add("hours", format!("计划学时须大于 0、不超过 {MOST}；还没有定的，不用填写"));
    }
    invalid
}

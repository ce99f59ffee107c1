//! Removes a topic.

use super::{StudyPlan, StudyTopicId, get, store};
use crate::desk::Desk;
use crate::study::StudyError;
use crate::vault::Done;

/// Removes a topic that was not learnt yet.
///
/// # Errors
/// [`StudyError::NoSuchTopic`], [`StudyError::TopicLearnt`].
pub fn delete_topic(desk: &mut Desk<'_>, id: StudyTopicId) -> Result<Done<StudyPlan>, StudyError> {
    let today = desk.today();
    desk.transact("删除学习专题", |tx| {
        let topic = store::topic(tx, id)?.ok_or(StudyError::NoSuchTopic)?;
        let learnt = store::sessions_of(tx, id)?.len();
        if learnt > 0 {
            return Err(StudyError::TopicLearnt(learnt));
        }
        store::delete(tx, id)?;
        Ok(get::plan_of(tx, topic.year, today)?)
    })
}

//! Writes down what became of a task.

use super::{Task, TaskError, TaskNoteId, TaskNoteRequest, store};
use crate::desk::Desk;
use crate::meetings;
use crate::problem::Invalid;
use crate::vault::Done;

/// Writes down what became of a task, and closes it where it says so.
///
/// # Errors
/// [`TaskError::Invalid`] with the fields at fault; [`TaskError::Meeting`] where its minutes are closed.
pub fn save_note(desk: &mut Desk<'_>, request: TaskNoteRequest) -> Result<Done<Task>, TaskError> {
    let today = desk.today();
    let label = if request.done { "办结决议" } else { "登记决议落实情况" };
    desk.transact(label, |tx| {
        let task = store::task(tx, request.resolution, today)?.ok_or(TaskError::NoSuchTask)?;
        let mut invalid = Invalid::default();
        if request.text.trim().is_empty() {
            invalid.add("text", "请写明落实的情况");
        }
        if request.noted_on > today {
            invalid.add("noted_on", "日期不能晚于今天");
        }
        if request.noted_on < task.resolved_on {
            invalid.add("noted_on", "日期不能早于作出决议的会议");
        }
        if let Some(meeting) = request.meeting {
            meetings::check_open(tx, meeting)?;
        }
        invalid.into_result()?;
        store::insert_note(tx, &request)?;
        store::task(tx, request.resolution, today)?.ok_or(TaskError::NoSuchTask)
    })
}

/// Takes out a note that was entered by mistake; a task that it closed is open again.
///
/// # Errors
/// [`TaskError::NoSuchNote`]; [`TaskError::Meeting`] where the minutes that have it are closed.
pub fn delete_note(desk: &mut Desk<'_>, id: TaskNoteId) -> Result<Done<()>, TaskError> {
    desk.transact("删除决议落实记录", |tx| {
        let meeting = store::meeting_of_note(tx, id)?.ok_or(TaskError::NoSuchNote)?;
        if let Some(meeting) = meeting {
            meetings::check_open(tx, meeting)?;
        }
        Ok(store::delete_note(tx, id)?)
    })
}

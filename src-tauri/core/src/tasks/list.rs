//! Lists tasks.

use super::{Task, TaskError, TaskQuery, store};
use crate::desk::Desk;
use crate::meetings;

/// Tasks, those due first before those due later; what has no day comes last.
///
/// # Errors
/// [`TaskError::Vault`].
pub fn list(desk: &mut Desk<'_>, query: TaskQuery) -> Result<Vec<Task>, TaskError> {
    let today = desk.today();
    desk.read(|reader| {
        let mut tasks = store::all(reader, today)?;
        if let Some(at) = query.at {
            let day = meetings::day_of(reader, at)?;
            tasks.retain(|task| {
                let noted = task.notes.iter().any(|note| note.meeting == Some(at));
                let was_open = task.done_on.is_none_or(|done| Some(done) >= day);
                task.meeting != at && (noted || (was_open && Some(task.resolved_on) <= day))
            });
        }
        if !query.closed && query.at.is_none() {
            tasks.retain(|task| task.done_on.is_none());
        }
        tasks.sort_by_key(|task| (task.done_on.is_some(), task.due.is_none(), task.due, task.resolution));
        Ok(tasks)
    })
}

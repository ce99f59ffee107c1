//! Removes an appraisal in which no grade was decided.

use super::{AppraisalError, AppraisalId, get, store, wording};
use crate::desk::Desk;
use crate::vault::Done;

/// Removes an appraisal with what was recorded. One with grades stays: they are on the members' records.
///
/// # Errors
/// [`AppraisalError::Graded`].
pub fn delete(desk: &mut Desk<'_>, id: AppraisalId) -> Result<Done<()>, AppraisalError> {
    let known = desk.read(|reader| get::known(reader, id))?;
    if known.people.iter().any(|person| person.verdict.grade.is_some()) {
        return Err(AppraisalError::Graded);
    }
    let title = wording::title(known.stored.appraisal.year);
    desk.transact(format!("删除{title}"), |tx| Ok(store::delete(tx, id)?))
}

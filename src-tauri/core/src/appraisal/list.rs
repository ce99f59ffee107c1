//! Lists appraisals.

use super::{AppraisalError, AppraisalId, AppraisalQuery, AppraisalRow, get, rules, store, wording};
use crate::desk::Desk;
use crate::meetings;

/// Appraisals, newest year first.
///
/// # Errors
/// [`AppraisalError::Vault`].
pub fn list(desk: &mut Desk<'_>, query: AppraisalQuery) -> Result<Vec<AppraisalRow>, AppraisalError> {
    desk.read(|reader| {
        let row = |stored: store::Stored| {
            let meeting = meetings::stored(reader, stored.appraisal.meeting)?;
            let known = get::of(reader, stored, meeting)?;
            let appraisal = &known.stored.appraisal;
            Ok(AppraisalRow {
                id: appraisal.id.unwrap_or(AppraisalId(0)),
                year: appraisal.year,
                title: wording::title(appraisal.year),
                meeting: appraisal.meeting,
                on: known.on,
                steps: rules::steps(&known.people, known.is_void()),
                grades: rules::grades(&known.people),
            })
        };
        store::all(reader, query)?.into_iter().map(row).collect()
    })
}

//! The secretary's own words.

use super::{ReportError, ReportView, ReportWordsRequest, get, store};
use crate::desk::Desk;
use crate::vault::Done;

/// Saves the secretary's own words for a quarter, as they were typed.
///
/// # Errors
/// [`ReportError::Vault`].
pub fn save_words(desk: &mut Desk<'_>, request: ReportWordsRequest) -> Result<Done<ReportView>, ReportError> {
    let label = format!("填写{}报告", request.quarter.title());
    let done = desk.transact(label, |tx| store::put_words(tx, request.quarter, &request.words))?;
    Ok(Done { value: get::view(desk, request.quarter)?, changes: done.changes, undo: done.undo })
}

//! Records 党员互评.

use super::get;
use super::{AppraisalError, AppraisalMutual, AppraisalMutualRequest, AppraisalView, store};
use crate::desk::Desk;
use crate::vault::Done;

/// Records 党员互评 of all, with what the others said where it was noted.
///
/// # Errors
/// [`AppraisalError::Invalid`] with the fields at fault; [`AppraisalError::NoSuchAppraisal`].
pub fn save_mutual(
    desk: &mut Desk<'_>,
    request: AppraisalMutualRequest,
) -> Result<Done<AppraisalView>, AppraisalError> {
    let (rules, today) = (desk.rules, desk.today());
    let id = request.appraisal;
    desk.transact("登记党员互评", |tx| {
        let known = get::known(tx, id)?;
        known.check_everyone("entries", request.entries.iter().map(|mutual| mutual.member)).into_result()?;
        let entries = known.entries(|entry| {
            let mutual = request.entries.iter().find(|mutual| mutual.member == entry.member);
            entry.mutual = mutual.cloned().map_or_else(|| store::Entry::empty(entry.member).mutual, tidied);
        });
        store::save_entries(tx, id, &entries)?;
        get::view(tx, id, rules, today)
    })
}

/// A text that is there was said: the step is done, whatever the tick says.
fn tidied(mutual: AppraisalMutual) -> AppraisalMutual {
    let text = mutual.text.trim().to_owned();
    AppraisalMutual { done: mutual.done || !text.is_empty(), text, ..mutual }
}

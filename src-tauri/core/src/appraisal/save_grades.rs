//! Records 组织评定.

use super::get;
use super::{AppraisalError, AppraisalGradesRequest, AppraisalVerdict, AppraisalView, store};
use crate::desk::Desk;
use crate::vault::Done;

/// Records the grades that the branch has decided. More 优秀 than as a rule is said, and kept.
///
/// # Errors
/// [`AppraisalError::Invalid`] with the fields at fault; [`AppraisalError::NoSuchAppraisal`].
pub fn save_grades(
    desk: &mut Desk<'_>,
    request: AppraisalGradesRequest,
) -> Result<Done<AppraisalView>, AppraisalError> {
    let (rules, today) = (desk.rules, desk.today());
    let id = request.appraisal;
    desk.transact("登记组织评定", |tx| {
        let known = get::known(tx, id)?;
        let mut invalid = known.check_graded("entries", request.entries.iter().map(|verdict| verdict.member));
        if request.decided_on.is_some_and(|on| on > today) {
            invalid.add("decided_on", "评定日期不能晚于今天");
        }
        invalid.into_result()?;
        let entries = known.entries(|entry| {
            let verdict = request.entries.iter().find(|verdict| verdict.member == entry.member);
            entry.verdict = verdict.cloned().map_or_else(|| store::Entry::empty(entry.member).verdict, tidied);
        });
        store::save_entries(tx, id, &entries)?;
        store::save_decided_on(tx, id, request.decided_on)?;
        get::view(tx, id, rules, today)
    })
}

fn tidied(verdict: AppraisalVerdict) -> AppraisalVerdict {
    AppraisalVerdict { reason: verdict.reason.trim().to_owned(), ..verdict }
}

//! Records 个人自评.

use super::get;
use super::{AppraisalError, AppraisalOwn, AppraisalOwnRequest, AppraisalView, store};
use crate::desk::Desk;
use crate::vault::Done;

/// Records 个人自评 of all, with the members' own texts where they are kept here.
///
/// # Errors
/// [`AppraisalError::Invalid`] with the fields at fault; [`AppraisalError::NoSuchAppraisal`].
pub fn save_own(desk: &mut Desk<'_>, request: AppraisalOwnRequest) -> Result<Done<AppraisalView>, AppraisalError> {
    let (rules, today) = (desk.rules, desk.today());
    let id = request.appraisal;
    desk.transact("登记个人自评", |tx| {
        let known = get::known(tx, id)?;
        let mut invalid = known.check_everyone("entries", request.entries.iter().map(|own| own.member));
        for (at, own) in request.entries.iter().enumerate() {
            if own.on.is_some_and(|on| on > today) {
                invalid.add(format!("entries.{at}.on"), "自评日期不能晚于今天");
            }
        }
        invalid.into_result()?;
        let entries = known.entries(|entry| {
            let own = request.entries.iter().find(|own| own.member == entry.member);
            entry.own = own.cloned().map_or_else(|| store::Entry::empty(entry.member).own, tidied);
        });
        store::save_entries(tx, id, &entries)?;
        get::view(tx, id, rules, today)
    })
}

/// A text that is there was written: the step is done, whatever the tick says.
fn tidied(own: AppraisalOwn) -> AppraisalOwn {
    let text = own.text.trim().to_owned();
    let done = own.done || !text.is_empty() || own.on_paper || own.on.is_some();
    AppraisalOwn { text, done, ..own }
}

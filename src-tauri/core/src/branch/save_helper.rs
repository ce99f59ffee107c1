//! Adds or changes someone whom the superior charged with the branch.

use super::save::{check_name, refuse_future};
use super::{BranchError, BranchHelper, BranchView, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::typed;
use crate::vault::Done;

/// Adds or changes a helper.
///
/// # Errors
/// [`BranchError::Invalid`] with the fields at fault; [`BranchError::NotFound`].
pub fn save_helper(desk: &mut Desk<'_>, request: BranchHelper) -> Result<Done<BranchView>, BranchError> {
    let helper = BranchHelper {
        name: typed::line(&request.name),
        phone: typed::line(&request.phone),
        unit: typed::line(&request.unit),
        note: typed::lines(&request.note),
        ..request
    };
    let mut invalid = Invalid::default();
    check_name(&mut invalid, &helper.name, "姓名");
    refuse_future(&mut invalid, "since", helper.since, desk.today());
    if let (Some(since), Some(until)) = (helper.since, helper.until)
        && until.latest() < since.earliest()
    {
        invalid.add("until", "结束日期早于开始日期，请核对");
    }
    invalid.into_result()?;
    let verb = if helper.id.is_none() { "登记" } else { "修改" };
    let done = desk.transact(format!("{verb}{} {}", helper.role.title(), helper.name), |tx| {
        if helper.id.is_some() && store::helpers(tx)?.iter().all(|other| other.id != helper.id) {
            return Err(BranchError::NotFound);
        }
        Ok(store::put_helper(tx, &helper)?)
    })?;
    get::done(desk, done)
}

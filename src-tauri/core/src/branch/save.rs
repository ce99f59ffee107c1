//! Changing the branch's own data.

use super::{BranchError, BranchRequest, BranchView, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::vault::Done;

/// Changes the branch's own data.
///
/// # Errors
/// [`BranchError::Invalid`] without a name.
pub fn save(desk: &mut Desk<'_>, request: BranchRequest) -> Result<Done<BranchView>, BranchError> {
    let branch = checked(request)?;
    let done = desk.transact("修改支部信息", |tx| store::put(tx, &branch))?;
    Ok(Done { value: get::view(desk)?, changes: done.changes, undo: done.undo })
}

/// The branch as it will be stored: without needless spaces.
///
/// # Errors
/// [`Invalid`] without a name.
pub(crate) fn checked(request: BranchRequest) -> Result<BranchRequest, Invalid> {
    let trimmed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let branch = BranchRequest {
        name: trimmed(&request.name),
        superior: trimmed(&request.superior),
        unit: trimmed(&request.unit),
        phone: trimmed(&request.phone),
        ..request
    };
    let mut invalid = Invalid::default();
    if branch.name.is_empty() {
        invalid.add("name", "请填写支部全称");
    } else if branch.name.chars().count() > 100 {
        invalid.add("name", "支部全称最多 100 个字");
    }
    invalid.into_result()?;
    Ok(branch)
}

//! The branch with what follows from its members.

use super::{BranchError, BranchView, store};
use crate::commands::Nothing;
use crate::desk::Desk;

/// The branch.
///
/// # Errors
/// [`BranchError::Vault`].
pub fn get(desk: &mut Desk<'_>, _: Nothing) -> Result<BranchView, BranchError> {
    view(desk)
}

pub(super) fn view(desk: &Desk<'_>) -> Result<BranchView, BranchError> {
    desk.read(|reader| {
        Ok(BranchView { branch: store::stored(reader)?, secretary: None, party_groups: Vec::new(), members: 0 })
    })
}

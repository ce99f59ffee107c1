//! The branch with what follows from its members.

use std::collections::BTreeSet;

use super::{BranchError, BranchView, store};
use crate::commands::Nothing;
use crate::desk::Desk;
use crate::roster;

/// The branch.
///
/// # Errors
/// [`BranchError::Vault`].
pub fn get(desk: &mut Desk<'_>, _: Nothing) -> Result<BranchView, BranchError> {
    view(desk)
}

pub(super) fn view(desk: &Desk<'_>) -> Result<BranchView, BranchError> {
    let today = desk.today();
    desk.read(|reader| {
        let members = roster::members_on(reader, today)?;
        let groups = members.iter().map(|member| member.record.party_group.clone()).filter(|group| !group.is_empty());
        Ok(BranchView {
            branch: store::stored(reader)?,
            secretary: roster::secretary_on(reader, today)?,
            party_groups: groups.collect::<BTreeSet<_>>().into_iter().collect(),
            members: u32::try_from(members.len()).unwrap_or(u32::MAX),
        })
    })
}

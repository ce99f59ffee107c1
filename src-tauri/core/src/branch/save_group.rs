//! Adds or changes a party group.

use super::save::{check_name, check_span, trimmed};
use super::{BranchError, BranchGroupRequest, BranchView, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster;
use crate::vault::Done;

/// Adds or changes a party group. Under another name its members and its meetings go with it; from the day on which it is
/// dissolved they are in none.
///
/// # Errors
/// [`BranchError::Invalid`] with the fields at fault; [`BranchError::NotFound`].
pub fn save_group(desk: &mut Desk<'_>, request: BranchGroupRequest) -> Result<Done<BranchView>, BranchError> {
    let today = desk.today();
    let group = BranchGroupRequest { name: trimmed(&request.name), note: request.note.trim().to_owned(), ..request };
    let mut invalid = Invalid::default();
    check_name(&mut invalid, &group.name, "党小组名称");
    check_span(&mut invalid, group.since, group.until, today);
    let verb = if group.id.is_none() { "设立" } else { "修改" };
    let done = desk.transact(format!("{verb}党小组 {}", group.name), |tx| {
        let groups = store::groups(tx)?;
        if group.id.is_some() && groups.iter().all(|other| other.id != group.id) {
            return Err(BranchError::NotFound);
        }
        if groups.iter().any(|other| other.id != group.id && other.name == group.name) {
            invalid.add("name", "已有同名的党小组");
        }
        if let Some(leader) = group.leader
            && !roster::member(tx, leader)?.is_some_and(|member| member.is_member_on(today))
        {
            invalid.add("leader", "组长应是本支部现有的党员");
        }
        let name = groups.iter().find(|other| other.id == group.id).map_or(&group.name, |before| &before.name);
        if let Some(until) = group.until {
            let later = roster::joined_group_after(tx, name, until)?;
            if !later.is_empty() {
                invalid.add("until", format!("{}在这一天以后才编入这个党小组，请核对", later.join("、")));
            }
        }
        invalid.into_result()?;
        if let Some(until) = group.until {
            roster::leave_group(tx, name, until, today)?;
        }
        Ok(store::put_group(tx, &group)?)
    })?;
    get::done(desk, done)
}

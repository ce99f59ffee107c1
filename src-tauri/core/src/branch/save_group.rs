//! Adds or changes a party group.

use super::save::{check_name, check_name_is_free, check_span, refuse_renaming};
use super::{BranchError, BranchGroup, BranchView, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster;
use crate::typed;
use crate::vault::Done;

/// Adds or changes a party group. Under another name its members and its meetings go with it; from the day on which it is
/// dissolved they are in none.
///
/// # Errors
/// [`BranchError::Invalid`] with the fields at fault; [`BranchError::NotFound`].
pub fn save_group(desk: &mut Desk<'_>, request: BranchGroup) -> Result<Done<BranchView>, BranchError> {
    let today = desk.today();
    let group = BranchGroup { name: typed::line(&request.name), note: typed::lines(&request.note), ..request };
    let mut invalid = Invalid::default();
    check_name(&mut invalid, &group.name, "党小组名称");
    check_span(&mut invalid, group.since, group.until, today);
    let verb = if group.id.is_none() { "设立" } else { "修改" };
    let done = desk.transact(format!("{verb}党小组 {}", group.name), |tx| {
        let groups = store::groups(tx)?;
        if group.id.is_some() && groups.iter().all(|other| other.id != group.id) {
            return Err(BranchError::NotFound);
        }
        let namesakes = groups.iter().filter(|other| other.id != group.id && other.name == group.name);
        let spans = namesakes.map(|other| (other.since, other.until));
        check_name_is_free(&mut invalid, (group.since, group.until), spans, "党小组");
        let names: Vec<_> = groups.iter().map(|other| (other.id, &other.name)).collect();
        refuse_renaming(&names, group.id, &group.name, &mut invalid);
        if let Some(leader) = group.leader {
            match roster::member(tx, leader)?.filter(|member| member.is_member_on(today)) {
                None => invalid.add("leader", "组长应是本支部现有的党员"),
                Some(leader) if leader.is_suspended_on(today) => {
                    invalid.add("leader", format!("{}已停止党籍，不能担任组长", leader.record.name));
                }
                Some(_) => {}
            }
        }
        let name = groups.iter().find(|other| other.id == group.id).map_or(&group.name, |before| &before.name);
        // Once it was set up again, those who are in it now are not touched by the end of the one before.
        let later = |other: &BranchGroup| other.since.is_some() && other.since >= group.until;
        let again = groups.iter().any(|other| other.id != group.id && other.name == *name && later(other));
        if let Some(until) = group.until.filter(|_| !again) {
            let later = roster::joined_group_after(tx, name, until)?;
            if !later.is_empty() {
                invalid.add("until", format!("{}在这一天以后才编入这个党小组，请核对", later.join("、")));
            }
        }
        invalid.into_result()?;
        if let Some(until) = group.until.filter(|_| !again) {
            roster::leave_group(tx, name, until, today)?;
        }
        Ok(store::put_group(tx, &group)?)
    })?;
    get::done(desk, done)
}

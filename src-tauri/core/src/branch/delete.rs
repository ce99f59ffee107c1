//! Removes what was entered about the branch.

use std::sync::Arc;

use super::{
    BranchError, BranchGroupId, BranchHelperId, BranchRoomId, BranchTermId, BranchUnitId, BranchView, get, store,
};
use crate::desk::Desk;
use crate::roster::{self, Member};
use crate::vault::{Done, Tx};

/// Removes a unit that nobody belongs to any more.
///
/// # Errors
/// [`BranchError::HasMembers`] says who does; [`BranchError::NotFound`].
pub fn delete_unit(desk: &mut Desk<'_>, id: BranchUnitId) -> Result<Done<BranchView>, BranchError> {
    let today = desk.today();
    let unit = desk.read(|reader| store::unit(reader, id))?.ok_or(BranchError::NotFound)?;
    let done = desk.transact(format!("删除单位 {}", unit.name), |tx| {
        refuse_members(&roster::members_on(tx, today)?, |member| member.record.unit == unit.name)?;
        gone(tx.execute("DELETE FROM branch_unit WHERE id = ?1", [id.0])?)
    })?;
    get::done(desk, done)
}

/// Removes a party group that nobody belongs to any more.
///
/// # Errors
/// [`BranchError::HasMembers`] says who does; [`BranchError::NotFound`].
pub fn delete_group(desk: &mut Desk<'_>, id: BranchGroupId) -> Result<Done<BranchView>, BranchError> {
    let today = desk.today();
    let group = desk.read(|reader| store::group(reader, id))?.ok_or(BranchError::NotFound)?;
    let done = desk.transact(format!("删除党小组 {}", group.name), |tx| {
        refuse_members(&roster::members_on(tx, today)?, |member| member.record.party_group == group.name)?;
        gone(tx.execute("DELETE FROM branch_group WHERE id = ?1", [id.0])?)
    })?;
    get::done(desk, done)
}

/// Removes a term that was entered by mistake.
///
/// # Errors
/// [`BranchError::NotFound`].
pub fn delete_term(desk: &mut Desk<'_>, id: BranchTermId) -> Result<Done<BranchView>, BranchError> {
    delete(desk, "删除届次", |tx| gone(tx.execute("DELETE FROM branch_term WHERE id = ?1", [id.0])?))
}

/// Removes a helper.
///
/// # Errors
/// [`BranchError::NotFound`].
pub fn delete_helper(desk: &mut Desk<'_>, id: BranchHelperId) -> Result<Done<BranchView>, BranchError> {
    delete(desk, "删除联系人", |tx| gone(tx.execute("DELETE FROM branch_helper WHERE id = ?1", [id.0])?))
}

/// Removes a room.
///
/// # Errors
/// [`BranchError::NotFound`].
pub fn delete_room(desk: &mut Desk<'_>, id: BranchRoomId) -> Result<Done<BranchView>, BranchError> {
    delete(desk, "删除活动场所", |tx| gone(tx.execute("DELETE FROM branch_room WHERE id = ?1", [id.0])?))
}

fn delete(
    desk: &mut Desk<'_>,
    label: &str,
    change: impl FnOnce(&Tx<'_>) -> Result<(), BranchError>,
) -> Result<Done<BranchView>, BranchError> {
    let done = desk.transact(label, change)?;
    get::done(desk, done)
}

fn gone(rows: usize) -> Result<(), BranchError> {
    if rows > 0 { Ok(()) } else { Err(BranchError::NotFound) }
}

fn refuse_members(members: &[Arc<Member>], belongs: impl Fn(&Member) -> bool) -> Result<(), BranchError> {
    let there: Vec<&Member> = members.iter().map(AsRef::as_ref).filter(|member| belongs(member)).collect();
    if there.is_empty() { Ok(()) } else { Err(BranchError::has_members(&there)) }
}

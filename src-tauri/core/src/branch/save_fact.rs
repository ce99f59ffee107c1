//! Corrects what is on record about the branch's own past.

use super::save::refuse_future;
use super::{BranchError, BranchFactId, BranchFactRequest, BranchView, facts, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::typed;
use crate::vault::Done;

/// Adds a fact that was forgotten, or corrects one.
///
/// # Errors
/// [`BranchError::Invalid`] with the fields at fault; [`BranchError::NotFound`].
pub fn save_fact(desk: &mut Desk<'_>, request: BranchFactRequest) -> Result<Done<BranchView>, BranchError> {
    let today = desk.today();
    let request = BranchFactRequest { value: typed::line(&request.value), why: typed::line(&request.why), ..request };
    let mut invalid = Invalid::default();
    if !request.aspect.allows(&request.value) {
        invalid.add("value", "没有这一项可选");
    }
    refuse_future(&mut invalid, "since", request.since, today);
    let verb = if request.id.is_none() { "补登" } else { "更正" };
    let done = desk.transact(format!("{verb}支部沿革"), |tx| {
        let known = store::facts(tx)?;
        let mut others = facts::of_aspect(&known, request.aspect).filter(|fact| Some(fact.id) != request.id);
        if request.id.is_some_and(|id| known.iter().all(|fact| fact.id != id || fact.aspect != request.aspect)) {
            return Err(BranchError::NotFound);
        }
        match request.since {
            None if others.any(|fact| fact.since.is_none()) => invalid.add("since", "请填写从哪天起"),
            Some(_) if others.any(|fact| fact.since == request.since) => {
                invalid.add("since", "这一天已经登记过一次变动，请更正那一条");
            }
            _ => {}
        }
        invalid.into_result()?;
        let change = facts::Change { id: request.id, value: request.value.clone(), since: request.since };
        Ok(store::put_fact(tx, request.aspect, &change, &request.why, today)?)
    })?;
    get::done(desk, done)
}

/// Takes out a fact that was entered by mistake.
///
/// # Errors
/// [`BranchError::NotFound`].
pub fn delete_fact(desk: &mut Desk<'_>, id: BranchFactId) -> Result<Done<BranchView>, BranchError> {
    let done = desk.transact("删去支部沿革的一条", |tx| {
        let gone = tx.execute("DELETE FROM branch_fact WHERE id = ?1", [id.0])?;
        if gone > 0 { Ok(()) } else { Err(BranchError::NotFound) }
    })?;
    get::done(desk, done)
}

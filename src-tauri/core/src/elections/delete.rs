//! Removes an election that was not concluded.

use super::{ElectionError, ElectionId, ElectionState, get, store, wording};
use crate::desk::Desk;
use crate::vault::Done;

/// Removes an election with what was counted. One that was concluded stays for good.
///
/// # Errors
/// [`ElectionError::Concluded`].
pub fn delete(desk: &mut Desk<'_>, id: ElectionId) -> Result<Done<()>, ElectionError> {
    let rules = desk.rules;
    let known = desk.read(|reader| get::known(reader, id, rules))?;
    if known.state() == ElectionState::Concluded {
        return Err(ElectionError::Concluded);
    }
    let election = &known.stored.election;
    desk.transact(format!("删除{}", wording::title(election.purpose, election.post)), |tx| Ok(store::delete(tx, id)?))
}

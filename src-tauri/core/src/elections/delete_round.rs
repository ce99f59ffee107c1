//! Removes the newest round.

use super::{ElectionError, ElectionRoundRef, ElectionState, ElectionView, get, store};
use crate::desk::Desk;
use crate::vault::Done;

/// Removes the newest round, which was entered by mistake.
///
/// # Errors
/// [`ElectionError::LaterRound`], [`ElectionError::Concluded`].
pub fn delete_round(desk: &mut Desk<'_>, round: ElectionRoundRef) -> Result<Done<ElectionView>, ElectionError> {
    let rules = desk.rules;
    desk.transact(format!("删除第 {} 次投票", round.number), |tx| {
        let known = get::known(tx, round.election, rules)?;
        if known.state() == ElectionState::Concluded {
            return Err(ElectionError::Concluded);
        }
        match known.count.rounds.iter().position(|judged| judged.due.number == round.number) {
            None => return Err(ElectionError::NoSuchRound),
            Some(at) if at + 1 < known.count.rounds.len() => return Err(ElectionError::LaterRound),
            Some(_) => {}
        }
        store::delete_round(tx, round)?;
        get::view(tx, round.election, rules)
    })
}

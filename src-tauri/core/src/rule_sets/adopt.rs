//! Taking a rule set over, and going back to the program's own.

use super::file::{Examined, examine};
use super::{RuleSetAdoptRequest, RuleSetError, RuleSetView, get, store};
use crate::desk::{Desk, Nothing};
use crate::vault::Done;

/// Takes a rule set over, as it was looked at.
///
/// # Errors
/// [`RuleSetError`]; nothing is stored.
pub fn adopt(desk: &mut Desk<'_>, request: RuleSetAdoptRequest) -> Result<Done<RuleSetView>, RuleSetError> {
    let Examined { bytes, seen, book, signer, .. } = examine(desk, &request.file)?;
    if seen != request.seen {
        return Err(RuleSetError::SeenOther);
    }
    let Some(name) = signer.known_as else { return Err(RuleSetError::Untrusted(signer.subject)) };
    let (head, today) = (book.head(), desk.today());
    let label = format!("采用{}（第 {} 号）", head.name, head.number);
    let done = desk.transact(label, |tx| store::keep(tx, &bytes, &name, today))?;
    Ok(Done { value: get(desk, Nothing {})?, changes: done.changes, undo: done.undo })
}

/// Goes back to the program's own rule set.
///
/// # Errors
/// [`RuleSetError::NothingAdopted`].
pub fn restore(desk: &mut Desk<'_>, _: Nothing) -> Result<Done<RuleSetView>, RuleSetError> {
    if desk.read(store::kept)?.is_none() {
        return Err(RuleSetError::NothingAdopted);
    }
    let done = desk.transact("恢复程序自带的规程", store::remove)?;
    Ok(Done { value: get(desk, Nothing {})?, changes: done.changes, undo: done.undo })
}

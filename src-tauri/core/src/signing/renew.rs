//! A new key and certificate in place of the old ones.

use super::store::{self, YEARS};
use super::{SigningError, SigningView, get};
use crate::branch;
use crate::desk::{Desk, Nothing};
use crate::vault::Done;

/// Makes a new key and certificate, in the branch's present name and valid from now on; the old key says that they take
/// its place, whether its certificate still runs or not. It cannot be undone.
///
/// # Errors
/// [`SigningError::Seal`]; nothing is stored.
pub fn renew(desk: &mut Desk<'_>, _: Nothing) -> Result<Done<SigningView>, SigningError> {
    let old = store::identity(desk)?;
    let now = desk.outside.clock.now();
    let name = desk.read(branch::stored)?.name;
    let new = desk.outside.seal.new_identity(&name, now, YEARS)?;
    let renewal = desk.outside.seal.renew(&old, &new, now)?;
    let done = desk.transact("续期报送签名证书", |tx| {
        tx.irrevocable();
        store::add_identity(tx, &new, Some(&renewal), now)
    })?;
    Ok(Done { value: get::view(desk)?, changes: done.changes, undo: done.undo })
}

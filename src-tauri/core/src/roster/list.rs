//! A page of the roster.

use super::{RosterError, RosterPage, RosterQuery, store};
use crate::desk::Desk;

/// A page of the roster, sorted by pinyin.
///
/// # Errors
/// [`RosterError::Vault`].
pub fn list(desk: &mut Desk<'_>, query: RosterQuery) -> Result<RosterPage, RosterError> {
    let today = desk.today();
    desk.read(|reader| {
        let (members, total) = store::page(reader, &query)?;
        let rows = members.iter().map(|member| member.row(today)).collect();
        Ok(RosterPage { rows, total, counts: store::counts(reader)? })
    })
}

//! Lists elections.

use super::{ElectionError, ElectionId, ElectionQuery, ElectionRow, get, store, wording};
use crate::desk::Desk;

/// Elections, those of the newest meeting first.
///
/// # Errors
/// [`ElectionError::Vault`].
pub fn list(desk: &mut Desk<'_>, query: ElectionQuery) -> Result<Vec<ElectionRow>, ElectionError> {
    let rules = desk.rules;
    desk.read(|reader| {
        let row = |stored| {
            let known = get::of(reader, stored, rules)?;
            let election = &known.stored.election;
            Ok(ElectionRow {
                id: election.id.unwrap_or(ElectionId(0)),
                title: wording::title(election.purpose, election.post),
                meeting: election.meeting,
                meeting_title: known.meeting.head.title.clone(),
                on: known.on,
                seats: election.seats,
                elected: known.count.elected.iter().map(|elected| elected.person.name.clone()).collect(),
                state: known.state(),
            })
        };
        store::all(reader, query)?.into_iter().map(row).collect()
    })
}

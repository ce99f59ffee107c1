//! What becomes of the members of a party group that is dissolved.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::roster::{Aspect, Fact, Member, RosterError, store};
use crate::values::PartialDate;
use crate::vault::{Reader, Tx, VaultError};

/// Names of those who came to a group only after a day.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn joined_group_after(
    reader: &Reader<'_>,
    group: &str,
    day: PartialDate,
) -> Result<Vec<String>, VaultError> {
    let later = |fact: &Fact| fact.since.is_some_and(|since| since.earliest() >= day.earliest());
    let members = in_group(reader, group)?.into_iter().filter(|(_, fact)| later(fact));
    Ok(members.map(|(member, _)| member.record.name.clone()).collect())
}

/// From `since` on, who is in the group is in none.
///
/// # Errors
/// [`RosterError`].
pub(crate) fn leave_group(tx: &Tx<'_>, group: &str, since: PartialDate, today: NaiveDate) -> Result<(), RosterError> {
    let by = store::operator(tx)?;
    for (member, _) in in_group(tx, group)? {
        let fact = store::NewFact {
            aspect: Aspect::PartyGroup,
            value: String::new(),
            detail: String::new(),
            since: Some(since),
            why: "党小组撤销".to_owned(),
        };
        store::put_fact(tx, &member, fact, None, today, &by)?;
    }
    Ok(())
}

/// Whose newest group it is, with the fact that says so.
fn in_group(reader: &Reader<'_>, group: &str) -> Result<Vec<(Arc<Member>, Fact)>, VaultError> {
    let newest = |member: Arc<Member>| {
        let fact = member.facts_of(Aspect::PartyGroup).next_back().filter(|fact| fact.value == group)?.clone();
        Some((member, fact))
    };
    Ok(store::everyone(reader)?.into_iter().filter_map(newest).collect())
}

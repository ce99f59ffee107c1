//! Gives or takes an office on behalf of an election.

use chrono::NaiveDate;

use super::{Aspect, MemberId, Office, RosterError, store};
use crate::values::PartialDate;
use crate::vault::Tx;

/// An office that someone takes up, or lays down.
pub(crate) struct OfficeChange<'a> {
    /// Who.
    pub(crate) member: MemberId,
    /// Which; `None` lays down what the member held.
    pub(crate) office: Option<Office>,
    /// From when.
    pub(crate) since: NaiveDate,
    /// Why.
    pub(crate) why: &'a str,
}

/// Writes the change down as a dated fact of the member.
///
/// # Errors
/// [`RosterError::NotFound`].
pub(crate) fn set_office(tx: &Tx<'_>, change: &OfficeChange<'_>, today: NaiveDate) -> Result<(), RosterError> {
    let member = store::member(tx, change.member)?.ok_or(RosterError::NotFound)?;
    let fact = store::NewFact {
        aspect: Aspect::Office,
        value: change.office.map(Office::code).unwrap_or_default().to_owned(),
        detail: String::new(),
        since: Some(PartialDate::day(change.since)),
        why: change.why.to_owned(),
    };
    store::put_fact(tx, &member, fact, None, today, &store::operator(tx)?)?;
    Ok(())
}

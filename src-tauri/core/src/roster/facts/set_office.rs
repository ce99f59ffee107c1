//! Gives and takes offices on behalf of an election or of who follows whom.

use chrono::NaiveDate;

use crate::roster::{Aspect, MemberId, Offices, RosterError, store};
use crate::values::PartialDate;
use crate::vault::Tx;

/// What someone holds from a day on.
pub(crate) struct OfficeChange<'a> {
    pub(crate) member: MemberId,
    /// Which; none lays down what the member held.
    pub(crate) offices: Offices,
    pub(crate) since: NaiveDate,
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
        value: change.offices.codes(),
        detail: String::new(),
        since: Some(PartialDate::day(change.since)),
        why: change.why.to_owned(),
    };
    store::put_fact(tx, &member, fact, None, today, &store::operator(tx)?)?;
    Ok(())
}

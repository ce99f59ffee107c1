//! A year of talks.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{TalkError, TalkMember, TalkYear, TalkYearRequest, store};
use crate::desk::Desk;
use crate::roster;
use crate::vault::{Reader, VaultError};

/// A year's talks, and who has had none.
///
/// # Errors
/// [`TalkError::Vault`].
pub fn year(desk: &mut Desk<'_>, request: TalkYearRequest) -> Result<TalkYear, TalkError> {
    let today = desk.today();
    Ok(desk.read(|reader| of(reader, request.year, today))?)
}

/// A year's talks as of `today`.
pub(super) fn of(reader: &Reader<'_>, year: i32, today: NaiveDate) -> Result<TalkYear, VaultError> {
    let talks = store::of_year(reader, year)?;
    let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(today).min(today);
    let talked: BTreeSet<_> = talks.iter().flat_map(|talk| [talk.talk.first, talk.talk.second]).collect();
    let members = roster::members_on(reader, last)?;
    let asked = members.into_iter().filter(|member| !member.is_suspended_on(last));
    let without = asked.filter(|member| !talked.contains(&member.id));
    let without = without.map(|member| TalkMember { member: member.id, name: member.record.name.clone() }).collect();
    Ok(TalkYear { year, talks, without })
}

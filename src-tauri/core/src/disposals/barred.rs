//! E14: who may not be admitted anew for some years.

use chrono::{Months, NaiveDate};

use super::{DisposalOutcome, store};
use crate::roster::{self, ExitWay, MemberId};
use crate::rules::{RuleBook, RuleId};
use crate::vault::{Reader, VaultError};

/// Somebody who was struck off or persuaded to leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Barred {
    pub member: MemberId,
    pub name: String,
    /// When the membership ended.
    pub since: NaiveDate,
    /// The first day on which an admission is possible again.
    pub until: NaiveDate,
}

/// Who may not be admitted anew on a day: whoever was struck off, as the roster or a disposal says, or left when persuaded to.
///
/// # Errors
/// [`VaultError`].
pub fn barred(reader: &Reader<'_>, rules: &RuleBook, day: NaiveDate) -> Result<Vec<Barred>, VaultError> {
    let disposals = store::all(reader)?;
    let everyone = roster::everyone(reader)?;
    let ended = |member: &roster::Member| {
        let by_disposal = disposals.iter().find_map(|one| {
            let is_out = matches!(one.outcome?, DisposalOutcome::StruckOff | DisposalOutcome::Left);
            one.ended_on.filter(|_| is_out && one.member == member.id)
        });
        let left = member.left.as_ref().filter(|left| left.how == ExitWay::StruckOff).map(|left| left.on);
        by_disposal.or(left)
    };
    let entry = |member: &roster::Member| {
        let since = ended(member)?;
        let years = rules.number(RuleId::E14, "years", since)?;
        let until = since.checked_add_months(Months::new(12 * years))?;
        (until > day).then(|| Barred { member: member.id, name: member.record.name.clone(), since, until })
    };
    Ok(everyone.iter().filter_map(|member| entry(member)).collect())
}

//! The superior's approval of a result (V10).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ElectionError, ElectionId, ElectionView, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::vault::Done;

/// The superior's approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ElectionApproval {
    pub on: NaiveDate,
    /// Its number, as entered; may be empty.
    #[serde(default)]
    pub number: String,
}

/// Records the superior's approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ElectionApproveRequest {
    /// Of which election.
    pub election: ElectionId,
    /// The approval.
    pub approval: ElectionApproval,
}

/// Records the superior's approval of a concluded election, or corrects it.
///
/// # Errors
/// [`ElectionError::NotConcluded`]; [`ElectionError::Invalid`] for a day before the election or after today.
pub fn approve(desk: &mut Desk<'_>, request: ElectionApproveRequest) -> Result<Done<ElectionView>, ElectionError> {
    let (rules, today) = (desk.rules, desk.today());
    let ElectionApproveRequest { election: id, approval } = request;
    desk.transact("登记上级对选举结果的批复", |tx| {
        let stored = store::one(tx, id)?.ok_or(ElectionError::NoSuchElection)?;
        let concluded_on = stored.concluded_on.ok_or(ElectionError::NotConcluded)?;
        let mut invalid = Invalid::default();
        if approval.on < concluded_on {
            invalid.add("approval.on", "批复日期不能早于选举");
        }
        if approval.on > today {
            invalid.add("approval.on", "批复日期不能晚于今天");
        }
        invalid.into_result()?;
        store::approve(tx, id, &approval)?;
        get::view(tx, id, rules)
    })
}

//! The stays of two records of one person in the branch.

use chrono::NaiveDate;

use super::super::{Member, Stay, store};
use crate::values::date_title;
use crate::vault::{Tx, VaultError};

/// Gives the kept record the stays of both; tells those that cannot stand beside others.
pub(super) fn unite(tx: &Tx<'_>, keep: &Member, drop: &Member, take: bool) -> Result<Vec<String>, VaultError> {
    let (keeps, drops) = (keep.stays().collect::<Vec<_>>(), drop.stays().collect::<Vec<_>>());
    let (followed, other) = if take { (drops, keeps) } else { (keeps, drops) };
    let (stays, lost) = united(followed, other);
    tx.execute("DELETE FROM member_stay WHERE member_id = ?1", [drop.id.0])?;
    store::put_stays(tx, keep, &stays)?;
    Ok(lost.iter().map(told).collect())
}

/// All stays, oldest first, and those that were left out: of two at the same time the one that lasts stays, else the one
/// of the record that is followed.
pub(super) fn united(followed: Vec<Stay>, other: Vec<Stay>) -> (Vec<Stay>, Vec<Stay>) {
    let (mut stays, mut lost) = (followed, Vec::new());
    for stay in other {
        let ended = |one: &Stay| one.left.is_some();
        if stays.iter().any(|own| own.meets(&stay) && (!ended(own) || ended(&stay))) {
            if !stays.contains(&stay) {
                lost.push(stay);
            }
            continue;
        }
        let (out, rest) = stays.into_iter().partition(|own| own.meets(&stay));
        stays = rest;
        lost.extend::<Vec<Stay>>(out);
        stays.push(stay);
    }
    stays.sort_by_key(|stay| stay.left.as_ref().map_or(NaiveDate::MAX, |left| left.on));
    (stays, lost)
}

impl Stay {
    /// Whether some day lies in both.
    fn meets(&self, other: &Self) -> bool {
        let begins_before_end = |one: &Self, other: &Self| match (one.entered_on, &other.left) {
            (Some(entered), Some(left)) => entered < left.on,
            _ => true,
        };
        begins_before_end(self, other) && begins_before_end(other, self)
    }
}

/// Since when and how the member is in the branch, and when the stay ended.
pub(super) fn present(member: &Member) -> String {
    member.stays().last().as_ref().map(told).unwrap_or_default()
}

fn told(stay: &Stay) -> String {
    let entered = stay.entered_on.map(|day| format!("{} ", date_title(day))).unwrap_or_default();
    let left = stay.left.as_ref().map(|left| {
        let why = if left.reason.is_empty() { String::new() } else { format!("，{}", left.reason) };
        format!("，{} 离开（{}{why}）", date_title(left.on), left.how.title())
    });
    format!("{entered}进入（{}）{}", stay.entered_how.title(), left.unwrap_or_default())
}

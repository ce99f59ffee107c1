//! The stays of two records of one person in the branch.

use chrono::NaiveDate;
use rusqlite::named_params;

use super::super::{Member, Stay};
use crate::values::{PartialDate, date_title};
use crate::vault::{Tx, VaultError};

/// Gives the kept record the stays of both; tells those that cannot stand beside others.
pub(super) fn unite(tx: &Tx<'_>, keep: &Member, drop: &Member, take: bool) -> Result<Vec<String>, VaultError> {
    let (keeps, drops) = (keep.stays().collect::<Vec<_>>(), drop.stays().collect::<Vec<_>>());
    let (followed, other) = if take { (drops, keeps) } else { (keeps, drops) };
    let (stays, lost) = united(followed, other);
    tx.execute("DELETE FROM member_stay WHERE member_id IN (?1, ?2)", [keep.id.0, drop.id.0])?;
    let Some((present, earlier)) = stays.split_last() else { return Ok(Vec::new()) };
    for stay in earlier {
        write(tx, keep, stay, include_str!("../sql/insert_stay.sql"))?;
    }
    write(tx, keep, present, include_str!("../sql/set_stay.sql"))?;
    Ok(lost.iter().map(told).collect())
}

fn write(tx: &Tx<'_>, member: &Member, stay: &Stay, sql: &str) -> Result<(), VaultError> {
    let left = stay.left.as_ref();
    tx.execute(
        sql,
        named_params! {
            ":member_id": member.id.0,
            ":entered_on": stay.entered_on.map(PartialDate::day),
            ":entered_how": stay.entered_how,
            ":left_on": left.map(|left| PartialDate::day(left.on)),
            ":left_how": left.map(|left| left.how),
            ":left_reason": left.map_or("", |left| &left.reason),
        },
    )?;
    Ok(())
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

//! The dated facts of two records of one person as one history.

use super::super::{Aspect, Fact, Member, timeline};
use super::MergePart;
use crate::vault::{Tx, VaultError};

/// Moves the facts of the dropped record to the kept one. Of each aspect one record is followed: what it says now holds
/// afterwards. The other's facts come in where they are older and fit between; the others are told.
pub(super) fn unite(tx: &Tx<'_>, keep: &Member, drop: &Member, take: &[MergePart]) -> Result<Vec<String>, VaultError> {
    let mut lost = Vec::new();
    for aspect in Aspect::ALL {
        let taken = take.contains(&MergePart::Aspect(aspect));
        let (followed, other) = if taken { (drop, keep) } else { (keep, drop) };
        for fact in other.facts_of(aspect) {
            match place_of(fact, followed) {
                Place::Beside => continue,
                Place::Known => {}
                Place::None => lost.push(told(fact)),
            }
            tx.execute("DELETE FROM member_fact WHERE id = ?1", [fact.id.0])?;
        }
    }
    tx.execute("UPDATE member_fact SET member_id = ?1 WHERE member_id = ?2", [keep.id.0, drop.id.0])?;
    Ok(lost)
}

/// Where a fact of one record stands among those of the one that is followed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Another day of the same history.
    Beside,
    /// The same is said there.
    Known,
    /// It says otherwise, or later than what is to hold.
    None,
}

/// See [`Place`].
pub(super) fn place_of(fact: &Fact, followed: &Member) -> Place {
    let said = |fact: &Fact| (fact.since, fact.value.clone(), fact.detail.clone());
    if followed.facts_of(fact.aspect).any(|own| said(own) == said(fact)) {
        return Place::Known;
    }
    let days = || followed.facts_of(fact.aspect).map(|own| own.since);
    // `None` is before the file was begun: older than every day.
    if days().all(|day| day != fact.since) && days().max().is_some_and(|newest| fact.since < newest) {
        Place::Beside
    } else {
        Place::None
    }
}

/// What a record says of an aspect, the newest first.
pub(super) fn history(member: &Member, aspect: Aspect) -> String {
    member.facts_of(aspect).rev().map(told).collect::<Vec<_>>().join("；")
}

fn told(fact: &Fact) -> String {
    let mut text = timeline::title(fact.aspect, &fact.value);
    if !fact.detail.is_empty() {
        text = format!("{text}（{}）", fact.detail);
    }
    match fact.since {
        Some(since) => format!("{} {text}", since.title()),
        None => text,
    }
}

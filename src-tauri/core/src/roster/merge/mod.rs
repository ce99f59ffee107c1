//! Two records of one person become one, and nothing of either is lost: what was recorded with the dropped one moves to
//! the kept one, and what cannot stand beside it is written into the note.

mod facts;
mod parts;
mod rows;
mod stays;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Aspect, ImportField, Member, MemberId, MemberRow, MemberView, RosterError, save, store};
use crate::desk::Desk;
use crate::rules::RuleBook;
use crate::values::{Changed, date_title};
use crate::vault::{Done, Reader, Tx};
use crate::{attachments, attendance};

/// Two records of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergePreviewRequest {
    /// The record that stays.
    pub keep: MemberId,
    /// The record that goes into it.
    pub drop: MemberId,
}

/// In what two records differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MergePreview {
    /// The record that stays.
    pub keep: MemberRow,
    /// The record that goes into it.
    pub drop: MemberRow,
    /// Where the two differ.
    pub choices: Vec<MergeChoice>,
}

/// A part of which the two records say different things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MergeChoice {
    pub part: MergePart,
    /// What it is called.
    pub title: String,
    /// What the kept record says; empty when it says nothing.
    pub keep: String,
    /// What the dropped one says.
    pub drop: String,
}

/// A part of a record that is taken from one of the two as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MergePart {
    /// A field that does not change with time.
    Field(ImportField),
    /// The history of what changes with time.
    Aspect(Aspect),
    /// Since when and how in the branch.
    Stay,
    /// The photo.
    Photo,
}

/// Merges two records of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergeRequest {
    /// The record that stays.
    pub keep: MemberId,
    /// The record that goes into it.
    pub drop: MemberId,
    /// What is taken from the dropped one.
    #[serde(default)]
    pub take: Vec<MergePart>,
}

/// In what two records differ.
///
/// # Errors
/// [`RosterError::SameRecord`], [`RosterError::NotFound`], [`RosterError::TalkedWithEachOther`].
pub fn merge_preview(desk: &mut Desk<'_>, request: MergePreviewRequest) -> Result<MergePreview, RosterError> {
    let today = desk.today();
    desk.read(|reader| {
        let (keep, drop) = both(reader, request.keep, request.drop)?;
        let photos = [store::photo_of(reader, keep.id)?, store::photo_of(reader, drop.id)?];
        let choices = parts::differing(&keep, &drop, photos);
        Ok(MergePreview { keep: keep.row(today), drop: drop.row(today), choices })
    })
}

/// Merges two records of one person, as one change.
///
/// # Errors
/// [`RosterError::Invalid`] when the chosen fields do not fit together; [`RosterError::SameRecord`],
/// [`RosterError::NotFound`], [`RosterError::TalkedWithEachOther`].
pub fn merge(desk: &mut Desk<'_>, request: MergeRequest) -> Result<Done<MemberView>, RosterError> {
    let (rules, today) = (desk.rules, desk.today());
    let (keep, drop) = desk.read(|reader| both(reader, request.keep, request.drop))?;
    desk.transact(format!("合并{}的两份记录", keep.record.name), |tx| {
        into_one(tx, &keep, &drop, &request.take, rules, today)?;
        let member = store::member(tx, keep.id)?.ok_or(RosterError::NotFound)?;
        Ok(member.view(false, rules, today))
    })
}

fn both(reader: &Reader<'_>, keep: MemberId, drop: MemberId) -> Result<(Member, Member), RosterError> {
    if keep == drop {
        return Err(RosterError::SameRecord);
    }
    let member = |id| store::member(reader, id)?.ok_or(RosterError::NotFound);
    let both = (member(keep)?, member(drop)?);
    let talks = rows::talks_with_each_other(reader, keep, drop)?;
    if talks.is_empty() { Ok(both) } else { Err(RosterError::TalkedWithEachOther(both.0.record.name, talks)) }
}

fn into_one(
    tx: &Tx<'_>,
    keep: &Member,
    drop: &Member,
    take: &[MergePart],
    rules: &RuleBook,
    today: NaiveDate,
) -> Result<(), RosterError> {
    let mut lost = parts::not_taken(keep, drop, take);
    lost.extend(facts::unite(tx, keep, drop, take)?);
    lost.extend(stays::unite(tx, keep, drop, take.contains(&MergePart::Stay))?);
    lost.extend(attendance::settle(tx, keep.id, drop.id)?);
    rows::settle_photo(tx, keep.id, drop.id, take.contains(&MergePart::Photo))?;
    rows::settle_study(tx, keep.id, drop.id)?;
    rows::move_everything(tx, keep.id, drop.id)?;
    attachments::drop_homeless(tx).map_err(RosterError::from)?;
    tx.execute("DELETE FROM member WHERE id = ?1", [drop.id.0]).map_err(RosterError::from)?;

    // As it stands now, with the united facts and stays.
    let mut record = store::member(tx, keep.id)?.ok_or(RosterError::NotFound)?.record;
    parts::copy_taken(&drop.record, take, &mut record);
    if !lost.is_empty() {
        let before = if record.note.is_empty() { String::new() } else { format!("{}\n", record.note) };
        record.note = format!("{before}{} 合并两份记录，未采用的内容：{}", date_title(today), lost.join("；"));
    }
    save::check(tx, &record, None, Some(keep), rules, today)?;
    store::put(tx, &record, &Changed::default(), today)?;
    Ok(())
}

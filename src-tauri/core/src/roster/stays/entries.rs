//! Who wrote down, and when, that somebody joined, became a full member, came or left.

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use crate::roster::{Member, MemberId, MemberRecord};
use crate::values::{PartialDate, TransferId, stored_as_text};
use crate::vault::{Reader, Tx, VaultError};

stored_as_text!(EntryEvent);

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum EntryEvent {
    /// What a new record had from the beginning.
    Created,
    /// 入党
    Joined,
    /// 转正
    Converted,
    /// 进入本支部
    Entered,
    /// 离开本支部
    Left,
}

/// That something was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    event: EntryEvent,
    /// The day on which it happened; `None` only of [`EntryEvent::Created`].
    day: Option<PartialDate>,
    recorded_on: NaiveDate,
    recorded_by: String,
    why: String,
}

/// Who writes something down today, and why.
#[derive(Debug, Clone, Copy)]
pub(in crate::roster) struct Writing<'a> {
    pub(in crate::roster) on: NaiveDate,
    pub(in crate::roster) by: &'a str,
    /// In the secretary's own words; may be empty.
    pub(in crate::roster) why: &'a str,
}

/// What is known of how a member's record came about. Read with one member, not with the whole roster.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entries {
    entries: Vec<Entry>,
    /// Transfers that were accepted: what each brought about, and when.
    transfers: Vec<(EntryEvent, NaiveDate, TransferId)>,
}

impl Entries {
    /// When, by whom and why it was written down that `event` happened on `day`, where that is known.
    pub(in crate::roster) fn recorded(&self, event: EntryEvent, day: PartialDate) -> Option<Writing<'_>> {
        let of = |event, day| self.entries.iter().rfind(|entry| entry.event == event && entry.day == day);
        let entry =
            of(event, Some(day)).or_else(|| of(EntryEvent::Created, None).filter(|_| event != EntryEvent::Left))?;
        Some(Writing { on: entry.recorded_on, by: &entry.recorded_by, why: &entry.why })
    }

    /// The transfer that let the member come, or leave, on `day`.
    pub(in crate::roster) fn transfer(&self, event: EntryEvent, day: NaiveDate) -> Option<TransferId> {
        let found = self.transfers.iter().find(|(what, on, _)| (*what, *on) == (event, day))?;
        Some(found.2)
    }
}

/// What is known of one member.
pub(in crate::roster) fn of(reader: &Reader<'_>, id: MemberId) -> Result<Entries, VaultError> {
    let entries = reader.all(include_str!("../sql/entries.sql"), [id.0], |row| {
        Ok(Entry {
            event: row.get("event")?,
            day: row.get("day")?,
            recorded_on: row.get("recorded_on")?,
            recorded_by: row.get("recorded_by")?,
            why: row.get("why")?,
        })
    })?;
    let transfers = reader.all(include_str!("../sql/stays_by_transfer.sql"), [id.0], |row| {
        let event = if row.get::<_, String>("direction")? == "in" { EntryEvent::Entered } else { EntryEvent::Left };
        Ok((event, row.get("ended_on")?, TransferId(row.get("id")?)))
    })?;
    Ok(Entries { entries, transfers })
}

/// Writes down that it was entered today that `event` happened on `day`.
pub(in crate::roster) fn note(
    tx: &Tx<'_>,
    id: MemberId,
    event: EntryEvent,
    day: Option<PartialDate>,
    writing: Writing<'_>,
) -> Result<(), VaultError> {
    // Of a record that is only now made there is nothing to take the place of.
    if event != EntryEvent::Created {
        forget(tx, id, event, day)?;
    }
    tx.execute(
        include_str!("../sql/put_entry.sql"),
        named_params! {
            ":member_id": id.0,
            ":event": event,
            ":day": day,
            ":recorded_on": writing.on,
            ":recorded_by": writing.by,
            ":why": writing.why,
        },
    )?;
    Ok(())
}

/// What was entered so was taken out again.
pub(in crate::roster) fn forget(
    tx: &Tx<'_>,
    id: MemberId,
    event: EntryEvent,
    day: Option<PartialDate>,
) -> Result<(), VaultError> {
    let params = named_params! { ":member_id": id.0, ":event": event, ":day": day };
    tx.execute(include_str!("../sql/drop_entry.sql"), params)?;
    Ok(())
}

/// Writes down what a record newly says; `known` is how it was.
pub(in crate::roster) fn note_changes(
    tx: &Tx<'_>,
    known: &Member,
    now: &MemberRecord,
    writing: Writing<'_>,
) -> Result<(), VaultError> {
    let was = &known.record;
    for (event, old, new) in [
        (EntryEvent::Joined, was.joined, now.joined),
        (EntryEvent::Converted, was.converted, now.converted),
        (EntryEvent::Entered, was.entered_on.map(PartialDate::day), now.entered_on.map(PartialDate::day)),
    ] {
        if old != new && new.is_some() {
            note(tx, known.id, event, new, writing)?;
        }
    }
    Ok(())
}

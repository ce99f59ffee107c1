//! The appraisals' tables.

use chrono::NaiveDate;
use rusqlite::{Row, named_params, params};

use super::{
    Appraisal, AppraisalCounts, AppraisalGrade, AppraisalId, AppraisalMutual, AppraisalOwn, AppraisalQuery,
    AppraisalVerdict,
};
use crate::meetings::MeetingId;
use crate::roster::MemberId;
use crate::values::stored_as_text;
use crate::vault::{Reader, Tx, VaultError};

stored_as_text!(AppraisalGrade);

/// An appraisal without its members.
pub(super) struct Stored {
    pub(super) appraisal: Appraisal,
    pub(super) handed_out: Option<u32>,
    pub(super) collected: Option<u32>,
    pub(super) decided_on: Option<NaiveDate>,
}

/// What the four steps say about one member.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) member: MemberId,
    pub(super) own: AppraisalOwn,
    pub(super) mutual: AppraisalMutual,
    pub(super) counts: Option<AppraisalCounts>,
    pub(super) verdict: AppraisalVerdict,
}

impl Entry {
    /// Nothing said yet.
    pub(super) fn empty(member: MemberId) -> Self {
        Self {
            member,
            own: AppraisalOwn { member, done: false, on: None, text: String::new(), on_paper: false },
            mutual: AppraisalMutual { member, done: false, text: String::new() },
            counts: None,
            verdict: AppraisalVerdict { member, grade: None, reason: String::new() },
        }
    }

    /// Takes what it lacks from another row of the same member, as a merge of two records leaves it.
    fn fill_from(&mut self, other: Self) {
        let empty = Self::empty(self.member);
        if self.own == empty.own {
            self.own = other.own;
        }
        if self.mutual == empty.mutual {
            self.mutual = other.mutual;
        }
        self.counts = self.counts.or(other.counts);
        if self.verdict == empty.verdict {
            self.verdict = other.verdict;
        }
    }
}

/// The appraisals a query asks for, newest year first.
pub(super) fn all(reader: &Reader<'_>, query: AppraisalQuery) -> Result<Vec<Stored>, VaultError> {
    appraisals(reader, None, query)
}

/// One appraisal.
pub(super) fn one(reader: &Reader<'_>, id: AppraisalId) -> Result<Option<Stored>, VaultError> {
    Ok(appraisals(reader, Some(id), AppraisalQuery::default())?.pop())
}

fn appraisals(reader: &Reader<'_>, id: Option<AppraisalId>, query: AppraisalQuery) -> Result<Vec<Stored>, VaultError> {
    let params = named_params! { ":id": id.map(|id| id.0), ":meeting": query.meeting.map(|meeting| meeting.0) };
    reader.all(include_str!("sql/appraisals.sql"), params, |row| {
        Ok(Stored {
            appraisal: Appraisal {
                id: Some(AppraisalId(row.get("id")?)),
                year: row.get("year")?,
                meeting: MeetingId(row.get("meeting_id")?),
            },
            handed_out: row.get("handed_out")?,
            collected: row.get("collected")?,
            decided_on: row.get("decided_on")?,
        })
    })
}

/// Of whom something is recorded, each once.
pub(super) fn entries(reader: &Reader<'_>, id: AppraisalId) -> Result<Vec<Entry>, VaultError> {
    let sql = "SELECT * FROM appraisal_member WHERE appraisal_id = ? ORDER BY position";
    let mut entries = Vec::<Entry>::new();
    for row in reader.all(sql, [id.0], row_to_entry)? {
        match entries.iter_mut().find(|entry| entry.member == row.member) {
            Some(entry) => entry.fill_from(row),
            None => entries.push(row),
        }
    }
    Ok(entries)
}

fn row_to_entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let member = MemberId(row.get("member_id")?);
    let counts = match row.get::<_, Option<u32>>("excellent")? {
        None => None,
        Some(excellent) => Some(AppraisalCounts {
            member,
            excellent,
            qualified: row.get("qualified")?,
            basically_qualified: row.get("basically_qualified")?,
            unqualified: row.get("unqualified")?,
        }),
    };
    Ok(Entry {
        member,
        own: AppraisalOwn {
            member,
            done: row.get("own_done")?,
            on: row.get("own_on")?,
            text: row.get("own_text")?,
            on_paper: row.get("own_on_paper")?,
        },
        mutual: AppraisalMutual { member, done: row.get("mutual_done")?, text: row.get("mutual_text")? },
        counts,
        verdict: AppraisalVerdict { member, grade: row.get("grade")?, reason: row.get("reason")? },
    })
}

/// The appraisal of a year.
pub(super) fn of_year(reader: &Reader<'_>, year: i32) -> Result<Option<AppraisalId>, VaultError> {
    let ids = reader.all("SELECT id FROM appraisal WHERE year = ?", [year], |row| row.get(0).map(AppraisalId))?;
    Ok(ids.first().copied())
}

/// Writes an appraisal's year and meeting, new or changed; gives its id.
pub(super) fn save(tx: &Tx<'_>, appraisal: &Appraisal) -> Result<AppraisalId, VaultError> {
    let params = named_params! {
        ":id": appraisal.id.map(|id| id.0),
        ":year": appraisal.year,
        ":meeting": appraisal.meeting.0,
    };
    let inserted = tx.insert(include_str!("sql/save_appraisal.sql"), params)?;
    Ok(appraisal.id.unwrap_or(AppraisalId(inserted)))
}

/// Writes how many ballots were handed out and collected.
pub(super) fn save_ballots(
    tx: &Tx<'_>,
    id: AppraisalId,
    handed_out: Option<u32>,
    collected: Option<u32>,
) -> Result<(), VaultError> {
    let sql = "UPDATE appraisal SET handed_out = ?2, collected = ?3 WHERE id = ?1";
    tx.execute(sql, params![id.0, handed_out, collected])?;
    Ok(())
}

/// Writes when the grades were decided.
pub(super) fn save_decided_on(tx: &Tx<'_>, id: AppraisalId, on: Option<NaiveDate>) -> Result<(), VaultError> {
    tx.execute("UPDATE appraisal SET decided_on = ?2 WHERE id = ?1", params![id.0, on])?;
    Ok(())
}

/// Writes what is recorded of all; of whom nothing is, has no row.
pub(super) fn save_entries(tx: &Tx<'_>, id: AppraisalId, entries: &[Entry]) -> Result<(), VaultError> {
    tx.execute("DELETE FROM appraisal_member WHERE appraisal_id = ?", [id.0])?;
    let said = entries.iter().filter(|entry| **entry != Entry::empty(entry.member));
    for (position, Entry { member, own, mutual, counts, verdict }) in (0_i64..).zip(said) {
        let params = named_params! {
            ":appraisal": id.0,
            ":position": position,
            ":member": member.0,
            ":own_done": own.done,
            ":own_on": own.on,
            ":own_text": own.text,
            ":own_on_paper": own.on_paper,
            ":mutual_done": mutual.done,
            ":mutual_text": mutual.text,
            ":excellent": counts.map(|counts| counts.excellent),
            ":qualified": counts.map(|counts| counts.qualified),
            ":basically_qualified": counts.map(|counts| counts.basically_qualified),
            ":unqualified": counts.map(|counts| counts.unqualified),
            ":grade": verdict.grade,
            ":reason": verdict.reason,
        };
        tx.execute(include_str!("sql/save_entry.sql"), params)?;
    }
    Ok(())
}

/// Removes an appraisal with all that was recorded.
pub(super) fn delete(tx: &Tx<'_>, id: AppraisalId) -> Result<(), VaultError> {
    tx.execute("DELETE FROM appraisal_member WHERE appraisal_id = ?", [id.0])?;
    tx.execute("DELETE FROM appraisal WHERE id = ?", [id.0])?;
    Ok(())
}

//! The branch's tables.

use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::facts::{self, Change};
use super::{
    Branch, BranchAspect, BranchFact, BranchFactId, BranchGroup, BranchGroupId, BranchHelper, BranchHelperId,
    BranchRoom, BranchRoomId, BranchTerm, BranchTermId, BranchUnit, BranchUnitId, HelperRole, UnitKind,
};
use crate::desk::Letterhead;
use crate::roster::{self, Aspect, MemberId};
use crate::values::{Changed, PartialDate, Span, stored_as_text};
use crate::vault::{Reader, Tx, VaultError};

stored_as_text!(BranchAspect, UnitKind, HelperRole);

/// The branch as it was last saved; empty before the first time.
///
/// # Errors
/// [`VaultError`].
pub fn stored(reader: &Reader<'_>) -> Result<Branch, VaultError> {
    stored_on(reader, NaiveDate::MAX)
}

/// The branch as it was last saved, with the kind, the superior, the committee and the unit that it had on `day`.
///
/// # Errors
/// [`VaultError`].
pub fn stored_on(reader: &Reader<'_>, day: NaiveDate) -> Result<Branch, VaultError> {
    let mut branch = reader.first("SELECT * FROM branch WHERE id = 1", [], row_to_branch)?.unwrap_or_default();
    let unit = units(reader)?.into_iter().find(|unit| unit.is_covered_on(day));
    branch.unit = unit.map(|unit| unit.name).unwrap_or_default();
    Ok(facts::as_of(branch, &facts(reader)?, day))
}

/// Whose papers they are, as of a day.
///
/// # Errors
/// [`VaultError`].
pub fn letterhead_on(reader: &Reader<'_>, day: NaiveDate) -> Result<Letterhead, VaultError> {
    let Branch { name: branch, superior, phone, .. } = stored_on(reader, day)?;
    Ok(Letterhead { branch, superior, phone })
}

/// What changes with time about the branch, by aspect, oldest first.
pub(super) fn facts(reader: &Reader<'_>) -> Result<Vec<BranchFact>, VaultError> {
    reader.all("SELECT * FROM branch_fact ORDER BY aspect, since, id", [], row_to_fact)
}

/// When the branch had a committee. One of which no beginning is on record was there from its first term on, where that
/// is.
///
/// # Errors
/// [`VaultError`].
pub fn had_committee(reader: &Reader<'_>) -> Result<Vec<Span>, VaultError> {
    let mut spans = facts::committee_spans(&facts(reader)?);
    let first_term = terms(reader)?.into_iter().find(|term| term.number == 1).map(|term| term.elected_on);
    if let Some(first) = spans.first_mut().filter(|span| span.from.is_none()) {
        first.from = first_term;
    }
    Ok(spans)
}

/// Stores a fact.
pub(super) fn put_fact(
    tx: &Tx<'_>,
    aspect: BranchAspect,
    change: &Change,
    why: &str,
    today: NaiveDate,
) -> Result<(), VaultError> {
    tx.execute(
        include_str!("sql/put_fact.sql"),
        named_params! {
            ":id": change.id.map(|id| id.0),
            ":aspect": aspect,
            ":value": change.value,
            ":since": change.since,
            ":why": why,
            ":recorded_on": PartialDate::day(today),
            ":recorded_by": roster::operator(tx)?,
        },
    )?;
    Ok(())
}

/// Stores the branch, what changed about it as facts, and its first unit when it names one.
pub(crate) fn put(tx: &Tx<'_>, branch: &Branch, changed: &Changed, today: NaiveDate) -> Result<(), VaultError> {
    let known = facts(tx)?;
    for aspect in BranchAspect::ALL {
        if let Some(change) = facts::change(&known, aspect, branch, changed.since, today) {
            put_fact(tx, aspect, &change, &changed.why, today)?;
        }
    }
    tx.execute(
        include_str!("sql/put.sql"),
        named_params! {
            ":name": branch.name,
            ":code": branch.code,
            ":founded_on": branch.founded_on,
            ":approval": branch.approval,
            ":phone": branch.phone,
            ":address": branch.address,
            ":note": branch.note,
        },
    )?;
    if !branch.unit.is_empty() {
        let first = units(tx)?.into_iter().find(|unit| unit.until.is_none()).unwrap_or_default();
        put_unit(tx, &BranchUnit { name: branch.unit.clone(), ..first })?;
    }
    Ok(())
}

/// The social organizations covered, the first entered first; after those of today the former ones.
///
/// # Errors
/// [`VaultError`].
pub fn units(reader: &Reader<'_>) -> Result<Vec<BranchUnit>, VaultError> {
    reader.all("SELECT * FROM branch_unit ORDER BY until IS NOT NULL, id", [], row_to_unit)
}

/// One unit.
pub(super) fn unit(reader: &Reader<'_>, id: BranchUnitId) -> Result<Option<BranchUnit>, VaultError> {
    reader.first("SELECT * FROM branch_unit WHERE id = ?1", [id.0], row_to_unit)
}

/// Stores a unit; under another name, the members go with it.
pub(super) fn put_unit(tx: &Tx<'_>, unit: &BranchUnit) -> Result<(), VaultError> {
    if let Some(id) = unit.id
        && let Some(old) = self::unit(tx, id)?
        && old.name != unit.name
    {
        roster::rename(tx, Aspect::Unit, &old.name, &unit.name)?;
    }
    tx.execute(
        include_str!("sql/put_unit.sql"),
        named_params! {
            ":id": unit.id.map(|id| id.0),
            ":name": unit.name,
            ":credit_code": unit.credit_code,
            ":kind": unit.kind,
            ":registered_on": unit.registered_on,
            ":legal_representative": unit.legal_representative,
            ":employees": unit.employees,
            ":association_members": unit.association_members,
            ":in_charter": unit.in_charter,
            ":in_charter_on": unit.in_charter_on,
            ":since": unit.since,
            ":until": unit.until,
            ":note": unit.note,
        },
    )?;
    Ok(())
}

/// The party groups, the first entered first; after those of today the former ones.
///
/// # Errors
/// [`VaultError`].
pub fn groups(reader: &Reader<'_>) -> Result<Vec<BranchGroup>, VaultError> {
    reader.all("SELECT * FROM branch_group ORDER BY until IS NOT NULL, id", [], row_to_group)
}

/// One group.
pub(super) fn group(reader: &Reader<'_>, id: BranchGroupId) -> Result<Option<BranchGroup>, VaultError> {
    reader.first("SELECT * FROM branch_group WHERE id = ?1", [id.0], row_to_group)
}

/// Stores a group; under another name, its members go with it, and its meetings, past ones too, for it is the same
/// group. Frozen attendance stays as it was.
pub(super) fn put_group(tx: &Tx<'_>, group: &BranchGroup) -> Result<(), VaultError> {
    if let Some(id) = group.id
        && let Some(old) = self::group(tx, id)?
        && old.name != group.name
    {
        roster::rename(tx, Aspect::PartyGroup, &old.name, &group.name)?;
        tx.execute("UPDATE meeting SET party_group = ?2 WHERE party_group = ?1", [&old.name, &group.name])?;
    }
    tx.execute(
        include_str!("sql/put_group.sql"),
        named_params! {
            ":id": group.id.map(|id| id.0),
            ":name": group.name,
            ":leader_id": group.leader.map(|id| id.0),
            ":since": group.since,
            ":until": group.until,
            ":note": group.note,
        },
    )?;
    Ok(())
}

/// The terms, newest first.
///
/// # Errors
/// [`VaultError`].
pub fn terms(reader: &Reader<'_>) -> Result<Vec<BranchTerm>, VaultError> {
    reader.all("SELECT * FROM branch_term ORDER BY number DESC", [], row_to_term)
}

/// Stores a term whose years are known.
pub(super) fn put_term(tx: &Tx<'_>, term: &BranchTerm) -> Result<(), VaultError> {
    tx.execute(
        include_str!("sql/put_term.sql"),
        named_params! {
            ":id": term.id.map(|id| id.0),
            ":number": term.number,
            ":elected_on": term.elected_on,
            ":years": term.years,
            ":postponed_to": term.postponed_to,
            ":ended_on": term.ended_on,
            ":approval": term.approval,
            ":note": term.note,
        },
    )?;
    Ok(())
}

/// The helpers: those of today first, then by role.
///
/// # Errors
/// [`VaultError`].
pub fn helpers(reader: &Reader<'_>) -> Result<Vec<BranchHelper>, VaultError> {
    reader.all("SELECT * FROM branch_helper ORDER BY until IS NOT NULL, role, id", [], row_to_helper)
}

/// Stores a helper.
pub(super) fn put_helper(tx: &Tx<'_>, helper: &BranchHelper) -> Result<(), VaultError> {
    tx.execute(
        include_str!("sql/put_helper.sql"),
        named_params! {
            ":id": helper.id.map(|id| id.0),
            ":role": helper.role,
            ":name": helper.name,
            ":phone": helper.phone,
            ":unit": helper.unit,
            ":since": helper.since,
            ":until": helper.until,
            ":note": helper.note,
        },
    )?;
    Ok(())
}

/// The rooms, the first entered first.
pub(super) fn rooms(reader: &Reader<'_>) -> Result<Vec<BranchRoom>, VaultError> {
    reader.all("SELECT * FROM branch_room ORDER BY id", [], row_to_room)
}

/// Stores a room.
pub(super) fn put_room(tx: &Tx<'_>, room: &BranchRoom) -> Result<(), VaultError> {
    tx.execute(
        include_str!("sql/put_room.sql"),
        named_params! {
            ":id": room.id.map(|id| id.0),
            ":name": room.name,
            ":address": room.address,
            ":square_metres": room.square_metres,
            ":note": room.note,
        },
    )?;
    Ok(())
}

fn row_to_branch(row: &Row<'_>) -> rusqlite::Result<Branch> {
    Ok(Branch {
        name: row.get("name")?,
        code: row.get("code")?,
        founded_on: row.get("founded_on")?,
        approval: row.get("approval")?,
        phone: row.get("phone")?,
        address: row.get("address")?,
        note: row.get("note")?,
        ..Branch::default()
    })
}

fn row_to_fact(row: &Row<'_>) -> rusqlite::Result<BranchFact> {
    Ok(BranchFact {
        id: BranchFactId(row.get("id")?),
        aspect: row.get("aspect")?,
        value: row.get("value")?,
        since: row.get("since")?,
        why: row.get("why")?,
        recorded_on: row.get("recorded_on")?,
        recorded_by: row.get("recorded_by")?,
    })
}

fn row_to_unit(row: &Row<'_>) -> rusqlite::Result<BranchUnit> {
    Ok(BranchUnit {
        id: Some(BranchUnitId(row.get("id")?)),
        name: row.get("name")?,
        credit_code: row.get("credit_code")?,
        kind: row.get("kind")?,
        registered_on: row.get("registered_on")?,
        legal_representative: row.get("legal_representative")?,
        employees: row.get("employees")?,
        association_members: row.get("association_members")?,
        in_charter: row.get("in_charter")?,
        in_charter_on: row.get("in_charter_on")?,
        since: row.get("since")?,
        until: row.get("until")?,
        note: row.get("note")?,
    })
}

fn row_to_group(row: &Row<'_>) -> rusqlite::Result<BranchGroup> {
    Ok(BranchGroup {
        id: Some(BranchGroupId(row.get("id")?)),
        name: row.get("name")?,
        leader: row.get::<_, Option<i64>>("leader_id")?.map(MemberId),
        since: row.get("since")?,
        until: row.get("until")?,
        note: row.get("note")?,
    })
}

fn row_to_term(row: &Row<'_>) -> rusqlite::Result<BranchTerm> {
    Ok(BranchTerm {
        id: Some(BranchTermId(row.get("id")?)),
        number: row.get("number")?,
        elected_on: row.get("elected_on")?,
        years: row.get("years")?,
        postponed_to: row.get("postponed_to")?,
        ended_on: row.get("ended_on")?,
        approval: row.get("approval")?,
        note: row.get("note")?,
    })
}

fn row_to_helper(row: &Row<'_>) -> rusqlite::Result<BranchHelper> {
    Ok(BranchHelper {
        id: Some(BranchHelperId(row.get("id")?)),
        role: row.get("role")?,
        name: row.get("name")?,
        phone: row.get("phone")?,
        unit: row.get("unit")?,
        since: row.get("since")?,
        until: row.get("until")?,
        note: row.get("note")?,
    })
}

fn row_to_room(row: &Row<'_>) -> rusqlite::Result<BranchRoom> {
    Ok(BranchRoom {
        id: Some(BranchRoomId(row.get("id")?)),
        name: row.get("name")?,
        address: row.get("address")?,
        square_metres: row.get("square_metres")?,
        note: row.get("note")?,
    })
}

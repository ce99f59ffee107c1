//! The elections' tables.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Row, named_params, params};

use super::{
    Election, ElectionApproval, ElectionId, ElectionOffice, ElectionPost, ElectionPurpose, ElectionQuery,
    ElectionRound, ElectionRoundRef, ElectionVotes, ElectionWriteIn,
};
use crate::meetings::MeetingId;
use crate::roster::{MemberId, Office};
use crate::values::stored_as_text;
use crate::vault::{Reader, Tx, VaultError};

stored_as_text!(ElectionPurpose, ElectionPost, Role);

/// An election with the day from which its offices hold and the superior's approval, once there are any.
pub(super) struct Stored {
    pub(super) election: Election,
    pub(super) concluded_on: Option<NaiveDate>,
    pub(super) approval: Option<ElectionApproval>,
}

/// What a teller does.
#[derive(Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum Role {
    Scrutineer,
    Counter,
}

/// The elections a query asks for, those of the newest meeting first.
pub(super) fn all(reader: &Reader<'_>, query: ElectionQuery) -> Result<Vec<Stored>, VaultError> {
    elections(reader, None, query)
}

/// One election, whole.
pub(super) fn one(reader: &Reader<'_>, id: ElectionId) -> Result<Option<Stored>, VaultError> {
    Ok(elections(reader, Some(id), ElectionQuery::default())?.pop())
}

fn elections(reader: &Reader<'_>, id: Option<ElectionId>, query: ElectionQuery) -> Result<Vec<Stored>, VaultError> {
    let params = named_params! { ":id": id.map(|id| id.0), ":meeting": query.meeting.map(|meeting| meeting.0) };
    let mut elections = reader.all(include_str!("sql/elections.sql"), params, row_to_stored)?;
    for Stored { election, .. } in &mut elections {
        let key = election.id.map(|id| id.0);
        election.candidates = reader.all(
            "SELECT member_id FROM election_candidate WHERE election_id = ? ORDER BY position",
            [key],
            |row| row.get(0).map(MemberId),
        )?;
        let sql = "SELECT role, name FROM election_teller WHERE election_id = ? ORDER BY role, position";
        for (role, name) in reader.all(sql, [key], |row| Ok((row.get(0)?, row.get(1)?)))? {
            match role {
                Role::Scrutineer => election.scrutineers.push(name),
                Role::Counter => election.counters.push(name),
            }
        }
    }
    Ok(elections)
}

fn row_to_stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let election = Election {
        id: Some(ElectionId(row.get("id")?)),
        meeting: MeetingId(row.get("meeting_id")?),
        purpose: row.get("purpose")?,
        post: row.get("post")?,
        seats: row.get("seats")?,
        candidates: Vec::new(),
        chief_scrutineer: row.get("chief_scrutineer")?,
        scrutineers: Vec::new(),
        counters: Vec::new(),
    };
    let approved_on: Option<NaiveDate> = row.get("approved_on")?;
    let number = row.get("approval_number")?;
    let approval = approved_on.map(|on| ElectionApproval { on, number });
    Ok(Stored { election, concluded_on: row.get("concluded_on")?, approval })
}

/// The rounds in order.
pub(super) fn rounds(reader: &Reader<'_>, id: ElectionId) -> Result<Vec<ElectionRound>, VaultError> {
    let mut votes = votes(reader, id)?;
    let mut write_ins = write_ins(reader, id)?;
    let sql = "SELECT * FROM election_round WHERE election_id = ? ORDER BY number";
    reader.all(sql, [id.0], |row| {
        let number = row.get("number")?;
        Ok(ElectionRound {
            election: id,
            number: Some(number),
            voters_expected: row.get("voters_expected")?,
            voters_present: row.get("voters_present")?,
            handed_out: row.get("handed_out")?,
            collected: row.get("collected")?,
            invalid: row.get("invalid")?,
            candidates: votes.remove(&number).unwrap_or_default(),
            write_ins: write_ins.remove(&number).unwrap_or_default(),
        })
    })
}

fn votes(reader: &Reader<'_>, id: ElectionId) -> Result<BTreeMap<u32, Vec<ElectionVotes>>, VaultError> {
    let sql = "SELECT * FROM election_vote WHERE election_id = ? ORDER BY round, position";
    let rows = reader.all(sql, [id.0], |row| {
        let votes = ElectionVotes {
            member: MemberId(row.get("member_id")?),
            votes_for: row.get("votes_for")?,
            votes_against: row.get("votes_against")?,
            abstained: row.get("abstained")?,
        };
        Ok((row.get("round")?, votes))
    })?;
    Ok(by_round(rows))
}

fn write_ins(reader: &Reader<'_>, id: ElectionId) -> Result<BTreeMap<u32, Vec<ElectionWriteIn>>, VaultError> {
    let sql = "SELECT * FROM election_write_in WHERE election_id = ? ORDER BY round, position";
    let rows = reader.all(sql, [id.0], |row| {
        let written = ElectionWriteIn {
            member: row.get::<_, Option<i64>>("member_id")?.map(MemberId),
            name: row.get("name")?,
            votes: row.get("votes")?,
        };
        Ok((row.get("round")?, written))
    })?;
    Ok(by_round(rows))
}

fn by_round<T>(rows: Vec<(u32, T)>) -> BTreeMap<u32, Vec<T>> {
    let mut rounds = BTreeMap::<_, Vec<_>>::new();
    for (round, row) in rows {
        rounds.entry(round).or_default().push(row);
    }
    rounds
}

/// Who took up, kept or laid down which office.
pub(super) fn offices(reader: &Reader<'_>, id: ElectionId) -> Result<Vec<ElectionOffice>, VaultError> {
    let sql = "SELECT member_id, office FROM election_office WHERE election_id = ? ORDER BY position";
    let rows = reader.all(sql, [id.0], |row| {
        let office = row.get::<_, Option<String>>(1)?;
        Ok((MemberId(row.get(0)?), office.as_deref().and_then(Office::of_code)))
    })?;
    let mut held: Vec<ElectionOffice> = Vec::new();
    for (member, office) in rows {
        match held.last_mut().filter(|one| one.member == member) {
            Some(one) => one.offices = one.offices.iter().chain(office).collect(),
            None => held.push(ElectionOffice { member, offices: office.into_iter().collect() }),
        }
    }
    Ok(held)
}

/// Writes an election, new or changed; gives its id.
pub(super) fn save(tx: &Tx<'_>, election: &Election) -> Result<ElectionId, VaultError> {
    let params = named_params! {
        ":id": election.id.map(|id| id.0),
        ":meeting": election.meeting.0,
        ":purpose": election.purpose,
        ":post": election.post,
        ":seats": election.seats,
        ":chief_scrutineer": election.chief_scrutineer,
    };
    let inserted = tx.insert(include_str!("sql/save_election.sql"), params)?;
    let id = election.id.unwrap_or(ElectionId(inserted));
    delete_children(tx, id, &["election_candidate", "election_teller"])?;
    for (position, member) in (0_i64..).zip(&election.candidates) {
        let sql = "INSERT INTO election_candidate (election_id, position, member_id) VALUES (?, ?, ?)";
        tx.execute(sql, [id.0, position, member.0])?;
    }
    for (role, names) in [(Role::Scrutineer, &election.scrutineers), (Role::Counter, &election.counters)] {
        for (position, name) in (0_i64..).zip(names) {
            let sql = "INSERT INTO election_teller (election_id, role, position, name) VALUES (?, ?, ?, ?)";
            tx.execute(sql, params![id.0, role, position, name])?;
        }
    }
    Ok(id)
}

/// Writes a round, new or changed.
pub(super) fn save_round(tx: &Tx<'_>, number: u32, round: &ElectionRound) -> Result<(), VaultError> {
    let id = round.election;
    let params = named_params! {
        ":election": id.0,
        ":number": number,
        ":voters_expected": round.voters_expected,
        ":voters_present": round.voters_present,
        ":handed_out": round.handed_out,
        ":collected": round.collected,
        ":invalid": round.invalid,
    };
    tx.execute(include_str!("sql/save_round.sql"), params)?;
    delete_votes(tx, ElectionRoundRef { election: id, number })?;
    for (position, votes) in (0_i64..).zip(&round.candidates) {
        let sql = "INSERT INTO election_vote (election_id, round, position, member_id, votes_for, votes_against, abstained) \
                   VALUES (?, ?, ?, ?, ?, ?, ?)";
        let ElectionVotes { member, votes_for, votes_against, abstained } = votes;
        tx.execute(sql, params![id.0, number, position, member.0, votes_for, votes_against, abstained])?;
    }
    for (position, written) in (0_i64..).zip(&round.write_ins) {
        let sql = "INSERT INTO election_write_in (election_id, round, position, member_id, name, votes) \
                   VALUES (?, ?, ?, ?, ?, ?)";
        let ElectionWriteIn { member, name, votes } = written;
        tx.execute(sql, params![id.0, number, position, member.map(|id| id.0), name, votes])?;
    }
    Ok(())
}

/// Removes a round.
pub(super) fn delete_round(tx: &Tx<'_>, round: ElectionRoundRef) -> Result<(), VaultError> {
    delete_votes(tx, round)?;
    let sql = "DELETE FROM election_round WHERE election_id = ? AND number = ?";
    tx.execute(sql, params![round.election.0, round.number])?;
    Ok(())
}

fn delete_votes(tx: &Tx<'_>, round: ElectionRoundRef) -> Result<(), VaultError> {
    for table in ["election_vote", "election_write_in"] {
        let sql = format!("DELETE FROM {table} WHERE election_id = ? AND round = ?");
        tx.execute(&sql, params![round.election.0, round.number])?;
    }
    Ok(())
}

/// Notes who took up, kept or laid down which office, and from which day.
pub(super) fn conclude(
    tx: &Tx<'_>,
    id: ElectionId,
    on: NaiveDate,
    offices: &[ElectionOffice],
) -> Result<(), VaultError> {
    tx.execute("UPDATE election SET concluded_on = ? WHERE id = ?", params![on, id.0])?;
    // One row for each office, and one without for who holds none any more.
    let rows = offices.iter().flat_map(|one| {
        let none = one.offices.is_empty().then_some(None);
        one.offices.iter().map(Some).chain(none).map(|office| (one.member, office)).collect::<Vec<_>>()
    });
    for (position, (member, office)) in (0_i64..).zip(rows) {
        let sql = "INSERT INTO election_office (election_id, position, member_id, office) VALUES (?, ?, ?, ?)";
        tx.execute(sql, params![id.0, position, member.0, office.map(Office::code)])?;
    }
    Ok(())
}

/// Notes the superior's approval.
pub(super) fn approve(tx: &Tx<'_>, id: ElectionId, approval: &ElectionApproval) -> Result<(), VaultError> {
    let sql = "UPDATE election SET approved_on = ?, approval_number = ? WHERE id = ?";
    tx.execute(sql, params![approval.on, approval.number.trim(), id.0])?;
    Ok(())
}

/// Removes an election with all that was counted.
pub(super) fn delete(tx: &Tx<'_>, id: ElectionId) -> Result<(), VaultError> {
    let children = ["election_vote", "election_write_in", "election_round", "election_candidate", "election_teller"];
    delete_children(tx, id, &children)?;
    tx.execute("DELETE FROM election WHERE id = ?", [id.0])?;
    Ok(())
}

/// `tables` are this file's own constants, never input.
fn delete_children(tx: &Tx<'_>, id: ElectionId, tables: &[&str]) -> Result<(), VaultError> {
    for table in tables {
        tx.execute(&format!("DELETE FROM {table} WHERE election_id = ?"), [id.0])?;
    }
    Ok(())
}

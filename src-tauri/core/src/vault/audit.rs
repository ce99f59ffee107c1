//! The log of changes: each entry's hash covers its content and the hash before it, so that a change, a deletion, a
//! reordering or a cut shows. Its head is signed into every report.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::hooks::Action;
use rusqlite::session::ChangesetIter;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, fallible_streaming_iterator::FallibleStreamingIterator};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{AuditEntry, AuditQuery, VaultError, owners};
use crate::values::Room;

/// What the chain's first entry builds on.
const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Hash of the newest entry.
pub(super) fn head(connection: &Connection) -> Result<String, VaultError> {
    use rusqlite::OptionalExtension;
    let newest = connection
        .prepare_cached("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(newest.unwrap_or_else(|| GENESIS.to_owned()))
}

/// The local day of the first entry.
pub(super) fn begun_on(connection: &Connection) -> Result<Option<NaiveDate>, VaultError> {
    use rusqlite::OptionalExtension;
    let first: Option<String> =
        connection.query_row("SELECT at FROM audit ORDER BY seq LIMIT 1", [], |row| row.get(0)).optional()?;
    Ok(first.and_then(|at| DateTime::parse_from_rfc3339(&at).ok()).map(|at| at.date_naive()))
}

/// Appends an entry; gives its number.
pub(super) fn append(
    connection: &Connection,
    at: DateTime<FixedOffset>,
    command: &str,
    label: &str,
    changes: &str,
) -> Result<i64, VaultError> {
    let prev = head(connection)?;
    let seq: i64 = connection.query_row("SELECT coalesce(max(seq), 0) + 1 FROM audit", [], |row| row.get(0))?;
    let at = at.to_rfc3339();
    let hash = hash(seq, &at, command, label, changes, &prev)?;
    connection
        .prepare_cached(
            "INSERT INTO audit (seq, at, command, label, changes, prev, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute((seq, at, command, label, changes, prev, hash))?;
    Ok(seq)
}

fn hash(seq: i64, at: &str, command: &str, label: &str, changes: &str, prev: &str) -> serde_json::Result<String> {
    // JSON of a fixed tuple: every part is delimited, so that no text can move from one field into the next.
    Ok(hex::encode(Sha256::digest(serde_json::to_vec(&(seq, at, command, label, changes, prev))?)))
}

/// What a walk along the log found.
#[derive(Default)]
pub(super) struct Chain {
    pub(super) entries: u32,
    /// The first entry that does not fit the one before.
    pub(super) broken_at: Option<i64>,
    /// Entries that were written at an earlier time than the one before them.
    pub(super) set_back: Vec<i64>,
}

/// Walks the whole chain, or to where it breaks.
pub(super) fn verify(connection: &Connection) -> Result<Chain, VaultError> {
    let mut statement =
        connection.prepare("SELECT seq, at, command, label, changes, prev, hash FROM audit ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let mut prev = GENESIS.to_owned();
    let mut prev_at = None;
    let mut chain = Chain::default();
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let (at, command, label): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let (changes, said_prev, said): (String, String, String) = (row.get(4)?, row.get(5)?, row.get(6)?);
        chain.entries += 1;
        let hash = hash(seq, &at, &command, &label, &changes, &prev)?;
        if seq != i64::from(chain.entries) || said_prev != prev || said != hash {
            chain.broken_at = Some(seq);
            break;
        }
        let at = DateTime::parse_from_rfc3339(&at).ok();
        if at < prev_at {
            chain.set_back.push(seq);
        }
        (prev, prev_at) = (said, at);
    }
    Ok(chain)
}

/// Entries for the window, newest first.
pub(super) fn list(connection: &Connection, query: &AuditQuery) -> Result<Vec<AuditEntry>, VaultError> {
    let mut statement = connection.prepare_cached(include_str!("sql/audit.sql"))?;
    let parameters = (query.before.unwrap_or(i64::MAX), query.limit.clamp(1, 500), query.member);
    let entries = statement.query_map(parameters, |row| {
        Ok(AuditEntry {
            seq: row.get(0)?,
            at: row.get(1)?,
            command: row.get(2)?,
            label: row.get(3)?,
            records: row.get(4)?,
            clock_set_back: row.get(5)?,
        })
    })?;
    Ok(entries.collect::<Result<_, _>>()?)
}

/// A changeset in words.
pub(super) struct Described {
    /// Per record its table, and the values before and after, as JSON.
    pub(super) changes: String,
    /// How many records.
    pub(super) records: usize,
    /// Whose they are.
    pub(super) rooms: Vec<Room>,
}

/// Puts a changeset into words.
pub(super) fn describe(connection: &Connection, mut changeset: &[u8]) -> Result<Described, VaultError> {
    let mut columns: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut rooms = BTreeSet::new();
    // Written at once and not made of values first: an import is tens of thousands of records.
    let (mut changes, mut records) = (b"[".to_vec(), 0);
    let input: &mut dyn Read = &mut changeset;
    let mut items = ChangesetIter::start_strm(&input)?;
    while let Some(item) = items.next()? {
        let operation = item.op()?;
        let (table, code) = (operation.table_name(), operation.code());
        if !columns.contains_key(table) {
            columns.insert(table.to_owned(), column_names(connection, table)?);
            rooms.insert(owners::room_of(table).ok_or(VaultError::UnknownTable)?);
        }
        let names = columns.get(table).map_or(&[][..], Vec::as_slice);
        changes.extend_from_slice(if records == 0 { b"{\"after\":" } else { b",{\"after\":" });
        write_object(&mut changes, names, |i| item.new_value(i).ok().filter(|_| code != Action::SQLITE_DELETE))?;
        changes.extend_from_slice(b",\"before\":");
        // An update names only the key and what changed; the rest is not there and answers with an error.
        write_object(&mut changes, names, |i| item.old_value(i).ok().filter(|_| code != Action::SQLITE_INSERT))?;
        changes.extend_from_slice(b",\"table\":");
        serde_json::to_writer(&mut changes, table)?;
        changes.push(b'}');
        records += 1;
    }
    changes.push(b']');
    let changes = String::from_utf8_lossy(&changes).into_owned();
    Ok(Described { changes, records, rooms: rooms.into_iter().collect() })
}

/// The values of a record that are there, under their columns' names.
fn write_object<'a>(
    out: &mut Vec<u8>,
    names: &[String],
    value: impl Fn(usize) -> Option<ValueRef<'a>>,
) -> Result<(), VaultError> {
    out.push(b'{');
    let mut is_first = true;
    for (name, value) in names.iter().enumerate().filter_map(|(i, name)| Some((name, value(i)?))) {
        if !is_first {
            out.push(b',');
        }
        is_first = false;
        serde_json::to_writer(&mut *out, name)?;
        out.push(b':');
        match value {
            ValueRef::Text(text) => serde_json::to_writer(&mut *out, &String::from_utf8_lossy(text))?,
            other => serde_json::to_writer(&mut *out, &readable(other))?,
        }
    }
    out.push(b'}');
    Ok(())
}

fn column_names(connection: &Connection, table: &str) -> Result<Vec<String>, VaultError> {
    let mut statement = connection.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let names = statement.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(names)
}

/// A value as JSON; bytes (attachments, keys) only by their hash.
pub(super) fn readable(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(i) => i.into(),
        ValueRef::Real(r) => r.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into(),
        ValueRef::Blob(bytes) => json!({ "bytes": bytes.len(), "sha256": hex::encode(Sha256::digest(bytes)) }),
    }
}

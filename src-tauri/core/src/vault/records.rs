//! Every record of the rooms in memory, as the log writes records down: to compare with one another and to go back in.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::{VaultError, audit, dump};

/// The rooms' tables by name.
pub(super) struct Records(BTreeMap<String, Table>);

struct Table {
    columns: Vec<String>,
    /// Places of the key's columns.
    key: Vec<usize>,
    /// Values in the order of the columns, by their key.
    rows: BTreeMap<String, Vec<Value>>,
}

/// Names a record: its table and its key.
pub(super) type RecordName = (String, String);

impl Records {
    /// All of them as they stand.
    pub(super) fn read(connection: &Connection) -> Result<Self, VaultError> {
        let mut tables = BTreeMap::new();
        for name in dump::table_names(connection)? {
            let mut table = Table::empty(connection, &name)?;
            let mut statement = connection.prepare(&format!("SELECT * FROM \"{name}\""))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let values =
                    (0..table.columns.len())
                        .map(|i| Ok(audit::readable(row.get_ref(i)?)))
                        .collect::<Result<Vec<Value>, rusqlite::Error>>()?;
                table.rows.insert(table.key_of(&values), values);
            }
            tables.insert(name, table);
        }
        Ok(Self(tables))
    }

    /// SHA-256 over the content of each table that has any.
    pub(super) fn digests(&self) -> BTreeMap<String, String> {
        let digest = |table: &Table| {
            let mut digest = Sha256::new();
            for row in table.rows.values() {
                digest.update(json!(row).to_string());
            }
            hex::encode(digest.finalize())
        };
        self.0
            .iter()
            .filter(|(_, table)| !table.rows.is_empty())
            .map(|(name, table)| (name.clone(), digest(table)))
            .collect()
    }

    /// Takes back one change as the log tells it. Where a record is not as the change left it, its name is noted in
    /// `differing`, and it becomes what it was before all the same.
    pub(super) fn take_back(&mut self, change: &Value, differing: &mut BTreeSet<RecordName>) {
        let name = change["table"].as_str().unwrap_or_default();
        let nothing = Map::new();
        let side = |side: &str| change[side].as_object().unwrap_or(&nothing).clone();
        let (before, after) = (side("before"), side("after"));
        let Some(table) = self.0.get_mut(name) else {
            differing.insert((name.to_owned(), String::new()));
            return;
        };
        let key = table.key_of(&table.values(if before.is_empty() { &after } else { &before }));
        let found = table.rows.get(&key).cloned();
        let fits = match (&found, after.is_empty()) {
            (None, deleted) => deleted,
            (Some(_), true) => false,
            (Some(row), false) => table.agrees(row, &after),
        };
        if !fits {
            differing.insert((name.to_owned(), key.clone()));
        }
        if before.is_empty() {
            table.rows.remove(&key);
        } else {
            let row = found.filter(|_| !after.is_empty()).unwrap_or_else(|| vec![Value::Null; table.columns.len()]);
            let row = table.with(row, &before);
            table.rows.insert(key, row);
        }
    }

    /// Names of the records that are in only one of both, or differ.
    pub(super) fn differing(&self, other: &Self) -> BTreeSet<RecordName> {
        let names: BTreeSet<&String> = self.0.keys().chain(other.0.keys()).collect();
        let (mut differing, none) = (BTreeSet::new(), BTreeMap::new());
        for name in names {
            let own = self.0.get(name).map_or(&none, |table| &table.rows);
            let others = other.0.get(name).map_or(&none, |table| &table.rows);
            let keys = own.keys().chain(others.keys()).filter(|key| own.get(*key) != others.get(*key));
            differing.extend(keys.map(|key| (name.clone(), key.clone())));
        }
        differing
    }
}

impl Table {
    fn empty(connection: &Connection, name: &str) -> Result<Self, VaultError> {
        let mut statement = connection.prepare("SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid")?;
        let columns = statement
            .query_map([name], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<Vec<(String, u32)>, _>>()?;
        let mut key: Vec<(u32, usize)> =
            columns.iter().enumerate().filter(|(_, (_, rank))| *rank > 0).map(|(i, (_, rank))| (*rank, i)).collect();
        key.sort_unstable();
        let key = key.into_iter().map(|(_, i)| i).collect();
        Ok(Self { columns: columns.into_iter().map(|(name, _)| name).collect(), key, rows: BTreeMap::new() })
    }

    fn key_of(&self, values: &[Value]) -> String {
        let key: Vec<&Value> = self.key.iter().filter_map(|i| values.get(*i)).collect();
        json!(key).to_string()
    }

    fn values(&self, named: &Map<String, Value>) -> Vec<Value> {
        self.columns.iter().map(|column| named.get(column).cloned().unwrap_or_default()).collect()
    }

    /// Whether every value named is the row's.
    fn agrees(&self, row: &[Value], named: &Map<String, Value>) -> bool {
        let own: BTreeMap<&String, &Value> = self.columns.iter().zip(row).collect();
        named.iter().all(|(column, value)| own.get(column) == Some(&value))
    }

    fn with(&self, row: Vec<Value>, named: &Map<String, Value>) -> Vec<Value> {
        let pairs = self.columns.iter().zip(row);
        pairs.map(|(column, value)| named.get(column).cloned().unwrap_or(value)).collect()
    }
}

//! The whole logical content, sorted, for comparing two files.

use rusqlite::Connection;
use serde_json::{Map, Value};

use super::{VaultError, audit, owners};

/// Every table of the rooms with every row in the order of its key. What is about this copy of the file only (log,
/// undo steps) is left out; bytes stand as their hash.
pub(super) fn dump(connection: &Connection) -> Result<Value, VaultError> {
    let mut tables = Map::new();
    for table in table_names(connection)? {
        let mut statement = connection.prepare(&format!("SELECT * FROM \"{table}\" ORDER BY 1, 2"))?;
        let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut records = Vec::new();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let mut record = Map::new();
            for (i, column) in columns.iter().enumerate() {
                record.insert(column.clone(), audit::readable(row.get_ref(i)?));
            }
            records.push(Value::Object(record));
        }
        tables.insert(table, Value::Array(records));
    }
    Ok(Value::Object(tables))
}

/// The rooms' tables, sorted.
pub(super) fn table_names(connection: &Connection) -> Result<Vec<String>, VaultError> {
    let mut statement = connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?;
    let names = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    Ok(names.into_iter().filter(|name| !owners::is_storage(name)).collect())
}

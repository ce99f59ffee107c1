//! The tables and their version.

use postgres::{Client, GenericClient};
use zhibu_core::superior::columns;

use crate::error::CollectError;

/// Each brings the tables to the next version. A released one never changes.
const MIGRATIONS: &[&str] = &[include_str!("../migrations/0001_inbox.sql")];

const ROLES: &str = include_str!("../migrations/roles.sql");

/// Held while the tables are made, so that of workers that start at once one makes them and the others wait for it.
const LOCK: i64 = 0x7A68_6962_7501;

/// Makes the tables, or brings them up to date. Who may only take reports can do so once that was done.
pub(crate) fn make_ready(db: &mut Client) -> Result<(), CollectError> {
    if version(db)? != latest() {
        upgrade(db)?;
    }
    name_measures(db)
}

fn latest() -> i32 {
    i32::try_from(MIGRATIONS.len()).unwrap_or(i32::MAX)
}

/// The version of the tables; 0 when there are none.
fn version(db: &mut impl GenericClient) -> Result<i32, CollectError> {
    // Not by `to_regclass`, which goes on not knowing, within a transaction, what another has made since.
    let sql = "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'zhibu' AND tablename = 'schema_version')";
    if !db.query_one(sql, &[])?.try_get::<_, bool>(0)? {
        return Ok(0);
    }
    Ok(db.query_one("SELECT version FROM zhibu.schema_version", &[])?.try_get(0)?)
}

fn upgrade(db: &mut Client) -> Result<(), CollectError> {
    let mut tx = db.transaction()?;
    tx.execute("SELECT pg_advisory_xact_lock($1)", &[&LOCK])?;
    // Another worker may have been faster.
    let there = version(&mut tx)?;
    if there > latest() {
        return Err(CollectError::NewerSchema(there, latest()));
    }
    if there == 0 {
        tx.batch_execute(
            "CREATE SCHEMA zhibu;
            CREATE TABLE zhibu.schema_version (version integer NOT NULL);
            INSERT INTO zhibu.schema_version VALUES (0);",
        )?;
    }
    for (_, migration) in (1..).zip(MIGRATIONS).filter(|(version, _)| *version > there) {
        tx.batch_execute(migration)?;
    }
    tx.execute("UPDATE zhibu.schema_version SET version = $1", &[&latest()])?;
    tx.batch_execute(ROLES)?;
    Ok(tx.commit()?)
}

/// Writes down what figures are called, which a later program may know of more.
fn name_measures(db: &mut Client) -> Result<(), CollectError> {
    let columns = columns();
    let (keys, titles): (Vec<_>, Vec<_>) = columns.iter().map(|column| (&*column.key, &*column.title)).unzip();
    let money: Vec<bool> = columns.iter().map(|column| column.is_money).collect();
    db.execute(
        "INSERT INTO zhibu.measure (key, place, title, is_money)
        SELECT key, place, title, is_money
        FROM unnest($1::text[], $2::text[], $3::boolean[]) WITH ORDINALITY AS known (key, title, is_money, place)
        ON CONFLICT DO NOTHING",
        &[&keys, &titles, &money],
    )?;
    Ok(())
}

//! Files of released schemas open, and an upgrade keeps what is in them.
//!
//! `tests/fixtures/schemas/schema-NN.zhibu` are files as the program with the first NN migrations left them, made by
//! `ZHIBU_WRITE_SCHEMAS=1` from `awkward.sql`. Once a schema is released its file is never made anew.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use super::migrate::{self, MIGRATIONS};
use super::{Vault, VaultError, check, dump, evidence};
use chrono::{DateTime, FixedOffset};

const PASSPHRASE: &str = "晨光里的名册2026";

/// The newest schema of which there is a file.
static NEWEST: LazyLock<usize> = LazyLock::new(|| {
    if std::env::var_os("ZHIBU_WRITE_SCHEMAS").is_some() {
        write();
    }
    let names = std::fs::read_dir(fixtures()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let schemas = names.filter_map(|name| name.strip_prefix("schema-")?.strip_suffix(".zhibu")?.parse().ok());
    schemas.max().unwrap()
});

fn now() -> DateTime<FixedOffset> {
    "2026-11-23T09:00:00+08:00".parse().unwrap()
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/schemas")
}

/// Records of every table, each change in the log.
fn fill(vault: &mut Vault, records: &str) -> Result<(), VaultError> {
    let begin = "INSERT INTO setting VALUES ('', '')";
    vault.transact::<_, VaultError>("test", "建立支部档案", now(), |tx| tx.execute(begin, []))?;
    vault.transact::<_, VaultError>("test", "填写", now(), |tx| Ok(tx.connection.execute_batch(records)?))?;
    Ok(())
}

fn records() -> String {
    std::fs::read_to_string(fixtures().join("awkward.sql")).unwrap()
}

/// The file of a schema, opened from a copy.
fn opened(schema: usize) -> (tempfile::TempDir, Vault) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zhibu");
    std::fs::copy(fixtures().join(format!("schema-{schema}.zhibu")), &path).unwrap();
    let vault = Vault::unlock(&path, PASSPHRASE, now()).unwrap();
    (folder, vault)
}

#[test]
fn the_newest_released_file_opens_sound_and_as_it_was_filled() {
    let (_folder, vault) = opened(*NEWEST);
    assert_eq!(check::check(&vault.connection, &|_, _, _| Ok(())).unwrap().faults, Vec::<String>::new());
    let mut connection = migrate::model(*NEWEST).unwrap();
    connection.pragma_update(None, "foreign_keys", true).unwrap();
    let mut model = Vault::new(connection, None);
    fill(&mut model, &records()).unwrap();
    connection = model.connection;
    migrate::bring_up_to_date(&mut connection, now()).unwrap();
    assert_eq!(dump::dump(&vault.connection).unwrap(), dump::dump(&connection).unwrap());
}

/// What a later upgrade is tried on has to hold whatever a user's file may hold.
#[test]
fn the_released_file_has_rows_in_every_table_and_every_column_both_empty_and_filled() {
    let (_folder, vault) = opened(*NEWEST);
    let count = |sql: &str| vault.connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    for table in dump::table_names(&migrate::model(*NEWEST).unwrap()).unwrap() {
        assert!(count(&format!("SELECT count(*) FROM {table}")) > 0, "{table}");
        let sql = "SELECT name FROM pragma_table_info(?1) WHERE NOT \"notnull\" AND pk = 0";
        let mut statement = vault.connection.prepare(sql).unwrap();
        let columns: Vec<String> =
            statement.query_map([&table], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        // Of the branch there is one row.
        for column in columns.iter().filter(|_| table != "branch") {
            for state in ["IS NULL", "IS NOT NULL"] {
                assert!(
                    count(&format!("SELECT count(*) FROM {table} WHERE {column} {state}")) > 0,
                    "{table}.{column} {state}"
                );
            }
        }
    }
}

/// As the first further migration will: a column is added and filled, and a table made anew.
#[test]
fn an_upgrade_keeps_every_record_and_is_a_line_in_the_log() {
    const FURTHER: &str = "
        ALTER TABLE talk ADD COLUMN mood TEXT NOT NULL DEFAULT '平和';
        CREATE TABLE study_session_new (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            held_on TEXT NOT NULL,
            last_on TEXT,
            hours_tenths INTEGER NOT NULL,
            place TEXT NOT NULL,
            lecturer TEXT NOT NULL,
            intensive INTEGER NOT NULL,
            uncounted INTEGER NOT NULL,
            content TEXT NOT NULL,
            topic_id INTEGER,
            meeting_id INTEGER
        ) STRICT;
        INSERT INTO study_session_new SELECT * FROM study_session;
        DROP TABLE study_session;
        ALTER TABLE study_session_new RENAME TO study_session;";
    let (_folder, mut vault) = opened(*NEWEST);
    let before = dump::dump(&vault.connection).unwrap();
    let upgrades = |vault: &Vault| {
        let sql = "SELECT count(*) FROM audit WHERE command = 'vault_upgrade'";
        vault.connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    let upgraded = upgrades(&vault);
    let further: Vec<_> = MIGRATIONS.iter().copied().chain([("0000_talks_mood", FURTHER)]).collect();
    migrate::apply(&further, &mut vault.connection, now()).unwrap();
    let mut after = dump::dump(&vault.connection).unwrap();
    for talk in after["talk"].as_array_mut().unwrap() {
        assert_eq!(talk.as_object_mut().unwrap().remove("mood").unwrap(), "平和");
    }
    assert_eq!(after, before);
    assert_eq!(migrate::version(&vault.connection).unwrap(), MIGRATIONS.len() + 1);
    let count = |sql: &str| vault.connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM undo_step"), 0, "changesets know the tables as they were");
    assert_eq!(upgrades(&vault), upgraded + 1);
    assert_eq!(evidence::records(&vault.connection, &|_, _, _| Ok(())).unwrap(), Vec::<String>::new());
}

#[test]
fn an_upgrade_that_fails_changes_nothing() {
    let (_folder, mut vault) = opened(*NEWEST);
    let before = dump::dump(&vault.connection).unwrap();
    let broken = "ALTER TABLE talk ADD COLUMN mood TEXT; INSERT INTO nowhere VALUES (1);";
    let further: Vec<_> = MIGRATIONS.iter().copied().chain([("0000_talks_mood", broken)]).collect();
    assert!(migrate::apply(&further, &mut vault.connection, now()).is_err());
    assert_eq!(dump::dump(&vault.connection).unwrap(), before);
    assert_eq!(migrate::version(&vault.connection).unwrap(), MIGRATIONS.len());
}

/// Makes the file of the newest schema from `awkward.sql`, unless there is one.
fn write() {
    let path = fixtures().join(format!("schema-{}.zhibu", MIGRATIONS.len()));
    if !path.exists() {
        let vault = Vault::create(&path, PASSPHRASE, now(), |vault| fill(vault, &records())).unwrap();
        vault.close().unwrap();
    }
}

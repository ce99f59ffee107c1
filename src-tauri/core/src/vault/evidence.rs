//! Whether the file is what its log says: found by comparing things that whoever changes a file from outside would have
//! to change together. What no file can tell of itself stands in `docs/SECURITY.md`.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::records::{RecordName, Records};
use super::{VaultError, Watch, audit, migrate, owners};
use crate::values::Period;

/// The command under which an upgrade of the schema stands in the log.
const UPGRADE: &str = "vault_upgrade";

/// So many entries between two looks whether the user thought better of it.
const STRIDE: usize = 64;

/// What an upgrade writes into the log: the digest of every table as it left it, so that the log can be compared with
/// the records from there on, and what was found just before.
pub(super) fn baseline(connection: &Connection, faults: &[String]) -> Result<Value, VaultError> {
    Ok(json!({ "baseline": { "tables": Records::read(connection)?.digests(), "faults": faults } }))
}

/// Appends that to the log.
pub(super) fn note_upgrade(
    connection: &Connection,
    at: chrono::DateTime<chrono::FixedOffset>,
    faults: &[String],
) -> Result<(), VaultError> {
    let baseline = baseline(connection, faults)?;
    audit::append(connection, at, UPGRADE, "升级档案格式", &serde_json::to_string(&[baseline])?)?;
    Ok(())
}

/// The records are what the log makes of them: its entries are taken back in memory, newest first, down to the newest
/// upgrade, whose digests must then fit, or to an empty file.
pub(super) fn records(connection: &Connection, watch: Watch<'_>) -> Result<Vec<String>, VaultError> {
    let total: u32 = connection.query_row("SELECT count(*) FROM audit", [], |row| row.get(0))?;
    let mut records = Records::read(connection)?;
    let mut differing = BTreeSet::new();
    let mut statement = connection.prepare("SELECT command, changes FROM audit ORDER BY seq DESC")?;
    let mut entries = statement.query([])?;
    let mut done = 0;
    while let Some(entry) = entries.next()? {
        if done % STRIDE == 0 {
            watch(done, total as usize, "核对每条记录与操作日志")?;
        }
        done += 1;
        // What cannot be read is noticed by its hash.
        let changes: Vec<Value> = serde_json::from_str(&entry.get::<_, String>(1)?).unwrap_or_default();
        if entry.get::<_, String>(0)? == UPGRADE {
            return Ok(at_upgrade(&changes, &records, &differing));
        }
        for change in changes.iter().rev() {
            records.take_back(change, &mut differing);
        }
    }
    let begun = Records::read(&migrate::model(migrate::version(connection)?)?)?;
    differing.extend(records.differing(&begun));
    Ok(by_room(differing.iter()))
}

fn at_upgrade(changes: &[Value], records: &Records, differing: &BTreeSet<RecordName>) -> Vec<String> {
    let Some(baseline) = changes.first().map(|change| &change["baseline"]) else { return Vec::new() };
    let said: BTreeMap<String, String> = serde_json::from_value(baseline["tables"].clone()).unwrap_or_default();
    let now = records.digests();
    let tables: BTreeSet<&String> =
        said.keys().chain(now.keys()).filter(|name| said.get(*name) != now.get(*name)).collect();
    // Records that are known to differ say it already.
    let unsaid = tables.into_iter().filter(|table| !differing.iter().any(|(own, _)| own == *table));
    let unsaid: Vec<RecordName> = unsaid.map(|table| (table.clone(), String::new())).collect();
    let mut faults = by_room(differing.iter().chain(&unsaid));
    let earlier: Vec<String> = serde_json::from_value(baseline["faults"].clone()).unwrap_or_default();
    faults.extend(earlier.iter().map(|fault| format!("升级档案格式之前就已发现：{fault}")));
    faults
}

fn by_room<'a>(differing: impl Iterator<Item = &'a RecordName>) -> Vec<String> {
    let mut rooms: BTreeMap<&str, usize> = BTreeMap::new();
    for (table, _) in differing {
        *rooms.entry(owners::room_of(table).map_or("档案", |room| room.title())).or_default() += 1;
    }
    let sentence = |(room, count)| format!("“{room}”有 {count} 处记录与操作日志不符，可能在程序之外被改动过");
    rooms.into_iter().map(sentence).collect()
}

/// The tables, and the triggers that keep the log and signed reports from being changed, are as the program makes them.
pub(super) fn schema(connection: &Connection) -> Result<Vec<String>, VaultError> {
    let model = migrate::model(migrate::version(connection)?)?;
    let (own, expected) = (schema_of(connection)?, schema_of(&model)?);
    let differ =
        |kind: &str| own.iter().filter(|part| part.0 == kind).ne(expected.iter().filter(|part| part.0 == kind));
    let mut faults = Vec::new();
    if differ("trigger") {
        faults.push("防止改动操作日志和已签名报告的保护与程序所设的不同，可能被人去掉或改动过".to_owned());
    }
    if ["table", "index", "view"].iter().any(|kind| differ(kind)) {
        faults.push("档案里的表格结构与程序所建的不同，可能在程序之外被改动过".to_owned());
    }
    Ok(faults)
}

/// Kind, name and text of every part of the schema.
fn schema_of(connection: &Connection) -> Result<BTreeSet<(String, String, String)>, VaultError> {
    let mut statement =
        connection.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")?;
    let parts =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<Result<_, _>>()?;
    Ok(parts)
}

/// Every signed report fits its hash, and the log still has the entry that was its newest when it was signed.
pub(super) fn signed_reports(connection: &Connection) -> Result<Vec<String>, VaultError> {
    let mut statement = connection.prepare(include_str!("sql/signed_reports.sql"))?;
    let mut rows = statement.query([])?;
    let mut faults = Vec::new();
    while let Some(row) = rows.next()? {
        // A file that has not been upgraded yet is looked at, too: there reports were of quarters alone.
        let period: String = row.get("period").or_else(|_| row.get("quarter"))?;
        let period = period.parse::<Period>().map_or(period, |period| period.title());
        let report = format!("{period}报告第{}版", row.get::<_, u32>("version")?);
        let pdf = row.get_ref("pdf")?.as_blob().unwrap_or_default();
        if hex::encode(Sha256::digest(pdf)) != row.get::<_, String>("sha256")? {
            faults.push(format!("{report}的签名文件与签名时不符，可能被替换过"));
        }
        if !row.get::<_, bool>("head_is_known")? {
            faults.push(format!("{report}签名时的操作日志已经不在档案里，日志可能被截短或改写过"));
        }
    }
    Ok(faults)
}

/// What undo would bring back is what the log says was done.
pub(super) fn undo_steps(connection: &Connection) -> Result<Vec<String>, VaultError> {
    let mut statement = connection.prepare(
        "SELECT undo_step.label, changeset, audit.label IS undo_step.label AS is_same, coalesce(changes, '[]') AS changes
         FROM undo_step LEFT JOIN audit ON audit.seq = audit_seq ORDER BY audit_seq",
    )?;
    let mut rows = statement.query([])?;
    let mut faults = Vec::new();
    while let Some(row) = rows.next()? {
        let logged: Vec<Value> = serde_json::from_str(&row.get::<_, String>("changes")?).unwrap_or_default();
        let changeset = row.get_ref("changeset")?.as_blob().unwrap_or_default();
        let kept = audit::describe(connection, changeset).map(|described| described.changes).unwrap_or_default();
        let kept: Vec<Value> = serde_json::from_str(&kept).unwrap_or_default();
        if kept != logged || !row.get::<_, bool>("is_same")? {
            let label: String = row.get("label")?;
            faults.push(format!("“{label}”的撤销内容与操作日志不符，可能被改动过"));
        }
    }
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, FixedOffset};

    use super::*;
    use crate::vault::Vault;

    fn now() -> DateTime<FixedOffset> {
        "2026-11-23T09:00:00+08:00".parse().unwrap()
    }

    fn with_a_room() -> Vault {
        let mut vault = Vault::in_memory();
        let add = |tx: &crate::vault::Tx<'_>| {
            tx.execute("INSERT INTO branch_room (name, address, note) VALUES ('甲', '', '')", [])
        };
        vault.transact::<_, VaultError>("branch_room_save", "登记活动室", now(), add).unwrap();
        vault
    }

    fn found(vault: &Vault) -> Vec<String> {
        records(&vault.connection, &|_, _, _| Ok(())).unwrap()
    }

    #[test]
    fn after_an_upgrade_the_records_are_compared_with_how_it_left_them() {
        let mut vault = with_a_room();
        note_upgrade(&vault.connection, now(), &[]).unwrap();
        let rename = |tx: &crate::vault::Tx<'_>| tx.execute("UPDATE branch_room SET name = '乙'", []);
        vault.transact::<_, VaultError>("branch_room_save", "修改活动室", now(), rename).unwrap();
        assert_eq!(found(&vault), Vec::<String>::new());
        vault.connection.execute("UPDATE branch_room SET note = '改'", []).unwrap();
        assert_eq!(found(&vault).len(), 1);
    }

    #[test]
    fn what_was_changed_before_an_upgrade_does_not_look_right_after_it() {
        let vault = with_a_room();
        vault.connection.execute("UPDATE branch_room SET name = '乙'", []).unwrap();
        let before = found(&vault);
        assert_eq!(before.len(), 1);
        note_upgrade(&vault.connection, now(), &before).unwrap();
        let after = found(&vault);
        assert!(after[0].contains("升级档案格式之前就已发现") && after[0].contains(&before[0]), "{after:?}");
    }

    #[test]
    fn the_comparison_can_be_stopped() {
        let vault = with_a_room();
        assert!(matches!(
            records(&vault.connection, &|_, _, _| Err(VaultError::Cancelled)),
            Err(VaultError::Cancelled)
        ));
    }

    /// Without one, the log would not record a table's changes.
    #[test]
    fn every_table_of_a_room_has_a_key() {
        let vault = Vault::in_memory();
        for table in super::super::dump::table_names(&vault.connection).unwrap() {
            let sql = "SELECT count(*) FROM pragma_table_info(?1) WHERE pk > 0";
            let columns: i64 = vault.connection.query_row(sql, [&table], |row| row.get(0)).unwrap();
            assert!(columns > 0, "{table}");
        }
    }
}

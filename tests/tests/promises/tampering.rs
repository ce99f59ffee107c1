//! Promises 7 and 21: what was changed from outside, with the passphrase and past every safeguard of the program, is found
//! by the check; a clock that was set back is said and upsets nothing.

use std::path::Path;

use rstest::rstest;
use rusqlite::Connection;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use zhibu_tests::Program;

const PASSPHRASE: &str = "晨光里的名册2026";

/// A closed file with members, a held meeting, a signed report and changes after it; and its key.
fn kept() -> (Program, String) {
    let program = Program::new("2026-11-23");
    let create = json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": { "name": "示例协会支部" } });
    let key = key(&program.ok("vault_create", create)["groups"]);
    std::fs::write(program.path("r.xlsx"), include_bytes!("../../fixtures/rosters/branch-list.xlsx")).unwrap();
    let digest = program.ok("roster_import_preview", json!({ "file": "r.xlsx" }))["digest"].clone();
    program.ok("roster_import", json!({ "file": "r.xlsx", "digest": digest }));
    let head = json!({ "id": null, "kinds": ["general"], "title": "", "planned_at": "2026-08-18T14:30:00" });
    let meeting = program.ok("meeting_save", head)["value"]["head"]["id"].clone();
    let view = program.ok("meeting_get", meeting.clone());
    let present = |row: &Value| json!({ "member": row["member"], "status": "present", "reason": null });
    let entries: Vec<Value> = view["attendance"].as_array().unwrap().iter().map(present).collect();
    program.ok("attendance_save", json!({ "id": meeting, "entries": entries }));
    std::fs::write(program.path("photo.png"), include_bytes!("../../../icons/icon.png")).unwrap();
    let owner = json!({ "meeting": meeting });
    let photo = json!({ "owner": owner, "kind": "photo", "files": ["photo.png"], "keep_originals": true });
    program.ok("attachment_add", photo);
    program.ok("report_sign", json!({ "quarter": "2026Q3", "reason": null }));
    for name in ["甲", "乙"] {
        program.ok("branch_room_save", json!({ "name": name }));
    }
    program.ok("undo", json!({}));
    assert_eq!(program.ok("vault_check", json!({}))["faults"], json!([]));
    program.ok("vault_lock", json!({}));
    (program, key)
}

/// The recovery code is the key: 52 symbols of Crockford's alphabet, in groups of four with a check symbol each.
fn key(groups: &Value) -> String {
    const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let groups = groups.as_array().unwrap().iter().map(|group| &group.as_str().unwrap()[..4]);
    let bits: String = groups.flat_map(str::chars).map(|c| format!("{:05b}", ALPHABET.find(c).unwrap())).collect();
    (0..64).map(|i| format!("{:x}", u8::from_str_radix(&bits[i * 4..i * 4 + 4], 2).unwrap())).collect()
}

/// The file as somebody opens it who has its key and not the program.
fn raw(file: &Path, key: &str) -> Connection {
    let salt = hex::encode(&std::fs::read(file).unwrap()[..16]);
    let connection = Connection::open(file).unwrap();
    connection.pragma_update(None, "key", format!("x'{key}{salt}'")).unwrap();
    connection
}

/// Runs `change` with the triggers out of the way, and puts them back word for word.
fn past_the_triggers(connection: &Connection, change: impl FnOnce(&Connection)) {
    let mut statement = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let triggers: Vec<(String, String)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    triggers.iter().for_each(|(name, _)| connection.execute_batch(&format!("DROP TRIGGER {name}")).unwrap());
    change(connection);
    triggers.iter().for_each(|(_, sql)| connection.execute_batch(sql).unwrap());
}

fn run(connection: &Connection, sql: &str) {
    let changed = connection.execute(sql, []).unwrap();
    assert!(changed > 0, "{sql} changed nothing");
}

/// The log written anew from an entry on, every hash right again.
fn chained_anew(connection: &Connection) {
    let mut statement = connection.prepare("SELECT seq, at, command, label, changes FROM audit ORDER BY seq").unwrap();
    let entries: Vec<(i64, String, String, String, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut prev = "0".repeat(64);
    for (seq, at, command, label, changes) in entries {
        let hash = hex::encode(Sha256::digest(json!([seq, at, command, label, changes, prev]).to_string()));
        connection.execute("UPDATE audit SET prev = ?2, hash = ?3 WHERE seq = ?1", (seq, &prev, &hash)).unwrap();
        prev = hash;
    }
}

const CUT: &str = "DELETE FROM audit WHERE seq >= (SELECT min(seq) FROM audit WHERE command = 'attachment_add')";

#[rstest]
#[case::a_record_changed(|db: &Connection| run(db, "UPDATE member SET note = '改' WHERE id = 3"), "“党员名册”有 1 处")]
#[case::a_record_added(|db: &Connection| run(db, "INSERT INTO branch_room (name, address, note) VALUES ('多出来的', '', '')"), "“支部”有 1 处")]
#[case::a_record_removed(|db: &Connection| run(db, "DELETE FROM branch_room"), "“支部”有 1 处")]
#[case::attendance_rewritten(
    |db: &Connection| run(db, "UPDATE meeting_attendance SET status = 'absent' WHERE member_id IN (3, 4)"), "“组织生活”有 2 处"
)]
#[case::a_signing_key_replaced(|db: &Connection| run(db, "UPDATE signing_identity SET certificate = x'00'"), "“签名”有 1 处")]
#[case::a_photo_replaced(|db: &Connection| run(db, "UPDATE vault_blob SET content = x'00'"), "一张照片")]
#[case::a_log_entry_reworded(
    |db: &Connection| past_the_triggers(db, |db: &Connection| run(db, "UPDATE audit SET label = '改' WHERE seq = 3")), "从第 3 条起"
)]
#[case::a_log_entry_left_out(
    |db: &Connection| past_the_triggers(db, |db: &Connection| {
        run(db, "DELETE FROM undo_step WHERE audit_seq = 3");
        run(db, "DELETE FROM audit WHERE seq = 3");
    }),
    "从第 4 条起"
)]
#[case::two_log_entries_exchanged(
    |db: &Connection| past_the_triggers(db, |db: &Connection| {
        db.execute_batch("PRAGMA foreign_keys = OFF; UPDATE audit SET seq = -seq WHERE seq IN (2, 3)").unwrap();
        run(db, "UPDATE audit SET seq = 5 + seq WHERE seq < 0");
    }),
    "从第 2 条起"
)]
#[case::the_log_cut_and_undo_with_it(
    |db: &Connection| past_the_triggers(db, |db: &Connection| {
        db.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM undo_step").unwrap();
        run(db, CUT);
    }),
    "签名时的操作日志已经不在"
)]
#[case::the_log_cut_and_the_records_taken_back_with_it(
    |db: &Connection| past_the_triggers(db, |db: &Connection| {
        db.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM undo_step; DELETE FROM attachment;
            DELETE FROM branch_room").unwrap();
        run(db, CUT);
    }),
    "2026年第三季度报告第1版签名时的操作日志已经不在"
)]
#[case::the_log_rewritten_with_every_hash_right(
    |db: &Connection| past_the_triggers(db, |db: &Connection| {
        run(db, "UPDATE member SET note = '改' WHERE id = 3");
        run(db, "UPDATE audit SET changes = replace(changes, '\"note\":\"\"', '\"note\":\"改\"') WHERE command = 'roster_import'");
        chained_anew(db);
    }),
    "签名时的操作日志已经不在"
)]
#[case::a_signed_report_replaced(
    |db: &Connection| past_the_triggers(db, |db: &Connection| run(db, "UPDATE report_version SET pdf = x'25504446'")), "第1版的签名文件"
)]
#[case::a_signed_report_replaced_with_its_hash(
    |db: &Connection| past_the_triggers(db, |db: &Connection| {
        let hash = hex::encode(Sha256::digest(b"%PDF"));
        db.execute("UPDATE report_version SET pdf = x'25504446', sha256 = ?1", [hash]).unwrap();
    }),
    "“报告报送”有 1 处"
)]
#[case::what_a_report_says_of_its_head_changed(
    |db: &Connection| past_the_triggers(db, |db: &Connection| run(db, "UPDATE report_version SET data = json_remove(data, '$.audit_head')")),
    "签名时的操作日志已经不在"
)]
#[case::a_trigger_removed(|db: &Connection| db.execute_batch("DROP TRIGGER audit_is_never_changed").unwrap(), "保护")]
#[case::a_trigger_added(
    |db: &Connection| db.execute_batch("CREATE TRIGGER more AFTER INSERT ON talk BEGIN DELETE FROM talk; END").unwrap(), "保护"
)]
#[case::a_table_added(|db: &Connection| db.execute_batch("CREATE TABLE talk_more (a)").unwrap(), "表格结构")]
#[case::what_undo_would_do_changed(
    |db: &Connection| run(db, "UPDATE undo_step SET changeset = (SELECT changeset FROM undo_step ORDER BY audit_seq LIMIT 1)
        WHERE audit_seq = (SELECT max(audit_seq) FROM undo_step WHERE undone = 0)"),
    "撤销内容与操作日志不符"
)]
fn what_was_changed_from_outside_is_found(#[case] change: fn(&Connection), #[case] said: &str) {
    let (program, key) = kept();
    let connection = raw(&program.path("a.zhibu"), &key);
    change(&connection);
    connection.close().unwrap();
    program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }));
    let check = program.ok("vault_check", json!({}));
    assert_eq!(check["ok"], false, "{check}");
    let faults: Vec<&str> = check["faults"].as_array().unwrap().iter().map(|fault| fault.as_str().unwrap()).collect();
    assert!(faults.iter().any(|fault| fault.contains(said)), "{faults:?}");
    assert!(!faults.iter().any(|fault| fault.contains('_')), "a table's name is no word for people: {faults:?}");
}

#[test]
fn a_clock_set_back_is_said_in_the_log_and_by_the_check_and_the_order_stays() {
    let (ahead, _) = kept();
    let on = |day: &str| {
        let program = Program::in_folder(ahead.folder().to_owned(), day);
        program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }));
        program.ok("branch_room_save", json!({ "name": format!("在{day}") }));
        let seen = (program.ok("audit_list", json!({ "limit": 100 })), program.ok("vault_check", json!({})));
        program.ok("vault_lock", json!({}));
        seen
    };
    on("2099-01-01");
    let (log, check) = on("2026-11-24");
    let entries = log.as_array().unwrap();
    assert!(entries.iter().is_sorted_by_key(|entry| -entry["seq"].as_i64().unwrap()));
    assert_eq!((&entries[0]["clock_set_back"], &entries[1]["clock_set_back"]), (&json!(true), &json!(false)));
    assert_eq!(check["ok"], true, "{check}");
    assert!(check["notes"][0].as_str().unwrap().contains("时钟往回调过"), "{check}");
    assert_eq!(check["notes"].as_array().unwrap().len(), 1);
}

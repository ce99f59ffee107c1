//! A new passphrase: weak ones are refused; the log says that it was changed exactly where it is true.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::{Value, json};
use zhibu_tests::{Program, binary};

const OLD: &str = "晨光里的名册2026";
const NEW: &str = "换过的密码一二三四";

fn created() -> Program {
    let program = Program::new("2026-11-23");
    let branch = json!({ "name": "晨曦协会支部" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": OLD, "branch": branch }));
    program
}

fn opens(program: &Program, passphrase: &str) -> bool {
    program.call("vault_unlock", json!({ "file": "a.zhibu", "passphrase": passphrase })).is_ok()
}

fn changes_in_the_log(program: &Program) -> usize {
    let log = program.ok("audit_list", json!({ "limit": 500 }));
    log.as_array().unwrap().iter().filter(|entry| entry["command"] == "passphrase_change").count()
}

#[test]
fn a_passphrase_that_is_easily_guessed_is_refused_at_its_field_wherever_one_is_set() {
    let program = Program::new("2026-11-23");
    let weak =
        ["11111111", "12345678", "19900101", "13800010009", "woaini1314", "chenxixiehuizhibu", "晨曦协会支部2026"];
    for passphrase in weak {
        let branch = json!({ "name": "晨曦协会支部" });
        let problem =
            program.problem("vault_create", json!({ "file": "b.zhibu", "passphrase": passphrase, "branch": branch }));
        assert_eq!(problem["fields"][0]["field"], "passphrase", "{passphrase}");
        assert!(!program.path("b.zhibu").exists());
    }
    let program = created();
    let before = fs::read(program.path("a.zhibu")).unwrap().len();
    for passphrase in weak {
        let problem = program.problem("passphrase_change", json!({ "current": OLD, "new": passphrase }));
        assert_eq!(problem["fields"][0]["field"], "new", "{passphrase}");
        let said = program.ok("passphrase_judge", json!({ "passphrase": passphrase }));
        assert_eq!(said["accepted"], false, "{passphrase}");
        assert_eq!(problem["fields"][0]["message"], said["words"], "{passphrase}");
    }
    program.ok("vault_lock", json!({}));
    assert!(opens(&program, OLD));
    assert_eq!(fs::metadata(program.path("a.zhibu")).unwrap().len() as usize, before);
}

#[test]
fn backups_of_before_open_with_the_passphrase_of_before_and_the_list_says_so() {
    let program = created();
    program.ok("vault_backup", json!({}));
    program.ok("passphrase_change", json!({ "current": OLD, "new": NEW }));
    let status = program.ok("vault_status", json!({}));
    assert_eq!((&status["last_backup"], &status["backup_due"]), (&Value::Null, &json!(true)));
    let name = "a 2026-11-23 090000.zhibu";
    let list = program.ok("backup_list", json!({}));
    assert_eq!(list["backups"][0]["state"], "other_passphrase");
    assert_eq!(program.ok("backup_list", json!({ "passphrase": OLD }))["backups"][0]["state"], "verified");
    assert_eq!(program.problem("backup_restore", json!({ "name": name }))["fields"][0]["field"], "passphrase");
    program.ok("backup_restore", json!({ "name": name, "passphrase": OLD }));
    program.ok("vault_lock", json!({}));
    assert!(!opens(&program, NEW) && opens(&program, OLD));
    program.ok("backup_delete", json!({ "names": ["a 2026-11-23 090000 恢复前.zhibu"] }));
    assert_eq!(program.ok("backup_list", json!({}))["backups"].as_array().unwrap().len(), 1);
}

#[test]
fn a_change_that_fails_leaves_the_file_open_under_the_old_passphrase_and_no_word_in_the_log() {
    let program = created();
    let log = program.ok("audit_list", json!({ "limit": 10 }));
    // Nothing can be made beside the file: its folder is gone from under it.
    let (folder, away) = (program.folder().to_owned(), program.folder().with_extension("away"));
    fs::rename(&folder, &away).unwrap();
    let problem = program.problem("passphrase_change", json!({ "current": OLD, "new": NEW }));
    fs::rename(&away, &folder).unwrap();
    let said = problem["message"].as_str().unwrap();
    assert!(!said.replace("U盘", "").contains(|c: char| c.is_ascii_alphabetic()), "{said}");
    assert_eq!(program.ok("audit_list", json!({ "limit": 10 })), log);
    assert_eq!(program.ok("vault_status", json!({}))["state"], "open");
    program.ok("vault_lock", json!({}));
    assert!(opens(&program, OLD));
    assert_eq!(changes_in_the_log(&program), 0);
}

#[test]
fn killed_at_any_moment_the_file_opens_with_one_of_the_two_and_the_log_agrees() {
    const ROUNDS: u32 = 40;
    let program = created();
    program.ok("vault_lock", json!({}));
    let (mut current, mut next, mut changed) = (OLD, NEW, 0);
    let change = |current: &str, next: &str| {
        Command::new(binary("zhibu-cli").unwrap())
            .args(["--today", "2026-11-23", "call", "a.zhibu", "passphrase_change"])
            .arg(json!({ "current": current, "new": next }).to_string())
            .env("ZHIBU_PASSPHRASE", current)
            .current_dir(program.folder())
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    };
    let started = Instant::now();
    assert!(change(current, next).wait().unwrap().success());
    let whole = started.elapsed();
    (current, next, changed) = (next, current, changed + 1);
    // Spread over the time that a whole change takes, and a little beyond; on a machine that became slower meanwhile further
    // on, until one more came to its end.
    let mut round = 0;
    while round < ROUNDS || changed == 1 {
        let mut going = change(current, next);
        std::thread::sleep(whole * (round * 7 % ROUNDS + round / ROUNDS * ROUNDS) / (ROUNDS - 4));
        going.kill().unwrap();
        going.wait().unwrap();
        let with_new = opens(&program, next);
        program.ok("vault_lock", json!({}));
        let with_old = opens(&program, current);
        assert!(with_old != with_new, "round {round}: old {with_old}, new {with_new}");
        if with_new {
            (current, next, changed) = (next, current, changed + 1);
            assert!(opens(&program, current));
        }
        assert_eq!(changes_in_the_log(&program), changed, "round {round}");
        assert_eq!(program.ok("vault_check", json!({}))["ok"], true, "round {round}");
        program.ok("vault_lock", json!({}));
        round += 1;
    }
}

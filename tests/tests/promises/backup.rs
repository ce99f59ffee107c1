//! Backups: made while one works, told apart from the file, looked into, restored and taken back, thinned, copied.

use std::fs;
use std::path::Path;
use std::process::Command;

use rstest::rstest;
use serde_json::{Value, json};
use zhibu_tests::Program;

const PASSPHRASE: &str = "晨光里的名册2026";
const FIRST: &str = "a 2026-11-20 090000.zhibu";

fn unlock(program: &Program, file: &str) -> Value {
    program.ok("vault_unlock", json!({ "file": file, "passphrase": PASSPHRASE }))
}

fn rename(program: &Program, name: &str) {
    program.ok("branch_save", json!({ "record": { "name": name } }));
}

fn name(program: &Program) -> String {
    program.ok("branch_get", json!({}))["name"].as_str().unwrap().to_owned()
}

/// A file with a backup of the 20th; on the 23rd the branch has another name.
fn branch() -> Program {
    let first = Program::new("2026-11-20");
    let branch = json!({ "name": "从前的支部" });
    first.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    first.ok("vault_backup", json!({}));
    first.ok("vault_lock", json!({}));
    let program = first.on("2026-11-23");
    unlock(&program, "a.zhibu");
    rename(&program, "现在的支部");
    program
}

fn rows(program: &Program) -> Vec<Value> {
    program.ok("backup_list", json!({}))["backups"].as_array().unwrap().clone()
}

fn row(program: &Program, name: &str) -> Value {
    rows(program).into_iter().find(|row| row["name"] == name).unwrap_or_else(|| panic!("{name} is not listed"))
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_listed_with_its_size_its_records_and_that_it_was_verified() {
    let program = branch();
    let listed = row(&program, FIRST);
    assert_eq!(
        (&listed["state"], &listed["kind"], &listed["at"]),
        (&json!("verified"), &json!("routine"), &json!("2026-11-20 09:00"))
    );
    assert!(listed["bytes"].as_u64().unwrap() > 4096 && listed["records"].as_u64().unwrap() > 0, "{listed}");
    assert_eq!(program.ok("backup_list", json!({}))["folder"], "a 备份");
}

#[test]
fn what_is_in_a_backup_is_said_without_opening_it() {
    let program = branch();
    let before = fs::read(program.path("a 备份").join(FIRST)).unwrap();
    let contents = program.ok("backup_look", json!({ "name": FIRST }));
    assert_eq!((&contents["branch"], &contents["last_change"]), (&json!("从前的支部"), &json!("建立支部档案")));
    assert_eq!(name(&program), "现在的支部");
    assert_eq!(fs::read(program.path("a 备份").join(FIRST)).unwrap(), before);
    assert_eq!(names(&program.path("a 备份")), [FIRST]);
}

#[test]
fn a_restored_backup_is_taken_back_from_the_same_list() {
    let program = branch();
    let now = program.ok("vault_dump", json!({}));
    let status = program.ok("backup_restore", json!({ "name": FIRST }));
    assert_eq!((&status["state"], &status["backup_made_at"]), (&json!("open"), &Value::Null));
    assert_eq!(name(&program), "从前的支部");
    let log = program.ok("audit_list", json!({ "limit": 1 }));
    assert_eq!(log[0]["label"], "恢复到2026-11-20 09:00的备份");
    assert_eq!(program.ok("vault_check", json!({}))["ok"], true);
    rename(&program, "又一个支部");

    let kept = "a 2026-11-23 090000 恢复前.zhibu";
    assert_eq!(
        (&row(&program, kept)["state"], &row(&program, kept)["kind"]),
        (&json!("verified"), &json!("before_restore"))
    );
    program.ok("backup_restore", json!({ "name": kept }));
    assert_eq!(program.ok("vault_dump", json!({})), now);
    // What was there in between is kept as well, under a name of its own.
    assert_eq!(rows(&program).iter().filter(|row| row["kind"] == "before_restore").count(), 2);
    program.ok("vault_lock", json!({}));
    unlock(&program, "a.zhibu");
    assert_eq!(program.ok("vault_dump", json!({})), now);
}

#[test]
fn a_file_that_no_longer_opens_is_restored_from_before_it_and_kept() {
    let program = branch();
    program.ok("vault_lock", json!({}));
    let mut damaged = fs::read(program.path("a.zhibu")).unwrap();
    damaged[20..200].fill(7);
    fs::write(program.path("a.zhibu"), &damaged).unwrap();
    assert!(program.call("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE })).is_err());

    let locked = program.ok("backup_list", json!({ "file": "a.zhibu" }));
    assert_eq!(locked["backups"][0]["state"], "other_passphrase");
    assert_eq!(
        program.problem("backup_look", json!({ "file": "a.zhibu", "name": FIRST }))["fields"][0]["field"],
        "passphrase"
    );
    let wrong = json!({ "file": "a.zhibu", "name": FIRST, "passphrase": "不是这个密码呀呀" });
    assert_eq!(program.problem("backup_restore", wrong)["code"], "other_passphrase");
    assert_eq!(fs::read(program.path("a.zhibu")).unwrap(), damaged);

    let right = json!({ "file": "a.zhibu", "name": FIRST, "passphrase": PASSPHRASE });
    assert_eq!(program.ok("backup_look", right.clone())["branch"], "从前的支部");
    assert_eq!(program.ok("backup_restore", right)["state"], "open");
    assert_eq!(name(&program), "从前的支部");
    assert_eq!(fs::read(program.path("a 备份/a 2026-11-23 090000 恢复前.zhibu")).unwrap(), damaged);
}

#[test]
fn a_backup_whose_pages_are_damaged_is_not_restored() {
    let program = branch();
    let path = program.path("a 备份").join(FIRST);
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes.len() / 2 / 4096 * 4096 + 77;
    bytes[at] ^= 1;
    fs::write(&path, bytes).unwrap();
    assert!(program.call("backup_restore", json!({ "name": FIRST })).is_err());
    assert_eq!(name(&program), "现在的支部");
    rename(&program, "仍可修改");
    assert!(rows(&program).iter().all(|row| row["kind"] != "before_restore"));
}

#[test]
fn an_opened_backup_says_so_refuses_changes_and_grows_no_backups() {
    let program = branch();
    program.ok("vault_lock", json!({}));
    let copy = format!("a 备份/{FIRST}");
    // Carried elsewhere under another name it is still a backup.
    fs::copy(program.path(&copy), program.path("拷贝.zhibu")).unwrap();
    for file in [copy.as_str(), "拷贝.zhibu"] {
        let before = fs::read(program.path(file)).unwrap();
        let status = unlock(&program, file);
        assert_eq!(
            (&status["backup_made_at"], &status["backup_due"]),
            (&json!("2026-11-20 09:00"), &json!(false)),
            "{file}"
        );
        let problem = program.problem("branch_save", json!({ "record": { "name": "改名" } }));
        assert_eq!(problem["code"], "is_backup");
        assert!(problem["message"].as_str().unwrap().contains("11月20日的备份，只能看"), "{problem}");
        for (command, request) in [
            ("vault_backup", json!({})),
            ("undo", json!({})),
            ("report_sign", json!({ "quarter": "2026Q3" })),
            ("passphrase_change", json!({ "current": PASSPHRASE, "new": "换过的密码一二三四" })),
        ] {
            assert_eq!(program.problem(command, request)["code"], "is_backup", "{command}");
        }
        assert_eq!(name(&program), "从前的支部");
        program.ok("vault_lock", json!({}));
        assert_eq!(fs::read(program.path(file)).unwrap(), before, "{file} was written to");
    }
    assert_eq!(names(&program.path("a 备份")), [FIRST]);
    assert_eq!(names(program.folder()), ["a 备份", "a.zhibu", "拷贝.zhibu"]);
}

#[test]
fn a_backup_becomes_a_file_to_work_with_when_the_user_says_so() {
    let program = branch();
    program.ok("vault_lock", json!({}));
    let copy = format!("a 备份/{FIRST}");
    unlock(&program, &copy);
    assert_eq!(program.ok("backup_release", json!({}))["backup_made_at"], Value::Null);
    rename(&program, "从这里接着做");
    program.ok("vault_lock", json!({}));
    let status = unlock(&program, &copy);
    assert_eq!((&status["backup_made_at"], name(&program)), (&Value::Null, "从这里接着做".to_owned()));
    program.ok("vault_lock", json!({}));
    // Among the other file's backups it is no longer one that was checked, and is not thinned.
    unlock(&program, "a.zhibu");
    assert_eq!(row(&program, FIRST)["state"], "unverified");
}

#[test]
fn a_backup_of_a_day_that_has_not_come_stops_no_daily_backup() {
    let program = branch();
    program.ok("vault_lock", json!({}));
    let ahead = program.on("2099-01-01");
    assert_eq!(unlock(&ahead, "a.zhibu")["backup_due"], true);
    ahead.ok("vault_backup", json!({}));
    ahead.ok("vault_lock", json!({}));
    let status = unlock(&program, "a.zhibu");
    assert_eq!((&status["backup_due"], &status["last_backup"]), (&json!(true), &json!("2026-11-20 09:00")));
    assert_eq!(program.ok("vault_backup", json!({}))["last_backup"], "2026-11-23 09:00");
    let listed = row(&program, "a 2099-01-01 090000.zhibu");
    assert_eq!((&listed["is_ahead"], &listed["state"]), (&json!(true), &json!("verified")));
    // Nor does it make the others look old.
    assert_eq!(row(&program, FIRST)["state"], "verified");
}

#[rstest]
#[case("", "empty")]
#[case("not a backup at all, and shorter than a page", "other_passphrase")]
fn what_is_no_backup_counts_for_none(#[case] content: &str, #[case] state: &str) {
    let program = branch();
    let today = "a 2026-11-23 080000.zhibu";
    fs::write(program.path("a 备份").join(today), content).unwrap();
    assert_eq!(row(&program, today)["state"], state);
    let status = program.ok("vault_status", json!({}));
    assert_eq!((&status["backup_due"], &status["last_backup"]), (&json!(true), &json!("2026-11-20 09:00")));
    assert!(program.call("backup_restore", json!({ "name": today })).is_err());
    assert_eq!(name(&program), "现在的支部");
}

/// As a stick that was pulled out, or a cloud folder, leaves one.
#[rstest]
#[case::amid_a_page(|sound: &[u8]| sound[..5_000].to_vec())]
#[case::after_two_pages(|sound: &[u8]| sound[..8_192].to_vec())]
#[case::half(|sound: &[u8]| sound[..sound.len() / 8192 * 4096].to_vec())]
#[case::last_page_missing(|sound: &[u8]| sound[..sound.len() - 4_096].to_vec())]
#[case::head_damaged(|sound: &[u8]| [&sound[..16], &vec![7; 4080], &sound[4096..]].concat())]
fn a_backup_that_was_cut_off_counts_for_none(#[case] spoil: fn(&[u8]) -> Vec<u8>) {
    let program = branch();
    program.ok("vault_backup", json!({}));
    assert_eq!(program.ok("vault_status", json!({}))["backup_due"], false);
    let today = program.path("a 备份").join("a 2026-11-23 090000.zhibu");
    fs::write(&today, spoil(&fs::read(&today).unwrap())).unwrap();
    let status = program.ok("vault_status", json!({}));
    assert_eq!((&status["backup_due"], &status["last_backup"]), (&json!(true), &json!("2026-11-20 09:00")));
}

#[test]
fn thinning_touches_only_what_the_program_made() {
    let program = branch();
    program.ok("vault_lock", json!({}));
    let folder = program.path("a 备份");
    let (file, backup) = (fs::read(program.path("a.zhibu")).unwrap(), fs::read(folder.join(FIRST)).unwrap());
    let put = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
    // Ten minutes of a day long past: of such backups only the last is kept.
    let minutes = |day: &str| (10..20).map(|minute| format!("a 2026-{day} 08{minute}00.zhibu")).collect::<Vec<_>>();
    minutes("10-02").iter().for_each(|name| put(name, &backup));
    let foreign =
        ["a 2026-10-01 080000 我的.zhibu", "a 2026-10-01 080000(2).zhibu", "b 2026-10-01 080000.zhibu", "说明.txt"];
    foreign.iter().for_each(|name| put(name, &backup));
    // Named like ours, but the file itself, copied by hand.
    minutes("10-03").iter().for_each(|name| put(name, &file));
    // Named like ours, but of another file.
    minutes("10-04").iter().for_each(|name| put(name, &[7; 8192]));
    unlock(&program, "a.zhibu");
    program.ok("vault_backup", json!({}));
    let there = names(&folder);
    let kept = [minutes("10-03"), minutes("10-04"), foreign.map(str::to_owned).to_vec()].concat();
    for name in kept {
        assert!(there.contains(&name), "{name} is gone");
    }
    let of_that_day: Vec<_> = there.iter().filter(|name| name.starts_with("a 2026-10-02")).collect();
    assert!(of_that_day.len() < 10, "nothing was thinned: {there:?}");
}

#[test]
fn a_copy_on_another_medium_is_read_back_and_replaces_nothing() {
    let program = branch();
    fs::create_dir(program.path("U盘")).unwrap();
    let to = format!("U盘/{FIRST}");
    program.ok("backup_copy", json!({ "name": FIRST, "to": to }));
    assert_eq!(fs::read(program.path(&to)).unwrap(), fs::read(program.path("a 备份").join(FIRST)).unwrap());
    assert_eq!(program.problem("backup_copy", json!({ "name": FIRST, "to": "a.zhibu" }))["code"], "exists");
    assert_eq!(
        program.problem("backup_copy", json!({ "name": "../a.zhibu", "to": "U盘/b.zhibu" }))["code"],
        "no_such_backup"
    );
    assert_eq!(names(&program.path("U盘")), [FIRST]);
    assert_eq!(program.ok("vault_check", json!({}))["ok"], true);
}

#[test]
fn what_is_changed_while_a_backup_is_made_is_in_it_whole() {
    use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
    use zhibu_core::desk::{Job, Progress};
    let program = branch();
    let changes = AtomicU32::new(0);
    // Between two pieces the file is free: another change each time.
    let between = |_: Progress| {
        let change = changes.fetch_add(1, Ordering::Relaxed);
        rename(&program, &format!("支部{change}"));
    };
    let never = AtomicBool::new(false);
    let job = Job { report: &between, cancelled: &never };
    program.call_watched("vault_backup", json!({}), &job).unwrap();
    assert!(changes.load(Ordering::Relaxed) >= 3, "the file was not free");
    let dump = program.ok("vault_dump", json!({}));
    program.ok("vault_lock", json!({}));
    unlock(&program, "a 备份/a 2026-11-23 090000.zhibu");
    assert_eq!(program.ok("vault_check", json!({}))["ok"], true);
    assert_eq!(program.ok("vault_dump", json!({})), dump);
}

#[test]
fn a_backup_ends_when_the_file_is_locked_and_leaves_nothing() {
    use std::sync::atomic::AtomicBool;
    use zhibu_core::desk::{Job, Progress};
    let program = branch();
    let lock = |_: Progress| drop(program.call("vault_lock", json!({})));
    let never = AtomicBool::new(false);
    let job = Job { report: &lock, cancelled: &never };
    let problem = program.call_watched("vault_backup", json!({}), &job).unwrap_err();
    assert_eq!(problem.code, "stopped");
    assert_eq!(names(&program.path("a 备份")), [FIRST]);
}

/// A program killed in mid-change leaves a journal; then somebody copies a backup over the file by hand.
fn with_a_journal_left(program: &Program) {
    let journal = program.path("a.zhibu-journal");
    let is_hot = || fs::read(&journal).unwrap_or_default().starts_with(&[0xd9, 0xd5, 0x05, 0xf9]);
    let mut writer = Command::new(env!("CARGO_BIN_EXE_writer"));
    writer.arg(program.folder()).arg("1");
    loop {
        let mut writer = writer.stdout(std::process::Stdio::null()).spawn().unwrap();
        while !is_hot() {
            assert!(writer.try_wait().unwrap().is_none(), "the writer ended by itself");
        }
        writer.kill().unwrap();
        writer.wait().unwrap();
        // It may have come to the end of the change before it died.
        if is_hot() {
            return;
        }
    }
}

#[test]
fn a_backup_copied_over_a_file_with_a_left_over_journal_is_not_destroyed() {
    let program = branch();
    program.ok("vault_lock", json!({}));
    for _ in 0..5 {
        with_a_journal_left(&program);
        let backup = fs::read(program.path("a 备份").join(FIRST)).unwrap();
        fs::write(program.path("a.zhibu"), &backup).unwrap();
        let status = unlock(&program, "a.zhibu");
        let notice = status["notice"].as_str().unwrap_or_default().to_owned();
        assert!(notice.contains("没有用它"), "{status}");
        assert_eq!(
            (name(&program), program.ok("vault_check", json!({}))["ok"].clone()),
            ("从前的支部".to_owned(), json!(true))
        );
        program.ok("vault_lock", json!({}));
        assert_eq!(fs::read(program.path("a.zhibu")).unwrap(), backup);
        let aside = names(program.folder()).into_iter().find(|name| name.contains("没有用上的临时文件")).unwrap();
        fs::remove_file(program.path(&aside)).unwrap();
        // To go on from a file that can be written to.
        program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }));
        program.ok("backup_release", json!({}));
        program.ok("vault_lock", json!({}));
    }
}

#[test]
fn a_wrong_passphrase_rolls_no_journal_in() {
    let program = branch();
    program.ok("vault_lock", json!({}));
    with_a_journal_left(&program);
    let (file, journal) =
        (fs::read(program.path("a.zhibu")).unwrap(), fs::read(program.path("a.zhibu-journal")).unwrap());
    let wrong = json!({ "file": "a.zhibu", "passphrase": "不是这个密码呀呀" });
    assert_eq!(program.problem("vault_unlock", wrong)["code"], "cannot_open");
    assert_eq!(fs::read(program.path("a.zhibu")).unwrap(), file);
    assert_eq!(fs::read(program.path("a.zhibu-journal")).unwrap(), journal);
    unlock(&program, "a.zhibu");
    assert_eq!(program.ok("vault_check", json!({}))["ok"], true);
}

#[cfg(unix)]
#[test]
fn restoring_keeps_links_and_permissions_and_a_backup_has_those_of_its_file() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for wanted in [0o600, 0o640] {
        let program = branch();
        program.ok("vault_lock", json!({}));
        fs::create_dir(program.path("真")).unwrap();
        let real = program.path("真/a.zhibu");
        fs::rename(program.path("a.zhibu"), &real).unwrap();
        symlink(&real, program.path("a.zhibu")).unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(wanted)).unwrap();
        unlock(&program, "a.zhibu");
        program.ok("vault_backup", json!({}));
        assert_eq!(mode(&program.path("a 备份/a 2026-11-23 090000.zhibu")), wanted);
        program.ok("backup_restore", json!({ "name": FIRST }));
        assert!(program.path("a.zhibu").is_symlink());
        assert_eq!((mode(&real), name(&program)), (wanted, "从前的支部".to_owned()));
        program.ok("passphrase_change", json!({ "current": PASSPHRASE, "new": "换过的密码一二三四" }));
        program.ok("vault_lock", json!({}));
        assert!(program.path("a.zhibu").is_symlink());
        assert_eq!(mode(&real), wanted);
        program.ok("vault_unlock", json!({ "file": "真/a.zhibu", "passphrase": "换过的密码一二三四" }));
    }
}

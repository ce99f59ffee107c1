//! The vault's promises, on real encrypted files through the command table.

use rstest::rstest;
use serde_json::{Value, json};
use zhibu_tests::Program;

fn created() -> (Program, Vec<String>) {
    let program = Program::new("2026-11-23");
    let reply = program.ok(
        "vault_create",
        json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026", "branch": { "name": "示例协会支部" } }),
    );
    let groups = reply["groups"].as_array().unwrap().iter().map(|g| g.as_str().unwrap().to_owned()).collect();
    (program, groups)
}

fn rename(program: &Program, name: &str) -> Value {
    program.ok("branch_save", json!({ "record": { "name": name, "superior": "示例街道党工委" } }))
}

#[test]
fn the_file_shows_nothing_without_its_key() {
    let (program, _) = created();
    rename(&program, "晨曦协会支部");
    program.ok("vault_lock", json!({}));
    let bytes = std::fs::read(program.path("a.zhibu")).unwrap();
    assert!(bytes.len() > 4096);
    for text in ["SQLite format", "CREATE TABLE", "晨曦协会支部", "示例街道"] {
        assert!(!bytes.windows(text.len()).any(|window| window == text.as_bytes()), "{text} stands in the clear");
    }
}

#[test]
fn a_clean_close_leaves_one_file() {
    let (program, _) = created();
    rename(&program, "晨曦协会支部");
    program.ok("vault_lock", json!({}));
    let names: Vec<_> = std::fs::read_dir(program.folder()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["a.zhibu"]);
}

#[test]
fn a_wrong_passphrase_and_a_damaged_head_say_the_same() {
    let (program, _) = created();
    program.ok("vault_lock", json!({}));
    let wrong = program.problem("vault_unlock", json!({ "file": "a.zhibu", "passphrase": "不是这个密码呀呀" }));
    let mut bytes = std::fs::read(program.path("a.zhibu")).unwrap();
    bytes[20] ^= 1;
    std::fs::write(program.path("a.zhibu"), &bytes).unwrap();
    let damaged = program.problem("vault_unlock", json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026" }));
    assert_eq!(wrong["code"], "cannot_open");
    assert_eq!(wrong, damaged);
}

/// A file that is not whole, or not ours, as it comes from a cloud folder, a stick or a wrong click.
#[rstest]
#[case::nothing(|_: &[u8]| Vec::new(), "empty_file", "空")]
#[case::one_byte(|sound: &[u8]| sound[..1].to_vec(), "incomplete_file", "只有 1 字节")]
#[case::less_than_a_salt(|sound: &[u8]| sound[..15].to_vec(), "incomplete_file", "只有 15 字节")]
#[case::less_than_a_page(|sound: &[u8]| sound[..100].to_vec(), "incomplete_file", "只有 100 字节")]
#[case::within_a_page(|sound: &[u8]| sound[..sound.len() * 6 / 10 / 4096 * 4096 + 1000].to_vec(), "incomplete_file", "截断")]
#[case::between_pages(|sound: &[u8]| sound[..sound.len() * 6 / 10 / 4096 * 4096].to_vec(), "incomplete_file", "缺少")]
#[case::without_the_last_page(|sound: &[u8]| sound[..sound.len() - 4096].to_vec(), "incomplete_file", "缺少")]
#[case::with_an_empty_tail(|sound: &[u8]| zeroed_from(sound, sound.len() * 6 / 10), "incomplete_file", "空白")]
#[case::with_an_empty_last_page(|sound: &[u8]| zeroed_from(sound, sound.len() - 4096), "incomplete_file", "空白")]
#[case::all_zeros(|sound: &[u8]| vec![0; sound.len()], "incomplete_file", "空白")]
#[case::a_pdf(|_: &[u8]| [b"%PDF-1.7".as_slice(), &[b'x'; 5000]].concat(), "not_a_vault", "PDF")]
#[case::a_workbook(|_: &[u8]| include_bytes!("../../fixtures/rosters/faulty.xlsx").to_vec(), "not_a_vault", "Excel")]
#[case::a_plain_database(|_: &[u8]| [b"SQLite format 3\0".as_slice(), &[1; 8176]].concat(), "not_a_vault", "数据库")]
fn a_file_that_cannot_be_one_of_ours_is_named_and_left_as_it_is(
    #[case] spoilt: fn(&[u8]) -> Vec<u8>,
    #[case] code: &str,
    #[case] word: &str,
) {
    let (program, groups) = created();
    program.ok("vault_lock", json!({}));
    let bytes = spoilt(&std::fs::read(program.path("a.zhibu")).unwrap());
    std::fs::write(program.path("a.zhibu"), &bytes).unwrap();
    let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000);
    std::fs::File::options().write(true).open(program.path("a.zhibu")).unwrap().set_modified(long_ago).unwrap();
    let passphrase = "晨光里的名册2026";
    let attempts = [
        ("vault_unlock", json!({ "file": "a.zhibu", "passphrase": passphrase })),
        ("vault_recover", json!({ "file": "a.zhibu", "code": groups.concat(), "passphrase": passphrase })),
        ("vault_create", json!({ "file": "a.zhibu", "passphrase": passphrase, "branch": { "name": "别的支部" } })),
        ("vault_unlock", json!({ "file": "a.zhibu", "passphrase": "不是这个密码呀呀" })),
    ];
    for (command, request) in attempts {
        let problem = program.problem(command, request.clone());
        let of_the_key = request["passphrase"] != passphrase && word == "缺少";
        if command == "vault_create" {
            assert_eq!(problem["code"], "exists");
        } else if !of_the_key {
            assert_eq!(problem["code"], code, "{problem}");
            let said = problem["message"].as_str().unwrap();
            assert!(said.contains(word) && said.contains("没有改动它") && !said.contains("密码"), "{said}");
        }
        assert_eq!(std::fs::read(program.path("a.zhibu")).unwrap(), bytes, "after {command}");
        assert_eq!(std::fs::metadata(program.path("a.zhibu")).unwrap().modified().unwrap(), long_ago);
        let names: Vec<_> = std::fs::read_dir(program.folder()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(names, ["a.zhibu"], "after {command}");
    }
}

fn zeroed_from(sound: &[u8], at: usize) -> Vec<u8> {
    [&sound[..at], &vec![0; sound.len() - at]].concat()
}

#[test]
fn the_printed_recovery_code_really_opens_the_file_and_the_old_one_no_longer_does() {
    let (program, groups) = created();
    rename(&program, "晨曦协会支部");
    let before = program.ok("vault_dump", json!({}));
    program.ok("vault_lock", json!({}));
    let code = groups.join(" ").to_lowercase();
    let request = json!({ "file": "a.zhibu", "code": code, "passphrase": "新的一年新密码2027" });
    let recovered = program.ok("vault_recover", request.clone());
    assert_ne!(recovered["groups"], json!(groups));
    assert_eq!(program.ok("vault_dump", json!({})), before);
    program.ok("vault_lock", json!({}));
    assert_eq!(program.problem("vault_recover", request)["code"], "cannot_open");
    assert_eq!(
        program.problem("vault_unlock", json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026" }))["code"],
        "cannot_open"
    );
    program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": "新的一年新密码2027" }));
    assert_eq!(program.ok("vault_check", json!({}))["ok"], true);
}

#[test]
fn a_miscopied_recovery_code_is_named_by_its_group() {
    let (program, mut groups) = created();
    program.ok("vault_lock", json!({}));
    groups.swap(3, 4);
    let problem = program.problem(
        "vault_recover",
        json!({ "file": "a.zhibu", "code": groups.concat(), "passphrase": "新的一年新密码2027" }),
    );
    assert_eq!(problem["code"], "recovery_code");
    assert!(problem["message"].as_str().unwrap().contains("第 4 组"));
}

#[test]
fn the_recovery_sheet_is_given_only_until_the_code_was_confirmed() {
    let (program, groups) = created();
    assert_eq!(program.ok("vault_status", json!({}))["recovery_pending"], true);
    assert_eq!(program.problem("recovery_confirm", json!({ "last_group": "AAAAA" }))["code"], "wrong_last_group");
    let status = program.ok("recovery_confirm", json!({ "last_group": groups[12].to_lowercase() }));
    assert_eq!(status["recovery_pending"], false);
    assert!(program.call("paper_preview", json!({ "room": "vault", "kind": "recovery_sheet" })).is_err());
}

#[test]
fn changing_the_passphrase_asks_for_the_current_one() {
    let (program, _) = created();
    let change = |current| json!({ "current": current, "new": "换过的密码一二三四" });
    assert_eq!(program.problem("passphrase_change", change("猜一个密码试试看"))["code"], "wrong_current_passphrase");
    program.ok("passphrase_change", change("晨光里的名册2026"));
    rename(&program, "晨曦协会支部");
    program.ok("vault_lock", json!({}));
    program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": "换过的密码一二三四" }));
    assert_eq!(program.ok("branch_get", json!({}))["name"], "晨曦协会支部");
}

#[test]
fn a_second_opener_is_refused_by_name() {
    let (program, _) = created();
    let second = program.beside();
    let problem = second.problem("vault_unlock", json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026" }));
    assert_eq!(problem["code"], "in_use");
    program.ok("vault_lock", json!({}));
    second.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026" }));
}

#[test]
fn a_missing_file_is_named_and_none_is_made_in_its_place() {
    let (program, _) = created();
    let problem = program.problem("vault_unlock", json!({ "file": "没有.zhibu", "passphrase": "晨光里的名册2026" }));
    assert_eq!(problem["code"], "not_found");
    assert!(!program.path("没有.zhibu").exists());
}

#[test]
fn an_existing_file_is_never_overwritten_by_a_new_one() {
    let (program, _) = created();
    let again = json!({ "file": "a.zhibu", "passphrase": "另一个密码而已啊", "branch": { "name": "别的支部" } });
    assert_eq!(program.problem("vault_create", again)["code"], "exists");
    assert_eq!(program.ok("branch_get", json!({}))["name"], "示例协会支部");
}

#[test]
fn undo_and_redo_survive_a_restart_and_give_equal_dumps() {
    let (program, _) = created();
    let empty = program.ok("vault_dump", json!({}));
    let done = rename(&program, "晨曦协会支部");
    assert_eq!(done["undo"], "修改支部信息");
    assert_eq!(done["changes"], json!(["branch"]));
    let renamed = program.ok("vault_dump", json!({}));
    program.ok("vault_lock", json!({}));
    program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026" }));
    let undone = program.ok("undo", json!({}));
    assert_eq!(undone["value"]["redo"], "修改支部信息");
    assert_eq!(program.ok("vault_dump", json!({})), empty);
    program.ok("redo", json!({}));
    assert_eq!(program.ok("vault_dump", json!({})), renamed);
    assert_eq!(program.problem("redo", json!({}))["code"], "nothing_to_do");
    let log = program.ok("audit_list", json!({ "limit": 10 }));
    let commands: Vec<_> = log.as_array().unwrap().iter().map(|e| e["command"].as_str().unwrap()).collect();
    assert_eq!(commands, ["redo", "undo", "branch_save", "vault_create"]);
}

#[test]
fn a_change_that_changes_nothing_leaves_no_trace() {
    let (program, _) = created();
    rename(&program, "晨曦协会支部");
    let done = rename(&program, "晨曦协会支部");
    assert_eq!(done["undo"], Value::Null);
    assert_eq!(program.ok("audit_list", json!({ "limit": 10 })).as_array().unwrap().len(), 2);
}

#[test]
fn making_the_file_cannot_be_undone() {
    let (program, _) = created();
    assert_eq!(program.problem("undo", json!({}))["code"], "nothing_to_do");
}

#[test]
fn a_flipped_byte_is_reported_never_read_as_data() {
    let (program, _) = created();
    rename(&program, "晨曦协会支部");
    program.ok("vault_lock", json!({}));
    let sound = std::fs::read(program.path("a.zhibu")).unwrap();
    for page in 1..sound.len() / 4096 {
        let mut bytes = sound.clone();
        bytes[page * 4096 + 77] ^= 0x10;
        std::fs::write(program.path("a.zhibu"), &bytes).unwrap();
        let opened = program.call("vault_unlock", json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026" }));
        let ok = opened.is_ok() && program.ok("vault_check", json!({}))["ok"] == true;
        assert!(!ok, "a flipped byte in page {page} went unnoticed");
        program.ok("vault_lock", json!({}));
    }
}

#[test]
fn a_backup_is_a_copy_that_opens_and_holds_the_same() {
    let (program, _) = created();
    rename(&program, "晨曦协会支部");
    let dump = program.ok("vault_dump", json!({}));
    let status = program.ok("vault_backup", json!({}));
    assert_eq!(status["last_backup"], "2026-11-23 09:00");
    program.ok("vault_lock", json!({}));
    let copy = "a 备份/a 2026-11-23 090000.zhibu";
    program.ok("vault_unlock", json!({ "file": copy, "passphrase": "晨光里的名册2026" }));
    assert_eq!(program.ok("vault_dump", json!({})), dump);
}

#[test]
fn no_command_works_on_a_locked_file() {
    let program = Program::new("2026-11-23");
    for command in zhibu_core::commands::table().iter().filter(|command| !command.while_locked) {
        let problem = program.problem(command.name, json!({}));
        assert!(["locked", "bad_request"].contains(&problem["code"].as_str().unwrap()), "{}: {problem}", command.name);
    }
}

#[test]
fn a_made_up_branch_says_so_under_any_name_and_no_other_file_does() {
    let (program, _) = created();
    assert_eq!(program.ok("vault_status", json!({}))["is_sample"], false);
    program.ok("vault_lock", json!({}));
    let request = json!({ "file": "b.zhibu", "passphrase": "晨光里的名册2026", "is_sample": true,
        "branch": { "name": "示例协会支部" } });
    program.ok("vault_create", request);
    program.ok("vault_lock", json!({}));
    std::fs::copy(program.path("b.zhibu"), program.path("c.zhibu")).unwrap();
    let opened = program.ok("vault_unlock", json!({ "file": "c.zhibu", "passphrase": "晨光里的名册2026" }));
    assert_eq!((&opened["is_sample"], &opened["backup_due"]), (&json!(true), &json!(false)));
}

//! Promise 6 across two real processes: whatever this one did with the open file, a second program is refused; and the
//! open file is read and written as nothing else.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use zhibu_tests::{Program, binary};

const PASSPHRASE: &str = "晨光里的名册2026";

fn opened() -> Program {
    let program = Program::new("2026-11-23");
    let branch = json!({ "name": "示例协会支部" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    program
}

/// What another process is told that opens the file: the error's code, or `opened`.
fn second_process(folder: &Path) -> String {
    let output = Command::new(binary("zhibu-cli").unwrap())
        .args(["--json", "call", "a.zhibu", "branch_get"])
        .current_dir(folder)
        .env("ZHIBU_PASSPHRASE", PASSPHRASE)
        .output()
        .unwrap();
    if output.status.success() {
        return "opened".to_owned();
    }
    let said: Value = serde_json::from_slice(&output.stderr).unwrap();
    said["error"]["code"].as_str().unwrap().to_owned()
}

/// Requests that name the open file and its kin wherever a request can name a file, for every command of the table; what
/// a command makes of them does not matter here.
fn requests(file: &str) -> Vec<Value> {
    let whole = json!({
        "file": file, "files": [file], "to": file, "digest": "", "skip_rows": [], "mapping": {}, "passphrase": PASSPHRASE,
        "code": "", "current": "不是它不是它", "new": "另一个密码一二三四", "branch": { "name": "甲" }, "name": "甲",
        "id": 1, "member": 1, "meeting": 1, "owner": { "meeting": 1 }, "kind": "photo", "keep_originals": false, "last_group": "", "limit": 5,
        "query": {}, "layout": "national", "reveal": false, "from": "2026-07-01", "until": "2026-09-30",
        "quarter": "2026Q3", "year": 2026, "on": "2026-11-20", "reason": "试", "paper": { "kind": "rules" },
        "folder": file, "entries": [], "trust": [], "head": "0", "words": { "problems": "", "plan": "" }, "format": "pdf",
    });
    vec![whole, json!({}), json!(1), json!("2026Q3")]
}

#[test]
fn after_every_command_a_second_program_is_still_refused() {
    let program = opened();
    std::fs::hard_link(program.path("a.zhibu"), program.path("链接.xlsx")).unwrap();
    program.ok("vault_backup", json!({}));
    let lets_go = ["vault_lock", "passphrase_change"];
    for command in zhibu_core::commands::table().iter().filter(|command| !lets_go.contains(&command.name)) {
        for file in ["a.zhibu", "链接.xlsx"] {
            for request in requests(file) {
                let _ = program.call(command.name, request);
            }
        }
        assert_eq!(second_process(program.folder()), "in_use", "after {}", command.name);
    }
    let change = json!({ "current": PASSPHRASE, "new": "另一个密码一二三四" });
    program.ok("passphrase_change", change);
    assert_eq!(second_process(program.folder()), "in_use", "after passphrase_change");
    program.ok("vault_lock", json!({}));
    assert_eq!(second_process(program.folder()), "cannot_open", "with the old passphrase");
}

/// As a file dialog does that looks into what it lists.
#[test]
fn the_lock_outlives_a_descriptor_that_anybody_in_the_process_closes() {
    let program = opened();
    drop(std::fs::File::open(program.path("a.zhibu")).unwrap());
    drop(std::fs::OpenOptions::new().write(true).open(program.path("a.zhibu")).unwrap());
    assert_eq!(second_process(program.folder()), "in_use");
    program.ok("branch_save", json!({ "record": { "name": "晨曦协会支部" } }));
    program.ok("vault_lock", json!({}));
    assert_eq!(second_process(program.folder()), "opened");
}

#[test]
fn the_same_program_opens_a_file_once() {
    let program = opened();
    for beside in [&program, &program.beside()] {
        for request in
            [json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }), json!({ "file": "a.zhibu", "passphrase": "错" })]
        {
            assert_eq!(beside.problem("vault_unlock", request)["code"], "in_use");
            assert_eq!(second_process(program.folder()), "in_use");
        }
    }
    let other = json!({ "file": "b.zhibu", "passphrase": PASSPHRASE, "branch": { "name": "另一个支部" } });
    program.ok("vault_create", other);
    assert_eq!(second_process(program.folder()), "opened", "the first file was let go");
}

/// Every command with a file in its request, with a request that gets as far as the file.
fn file_commands(program: &Program) -> Vec<(&'static str, &'static str, Value)> {
    std::fs::write(program.path("r.xlsx"), include_bytes!("../../fixtures/rosters/faulty.xlsx")).unwrap();
    let preview = program.ok("roster_import_preview", json!({ "file": "r.xlsx" }));
    let digest = preview["digest"].clone();
    let import = json!({ "file": "r.xlsx", "digest": digest });
    program.ok("roster_import", import);
    let member = program.ok("roster_list", json!({}))["rows"][0]["id"].clone();
    let head = json!({ "id": null, "kinds": ["general"], "title": "", "planned_at": "2026-11-18T14:30:00" });
    let meeting = program.ok("meeting_save", head)["value"]["head"]["id"].clone();
    std::fs::write(program.path("photo.png"), include_bytes!("../../../icons/icon.png")).unwrap();
    let owner = json!({ "meeting": meeting });
    let photo = json!({ "owner": owner, "kind": "photo", "files": ["photo.png"], "keep_originals": true });
    let attachment = program.ok("attachment_add", photo)["value"][0]["id"].clone();
    let version = program.ok("report_sign", json!({ "quarter": "2026Q3", "reason": null }))["value"]["id"].clone();
    let sheet = json!({ "room": "meetings", "kind": "sign_in_sheet", "meeting": meeting });
    let person =
        json!({ "id": null, "name": "江一帆", "id_number": null, "sex": null, "birth": null, "applied_on": null });
    let file = program.ok("development_save", person)["value"]["person"]["id"].clone();
    let base = json!({ "id": null, "member": member, "kind": "salary", "from": "2026-01", "base": 300_000 });
    program.ok("dues_bases_save", json!({ "bases": [base] }));
    std::fs::write(program.path("t.xlsx"), include_bytes!("../../fixtures/returns/roster.xlsx")).unwrap();
    let table = program.ok("return_import", json!({ "file": "t.xlsx" }))["value"].clone();
    let set = program.ok("rule_set_texts", json!({}))["texts"].clone();
    let rules = json!({ "name": "规程", "number": 2, "holds_from": "2027-01-01", "changes": "试", "texts": set });
    vec![
        ("roster_import_preview", "file", json!({})),
        ("roster_import", "file", json!({ "digest": digest })),
        ("roster_import_problems_save", "to", json!({ "file": "r.xlsx", "digest": digest })),
        ("roster_export", "file", json!({ "query": {}, "layout": "national", "reveal": false })),
        ("member_photo_save", "file", json!({ "member": member })),
        ("attendance_export", "file", json!({ "query": { "from": "2026-07-01", "to": "2026-12-31" } })),
        ("attachment_add", "files", json!({ "owner": owner, "kind": "other", "keep_originals": false })),
        ("attachment_export", "file", json!({ "id": attachment })),
        ("library_export", "file", json!({})),
        ("report_export", "file", json!({ "id": version })),
        ("return_import", "file", json!({})),
        ("return_fill", "file", json!({ "id": table })),
        ("return_fill_file", "template", json!({ "file": "x.xlsx" })),
        ("report_verify", "file", json!({})),
        ("report_compare", "file", json!({})),
        ("report_receipt_import", "file", json!({})),
        ("superior_export", "file", json!({ "quarter": "2026Q3" })),
        ("certificate_read", "files", json!({})),
        ("certificate_export", "file", json!({})),
        ("paper_save", "file", json!({ "paper": sheet })),
        ("development_scan_add", "files", json!({ "file": file, "code": "1-1" })),
        ("development_audit_export", "to", json!({})),
        ("study_export", "file", json!({ "year": 2026 })),
        ("dues_export", "file", json!({ "year": 2026 })),
        ("dues_import_preview", "file", json!({})),
        ("local_rules_export", "file", json!({})),
        ("local_rules_preview", "file", json!({})),
        ("local_rules_import", "file", json!({})),
        ("rule_set_preview", "file", json!({})),
        ("rule_set_adopt", "file", json!({ "seen": "" })),
        ("rule_set_sign", "file", rules),
    ]
}

#[test]
fn the_open_file_its_journal_and_its_backups_are_neither_read_nor_written_as_anything_else() {
    let program = opened();
    let commands = file_commands(&program);
    program.ok("vault_backup", json!({}));
    let backup = std::fs::read_dir(program.path("a 备份")).unwrap().next().unwrap().unwrap().path();
    std::fs::hard_link(program.path("a.zhibu"), program.path("链接.xlsx")).unwrap();
    std::fs::hard_link(&backup, program.path("备份.pdf")).unwrap();
    std::fs::copy(&backup, program.path("别人的.ZHIBU")).unwrap();
    let mut names =
        vec!["a.zhibu", "./a.zhibu", "链接.xlsx", "备份.pdf", "别人的.ZHIBU", "a.zhibu-journal", "没有.zhibu"];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(program.path("a.zhibu"), program.path("快捷.xlsx")).unwrap();
        std::os::unix::fs::symlink(program.folder(), program.path("夹")).unwrap();
        names.extend(["快捷.xlsx", "夹/链接.xlsx"]);
    }
    let kept = |name: &str| std::fs::read(program.path(name)).ok();
    let before: Vec<_> = names.iter().map(|name| kept(name)).collect();
    for (command, field, request) in commands {
        for name in &names {
            let mut request = request.clone();
            request[field] = if field == "files" { json!([name]) } else { json!(name) };
            assert_eq!(program.problem(command, request)["code"], "is_vault", "{command} with {name}");
        }
        assert_eq!(second_process(program.folder()), "in_use", "after {command}");
    }
    // The open file itself goes on: an export that was refused stands in its log.
    let others = ["备份.pdf", "别人的.ZHIBU", "没有.zhibu"];
    for (name, before) in names.iter().zip(before).filter(|(name, _)| others.contains(name)) {
        assert!(kept(name) == before, "{name} was changed");
    }
    assert_eq!(program.ok("vault_check", json!({}))["ok"], true);
}

/// Whatever was put in the open file's place, a second program is refused; and a copy goes over nothing.
#[test]
fn after_a_backup_was_put_in_its_place_a_second_program_is_refused() {
    let program = opened();
    program.ok("vault_backup", json!({}));
    program.ok("branch_save", json!({ "record": { "name": "晨曦协会支部" } }));
    let backups = || program.ok("backup_list", json!({}))["backups"].clone();
    let name = backups()[0]["name"].clone();
    program.ok("backup_restore", json!({ "name": name }));
    assert_eq!(second_process(program.folder()), "in_use", "after a restore");
    assert_eq!(program.ok("branch_get", json!({}))["name"], "示例协会支部");
    for to in ["a.zhibu", &format!("a 备份/{}", name.as_str().unwrap())] {
        let before = std::fs::read(program.path(to)).unwrap();
        assert_eq!(program.problem("backup_copy", json!({ "name": name, "to": to }))["code"], "exists", "{to}");
        assert!(std::fs::read(program.path(to)).unwrap() == before, "{to} was changed");
    }
    assert_eq!(second_process(program.folder()), "in_use", "after a copy");
    let kept = backups().as_array().unwrap().len();
    program.ok("vault_lock", json!({}));

    // From the page where a file does not open, and by what is left when the passphrase is forgotten.
    program.ok("backup_restore", json!({ "file": "a.zhibu", "name": name, "passphrase": PASSPHRASE }));
    assert_eq!(second_process(program.folder()), "in_use", "after a restore of what was closed");
    assert_eq!(backups().as_array().unwrap().len(), kept + 1, "what stood there is kept");
    program.ok("vault_lock", json!({}));
    assert_eq!(second_process(program.folder()), "opened");
}

#[test]
fn a_backup_that_was_opened_is_held_as_any_file_also_when_it_is_gone_on_with() {
    let program = Program::new("2026-11-23");
    let request = json!({ "file": "b.zhibu", "passphrase": PASSPHRASE, "branch": { "name": "示例协会支部" } });
    let code = program.ok("vault_create", request)["groups"].clone();
    program.ok("vault_backup", json!({}));
    program.ok("vault_lock", json!({}));
    let code: Vec<&str> = code.as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect();
    let backup = std::fs::read_dir(program.path("b 备份")).unwrap().next().unwrap().unwrap().path();
    // All that is left is a copy on a stick, and the passphrase is forgotten.
    std::fs::copy(backup, program.path("a.zhibu")).unwrap();
    let new = "另一个密码一二三四";
    let recover = json!({ "file": "a.zhibu", "code": code.join("-"), "passphrase": new });
    let status = program.ok("vault_recover", recover)["status"].clone();
    assert_eq!(status["backup_made_at"], Value::Null, "{status}");
    assert_eq!(second_process(program.folder()), "in_use", "after the recovery of a backup");
    program.ok("branch_save", json!({ "record": { "name": "晨曦协会支部" } }));
    program.ok("vault_lock", json!({}));
    assert_eq!(second_process(program.folder()), "cannot_open", "with the old passphrase");

    // From the list of backups the code does as well as the passphrase.
    let list = program.ok("backup_list", json!({ "file": "b.zhibu", "passphrase": code.join(" ") }));
    assert_eq!(list["backups"][0]["state"], "verified", "{list}");
}

/// A command that takes a file and is not tried above would go untested.
#[test]
fn every_command_that_takes_a_file_is_tried_with_the_open_one() {
    let program = opened();
    let tried: BTreeSet<_> = file_commands(&program).iter().map(|(command, ..)| *command).collect();
    let types = zhibu_core::commands::typescript_types();
    let takes_a_file = |request: &str| {
        let mut body = types.split(&format!("export type {request} = ")).nth(1).unwrap_or_default();
        body = body.split("\nexport type ").next().unwrap_or_default();
        body.contains("FileToken")
    };
    // These take files of records, to open them or to look after their backups; those are tried below.
    let opens = ["vault_create", "vault_unlock", "vault_recover"];
    // These take folders: `superior.rs` and `material.rs` try them.
    let folders = ["superior_collect", "superior_receipts", "package_make"];
    for command in zhibu_core::commands::table() {
        let takes_files_of_records =
            opens.contains(&command.name) || folders.contains(&command.name) || command.name.starts_with("backup_");
        let must = takes_a_file(&command.request) && !takes_files_of_records;
        assert!(!must || tried.contains(command.name), "{} is not tried here", command.name);
    }
}

//! The superior's side across files and processes: what is taken, what is refused and why, the receipt, and what other
//! people's programs say of it.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};
use zhibu_core::desk::Job;
use zhibu_tests::{Program, binary, pyhanko};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-10-08";

/// A committee's file that is open.
fn committee(program: &Program) {
    let branch = json!({ "name": "示例街道社会组织党委", "phone": "0755-12345678" });
    let create = json!({ "file": "上级.zhibu", "passphrase": PASSPHRASE, "branch": branch, "kind": "superior" });
    program.ok("vault_create", create);
}

/// A branch's file that is open, and its signed report under `name`.
fn branch(program: &Program, name: &str, report: &str) -> Value {
    let file = format!("{name}.zhibu");
    program.ok("vault_create", json!({ "file": file, "passphrase": PASSPHRASE, "branch": { "name": name } }));
    let version = program.ok("report_sign", json!({ "quarter": "2026Q3", "reason": null }))["value"].take();
    program.ok("report_export", json!({ "id": version["id"], "file": report }));
    program.ok("signing_get", json!({}))["own"]["fingerprint"].take()
}

fn open(program: &Program, file: &str) {
    program.ok("vault_lock", json!({}));
    program.ok("vault_unlock", json!({ "file": file, "passphrase": PASSPHRASE }));
}

fn cli(program: &Program, arguments: &[&str]) -> Value {
    let output = Command::new(binary("zhibu-cli").unwrap())
        .args(["--json", "--today", TODAY])
        .args(arguments)
        .current_dir(program.folder())
        .env("ZHIBU_PASSPHRASE", PASSPHRASE)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap_or_default()
}

/// The codes of what was refused, by file.
fn refused(collected: &Value) -> Vec<(String, String)> {
    let refusals = collected["refusals"].as_array().unwrap().iter();
    refusals.map(|one| (text(&one["file"]), text(&one["code"]))).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_command_line_takes_a_folder_and_sums_it_and_taking_it_again_changes_nothing() {
    let program = Program::new(TODAY);
    cli(&program, &["demo-reports", "收件", "5", "--quarter", "2026Q3"]);
    let trust = std::fs::read_to_string(program.path("收件/trust.txt")).unwrap();
    assert_eq!(trust.lines().filter(|line| line.len() == 64).count(), 5, "{trust}");
    let made = cli(&program, &["new", "上级.zhibu", "--branch", "示例街道社会组织党委", "--kind", "superior"]);
    assert_eq!(made["recovery_code"].as_array().unwrap().len(), 13);
    std::fs::write(program.path("收件/坏的.pdf"), b"%PDF-1.7 not a report").unwrap();

    let collect = ["collect", "收件", "--into", "上级.zhibu", "--trust", "收件/trust.txt"];
    let first = cli(&program, &collect);
    assert_eq!((&first["taken"], &first["known"], &first["refused"]), (&json!(5), &json!(0), &json!(1)), "{first:#}");
    assert_eq!(first["refusals"][0]["file"], "坏的.pdf");
    let mut members = 0;
    for name in std::fs::read_dir(program.path("收件")).unwrap().map(|entry| entry.unwrap().path()) {
        if let Some(report) = report_in(&program, &name) {
            members += report["sections"]["members"]["end"].as_i64().unwrap();
        }
    }
    assert!(members > 15, "the demo's branches have members");
    assert_eq!(first["sums"]["members"], members);
    assert!(first["sums"].as_object().unwrap().values().all(Value::is_i64), "{}", first["sums"]);
    let again = cli(&program, &collect);
    assert_eq!((&again["taken"], &again["known"], &again["refused"]), (&json!(0), &json!(5), &json!(1)));
    assert_eq!(again["sums"], first["sums"]);
    // Whose report was taken is on record with its certificate: no list is needed any more.
    assert_eq!(cli(&program, &collect[..4])["known"], 5);
}

#[test]
fn who_stops_keeps_what_was_taken_until_then_and_goes_on_from_there() {
    let program = Program::new(TODAY);
    cli(&program, &["demo-reports", "收件", "4", "--quarter", "2026Q3"]);
    committee(&program);
    let trust: Vec<String> =
        std::fs::read_to_string(program.path("收件/trust.txt")).unwrap().lines().map(str::to_owned).collect();
    let request = json!({ "folder": "收件", "quarter": "2026Q3", "trust": trust });
    let cancelled = AtomicBool::new(false);
    let stop_at_once = |_| cancelled.store(true, Ordering::Relaxed);
    let job = Job { report: &stop_at_once, cancelled: &cancelled };
    let stopped = program.call_watched("superior_collect", request.clone(), &job).unwrap()["value"].take();
    let taken = stopped["taken"].as_i64().unwrap();
    assert!(stopped["stopped"] == true && (1..4).contains(&taken), "{stopped}");
    let rest = program.ok("superior_collect", request)["value"].take();
    assert_eq!((&rest["taken"], &rest["known"], &rest["stopped"]), (&json!(4 - taken), &json!(taken), &json!(false)));
    assert_eq!(program.ok("vault_check", json!({}))["ok"], true);
}

/// The report in a file, as the program's own check reads it.
fn report_in(program: &Program, path: &Path) -> Option<Value> {
    let mut view = program.ok("report_verify", json!({ "file": path.to_str().unwrap() }));
    Some(view["report"].take()).filter(|report| !report.is_null())
}

#[test]
fn every_bad_file_is_refused_for_its_own_reason_and_stops_no_other() {
    let program = Program::new(TODAY);
    std::fs::create_dir_all(program.path("收件/第二批")).unwrap();
    let known = branch(&program, "第一支部", "收件/第一支部.pdf");
    let sound = std::fs::read(program.path("收件/第一支部.pdf")).unwrap();
    // A correction of the same quarter, and a report of another one.
    let again = program.ok("report_sign", json!({ "quarter": "2026Q3", "reason": "漏了一次会议" }));
    program.ok("report_export", json!({ "id": again["value"]["id"], "file": "收件/第二批/更正.pdf" }));
    let other = program.ok("report_sign", json!({ "quarter": "2026Q2", "reason": null }));
    program.ok("report_export", json!({ "id": other["value"]["id"], "file": "收件/上季度.pdf" }));
    program.ok("vault_lock", json!({}));
    // The same name, another key; an unknown branch; one whose clock is ahead.
    let stranger = Program::new(TODAY);
    branch(&stranger, "第一支部", "a.pdf");
    std::fs::copy(stranger.path("a.pdf"), program.path("收件/冒名.pdf")).unwrap();
    branch(&program, "第二支部", "收件/没登记.pdf");
    program.ok("vault_lock", json!({}));
    let ahead = Program::new("2027-03-01");
    let early = branch(&ahead, "第三支部", "b.pdf");
    std::fs::copy(ahead.path("b.pdf"), program.path("收件/未来.pdf")).unwrap();

    let write = |name: &str, bytes: &[u8]| std::fs::write(program.path(&format!("收件/{name}")), bytes).unwrap();
    let mut changed = sound.clone();
    changed[2000] ^= 1;
    write("改过.pdf", &changed);
    write("半份.pdf", &sound[..sound.len() / 2]);
    write("空的.pdf", b"");
    write("加了内容.pdf", &[&sound[..], b"note"].concat());
    write("照片.pdf", b"\xFF\xD8\xFF\xE0 photo");
    write("第一支部 副本.pdf", &sound);
    write("说明.txt", b"this is no report and is passed over");
    std::fs::create_dir(program.path("收件/目录.pdf")).unwrap();
    std::fs::File::create(program.path("收件/大.pdf")).unwrap().set_len(40 << 20).unwrap();

    committee(&program);
    std::fs::hard_link(program.path("上级.zhibu"), program.path("收件/档案.pdf")).unwrap();
    let entries = json!([{ "name": "第一支部", "fingerprint": known }, { "name": "第三支部", "fingerprint": early }]);
    program.ok("superior_enrol", json!({ "entries": entries }));
    let collected = program.ok("superior_collect", json!({ "folder": "收件", "quarter": "2026Q3" }))["value"].take();
    assert_eq!(
        (&collected["taken"], &collected["corrections"], &collected["known"]),
        (&json!(2), &json!(1), &json!(1))
    );
    let expected = [
        ("上季度.pdf", "wrong_quarter"),
        ("冒名.pdf", "other_key"),
        ("加了内容.pdf", "changed_after_signing"),
        ("半份.pdf", "truncated"),
        ("大.pdf", "file_too_large"),
        ("改过.pdf", "content_changed"),
        ("未来.pdf", "from_the_future"),
        ("没登记.pdf", "unknown_signer"),
        ("档案.pdf", "is_vault"),
        ("照片.pdf", "not_a_pdf"),
        ("空的.pdf", "empty"),
    ];
    let mut expected: Vec<(String, String)> = expected.map(|(file, code)| (file.to_owned(), code.to_owned())).into();
    expected.sort();
    assert_eq!(refused(&collected), expected);
    let sentences: std::collections::BTreeSet<_> =
        collected["refusals"].as_array().unwrap().iter().map(|one| text(&one["sentence"])).collect();
    assert_eq!(sentences.len(), expected.len(), "each says something of its own");
    let view = program.ok("superior_period", json!({ "period": "2026Q3" }));
    assert_eq!(view["refusals"], collected["refusals"]);
    let of = |name: &str| view["rows"].as_array().unwrap().iter().find(|row| row["name"] == name).unwrap().clone();
    assert_eq!(of("第一支部")["report"]["version"], 2);
    assert_eq!(of("第三支部")["report"], Value::Null);
}

#[test]
fn a_receipt_leaves_the_branchs_signature_valid_and_comes_home_to_the_version_it_is_for() {
    let program = Program::new(TODAY);
    std::fs::create_dir(program.path("收件")).unwrap();
    std::fs::create_dir(program.path("回执")).unwrap();
    let fingerprint = branch(&program, "第一支部", "收件/报告.pdf");
    program.ok("certificate_export", json!({ "file": "支部.pem" }));
    program.ok("vault_lock", json!({}));
    committee(&program);
    program.ok("superior_enrol", json!({ "entries": [{ "name": "第一支部", "fingerprint": fingerprint }] }));
    program.ok("superior_collect", json!({ "folder": "收件", "quarter": "2026Q3" }));
    let saved = program.ok("superior_receipts", json!({ "quarter": "2026Q3", "folder": "回执" }));
    assert_eq!(saved["value"], json!({ "saved": 1, "stopped": false }));
    program.ok("certificate_export", json!({ "file": "上级.pem" }));
    let own = program.ok("signing_get", json!({}))["own"]["fingerprint"].take();
    let receipt = std::fs::read_dir(program.path("回执")).unwrap().next().unwrap().unwrap().path();
    let sent = std::fs::read(program.path("收件/报告.pdf")).unwrap();
    let back = std::fs::read(&receipt).unwrap();
    assert!(back.starts_with(&sent) && back.len() > sent.len());
    // What was sent and what comes back are one report.
    std::fs::copy(&receipt, program.path("收件/回来的.pdf")).unwrap();
    assert_eq!(program.ok("superior_collect", json!({ "folder": "收件" }))["value"]["known"], 2);

    let said = Command::new("pdfsig").arg("-nocert").arg(&receipt).output().unwrap();
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert_eq!(said.matches("Signature is Valid").count(), 2, "{said}");
    let both = [program.path("支部.pem"), program.path("上级.pem")].map(|pem| std::fs::read_to_string(pem).unwrap());
    std::fs::write(program.path("两张.pem"), both.concat()).unwrap();
    let judged = pyhanko(&receipt, &program.path("两张.pem"));
    assert!(
        judged.status.success(),
        "{}{}",
        String::from_utf8_lossy(&judged.stdout),
        String::from_utf8_lossy(&judged.stderr)
    );

    open(&program, "第一支部.zhibu");
    let name = receipt.to_str().unwrap();
    let done = program.ok("report_receipt_import", json!({ "file": name }));
    let kept = &done["value"]["versions"][0]["receipt"];
    assert_eq!((&kept["signer"], &kept["trusted"]), (&json!("示例街道社会组织党委"), &json!(false)));
    program.ok("signing_trust", json!({ "fingerprint": own, "name": "街道党委" }));
    let view = program.ok("report_get", json!("2026Q3"));
    assert_eq!(
        (&view["versions"][0]["receipt"]["signer"], &view["versions"][0]["receipt"]["trusted"]),
        (&json!("街道党委"), &json!(true))
    );
    assert_eq!(program.ok("vault_check", json!({}))["ok"], true);
    let verified = program.ok("report_verify", json!({ "file": name }));
    assert_eq!(
        (&verified["valid"], &verified["trusted"], &verified["receipt"]["trusted"]),
        (&json!(true), &json!(true), &json!(true))
    );
    assert_eq!(program.problem("report_receipt_import", json!({ "file": "收件/报告.pdf" }))["code"], "not_a_receipt");

    // The same receipt is none of another branch's.
    program.ok("vault_lock", json!({}));
    branch(&program, "第二支部", "c.pdf");
    assert_eq!(program.problem("report_receipt_import", json!({ "file": name }))["code"], "receipt_of_other");
}

#[test]
fn whatever_byte_is_changed_a_report_is_never_taken_with_other_figures() {
    let program = Program::new(TODAY);
    std::fs::create_dir(program.path("收件")).unwrap();
    let fingerprint = branch(&program, "第一支部", "报告.pdf");
    program.ok("vault_lock", json!({}));
    let sound = std::fs::read(program.path("报告.pdf")).unwrap();
    committee(&program);
    program.ok("superior_enrol", json!({ "entries": [{ "name": "第一支部", "fingerprint": fingerprint }] }));
    let mut files = 0;
    for place in (0..sound.len()).step_by(50) {
        let mut changed = sound.clone();
        changed[place] ^= 1 << (place % 8);
        std::fs::write(program.path(&format!("收件/{place:08}.pdf")), changed).unwrap();
        files += 1;
    }
    let collected = program.ok("superior_collect", json!({ "folder": "收件" }))["value"].take();
    assert_eq!((&collected["taken"], &collected["refused"]), (&json!(0), &json!(files)));
}

#[test]
fn a_branchs_file_takes_no_reports_and_nothing_is_stored() {
    let program = Program::new(TODAY);
    std::fs::create_dir(program.path("收件")).unwrap();
    branch(&program, "第一支部", "收件/报告.pdf");
    let before = program.ok("vault_dump", json!({}));
    for (command, request) in [
        ("superior_collect", json!({ "folder": "收件" })),
        ("superior_enrol", json!({ "entries": [] })),
        ("superior_branch_save", json!({ "id": null, "name": "甲" })),
        ("superior_receipts", json!({ "quarter": "2026Q3", "folder": "收件" })),
    ] {
        assert_eq!(program.problem(command, request)["code"], "not_superior", "{command}");
    }
    assert_eq!(program.ok("vault_dump", json!({})), before);
    assert_eq!(program.ok("vault_status", json!({}))["kind"], "branch");
}

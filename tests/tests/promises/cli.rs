//! The command line's contract (`docs/DATA.md`), with the real binary.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;
use zhibu_tests::schema_faults;

fn cli(folder: &Path, arguments: &[&str]) -> Output {
    zhibu_tests::cli(folder, "2026-11-23", arguments).unwrap()
}

#[track_caller]
fn answer(output: &Output, code: i32) -> Value {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
}

fn error(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(1));
    serde_json::from_slice::<Value>(&output.stderr).unwrap()["error"].clone()
}

fn branch() -> TempDir {
    let folder = TempDir::new().unwrap();
    let made = answer(&cli(folder.path(), &["new", "a.zhibu", "--branch", "示例协会支部"]), 0);
    assert_eq!(made["recovery_code"].as_array().unwrap().len(), 13);
    let sheet = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/rosters/faulty.xlsx");
    std::fs::copy(sheet, folder.path().join("faulty.xlsx")).unwrap();
    folder
}

#[test]
fn a_roster_is_tried_stored_once_and_changes_nothing_twice() {
    let folder = branch();
    let dump = || answer(&cli(folder.path(), &["dump", "a.zhibu"]), 0);
    let empty = dump();
    let tried = answer(&cli(folder.path(), &["import-roster", "a.zhibu", "faulty.xlsx", "--dry-run"]), 0);
    assert_eq!((tried["accepted"].as_array().unwrap().len(), tried["rejected"].as_array().unwrap().len()), (22, 8));
    assert_eq!(dump(), empty, "a dry run stored something");
    let stored = answer(&cli(folder.path(), &["import-roster", "a.zhibu", "faulty.xlsx"]), 0);
    // What was noticed about the file as a whole is said when it is tried.
    for (key, rows) in stored.as_object().unwrap() {
        assert_eq!(*rows, tried[key], "{key}");
    }
    let full = dump();
    let again = answer(&cli(folder.path(), &["import-roster", "a.zhibu", "faulty.xlsx"]), 0);
    assert_eq!((again["accepted"].as_array().unwrap().len(), &again["unchanged"]), (0, &22.into()));
    assert_eq!(dump(), full);
    assert_eq!(answer(&cli(folder.path(), &["check", "a.zhibu"]), 0)["ok"], true);
}

#[test]
fn a_known_number_under_another_name_is_left_out_when_asked() {
    let folder = branch();
    let run = |arguments: &[&str]| answer(&cli(folder.path(), arguments), 0);
    let import: &[&str] = &["import-roster", "a.zhibu", "faulty.xlsx"];
    run(import);
    let id = run(&["call", "a.zhibu", "roster_list", r#"{"limit":1}"#])["rows"][0]["id"].clone();
    let asked = serde_json::json!({ "id": id, "reveal": true }).to_string();
    let name = || run(&["call", "a.zhibu", "member_get", &asked])["member"]["name"].clone();
    let mut member = run(&["call", "a.zhibu", "member_get", &asked])["member"].clone();
    member["name"] = "改名".into();
    run(&["call", "a.zhibu", "member_save", &serde_json::json!({ "record": member }).to_string()]);
    run(&[import, &["--without-doubtful"]].concat());
    assert_eq!(name(), "改名");
    run(import);
    assert_ne!(name(), "改名");
}

#[test]
fn a_roster_goes_out_masked_unless_told_otherwise_and_comes_back_the_same() {
    let folder = branch();
    answer(&cli(folder.path(), &["import-roster", "a.zhibu", "faulty.xlsx"]), 0);
    let saved = answer(&cli(folder.path(), &["export-roster", "a.zhibu", "masked.xlsx"]), 0);
    assert_eq!(saved["file_name"], "masked.xlsx");
    answer(&cli(folder.path(), &["export-roster", "a.zhibu", "full.xlsx", "--reveal", "--on", "2026-11-22"]), 0);
    for sheet in ["masked.xlsx", "full.xlsx"] {
        let again = answer(&cli(folder.path(), &["import-roster", "a.zhibu", sheet, "--dry-run"]), 0);
        assert_eq!((again["accepted"].as_array().unwrap().len(), &again["unchanged"]), (0, &22.into()), "{sheet}");
    }
    let log = answer(&cli(folder.path(), &["call", "a.zhibu", "audit_list", r#"{"limit":2}"#]), 0);
    assert_eq!(log[0]["label"], "导出名册 22 人（含完整证件号码）");
    assert_eq!(log[1]["label"], "导出名册 22 人（号码已遮盖）");
}

#[test]
fn what_is_refused_ends_in_1_with_a_reason_and_wrong_usage_in_2() {
    let folder = branch();
    std::fs::write(folder.path().join("no.xlsx"), b"%PDF-1.7 not a sheet").unwrap();
    assert_eq!(error(&cli(folder.path(), &["import-roster", "a.zhibu", "no.xlsx"]))["code"], "not_a_sheet");
    assert_eq!(error(&cli(folder.path(), &["call", "b.zhibu", "home_overview"]))["code"], "not_found");
    assert_eq!(error(&cli(folder.path(), &["call", "a.zhibu", "no_such_command"]))["code"], "unknown_command");
    let bad = cli(folder.path(), &["call", "a.zhibu", "branch_save", r#"{"record":{"name":" "}}"#]);
    assert_eq!(error(&bad)["fields"][0]["field"], "name");
    answer(&cli(folder.path(), &["frobnicate"]), 2);
}

#[test]
fn a_signed_report_is_told_from_an_untrusted_and_a_changed_one() {
    let folder = branch();
    answer(&cli(folder.path(), &["report", "a.zhibu", "2026Q3", "--out", "r.pdf"]), 0);
    let untrusted = answer(&cli(folder.path(), &["verify", "r.pdf"]), 3);
    assert_eq!((&untrusted["valid"], &untrusted["trusted"]), (&true.into(), &false.into()));
    assert_eq!(untrusted["report"]["quarter"], "2026Q3");
    let fingerprint = untrusted["fingerprint"].as_str().unwrap();
    answer(&cli(folder.path(), &["verify", "r.pdf", "--trust", fingerprint]), 0);
    answer(&cli(folder.path(), &["call", "a.zhibu", "certificate_export", r#"{"file":"c.pem"}"#]), 0);
    answer(&cli(folder.path(), &["verify", "r.pdf", "--trust", "c.pem"]), 0);
    let mut bytes = std::fs::read(folder.path().join("r.pdf")).unwrap();
    bytes[2000] ^= 1;
    std::fs::write(folder.path().join("changed.pdf"), bytes).unwrap();
    let changed = answer(&cli(folder.path(), &["verify", "changed.pdf", "--trust", fingerprint]), 1);
    assert_eq!((&changed["valid"], &changed["report"]), (&false.into(), &Value::Null));
    let several = cli(folder.path(), &["verify", "r.pdf", "changed.pdf", "--trust", fingerprint]);
    assert_eq!((several.status.code(), several.stdout.split(|b| *b == b'\n').count()), (Some(1), 3));
    answer(&cli(folder.path(), &["report", "a.zhibu", "2026Q3", "--out", "u.pdf", "--unsigned"]), 0);
    assert_eq!(answer(&cli(folder.path(), &["verify", "u.pdf"]), 1)["fault"], "not_signed");
    assert_eq!(error(&cli(folder.path(), &["report", "a.zhibu", "2026Q3", "--out", "r.pdf"]))["code"], "reason_needed");
}

#[test]
fn a_meetings_paper_is_saved_as_what_the_name_says() {
    let folder = branch();
    let head = r#"{"id":null,"kinds":["general"],"planned_at":"2026-12-01T14:30:00"}"#;
    let meeting = answer(&cli(folder.path(), &["call", "a.zhibu", "meeting_save", head]), 0);
    let id = meeting["value"]["head"]["id"].to_string();
    let print =
        |paper: &str, out: &str| cli(folder.path(), &["print", "a.zhibu", paper, "--meeting", &id, "--out", out]);
    let starts = |name: &str, with: &[u8]| std::fs::read(folder.path().join(name)).unwrap().starts_with(with);
    answer(&print("notice", "n.pdf"), 0);
    answer(&print("notice", "n.DOCX"), 0);
    assert!(starts("n.pdf", b"%PDF") && starts("n.DOCX", b"PK"));
    assert_eq!(error(&print("sign-in-sheet", "s.docx"))["code"], "pdf_only");
    assert_eq!(print("resolution", "r.pdf").status.code(), Some(2), "a resolution names its vote");
}

#[test]
fn the_demo_leaves_papers_that_others_can_read() {
    let folder = TempDir::new().unwrap();
    answer(&cli(folder.path(), &["demo", "demo"]), 0);
    let verdict = std::fs::read(folder.path().join("demo/核对结果.json")).unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&verdict).unwrap()["trusted"], true);
    // A year of records: every list of the report has lines.
    let verified: Value = serde_json::from_slice(&verdict).unwrap();
    assert_eq!(schema_faults(&verified["report"]).unwrap(), "");
    let pdfs = std::fs::read_dir(folder.path().join("demo")).unwrap().filter_map(Result::ok).map(|entry| entry.path());
    let pdfs: Vec<_> = pdfs.filter(|path| path.extension().is_some_and(|ending| ending == "pdf")).collect();
    assert_eq!(pdfs.len(), 10);
    for pdf in pdfs {
        let text = Command::new("pdftotext").arg(&pdf).arg("-").output().unwrap();
        assert!(text.status.success() && text.stdout.len() > 300, "{}", pdf.display());
    }
}

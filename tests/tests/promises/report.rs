//! The signed report, judged by ourselves and by other people's programs.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use zhibu_core::outside::Office;
use zhibu_tests::{Program, pyhanko, schema_faults};

const PASSPHRASE: &str = "晨光里的名册2026";

fn branch() -> Program {
    let program = Program::new("2026-10-03");
    let branch = json!({ "name": "示例协会支部", "superior": "示例街道社会组织党委", "unit": "示例协会" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    std::fs::write(program.path("roster.xlsx"), include_bytes!("../../fixtures/rosters/national-export.xlsx")).unwrap();
    let preview = program.ok("roster_import_preview", json!({ "file": "roster.xlsx" }));
    program.ok("roster_import", json!({ "file": "roster.xlsx", "digest": preview["digest"] }));
    program
}

fn sign(program: &Program, reason: Option<&str>, out: &str) -> Value {
    let done = program.ok("report_sign", json!({ "quarter": "2026Q3", "reason": reason }));
    program.ok("report_export", json!({ "id": done["value"]["id"], "file": out }));
    done
}

fn pdfsig(pdf: &Path) -> String {
    let output = Command::new("pdfsig").arg("-nocert").arg(pdf).output().unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn poppler_and_pyhanko_find_the_signature_valid_and_nobody_does_after_one_changed_byte() {
    let program = branch();
    sign(&program, None, "report.pdf");
    program.ok("certificate_export", json!({ "file": "cert.pem" }));
    let (pdf, certificate) = (program.path("report.pdf"), program.path("cert.pem"));
    let said = pdfsig(&pdf);
    assert!(said.contains("Signature is Valid"), "{said}");
    assert!(said.contains("Total document signed"), "{said}");
    let judged = pyhanko(&pdf, &certificate);
    assert!(judged.status.success(), "{}", String::from_utf8_lossy(&judged.stdout));
    let view = program.ok("report_verify", json!({ "file": "report.pdf" }));
    assert_eq!(
        (&view["valid"], &view["trusted"], &view["covers_whole_file"]),
        (&json!(true), &json!(true), &json!(true))
    );

    let mut bytes = std::fs::read(&pdf).unwrap();
    bytes[1000] ^= 1;
    std::fs::write(&pdf, bytes).unwrap();
    assert!(!pdfsig(&pdf).contains("Signature is Valid"));
    assert!(!pyhanko(&pdf, &certificate).status.success());
    let view = program.ok("report_verify", json!({ "file": "report.pdf" }));
    assert_eq!((&view["valid"], &view["report"]), (&json!(false), &Value::Null));
}

#[test]
fn the_data_inside_is_what_the_pages_say() {
    let program = branch();
    sign(&program, None, "report.pdf");
    let view = program.ok("report_verify", json!({ "file": "report.pdf" }));
    let inside = &view["report"];
    assert_eq!(inside["branch"], "示例协会支部");
    assert_eq!(inside["sections"]["members"]["end"], 46);
    let text = Command::new("pdftotext").arg("-layout").arg(program.path("report.pdf")).arg("-").output().unwrap();
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(text.contains("示例协会支部") && text.contains("46"), "{text}");
    for name in ["郑𬭎", "欧阳𣲘", "阿卜杜拉·买买提"] {
        assert!(text.contains(name), "{name} is not on the pages");
    }
}

/// `make types` (or `ZHIBU_WRITE_TYPES=1`) writes the file; otherwise a difference fails.
#[test]
fn the_schema_of_the_data_inside_is_that_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/report.schema.json");
    let text = format!("{:#}\n", zhibu_core::reports::json_schema());
    if std::env::var_os("ZHIBU_WRITE_TYPES").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == text, "the schema differs from the types: run `make types` and commit the result");
}

/// What a later program adds is no fault, and a field of another type is one.
#[test]
fn other_peoples_validator_tells_a_report_from_what_is_none() {
    let program = branch();
    sign(&program, None, "report.pdf");
    let attached = Command::new("pdfdetach")
        .args(["-savefile", "report.json", "-o"])
        .args([program.path("report.json"), program.path("report.pdf")])
        .status();
    assert!(attached.unwrap().success());
    let report: Value = serde_json::from_slice(&std::fs::read(program.path("report.json")).unwrap()).unwrap();
    assert_eq!(report, program.ok("report_verify", json!({ "file": "report.pdf" }))["report"]);
    assert_eq!(schema_faults(&report).unwrap(), "");
    let mut later = report.clone();
    later["sections"]["funds"] = json!({ "title": "工作经费", "paid": 3 });
    later["sections"]["members"]["lost"] = json!(1);
    assert_eq!(schema_faults(&later).unwrap(), "");
    let mut wrong = report.clone();
    wrong["sections"]["members"]["end"] = json!("46");
    wrong["quarter"] = json!("2026年第三季度");
    assert_eq!(schema_faults(&wrong).unwrap().lines().count(), 2, "{}", schema_faults(&wrong).unwrap());
}

#[test]
fn numbers_in_the_roster_inside_are_masked() {
    let program = branch();
    sign(&program, None, "report.pdf");
    let list = Command::new("pdfdetach")
        .arg("-saveall")
        .arg("-o")
        .arg(program.folder())
        .arg(program.path("report.pdf"))
        .status();
    assert!(list.unwrap().success());
    let table = program.ok("roster_import_preview", json!({ "file": "roster.xlsx" }))["columns"].clone();
    let masked = |title: &str| {
        let column = table.as_array().unwrap().iter().find(|column| column["header"] == title).unwrap();
        column["example"].as_str().unwrap().contains('*')
    };
    assert!(masked("公民身份证号") && masked("手机号"), "{table}");
    let sheet = std::fs::read(program.path("roster.xlsx")).unwrap();
    let rows = zhibu_documents::office::OfficeFiles.read(&sheet).unwrap().remove(0).grid.unwrap().rows;
    let cells = rows.iter().flatten().filter_map(|cell| match cell {
        zhibu_core::outside::Cell::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let whole = |text: &&str| text.len() >= 11 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X');
    assert_eq!(cells.filter(whole).collect::<Vec<_>>(), Vec::<&str>::new(), "a number stands there in full");
}

#[test]
fn a_correction_needs_a_reason_and_both_versions_stay() {
    let program = branch();
    sign(&program, None, "first.pdf");
    assert_eq!(program.ok("report_get", json!("2026Q3"))["differs_from_signed"], false);
    program.ok("report_words_save", json!({ "quarter": "2026Q3", "words": { "problems": "补充一条", "plan": "" } }));
    assert_eq!(program.ok("report_get", json!("2026Q3"))["differs_from_signed"], true);
    assert_eq!(program.problem("report_sign", json!({ "quarter": "2026Q3", "reason": " " }))["code"], "reason_needed");
    sign(&program, Some("漏填一条问题"), "second.pdf");
    let view = program.ok("report_get", json!("2026Q3"));
    assert_eq!(view["versions"].as_array().unwrap().len(), 2);
    assert_eq!(view["differs_from_signed"], false);
    assert_eq!(program.ok("report_verify", json!({ "file": "first.pdf" }))["valid"], true);
}

#[test]
fn a_signature_cannot_be_undone() {
    let program = branch();
    let before = program.ok("vault_status", json!({}))["undo"].clone();
    let done = sign(&program, None, "report.pdf");
    assert_eq!(done["undo"], Value::Null);
    assert_eq!(program.ok("vault_status", json!({}))["undo"], before);
}

#[test]
fn the_log_of_changes_is_tied_to_the_report() {
    let program = branch();
    let head = program.ok("vault_check", json!({}))["audit_head"].clone();
    program.ok("signing_get", json!({}));
    let with_key = program.ok("vault_check", json!({}))["audit_head"].clone();
    assert_ne!(head, with_key);
    sign(&program, None, "report.pdf");
    assert_eq!(program.ok("report_verify", json!({ "file": "report.pdf" }))["report"]["audit_head"], with_key);
}

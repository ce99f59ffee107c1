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

#[test]
fn a_half_of_a_year_and_a_year_have_reports_of_their_own() {
    let program = branch();
    for (period, title) in [("2026H1", "2026年上半年"), ("2026Q3", "2026年第三季度"), ("2026", "2026年度")] {
        let words = json!({ "problems": format!("{title}的问题"), "plan": "" });
        program.ok("report_words_save", json!({ "period": period, "words": words }));
        let done = program.ok("report_sign", json!({ "period": period, "reason": null }));
        assert_eq!((&done["value"]["period"], &done["value"]["version"]), (&json!(period), &json!(1)));
        program.ok("report_export", json!({ "id": done["value"]["id"], "file": "report.pdf" }));
        let view = program.ok("report_verify", json!({ "file": "report.pdf" }));
        assert!(view["sentence"].as_str().unwrap().contains(title), "{}", view["sentence"]);
        assert_eq!(view["report"]["sections"]["problems"]["text"], format!("{title}的问题"));
        assert_eq!(schema_faults(&view["report"]).unwrap(), "");
    }
    let view = program.ok("report_get", json!("2026"));
    assert_eq!((&view["report"]["quarter"], &view["report"]["span"]), (&json!("2026Q4"), &json!("year")));
    assert_eq!(view["report"]["sections"]["plan"]["title"], "下年度计划");
    let later = program.problem("report_sign", json!({ "period": "2027", "reason": null }));
    assert_eq!(later["code"], "quarter_not_begun");
}

#[test]
fn what_the_rules_find_is_explained_or_left_out_and_the_reason_stays_in_the_file() {
    let program = branch();
    let view = program.ok("report_get", json!("2026Q3"));
    let lines = view["lines"].as_array().unwrap();
    let told = |view: &Value| view["report"]["sections"]["findings"].clone();
    assert!(lines.len() > 3, "{lines:?}");
    let remark = |line: &Value, how: &str, reason: &str| {
        let remark = json!({ "how": how, "reason": reason });
        json!({ "period": "2026Q3", "findings": [line["finding"]], "remark": remark })
    };
    program.ok("report_remark", remark(&lines[0], "explained", "台风停课，九月补开"));
    program.ok("report_remark", remark(&lines[1], "left_out", "记在纸质记录本上"));
    assert_eq!(program.problem("report_remark", remark(&lines[2], "left_out", " "))["code"], "invalid");
    let now = program.ok("report_get", json!("2026Q3"));
    assert_eq!(told(&now)["left_out"], 1);
    assert_eq!(told(&now)["findings"].as_array().unwrap().len(), told(&view)["findings"].as_array().unwrap().len() - 1);
    assert_eq!(told(&now)["findings"][0]["explanation"], "台风停课，九月补开");
    assert!(!told(&now).to_string().contains("记在纸质记录本上"), "why something is left out is not reported");
    assert_eq!(now["lines"][1]["remark"]["reason"], "记在纸质记录本上");
    let of_half = program.ok("report_get", json!("2026H2"));
    assert_eq!(told(&of_half)["left_out"], 0, "a remark is on one report");

    sign(&program, None, "report.pdf");
    let take_back = json!({ "period": "2026Q3", "findings": [lines[1]["finding"]], "remark": null });
    program.ok("report_remark", take_back);
    let after = program.ok("report_get", json!("2026Q3"));
    assert_eq!((&told(&after)["left_out"], &after["differs_from_signed"]), (&json!(0), &json!(true)));
}

#[test]
fn who_does_not_know_the_passphrase_does_not_sign() {
    let program = branch();
    let request = |passphrase: &str| json!({ "period": "2026Q3", "reason": null, "passphrase": passphrase });
    let refused = program.problem("report_sign", request("晨光里的名册2025"));
    assert_eq!((&refused["code"], &refused["fields"][0]["field"]), (&json!("wrong_passphrase"), &json!("passphrase")));
    assert_eq!(program.ok("report_get", json!("2026Q3"))["versions"], json!([]));
    program.ok("report_sign", request(PASSPHRASE));
}

#[test]
fn figures_stand_beside_those_that_were_signed_last() {
    let program = branch();
    let first = program.ok("report_get", json!("2026Q3"));
    assert_eq!((&first["compared_with"], &first["figures"][1]["before"]), (&Value::Null, &Value::Null));
    sign(&program, None, "report.pdf");
    let next = program.ok("report_get", json!("2026Q4"));
    assert_eq!(next["compared_with"], json!({ "period": "2026Q3", "version": 1 }));
    let members = |view: &Value| {
        view["figures"].as_array().unwrap().iter().find(|figure| figure["section"] == "members").unwrap().clone()
    };
    assert_eq!(members(&next)["before"], members(&next)["value"]);
    assert_eq!(next["contradictions"], json!([]));
    // Somebody turns out to have been there before the quarter began.
    let record = json!({ "name": "后补", "kind": "full", "joined": "2020-07-01", "entered_on": "2026-09-01",
        "entered_how": "moved_in" });
    program.ok("member_save", json!({ "record": record }));
    let found = program.ok("report_get", json!("2026Q4"))["contradictions"].clone();
    assert!(
        matches!(found.as_array().unwrap().as_slice(), [one] if one.as_str().unwrap().contains("期初党员")),
        "{found}"
    );
}

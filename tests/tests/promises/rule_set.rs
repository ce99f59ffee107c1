//! A newer rule set comes as a signed file: checked, looked at, taken over, taken back.

use std::process::Command;

use chrono::{DateTime, FixedOffset};
use rstest::rstest;
use serde_json::{Value, json};
use zhibu_core::outside::Identity;
use zhibu_tests::{Program, binary};

const TODAY: &str = "2026-11-23";
const PASSPHRASE: &str = "晨光里的名册2026";
const FILE: &str = "a.zbrules";

fn founded(name: &str) -> Program {
    let program = Program::new(TODAY);
    let branch = json!({ "name": name, "superior": "示例市委" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    program
}

fn at(day: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("{day}T09:00:00+08:00")).unwrap()
}

/// The set in use with other hours for E01 from 2026 on, as `sign` takes it.
fn request(program: &Program, number: u64) -> Value {
    let mut texts = program.ok("rule_set_texts", json!({}))["texts"].clone();
    let text = texts["rules/education.toml"].as_str().unwrap();
    let text = text.replacen("不少于32学时", "不少于40学时", 1).replacen("hours = 32", "hours = 40", 1);
    texts["rules/education.toml"] = json!(text);
    json!({ "name": "全国规程 2027-01", "number": number, "holds_from": "2027-01-01", "changes": "学时改为40学时。",
        "texts": texts, "file": FILE })
}

/// The content that is signed, under a head of its own.
fn content(program: &Program, head: Value) -> Value {
    let texts = request(program, 2)["texts"].clone();
    let mut written = json!({ "name": "全国规程 2027-01", "number": 2, "made_on": TODAY, "holds_from": "2027-01-01",
        "issuer": "示例街道党委", "changes": "改了" });
    for (key, value) in head.as_object().unwrap() {
        written[key] = value.clone();
    }
    json!({ "kind": "zhibu-rules", "format": 1, "head": written, "files": texts })
}

fn identity(day: &str, years: u32) -> Identity {
    zhibu_documents::outside().seal.new_identity("示例街道党委", at(day), years).unwrap()
}

fn put_signed(program: &Program, content: &Value, identity: &Identity) {
    let signed = zhibu_documents::outside().seal.enclose(content.to_string().as_bytes(), identity).unwrap();
    std::fs::write(program.path(FILE), signed).unwrap();
}

/// What looking and taking over are refused with. Nothing is stored.
#[track_caller]
fn refused(program: &Program) -> Value {
    let before = program.ok("vault_dump", json!({}));
    let problem = program.problem("rule_set_preview", json!({ "file": FILE }));
    let adopted = program.problem("rule_set_adopt", json!({ "file": FILE, "seen": "" }));
    assert_eq!(problem["code"], adopted["code"]);
    assert_eq!(program.ok("vault_dump", json!({})), before);
    assert!(!problem["message"].as_str().unwrap().is_empty());
    problem["code"].clone()
}

fn hours(program: &Program) -> String {
    let rules = program.ok("rule_list", json!({}));
    let rule = rules.as_array().unwrap().iter().find(|rule| rule["id"] == "E01").unwrap();
    rule["text"].as_str().unwrap().to_owned()
}

#[test]
fn a_set_from_the_superior_is_trusted_looked_at_taken_over_and_taken_back() {
    let superior = founded("示例街道党委");
    let fingerprint = superior.ok("signing_get", json!({}))["own"]["fingerprint"].clone();
    superior.ok("rule_set_sign", request(&superior, 2));
    let branch = founded("示例协会支部");
    std::fs::copy(superior.path(FILE), branch.path(FILE)).unwrap();

    let look = || branch.ok("rule_set_preview", json!({ "file": FILE }));
    let unknown = look();
    assert_eq!((&unknown["signer"]["known_as"], &unknown["signer"]["fingerprint"]), (&Value::Null, &fingerprint));
    let adopt = json!({ "file": FILE, "seen": unknown["seen"] });
    assert_eq!(branch.problem("rule_set_adopt", adopt.clone())["code"], "rule_set_untrusted");
    branch.ok("signing_trust", json!({ "fingerprint": fingerprint, "name": "街道党委" }));
    let known = look();
    assert_eq!(known["signer"]["known_as"], "街道党委");
    let rules = known["rules"].as_array().unwrap();
    assert_eq!((rules.len(), &rules[0]["id"], &rules[0]["kinds"]), (1, &json!("E01"), &json!(["text", "numbers"])));
    assert_eq!(rules[0]["becomes"]["numbers"], json!(["40 学时"]));

    assert_eq!(branch.problem("rule_set_adopt", json!({ "file": FILE, "seen": "" }))["code"], "rule_set_seen_other");
    let done = branch.ok("rule_set_adopt", adopt);
    assert_eq!((&done["changes"], &done["value"]["in_use"]["number"]), (&json!(["rules"]), &json!(2)));
    assert_eq!(
        (&done["value"]["adopted"]["signer"], &done["value"]["built_in"]["number"]),
        (&json!("街道党委"), &json!(1))
    );
    assert!(hours(&branch).contains("40学时"));
    assert_eq!(refused(&branch), "rule_set_same");
    // The set is of the file, and comes back with it.
    branch.ok("vault_lock", json!({}));
    assert!(hours(&branch).contains("32学时"), "while no file is open");
    branch.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }));
    assert!(hours(&branch).contains("40学时"));
    assert_eq!(branch.ok("vault_check", json!({}))["ok"], true);

    branch.ok("undo", json!({}));
    assert!(hours(&branch).contains("32学时"));
    branch.ok("redo", json!({}));
    let restored = branch.ok("rule_set_restore", json!({}));
    assert_eq!((&restored["value"]["in_use"]["number"], &restored["value"]["adopted"]), (&json!(1), &Value::Null));
    assert!(hours(&branch).contains("32学时"));
    assert_eq!(branch.problem("rule_set_restore", json!({}))["code"], "no_rule_set_adopted");
    assert_eq!(branch.ok("vault_check", json!({}))["ok"], true);
}

#[test]
fn what_the_branch_notices_is_told_beforehand_and_then_so() {
    let program = founded("示例协会支部");
    program.ok("roster_list", json!({}));
    let record = json!({ "name": "张三", "kind": "full" });
    program.ok("member_save", json!({ "record": record }));
    program.ok("signing_get", json!({}));
    program.ok("rule_set_sign", request(&program, 2));
    let todo = || program.ok("home_overview", json!({}))["todo"].as_array().unwrap().clone();
    let before = todo();
    let preview = program.ok("rule_set_preview", json!({ "file": FILE }));
    assert_eq!(todo(), before, "looking changes nothing");
    program.ok("rule_set_adopt", json!({ "file": FILE, "seen": preview["seen"] }));
    let after = todo();
    let without = |some: &[Value], others: &[Value]| -> Vec<Value> {
        some.iter().filter(|finding| !others.contains(finding)).cloned().collect()
    };
    assert_eq!(preview["appear"], json!(without(&after, &before)));
    assert_eq!(preview["vanish"], json!(without(&before, &after)));
    assert!(preview["appear"].to_string().contains("40"), "{}", preview["appear"]);
}

#[test]
fn openssl_reads_and_confirms_the_file() {
    let program = founded("示例街道党委");
    program.ok("rule_set_sign", request(&program, 2));
    program.ok("certificate_export", json!({ "file": "cert.pem" }));
    let verified = |file: &str| {
        let mut openssl = Command::new("openssl");
        openssl.args(["cms", "-verify", "-binary", "-inform", "DER", "-purpose", "any", "-CAfile", "cert.pem"]);
        openssl.args(["-in", file, "-out", "content.json"]).current_dir(program.folder());
        openssl.output().unwrap()
    };
    let output = verified(FILE);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let content: Value = serde_json::from_slice(&std::fs::read(program.path("content.json")).unwrap()).unwrap();
    assert_eq!((&content["kind"], &content["head"]["name"]), (&json!("zhibu-rules"), &json!("全国规程 2027-01")));
    let mut bytes = std::fs::read(program.path(FILE)).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(program.path("b.zbrules"), bytes).unwrap();
    assert!(!verified("b.zbrules").status.success());
}

#[test]
fn a_byte_changed_anywhere_or_missing_is_refused() {
    let program = founded("示例街道党委");
    program.ok("rule_set_sign", request(&program, 2));
    let file = std::fs::read(program.path(FILE)).unwrap();
    let ends = (0..200).chain(file.len() - 1200..file.len());
    for place in (0..file.len()).step_by(9_973).chain(ends.step_by(7)) {
        let mut changed = file.clone();
        changed[place] ^= 0x10;
        std::fs::write(program.path(FILE), &changed).unwrap();
        refused(&program);
        std::fs::write(program.path(FILE), &file[..place]).unwrap();
        refused(&program);
    }
    std::fs::write(program.path(FILE), [file.as_slice(), b"\0"].concat()).unwrap();
    refused(&program);
    std::fs::write(program.path(FILE), &file[..file.len() - 1]).unwrap();
    assert_eq!(refused(&program), "rule_set_cut_off");
}

#[rstest]
#[case::from_the_future(json!({ "made_on": "2026-11-24" }), "rule_set_from_the_future")]
#[case::older(json!({ "number": 0 }), "rule_set_head")]
#[case::the_same(json!({ "number": 1 }), "rule_set_same")]
#[case::nameless(json!({ "name": "" }), "rule_set_head")]
#[case::made_before_its_certificate(json!({ "made_on": "2026-01-01" }), "rule_set_certificate_expired")]
fn a_set_that_does_not_fit_now_is_refused(#[case] head: Value, #[case] code: &str) {
    let program = founded("示例协会支部");
    put_signed(&program, &content(&program, head), &identity("2026-10-01", 3));
    assert_eq!(refused(&program), code);
}

#[test]
fn a_set_is_refused_whose_certificate_has_ended_whose_format_is_newer_or_that_is_none() {
    let program = founded("示例协会支部");
    let whole = content(&program, json!({}));
    put_signed(&program, &whole, &identity("2023-10-01", 3));
    assert_eq!(refused(&program), "rule_set_certificate_expired");
    let mut newer = whole.clone();
    newer["format"] = json!(2);
    put_signed(&program, &newer, &identity("2026-10-01", 3));
    assert_eq!(refused(&program), "newer_rule_set");
    put_signed(&program, &json!({ "kind": "else" }), &identity("2026-10-01", 3));
    assert_eq!(refused(&program), "not_a_rule_set");
    let mut outside = whole.clone();
    outside["files"]["../../rules/a.toml"] = json!("");
    put_signed(&program, &outside, &identity("2026-10-01", 3));
    assert_eq!(refused(&program), "rule_set_odd_file");
    let mut lacking = whole;
    lacking["files"].as_object_mut().unwrap().remove("rules/dues.toml");
    put_signed(&program, &lacking, &identity("2026-10-01", 3));
    assert_eq!(refused(&program), "rule_set_no_rule");
    std::fs::write(program.path(FILE), b"%PDF-1.7").unwrap();
    assert_eq!(refused(&program), "not_a_rule_set");
}

#[test]
fn a_set_older_than_the_one_taken_over_is_refused_and_none_is_signed_that_could_not_be_taken_over() {
    let program = founded("示例街道党委");
    program.ok("rule_set_sign", request(&program, 3));
    let seen = program.ok("rule_set_preview", json!({ "file": FILE }))["seen"].clone();
    program.ok("rule_set_adopt", json!({ "file": FILE, "seen": seen }));
    put_signed(&program, &content(&program, json!({ "number": 2 })), &identity("2026-10-01", 3));
    assert_eq!(refused(&program), "rule_set_older");

    let low = program.problem("rule_set_sign", request(&program, 3));
    assert_eq!(low["fields"][0]["field"], "number");
    let mut broken = request(&program, 4);
    broken["texts"]["data/holidays.csv"] = json!("date,off,name\n2026-13-01,1,元旦\n");
    broken["file"] = json!("broken.zbrules");
    assert_eq!(program.problem("rule_set_sign", broken)["code"], "rule_set_unreadable");
    assert!(!program.path("broken.zbrules").exists());
}

#[test]
fn the_command_line_writes_a_set_to_be_edited_and_signs_it() {
    let program = founded("示例街道党委");
    program.ok("signing_get", json!({}));
    program.ok("vault_lock", json!({}));
    let cli = |arguments: &[&str]| {
        let mut cli = Command::new(binary("zhibu-cli").unwrap());
        cli.args(["--today", TODAY]).args(arguments).current_dir(program.folder()).env("ZHIBU_PASSPHRASE", PASSPHRASE);
        let output = cli.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    cli(&["rules-export", "a.zhibu", "--dir", "set"]);
    let holidays = program.path("set/data/holidays.csv");
    let text = std::fs::read_to_string(&holidays).unwrap();
    std::fs::write(&holidays, text + "2027-10-01,1,国庆节\n").unwrap();
    let sign = ["rules-sign", "a.zhibu", "--dir", "set", "--name", "全国规程 2027-01", "--number", "2"];
    cli(&[&sign[..], &["--changes", "2027年放假安排", "--out", FILE]].concat());
    program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }));
    let preview = program.ok("rule_set_preview", json!({ "file": FILE }));
    assert_eq!(preview["holidays"], json!([{ "year": 2027, "is_new": true, "days_off": 1, "workdays": 0 }]));
    assert_eq!((&preview["rules"], &preview["signer"]["known_as"]), (&json!([]), &json!("示例街道党委")));
    program.ok("rule_set_adopt", json!({ "file": FILE, "seen": preview["seen"] }));
    let month = program.ok("home_calendar", json!({ "year": 2027, "month": 10 }));
    assert_eq!((&month["knows_holidays"], &month["days"][0]["holiday"]), (&json!(true), &json!("国庆节")));
    program.ok("report_sign", json!({ "quarter": "2026Q3", "reason": null }));
    let report = program.ok("report_get", json!("2026Q3"))["report"].clone();
    assert_eq!(report["rule_set"], json!({ "name": "全国规程 2027-01", "number": 2 }));
}

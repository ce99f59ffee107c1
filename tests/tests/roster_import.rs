//! Real roster files come in as their expectations say, through the command table and the real spreadsheet reader.
#![allow(clippy::panic, clippy::unwrap_used)] // a test's helper fails as the test does

use std::path::PathBuf;

use rstest::rstest;
use serde_json::{Value, json};
use zhibu_tests::Program;

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/rosters").join(name)
}

fn expected(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(fixture(&format!("{name}.expect.json"))).unwrap()).unwrap()
}

/// A program with an open file, and the named roster in its folder.
fn program_with(name: &str) -> Program {
    let program = Program::new("2026-11-23");
    let branch = json!({ "name": "示例协会支部" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026", "branch": branch }));
    std::fs::copy(fixture(name), program.path(name)).unwrap();
    program
}

/// Row, name and code of each note; the code is told from the expectation's own words.
fn notes(notes: &Value) -> Vec<(u64, String, String)> {
    let text = |note: &Value| match (note["code"].as_str(), note["why"].as_str()) {
        (Some(code), _) => code.to_owned(),
        (None, Some(why)) => code_of(why).to_owned(),
        (None, None) => panic!("{note}"),
    };
    let of = |note: &Value| (note["row"].as_u64().unwrap(), note["name"].as_str().unwrap().to_owned(), text(note));
    notes.as_array().unwrap().iter().map(of).collect()
}

fn code_of(why: &str) -> &'static str {
    let codes = [
        ("identity number: check digit", "id_check_digit"),
        ("identity number stored as a number", "id_digits_lost"),
        ("identity number stands in an earlier row", "id_duplicate_in_file"),
        ("birth date does not exist", "birth_invalid"),
        ("name is missing", "name_missing"),
        ("date in the future", "date_in_future"),
        ("unknown member kind", "kind_unknown"),
        ("became a full member before joining", "converted_before_joined"),
        ("joined before the age of 18", "joined_before_18"),
        ("sex disagrees with the identity number", "sex_differs"),
        ("birth date disagrees with the identity number", "birth_differs"),
    ];
    codes.iter().find(|(start, _)| why.starts_with(start)).unwrap_or_else(|| panic!("{why}")).1
}

#[rstest]
#[case("national-export.xlsx")]
#[case("branch-list.xlsx")]
#[case("gb18030.csv")]
#[case("old.xls")]
#[case("faulty.xlsx")]
fn a_real_roster_comes_in_row_by_row_as_expected(#[case] name: &str) {
    let program = program_with(name);
    let expected = expected(name);
    let request = json!({ "file": name });
    let preview = program.ok("roster_import_preview", request.clone());
    assert_eq!(preview["accepted"], expected["accepted"]);
    assert_eq!(notes(&preview["rejected"]), notes(&expected["rejected"]));
    assert_eq!(notes(&preview["warned"]), notes(&expected["warned"]));

    let mut import = request.clone();
    import["digest"] = preview["digest"].clone();
    let done = program.ok("roster_import", import);
    assert_eq!(done["value"]["accepted"], expected["accepted"]);
    let count = expected["accepted"].as_array().unwrap().len();
    let page = program.ok("roster_list", json!({ "limit": 1000 }));
    assert_eq!(page["total"], count);

    let again = program.ok("roster_import_preview", request);
    assert_eq!((&again["accepted"], &again["unchanged"]), (&json!([]), &json!(count)));
}

#[test]
fn a_stored_member_is_as_the_file_has_it() {
    let program = program_with("old.xls");
    let preview = program.ok("roster_import_preview", json!({ "file": "old.xls" }));
    program.ok("roster_import", json!({ "file": "old.xls", "digest": preview["digest"] }));
    let page = program.ok("roster_list", json!({ "search": "shenxiuping" }));
    let member = program.ok("member_get", json!({ "id": page["rows"][0]["id"], "reveal": true }))["member"].clone();
    assert_eq!(member["id_number"], "440300197809248554");
    assert_eq!(member["birth"], "1978-09-24");
    let mobile = member["mobile"].as_str().unwrap();
    assert!(mobile.len() == 11 && mobile.bytes().all(|byte| byte.is_ascii_digit()), "{mobile}");
}

#[test]
fn one_undo_takes_a_whole_import_back() {
    let program = program_with("branch-list.xlsx");
    let before = program.ok("vault_dump", json!({}));
    let preview = program.ok("roster_import_preview", json!({ "file": "branch-list.xlsx" }));
    program.ok("roster_import", json!({ "file": "branch-list.xlsx", "digest": preview["digest"] }));
    program.ok("undo", json!({}));
    assert_eq!(program.ok("roster_list", json!({}))["total"], 0);
    assert_eq!(program.ok("vault_dump", json!({})), before);
}

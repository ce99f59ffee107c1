//! Every released schema opens. `fixtures/schemas/schema-NN.zhibu` is a file as the program with the first NN migrations
//! left it, filled with records as awkward as its tables allow (`awkward.sql`); the core checks that none is lost
//! (`core/src/vault/released_tests.rs`).

use serde_json::{Value, json};
use zhibu_tests::Program;

const PASSPHRASE: &str = "晨光里的名册2026";

fn opened(schema: &str) -> Program {
    let program = Program::new("2026-11-25");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schemas");
    std::fs::copy(folder.join(format!("{schema}.zhibu")), program.path("a.zhibu")).unwrap();
    program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }));
    program
}

fn member(program: &Program, name: &str) -> Value {
    // Not by searching: the keys to search by are made-up as well.
    let rows = [false, true].map(|former| program.ok("roster_list", json!({ "former": former }))["rows"].clone());
    let row = rows.iter().filter_map(Value::as_array).flatten().find(|row| row["name"] == name).unwrap();
    program.ok("member_get", json!({ "id": row["id"], "reveal": true }))["member"].clone()
}

#[test]
fn an_older_file_opens_sound_and_with_everything_in_it() {
    let program = opened("schema-15");
    assert_eq!(program.ok("vault_check", json!({}))["ok"], true);
    for (name, field, value) in [
        ("𬭎𠮷䶮", "offices", json!(["secretary", "organization"])),
        ("𬭎𠮷䶮", "standing", json!("normal")),
        ("𬭎𠮷䶮", "party_age_correction_months", json!(-1200)),
        ("阿卜杜热合曼·买买提江", "mobile_destination", json!("东莞")),
        ("阿卜杜热合曼·买买提江", "mobile_since", json!("2025-03")),
        ("阿卜杜热合曼·买买提江", "party_group", json!("第一党小组")),
        ("<b>张三</b>", "birth", json!("1990")),
    ] {
        assert_eq!(member(&program, name)[field], value, "{name} {field}");
    }
    assert_eq!(
        program.ok("home_overview", json!({}))["set_aside"],
        json!([]),
        "what the upgrade added is there and empty"
    );
}

#[test]
fn before_an_older_file_is_changed_a_backup_of_it_was_made_and_checked() {
    let program = opened("schema-15");
    let folder = std::fs::read_dir(program.path("a 备份")).unwrap();
    let names = folder.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    assert_eq!(names.filter(|name| name.contains("升级前")).count(), 1);
}

#[test]
fn what_was_done_before_an_upgrade_is_not_offered_for_undo_and_what_is_done_after_is() {
    let program = opened("schema-15");
    assert_eq!(program.ok("vault_status", json!({}))["undo"], Value::Null);
    let mut record = member(&program, "阿卜杜热合曼·买买提江");
    record["note"] = json!("新");
    program.ok("member_save", json!({ "record": record }));
    program.ok("undo", json!({}));
    assert_eq!(member(&program, "阿卜杜热合曼·买买提江")["note"], "");
}

//! Every released schema opens. `fixtures/schemas/schema-NN.zhibu` is a file as the program of that schema left it: the
//! branch list imported on 2026-11-20, then one change each to six members. It is never made anew.

use serde_json::{Value, json};
use zhibu_tests::Program;

const PASSPHRASE: &str = "schema-eight-2026";

fn opened(schema: &str) -> Program {
    let program = Program::new("2026-11-25");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schemas");
    std::fs::copy(folder.join(format!("{schema}.zhibu")), program.path("a.zhibu")).unwrap();
    program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }));
    program
}

fn member(program: &Program, name: &str) -> Value {
    let row = program.ok("roster_list", json!({ "search": name }))["rows"][0].clone();
    program.ok("member_get", json!({ "id": row["id"], "reveal": true }))["member"].clone()
}

#[test]
fn an_older_file_opens_sound_and_with_everything_in_it() {
    let program = opened("schema-08");
    assert_eq!(program.ok("vault_check", json!({}))["ok"], true);
    let page = program.ok("roster_list", json!({}));
    assert_eq!((&page["current"], &page["former"]), (&json!(23), &json!(0)));
    for (name, field, value) in [
        ("阿卜杜拉·买买提", "offices", json!(["secretary"])),
        ("丁兰浩", "mobile_destination", json!("东莞")),
        ("杜浩英", "lost_contact_since", json!("2025-03")),
        ("杜子浩", "standing", json!("suspended")),
        ("李建娟", "party_group", json!("第一党小组")),
        ("李建娟", "vote_suspended", json!(true)),
        ("李伟", "attendance_not_required", json!(true)),
    ] {
        assert_eq!(member(&program, name)[field], value, "{name}");
    }
}

#[test]
fn before_an_older_file_is_changed_a_backup_of_it_was_made_and_checked() {
    let program = opened("schema-08");
    let folder = std::fs::read_dir(program.path("a 备份")).unwrap();
    let names = folder.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    assert_eq!(names.filter(|name| name.contains("升级前")).count(), 1);
}

#[test]
fn what_was_done_before_an_upgrade_is_not_offered_for_undo_and_what_is_done_after_is() {
    let program = opened("schema-08");
    assert_eq!(program.ok("vault_status", json!({}))["undo"], Value::Null);
    let mut record = member(&program, "李伟");
    record["note"] = json!("新");
    program.ok("member_save", record);
    program.ok("undo", json!({}));
    assert_eq!(member(&program, "李伟")["note"], "");
}

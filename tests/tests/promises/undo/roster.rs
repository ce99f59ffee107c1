use serde_json::{Value, json};

use super::Trial;

pub(super) fn roster(trial: &mut Trial) {
    let sheet = trial.sheet();
    trial.run("roster_import", sheet);
    let members = trial.full_members();
    let (member, other) = (&members[0], &members[1]);
    let seen = |trial: &Trial, id: &Value, reveal: bool| trial.ok("member_get", json!({ "id": id, "reveal": reveal }));

    let mut record = seen(trial, member, true)["member"].clone();
    let name = record["name"].clone();
    record["offices"] = json!(["secretary"]);
    record["note"] = json!("=1+1 <b>𬭎</b>");
    let changed = json!({ "since": "2026-11-01", "why": "" });
    trial.run("member_save", json!({ "record": record, "changed": changed }));
    trial.run("member_leave", json!({ "id": other, "on": "2026-11-20", "how": "moved_out", "reason": "调动" }));
    trial.run("member_return", json!({ "id": other, "on": "2026-11-22", "how": "moved_in" }));
    let view = seen(trial, other, false);
    let entries = view["timeline"].as_array().unwrap();
    let mut stay = entries.iter().find(|entry| entry["stay"]["event"]["event"] == "left").unwrap()["stay"].clone();
    stay["event"]["on"] = json!("2026-11-19");
    trial.run("member_stay_save", stay.clone());
    trial.run("member_stay_delete", stay);

    let fact =
        json!({ "members": [member, other], "aspect": "party_group", "value": "第二党小组", "since": "2026-11-20" });
    trial.run("member_facts_save", fact);
    let view = seen(trial, member, false);
    let entries = view["timeline"].as_array().unwrap();
    let fact = entries.iter().find(|entry| !entry["fact"].is_null()).unwrap()["fact"].clone();
    trial.run("member_fact_delete", fact);
    let filters = json!([{ "by": "group", "label": "第二党小组" }]);
    let kept = json!({ "name": "第二党小组", "query": { "filters": filters }, "columns": ["mobile"] });
    trial.run("roster_view_save", kept);
    trial.run("roster_view_delete", json!("第二党小组"));

    trial.file("photo.png", include_bytes!("../../../../icons/icon.png"));
    trial.run("member_photo_save", json!({ "member": member, "file": "photo.png" }));
    trial.run("member_photo_delete", json!(member));
    let twin = json!({ "id": null, "name": name, "kind": "full", "id_number": null, "sex": null, "birth": null,
        "joined": null, "converted": null, "lost_contact_since": null, "entered_on": null,
        "address": "示例路 1 号" });
    let twin = trial.run("member_save", json!({ "record": twin, "confirmed_duplicate": true }))["member"]["id"].clone();
    trial.run("member_merge", json!({ "keep": member, "drop": twin, "take": [{ "field": "address" }] }));
}

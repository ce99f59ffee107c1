use serde_json::{Value, json};

use super::Trial;

pub(super) fn branch(trial: &mut Trial) {
    trial
        .run("branch_save", json!({ "record": { "name": "示例商会支部", "unit": "示例商会", "has_committee": true } }));
    let unit = trial.run("branch_unit_save", json!({ "name": "示例市商会" }))["units"][1]["id"].clone();
    trial.run("branch_unit_save", json!({ "id": unit, "name": "示例市总商会" }));
    trial.run("branch_unit_delete", unit);
    let fact = json!({ "aspect": "committee", "value": "", "since": "2026-10-01", "why": "不足七人" });
    let committee = |view: &Value| {
        let facts = view["history"].as_array().unwrap().iter();
        facts.filter(|fact| fact["aspect"] == "committee").map(|fact| fact["id"].clone()).next().unwrap()
    };
    let fact = committee(&trial.run("branch_fact_save", fact));
    trial.run("branch_fact_delete", fact);
    let group = trial.run("branch_group_save", json!({ "name": "第三党小组" }))["groups"][0]["id"].clone();
    trial.run("branch_group_delete", group);
    let term = json!({ "number": 2, "elected_on": "2024-06-18" });
    let term = trial.run("branch_term_save", term)["terms"][0]["id"].clone();
    trial.run("branch_term_delete", term);
    let helper = json!({ "role": "organizer", "name": "甲" });
    let helper = trial.run("branch_helper_save", helper)["helpers"][0]["id"].clone();
    trial.run("branch_helper_delete", helper);
    let room = trial.run("branch_room_save", json!({ "name": "党员活动室" }))["rooms"][0]["id"].clone();
    trial.run("branch_room_delete", room);

    let members = trial.members();
    let secretary = json!({ "members": [members[0]], "aspect": "office", "value": "secretary", "since": "2026-11-01" });
    trial.ok("member_facts_save", secretary);
    let hand_over = json!({ "office": "secretary", "from": members[0], "to": members[1], "on": "2026-11-19",
        "why": "上级任命" });
    trial.run("branch_office_hand_over", hand_over);
}

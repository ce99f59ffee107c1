//! The rooms with few operations.

use serde_json::json;

use super::Trial;

pub(super) fn home(trial: &mut Trial) {
    let home = trial.ok("home_overview", json!({}));
    let how = json!({ "kind": "not_applicable", "reason": "由总支统一开展" });
    trial.run("home_set_aside", json!({ "findings": [home["todo"][0]], "how": how }));
    let aside = trial.ok("home_overview", json!({}))["set_aside"][0]["id"].clone();
    trial.run("home_take_back", aside);
}

pub(super) fn reports(trial: &mut Trial) {
    let words = json!({ "problems": "一", "plan": "二" });
    trial.run("report_words_save", json!({ "quarter": "2026Q4", "words": words }));
}

pub(super) fn settings(trial: &mut Trial) {
    trial.run("settings_save", json!({ "lock_after_minutes": 30 }));
}

pub(super) fn signing(trial: &mut Trial) {
    trial.ok("signing_get", json!({}));
    let fingerprint = "AB".repeat(32);
    trial.run("signing_trust", json!({ "fingerprint": fingerprint, "name": "兄弟支部" }));
    trial.run("signing_distrust", json!(fingerprint));
}

pub(super) fn study(trial: &mut Trial) {
    let members = trial.members();
    let topic = json!({ "id": null, "year": 2025, "month": 11, "title": "党章", "hours": 2 });
    trial.run("study_topic_save", topic);
    let plan = trial.run("study_plan_copy", json!({ "year": 2026 }));
    trial.run("study_topic_delete", plan["topics"][0]["id"].clone());
    let study = json!({ "id": null, "title": "集体学习", "held_on": "2026-11-10", "hours": 2.5,
        "participants": [members[0]] });
    let study = trial.run("study_save", study)["id"].clone();
    let makeup = json!({ "session": study, "member": members[1], "made_up_on": "2026-11-20", "material": "读原文" });
    trial.run("study_makeup_save", makeup);
    trial.run("study_makeup_delete", json!({ "session": study, "member": members[1] }));
    let certificate = json!({ "session": study, "member": members[0], "number": "证〔2026〕1号" });
    trial.run("study_certificate_save", certificate);
    trial.run("study_certificate_delete", json!({ "session": study, "member": members[0] }));
    trial.run("study_delete", study);
}

pub(super) fn talks(trial: &mut Trial) {
    let members = trial.members();
    let talk = json!({ "id": null, "held_on": "2026-11-20", "first": members[0], "second": members[1] });
    let talk = trial.run("talk_save", talk)["id"].clone();
    trial.run("talk_delete", talk);
}

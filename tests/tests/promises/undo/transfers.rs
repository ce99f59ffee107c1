use serde_json::json;

use super::Trial;

pub(super) fn transfers(trial: &mut Trial) {
    let member = trial.members()[1].clone();
    let mut letter = json!({ "id": null, "member": member, "addressee": "某区委组织部", "to_organization": "某某支部",
        "from_organization": "示例支部", "issued_on": "2026-11-22", "valid_days": 30, "dues_paid_to": "2026-11" });
    let sent = trial.run("transfer_save", letter.clone())["id"].clone();
    trial.run("transfer_return", json!({ "id": sent, "on": "2026-11-23", "reason": "不转了" }));
    letter["issued_on"] = json!("2026-11-23");
    letter["dues_paid_to"] = json!(null);
    let sent = trial.run("transfer_save", letter)["id"].clone();
    trial.run("transfer_receive", json!({ "id": sent, "on": "2026-11-23" }));
    trial.run("transfer_reopen", sent.clone());
    trial.run("transfer_receive", json!({ "id": sent, "on": "2026-11-23" }));

    let arrival = json!({ "id": null, "name": "许文静", "kind": "full", "id_number": null, "sex": "female",
        "birth": null, "joined": "2012", "converted": "2013", "from_organization": "某某支部",
        "issued_on": "2026-11-01", "valid_days": 90, "received_on": "2026-11-10", "dues_paid_to": null });
    let arrival = trial.run("transfer_in_save", arrival)["id"].clone();
    trial.run("transfer_in_accept", json!({ "id": arrival, "on": "2026-11-15", "member": null }));
    trial.run("transfer_correct", json!({ "id": arrival, "day": "ended", "on": "2026-11-14" }));
    trial.run("transfer_in_reply", json!({ "id": arrival, "on": "2026-11-20" }));
}

use serde_json::{Value, json};

use super::Trial;

pub(super) fn development(trial: &mut Trial) {
    let person = json!({ "id": null, "name": "江一帆", "id_number": null, "sex": null, "birth": "1994-05",
        "applied_on": "2026-10-01" });
    let file = trial.run("development_save", person)["person"]["id"].clone();
    let entry = |kind: &str, on: &str| json!({ "id": null, "kind": kind, "on": on, "values": {} });
    let enter =
        |entries: Value, roster: bool| json!({ "file": file, "entries": entries, "insist": true, "roster": roster });
    let talk = trial.run("development_entries_save", enter(json!([entry("talk", "2026-10-20")]), false));
    trial.run("development_entry_delete", talk["steps"][1]["entries"][0]["id"].clone());
    // Who is approved stands in the roster by the same change.
    let approved = json!([entry("admission", "2026-10-21"), entry("approval", "2026-10-22")]);
    trial.run("development_entries_save", enter(approved, true));
    let mut revoked = json!([entry("conversion", "2026-10-23"), entry("conversion_approval", "2026-10-24")]);
    revoked[0]["values"]["conversion_outcome"] = json!("revoked");
    trial.run("development_entries_save", enter(revoked, false));
    trial.run("development_to_roster", file.clone());
    let guide = json!({ "id": null, "role": "mentor", "name": "外支部的人", "since": "2026-10-20" });
    let view = trial.run("development_guide_save", json!({ "file": file, "guide": guide }));
    trial.run("development_guide_delete", view["guides"][0]["guide"]["id"].clone());
    trial.run("development_intention_save", json!({ "file": file, "step": 25, "on": "2026-12-20" }));
    let paper = |code: &str, dated: &str| json!({ "id": null, "code": code, "state": "present", "dated": dated });
    let papers = json!([paper("1-1", "2026-10-01"), paper("2-5", "2026-10-25")]);
    let view = trial.run("development_materials_save", json!({ "file": file, "materials": papers }));
    let report = &view["steps"][0]["materials"][0]["records"][0]["id"];
    trial.run("development_material_delete", report.clone());
    trial.file("1-1 第1页.png", include_bytes!("../../../../icons/icon.png"));
    let scans = json!({ "file": file, "files": ["1-1 第1页.png"] });
    let pages = trial.run("development_scan_add", scans);
    trial.run("development_scan_move", json!({ "id": pages[0]["id"], "code": "1-2", "position": 0 }));
    trial.run("development_scan_delete", pages[0]["id"].clone());
    let booklet = json!({ "id": null, "serial": "示例0001", "file": file, "handed_out_on": "2026-10-20" });
    let register = trial.run("development_booklet_save", booklet);
    trial.run("development_booklet_delete", register["booklets"][0]["id"].clone());
    trial.run("development_quota_save", json!({ "year": 2026, "people": 2 }));
    let closed = json!({ "on": "2026-11-01", "how": "withdrawn", "reason": "本人撤回" });
    trial.run("development_close", json!({ "id": file, "closed": closed }));
}

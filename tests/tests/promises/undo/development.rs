use serde_json::json;

use super::Trial;

pub(super) fn development(trial: &mut Trial) {
    let person = json!({ "id": null, "name": "江一帆", "id_number": null, "sex": null, "birth": "1994-05",
        "applied_on": "2026-10-01" });
    let file = trial.run("development_save", person)["person"]["id"].clone();
    let step = json!({ "file": file, "step": 2, "entry": 1, "done_on": "2026-10-20", "note": "" });
    trial.run("development_step_save", step);
    let material = json!({ "file": file, "code": "1-1", "state": "present", "dated": null, "note": "" });
    trial.run("development_material_save", material);
    let report = json!({ "file": file, "code": "2-5", "replaces": null, "dated": "2026-10-25", "note": "" });
    trial.run("development_paper_save", report);
    trial.run("development_close", json!({ "id": file, "on": "2026-11-01", "reason": "本人撤回" }));
}

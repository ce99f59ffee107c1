//! The rooms with few operations.

use serde_json::{Value, json};

use super::Trial;

pub(super) fn disposals(trial: &mut Trial) {
    let member = trial.members()[0].clone();
    let disposal = json!({ "id": null, "member": member, "kind": "correction", "ground": "不按时交纳党费",
        "begun_on": "2026-11-01" });
    let disposal = trial.run("disposal_save", disposal);
    trial.run("disposal_delete", disposal);
}

pub(super) fn dues(trial: &mut Trial) {
    let member = trial.members()[0].clone();
    let base = json!({ "id": null, "member": member, "kind": "salary", "from": "2026-01", "base": 300_000 });
    trial.run("dues_bases_save", json!({ "bases": [base] }));
    let entry = json!({ "member": member, "month": "2026-01", "amount": 1500 });
    trial.run("dues_pay", json!({ "entries": [entry], "paid_on": "2026-11-20" }));
    let payment = json!({ "id": null, "member": member, "paid_on": "2026-11-20", "way": "cash",
        "months": [{ "month": "2026-02", "amount": 1500 }] });
    let payment = trial.run("dues_payment_save", payment);
    let line = json!({ "id": null, "on": "2026-11-21", "kind": "handed_up", "amount": 1500, "from": "2026-01",
        "to": "2026-01", "party": "示例街道党委" });
    trial.run("dues_entry_save", line);
    let line = trial.ok("dues_ledger", json!({ "year": 2026 }))["entries"][0]["id"].clone();
    trial.run("dues_entry_delete", line);
    trial.run("dues_payment_delete", payment);
    trial.run("dues_publish", json!({ "year": 2026, "published_on": "2026-11-22", "place": "公布栏" }));
    trial.run("dues_unpublish", json!({ "year": 2026 }));
    let taken = json!({ "id": null, "member": member, "paid_on": "2026-11-20", "transaction": "42000",
        "months": [{ "month": "2026-03", "amount": 1500 }] });
    let aliases = json!([{ "alias": "晨光", "member": member }]);
    trial.run("dues_import", json!({ "payments": [taken], "aliases": aliases }));
    trial.run("dues_alias_forget", json!("晨光"));
    let base = trial.ok("dues_member", member)["bases"][0]["id"].clone();
    trial.run("dues_base_delete", base);
}

pub(super) fn home(trial: &mut Trial) {
    let home = trial.ok("home_overview", json!({}));
    let how = json!({ "kind": "not_applicable", "reason": "由总支统一开展" });
    trial.run("home_set_aside", json!({ "findings": [home["todo"][0]], "how": how }));
    let aside = trial.ok("home_overview", json!({}))["set_aside"][0]["id"].clone();
    trial.run("home_take_back", aside);
    let done = json!({ "kind": "done", "note": "已当面说过" });
    trial.run("home_set_aside", json!({ "findings": [home["todo"][0]], "how": done }));
}

pub(super) fn library(trial: &mut Trial) {
    let document = json!({ "id": null, "kind": "regulation", "title": "集中学习制度", "text": "每月一次" });
    let document = trial.run("library_save", document)["id"].clone();
    trial.file("制度.txt", "每月集中学习一次".as_bytes());
    trial.ok("attachment_add", json!({ "owner": { "document": document }, "files": ["制度.txt"] }));
    let meeting = trial.meeting(&["general"]);
    let uses = |documents: Value| json!({ "place": { "meeting": meeting }, "documents": documents });
    trial.run("library_uses_save", uses(json!([document])));
    trial.ok("library_uses_save", uses(json!([])));
    trial.run("library_delete", document);
}

pub(super) fn reports(trial: &mut Trial) {
    let words = json!({ "problems": "一", "plan": "二" });
    trial.run("report_words_save", json!({ "quarter": "2026Q4", "words": words }));
    let view = trial.ok("report_get", json!("2026Q4"));
    let remark = json!({ "how": "left_out", "reason": "台风" });
    trial.run(
        "report_remark",
        json!({ "period": "2026Q4", "findings": [view["lines"][0]["finding"]], "remark": remark }),
    );
    trial
        .run("report_remark", json!({ "period": "2026Q4", "findings": [view["lines"][0]["finding"]], "remark": null }));
    trial.signed_report("收件");
    let seal = zhibu_documents::outside().seal;
    let at = "2026-11-23T10:00:00+08:00".parse().unwrap();
    let superior = seal.new_identity("示例党委", at, 3).unwrap();
    let report = std::fs::read(trial.path("收件/报告.pdf")).unwrap();
    trial.file("回执.pdf", &seal.sign(&report, &superior, "签收", at).unwrap());
    trial.run("report_receipt_import", json!({ "file": "回执.pdf" }));
}

pub(super) fn returns(trial: &mut Trial) {
    trial.file("台账.xlsx", include_bytes!("../../../fixtures/returns/roster.xlsx"));
    let table = trial.run("return_import", json!({ "file": "台账.xlsx" }));
    let sheet = json!({ "name": "名册", "people": "full", "fills": [{ "text": "甲" }] });
    trial.run("return_save", json!({ "id": table, "name": "党员花名册", "sheets": [sheet] }));
    trial.run("return_delete", table);
}

pub(super) fn rules(trial: &mut Trial) {
    let set = trial.ok("rule_set_texts", json!({}));
    let number = set["head"]["number"].as_u64().unwrap() + 1;
    trial.ok("signing_get", json!({}));
    let request = json!({ "name": "全国规程 2027-01", "number": number, "holds_from": "2027-01-01",
        "changes": "改了一处", "texts": set["texts"], "file": "a.zbrules" });
    trial.ok("rule_set_sign", request);
    let preview = trial.ok("rule_set_preview", json!({ "file": "a.zbrules" }));
    let seen = preview["seen"].clone();
    trial.run("rule_set_adopt", json!({ "file": "a.zbrules", "seen": seen }));
    trial.run("rule_set_restore", json!({}));
}

pub(super) fn settings(trial: &mut Trial) {
    trial.run("settings_save", json!({ "lock_after_minutes": 30, "letter_valid_days": 30 }));
    trial.ok("local_rules_export", json!({ "file": "规定.json" }));
    trial.ok("settings_save", json!({ "lock_after_minutes": 30 }));
    trial.run("local_rules_import", json!({ "file": "规定.json" }));
}

pub(super) fn signing(trial: &mut Trial) {
    trial.ok("signing_get", json!({}));
    let fingerprint = "AB".repeat(32);
    trial.run("signing_trust", json!({ "fingerprint": fingerprint, "name": "兄弟支部" }));
    trial.run("signing_distrust", json!(fingerprint));
}

pub(super) fn superior(trial: &mut Trial) {
    let report = trial.signed_report("收件");
    trial.ok("vault_lock", json!({}));
    trial.ok(
        "vault_create",
        json!({ "file": "上级.zhibu", "passphrase": "晨光里的名册2026", "branch": { "name": "示例党委" }, "kind": "superior" }),
    );
    trial.run("superior_enrol", json!({ "entries": [{ "name": "示例协会支部", "fingerprint": report }] }));
    trial.run("superior_collect", json!({ "folder": "收件" }));
    trial.ok("signing_get", json!({}));
    std::fs::create_dir(trial.path("回执")).unwrap();
    trial.run("superior_receipts", json!({ "quarter": "2026Q3", "folder": "回执" }));
    let all = trial.run("superior_branch_save", json!({ "id": null, "name": "第二支部", "since": "2026Q3" }));
    let second = all.as_array().unwrap().iter().find(|branch| branch["name"] == "第二支部").unwrap()["id"].clone();
    trial.run("superior_branch_delete", second);
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
    trial.file("证书.png", include_bytes!("../../../../icons/icon.png"));
    trial.run("study_certificate_save", certificate);
    let owner = json!({ "certificate": { "session": study, "member": members[0] } });
    trial.run("attachment_add", json!({ "owner": owner, "files": ["证书.png"] }));
    trial.run("study_certificate_delete", json!({ "session": study, "member": members[0] }));
    trial.run("study_delete", study);
}

pub(super) fn talks(trial: &mut Trial) {
    let members = trial.members();
    let talk = json!({ "id": null, "held_on": "2026-11-20", "first": members[0], "second": members[1] });
    let talk = trial.run("talk_save", talk)["id"].clone();
    trial.run("talk_delete", talk);
}

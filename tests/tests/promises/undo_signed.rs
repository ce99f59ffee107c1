//! What a signed report has counted is taken back or brought back only with a written reason.

use serde_json::{Value, json};
use zhibu_tests::Program;

/// A branch of the third quarter with nothing held yet, and one of its full members.
fn branch() -> (Program, Value) {
    let program = Program::new("2026-10-03");
    let branch = json!({ "name": "示例协会支部", "unit": "示例协会", "has_committee": true });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026", "branch": branch }));
    std::fs::write(program.path("r.xlsx"), include_bytes!("../../fixtures/rosters/national-export.xlsx")).unwrap();
    let preview = program.ok("roster_import_preview", json!({ "file": "r.xlsx" }));
    program.ok("roster_import", json!({ "file": "r.xlsx", "digest": preview["digest"] }));
    let full = json!({ "limit": 1, "filters": [{ "by": "kind", "label": "正式党员" }] });
    let member = program.ok("roster_list", full)["rows"][0]["id"].clone();
    (program, member)
}

fn sign(program: &Program) {
    let signed = program.ok("report_get", json!("2026Q3"))["versions"].as_array().unwrap().len();
    let reason = (signed > 0).then_some("补报");
    program.ok("report_sign", json!({ "quarter": "2026Q3", "reason": reason }));
}

fn head(day: &str) -> Value {
    json!({ "id": null, "kinds": ["general"], "title": "", "planned_at": format!("{day}T14:30:00"),
        "started_at": null, "ended_at": null, "place": "会议室", "chair": "甲", "recorder": "乙",
        "party_group": null, "observers": [] })
}

/// A meeting of the third quarter at which everybody was.
fn held(program: &Program) -> Value {
    let meeting = program.ok("meeting_save", head("2026-09-16"))["value"]["head"]["id"].clone();
    let view = program.ok("meeting_get", meeting.clone());
    let present = |row: &Value| json!({ "member": row["member"], "status": "present", "reason": null });
    let entries: Vec<Value> = view["attendance"].as_array().unwrap().iter().map(present).collect();
    program.ok("attendance_save", json!({ "id": meeting, "entries": entries }));
    meeting
}

fn dump(program: &Program) -> Value {
    program.ok("vault_dump", json!({}))
}

/// Refused with the quarter's name and what to do, and nothing is changed.
fn asks(program: &Program, step: &str) {
    let before = dump(program);
    let log = program.ok("audit_list", json!({ "limit": 1 }));
    let problem = program.problem(step, json!({}));
    assert_eq!(problem["code"], "signed_quarter", "{problem}");
    assert!(problem["message"].as_str().unwrap().contains("2026年第三季度"), "{problem}");
    assert!(problem["hint"].as_str().unwrap().contains("写明原因"), "{problem}");
    assert_eq!(program.problem(step, json!({ "reason": "  " }))["fields"][0]["field"], "reason");
    assert_eq!(dump(program), before);
    assert_eq!(program.ok("audit_list", json!({ "limit": 1 })), log);
}

#[test]
fn attendance_meeting_and_import_under_a_signed_quarter_stay_until_the_reason_is_written() {
    let (program, _) = branch();
    let meeting = held(&program);
    sign(&program);
    asks(&program, "undo");
    program.ok("undo", json!({ "reason": "开错了季度" }));
    let label = program.ok("audit_list", json!({ "limit": 1 }))[0]["label"].clone();
    assert!(label.as_str().unwrap().contains("更正2026年第三季度的报告：开错了季度"), "{label}");
    // The reason is good until the quarter is signed again.
    program.ok("undo", json!({}));
    assert!(program.call("meeting_get", meeting).is_err());
    sign(&program);
    asks(&program, "undo"); // the import
    asks(&program, "redo"); // the meeting, without which the second version was signed
    assert_eq!(program.ok("roster_list", json!({}))["current"], 46);
}

#[test]
fn every_room_that_a_report_counts_is_guarded() {
    let (program, member) = branch();
    let meeting = held(&program);
    let guarded = |name: &str, request: Value| {
        program.ok(name, request);
        sign(&program);
        asks(&program, "undo");
        program.ok("undo", json!({ "reason": "试" }));
        program.ok("redo", json!({}));
    };
    // The meeting's own changes need their reason from the second signature on; each is good for one version.
    let corrected = |name: &str, request: Value| {
        if !program.ok("report_get", json!("2026Q3"))["versions"].as_array().unwrap().is_empty() {
            program.ok("meeting_correct", json!({ "id": meeting, "reason": "补记" }));
        }
        guarded(name, request);
    };
    let vote = json!({ "meeting": meeting, "id": null, "subject": "计划", "motion": "ordinary", "ballot": "hands",
        "votes_for": 40, "votes_against": 0, "abstained": 1 });
    corrected("vote_save", vote);
    let record = json!({ "id": meeting, "agenda": [{ "title": "学习", "content": "一" }],
        "resolutions": [{ "text": "同意", "responsible": "甲", "due": "2026-12-01" }] });
    corrected("meeting_record_save", record);
    let study = json!({ "id": null, "title": "学习", "held_on": "2026-08-10", "hours": 2.5, "participants": [member] });
    guarded("study_save", study);
    guarded("member_leave", json!({ "id": member, "on": "2026-09-20", "how": "moved_out", "reason": "调动" }));
    guarded("branch_term_save", json!({ "number": 2, "elected_on": "2024-06-18" }));
    let applicant = json!({ "id": null, "name": "江一帆", "id_number": null, "sex": null, "birth": "1994-05",
        "applied_on": "2026-08-01" });
    guarded("development_save", applicant);
    guarded("report_words_save", json!({ "quarter": "2026Q3", "words": { "problems": "一", "plan": "二" } }));
    // Last: under another name nothing is signed before the certificate is renewed.
    program.ok("branch_save", json!({ "record": { "name": "示例协会联合支部", "kind": "joint" } }));
    program.ok("certificate_renew", json!({}));
    sign(&program);
    asks(&program, "undo");
}

#[test]
fn what_no_signed_report_counts_is_taken_back_unasked() {
    let (program, _) = branch();
    held(&program);
    program.ok("settings_save", json!({ "lock_after_minutes": 30 }));
    program.ok("meeting_save", head("2026-10-02"));
    sign(&program);
    program.ok("undo", json!({}));
    program.ok("undo", json!({}));
    asks(&program, "undo");
}

#[test]
fn what_was_changed_after_the_signature_is_taken_back_unasked() {
    let (program, member) = branch();
    let meeting = held(&program);
    sign(&program);
    let signed = dump(&program);
    program.ok("meeting_correct", json!({ "id": meeting, "reason": "漏记一人" }));
    let absent = json!({ "member": member, "status": "absent", "reason": null });
    program.ok("attendance_save", json!({ "id": meeting, "entries": [absent] }));
    program.ok("undo", json!({}));
    program.ok("undo", json!({}));
    assert_eq!(dump(&program), signed);
    program.ok("redo", json!({}));
    program.ok("redo", json!({}));
    program.ok("undo", json!({}));
    program.ok("undo", json!({}));
    asks(&program, "undo");
}

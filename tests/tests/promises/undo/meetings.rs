use serde_json::{Value, json};

use super::Trial;

pub(super) fn meetings(trial: &mut Trial) {
    let members = trial.members();
    let head = json!({ "id": null, "kinds": ["general"], "title": "", "planned_at": "2026-11-18T14:30:00",
        "started_at": null, "ended_at": null, "place": "会议室", "chair": "甲", "recorder": "乙",
        "party_group": null, "observers": ["丙"] });
    let meeting = trial.run("meeting_save", head.clone())["head"]["id"].clone();
    attendance(trial, &meeting);
    let record = json!({ "id": meeting, "agenda": [{ "title": "学习", "content": "一\n二" }],
        "resolutions": [{ "text": "同意", "responsible": "甲", "due": "2026-12-01" }] });
    trial.run("meeting_record_save", record);
    trial.run("meeting_copy", json!({ "id": meeting, "planned_at": "2026-12-02T14:30:00" }));
    trial.run("meeting_template_save", json!({ "name": "月度", "items": ["学习", "议事"] }));
    trial.run("meeting_template_delete", json!("月度"));
    votes(trial, &meeting);

    let mut life = head.clone();
    life["kinds"] = json!(["organizational_life"]);
    let life = trial.run("meeting_save", life)["head"]["id"].clone();
    let examination = json!({ "member": members[0], "problems": "学习不够", "promises": "每月读一本书" });
    trial.run("examination_save", json!({ "meeting": life, "examination": examination }));

    let second = trial.run("meeting_save", head)["head"]["id"].clone();
    trial.run("meeting_cancel", json!({ "id": second, "reason": "改期" }));
    let mut third = trial.ok("meeting_get", meeting)["head"].clone();
    third["id"] = Value::Null;
    let third = trial.run("meeting_save", third)["head"]["id"].clone();
    trial.run("meeting_notice_save", json!({ "meeting": third, "addressee": "全体党员" }));
    trial.run("meeting_delete", third);
    let planned = json!({ "id": null, "kinds": ["theme_day"], "planned_at": "2026-12-16T14:30:00" });
    trial.run("meeting_plan_save", json!({ "quarter": "2026Q4", "meetings": [planned, planned] }));

    trial.ok("report_sign", json!({ "quarter": "2026Q4", "reason": null }));
    trial.run("meeting_correct", json!({ "id": life, "reason": "漏记一人" }));
}

fn attendance(trial: &mut Trial, meeting: &Value) {
    let entries = trial.everybody(meeting);
    trial.run("attendance_save", json!({ "id": meeting, "entries": entries }));
    let forgotten = json!({ "id": null, "name": "补录", "kind": "full", "id_number": null, "sex": null, "birth": null,
        "joined": null, "converted": null, "lost_contact_since": null, "entered_on": null });
    trial.ok("member_save", json!({ "record": forgotten }));
    trial.run("attendance_redraw", meeting.clone());
    trial.run("attendance_clear", meeting.clone());
    trial.run("attendance_save", json!({ "id": meeting, "entries": entries }));
}

fn votes(trial: &mut Trial, meeting: &Value) {
    let vote = json!({ "meeting": meeting, "id": null, "subject": "计划", "motion": "ordinary", "ballot": "hands",
        "votes_for": 40, "votes_against": 0, "abstained": 1, "written_for": 0, "written_against": 0 });
    let vote = trial.run("vote_save", vote)["votes"][0]["id"].clone();
    let admission = json!({ "meeting": meeting, "id": null, "subject": "接收", "motion": "admission",
        "ballot": "secret", "votes_for": 40, "votes_against": 0, "abstained": 1 });
    let on_person = trial.run("vote_save", admission)["votes"][1]["id"].clone();
    let resolution =
        json!({ "meeting": meeting, "vote": on_person, "person": "李𬭎", "merits": "一\n二", "faults": "三" });
    trial.run("vote_resolution_save", resolution);
    trial.run("vote_delete", json!({ "meeting": meeting, "id": on_person }));
    trial.run("meeting_notice_save", json!({ "meeting": meeting, "wishes": "请带党章", "issued_on": "2026-11-10" }));
    trial.run("vote_delete", json!({ "meeting": meeting, "id": vote }));
}

pub(super) fn tasks(trial: &mut Trial) {
    let meeting = trial.meeting(&["general"]);
    let record = json!({ "id": meeting, "agenda": [],
        "resolutions": [{ "text": "同意", "responsible": "甲", "due": "2026-12-01" }] });
    let resolution = trial.ok("meeting_record_save", record)["value"]["resolutions"][0]["id"].clone();
    let note = json!({ "resolution": resolution, "noted_on": "2026-11-20", "text": "已办", "done": true });
    let note = trial.run("task_note_save", note)["notes"][0]["id"].clone();
    trial.run("task_note_delete", note);
}

pub(super) fn attachments(trial: &mut Trial) {
    let meeting = trial.meeting(&["general"]);
    trial.file("photo.png", include_bytes!("../../../../icons/icon.png"));
    let owner = json!({ "meeting": meeting });
    let photo = json!({ "owner": owner, "kind": "photo", "files": ["photo.png"], "keep_originals": true });
    let photo = trial.run("attachment_add", photo)[0]["id"].clone();
    trial.run("attachment_save", json!({ "id": photo, "caption": "会场" }));
    trial.run("attachment_delete", photo);
}

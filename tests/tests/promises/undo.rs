//! For every operation: done and undone is as before, redone is as done.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use zhibu_tests::Program;

/// Runs a change and takes it back and brings it back, each time comparing everything that is recorded.
fn there_and_back(program: &Program, command: &str, request: Value) -> Value {
    let before = program.ok("vault_dump", json!({}));
    let done = program.ok(command, request);
    let after = program.ok("vault_dump", json!({}));
    assert_ne!(before, after, "{command} changed nothing");
    assert!(done["undo"].is_string(), "{command} cannot be undone");
    assert!(!done["changes"].as_array().unwrap().is_empty(), "{command} does not say what it changed");
    program.ok("undo", json!({}));
    assert_eq!(program.ok("vault_dump", json!({})), before, "{command} was not undone");
    program.ok("redo", json!({}));
    assert_eq!(program.ok("vault_dump", json!({})), after, "{command} was not redone");
    done["value"].clone()
}

#[test]
fn every_operation_undone_is_as_before_and_redone_is_as_done() {
    let program = Program::new("2026-11-23");
    let create = json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026", "branch": { "name": "示例支部" } });
    program.ok("vault_create", create);
    let mut tried = BTreeSet::new();
    let mut run = |command: &'static str, request: Value| {
        tried.insert(command);
        there_and_back(&program, command, request)
    };

    run("branch_save", json!({ "name": "示例协会支部", "unit": "示例协会", "has_committee": true }));
    let unit = run("branch_unit_save", json!({ "name": "示例商会" }))["units"][1]["id"].clone();
    run("branch_unit_save", json!({ "id": unit, "name": "示例市商会" }));
    run("branch_unit_delete", unit);
    let fact = json!({ "aspect": "committee", "value": "", "since": "2026-10-01", "why": "不足七人" });
    let committee = |view: &Value| {
        let facts = view["history"].as_array().unwrap().iter();
        facts.filter(|fact| fact["aspect"] == "committee").map(|fact| fact["id"].clone()).next().unwrap()
    };
    let fact = committee(&run("branch_fact_save", fact));
    run("branch_fact_delete", fact);
    let group = run("branch_group_save", json!({ "name": "第三党小组" }))["groups"][0]["id"].clone();
    run("branch_group_delete", group);
    let term = run("branch_term_save", json!({ "number": 2, "elected_on": "2024-06-18" }))["terms"][0]["id"].clone();
    run("branch_term_delete", term);
    let helper = run("branch_helper_save", json!({ "role": "organizer", "name": "甲" }))["helpers"][0]["id"].clone();
    run("branch_helper_delete", helper);
    let room = run("branch_room_save", json!({ "name": "党员活动室" }))["rooms"][0]["id"].clone();
    run("branch_room_delete", room);
    run("settings_save", json!({ "lock_after_minutes": 30 }));
    std::fs::write(program.path("r.xlsx"), include_bytes!("../../fixtures/rosters/national-export.xlsx")).unwrap();
    let mut import = json!({ "file": "r.xlsx", "mapping": { "13": null } });
    import["digest"] = program.ok("roster_import_preview", import.clone())["digest"].clone();
    run("roster_import", import);
    let rows =
        program.ok("roster_list", json!({ "limit": 100, "filters": [{ "by": "kind", "label": "正式党员" }] }))["rows"]
            .clone();
    let member = rows[0]["id"].clone();
    let mut record = program.ok("member_get", json!({ "id": member, "reveal": true }))["member"].clone();
    record["offices"] = json!(["secretary"]);
    record["changed_since"] = json!("2026-11-01");
    record["note"] = json!("=1+1 <b>𬭎</b>");
    run("member_save", record);
    let other = rows[1]["id"].clone();
    let hand_over =
        json!({ "office": "secretary", "from": member, "to": other, "on": "2026-11-19", "why": "上级任命" });
    run("branch_office_hand_over", hand_over);
    run("member_leave", json!({ "id": other, "on": "2026-11-20", "how": "moved_out", "reason": "调动" }));
    run("member_return", json!({ "id": other, "on": "2026-11-22", "how": "moved_in" }));
    let view = program.ok("member_get", json!({ "id": other, "reveal": false }));
    let entries = view["timeline"].as_array().unwrap();
    let mut stay = entries.iter().find(|entry| entry["stay"]["event"]["event"] == "left").unwrap()["stay"].clone();
    stay["event"]["on"] = json!("2026-11-19");
    run("member_stay_save", stay.clone());
    run("member_stay_delete", stay);

    let fact =
        json!({ "members": [member, other], "aspect": "party_group", "value": "第二党小组", "since": "2026-11-20" });
    run("member_facts_save", fact);
    let view = program.ok("member_get", json!({ "id": member, "reveal": false }));
    let fact =
        view["timeline"].as_array().unwrap().iter().find(|entry| !entry["fact"].is_null()).unwrap()["fact"].clone();
    run("member_fact_delete", fact);
    let filters = json!([{ "by": "group", "label": "第二党小组" }]);
    run("roster_view_save", json!({ "name": "第二党小组", "query": { "filters": filters }, "columns": ["mobile"] }));
    run("roster_view_delete", json!("第二党小组"));

    std::fs::write(program.path("photo.png"), include_bytes!("../../../icons/icon.png")).unwrap();
    run("member_photo_save", json!({ "member": member, "file": "photo.png" }));
    run("member_photo_delete", json!(member));
    let name = rows[0]["name"].clone();
    let twin = json!({ "id": null, "name": name, "kind": "full", "id_number": null, "sex": null, "birth": null,
        "joined": null, "converted": null, "lost_contact_since": null, "entered_on": null,
        "address": "示例路 1 号", "confirmed_duplicate": true });
    let twin = run("member_save", twin)["member"]["id"].clone();
    run("member_merge", json!({ "keep": member, "drop": twin, "take": [{ "field": "address" }] }));

    let head = json!({ "id": null, "kinds": ["general"], "title": "", "planned_at": "2026-11-18T14:30:00",
        "started_at": null, "ended_at": null, "place": "会议室", "chair": "甲", "recorder": "乙",
        "party_group": null, "observers": ["丙"] });
    let meeting = run("meeting_save", head.clone())["head"]["id"].clone();
    let view = program.ok("meeting_get", meeting.clone());
    let present = |row: &Value| json!({ "member": row["member"], "status": "present", "reason": null });
    let entries: Vec<Value> = view["attendance"].as_array().unwrap().iter().map(present).collect();
    run("attendance_save", json!({ "id": meeting, "entries": entries }));
    let forgotten = json!({ "id": null, "name": "补录", "kind": "full", "id_number": null, "sex": null, "birth": null,
        "joined": null, "converted": null, "lost_contact_since": null, "entered_on": null });
    program.ok("member_save", forgotten);
    run("attendance_redraw", meeting.clone());
    run("attendance_clear", meeting.clone());
    run("attendance_save", json!({ "id": meeting, "entries": entries }));
    run(
        "meeting_record_save",
        json!({ "id": meeting, "agenda": [{ "title": "学习", "content": "一\n二" }],
        "resolutions": [{ "text": "同意", "responsible": "甲", "due": "2026-12-01" }] }),
    );
    let resolution = program.ok("meeting_get", meeting.clone())["resolutions"][0]["id"].clone();
    let note = json!({ "resolution": resolution, "noted_on": "2026-11-20", "text": "已办", "done": true });
    let note = run("task_note_save", note)["notes"][0]["id"].clone();
    run("task_note_delete", note);
    run("meeting_copy", json!({ "id": meeting, "planned_at": "2026-12-02T14:30:00" }));
    run("meeting_template_save", json!({ "name": "月度", "items": ["学习", "议事"] }));
    run("meeting_template_delete", json!("月度"));
    let talk = json!({ "id": null, "held_on": "2026-11-20", "first": member, "second": other });
    let talk = run("talk_save", talk)["id"].clone();
    run("talk_delete", talk);
    let photo = json!({ "meeting": meeting, "kind": "photo", "files": ["photo.png"], "keep_originals": true });
    let photo = run("attachment_add", photo)[0]["id"].clone();
    run("attachment_save", json!({ "id": photo, "caption": "会场" }));
    run("attachment_delete", photo);
    let vote = json!({ "meeting": meeting, "id": null, "subject": "计划", "motion": "ordinary", "ballot": "hands",
        "votes_for": 40, "votes_against": 0, "abstained": 1, "written_for": 0, "written_against": 0 });
    let vote = run("vote_save", vote)["votes"][0]["id"].clone();
    let admission = json!({ "meeting": meeting, "id": null, "subject": "接收", "motion": "admission",
        "ballot": "secret", "votes_for": 40, "votes_against": 0, "abstained": 1 });
    let on_person = run("vote_save", admission)["votes"][1]["id"].clone();
    run(
        "vote_resolution_save",
        json!({ "meeting": meeting, "vote": on_person, "person": "李𬭎", "merits": "一\n二", "faults": "三" }),
    );
    run("vote_delete", json!({ "meeting": meeting, "id": on_person }));
    run("meeting_notice_save", json!({ "meeting": meeting, "wishes": "请带党章", "issued_on": "2026-11-10" }));
    run("vote_delete", json!({ "meeting": meeting, "id": vote }));
    let voters: Vec<Value> = view["attendance"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["voting"] == true)
        .map(|row| row["member"].clone())
        .collect();
    let prepared = json!({ "id": null, "meeting": meeting, "purpose": "regular", "post": "committee_member", "seats": 1,
        "candidates": voters[..2], "chief_scrutineer": "丙", "scrutineers": ["丁"], "counters": ["戊"] });
    let election = run("election_save", prepared)["election"]["id"].clone();
    let present = u64::try_from(voters.len()).unwrap();
    let votes = |at: usize, votes: u64| json!({ "member": voters[at], "votes_for": votes, "votes_against": present - votes, "abstained": 0 });
    let round = json!({ "election": election, "number": null, "voters_expected": present, "voters_present": present,
        "handed_out": present, "collected": present, "invalid": 0, "candidates": [votes(0, present - 1), votes(1, 0)],
        "write_ins": [{ "member": null, "name": "外人", "votes": 1 }] });
    run("election_round_save", round.clone());
    run("election_round_delete", json!({ "election": election, "number": 1 }));
    program.ok("election_round_save", round);
    let offices = json!([{ "member": voters[0], "offices": ["secretary"] }]);
    run("election_conclude", json!({ "election": election, "offices": offices, "term": 2 }));
    run("election_approve", json!({ "election": election, "approval": { "on": "2026-11-22", "number": "9号" } }));
    let again = json!({ "id": null, "meeting": meeting, "purpose": "by_election", "post": "deputy_secretary",
        "seats": 1 });
    let again = run("election_save", again)["election"]["id"].clone();
    run("election_delete", again);

    let mut life = head.clone();
    life["kinds"] = json!(["organizational_life"]);
    let life = run("meeting_save", life)["head"]["id"].clone();
    let examination = json!({ "member": member, "problems": "学习不够", "promises": "每月读一本书" });
    run("examination_save", json!({ "meeting": life, "examination": examination }));

    let second = run("meeting_save", head)["head"]["id"].clone();
    run("meeting_cancel", json!({ "id": second, "reason": "改期" }));
    let mut third = view["head"].clone();
    third["id"] = Value::Null;
    let third = run("meeting_save", third)["head"]["id"].clone();
    run("meeting_notice_save", json!({ "meeting": third, "addressee": "全体党员" }));
    run("meeting_delete", third);

    let appraised = json!({ "id": null, "kinds": ["appraisal"], "planned_at": "2026-11-18T14:30:00" });
    let appraised = program.ok("meeting_save", appraised)["value"]["head"]["id"].clone();
    let appraisal =
        run("appraisal_save", json!({ "id": null, "year": 2026, "meeting": appraised }))["appraisal"]["id"].clone();
    let own = json!({ "member": voters[0], "done": true, "on": "2026-11-18", "text": "一\n二", "on_paper": true });
    run("appraisal_own_save", json!({ "appraisal": appraisal, "entries": [own] }));
    let mutual = json!({ "member": voters[1], "done": true, "text": "意见" });
    run("appraisal_mutual_save", json!({ "appraisal": appraisal, "entries": [mutual] }));
    let counts =
        json!({ "member": voters[0], "excellent": 3, "qualified": 2, "basically_qualified": 0, "unqualified": 0 });
    run("appraisal_tally_save", json!({ "appraisal": appraisal, "handed_out": 5, "collected": 6, "lines": [counts] }));
    let verdict = json!({ "member": voters[0], "grade": "basically_qualified", "reason": "谈话" });
    run("appraisal_grades_save", json!({ "appraisal": appraisal, "decided_on": "2026-11-21", "entries": [verdict] }));
    let before = run("appraisal_save", json!({ "id": null, "year": 2025, "meeting": appraised }));
    run("appraisal_delete", before["appraisal"]["id"].clone());

    let planned = json!({ "id": null, "kinds": ["theme_day"], "planned_at": "2026-12-16T14:30:00" });
    run("meeting_plan_save", json!({ "quarter": "2026Q4", "meetings": [planned, planned] }));

    let person = json!({ "id": null, "name": "江一帆", "id_number": null, "sex": null, "birth": "1994-05",
        "applied_on": "2026-10-01" });
    let file = run("development_save", person)["person"]["id"].clone();
    run("development_step_save", json!({ "file": file, "step": 2, "entry": 1, "done_on": "2026-10-20", "note": "" }));
    run(
        "development_material_save",
        json!({ "file": file, "code": "1-1", "state": "present", "dated": null, "note": "" }),
    );
    let report = json!({ "file": file, "code": "2-5", "replaces": null, "dated": "2026-10-25", "note": "" });
    run("development_paper_save", report);
    run("development_close", json!({ "id": file, "on": "2026-11-01", "reason": "本人撤回" }));

    let letter = json!({ "id": null, "member": other, "addressee": "某区委组织部", "to_organization": "某某支部",
        "from_organization": "示例支部", "issued_on": "2026-11-22", "valid_days": 30, "dues_paid_to": "2026-11" });
    let letter = run("transfer_save", letter)["id"].clone();
    run("transfer_return", json!({ "id": letter, "on": "2026-11-23", "reason": "不转了" }));
    let again = json!({ "id": null, "member": other, "addressee": "某区委组织部", "to_organization": "某某支部",
        "from_organization": "示例支部", "issued_on": "2026-11-23", "valid_days": 30, "dues_paid_to": null });
    let letter = run("transfer_save", again)["id"].clone();
    run("transfer_receive", json!({ "id": letter, "on": "2026-11-23" }));
    run("transfer_reopen", letter.clone());
    run("transfer_receive", json!({ "id": letter, "on": "2026-11-23" }));
    let arrival = json!({ "id": null, "name": "许文静", "kind": "full", "id_number": null, "sex": "female",
        "birth": null, "joined": "2012", "converted": "2013", "from_organization": "某某支部",
        "issued_on": "2026-11-01", "valid_days": 90, "received_on": "2026-11-10", "dues_paid_to": null });
    let arrival = run("transfer_in_save", arrival)["id"].clone();
    run("transfer_in_accept", json!({ "id": arrival, "on": "2026-11-15", "member": null }));
    run("transfer_correct", json!({ "id": arrival, "day": "ended", "on": "2026-11-14" }));
    run("transfer_in_reply", json!({ "id": arrival, "on": "2026-11-20" }));

    let study =
        json!({ "id": null, "title": "集体学习", "held_on": "2026-11-10", "hours": 2.5, "participants": [member] });
    let study = run("study_save", study)["id"].clone();
    run("study_delete", study);
    run("report_words_save", json!({ "quarter": "2026Q4", "words": { "problems": "一", "plan": "二" } }));
    program.ok("signing_get", json!({}));
    let fingerprint = "AB".repeat(32);
    run("signing_trust", json!({ "fingerprint": fingerprint, "name": "兄弟支部" }));
    run("signing_distrust", json!(fingerprint));

    let home = program.ok("home_overview", json!({}));
    let how = json!({ "kind": "not_applicable", "reason": "由总支统一开展" });
    run("home_set_aside", json!({ "findings": [home["todo"][0]], "how": how }));
    let aside = program.ok("home_overview", json!({}))["set_aside"][0]["id"].clone();
    run("home_take_back", aside);

    program.ok("report_sign", json!({ "quarter": "2026Q4", "reason": null }));
    run("meeting_correct", json!({ "id": life, "reason": "漏记一人" }));

    // Whoever adds a command that changes something adds it above; these cannot be taken back themselves.
    let final_ones = ["report_sign", "certificate_renew", "undo", "redo"];
    for command in zhibu_core::commands::table() {
        let changes = command.reply.starts_with("Done<") && !final_ones.contains(&command.name);
        assert!(!changes || tried.contains(command.name), "{} is not tried here", command.name);
    }
    assert_eq!(program.ok("vault_check", json!({}))["ok"], true);
}

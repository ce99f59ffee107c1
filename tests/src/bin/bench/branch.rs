//! A made-up branch and its years.

use chrono::{Months, NaiveDate};
use serde_json::{Value, json};
use zhibu_tests::Program;

use crate::sheets;

/// The day on which everything is measured.
pub(crate) const TODAY: &str = "2026-09-25";

const PASSPHRASE: &str = "晨光里的名册2026";

/// A new file.
pub(crate) fn found(program: &Program) {
    let branch = json!({ "name": "示例协会党支部", "superior": "示例街道党委", "has_committee": true });
    program.ok("vault_create", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
}

/// Opens the file with its passphrase.
pub(crate) fn unlock(program: &Program) {
    program.ok("vault_unlock", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE }));
}

/// Fifty members.
pub(crate) fn settle(program: &Program) {
    crate::import_all(program, &sheets::roster(program, 50), 50);
}

/// One to come; its key.
pub(crate) fn plan(program: &Program) -> Value {
    let next = NaiveDate::from_ymd_opt(2026, 9, 29).unwrap();
    program.ok("meeting_save", head("general", "支部党员大会", next))["value"]["head"]["id"].take()
}

/// What a branch does in a month, `ago` months before today's: a day for all, the committee, the group, study, and each
/// quarter a general meeting and a lecture.
pub(crate) fn hold_month(program: &Program, ago: u32) {
    let on =
        |day| NaiveDate::from_ymd_opt(2026, 9, day).and_then(|day| day.checked_sub_months(Months::new(ago))).unwrap();
    hold(program, "committee", "支部委员会会议", on(3));
    hold(program, "theme_day", "主题党日", on(9));
    hold(program, "group", "党小组会", on(17));
    match ago % 3 {
        0 => hold(program, "general", "支部党员大会", on(22)),
        1 => hold(program, "lecture", "专题党课：乡村振兴", on(22)),
        _ => (),
    }
    let everyone: Vec<Value> = members(program).into_iter().map(|mut row| row["id"].take()).collect();
    program.ok(
        "study_save",
        json!({ "id": null, "title": "集体学习", "held_on": on(18), "hours": 2.5, "participants": everyone }),
    );
}

/// Every second member of a large branch in a group of their own, for a year.
pub(crate) fn regroup(program: &Program) {
    let rows = program.ok("roster_list", json!({ "limit": 10_000 }))["rows"].take();
    let half: Vec<&Value> = rows.as_array().unwrap().iter().step_by(2).map(|row| &row["id"]).collect();
    program.ok(
        "member_facts_save",
        json!({ "members": half, "aspect": "party_group", "value": "第二党小组", "since": "2025-09-01" }),
    );
}

fn members(program: &Program) -> Vec<Value> {
    program.ok("roster_list", json!({ "limit": 100 }))["rows"].as_array().unwrap().clone()
}

/// A meeting with everyone's attendance, an agenda and a resolution.
fn hold(program: &Program, kind: &str, title: &str, day: NaiveDate) {
    let view = program.ok("meeting_save", head(kind, title, day))["value"].take();
    let id = &view["head"]["id"];
    let rows = view["attendance"].as_array().unwrap();
    assert!(!rows.is_empty(), "{title}: nobody is expected");
    let entries: Vec<Value> = (0..)
        .zip(rows)
        .map(|(n, row)| match n % 12 {
            7 => json!({ "member": row["member"], "status": "on_leave", "reason": "出差" }),
            _ => json!({ "member": row["member"], "status": "present", "reason": null }),
        })
        .collect();
    program.ok("attendance_save", json!({ "id": id, "entries": entries }));
    let agenda = [
        json!({ "title": "学习有关文件", "content": "领学人带领大家学习，三位同志作了交流发言。" }),
        json!({ "title": "研究下一步工作", "content": "与会同志提出意见，已记入计划。" }),
    ];
    let resolutions = [json!({ "text": "会后整理资料存档。", "responsible": null, "due": null })];
    program.ok("meeting_record_save", json!({ "id": id, "agenda": agenda, "resolutions": resolutions }));
}

fn head(kind: &str, title: &str, day: NaiveDate) -> Value {
    let group = (kind == "group").then_some("第一党小组");
    json!({ "id": null, "kinds": [kind], "title": title, "planned_at": format!("{day}T14:30:00"), "place": "三楼会议室",
        "chair": "支部书记", "recorder": "组织委员", "party_group": group, "observers": [] })
}

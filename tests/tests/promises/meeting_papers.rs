//! What leaves the program about meetings: Word documents, and the attendance of a period as a sheet.

use serde_json::{Value, json};
use zhibu_core::outside::{Cell, Office};
use zhibu_documents::office::OfficeFiles;
use zhibu_tests::Program;

/// A branch of 46 whose general meeting was held: one on leave, one absent.
fn branch() -> (Program, Value) {
    let program = Program::new("2026-11-23");
    let create = json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026", "branch": { "name": "示例支部" } });
    program.ok("vault_create", create);
    std::fs::write(program.path("r.xlsx"), include_bytes!("../../fixtures/rosters/national-export.xlsx")).unwrap();
    let digest = program.ok("roster_import_preview", json!({ "file": "r.xlsx" }))["digest"].clone();
    program.ok("roster_import", json!({ "file": "r.xlsx", "digest": digest }));
    let head = json!({ "id": null, "kinds": ["general"], "title": "四季度党员大会", "planned_at": "2026-11-18T14:30:00",
        "place": "会议室" });
    let meeting = program.ok("meeting_save", head)["value"]["head"]["id"].clone();
    let view = program.ok("meeting_get", meeting.clone());
    let entry = |(at, row): (usize, &Value)| match at {
        0 => json!({ "member": row["member"], "status": "on_leave", "reason": "=1+1 出差" }),
        1 => json!({ "member": row["member"], "status": "absent", "reason": null }),
        _ => json!({ "member": row["member"], "status": "present", "reason": null }),
    };
    let entries: Vec<Value> = view["attendance"].as_array().unwrap().iter().enumerate().map(entry).collect();
    program.ok("attendance_save", json!({ "id": meeting, "entries": entries }));
    (program, meeting)
}

#[test]
fn the_attendance_of_a_period_goes_out_as_it_is_shown_and_the_log_says_so() {
    let (program, _) = branch();
    let query = json!({ "from": "2026-10-01", "to": "2026-12-31" });
    let shown = program.ok("attendance_range", query.clone());

    program.ok("attendance_export", json!({ "query": query, "file": "到会.xlsx" }));

    let grid = OfficeFiles.read(&std::fs::read(program.path("到会.xlsx")).unwrap()).unwrap().remove(0).grid.unwrap();
    let text = |cell: &Cell| if let Cell::Text(text) = cell { text.clone() } else { String::new() };
    let rows: Vec<Vec<String>> = grid.rows.iter().map(|row| row.iter().map(text).collect()).collect();
    assert_eq!(rows[0][..3], ["姓名", "类别", "2026-11-18 四季度党员大会"]);
    let members = shown["rows"].as_array().unwrap();
    assert_eq!(rows.len(), members.len() + 5, "a header, three sums and the legend");
    for (row, member) in rows[1..].iter().zip(members) {
        assert_eq!(
            (row[0].as_str(), row[2].as_str()),
            (member["attendance"]["name"].as_str().unwrap(), member["marks"].as_str().unwrap())
        );
    }
    assert_eq!(rows[1].last().unwrap(), "11月18日 =1+1 出差");
    let newest = program.ok("audit_list", json!({ "before": null, "limit": 1, "member": null }));
    assert_eq!(newest[0]["label"], "导出到会统计 2026年第四季度");
}

#[test]
fn a_paper_is_saved_as_word_where_it_has_both_and_refused_where_it_has_not() {
    let (program, meeting) = branch();
    let words = json!({ "meeting": meeting, "wishes": "请带《中国共产党章程》" });
    program.ok("meeting_notice_save", words);
    for (room, kind, offered) in
        [("shared", "minutes", true), ("meetings", "meeting_notice", true), ("meetings", "sign_in_sheet", false)]
    {
        let paper = json!({ "room": room, "kind": kind, "meeting": meeting });
        assert_eq!(program.ok("paper_preview", paper.clone())["word"], offered, "{kind}");
        let request = json!({ "paper": paper, "format": "docx", "file": format!("{kind}.docx") });
        if offered {
            program.ok("paper_save", request);
            assert!(std::fs::read(program.path(&format!("{kind}.docx"))).unwrap().starts_with(b"PK"));
        } else {
            assert_eq!(program.call("paper_save", request).unwrap_err().code, "pdf_only");
            assert!(!program.path(&format!("{kind}.docx")).exists());
        }
    }
}

use chrono::{DateTime, FixedOffset, NaiveDate};
use std::sync::Arc;

use super::*;
use crate::outside::{Attachment, Desktop, Document, PrintedBy, Typeset, TypesetError};
use crate::problem::Problem;
use crate::roster::{self, Office, Particular, ParticularKind, RosterFilter};
use crate::study::{self, StudySessionRequest};
use crate::testing::TestFile;
use crate::values::Hours;
use crate::{meetings, vault};

/// Makes empty pages and prints into nothing.
struct Press;

impl Typeset for Press {
    fn svg_pages(&self, _: &Document) -> Result<Vec<String>, TypesetError> {
        Ok(vec!["<svg/>".to_owned()])
    }
    fn pdf(&self, _: &Document, _: &[Attachment], _: DateTime<FixedOffset>) -> Result<Vec<u8>, TypesetError> {
        Ok(b"%PDF".to_vec())
    }
}

impl Desktop for Press {
    fn path(&self, _: &FileToken) -> Option<std::path::PathBuf> {
        None
    }
    fn print(&self, _: &str, _: &[u8]) -> Result<PrintedBy, String> {
        Ok(PrintedBy::Queue)
    }
}

fn file() -> TestFile {
    let mut file = TestFile::on("2026-11-25");
    file.outside.typeset = Arc::new(Press);
    file.outside.desktop = Arc::new(Press);
    file.name_branch("示例党支部", true);
    file
}

fn newest_entry(file: &mut TestFile) -> String {
    let query = vault::AuditQuery { before: None, limit: 1, member: None };
    vault::audit_list(&mut file.desk("audit_list"), query).unwrap().remove(0).label
}

#[test]
fn printing_numbers_in_full_leaves_a_line_in_the_log() {
    let mut file = file();
    let member = file.add_member("张三", |_| ());
    let query = RosterQuery::default;
    for (paper, line) in [
        (Paper::Roster { query: query(), reveal: false }, "新增党员"),
        (Paper::Statistics { on: None }, "新增党员"),
        (Paper::Roster { query: query(), reveal: true }, "打印党员名册 2026-11-25（含完整电话和身份证号）"),
        (Paper::ContactList { query: query() }, "打印党员通讯录 2026-11-25（含完整电话）"),
        (Paper::MemberRecord { member }, "打印党员信息表 张三（含本人全部信息）"),
    ] {
        preview(&mut file.desk("paper_preview"), paper.clone()).unwrap();
        print(&mut file.desk("paper_print"), paper).unwrap();
        let entry = newest_entry(&mut file);
        assert!(entry.starts_with(line), "{entry} is not {line}");
    }
}

#[test]
fn a_list_that_no_paper_can_hold_is_refused() {
    let mut file = file();
    file.desk("test")
        .transact("导入", |tx| {
            for i in 0..2001 {
                tx.insert(
                    "INSERT INTO member (name, branch_name, ethnicity, education, kind, job_position, mobile, landline,
                        address, entered_how, note, sort_key, search_key)
                     VALUES (?1, '', '', '', 'full', '', '', '', '', 'original', '', ?1, '')",
                    [format!("党员{i}")],
                )?;
            }
            Ok::<_, vault::VaultError>(())
        })
        .unwrap();
    let paper = |filters| Paper::Roster { query: RosterQuery { filters, ..RosterQuery::default() }, reveal: false };
    let refused = preview(&mut file.desk("paper_preview"), paper(Vec::new())).unwrap_err();
    let problem = Problem::from(refused);
    assert_eq!((problem.code.as_str(), problem.hint.is_some()), ("too_many", true));
    assert_eq!(problem.message, "这份名单有 2001 人，一次最多打印 2000 人");
    let part = RosterFilter { by: roster::Dimension::Sex, label: "女".to_owned() };
    assert!(preview(&mut file.desk("paper_preview"), paper(vec![part])).is_ok());
}

fn record(file: &TestFile, member: MemberId) -> MemberRecord {
    let today: NaiveDate = file.outside.clock.today();
    file.vault.read(|reader| member_record_of(reader, &file.rules, member, today)).unwrap()
}

#[test]
fn a_members_record_says_everything_that_is_known() {
    let mut file = file();
    let member = file.add_member("张三", |member| {
        member.joined = "2019-08-10".parse().ok();
        member.converted = "2020-08-10".parse().ok();
        member.offices = Office::Secretary.into();
        member.note = "备注文字".to_owned();
        for &particular in Particular::ALL {
            let text = match particular.kind() {
                ParticularKind::Date => "2010-05",
                ParticularKind::YesNo => "否",
                ParticularKind::Text | ParticularKind::Choice => particular.title(),
            };
            member.particulars.set(particular, text);
        }
    });

    let record = record(&file, member);

    let fields: Vec<_> = record.sections.iter().flat_map(|section| &section.fields).collect();
    for particular in Particular::ALL {
        let found: Vec<_> = fields.iter().filter(|field| field.label == particular.title()).collect();
        assert_eq!(found.len(), 1, "{} once", particular.title());
        assert!(!found[0].value.is_empty());
    }
    let value = |label: &str| fields.iter().find(|field| field.label == label).map(|field| field.value.as_str());
    assert_eq!(value("备注"), Some("备注文字"));
    assert_eq!(value("入团日期"), Some("2010年5月"));
    assert_eq!(value("党龄"), Some("6年3个月"));
    assert_eq!(value("公民身份号码"), Some(""), "to be filled in by hand");
    assert_eq!(value("流动党员"), None);
    let history: Vec<_> = record.history.iter().map(|event| (event.on.as_str(), event.title.as_str())).collect();
    assert_eq!(history, [("", "任书记"), ("2019年8月10日", "入党"), ("2020年8月10日", "转为正式党员")]);
}

#[test]
fn a_members_record_has_the_photo() {
    let mut file = file();
    let member = file.add_member("张三", |_| ());
    assert_eq!(record(&file, member).photo, None);
    file.desk("test")
        .transact("照片", |tx| {
            let photo = "INSERT INTO member_photo (member_id, mime, bytes) VALUES (?1, 'image/jpeg', ?2)";
            tx.insert(photo, (member.0, b"jpeg"))
        })
        .unwrap();
    assert_eq!(record(&file, member).photo, Some(Photo { bytes: b"jpeg".to_vec() }));
}

#[test]
fn a_members_record_counts_four_quarters_and_the_years_with_hours() {
    let mut file = file();
    let member = file.add_member("张三", |member| member.joined = "2019-08-10".parse().ok());
    let other = file.add_member("李四", |_| ());
    for (held_on, hours) in [("2024-05-01", 10), ("2026-05-01", 4)] {
        let session = StudySessionRequest {
            id: None,
            title: "集体学习".to_owned(),
            held_on: held_on.parse().unwrap(),
            hours: Hours::whole(hours),
            place: String::new(),
            lecturer: String::new(),
            intensive: false,
            content: String::new(),
            participants: vec![member],
        };
        study::save(&mut file.desk("study_save"), session).unwrap();
    }
    let head: meetings::MeetingRequest = serde_json::from_value(serde_json::json!({
        "id": null, "kinds": ["general"], "title": "党员大会", "planned_at": "2026-03-04T14:30:00", "place": "",
        "chair": "", "recorder": "", "observers": []
    }))
    .unwrap();
    let meeting = meetings::save(&mut file.desk("meeting_save"), head).unwrap().value.head.id.unwrap();
    let entries = serde_json::from_value(serde_json::json!({ "id": meeting, "entries": [
        { "member": member, "status": "present", "reason": null },
        { "member": other, "status": "absent", "reason": null } ] }))
    .unwrap();
    meetings::save_attendance(&mut file.desk("attendance_save"), entries).unwrap();

    let record = record(&file, member);

    let quarters = record.attendance.iter().map(|line| (line.quarter.as_str(), line.expected, line.present));
    assert_eq!(
        quarters.collect::<Vec<_>>(),
        [("2026年第一季度", 1, 1), ("2026年第二季度", 0, 0), ("2026年第三季度", 0, 0), ("2026年第四季度", 0, 0)]
    );
    let years: Vec<_> = record.study.iter().map(|line| (line.year, line.hours, line.required)).collect();
    let required = Some(Hours::whole(32));
    assert_eq!(
        years,
        [(2024, Hours::whole(10), required), (2025, Hours::whole(0), required), (2026, Hours::whole(4), required)]
    );
}

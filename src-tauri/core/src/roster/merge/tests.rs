//! Promises of merging.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rstest::rstest;

use super::stays::united;
use super::*;
use crate::desk::Nothing;
use crate::meetings::AttendanceStatus::{Absent, OnLeave, Present};
use crate::problem::Problem;
use crate::roster::{self, EntryWay, ExitWay, FactsRequest, MemberLeaveRequest, MemberLeft, Office, Stay};
use crate::testing::TestFile;
use crate::values::{IdNumber, PartialDate};
use crate::{app, meetings, study, talks};

fn file() -> TestFile {
    TestFile::on("2026-11-23")
}

fn date(text: &str) -> Option<PartialDate> {
    PartialDate::read(text).ok()
}

/// 张三 twice: once from the sheet, once as somebody typed him.
fn twice(file: &mut TestFile) -> (MemberId, MemberId) {
    let keep = file.add_member("张三", |member| {
        member.id_number = IdNumber::parse("440300199003105609").ok();
        member.mobile = "13800000001".to_owned();
        member.party_group = "第一党小组".to_owned();
        member.note = "原有备注".to_owned();
    });
    let drop = file.add_member("张三", |member| {
        (member.joined, member.converted) = (date("2019-08-10"), date("2020-08-10"));
        member.mobile = "13900000002".to_owned();
        member.address = "示例路 1 号".to_owned();
        member.offices = Office::Secretary.into();
        member.particulars.set(roster::Particular::School, "示例大学");
    });
    (keep, drop)
}

fn merged(file: &mut TestFile, keep: MemberId, drop: MemberId, take: &[MergePart]) -> MemberView {
    merge(&mut file.desk("member_merge"), MergeRequest { keep, drop, take: take.to_vec() }).unwrap().value
}

fn choices(file: &mut TestFile, keep: MemberId, drop: MemberId) -> Vec<MergeChoice> {
    merge_preview(&mut file.desk("member_merge_preview"), MergePreviewRequest { keep, drop }).unwrap().choices
}

fn dump(file: &mut TestFile) -> serde_json::Value {
    app::dump(&mut file.desk("vault_dump"), Nothing {}).unwrap()
}

/// A meeting with the statuses of some.
fn meeting(file: &mut TestFile, on: &str, statuses: &[(MemberId, meetings::AttendanceStatus)]) {
    let head = serde_json::json!({ "id": null, "kinds": ["general"], "title": "九月大会",
        "planned_at": format!("{on}T14:30:00"), "started_at": null, "ended_at": null, "party_group": null,
        "observers": [] });
    let head = serde_json::from_value(head).unwrap();
    let id = meetings::save(&mut file.desk("meeting_save"), head).unwrap().value.head.id.unwrap();
    let entries = statuses.iter().map(|(member, status)| meetings::AttendanceEntry::of(*member, *status));
    let request = meetings::AttendanceRequest { id, entries: entries.collect() };
    meetings::save_attendance(&mut file.desk("attendance_save"), request).unwrap();
}

fn studied(file: &mut TestFile, title: &str, participants: Vec<MemberId>) {
    let session = serde_json::json!({ "id": null, "title": title, "held_on": "2026-09-10", "hours": 2,
        "participants": participants });
    study::save(&mut file.desk("study_save"), serde_json::from_value(session).unwrap()).unwrap();
}

#[test]
fn the_kept_record_has_what_was_chosen_and_its_note_the_rest() {
    let mut file = file();
    let (keep, drop) = twice(&mut file);
    let offered = choices(&mut file, keep, drop);
    let titles: Vec<_> = offered.iter().map(|choice| choice.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "公民身份证号",
            "加入党组织日期",
            "转为正式党员日期",
            "手机号",
            "家庭住址",
            "备注",
            "毕业院校",
            "党小组",
            "党内职务"
        ]
    );
    // As the window proposes: what the kept record lacks.
    let take: Vec<_> = offered.iter().filter(|choice| choice.keep.is_empty()).map(|choice| choice.part).collect();
    let view = merged(&mut file, keep, drop, &take);
    let record = &view.member;
    assert_eq!((record.joined, record.address.as_str()), (date("2019-08-10"), "示例路 1 号"));
    assert_eq!((&record.offices, record.party_group.as_str()), (&Office::Secretary.into(), "第一党小组"));
    assert_eq!((record.mobile.as_str(), view.id_number_masked.is_some()), ("13800000001", true));
    assert_eq!(record.particulars.get(roster::Particular::School), "示例大学");
    assert_eq!(record.note, "原有备注\n2026年11月23日 合并两份记录，未采用的内容：手机号 13900000002");
}

#[test]
fn a_merge_taken_back_leaves_everything_as_it_was() {
    let mut file = file();
    let (keep, drop) = twice(&mut file);
    meeting(&mut file, "2026-09-01", &[(keep, Absent), (drop, Present)]);
    meeting(&mut file, "2026-10-01", &[(keep, Present), (drop, OnLeave)]);
    studied(&mut file, "一起", vec![keep, drop]);
    studied(&mut file, "只有一份", vec![drop]);
    let before = dump(&mut file);
    let view = merged(&mut file, keep, drop, &[MergePart::Aspect(Aspect::Office)]);
    let after = dump(&mut file);
    assert_ne!(before, after);
    for told in ["2026年9月1日“九月大会”缺席", "2026年10月1日“九月大会”请假", "家庭住址 示例路 1 号"]
    {
        assert!(view.member.note.contains(told), "{told} is not in {}", view.member.note);
    }
    let request = meetings::MemberMeetingsRequest { member: keep, from: None, to: None };
    let held = meetings::of_member(&mut file.desk("member_meetings"), request).unwrap();
    assert_eq!((held.attendance.expected, held.attendance.present), (2, 2));
    let sessions = study::of_member(&mut file.desk("member_study"), keep).unwrap().sessions;
    assert_eq!(sessions.iter().map(|session| session.title.as_str()).collect::<Vec<_>>(), ["只有一份", "一起"]);

    file.undo();
    assert_eq!(dump(&mut file), before);
    file.redo();
    assert_eq!(dump(&mut file), after);
}

#[test]
fn late_and_excluded_survive_a_merge_and_the_note_tells_what_does_not() {
    let mut file = file();
    let (keep, drop) = twice(&mut file);
    meeting(&mut file, "2026-09-01", &[(keep, Absent), (drop, Present)]);
    let set = "UPDATE meeting_attendance SET late = 1 WHERE member_id = ?1";
    file.desk("test").transact("test", |tx| tx.execute(set, [drop.0])).unwrap();
    let view = merged(&mut file, keep, drop, &[]);
    let late =
        file.vault.read(|reader| reader.all("SELECT late FROM meeting_attendance", [], |row| row.get::<_, bool>(0)));
    assert_eq!(late.unwrap(), [true]);
    assert!(view.member.note.contains("2026年9月1日“九月大会”缺席"), "{}", view.member.note);
}

/// A new column must be thought of in [`attendance`], else merging loses what it says.
#[test]
fn merging_knows_every_column_of_an_attendance() {
    let file = file();
    let columns = file.vault.read(|reader| {
        let sql = "SELECT name FROM pragma_table_info('meeting_attendance') ORDER BY cid";
        reader.all(sql, [], |row| row.get::<_, String>(0))
    });
    let frozen = ["meeting_id", "member_id", "position", "name", "kind", "party_group", "voting"];
    let settled =
        ["attendance_not_required", "status", "reason", "late", "exclusion", "exclusion_consent", "exclusion_decision"];
    assert_eq!(columns.unwrap(), [frozen, settled].concat());
}

#[test]
fn two_who_talked_with_each_other_are_not_merged_and_it_is_said_why() {
    let mut file = file();
    let (keep, drop) = twice(&mut file);
    let talk = serde_json::json!({ "id": null, "held_on": "2026-11-20", "first": drop, "second": keep });
    talks::save(&mut file.desk("talk_save"), serde_json::from_value(talk).unwrap()).unwrap();
    let before = dump(&mut file);
    let refused = merge(&mut file.desk("member_merge"), MergeRequest { keep, drop, take: Vec::new() }).unwrap_err();
    let problem = Problem::from(refused);
    assert_eq!(problem.message, "这两份记录登记过彼此谈心谈话（2026年11月20日），张三不会和自己谈话，没有合并");
    assert!(problem.hint.is_some());
    assert_eq!(dump(&mut file), before);
}

#[test]
fn a_record_merges_with_another_one_only() {
    let mut file = file();
    let (keep, _) = twice(&mut file);
    let mut error = |drop| {
        merge(&mut file.desk("member_merge"), MergeRequest { keep, drop, take: Vec::new() }).unwrap_err().to_string()
    };
    assert_eq!(error(keep), RosterError::SameRecord.to_string());
    assert_eq!(error(MemberId(99)), RosterError::NotFound.to_string());
}

#[test]
fn chosen_fields_that_do_not_fit_together_are_refused_and_nothing_is_merged() {
    let mut file = file();
    let (keep, drop) = twice(&mut file);
    let before = dump(&mut file);
    let take = vec![MergePart::Field(ImportField::Converted)];
    let refused = merge(&mut file.desk("member_merge"), MergeRequest { keep, drop, take });
    assert!(matches!(refused, Err(RosterError::Invalid(_))));
    assert_eq!(dump(&mut file), before);
}

#[test]
fn the_photo_that_is_chosen_stays() {
    for taken in [false, true] {
        let mut file = file();
        let (keep, drop) = twice(&mut file);
        file.desk("test")
            .transact("test", |tx| {
                store::put_photo(tx, keep, "image/jpeg", b"keep")?;
                store::put_photo(tx, drop, "image/jpeg", b"drop")
            })
            .unwrap();
        merged(&mut file, keep, drop, if taken { &[MergePart::Photo] } else { &[] });
        let photo = file.vault.read(|reader| store::photo_of(reader, keep)).unwrap().unwrap().1;
        assert_eq!(photo, if taken { b"drop" } else { b"keep" });
    }
}

#[test]
fn histories_are_united_where_they_fit_and_told_where_they_do_not() {
    let mut file = file();
    let (keep, drop) = twice(&mut file);
    let mut group = |member, value: &str, since: &str| {
        let request = FactsRequest {
            members: vec![member],
            aspect: Aspect::PartyGroup,
            value: value.to_owned(),
            detail: String::new(),
            since: date(since),
            why: String::new(),
        };
        roster::save_facts(&mut file.desk("member_facts_save"), request).unwrap();
    };
    group(keep, "第二党小组", "2024-05-01");
    group(drop, "第三党小组", "2022-01");
    group(drop, "第四党小组", "2025-06-01");
    let view = merged(&mut file, keep, drop, &[]);
    let groups: Vec<_> = view.timeline.iter().map(|entry| entry.title.as_str()).collect();
    assert_eq!(groups, ["编入第二党小组", "编入第三党小组", "编入第一党小组"]);
    assert!(view.member.note.contains("2025年6月1日 编入第四党小组"), "{}", view.member.note);
}

#[test]
fn a_former_and_a_present_record_become_a_member_with_an_earlier_stay() {
    let mut file = file();
    let keep = file.add_member("张三", |_| ());
    let gone = MemberLeaveRequest {
        id: keep,
        on: "2024-03-01".parse().unwrap(),
        how: ExitWay::MovedOut,
        reason: "转往外地".to_owned(),
    };
    roster::leave(&mut file.desk("member_leave"), gone).unwrap();
    let drop = file.add_member("张三", |member| {
        (member.entered_on, member.entered_how) = ("2025-02-01".parse().ok(), EntryWay::MovedIn);
    });
    let view = merged(&mut file, keep, drop, &[]);
    assert_eq!((view.left, view.member.entered_how), (None, EntryWay::MovedIn));
    let here = |on: &str| file.vault.read(|reader| roster::members_on(reader, on.parse().unwrap())).unwrap().len();
    assert_eq!([here("2024-02-29"), here("2024-03-01"), here("2025-02-01")], [1, 0, 1]);
}

fn stay(entered: &str, left: &str) -> Stay {
    let left = left.parse::<NaiveDate>().ok();
    Stay {
        entered_on: entered.parse().ok(),
        entered_how: EntryWay::Other,
        left: left.map(|on| MemberLeft { on, how: ExitWay::Other, reason: String::new() }),
    }
}

#[rstest]
#[case::one_after_the_other(&[("", "2020-01-01")], &[("2021-01-01", "")], &[("", "2020-01-01"), ("2021-01-01", "")], 0)]
#[case::the_same_twice(&[("2021-01-01", "")], &[("2021-01-01", "")], &[("2021-01-01", "")], 0)]
#[case::both_last(&[("2021-01-01", "")], &[("", "")], &[("2021-01-01", "")], 1)]
#[case::the_lasting_one_stays(&[("", "2024-01-01")], &[("", "")], &[("", "")], 1)]
#[case::the_lasting_one_is_kept(&[("", "")], &[("", "2024-01-01")], &[("", "")], 1)]
#[case::between(
    &[("", "2010-01-01"), ("2020-01-01", "")], &[("2012-01-01", "2015-01-01")],
    &[("", "2010-01-01"), ("2012-01-01", "2015-01-01"), ("2020-01-01", "")], 0
)]
fn of_two_stays_at_the_same_time_one_is_left_and_the_other_told(
    #[case] followed: &[(&str, &str)],
    #[case] other: &[(&str, &str)],
    #[case] expected: &[(&str, &str)],
    #[case] lost: usize,
) {
    let stays = |list: &[(&str, &str)]| list.iter().map(|(entered, left)| stay(entered, left)).collect::<Vec<_>>();
    let (united, told) = united(stays(followed), stays(other));
    assert_eq!((united, told.len()), (stays(expected), lost));
}

/// Columns that name a member, where two rows of one table cannot name the same one: here merging must decide which
/// stays ([`attendance`], [`rows`], [`stays`], [`facts`]), else the file refuses the merge.
const SETTLED: &[&str] =
    &["meeting_attendance", "member_photo", "study_certificate", "study_makeup", "study_participant"];

#[test]
fn a_session_that_one_record_attended_and_the_other_made_up_counts_once() {
    let mut file = file();
    let (keep, drop) = twice(&mut file);
    studied(&mut file, "来了", vec![keep]);
    let other = file.add_member("旁人", |_| ());
    studied(&mut file, "都补了", vec![other]);
    let made_up = |file: &mut TestFile, session: i64, member: MemberId| {
        let makeup = serde_json::json!({ "session": session, "member": member, "made_up_on": "2026-09-12",
            "material": "读原文" });
        study::save_makeup(&mut file.desk("study_makeup_save"), serde_json::from_value(makeup).unwrap()).unwrap();
    };
    made_up(&mut file, 1, drop);
    made_up(&mut file, 2, drop);
    made_up(&mut file, 2, keep);
    merged(&mut file, keep, drop, &[]);
    let told = study::of_member(&mut file.desk("member_study"), keep).unwrap();
    let sessions: Vec<_> = told.sessions.iter().map(|one| (one.title.as_str(), one.made_up_on.is_some())).collect();
    assert_eq!(sessions, [("都补了", true), ("来了", false)]);
    assert_eq!(told.years[0].hours, crate::values::Hours::whole(4));
}

#[test]
fn whatever_names_a_member_is_moved_by_a_merge() {
    let file = file();
    let columns = file.vault.read(rows::columns).unwrap();
    let pointing: BTreeSet<_> = columns.iter().map(|(table, column)| format!("{table}.{column}")).collect();
    let named = file.vault.read(|reader| {
        reader.all(
            "SELECT tables.name || '.' || columns.name
             FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
             WHERE tables.type = 'table' AND (columns.name = 'member' OR columns.name LIKE '%member\\_id' ESCAPE '\\')",
            [],
            |row| row.get::<_, String>(0),
        )
    });
    let strangers: Vec<_> = named.unwrap().into_iter().filter(|name| !pointing.contains(name)).collect();
    assert!(
        strangers.is_empty(),
        "{strangers:?} name a member without REFERENCES member (id): a merge would lose them"
    );

    let unique = file.vault.read(|reader| {
        reader.all(
            "SELECT DISTINCT tables.name
             FROM sqlite_schema AS tables
             JOIN pragma_foreign_key_list(tables.name) AS key ON key.\"table\" = 'member'
             JOIN pragma_index_list(tables.name) AS indexes ON indexes.\"unique\"
             JOIN pragma_index_info(indexes.name) AS parts ON parts.name = key.\"from\"
             WHERE tables.type = 'table'
             UNION
             SELECT tables.name
             FROM sqlite_schema AS tables
             JOIN pragma_foreign_key_list(tables.name) AS key ON key.\"table\" = 'member'
             JOIN pragma_table_info(tables.name) AS columns ON columns.name = key.\"from\" AND columns.pk > 0
             WHERE tables.type = 'table'",
            [],
            |row| row.get::<_, String>(0),
        )
    });
    assert_eq!(unique.unwrap(), SETTLED, "merging must settle which of two rows stays in these tables");
}

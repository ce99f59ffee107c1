//! Promises about meetings in numbers and what is owed.

use super::meetings_of;
use crate::meetings::testing::{TODAY, attend, entry, held, members, plan, save};
use crate::meetings::*;
use crate::rules::RuleId;
use crate::testing::TestFile;
use crate::values::Quarter;

#[test]
fn a_quarter_lists_its_meetings_by_time_without_those_called_off() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 2);
    save(&mut file, plan(MeetingKind::Lecture, "2026-12-01"));
    held(&mut file, &ids, 1);
    let off = save(&mut file, plan(MeetingKind::Lecture, "2026-11-01"));
    cancel(&mut file.desk("meeting_cancel"), MeetingCancelRequest { id: off, reason: "台风".into() }).unwrap();
    save(&mut file, plan(MeetingKind::Lecture, "2026-09-30"));
    let quarter: Quarter = "2026Q4".parse().unwrap();
    let meetings = file.desk("report_build").read(|reader| meetings_of(reader, quarter.into())).unwrap();
    let seen: Vec<_> =
        meetings.iter().map(|m| (m.on.to_string(), m.kinds.as_str(), m.held, m.expected, m.present)).collect();
    assert_eq!(
        seen,
        [("2026-11-23".to_owned(), "支部党员大会", true, 2, 1), ("2026-12-01".to_owned(), "党课", false, 0, 0),]
    );
    let desk = file.desk("report_build");
    let kinds = desk.read(|reader| kinds_with_rows(reader, desk.rules, quarter.into())).unwrap().0;
    let lecture = kinds.iter().find(|line| line.kind == MeetingKind::Lecture).unwrap();
    assert_eq!((lecture.required, lecture.planned, lecture.held), (1, 1, 0));
}

#[test]
fn the_findings_of_a_quarter_name_what_is_missing_and_what_is_odd() {
    let mut file = TestFile::on(TODAY);
    file.name_branch("示例协会党支部", false);
    file.add_member("甲", |m| m.party_group = "第一党小组".into());
    let id = save(&mut file, plan(MeetingKind::ThemeDay, "2026-11-12"));
    let found = file.watched(watch, TODAY, &["2026Q4"]);
    let messages: Vec<_> = found.iter().map(|finding| finding.message.as_str()).collect();
    assert!(messages.contains(&"11月党小组会（第一党小组）还未召开"));
    assert!(messages.contains(&"10月主题党日没有开展"));
    assert!(!messages.iter().any(|message| message.contains("支部委员会")));
    let last = found.last().unwrap();
    assert_eq!(last.message, "11月12日“主题党日”时间已过，还没有登记到会");
    assert_eq!(last.subject.id, Some(id.0));
}

#[test]
fn three_meetings_missed_in_a_row_are_noticed_and_each_event_counts_once() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 3);
    file.add_member("老党员", |m| m.attendance_not_required = true);
    use AttendanceStatus::{Absent, OnLeave, Present};
    for (day, statuses) in [
        ("2026-11-01", [Present, Present, Absent]),
        ("2026-11-02", [OnLeave, Present, Absent]),
        ("2026-11-03", [Absent, Absent, Present]),
        ("2026-11-04", [OnLeave, Absent, Absent]),
        ("2027-01-01", [Present, Present, Present]),
    ] {
        let kinds = vec![MeetingKind::ThemeDay, MeetingKind::Lecture];
        let id = save(&mut file, MeetingHead { kinds, ..plan(MeetingKind::ThemeDay, day) });
        if day < TODAY {
            attend(&mut file, id, ids.iter().zip(statuses).map(|(id, status)| entry(*id, status)).collect()).unwrap();
        }
    }
    let (from, to) = ("2026-10-01".parse().unwrap(), "2026-12-31".parse().unwrap());
    let lines = file
        .desk("report_build")
        .read(|reader| {
            let members = crate::roster::members_on(reader, to)?;
            attendance_by_member(reader, &members, from, to)
        })
        .unwrap();
    let line = |name: &str| {
        let line = lines.iter().find(|line| line.name == name).unwrap();
        (line.expected, line.present, line.on_leave, line.absent, line.missed_three)
    };
    assert_eq!(line("党员000"), (4, 1, 2, 1, true));
    assert_eq!(line("党员001"), (4, 2, 0, 2, false));
    assert_eq!(line("党员002"), (4, 1, 0, 3, false));
    assert_eq!(line("老党员"), (0, 0, 0, 0, false));
}

#[test]
fn three_in_a_row_do_not_end_at_the_edge_of_a_quarter_or_of_a_period() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 2);
    use AttendanceStatus::{Absent, OnLeave, Present};
    for (day, kind, statuses) in [
        ("2026-08-20", MeetingKind::ThemeDay, [Absent, Present]),
        ("2026-09-20", MeetingKind::General, [OnLeave, Absent]),
        ("2026-10-20", MeetingKind::ThemeDay, [Absent, Absent]),
    ] {
        let id = save(&mut file, plan(kind, day));
        attend(&mut file, id, ids.iter().zip(statuses).map(|(id, status)| entry(*id, status)).collect()).unwrap();
    }
    let missed = |file: &mut TestFile, from: &str, to: &str| -> Vec<bool> {
        let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
        let lines = file.desk("report_build").read(|reader| {
            let members = crate::roster::members_on(reader, to)?;
            attendance_by_member(reader, &members, from, to)
        });
        lines.unwrap().iter().map(|line| line.missed_three).collect()
    };
    assert_eq!(missed(&mut file, "2026-10-01", "2026-12-31"), [true, false], "two of them lie in the last quarter");
    assert_eq!(missed(&mut file, "2026-11-01", "2026-11-30"), [true, false], "no meeting since has ended it");
    assert_eq!(missed(&mut file, "2026-07-01", "2026-09-30"), [false, false], "of that day there were two");
    let came = save(&mut file, plan(MeetingKind::General, "2026-10-25"));
    attend(&mut file, came, ids.iter().map(|id| entry(*id, Present)).collect()).unwrap();
    assert_eq!(missed(&mut file, "2026-10-01", "2026-12-31"), [true, false], "coming afterwards does not undo it");
    assert_eq!(missed(&mut file, "2026-11-01", "2026-11-30"), [false, false], "it was over before");
    clear_attendance(&mut file.desk("attendance_clear"), came).unwrap();
    let of_one = MemberMeetingsRequest { member: ids[0], from: "2026-10-01".parse().ok(), to: None };
    assert!(of_member(&mut file.desk("member_meetings"), of_one).unwrap().attendance.missed_three);
    let query = AttendanceRangeQuery {
        from: "2026-10-01".parse().unwrap(),
        to: "2026-12-31".parse().unwrap(),
        kind: Some(MeetingKind::ThemeDay),
    };
    let range = attendance_range(&mut file.desk("attendance_range"), query).unwrap();
    assert!(range.rows[0].attendance.missed_three, "whatever kind is looked at");
}

/// Which months of 2026 a rule asks for, seen from October.
fn asked_months(file: &TestFile, rule: RuleId) -> Vec<u32> {
    let today = file.outside.clock.today().to_string();
    file.watched(watch, &today, &["2026Q1", "2026Q2", "2026Q3"])
        .into_iter()
        .filter(|finding| finding.rule == Some(rule))
        .map(|finding| chrono::Datelike::month(&finding.due.unwrap()))
        .collect()
}

#[test]
fn what_was_owed_stays_owed_when_the_committee_or_the_group_is_gone() {
    let mut file = TestFile::on("2026-01-05");
    file.name_branch("示例协会支部", false);
    file.add_member("甲", |m| m.party_group = "第一党小组".into());
    file.on_day("2026-10-08");
    let switch = |file: &mut TestFile, has_committee, since: &str| {
        let branch = crate::branch::Branch { name: "示例协会支部".into(), has_committee, ..Default::default() };
        let changed = crate::values::Changed { since: since.parse().ok(), ..Default::default() };
        let request = crate::branch::BranchRequest { record: branch, changed };
        crate::branch::save(&mut file.desk("branch_save"), request).unwrap();
    };
    assert_eq!(asked_months(&file, RuleId::B11), [0_u32; 0]);
    switch(&mut file, true, "2026-05-10");
    assert_eq!(asked_months(&file, RuleId::B11), [6, 7, 8, 9], "from the month after it was set up");
    switch(&mut file, false, "2026-09-15");
    assert_eq!(asked_months(&file, RuleId::B11), [6, 7, 8], "what was late before is late");
    assert_eq!(asked_months(&file, RuleId::B12).len(), 9);
    let group = crate::branch::BranchGroup { name: "第一党小组".into(), ..Default::default() };
    let made = crate::branch::save_group(&mut file.desk("branch_group_save"), group.clone()).unwrap().value;
    let dissolved =
        crate::branch::BranchGroup { id: made.groups[0].group.id, until: "2026-09-10".parse().ok(), ..group };
    crate::branch::save_group(&mut file.desk("branch_group_save"), dissolved).unwrap();
    assert_eq!(asked_months(&file, RuleId::B12), [1, 2, 3, 4, 5, 6, 7, 8], "July and August are still owed");
}

#[test]
fn a_group_whose_only_member_is_suspended_owes_nothing_from_then_on() {
    let mut file = TestFile::on("2026-01-05");
    file.name_branch("示例协会支部", false);
    let member = file.add_member("甲", |m| m.party_group = "第一党小组".into());
    file.on_day("2026-10-08");
    let fact =
        serde_json::json!({ "members": [member], "aspect": "standing", "value": "suspended", "since": "2026-05-10" });
    crate::roster::save_facts(&mut file.desk("member_facts_save"), serde_json::from_value(fact).unwrap()).unwrap();
    assert_eq!(asked_months(&file, RuleId::B12), [1, 2, 3, 4]);
}

/// Nothing is missing of a month in which it may not have been there.
#[test]
fn a_month_alone_asks_for_what_comes_after_it() {
    let mut file = TestFile::on("2026-01-05");
    file.name_branch("示例协会支部", false);
    file.add_member("甲", |m| m.party_group = "第一党小组".into());
    file.on_day("2026-10-08");
    let branch = crate::branch::Branch { name: "示例协会支部".into(), has_committee: true, ..Default::default() };
    let changed = crate::values::Changed { since: "2026-05".parse().ok(), ..Default::default() };
    crate::branch::save(&mut file.desk("branch_save"), crate::branch::BranchRequest { record: branch, changed })
        .unwrap();
    assert_eq!(asked_months(&file, RuleId::B11), [6, 7, 8, 9]);
    let group =
        crate::branch::BranchGroup {
            name: "第一党小组".into(), since: "2026-06".parse().ok(), ..Default::default()
        };
    crate::branch::save_group(&mut file.desk("branch_group_save"), group).unwrap();
    assert_eq!(asked_months(&file, RuleId::B12), [7, 8, 9]);
}

//! What the rules say about meetings, case by case.

use chrono::NaiveDate;
use rstest::rstest;

use super::{
    AttendanceTally, MeetingId, MeetingKind, MeetingRow, MeetingState,
    rules::{BranchFacts, PartyGroup, kinds_of_quarter, missing, of_meeting, rule},
};
use crate::rules::{Finding, RuleBook, Severity};
use crate::values::Quarter;

fn day(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

/// A meeting of the kinds on a day, with everyone there and a record.
fn held(on: &str, kinds: &[MeetingKind]) -> MeetingRow {
    MeetingRow {
        id: MeetingId(1),
        kinds: kinds.to_vec(),
        title: kinds[0].name().to_owned(),
        at: day(on).and_hms_opt(14, 0, 0).unwrap(),
        place: String::new(),
        party_group: None,
        state: MeetingState::Held,
        tally: Some(AttendanceTally {
            expected: 10,
            present: 10,
            voting_expected: 10,
            voting_present: 10,
            ..AttendanceTally::default()
        }),
        has_record: true,
    }
}

fn planned(on: &str, kind: MeetingKind) -> MeetingRow {
    MeetingRow { state: MeetingState::Planned, tally: None, has_record: false, ..held(on, &[kind]) }
}

fn groups(names: &[&str]) -> Vec<PartyGroup> {
    names.iter().map(|name| PartyGroup { name: (*name).to_owned(), since: None }).collect()
}

fn whole_branch() -> BranchFacts {
    BranchFacts { has_committee: true, committee_since: None, groups: groups(&["第一党小组", "第二党小组"]) }
}

fn missing_in(quarter: &str, meetings: &[MeetingRow], facts: &BranchFacts, today: &str) -> Vec<Finding> {
    missing(meetings, facts, &RuleBook::shipped().unwrap(), quarter.parse().unwrap(), day(today))
}

fn messages(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.message.as_str()).collect()
}

#[test]
fn what_was_set_up_in_a_month_is_asked_for_from_the_next_one_on() {
    let (book, quarter) = (RuleBook::shipped().unwrap(), Quarter::of(day("2026-10-01")));
    let set_up = Some(day("2026-10-20"));
    let groups = vec![PartyGroup { name: "第一党小组".into(), since: set_up }];
    let facts = BranchFacts { has_committee: true, committee_since: set_up, groups };
    let found = missing(&[], &facts, &book, quarter, day("2027-01-10"));
    let of = |rule: &str| found.iter().filter(|one| one.rule.0 == rule).count();
    assert_eq!((of("B11"), of("B12")), (2, 2), "{found:?}");
    let lines = kinds_of_quarter(&[], &facts, &book, quarter);
    let required = |kind| lines.iter().find(|line| line.kind == kind).map(|line| line.required);
    assert_eq!((required(MeetingKind::Committee), required(MeetingKind::Group)), (Some(2), Some(2)));
}

#[test]
fn an_empty_quarter_owes_everything_that_its_branch_must_hold() {
    let found = missing_in("2026Q4", &[], &whole_branch(), "2026-11-23");
    let lines: Vec<_> = found
        .iter()
        .map(|f| format!("{} {:?} {} [{}] {}", f.rule.0, f.severity, f.message, f.action, f.due.unwrap()))
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn without_a_committee_or_groups_nobody_asks_for_their_meetings() {
    let found = missing_in("2026Q3", &[], &BranchFacts::default(), "2026-09-30");
    let asked: Vec<_> = found.iter().map(|finding| finding.rule.0.as_str()).collect();
    assert_eq!(asked, ["B09", "B18", "B14", "B14", "B14"]);
}

#[test]
fn a_meeting_that_is_held_or_planned_is_not_missing_and_one_called_off_is() {
    let general = |row: MeetingRow| {
        let found = missing_in("2026Q3", &[row], &BranchFacts::default(), "2026-08-15");
        found.iter().any(|finding| finding.rule.0 == "B09")
    };
    assert!(!general(held("2026-07-01", &[MeetingKind::General])));
    assert!(!general(planned("2026-09-01", MeetingKind::General)));
    assert!(general(MeetingRow { state: MeetingState::Cancelled, ..planned("2026-09-01", MeetingKind::General) }));
    assert!(general(held("2026-06-30", &[MeetingKind::General])), "another quarter's does not count");
    assert!(general(held("2026-07-01", &[MeetingKind::Lecture])), "another kind does not count");
}

#[test]
fn each_group_owes_its_own_meetings() {
    let mut first = held("2026-07-06", &[MeetingKind::Group]);
    first.party_group = Some("第一党小组".into());
    let found = missing_in("2026Q3", &[first], &whole_branch(), "2026-07-15");
    assert!(messages(&found).contains(&"7月党小组会（第二党小组）还未召开"));
    assert!(!messages(&found).contains(&"7月党小组会（第一党小组）还未召开"));
}

#[test]
fn an_event_of_several_kinds_counts_as_each_of_them() {
    let both = [held("2026-07-06", &[MeetingKind::ThemeDay, MeetingKind::Lecture])];
    assert_eq!(
        messages(&missing_in("2026Q3", &both, &BranchFacts::default(), "2026-07-15")),
        ["2026年第三季度支部党员大会还未召开"]
    );
    let lines =
        kinds_of_quarter(&both, &BranchFacts::default(), &RuleBook::shipped().unwrap(), "2026Q3".parse().unwrap());
    let held: Vec<_> = lines.iter().filter(|line| line.held > 0).map(|line| (line.kind, line.present)).collect();
    assert_eq!(held, [(MeetingKind::Lecture, 10), (MeetingKind::ThemeDay, 10)]);
}

#[rstest]
#[case("2026Q3", "2026-09-30", None)]
#[case("2026Q4", "2026-10-01", Some(Severity::Notice))]
#[case("2026Q4", "2027-01-01", Some(Severity::Late))]
fn the_yearly_ones_are_brought_to_mind_from_october_on(
    #[case] quarter: &str,
    #[case] today: &str,
    #[case] severity: Option<Severity>,
) {
    for id in ["B15", "B16"] {
        let found = missing_in(quarter, &[], &BranchFacts::default(), today);
        assert_eq!(found.iter().find(|finding| finding.rule.0 == id).map(|finding| finding.severity), severity);
    }
    let in_march = [held("2026-03-01", &[MeetingKind::OrganizationalLife, MeetingKind::Appraisal])];
    let found = missing_in(quarter, &in_march, &BranchFacts::default(), today);
    assert!(!found.iter().any(|finding| ["B15", "B16"].contains(&finding.rule.0.as_str())));
}

#[test]
fn a_quarter_line_has_what_is_asked_for_beside_what_was_planned_and_held() {
    let meetings = [held("2026-07-01", &[MeetingKind::Committee]), planned("2026-08-01", MeetingKind::Committee)];
    let rules = RuleBook::shipped().unwrap();
    let lines = kinds_of_quarter(&meetings, &whole_branch(), &rules, "2026Q3".parse().unwrap());
    let line = |kind| lines.iter().find(|line| line.kind == kind).unwrap();
    let committee = line(MeetingKind::Committee);
    assert_eq!((committee.required, committee.planned, committee.held, committee.expected), (3, 2, 1, 10));
    assert_eq!(line(MeetingKind::Group).required, 6, "three months, two groups");
    assert_eq!(line(MeetingKind::General).required, 1);
    assert_eq!(line(MeetingKind::Appraisal).required, 0);
    let small = kinds_of_quarter(&[], &BranchFacts::default(), &rules, "2026Q3".parse().unwrap());
    assert!(!small.iter().any(|line| matches!(line.kind, MeetingKind::Committee | MeetingKind::Group)));
}

#[test]
fn a_meeting_in_good_order_is_left_in_peace() {
    let found = |row: MeetingRow| of_meeting(&row, &RuleBook::shipped().unwrap(), day("2026-11-23"));
    assert_eq!(found(held("2026-11-01", &[MeetingKind::General])), []);
    assert_eq!(found(planned("2026-11-23", MeetingKind::General)), []);
}

#[rstest]
#[case::not_signed_in(
    planned("2026-11-22", MeetingKind::ThemeDay),
    ("B14", Severity::Late, "11月22日“主题党日”时间已过，还没有登记到会")
)]
#[case::no_record(
    MeetingRow { has_record: false, ..held("2026-11-22", &[MeetingKind::Lecture]) },
    ("B21", Severity::Due, "11月22日“党课”已召开，还没有填写会议记录")
)]
#[case::no_record_on_the_last_working_day(
    MeetingRow { has_record: false, ..held("2026-11-18", &[MeetingKind::Lecture]) },
    ("B21", Severity::Due, "11月18日“党课”已召开，还没有填写会议记录")
)]
#[case::no_record_after_three_working_days(
    MeetingRow { has_record: false, ..held("2026-11-17", &[MeetingKind::Lecture]) },
    ("B21", Severity::Late, "11月17日“党课”已过 3 个工作日，还没有填写会议记录")
)]
#[case::half_signed_in(
    with_tally(MeetingKind::General, |tally| { tally.unrecorded = 3; tally.voting_present = 2 }),
    ("B09", Severity::Due, "11月22日“支部党员大会”还有 3 名党员没有登记到会情况")
)]
#[case::general_without_quorum(
    with_tally(MeetingKind::General, |tally| tally.voting_present = 4),
    ("B10", Severity::Late, "11月22日“支部党员大会”到会有表决权的党员 4 名，不足应到 10 名的半数")
)]
#[case::committee_without_quorum(
    with_tally(MeetingKind::Committee, |tally| { tally.expected = 4; tally.not_required = 1; tally.present = 2 }),
    ("B11", Severity::Late, "11月22日“支部委员会会议”到会委员 2 名，不足全体委员 5 名的半数")
)]
fn what_is_odd_about_a_meeting_is_said(#[case] row: MeetingRow, #[case] expected: (&str, Severity, &str)) {
    let found = of_meeting(&row, &RuleBook::shipped().unwrap(), day("2026-11-23"));
    let found: Vec<_> = found.iter().map(|f| (f.rule.0.as_str(), f.severity, f.message.as_str())).collect();
    assert_eq!(found, [expected]);
}

fn with_tally(kind: MeetingKind, change: fn(&mut AttendanceTally)) -> MeetingRow {
    let mut row = held("2026-11-22", &[kind]);
    change(row.tally.as_mut().unwrap());
    row
}

#[test]
fn every_rule_that_is_cited_is_in_the_book() {
    let book = RuleBook::shipped().unwrap();
    for id in MeetingKind::ALL.map(rule).into_iter().chain(["B06", "B10", "B11", "B21", "D15", "E11", "V03"]) {
        assert!(book.rule(id, day("2026-11-23")).is_some(), "{id}");
    }
}

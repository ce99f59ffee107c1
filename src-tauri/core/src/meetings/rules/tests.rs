//! What the rules say about meetings, case by case.

use chrono::NaiveDate;
use rstest::rstest;

use super::owed::{Appraised, BranchFacts, PartyGroup, kinds_of, missing};
use super::{of_meeting, rule};
use crate::meetings::{AttendanceTally, MeetingId, MeetingKind, MeetingRow, MeetingState};
use crate::rules::{Finding, RuleBook, RuleId, Severity};
use crate::values::{Quarter, Span};

fn day(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

/// A meeting of the kinds on a day, with everyone there and a record.
fn held(on: &str, kinds: &[MeetingKind]) -> MeetingRow {
    MeetingRow {
        id: MeetingId(1),
        kinds: kinds.to_vec(),
        title: kinds[0].title().to_owned(),
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
    names.iter().map(|name| PartyGroup { name: (*name).to_owned(), there: vec![Span::default()] }).collect()
}

fn whole_branch() -> BranchFacts {
    BranchFacts {
        committee: vec![Span::default()],
        groups: groups(&["第一党小组", "第二党小组"]),
        ..BranchFacts::default()
    }
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
    let facts = there(Some("2026-10-20"), None);
    let found = missing(&[], &facts, &book, quarter, day("2027-01-10"));
    let of = |rule: RuleId| found.iter().filter(|one| one.rule == Some(rule)).count();
    assert_eq!((of(RuleId::B11), of(RuleId::B12)), (2, 2), "{found:?}");
    let lines = kinds_of(&[], &facts, &book, quarter.into());
    let required = |kind| lines.iter().find(|line| line.kind == kind).map(|line| line.required);
    assert_eq!((required(MeetingKind::Committee), required(MeetingKind::Group)), (Some(2), Some(2)));
}

/// A branch whose committee and only group are there from one day up to another.
fn there(from: Option<&str>, until: Option<&str>) -> BranchFacts {
    let there = vec![Span { from: from.map(day), until: until.map(day) }];
    let groups = vec![PartyGroup { name: "第一党小组".into(), there: there.clone() }];
    BranchFacts { committee: there, groups, ..BranchFacts::default() }
}

/// B11, B12: the months of 2026 for which a committee's and a group's meetings are asked.
#[rstest]
#[case::ever(there(None, None), &[1, 2, 3, 4, 5, 6, 7, 8, 9])]
#[case::set_up_in_may(there(Some("2026-05-10"), None), &[6, 7, 8, 9])]
#[case::set_up_on_the_first(there(Some("2026-05-01"), None), &[5, 6, 7, 8, 9])]
#[case::dissolved_in_september(there(None, Some("2026-09-10")), &[1, 2, 3, 4, 5, 6, 7, 8])]
#[case::dissolved_after_september(there(None, Some("2026-10-01")), &[1, 2, 3, 4, 5, 6, 7, 8, 9])]
#[case::for_some_months(there(Some("2026-02-20"), Some("2026-05-31")), &[3, 4])]
#[case::founded_in_may(BranchFacts { founded_on: Some(day("2026-05-10")), ..there(None, None) }, &[6, 7, 8, 9])]
fn each_month_goes_by_what_was_there_then(#[case] facts: BranchFacts, #[case] months: &[u32]) {
    let quarters = ["2026Q1", "2026Q2", "2026Q3"];
    let found: Vec<_> = quarters.iter().flat_map(|quarter| missing_in(quarter, &[], &facts, "2026-10-08")).collect();
    for rule in [RuleId::B11, RuleId::B12] {
        let of = found.iter().filter(|finding| finding.rule == Some(rule));
        let asked: Vec<_> = of.map(|finding| chrono::Datelike::month(&finding.due.unwrap())).collect();
        assert_eq!(asked, months, "{rule}");
    }
}

/// A branch founded in the second quarter owes its first general meeting in the third, and the yearly ones in its year.
#[test]
fn a_branch_is_asked_for_nothing_of_the_time_before_it_was_founded() {
    let facts = BranchFacts { founded_on: Some(day("2026-05-10")), ..BranchFacts::default() };
    let asked = |quarter| {
        let found = missing_in(quarter, &[], &facts, "2027-01-08");
        found.into_iter().map(|finding| finding.rule.unwrap().to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        ["2025Q4", "2026Q1", "2026Q2", "2026Q3", "2026Q4"].map(asked),
        ["", "", "B14", "B09 B18 B14 B14 B14", "B09 B18 B14 B14 B14 B15 B16"]
    );
}

#[test]
fn an_empty_quarter_owes_everything_that_its_branch_must_hold() {
    let found = missing_in("2026Q4", &[], &whole_branch(), "2026-11-23");
    let lines: Vec<_> = found
        .iter()
        .map(|f| format!("{} {:?} {} [{}] {}", f.rule.unwrap(), f.severity, f.message, f.action, f.due.unwrap()))
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn without_a_committee_or_groups_nobody_asks_for_their_meetings() {
    let found = missing_in("2026Q3", &[], &BranchFacts::default(), "2026-09-30");
    let asked: Vec<_> = found.iter().map(|finding| finding.rule.unwrap()).collect();
    assert_eq!(asked, [RuleId::B09, RuleId::B18, RuleId::B14, RuleId::B14, RuleId::B14]);
}

#[test]
fn a_meeting_that_is_held_or_planned_is_not_missing_and_one_called_off_is() {
    let general = |row: MeetingRow| {
        let found = missing_in("2026Q3", &[row], &BranchFacts::default(), "2026-08-15");
        found.iter().any(|finding| finding.rule == Some(RuleId::B09))
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
    let lines = kinds_of(&both, &BranchFacts::default(), &RuleBook::shipped().unwrap(), "2026Q3".parse().unwrap());
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
    for id in [RuleId::B15, RuleId::B16] {
        let found = missing_in(quarter, &[], &BranchFacts::default(), today);
        assert_eq!(found.iter().find(|finding| finding.rule == Some(id)).map(|finding| finding.severity), severity);
    }
    let in_march = [held("2026-03-01", &[MeetingKind::OrganizationalLife, MeetingKind::Appraisal])];
    let found = missing_in(quarter, &in_march, &BranchFacts::default(), today);
    assert!(!found.iter().any(|finding| [Some(RuleId::B15), Some(RuleId::B16)].contains(&finding.rule)));
}

/// B16: of the meetings in 2025 and 2026, and the years that the appraisals on record are of, each year owes its own.
#[rstest]
#[case::held_in_january_for_last_year(&["2026-01-15"], &[(2025, 0)], [false, true])]
#[case::held_for_its_own_year(&["2026-01-15"], &[(2026, 0)], [true, false])]
#[case::nothing_on_record(&["2026-01-15"], &[], [true, false])]
#[case::two_of_one_year_settle_one(&["2026-01-15", "2026-12-10"], &[(2025, 0)], [false, false])]
#[case::both_in_one_year(&["2026-01-15", "2026-12-10"], &[(2025, 0), (2026, 1)], [false, false])]
#[case::in_december(&["2025-12-20"], &[(2025, 0)], [false, true])]
fn an_appraisal_settles_the_year_that_it_is_of(
    #[case] days: &[&str],
    #[case] appraised_of: &[(i32, usize)],
    #[case] owed: [bool; 2],
) {
    let row = |(at, on): (usize, &&str)| MeetingRow {
        id: MeetingId(i64::try_from(at).unwrap()),
        ..held(on, &[MeetingKind::Appraisal])
    };
    let meetings: Vec<_> = days.iter().enumerate().map(row).collect();
    let appraised =
        |(year, at): &(i32, usize)| Appraised { year: *year, meeting: meetings[*at].id, at_organizational_life: false };
    let appraised = appraised_of.iter().map(appraised).collect();
    let facts = BranchFacts { appraised, ..BranchFacts::default() };
    let is_owed = |quarter| {
        let found = missing_in(quarter, &meetings, &facts, "2027-01-01");
        found.iter().any(|finding| finding.rule == Some(RuleId::B16))
    };
    assert_eq!(["2025Q4", "2026Q4"].map(is_owed), owed);
}

/// One meeting is 组织生活会 and 民主评议 in January: what it is recorded as counts for both (B15, B16).
#[rstest]
#[case::of_the_year_before(Some(2025), [false, true])]
#[case::of_its_own_year(Some(2026), [true, false])]
#[case::not_recorded(None, [true, false])]
fn the_organizational_life_of_an_appraisal_is_of_its_year(#[case] of: Option<i32>, #[case] owed: [bool; 2]) {
    let row = held("2026-01-20", &[MeetingKind::OrganizationalLife, MeetingKind::Appraisal]);
    let appraised = of.map(|year| Appraised { year, meeting: row.id, at_organizational_life: true });
    let facts = BranchFacts { appraised: appraised.into_iter().collect(), ..BranchFacts::default() };
    let meetings = [row];
    for rule in [RuleId::B15, RuleId::B16] {
        let is_owed = |quarter| {
            let found = missing_in(quarter, &meetings, &facts, "2027-01-01");
            found.iter().any(|finding| finding.rule == Some(rule))
        };
        assert_eq!(["2025Q4", "2026Q4"].map(is_owed), owed, "{rule}");
    }
}

#[test]
fn a_quarter_line_has_what_is_asked_for_beside_what_was_planned_and_held() {
    let meetings = [held("2026-07-01", &[MeetingKind::Committee]), planned("2026-08-01", MeetingKind::Committee)];
    let rules = RuleBook::shipped().unwrap();
    let lines = kinds_of(&meetings, &whole_branch(), &rules, "2026Q3".parse().unwrap());
    let line = |kind| lines.iter().find(|line| line.kind == kind).unwrap();
    let committee = line(MeetingKind::Committee);
    assert_eq!((committee.required, committee.planned, committee.held, committee.expected), (3, 2, 1, 10));
    assert_eq!(line(MeetingKind::Group).required, 6, "three months, two groups");
    assert_eq!(line(MeetingKind::General).required, 1);
    assert_eq!(line(MeetingKind::Appraisal).required, 0);
    let small = kinds_of(&[], &BranchFacts::default(), &rules, "2026Q3".parse().unwrap());
    assert!(!small.iter().any(|line| matches!(line.kind, MeetingKind::Committee | MeetingKind::Group)));
}

#[test]
fn a_longer_period_asks_for_what_its_quarters_ask_for_and_a_year_for_the_yearly_ones_too() {
    let meetings = [held("2026-02-03", &[MeetingKind::General]), held("2026-07-01", &[MeetingKind::General])];
    let rules = RuleBook::shipped().unwrap();
    let line = |period: &str, kind| {
        let lines = kinds_of(&meetings, &whole_branch(), &rules, period.parse().unwrap());
        let line = lines.into_iter().find(|line| line.kind == kind).unwrap();
        (line.required, line.held, line.lacking)
    };
    assert_eq!(line("2026H1", MeetingKind::General), (2, 1, 1));
    assert_eq!(line("2026", MeetingKind::General), (4, 2, 2));
    assert_eq!(line("2026H2", MeetingKind::Appraisal), (0, 0, 1), "a year is judged in its last quarter");
    assert_eq!(line("2026", MeetingKind::Appraisal), (1, 0, 1));
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
    (RuleId::B14, Severity::Due, "11月22日“主题党日”时间已过，还没有登记到会")
)]
#[case::not_signed_in_after_three_working_days(
    planned("2026-11-17", MeetingKind::ThemeDay),
    (RuleId::B14, Severity::Late, "11月17日“主题党日”时间已过，还没有登记到会")
)]
#[case::no_record(
    MeetingRow { has_record: false, ..held("2026-11-22", &[MeetingKind::Lecture]) },
    (RuleId::B21, Severity::Due, "11月22日“党课”已召开，还没有填写会议记录")
)]
#[case::no_record_on_the_last_working_day(
    MeetingRow { has_record: false, ..held("2026-11-18", &[MeetingKind::Lecture]) },
    (RuleId::B21, Severity::Due, "11月18日“党课”已召开，还没有填写会议记录")
)]
#[case::no_record_after_three_working_days(
    MeetingRow { has_record: false, ..held("2026-11-17", &[MeetingKind::Lecture]) },
    (RuleId::B21, Severity::Late, "11月17日“党课”已过 3 个工作日，还没有填写会议记录")
)]
#[case::half_signed_in(
    with_tally(MeetingKind::General, |tally| { tally.unrecorded = 3; tally.voting_present = 2 }),
    (RuleId::B09, Severity::Due, "11月22日“支部党员大会”还有 3 名党员没有登记到会情况")
)]
#[case::general_without_quorum(
    with_tally(MeetingKind::General, |tally| tally.voting_present = 4),
    (RuleId::B10, Severity::Late, "11月22日“支部党员大会”到会有表决权的党员 4 名，不足应到 10 名的半数")
)]
#[case::general_as_the_second_kind_without_quorum(
    MeetingRow {
        kinds: vec![MeetingKind::ThemeDay, MeetingKind::General],
        ..with_tally(MeetingKind::ThemeDay, |tally| tally.voting_present = 4)
    },
    (RuleId::B10, Severity::Late, "11月22日“主题党日”到会有表决权的党员 4 名，不足应到 10 名的半数")
)]
#[case::no_record_in_a_year_without_holidays(
    MeetingRow { has_record: false, ..held("2031-11-18", &[MeetingKind::Lecture]) },
    (RuleId::B21, Severity::Due, "11月18日“党课”已召开，还没有填写会议记录（程序里没有2031年的放假安排，按周一至周五推算，请自行核对，或者采用更新的规程）")
)]
#[case::committee_without_quorum(
    with_tally(MeetingKind::Committee, |tally| { tally.expected = 4; tally.not_required = 1; tally.present = 2 }),
    (RuleId::B11, Severity::Late, "11月22日“支部委员会会议”到会委员 2 名，不足全体委员 5 名的半数")
)]
fn what_is_odd_about_a_meeting_is_said(#[case] row: MeetingRow, #[case] expected: (RuleId, Severity, &str)) {
    let found = of_meeting(&row, &RuleBook::shipped().unwrap(), day("2026-11-23"));
    let found: Vec<_> = found.iter().map(|f| (f.rule.unwrap(), f.severity, f.message.as_str())).collect();
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
    for id in MeetingKind::ALL.map(rule).into_iter().chain([
        RuleId::B06,
        RuleId::B10,
        RuleId::B11,
        RuleId::B21,
        RuleId::D15,
        RuleId::E11,
        RuleId::V03,
    ]) {
        assert!(book.rule(id, day("2026-11-23")).is_some(), "{id}");
    }
}

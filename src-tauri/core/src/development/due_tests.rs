//! The promises of `due.rs` and `deadlines.rs`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use rstest::rstest;
use serde_json::Value;

use super::*;
use crate::development::deadlines::{when_complete, window};
use crate::development::entries::Entry;
use crate::development::testing::file_with;
use crate::development::{CloseWay, DevelopmentClosed, MaterialRecord, MaterialState};
use crate::rules::RuleId;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn book() -> &'static RuleBook {
    static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::shipped().unwrap());
    &BOOK
}

/// A file with each step done on its day; a step given twice was done twice.
fn file(ticks: &[(u32, &str)]) -> DevelopmentFile {
    let entry = |(step, on): &(u32, &str)| Entry::new(EntryKind::of_step(*step).unwrap(), day(on));
    file_with(ticks.iter().map(entry).collect())
}

/// A kind of entry, its day, and what was said beside it.
type Told<'a> = (EntryKind, &'a str, &'a [(F, &'a str)]);

/// A file with these entries.
fn told(entries: &[Told<'_>]) -> DevelopmentFile {
    let entry = |(kind, on, values): &Told<'_>| {
        let mut entry = Entry::new(*kind, day(on));
        entry.values.0 = values.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
        entry
    };
    file_with(entries.iter().map(entry).collect())
}

/// What one rule finds.
fn found(file: &DevelopmentFile, rule: RuleId, today: &str) -> Vec<(Severity, String)> {
    let findings = findings(file, book(), day(today)).into_iter();
    findings.filter(|finding| finding.rule == Some(rule)).map(|finding| (finding.severity, finding.message)).collect()
}

fn the(file: &DevelopmentFile, rule: RuleId, today: &str) -> (Severity, String) {
    let [only] = &found(file, rule, today)[..] else { panic!("not one finding of {rule}") };
    only.clone()
}

fn vectors(name: &str) -> Vec<BTreeMap<String, String>> {
    let text = include_str!("../../../../tests/fixtures/rule_test_vectors.json");
    let mut vectors: Value = serde_json::from_str(text).unwrap();
    serde_json::from_value(vectors[name].take()).unwrap()
}

#[test]
fn a_talk_is_due_within_one_calendar_month() {
    let vectors = vectors("one_month_from");
    assert_eq!(vectors.len(), 4);
    for vector in vectors {
        let file = file(&[(1, &vector["received"])]);
        assert_eq!(window(&file, 2, book()).due, Some(day(&vector["calendar_month_limit"])), "{vector:?}");
    }
}

#[test]
fn probation_lasts_to_the_day_before_the_anniversary() {
    let vectors = vectors("probation_1y");
    assert_eq!(vectors.len(), 5);
    for vector in vectors {
        let file = file(&[(15, &vector["start"])]);
        assert_eq!(window(&file, 23, book()).not_before, Some(day(&vector["conversion_day"])), "{vector:?}");
        let message = the(&file, RuleId::D23, &vector["start"]).1;
        assert!(message.contains(&date_title(day(&vector["last_day"]))), "{message} {vector:?}");
    }
}

#[test]
fn probation_starts_on_the_day_of_the_general_meeting() {
    let file = file(&[(15, "2025-03-10"), (17, "2025-05-20"), (20, "2025-07-01")]);
    assert_eq!(window(&file, 23, book()).not_before, Some(day("2026-03-10")));
}

#[rstest]
#[case::a_month_ahead("2026-11-04", Severity::Due, "李某某的入党申请谈话应在2026年12月4日前完成")]
#[case::on_the_last_day("2026-12-04", Severity::Due, "李某某的入党申请谈话应在2026年12月4日前完成")]
#[case::late("2026-12-05", Severity::Late, "李某某的入党申请谈话应在2026年12月4日前完成，已超 1 天")]
fn a_talk_not_held_is_due_and_then_late(#[case] today: &str, #[case] severity: Severity, #[case] message: &str) {
    assert_eq!(the(&file(&[(1, "2026-11-04")]), RuleId::D02, today), (severity, message.to_owned()));
}

#[test]
fn the_next_review_is_half_a_year_after_the_last_until_the_person_is_a_candidate() {
    let due = |ticks: &[(u32, &str)]| window(&file(ticks), 6, book()).due;
    assert_eq!(due(&[(3, "2025-08-31")]), Some(day("2026-02-28")));
    assert_eq!(due(&[(3, "2025-08-31"), (6, "2026-02-20")]), Some(day("2026-08-20")));
    assert_eq!(due(&[(3, "2025-08-31"), (6, "2026-08-10"), (6, "2026-02-20")]), Some(day("2027-02-10")));
    assert_eq!(due(&[(3, "2025-08-31"), (6, "2026-02-20"), (7, "2026-09-01")]), None);
    assert_eq!(the(&file(&[(3, "2025-08-31")]), RuleId::D05, "2026-03-01").0, Severity::Late);
    assert_eq!(the(&file(&[(3, "2025-08-31")]), RuleId::D05, "2025-09-01").0, Severity::Notice);
}

#[test]
fn after_a_year_as_activist_the_next_stage_is_pointed_out() {
    let file = file(&[(3, "2025-11-20"), (5, "2025-11-20"), (6, "2026-05-01")]);
    assert_eq!(found(&file, RuleId::D06, "2026-11-19"), []);
    assert_eq!(the(&file, RuleId::D06, "2026-11-20").0, Severity::Notice);
}

#[test]
fn a_candidate_is_reminded_of_the_training() {
    assert_eq!(the(&file(&[(9, "2026-01-05")]), RuleId::D11, "2026-11-23").0, Severity::Notice);
    assert_eq!(found(&file(&[(15, "2026-01-05")]), RuleId::D11, "2026-11-23"), []);
    assert_eq!(found(&file(&[(11, "2026-01-05")]), RuleId::D11, "2026-11-23"), []);
}

#[rstest]
#[case::running("2026-08-20", RuleId::D21, Severity::Notice)]
#[case::soon("2026-10-20", RuleId::D21, Severity::Due)]
#[case::after_three_months("2026-11-11", RuleId::D21, Severity::Late)]
#[case::after_six_months("2027-02-11", RuleId::D22, Severity::Late)]
fn an_admission_is_approved_within_three_months_and_void_after_six(
    #[case] today: &str,
    #[case] rule: RuleId,
    #[case] severity: Severity,
) {
    let file = file(&[(15, "2026-08-10")]);
    let found: Vec<_> = [found(&file, RuleId::D21, today), found(&file, RuleId::D22, today)].concat();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(the(&file, rule, today).0, severity, "{found:?}");
}

#[test]
fn the_meeting_follows_the_pre_examination_within_a_month() {
    assert_eq!(window(&file(&[(13, "2026-01-31")]), 15, book()).due, Some(day("2026-02-28")));
    assert_eq!(the(&file(&[(13, "2026-01-31")]), RuleId::D14, "2026-03-01").0, Severity::Late);
    assert_eq!(found(&file(&[(13, "2026-01-31"), (15, "2026-02-28")]), RuleId::D14, "2026-03-01"), []);
}

#[test]
fn the_end_of_probation_is_announced_and_then_late_as_in_the_roster() {
    let file = file(&[(15, "2025-12-10"), (17, "2026-01-10")]);
    assert_eq!(the(&file, RuleId::D23, "2026-01-01").0, Severity::Notice);
    assert_eq!(the(&file, RuleId::D23, "2026-11-23").0, Severity::Due);
    assert_eq!(the(&file, RuleId::D23, "2026-12-10").0, Severity::Due);
    let (severity, message) = the(&file, RuleId::D23, "2027-01-01");
    assert_eq!(severity, Severity::Late);
    assert!(message.contains("2026年12月9日届满"), "{message}");
}

#[test]
fn a_conversion_is_approved_within_three_months() {
    assert_eq!(the(&file(&[(23, "2026-08-10")]), RuleId::D25, "2026-11-11").0, Severity::Late);
    assert_eq!(found(&file(&[(23, "2026-08-10"), (24, "2026-11-10")]), RuleId::D25, "2026-11-23"), []);
}

#[test]
fn a_missing_thought_report_is_never_more_than_a_notice() {
    let mut file = file(&[(3, "2025-01-10")]);
    assert_eq!(the(&file, RuleId::D31, "2026-11-23").0, Severity::Notice);
    let report = serde_json::json!({ "id": null, "code": THOUGHT_REPORT, "state": "present", "dated": "2026-10-01" });
    file.materials.push(serde_json::from_value::<MaterialRecord>(report).unwrap());
    assert_eq!(file.material_state(THOUGHT_REPORT), MaterialState::Present);
    assert_eq!(found(&file, RuleId::D31, "2027-01-01"), []);
    assert_eq!(the(&file, RuleId::D31, "2027-01-02").0, Severity::Notice);
}

#[test]
fn findings_come_with_the_most_pressing_first_and_lead_to_the_file() {
    // An oath that is late (D33), and a probation that runs (D23).
    let file = file(&[(15, "2026-08-20"), (17, "2026-09-01")]);
    let findings = findings(&file, book(), day("2026-11-23"));
    assert!(findings.is_sorted_by_key(|finding| finding.severity));
    assert_eq!(findings[0].rule, Some(RuleId::D33));
    assert!(findings.iter().all(|finding| finding.subject == Subject { room: Room::Development, id: Some(1) }));
}

#[test]
fn a_closed_or_archived_file_asks_for_nothing() {
    let archived = file(&[(1, "2020-01-05"), (25, "2023-01-05")]);
    let mut closed = file(&[(1, "2020-01-05")]);
    closed.closed =
        Some(DevelopmentClosed { on: day("2020-02-01"), how: CloseWay::MovedAway, reason: "调离".to_owned() });
    for file in [archived, closed] {
        assert_eq!(findings(&file, book(), day("2026-11-23")), []);
        assert_eq!(next_step(&file, book(), day("2026-11-23"), true), None);
    }
}

#[rstest]
#[case(0, DevelopmentStage::Applicant)]
#[case(2, DevelopmentStage::Applicant)]
#[case(3, DevelopmentStage::Activist)]
#[case(6, DevelopmentStage::Activist)]
#[case(7, DevelopmentStage::Candidate)]
#[case(14, DevelopmentStage::Candidate)]
#[case(15, DevelopmentStage::Probationary)]
#[case(23, DevelopmentStage::Probationary)]
#[case(24, DevelopmentStage::Converted)]
#[case(25, DevelopmentStage::Converted)]
fn the_stage_follows_from_the_highest_step(#[case] last_step: u32, #[case] stage: DevelopmentStage) {
    let ticks: Vec<_> = (1..=last_step).map(|step| (step, "2026-01-05")).collect();
    assert_eq!(file(&ticks).stage(book(), day("2026-01-06")), stage);
}

#[test]
fn the_next_step_reads_as_a_sentence_with_its_window() {
    let next = |ticks: &[(u32, &str)]| next_step(&file(ticks), book(), day("2026-11-23"), false).unwrap().to_string();
    assert_eq!(next(&[]), "第1步 递交入党申请书");
    assert_eq!(next(&[(1, "2026-11-05")]), "第2步 党组织派人谈话，应在2026年12月5日前完成");
    assert_eq!(next(&[(3, "2026-01-05"), (6, "2026-06-05")]), "第7步 讨论拟列为发展对象，不早于2027年1月5日");
    assert_eq!(next(&[(11, "2026-11-05")]), "第12步 支部大会审查");
}

#[test]
fn a_file_on_an_earlier_day_knows_nothing_of_what_came_later() {
    let mut now = file(&[(1, "2026-09-05"), (2, "2026-09-20"), (3, "2026-10-02")]);
    now.closed = Some(DevelopmentClosed { on: day("2026-10-08"), how: CloseWay::Other, reason: "调离".to_owned() });
    let then = now.as_of(day("2026-09-30"));
    assert_eq!((then.last_step(), then.is_open()), (2, true));
}

#[test]
fn under_the_text_of_2026_a_candidate_is_one_after_the_notice() {
    let entries = [(EntryKind::Activist, "2025-05-11", &[] as &[_]), (EntryKind::CandidateMeeting, "2026-05-20", &[])];
    let stage = |entries: &[_]| told(entries).stage(book(), day("2026-11-23"));
    assert_eq!(stage(&entries), DevelopmentStage::Activist);
    assert_eq!(stage(&[entries[0], (EntryKind::CandidateMeeting, "2026-05-10", &[])]), DevelopmentStage::Candidate);
    let candidate = (EntryKind::Candidate, "2026-06-15", &[] as &[_]);
    assert_eq!(stage(&[entries[0], entries[1], candidate]), DevelopmentStage::Candidate);
}

#[test]
fn a_notice_ends_when_its_working_days_are_over() {
    // Over National Day: 30 September, and 8, 9, 10 (made up), 12 October.
    let file = told(&[(EntryKind::Activist, "2025-05-11", &[]), (EntryKind::CandidateNotice, "2026-09-29", &[])]);
    let (_, message) = the(&file, RuleId::D30, "2026-09-30");
    assert!(message.contains("2026年10月12日"), "{message}");
}

#[test]
fn a_decision_to_admit_that_was_not_approved_in_time_is_void_and_ends_no_probation() {
    let file = file(&[(15, "2026-01-05")]);
    assert_eq!(file.stage(book(), day("2026-07-05")), DevelopmentStage::Probationary);
    assert_eq!(file.stage(book(), day("2026-07-06")), DevelopmentStage::Candidate);
    assert_eq!(found(&file, RuleId::D23, "2026-12-20"), []);
    // Decided anew the probation counts from the new meeting.
    let again = told(&[
        (EntryKind::Admission, "2026-01-05", &[]),
        (EntryKind::Admission, "2026-08-10", &[]),
        (EntryKind::Approval, "2026-09-01", &[]),
    ]);
    assert_eq!(window(&again, 23, book()).not_before, Some(day("2027-08-10")));
}

#[test]
fn an_extension_makes_nobody_a_full_member_and_moves_the_end() {
    let extended = [
        (EntryKind::Admission, "2024-12-10", &[] as &[_]),
        (EntryKind::Approval, "2025-01-10", &[]),
        (EntryKind::Conversion, "2025-12-10", &[(F::ConversionOutcome, "extended"), (F::Months, "6")]),
        (EntryKind::ConversionApproval, "2026-01-10", &[]),
    ];
    let file = told(&extended);
    assert_eq!((file.stage(book(), day("2026-02-01")), file.last_step()), (DevelopmentStage::Probationary, 17));
    assert_eq!(window(&file, 23, book()).not_before, Some(day("2026-06-10")));
    let converted = [
        &extended[..],
        &[(EntryKind::Conversion, "2026-06-12", &[]), (EntryKind::ConversionApproval, "2026-07-01", &[])],
    ]
    .concat();
    assert_eq!(told(&converted).stage(book(), day("2026-07-02")), DevelopmentStage::Converted);
}

#[test]
fn a_refusal_finishes_no_step() {
    let file = told(&[(EntryKind::Admission, "2026-01-05", &[(F::Outcome, "failed")])]);
    assert_eq!((file.last_step(), file.admission()), (0, None));
}

#[rstest]
#[case::under_2014("2026-05-10", None)]
#[case::under_2026("2026-05-11", Some("2026-06-11"))]
#[case::at_the_months_end("2027-01-31", Some("2027-02-28"))]
fn the_oath_has_a_term_since_2026(#[case] approved: &str, #[case] due: Option<&str>) {
    let file = file(&[(15, "2026-03-05"), (17, approved)]);
    assert_eq!(window(&file, 20, book()).due, due.map(day));
}

proptest! {
    #[test]
    fn no_date_that_follows_lies_before_the_day_it_counts_from(start in 0u64..60_000, step in 1u32..=24) {
        let start = day("1950-01-01") + Days::new(start);
        let file = file_with(vec![Entry::new(EntryKind::of_step(step).unwrap(), start)]);
        for later in step + 1..=25 {
            let Window { not_before, due } = window(&file, later, book());
            prop_assert!(not_before.is_none_or(|day| day > start) && due.is_none_or(|day| day > start));
        }
    }

    #[test]
    fn ticking_more_steps_never_lowers_the_stage(
        ticked in proptest::collection::btree_set(1u32..=25, 0..12),
        more in 1u32..=25,
    ) {
        let ticks: Vec<_> = ticked.iter().map(|step| (*step, "2026-01-05")).collect();
        let before = file(&ticks);
        let after = file(&[&ticks[..], &[(more, "2026-01-06")]].concat());
        let today = day("2026-01-06");
        prop_assert!(before.stage(book(), today) <= after.stage(book(), today));
        prop_assert!(before.last_step() <= after.last_step());
    }

    #[test]
    fn a_deadline_never_ends_after_the_waiting_time_of_the_same_length(start in 0u64..60_000, months in 0u32..40) {
        let start = day("1950-01-01") + Days::new(start);
        let deadline = deadline_after(start, months).unwrap();
        let complete = when_complete(start, months).unwrap();
        prop_assert!(start <= deadline && deadline <= complete && complete <= deadline + Days::new(1));
    }
}

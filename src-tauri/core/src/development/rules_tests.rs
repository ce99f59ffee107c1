//! The promises of `rules.rs`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use rstest::rstest;
use serde_json::Value;

use super::*;
use crate::development::{DevelopmentClosed, DevelopmentFileId, DevelopmentPerson, InRoster, MaterialRecord};
use crate::rules::RuleId;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn book() -> &'static RuleBook {
    static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::shipped().unwrap());
    &BOOK
}

/// A file with each step ticked on its day; a step given twice has two entries.
fn file(ticks: &[(u32, &str)]) -> DevelopmentFile {
    let mut steps = BTreeMap::<u32, Vec<StepEntry>>::new();
    for (step, done_on) in ticks {
        let entries = steps.entry(*step).or_default();
        entries.push(StepEntry { entry: entries.len() as u32 + 1, done_on: day(done_on), note: String::new() });
    }
    let person: DevelopmentPerson = serde_json::from_value(serde_json::json!({ "name": "李某某" })).unwrap();
    DevelopmentFile {
        id: DevelopmentFileId(7),
        person,
        steps,
        materials: BTreeMap::new(),
        closed: None,
        in_roster: InRoster::default(),
    }
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
fn a_talk_held_in_time_is_not_mentioned_and_one_held_late_is_only_a_notice() {
    assert_eq!(found(&file(&[(1, "2026-01-31"), (2, "2026-02-28")]), RuleId::D02, "2026-11-23"), []);
    let (severity, message) = the(&file(&[(1, "2026-01-31"), (2, "2026-03-01")]), RuleId::D02, "2026-11-23");
    assert_eq!(
        (severity, &*message),
        (Severity::Notice, "李某某的入党申请谈话在2026年3月1日完成，晚于期限2026年2月28日")
    );
}

#[rstest]
#[case::the_day_before("2008-11-02", "2026-11-01", true)]
#[case::on_the_birthday("2008-11-01", "2026-11-01", false)]
#[case::born_on_a_leap_day("2008-02-29", "2026-02-28", true)]
#[case::month_known_and_surely_too_young("2008-12", "2026-11-01", true)]
#[case::month_known_and_perhaps_old_enough("2008-11", "2026-11-20", false)]
fn who_applies_before_eighteen_is_found(#[case] birth: &str, #[case] applied: &str, #[case] too_young: bool) {
    let mut file = file(&[(1, applied)]);
    file.person.birth = Some(birth.parse().unwrap());
    assert_eq!(!found(&file, RuleId::D01, "2026-11-23").is_empty(), too_young);
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
fn a_half_year_without_review_is_noticed_afterwards() {
    let gap = file(&[(3, "2024-01-10"), (6, "2024-07-10"), (6, "2025-02-01"), (7, "2025-03-01")]);
    let (severity, message) = the(&gap, RuleId::D05, "2025-04-01");
    assert_eq!(severity, Severity::Notice);
    assert!(message.contains("2024年7月10日和2025年2月1日"), "{message}");
    let none = file(&[(3, "2024-01-10"), (6, "2024-07-10"), (6, "2025-01-10"), (7, "2025-03-01")]);
    assert_eq!(found(&none, RuleId::D05, "2025-04-01"), []);
}

#[rstest]
#[case::a_day_early("2024-06-15", "2025-06-14", true)]
#[case::after_a_whole_year("2024-06-15", "2025-06-15", false)]
#[case::from_a_leap_day("2024-02-29", "2025-02-28", true)]
#[case::from_a_leap_day_in_time("2024-02-29", "2025-03-01", false)]
fn a_candidate_was_an_activist_for_a_year(#[case] activist: &str, #[case] candidate: &str, #[case] too_early: bool) {
    let found = found(&file(&[(3, activist), (7, candidate)]), RuleId::D06, "2026-11-23");
    assert_eq!(found.iter().any(|(severity, _)| *severity == Severity::Late), too_early);
}

#[test]
fn after_a_year_as_activist_the_next_stage_is_pointed_out() {
    let file = file(&[(3, "2025-11-20"), (5, "2025-11-20"), (6, "2026-05-01")]);
    assert_eq!(found(&file, RuleId::D06, "2026-11-19"), []);
    assert_eq!(the(&file, RuleId::D06, "2026-11-20").0, Severity::Notice);
}

#[rstest]
#[case(5, RuleId::D04, &[], true)]
#[case(5, RuleId::D04, &["王某某"], false)]
#[case(5, RuleId::D04, &["王某某", "赵某某"], false)]
#[case(5, RuleId::D04, &["王某某", "赵某某", "钱某某"], true)]
#[case(4, RuleId::D04, &[], false)]
#[case(9, RuleId::D09, &["王某某"], true)]
#[case(9, RuleId::D09, &["王某某", "赵某某"], false)]
#[case(8, RuleId::D09, &[], false)]
fn mentors_and_sponsors_are_counted_once_their_step_is_ticked(
    #[case] step: u32,
    #[case] rule: RuleId,
    #[case] names: &[&str],
    #[case] wrong: bool,
) {
    let mut file = file(&[(step, "2026-05-01")]);
    let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
    if rule == RuleId::D04 {
        file.person.mentors = names
    } else {
        file.person.sponsors = names
    }
    assert_eq!(!found(&file, rule, "2026-11-23").is_empty(), wrong);
}

#[rstest]
#[case::none(&[(15, "2026-05-01")], true)]
#[case::afterwards(&[(10, "2026-05-02"), (15, "2026-05-01")], true)]
#[case::before(&[(10, "2026-04-02"), (15, "2026-05-01")], false)]
#[case::not_yet_admitted(&[(9, "2026-04-02")], false)]
fn nobody_is_admitted_without_a_political_review(#[case] ticks: &[(u32, &str)], #[case] missing: bool) {
    assert_eq!(!found(&file(ticks), RuleId::D10, "2026-11-23").is_empty(), missing);
}

#[test]
fn a_candidate_is_reminded_of_the_training_and_pressed_after_admission() {
    assert_eq!(the(&file(&[(7, "2026-01-05")]), RuleId::D11, "2026-11-23").0, Severity::Notice);
    assert_eq!(the(&file(&[(15, "2026-01-05")]), RuleId::D11, "2026-11-23").0, Severity::Due);
    assert_eq!(found(&file(&[(11, "2026-01-05")]), RuleId::D11, "2026-11-23"), []);
}

#[rstest]
#[case::running("2026-08-20", None, RuleId::D21, Severity::Notice)]
#[case::soon("2026-10-20", None, RuleId::D21, Severity::Due)]
#[case::after_three_months("2026-11-11", None, RuleId::D21, Severity::Late)]
#[case::done_after_three_months("2026-12-01", Some("2026-11-11"), RuleId::D21, Severity::Notice)]
#[case::after_six_months("2027-02-11", None, RuleId::D22, Severity::Late)]
#[case::done_after_six_months("2027-03-01", Some("2027-02-11"), RuleId::D22, Severity::Late)]
fn an_admission_is_approved_within_three_months_and_void_after_six(
    #[case] today: &str,
    #[case] approved: Option<&str>,
    #[case] rule: RuleId,
    #[case] severity: Severity,
) {
    let ticks: Vec<_> = [(15, "2026-08-10")].into_iter().chain(approved.map(|day| (17, day))).collect();
    let file = file(&ticks);
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
    let file = file(&[(15, "2025-12-10")]);
    assert_eq!(the(&file, RuleId::D23, "2026-01-01").0, Severity::Notice);
    assert_eq!(the(&file, RuleId::D23, "2026-11-23").0, Severity::Due);
    assert_eq!(the(&file, RuleId::D23, "2026-12-10").0, Severity::Due);
    let (severity, message) = the(&file, RuleId::D23, "2027-01-01");
    assert_eq!(severity, Severity::Late);
    assert!(message.contains("2026年12月9日届满"), "{message}");
}

#[rstest]
#[case("2026-12-09", true)]
#[case("2026-12-10", false)]
fn conversion_is_not_discussed_before_the_probation_ends(#[case] decided: &str, #[case] too_early: bool) {
    assert_eq!(!found(&file(&[(15, "2025-12-10"), (23, decided)]), RuleId::D26, "2026-12-20").is_empty(), too_early);
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
    let report = MaterialRecord { state: MaterialState::Present, dated: Some(day("2026-10-01")), ..Default::default() };
    file.materials.insert(THOUGHT_REPORT.to_owned(), report);
    assert_eq!(found(&file, RuleId::D31, "2027-01-01"), []);
    assert_eq!(the(&file, RuleId::D31, "2027-01-02").0, Severity::Notice);
}

#[test]
fn steps_left_out_or_backwards_are_noticed_and_never_more() {
    let file = file(&[(1, "2026-01-10"), (3, "2026-01-05"), (5, "2026-02-01")]);
    let found = found(&file, RuleId::D33, "2026-02-02");
    assert!(found.iter().all(|(severity, _)| *severity == Severity::Notice));
    let messages: Vec<_> = found.iter().map(|(_, message)| &**message).collect();
    assert_eq!(
        messages,
        ["李某某的第 2、4 步还没有登记日期", "李某某的第 3 步（2026年1月5日）早于第 1 步（2026年1月10日），请核对日期"]
    );
}

#[test]
fn findings_come_with_the_most_pressing_first_and_lead_to_the_file() {
    // A talk that was late (D02, notice) and an admission without political review (D10, late).
    let file = file(&[(1, "2025-01-05"), (2, "2025-03-01"), (15, "2026-11-01")]);
    let findings = findings(&file, book(), day("2026-11-23"));
    assert!(findings.is_sorted_by_key(|finding| finding.severity));
    assert_eq!(findings[0].rule, Some(RuleId::D10));
    assert!(findings.iter().all(|finding| finding.subject == Subject { room: Room::Development, id: Some(7) }));
}

#[test]
fn a_closed_or_archived_file_asks_for_nothing() {
    let archived = file(&[(1, "2020-01-05"), (25, "2023-01-05")]);
    let mut closed = file(&[(1, "2020-01-05")]);
    closed.closed = Some(DevelopmentClosed { on: day("2020-02-01"), reason: "调离".to_owned() });
    for file in [archived, closed] {
        assert_eq!(findings(&file, book(), day("2026-11-23")), []);
        assert_eq!(next_step(&file, book(), true), None);
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
    assert_eq!(file(&ticks).stage(), stage);
}

#[test]
fn the_next_step_reads_as_a_sentence_with_its_window() {
    let next = |ticks: &[(u32, &str)]| next_step(&file(ticks), book(), false).unwrap().to_string();
    assert_eq!(next(&[]), "第1步 递交入党申请书");
    assert_eq!(next(&[(1, "2026-11-05")]), "第2步 党组织派人谈话，应在2026年12月5日前完成");
    assert_eq!(next(&[(3, "2026-01-05"), (6, "2026-06-05")]), "第7步 确定发展对象，不早于2027年1月5日");
    assert_eq!(next(&[(11, "2026-11-05")]), "第12步 支部大会审查");
}

#[test]
fn only_required_materials_of_steps_reached_are_missing() {
    let mut file = file(&[(1, "2026-01-05"), (2, "2026-01-09")]);
    // 1-1, 1-2, 1-2-1, 1-2-2 and the running record 1-3; not the yearly roster 1-4.
    assert_eq!(missing_materials(&file), 5);
    let say = |state| MaterialRecord { state, ..MaterialRecord::default() };
    file.materials.insert("1-1".to_owned(), say(MaterialState::Present));
    file.materials.insert("1-2-2".to_owned(), say(MaterialState::NotApplicable));
    assert_eq!(missing_materials(&file), 3);
}

#[test]
fn a_file_on_an_earlier_day_knows_nothing_of_what_came_later() {
    let mut now = file(&[(1, "2026-09-05"), (2, "2026-09-20"), (3, "2026-10-02")]);
    now.closed = Some(DevelopmentClosed { on: day("2026-10-08"), reason: "调离".to_owned() });
    let then = now.as_of(day("2026-09-30"));
    assert_eq!((then.last_step(), then.is_open()), (2, true));
}

proptest! {
    #[test]
    fn no_date_that_follows_lies_before_the_day_it_counts_from(start in 0u64..60_000, step in 1u32..=24) {
        let start = day("1950-01-01") + Days::new(start);
        let mut file = file(&[]);
        file.steps.insert(step, vec![StepEntry { entry: 1, done_on: start, note: String::new() }]);
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
        prop_assert!(before.stage() <= after.stage());
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

//! What B16 asks, with people made up for each case.

use chrono::NaiveDate;
use proptest::prelude::*;
use rstest::rstest;

use super::rules::*;
use super::store::Entry;
use super::*;
use crate::meetings::MeetingId;
use crate::roster::MemberId;
use crate::roster::MemberKind;
use crate::rules::Finding;
use crate::rules::{RuleBook, RuleId, Severity};

fn day(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

fn person(id: i64, name: &str, kind: MemberKind) -> AppraisalPerson {
    let Entry { member, own, mutual, counts, verdict } = Entry::empty(MemberId(id));
    AppraisalPerson { member, name: name.to_owned(), kind, status: None, own, mutual, counts, verdict }
}

fn full(id: i64, name: &str) -> AppraisalPerson {
    person(id, name, MemberKind::Full)
}

fn counts(id: i64, excellent: u32, qualified: u32) -> AppraisalCounts {
    AppraisalCounts { member: MemberId(id), excellent, qualified, basically_qualified: 0, unqualified: 0 }
}

fn graded(mut person: AppraisalPerson, grade: AppraisalGrade, reason: &str) -> AppraisalPerson {
    (person.verdict.grade, person.verdict.reason) = (Some(grade), reason.to_owned());
    person
}

/// An appraisal of 2026 at a meeting on 25 November, as far as its people are.
fn view(people: Vec<AppraisalPerson>) -> AppraisalView {
    let rules = RuleBook::shipped().unwrap();
    AppraisalView {
        appraisal: Appraisal { id: Some(AppraisalId(1)), year: 2026, meeting: MeetingId(1) },
        title: String::new(),
        meeting_title: "评议会".to_owned(),
        on: day("2026-11-25"),
        organ: String::new(),
        held: true,
        expected: 0,
        present: 0,
        attendance: String::new(),
        order: Vec::new(),
        handed_out: None,
        collected: None,
        is_void: false,
        excellent_at_most: excellent_at_most(people.len(), &rules, day("2026-11-25")),
        decided_on: None,
        steps: steps(&people, false),
        people,
        findings: Vec::new(),
    }
}

fn messages(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.message.as_str()).collect()
}

#[rstest]
#[case(0, 0)]
#[case(2, 0)]
#[case(3, 1)]
#[case(5, 1)]
#[case(46, 15)]
#[case(50, 16)]
fn as_a_rule_a_third_is_excellent_rounded_down(#[case] members: usize, #[case] most: u32) {
    assert_eq!(excellent_at_most(members, &RuleBook::shipped().unwrap(), day("2026-11-25")), most);
}

#[test]
fn more_excellent_than_a_third_is_said_and_no_more() {
    let mut people: Vec<_> = (1..=6).map(|id| full(id, "丁一")).collect();
    for person in &mut people[..2] {
        person.verdict.grade = Some(AppraisalGrade::Excellent);
    }
    let said = |people: &[AppraisalPerson]| {
        let found = findings(&view(people.to_vec()), false, day("2026-11-26"));
        let found: Vec<_> = found.iter().filter(|one| one.message.starts_with("评为优秀")).cloned().collect();
        found
    };
    assert_eq!(said(&people), []);
    people[2].verdict.grade = Some(AppraisalGrade::Excellent);
    let found = said(&people);
    assert_eq!(messages(&found), ["评为优秀 3 名，6 名党员中一般不超过 2 名"]);
    assert_eq!((found[0].severity, found[0].rule.unwrap()), (Severity::Notice, RuleId::B16));
}

#[test]
fn who_is_on_probation_counts_among_the_members_and_never_among_the_grades() {
    let probationary = graded(person(4, "冯预备", MemberKind::Probationary), AppraisalGrade::Excellent, "");
    let people = vec![graded(full(1, "丁一"), AppraisalGrade::Excellent, ""), full(2, "王二"), probationary];
    let of_excellent = grades(&people).into_iter().find(|count| count.grade == AppraisalGrade::Excellent);
    assert_eq!(of_excellent.unwrap().count, 1);
    assert!(
        !messages(&findings(&view(people.clone()), false, day("2026-11-26"))).iter().any(|m| m.starts_with("评为"))
    );
    assert_eq!(by_excellent(&people), [MemberId(1), MemberId(2)]);
    let of: Vec<_> = steps(&people, false).iter().map(|step| step.of).collect();
    assert_eq!(of, [3, 3, 2, 2], "takes part in the first two steps");
}

fn tally(handed_out: u32, collected: u32, lines: Vec<AppraisalCounts>) -> AppraisalTallyRequest {
    AppraisalTallyRequest { appraisal: AppraisalId(1), handed_out: Some(handed_out), collected: Some(collected), lines }
}

#[rstest]
#[case::right(tally(9, 9, vec![counts(1, 5, 4)]), &[])]
#[case::some_stayed_blank(
    tally(9, 9, vec![counts(1, 5, 2)]), &[Fault::FewerThanCollected { line: 0, sum: 7, collected: 9 }]
)]
#[case::more_than_collected(
    tally(9, 8, vec![counts(1, 4, 4), counts(2, 5, 4)]), &[Fault::MoreThanCollected { line: 1, sum: 9, collected: 8 }]
)]
#[case::more_collected_than_handed_out(
    tally(8, 9, vec![counts(1, 5, 4)]), &[Fault::MoreCollectedThanHandedOut { handed_out: 8 }]
)]
#[case::more_than_came(
    tally(10, 9, vec![counts(1, 5, 4)]), &[Fault::MoreHandedOutThanPresent { present: 9 }]
)]
#[case::no_numbers(
    AppraisalTallyRequest { handed_out: None, collected: None, ..tally(0, 0, vec![counts(1, 5, 4)]) },
    &[Fault::HandedOutMissing, Fault::CollectedMissing]
)]
#[case::taken_back(AppraisalTallyRequest { handed_out: None, collected: None, ..tally(0, 0, vec![]) }, &[])]
fn what_is_wrong_with_a_tally(#[case] tally: AppraisalTallyRequest, #[case] expected: &[Fault]) {
    assert_eq!(faults(&tally, Some(9)), expected);
    let refused = |fault: &Fault| {
        matches!(fault, Fault::MoreThanCollected { .. } | Fault::HandedOutMissing | Fault::CollectedMissing)
    };
    assert!(expected.iter().all(|fault| fault.refuses() == refused(fault)));
}

#[test]
fn the_largest_numbers_are_counted_too() {
    let one = AppraisalCounts {
        member: MemberId(1),
        excellent: u32::MAX,
        qualified: u32::MAX,
        basically_qualified: u32::MAX,
        unqualified: u32::MAX,
    };
    assert!(matches!(faults(&tally(9, 9, vec![one]), None)[..], [Fault::MoreThanCollected { .. }]));
}

#[test]
fn a_step_that_was_left_behind_names_who_is_lacking() {
    let mut people: Vec<_> = [(1, "丁一"), (2, "马四"), (3, "王二"), (4, "张三"), (5, "赵五")]
        .into_iter()
        .map(|(id, name)| full(id, name))
        .collect();
    people[0].own.done = true;
    assert_eq!(findings(&view(people.clone()), false, day("2026-11-24")).len(), 1, "only that it is not finished");
    people[0].counts = Some(counts(1, 3, 2));
    let found = findings(&view(people), false, day("2026-11-26"));
    assert_eq!(
        messages(&found),
        [
            "个人自评还缺马四、王二、张三等 4 名，民主测评已经开始",
            "党员互评还缺丁一、马四、王二等 5 名，民主测评已经开始",
            "2026年度民主评议党员还没有完成：个人自评 1/5，党员互评 0/5，民主测评 1/5，组织评定 0/5",
        ]
    );
}

#[rstest]
#[case::before_the_meeting("2026-11-24", None)]
#[case::after_it("2026-11-25", Some(Severity::Due))]
#[case::at_the_end_of_the_year("2026-12-31", Some(Severity::Due))]
#[case::after_the_year("2027-01-01", Some(Severity::Late))]
fn an_appraisal_that_is_not_finished_is_due_by_the_end_of_its_year(
    #[case] today: &str,
    #[case] severity: Option<Severity>,
) {
    let found = findings(&view(vec![full(1, "丁一")]), false, day(today));
    assert_eq!(found.first().map(|finding| finding.severity), severity);
}

#[test]
fn a_grade_below_qualified_asks_for_what_is_done_about_it() {
    let people = vec![
        graded(full(1, "丁一"), AppraisalGrade::BasicallyQualified, ""),
        graded(full(2, "王二"), AppraisalGrade::Unqualified, "不参加组织生活，由书记谈话"),
        graded(full(3, "张三"), AppraisalGrade::Qualified, ""),
    ];
    let found = findings(&view(people), false, day("2026-11-26"));
    assert!(messages(&found).contains(&"丁一评为合格以下，还没有填写理由和帮助措施"), "{found:?}");
}

#[test]
fn a_void_ballot_has_brought_nothing() {
    let mut one = full(1, "丁一");
    one.counts = Some(counts(1, 9, 0));
    let mut view = view(vec![one]);
    (view.handed_out, view.collected, view.is_void) = (Some(8), Some(9), true);
    view.steps = steps(&view.people, true);
    assert_eq!(view.steps[2].done, 0);
    let found = findings(&view, false, day("2026-11-26"));
    assert_eq!(found[0].message, "收回测评票 9 张，多于发出的 8 张，测评无效，须重新测评");
}

#[test]
fn what_is_finished_and_in_order_is_left_in_peace() {
    let mut one = graded(full(1, "丁一"), AppraisalGrade::Qualified, "");
    (one.own.done, one.mutual.done, one.counts) = (true, true, Some(counts(1, 3, 6)));
    one.own.on = Some(day("2026-11-25"));
    let mut view = view(vec![one]);
    assert_eq!(findings(&view, false, day("2027-06-01")), []);
    assert_eq!(messages(&findings(&view, true, day("2027-06-01"))), ["“评议会”已取消，请改选另一次会议"]);
    view.people[0].own.on = Some(day("2026-11-26"));
    assert_eq!(messages(&findings(&view, false, day("2027-06-01"))), ["丁一的自评日期在评议会之后"]);
}

proptest! {
    #[test]
    fn one_more_excellent_never_changes_the_order_of_the_others(
        excellent in prop::collection::vec(0..5_u32, 2..20),
        whose in any::<prop::sample::Index>(),
    ) {
        const NAMES: [&str; 5] = ["丁一", "王二", "马四", "李𬭎", "张三"];
        let people: Vec<_> = (0_i64..)
            .zip(&excellent)
            .map(|(id, excellent)| {
                let name = NAMES[usize::try_from(id).unwrap() % NAMES.len()];
                AppraisalPerson { counts: Some(counts(id, *excellent, 0)), ..full(id, name) }
            })
            .collect();
        let at = whose.index(people.len());
        let mut more = people.clone();
        more[at].counts = Some(counts(more[at].member.0, excellent[at] + 1, 0));
        let one = people[at].member;
        let (before, after) = (by_excellent(&people), by_excellent(&more));
        let place = |order: &[MemberId]| order.iter().position(|member| *member == one);
        prop_assert!(place(&after) <= place(&before), "and brings nobody down");
        let others = |order: Vec<MemberId>| order.into_iter().filter(|member| *member != one).collect::<Vec<_>>();
        prop_assert_eq!(others(before), others(after));
    }
}

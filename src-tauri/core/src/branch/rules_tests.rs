//! Each rule on the days and at the numbers where it turns.

use std::sync::Arc;

use rstest::rstest;

use super::*;
use crate::roster::{MemberId, MemberRecord};
use crate::rules::RuleId;

const TODAY: &str = "2026-11-23";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn term(elected_on: &str) -> BranchTerm {
    BranchTerm {
        id: None,
        number: 3,
        elected_on: day(elected_on),
        years: Some(3),
        postponed_to: None,
        ended_on: None,
        approval: String::new(),
        note: String::new(),
    }
}

fn member(number: usize, kind: MemberKind, office: Option<Office>) -> Member {
    let mut record = MemberRecord::new(format!("党员{number}"), kind);
    record.joined = "2010-07-01".parse().ok();
    record.converted = (kind == MemberKind::Full).then(|| "2011-07-01".parse().unwrap());
    record.offices = office.into_iter().collect();
    Member::new(MemberId(i64::try_from(number).unwrap()), record)
}

/// `full` full and `probationary` probationary members; the first ones hold offices, the very first is the secretary.
fn members(full: usize, probationary: usize, offices: usize) -> Vec<Member> {
    let kind = |number| if number < full { MemberKind::Full } else { MemberKind::Probationary };
    let office = |number| match number {
        0 if offices > 0 => Some(Office::Secretary),
        number if number < offices => Some(Office::Member),
        _ => None,
    };
    (0..full + probationary).map(|number| member(number, kind(number), office(number))).collect()
}

fn branch(has_committee: bool) -> Branch {
    Branch {
        name: "示例支部".into(), superior: "示例街道党工委".into(), has_committee, ..Default::default()
    }
}

fn found(branch: &Branch, terms: &[BranchTerm], members: &[Member], on: &str) -> Vec<(RuleId, Severity)> {
    let units = [BranchUnit { name: "示例协会".into(), ..Default::default() }];
    let rules = RuleBook::shipped().unwrap();
    let members: Vec<_> = members.iter().cloned().map(Arc::new).collect();
    let setup = Setup { branch, units: &units, terms, members: &members, rules: &rules, day: day(on) };
    setup.findings().into_iter().map(|finding| (finding.rule.unwrap(), finding.severity)).collect()
}

/// What is found on [`TODAY`] in a branch in mid-term.
fn found_today(branch: &Branch, members: &[Member]) -> Vec<(RuleId, Severity)> {
    found(branch, &[term("2025-01-10")], members, TODAY)
}

fn one(rule: RuleId, severity: Severity) -> Vec<(RuleId, Severity)> {
    vec![(rule, severity)]
}

#[rstest]
#[case::six_months_before("2026-03-01", None)]
#[case::notice("2026-03-02", Some(Severity::Notice))]
#[case::last_day_of_notice("2026-06-01", Some(Severity::Notice))]
#[case::due("2026-06-02", Some(Severity::Due))]
#[case::last_day("2026-09-02", Some(Severity::Due))]
#[case::late("2026-09-03", Some(Severity::Late))]
fn an_election_is_announced_six_and_three_months_ahead(#[case] on: &str, #[case] severity: Option<Severity>) {
    let expected: Vec<_> = severity.into_iter().flat_map(|severity| one(RuleId::B07, severity)).collect();
    assert_eq!(found(&branch(true), &[term("2023-09-02")], &members(20, 0, 5), on), expected);
}

#[test]
fn a_postponed_election_is_due_when_the_superior_said() {
    let postponed = BranchTerm { postponed_to: Some(day("2027-03-31")), ..term("2023-09-02") };
    let expected = [
        (day("2026-09-03"), None),
        (day("2026-12-31"), Some(Severity::Due)),
        (day("2027-04-01"), Some(Severity::Late)),
    ];
    for (on, severity) in expected {
        let expected: Vec<_> = severity.into_iter().flat_map(|severity| one(RuleId::B07, severity)).collect();
        let on = on.to_string();
        // Six months before the new end: the notice has begun by September 30.
        assert_eq!(found(&branch(true), std::slice::from_ref(&postponed), &members(20, 0, 5), &on), expected, "{on}");
    }
}

#[test]
fn an_election_later_than_a_year_says_so() {
    let rules = RuleBook::shipped().unwrap();
    let (branch, units, terms) = (branch(true), [], [term("2023-09-02")]);
    let message = |on| {
        let setup = Setup { branch: &branch, units: &units, terms: &terms, members: &[], rules: &rules, day: day(on) };
        setup.term().unwrap().message
    };
    assert!(message("2027-09-02").contains("须延期的应报上级批准"));
    assert!(message("2027-09-03").contains("已超过延期一般不超过 1 年的限度"));
}

#[rstest]
#[case::a_year("2027-09-02", false)]
#[case::a_day_more("2027-09-03", true)]
fn a_postponement_beyond_a_year_is_said_when_it_is_entered(#[case] to: &str, #[case] said: bool) {
    let postponed = BranchTerm { postponed_to: Some(day(to)), ..term("2023-09-02") };
    let expected = if said { one(RuleId::V01, Severity::Notice) } else { Vec::new() };
    assert_eq!(found(&branch(true), &[postponed], &members(20, 0, 5), "2026-09-10"), expected);
}

#[rstest]
#[case::none(vec![], true)]
#[case::over(vec![BranchTerm { ended_on: Some(day("2026-01-10")), ..term("2025-01-10") }], true)]
#[case::not_yet_begun(vec![term("2027-01-10")], true)]
#[case::running(vec![term("2025-01-10")], false)]
fn a_branch_without_a_running_term_is_told(#[case] terms: Vec<BranchTerm>, #[case] told: bool) {
    let expected = if told { one(RuleId::B07, Severity::Due) } else { Vec::new() };
    assert_eq!(found(&branch(true), &terms, &members(20, 0, 5), TODAY), expected);
}

#[test]
fn a_temporary_branch_has_no_terms() {
    let temporary = Branch { kind: BranchKind::Temporary, ..branch(true) };
    assert_eq!(found(&temporary, &[], &members(20, 0, 5), TODAY), []);
    assert_eq!(found(&temporary, &[term("2020-01-10")], &members(20, 0, 5), TODAY), []);
}

#[rstest]
#[case::two(2, 10, Some(Severity::Late))]
#[case::three(3, 0, None)]
#[case::fifty(45, 5, None)]
#[case::fifty_one(45, 6, Some(Severity::Notice))]
fn a_branch_has_three_full_members_and_not_more_than_fifty(
    #[case] full: usize,
    #[case] probationary: usize,
    #[case] severity: Option<Severity>,
) {
    let has_committee = full >= 7;
    let expected: Vec<_> = severity.into_iter().flat_map(|severity| one(RuleId::B01, severity)).collect();
    let members = members(full, probationary, if has_committee { 5 } else { 1 });
    assert_eq!(found_today(&branch(has_committee), &members), expected);
}

#[rstest]
#[case::six_without(6, false, None)]
#[case::six_with(6, true, Some((RuleId::B06, Severity::Notice)))]
#[case::seven_without(7, false, Some((RuleId::B05, Severity::Due)))]
#[case::seven_with(7, true, None)]
fn a_committee_is_for_seven_full_members_and_more(
    #[case] full: usize,
    #[case] has_committee: bool,
    #[case] expected: Option<(RuleId, Severity)>,
) {
    // Probationary members do not count.
    let expected: Vec<_> = expected.into_iter().flat_map(|(rule, severity)| one(rule, severity)).collect();
    assert_eq!(found_today(&branch(has_committee), &members(full, 4, 3)), expected);
}

/// B01, B05: whose membership is suspended (E04) does not count.
#[rstest]
#[case::too_few(3, 1, Some(RuleId::B01))]
#[case::no_committee_wanted(7, 1, Some(RuleId::B06))]
#[case::too_many(51, 1, None)]
fn suspended_members_do_not_count(#[case] people: usize, #[case] suspended: usize, #[case] expected: Option<RuleId>) {
    let mut members = members(people, 0, if people > 3 { 3 } else { 1 });
    for member in members.iter_mut().rev().take(suspended) {
        let record = MemberRecord { standing: roster::Standing::Suspended, ..member.record.clone() };
        *member = Member::new(member.id, record);
    }
    let found = found_today(&branch(people > 3), &members);
    assert_eq!(found.into_iter().map(|(rule, _)| rule).collect::<Vec<_>>(), Vec::from_iter(expected));
}

#[rstest]
#[case(2, Some(Severity::Due))]
#[case(3, None)]
#[case(5, None)]
#[case(6, Some(Severity::Notice))]
#[case(7, Some(Severity::Notice))]
#[case(8, Some(Severity::Late))]
fn a_committee_has_three_to_five_people(#[case] seats: usize, #[case] severity: Option<Severity>) {
    let expected: Vec<_> = severity.into_iter().flat_map(|severity| one(RuleId::B05, severity)).collect();
    assert_eq!(found_today(&branch(true), &members(20, 0, seats)), expected);
}

#[rstest]
#[case::none(0, Some(Severity::Due))]
#[case::one(1, None)]
#[case::two(2, Some(Severity::Late))]
fn a_branch_has_one_secretary(#[case] secretaries: usize, #[case] severity: Option<Severity>) {
    let mut members = members(5, 0, 0);
    for member in members.iter_mut().take(secretaries) {
        member.record.offices = Office::Secretary.into();
    }
    let expected: Vec<_> = severity.into_iter().flat_map(|severity| one(RuleId::B06, severity)).collect();
    assert_eq!(found_today(&branch(false), &members), expected);
}

#[rstest]
#[case::a_year_tomorrow(Some("2025-11-24"), MemberKind::Full, one(RuleId::B08, Severity::Notice))]
#[case::a_year_today(Some("2025-11-23"), MemberKind::Full, Vec::new())]
#[case::not_known(None, MemberKind::Full, Vec::new())]
#[case::on_probation(None, MemberKind::Probationary, one(RuleId::V02, Severity::Late))]
fn a_secretary_has_been_a_full_member_for_a_year(
    #[case] converted: Option<&str>,
    #[case] kind: MemberKind,
    #[case] expected: Vec<(RuleId, Severity)>,
) {
    let mut members = members(6, 0, 1);
    members[0].record.kind = kind;
    members[0].record.converted = converted.map(|date| date.parse().unwrap());
    assert_eq!(found_today(&branch(false), &members), expected);
}

#[test]
fn the_record_says_whom_the_branch_belongs_to() {
    let rules = RuleBook::shipped().unwrap();
    let (branch, terms) = (Branch { superior: String::new(), ..branch(false) }, [term("2025-01-10")]);
    let setup = Setup { branch: &branch, units: &[], terms: &terms, members: &[], rules: &rules, day: day(TODAY) };
    let rules: Vec<_> = setup.findings().into_iter().map(|finding| finding.rule.unwrap()).collect();
    // With no member yet, nothing is said about how many there are.
    assert_eq!(rules, [RuleId::S11, RuleId::S11]);
}

#[test]
fn a_seat_of_somebody_whose_membership_is_suspended_is_none() {
    let mut members = members(20, 0, 3);
    assert_eq!(found_today(&branch(true), &members), []);
    let seat = members.iter_mut().rfind(|member| !member.record.offices.is_empty()).unwrap();
    let mut record = seat.record.clone();
    record.standing = roster::Standing::Suspended;
    *seat = Member::new(seat.id, record);
    let found = found_today(&branch(true), &members);
    assert!(found.contains(&(RuleId::B05, Severity::Due)), "two are too few: {found:?}");
}

#[test]
fn a_unit_that_is_no_more_is_not_whom_the_branch_belongs_to() {
    let rules = RuleBook::shipped().unwrap();
    let gone = BranchUnit { name: "示例协会".into(), until: "2026-03-01".parse().ok(), ..Default::default() };
    let (branch, terms) = (branch(true), [term("2025-01-10")]);
    let found = |on: &str| {
        let units = std::slice::from_ref(&gone);
        let setup = Setup { branch: &branch, units, terms: &terms, members: &[], rules: &rules, day: day(on) };
        setup.affiliation().into_iter().map(|finding| finding.message).collect::<Vec<_>>()
    };
    assert_eq!(found("2026-02-28"), [""; 0]);
    assert_eq!(found("2026-03-01"), ["没有填写所在社会组织"]);
}

//! Promises about what follows from a record on a day.

use rstest::rstest;

use super::*;
use crate::roster::{EntryWay, ExitWay, MemberId, Sex, Standing};
use crate::rules::RuleId;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn date(text: &str) -> Option<PartialDate> {
    (!text.is_empty()).then(|| PartialDate::read(text).unwrap())
}

fn member(joined: &str, converted: &str) -> Member {
    let kind = if converted.is_empty() { MemberKind::Probationary } else { MemberKind::Full };
    let mut record = MemberRecord::new("张三", kind);
    (record.joined, record.converted) = (date(joined), date(converted));
    Member::new(MemberId(1), record)
}

fn rules_found(member: &Member, today: &str) -> Vec<RuleId> {
    let rules = RuleBook::shipped().unwrap();
    member.findings(&rules, day(today)).into_iter().map(|finding| finding.rule.unwrap()).collect()
}

#[rstest]
#[case("2020-08-09", MemberKind::Probationary)]
#[case("2020-08-10", MemberKind::Full)]
fn a_member_is_full_from_the_day_of_conversion(#[case] on: &str, #[case] kind: MemberKind) {
    assert_eq!(member("2019-08-10", "2020-08-10").kind_on(day(on)), kind);
}

#[test]
fn a_full_member_whose_conversion_is_not_known_counts_as_full() {
    let mut member = member("", "");
    member.record.kind = MemberKind::Full;
    assert_eq!(member.kind_on(day("1990-01-01")), MemberKind::Full);
}

#[rstest]
#[case("2019-08-09", false)]
#[case("2019-08-10", true)]
#[case("2024-05-01", false)]
#[case("2025-01-31", false)]
#[case("2025-02-01", true)]
#[case("2026-03-01", false)]
fn membership_follows_every_stay(#[case] on: &str, #[case] is_member: bool) {
    let left = |on: &str| Some(MemberLeft { on: day(on), how: ExitWay::MovedOut, reason: String::new() });
    let mut member = member("2019-08-10", "2020-08-10");
    member.earlier = vec![Stay { entered_on: None, entered_how: EntryWay::Original, left: left("2024-05-01") }];
    member.record.entered_on = Some(day("2025-02-01"));
    member.left = left("2026-03-01");
    assert_eq!(member.is_member_on(day(on)), is_member);
}

#[test]
fn only_full_members_in_good_standing_vote() {
    let today = day("2026-11-23");
    let full = member("2019-08-10", "2020-08-10");
    assert!(full.can_vote_on(today));
    assert!(!full.can_vote_on(day("2020-08-09")), "still on probation");
    assert!(!member("2026-01-05", "").can_vote_on(today), "on probation");
    let with = |change: fn(&mut MemberRecord)| {
        let mut record = full.record.clone();
        change(&mut record);
        Member::new(MemberId(1), record)
    };
    assert!(!with(|record| record.vote_suspended = true).can_vote_on(today), "V02");
    assert!(!with(|record| record.standing = Standing::Suspended).can_vote_on(today), "E04");
    let mut gone = full;
    gone.left = Some(MemberLeft { on: today, how: ExitWay::MovedOut, reason: String::new() });
    assert!(!gone.can_vote_on(today), "gone");
}

#[rstest]
#[case("2000-02-29", "2018-02-28", Some(17))]
#[case("2000-02-29", "2018-03-01", Some(18))]
#[case("2000-05", "2018-05-30", Some(17))]
#[case("2000-05", "2018-05-31", Some(18))]
#[case("", "2018-05-31", None)]
fn age_goes_by_birthdays_and_never_ahead_of_what_is_certain(
    #[case] birth: &str,
    #[case] on: &str,
    #[case] age: Option<u32>,
) {
    let mut member = member("", "");
    member.record.birth = date(birth);
    assert_eq!(member.age_on(day(on)), age);
}

#[rstest]
#[case("2020-08-10", "2020-08-10", Some(0))]
#[case("2020-08-10", "2021-08-09", Some(11))]
#[case("2020-08-10", "2021-08-10", Some(12))]
#[case("2020-01-31", "2020-02-28", Some(0))]
#[case("2020-01-31", "2020-02-29", Some(1))]
#[case("2020-08-10", "2020-08-09", None)]
#[case("", "2020-08-09", None)]
fn party_age_counts_calendar_months_from_conversion(
    #[case] converted: &str,
    #[case] on: &str,
    #[case] months: Option<u32>,
) {
    assert_eq!(member("2010-01-01", converted).party_age_months_on(day(on)), months);
}

#[rstest]
#[case("2019-08-10", "2020-08-10", false)]
#[case("2019-08-10", "2019-08-09", true)]
#[case("2019-08-10", "2019-08-10", true)]
#[case("1969-03-31", "1969-03-31", true)]
#[case("1969-04-01", "1969-04-01", false)]
#[case("1977-08-11", "1977-08-11", false)]
#[case("1977-08-12", "1977-08-12", true)]
#[case("1975-05-01", "1975-04-30", true)]
#[case("1990-05", "1990-05", false)]
#[case("1990-05", "1990-04", true)]
#[case("", "1990-04", false)]
fn conversion_comes_after_admission_except_while_there_was_no_probation(
    #[case] joined: &str,
    #[case] converted: &str,
    #[case] wrong: bool,
) {
    assert_eq!(member(joined, converted).record.is_converted_before_joined(), wrong);
}

#[rstest]
#[case("2025-11-22", "", "2026-10-21", &[])]
#[case("2025-11-22", "", "2026-10-22", &[RuleId::D23])]
#[case("2025-11-22", "", "2026-11-23", &[RuleId::D23])]
#[case("2024-02-29", "", "2025-01-31", &[])]
#[case("2024-02-29", "", "2025-03-02", &[RuleId::D23])]
#[case("2024-02-29", "2025-03-01", "2026-01-01", &[])]
#[case("2024-02-29", "2025-02-28", "2026-01-01", &[RuleId::D26])]
#[case("1975-05-01", "1975-05-01", "2026-01-01", &[])]
#[case("1975-05-01", "1978-05-01", "2026-01-01", &[])]
#[case("1977-08-12", "1977-12-01", "2026-01-01", &[RuleId::D26])]
#[case("2012-05-04", "2014-05-04", "2026-01-01", &[])]
#[case("2012-05", "2014-05", "2026-01-01", &[])]
#[case("2012-05-04", "2014-05-05", "2026-01-01", &[RuleId::D24])]
#[case("2012-05", "2014-06", "2026-01-01", &[RuleId::D24])]
#[case("2010-07-01", "2013-07-01", "2026-01-01", &[RuleId::D24])]
fn a_probation_that_is_over_or_was_cut_short_is_named(
    #[case] joined: &str,
    #[case] converted: &str,
    #[case] today: &str,
    #[case] rules: &[RuleId],
) {
    assert_eq!(rules_found(&member(joined, converted), today), rules);
}

#[rstest]
#[case("2026-10-22", Severity::Notice, "张三的预备期到2026年11月21日为止，2026年11月22日起可以讨论转正")]
#[case("2026-11-21", Severity::Notice, "张三的预备期到2026年11月21日为止，2026年11月22日起可以讨论转正")]
#[case("2026-11-22", Severity::Due, "张三的预备期已在2026年11月21日届满，应及时讨论转正，还没有转正日期")]
#[case("2026-11-23", Severity::Late, "张三的预备期已在2026年11月21日届满，应及时讨论转正，还没有转正日期")]
fn the_end_of_a_probation_is_said_before_it_comes(
    #[case] today: &str,
    #[case] severity: Severity,
    #[case] message: &str,
) {
    let found = member("2025-11-22", "").findings(&RuleBook::shipped().unwrap(), day(today));
    let said: Vec<_> = found.iter().map(|finding| (finding.severity, finding.message.as_str())).collect();
    assert_eq!(said, [(severity, message)]);
}

#[test]
fn a_former_member_is_not_urged_to_convert() {
    let mut member = member("2020-01-01", "");
    member.left = Some(MemberLeft { on: day("2020-06-01"), how: ExitWay::Revoked, reason: String::new() });
    assert_eq!(rules_found(&member, "2026-11-23"), []);
}

#[rstest]
#[case("2001-11-23", "2019-11-22", &[Oddity::JoinedTooYoung(18)])]
#[case("2001-11-23", "2019-11-23", &[])]
#[case("2001-11", "2019-11", &[])]
#[case("2001-11", "2019-10", &[Oddity::JoinedTooYoung(18)])]
fn joining_before_18_is_odd_only_when_it_is_certain(
    #[case] birth: &str,
    #[case] joined: &str,
    #[case] oddities: &[Oddity],
) {
    let mut member = member(joined, "");
    member.record.birth = date(birth);
    assert_eq!(member.record.oddities(&RuleBook::shipped().unwrap(), day("2026-11-23")), oddities);
}

#[test]
fn without_a_date_of_birth_the_id_number_tells_the_age() {
    let mut member = member("2006-01-01", "2007-01-01");
    member.record.id_number = "440300199003105609".to_owned().try_into().ok();
    let rules = RuleBook::shipped().unwrap();
    assert_eq!(member.record.oddities(&rules, day("2026-11-23")), [Oddity::JoinedTooYoung(18)]);
    member.record.joined = date("1989-01-01");
    assert!(member.record.is_joined_before_birth());
}

#[rstest]
#[case("1990-03-10", Sex::Female, &[])]
#[case("1990-03", Sex::Female, &[])]
#[case("1990-03-11", Sex::Female, &[Oddity::BirthDiffers])]
#[case("1990-03-10", Sex::Male, &[Oddity::SexDiffers])]
fn what_differs_from_the_id_number_is_named_and_kept(
    #[case] birth: &str,
    #[case] sex: Sex,
    #[case] oddities: &[Oddity],
) {
    let mut record = member("", "").record;
    record.id_number = "440300199003105609".to_owned().try_into().ok();
    (record.birth, record.sex) = (date(birth), Some(sex));
    assert_eq!(record.oddities(&RuleBook::shipped().unwrap(), day("2026-11-23")), oddities);
}

#[test]
fn a_record_is_complete_when_every_expected_field_is_there() {
    let mut record = MemberRecord::new("张三", MemberKind::Probationary);
    assert_eq!(record.completeness(), 10);
    record.id_number = "440300199003105609".to_owned().try_into().ok();
    record.sex = Some(Sex::Female);
    (record.birth, record.joined) = (date("1990-03-10"), date("2026-01-05"));
    for text in [
        &mut record.ethnicity,
        &mut record.education,
        &mut record.job_position,
        &mut record.mobile,
        &mut record.address,
    ] {
        "有".clone_into(text);
    }
    assert_eq!((record.completeness(), record.missing()), (100, vec![]));
    record.is_mobile = true;
    assert_eq!(record.missing(), [WantedField::MobileDestination]);
    record.kind = MemberKind::Full;
    assert_eq!(record.missing(), [WantedField::Converted, WantedField::MobileDestination]);
}

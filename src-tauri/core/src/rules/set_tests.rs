//! What a set has to be, and in what it differs from another.

use chrono::NaiveDate;
use rstest::rstest;

use super::{RuleBook, RuleChangeKind, RuleId, RuleSet, SetFault};
use crate::problem::Explain;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The program's own set with one file changed.
fn set(file: &str, from: &str, to: &str) -> RuleSet {
    let mut set = RuleSet::built_in().unwrap();
    set.head.number += 1;
    let text = set.files.get_mut(file).unwrap();
    assert!(text.contains(from), "{file} has no {from:?}");
    *text = text.replacen(from, to, 1);
    set
}

fn read(set: &RuleSet) -> Result<RuleBook, SetFault> {
    RuleBook::of(set)?.completed(&RuleBook::shipped()?)
}

/// E01 as it stands in the shipped file, to be replaced whole.
fn e01() -> String {
    let set = RuleSet::built_in().unwrap();
    let text = &set.files["rules/education.toml"];
    let from = text.find("[[rule]]\nid = \"E01\"").unwrap();
    let to = text[from + 1..].find("[[rule]]").unwrap() + from + 1;
    text[from..to].to_owned()
}

fn revised(entries: &str) -> RuleSet {
    set("rules/education.toml", &e01(), entries)
}

/// One text of E01.
fn entry(hours: u32, from: &str, to: &str) -> String {
    let to = if to.is_empty() { String::new() } else { format!("to = \"{to}\"\n") };
    format!(
        "[[rule]]\nid = \"E01\"\ntext = \"党员每年集中学习培训时间一般不少于{hours}学时。\"\n\
         source = \"中国共产党党员教育管理工作条例\"\nverified = \"text\"\ndoes = \"checks\"\nfrom = \"{from}\"\n{to}\
         [rule.numbers]\nhours = {hours}\n\n"
    )
}

#[test]
fn the_programs_own_set_is_whole_and_reads_the_same_after_a_journey() {
    let set = RuleSet::built_in().unwrap();
    let travelled = RuleSet::read(&set.clone().write().unwrap()).unwrap();
    assert_eq!(travelled, set);
    let (book, own) = (read(&travelled).unwrap(), RuleBook::shipped().unwrap());
    assert_eq!(book, own);
    assert!(own.changes(&book).is_empty() && own.holiday_changes(&book).is_empty());
    assert!(own.check_changes(&book).is_empty());
}

#[test]
fn a_revised_number_holds_from_its_day_and_is_told_with_the_text_before() {
    let set = revised(&(entry(32, "2019-05-06", "2026-12-31") + &entry(40, "2027-01-01", "")));
    let (book, own) = (read(&set).unwrap(), RuleBook::shipped().unwrap());
    assert_eq!(book.number(RuleId::E01, "hours", day("2026-12-31")), Some(32));
    assert_eq!(book.number(RuleId::E01, "hours", day("2027-01-01")), Some(40));
    let changes = own.changes(&book);
    let [change] = changes.as_slice() else { panic!("{changes:?}") };
    assert_eq!((change.id.as_str(), change.from), ("E01", day("2027-01-01")));
    assert_eq!(change.kinds, [RuleChangeKind::Text, RuleChangeKind::Numbers]);
    let (was, becomes) = (change.was.as_ref().unwrap(), change.becomes.as_ref().unwrap());
    assert_eq!(
        (was.numbers.as_slice(), becomes.numbers.as_slice()),
        (&["32 学时".to_owned()][..], &["40 学时".to_owned()][..])
    );
}

#[test]
fn a_corrected_an_ended_and_a_vanished_text_are_told_apart() {
    let own = RuleBook::shipped().unwrap();
    let kinds = |entries: &str| {
        let changes = own.changes(&RuleBook::of(&revised(entries)).unwrap());
        changes.into_iter().map(|change| (change.from, change.kinds)).collect::<Vec<_>>()
    };
    let corrected = [RuleChangeKind::Text, RuleChangeKind::Numbers].to_vec();
    assert_eq!(kinds(&entry(36, "2019-05-06", "")), [(day("2019-05-06"), corrected)]);
    assert_eq!(kinds(&entry(32, "2019-05-06", "2026-12-31")), [(day("2026-12-31"), vec![RuleChangeKind::Ended])]);
    let moved = kinds(&entry(32, "2020-01-01", ""));
    assert_eq!(moved[0], (day("2019-05-06"), vec![RuleChangeKind::Ended]));
    assert_eq!(moved[1], (day("2020-01-01"), vec![RuleChangeKind::Beside]));
}

#[test]
fn a_rule_and_a_check_that_the_program_does_not_know_are_carried_and_not_applied() {
    let mut set = revised(&(e01() + &e01().replace("E01", "X1")));
    let checks = set.files.get_mut("data/development_checks.csv").unwrap();
    checks.push_str("KZ99,新的检查,error,error,X1,,第六条,national,发展党员工作细则,请补正。,,\n");
    let (book, own) = (read(&set).unwrap(), RuleBook::shipped().unwrap());
    let changes = own.changes(&book);
    assert_eq!((changes[0].id.as_str(), changes[0].is_unknown), ("X1", true));
    assert_eq!(changes[0].kinds, [RuleChangeKind::New]);
    assert_eq!(book.all().count(), own.all().count());
    let checks = own.check_changes(&book);
    assert_eq!((checks.len(), checks[0].id.as_str(), checks[0].is_unknown), (1, "KZ99", true));
    assert_eq!(book.checks(), own.checks());
}

#[test]
fn a_year_of_holidays_is_told() {
    let last = "2026-10-10,0,国庆节\n";
    let set = set("data/holidays.csv", last, &format!("{last}2027-10-01,1,国庆节\n2027-10-09,0,国庆节\n"));
    let (book, own) = (read(&set).unwrap(), RuleBook::shipped().unwrap());
    let years = own.holiday_changes(&book);
    assert_eq!((years.len(), years[0].year, years[0].is_new), (1, 2027, true));
    assert_eq!((years[0].days_off, years[0].workdays), (1, 1));
    assert!(!book.workdays().is_workday(day("2027-10-01")) && own.workdays().is_workday(day("2027-10-01")));
}

#[rstest]
#[case::missing_rule("", "rule_set_no_rule", "E01")]
#[case::missing_number(&entry(32, "2019-05-06", "").replace("hours = 32\n", ""), "rule_set_no_number", "hours")]
#[case::number_gone_from_a_later_text(
    &(entry(32, "2019-05-06", "2026-12-31") + &entry(40, "2027-01-01", "").replace("hours = 40\n", "")),
    "rule_set_no_number",
    "E01"
)]
#[case::contradictory_dates(&entry(32, "2019-05-06", "2018-01-01"), "rule_set_dates", "E01")]
#[case::two_texts_at_once(
    &(entry(32, "2019-05-06", "2027-01-01") + &entry(40, "2027-01-01", "")),
    "rule_set_overlap",
    "2027年1月1日"
)]
#[case::nothing_as_number(&entry(32, "2019-05-06", "").replace("hours = 32", "hours = 0"), "rule_set_number", "E01")]
#[case::endless_number(&entry(32, "2019-05-06", "").replace("hours = 32", "hours = 4000000000"), "rule_set_number", "E01")]
#[case::no_sentence(&entry(32, "2019-05-06", "").replace("学时。", "学时"), "rule_set_wording", "E01")]
#[case::foreign_field(&entry(32, "2019-05-06", "").replace("[rule.numbers]", "colour = \"red\"\n[rule.numbers]"), "rule_set_unreadable", "education.toml")]
#[case::no_toml("[[rule\n", "rule_set_unreadable", "education.toml")]
fn what_cannot_be_is_refused_and_named(#[case] entries: &str, #[case] code: &str, #[case] said: &str) {
    let fault = read(&revised(entries)).unwrap_err();
    assert_eq!(fault.code(), code, "{fault}");
    assert!(fault.to_string().contains(said) && fault.to_string().contains("没有采用"), "{fault}");
    assert!(fault.hint().is_some());
}

#[test]
fn a_missing_year_check_or_file_is_refused() {
    let mut without = RuleSet::built_in().unwrap();
    let holidays = without.files.get_mut("data/holidays.csv").unwrap();
    *holidays = holidays.lines().filter(|line| !line.starts_with("2026-")).collect::<Vec<_>>().join("\n");
    assert_eq!(read(&without).unwrap_err(), SetFault::NoYear(2026));
    let without = set("data/development_checks.csv", "KA02,", "KZ02,");
    assert_eq!(read(&without).unwrap_err(), SetFault::NoCheck("KA02".to_owned()));
    let mut without = RuleSet::built_in().unwrap();
    without.files.remove("data/holidays.csv");
    assert_eq!(read(&without).unwrap_err().code(), "rule_set_no_file");
}

#[test]
fn a_file_with_another_name_or_no_set_at_all_is_refused() {
    for name in ["../rules/a.toml", "rules/../../a.toml", "/etc/passwd", "rules/A.toml", "rules/.toml", "data/a.csv"] {
        let mut set = RuleSet::built_in().unwrap();
        set.files.insert(name.to_owned(), String::new());
        let fault = RuleSet::read(&set.write().unwrap()).unwrap_err();
        assert_eq!(fault, SetFault::OddFile(name.to_owned()));
    }
    assert_eq!(RuleSet::read(b"{}").unwrap_err(), SetFault::NotASet);
    assert_eq!(RuleSet::read(b"{\"kind\":\"zhibu-local-rules\",\"format\":1}").unwrap_err(), SetFault::NotASet);
    assert_eq!(RuleSet::read(b"{\"kind\":\"zhibu-rules\",\"format\":2}").unwrap_err(), SetFault::Newer);
    assert_eq!(RuleSet::read(b"{\"kind\":\"zhibu-rules\",\"format\":1}").unwrap_err(), SetFault::Head);
    let mut nameless = RuleSet::built_in().unwrap();
    nameless.head.name = " ".to_owned();
    assert_eq!(RuleSet::read(&nameless.write().unwrap()).unwrap_err(), SetFault::Head);
}

//! Promises about members whom the roster knows already.

use rstest::rstest;

use super::testing::*;
use super::*;
use crate::roster::stays::leave;
use crate::roster::{MemberId, MemberLeaveRequest};

#[test]
fn the_same_file_again_changes_nothing() {
    let mut desks = Desks::new();
    let sheet = format!("{HEADER}\n{ZENG}\n{DU}");
    desks.import(&sheet);
    let before = desks.everyone();
    let again = desks.import(&sheet);
    assert_eq!((again.accepted.len(), again.unchanged), (0, 2));
    assert_eq!(desks.everyone(), before);
}

#[test]
fn a_newer_file_updates_field_by_field_and_empty_cells_erase_nothing() {
    let mut desks = Desks::new();
    desks.import(&format!("{HEADER}\n{ZENG}"));
    let outcome = desks.import("姓名|身份证号|手机号|民族\n曾军杰|440300199003105609|13700000000|");
    let [update] = &outcome.updated[..] else { panic!("{outcome:?}") };
    let [change] = &update.fields[..] else { panic!("{update:?}") };
    assert_eq!(
        (change.field, change.old.as_str(), change.new.as_str()),
        (ImportField::Mobile, "13812345678", "13700000000",)
    );
    let members = desks.everyone();
    assert_eq!(members.len(), 1);
    assert_eq!((members[0].record.mobile.as_str(), members[0].record.ethnicity.as_str()), ("13700000000", "回族"));
}

#[test]
fn a_list_without_numbers_meets_the_members_by_name_and_birth() {
    let mut desks = Desks::new();
    desks.import(&format!("{HEADER}\n{ZENG}"));
    let outcome = desks.import("姓名|出生日期|党小组\n曾军杰|1990-03-10|第一党小组");
    assert_eq!((outcome.updated.len(), outcome.warned.len()), (1, 0));
    assert_eq!(desks.everyone().len(), 1);
}

#[test]
fn a_number_that_was_missing_is_filled_in() {
    let mut desks = Desks::new();
    desks.import("姓名|出生日期|人员类别\n曾军杰|1990-03-10|正式");
    let outcome = desks.import("姓名|出生日期|身份证号\n曾军杰|1990-03-10|440300199003105609");
    assert_eq!(outcome.updated[0].fields[0].field, ImportField::IdNumber);
    assert_eq!(desks.everyone().len(), 1);
}

#[test]
fn two_rows_of_one_name_and_birth_are_asked_about() {
    let outcome = Desks::new().import("姓名|出生日期|人员类别\n张三|1990-03-10|正式\n张三|1990-03-10|正式");
    assert_eq!((outcome.accepted.len(), codes(&outcome.warned)), (2, vec![(3, "possible_duplicate")]));
}

#[test]
fn a_name_alone_never_overwrites_a_member_and_is_asked_about() {
    let mut desks = Desks::new();
    desks.import(&format!("{HEADER}\n{ZENG}"));
    let sheet = "姓名|人员类别|手机号\n曾军杰|正式|13700000000";
    assert_eq!(codes(&desks.import(sheet).warned), [(2, "possible_duplicate")]);
    assert_eq!(desks.everyone().len(), 2);
    assert_eq!(desks.import(sheet).unchanged, 1);
}

#[test]
fn a_former_member_in_the_file_stays_a_former_member() {
    let mut desks = Desks::new();
    desks.import(&format!("{HEADER}\n{ZENG}"));
    let on = "2026-05-01".parse().unwrap();
    let gone = MemberLeaveRequest { id: MemberId(1), on, how: crate::roster::ExitWay::MovedOut, reason: String::new() };
    leave(&mut desks.file.desk("member_leave"), gone).unwrap();
    let outcome = desks.import(&format!("{HEADER}\n{}", ZENG.replace("138", "137")));
    assert_eq!(codes(&outcome.warned), [(2, "former_member")]);
    assert!(desks.everyone()[0].left.is_some());
}

#[test]
fn a_masked_cell_changes_nothing_and_the_others_are_read() {
    let mut desks = Desks::new();
    desks.import(&format!("{HEADER}|家庭住址\n{ZENG}|幸福路 1 号"));
    let masked = ZENG.replace("19900310", "********").replace("13812345678", "138****5678");
    let sheet = format!("{HEADER}|家庭住址|党小组\n{masked}||");
    assert_eq!(desks.preview(&sheet).outcome.unchanged, 1);
    let outcome = desks.import(&format!("{HEADER}|家庭住址|党小组\n{masked}||第一党小组"));
    assert_eq!(
        outcome.updated[0].fields.iter().map(|change| change.field).collect::<Vec<_>>(),
        [ImportField::PartyGroup]
    );
    assert_eq!((codes(&outcome.warned), &outcome.doubtful), (vec![(2, "masked")], &Vec::new()));
    let record = &desks.everyone()[0].record;
    assert_eq!(record.id_number.as_ref().unwrap().as_str(), "440300199003105609");
    assert_eq!((record.mobile.as_str(), record.address.as_str()), ("13812345678", "幸福路 1 号"));
}

#[rstest]
#[case::the_one("曾军杰|440300********5609", 1, 0)]
#[case::the_other("曾军杰|440300********0356", 1, 0)]
#[case::neither("曾军杰|440300********5678", 0, 1)]
#[case::somebody_else("杜浩英|440300********5609", 0, 1)]
fn namesakes_are_told_apart_by_what_a_mask_shows(#[case] row: &str, #[case] updated: usize, #[case] doubtful: usize) {
    let mut desks = Desks::new();
    desks.import(&format!("{HEADER}\n{ZENG}\n曾军杰|440300197011090356|男|汉|1970-11-09|正式"));
    let outcome = desks.import(&format!("姓名|身份证号|人员类别|党小组\n{row}|正式|第一党小组"));
    assert_eq!((outcome.updated.len(), outcome.doubtful.len()), (updated, doubtful));
}

#[test]
fn only_who_may_be_somebody_else_is_asked_about() {
    let mut desks = Desks::new();
    desks.import(&format!("{HEADER}\n{ZENG}"));
    let renamed = desks.preview(&format!("{HEADER}\n{}", ZENG.replace("曾军杰", "曾君杰"))).outcome;
    assert_eq!((codes(&renamed.warned), renamed.doubtful), (vec![(2, "name_differs")], vec![2]));
    let odd = DU.replace("|女|", "|男|");
    let outcome = desks.import(&format!("{HEADER}\n{odd}\n曾军杰||女|回||正式"));
    assert_eq!(codes(&outcome.warned), [(2, "sex_differs"), (3, "possible_duplicate")]);
    assert_eq!(outcome.doubtful, [3]);
}

#[test]
fn what_changes_about_a_known_member_is_a_fact_of_today_with_its_reason() {
    let mut desks = Desks::new();
    desks.import(&format!("{HEADER}|党小组|党内职务\n{ZENG}|第一党小组|组织委员"));
    desks.import(&format!("{HEADER}|党小组|党内职务|外出日期\n{ZENG}|第二党小组|书记|2026.5"));
    let member = &desks.everyone()[0];
    let facts: Vec<_> = member
        .facts
        .iter()
        .map(|fact| (fact.aspect, fact.value.as_str(), fact.since.map(|since| since.to_string()), fact.why.as_str()))
        .collect();
    let today = || Some("2026-11-23".to_owned());
    use crate::roster::Aspect::{Mobile, Office, PartyGroup};
    let expected = [
        (Mobile, "yes", Some("2026-05".to_owned()), "导入名册"),
        (Office, "organization", None, ""),
        (Office, "secretary", today(), "导入名册"),
        (PartyGroup, "第一党小组", None, ""),
        (PartyGroup, "第二党小组", today(), "导入名册"),
    ];
    assert_eq!(facts, expected);
}

#[test]
fn a_change_dated_before_the_last_one_is_refused() {
    let mut desks = Desks::new();
    desks.import(&format!("{HEADER}|是否流动党员|外出日期\n{ZENG}|是|2026-05-01"));
    desks.import(&format!("{HEADER}|是否流动党员\n{ZENG}|否"));
    let outcome = desks.import(&format!("{HEADER}|是否流动党员|外出日期\n{ZENG}|是|2026-06-01"));
    assert_eq!(codes(&outcome.rejected), [(2, "changed_before_the_last")]);
}

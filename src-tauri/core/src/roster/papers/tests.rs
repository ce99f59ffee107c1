use chrono::NaiveDate;

use super::*;
use crate::desk::Letterhead;
use crate::roster::{MemberKind, MemberRecord, Office, Particular, RosterFilter, RosterSort, Sex};
use crate::testing::TestFile;
use crate::values::IdNumber;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// 张三, secretary, in the second group; 李四, woman, in the first; 王五, on probation, in none.
fn branch_of_three() -> TestFile {
    let mut file = TestFile::on("2026-11-25");
    file.name_branch("示例党支部", true);
    file.add_member("张三", |member| {
        member.id_number = IdNumber::parse("440300199003105609").ok();
        member.mobile = "13812345678".to_owned();
        member.landline = "0755-12345678".to_owned();
        member.particulars.set(Particular::OtherPhones, "13900001111");
        member.sex = Some(Sex::Male);
        member.offices = Office::Secretary.into();
        member.party_group = "第二党小组".to_owned();
    });
    file.add_member("李四", |member| {
        member.landline = "0755-87654321".to_owned();
        member.sex = Some(Sex::Female);
        member.party_group = "第一党小组".to_owned();
    });
    file.add_member("王五", |member| {
        *member =
            MemberRecord { unit: "示例协会".to_owned(), ..MemberRecord::new("王五", MemberKind::Probationary) };
    });
    file
}

fn head() -> Letterhead {
    Letterhead { branch: "示例党支部".to_owned(), ..Letterhead::default() }
}

fn sheet(file: &TestFile, query: RosterQuery, reveal: bool) -> RosterSheet {
    file.vault.read(|reader| roster_sheet_of(reader, &query, reveal, head(), day("2026-11-25"))).unwrap()
}

#[test]
fn a_printed_roster_masks_numbers_unless_they_were_asked_for() {
    let file = branch_of_three();
    let numbers = |reveal| {
        let sheet = sheet(&file, RosterQuery::default(), reveal);
        sheet.rows.into_iter().map(|row| (row.name, row.id_number, row.phone)).collect::<Vec<_>>()
    };
    let line = |name: &str, id: &str, phone: &str| (name.to_owned(), id.to_owned(), phone.to_owned());
    let (li, wang) = (line("李四", "", "075******4321"), line("王五", "", ""));
    assert_eq!(numbers(false), [li, wang.clone(), line("张三", "", "138****5678")]);
    let (li, zhang) = (line("李四", "", "0755-87654321"), line("张三", "440300199003105609", "13812345678"));
    assert_eq!(numbers(true), [li, wang, zhang]);
}

#[test]
fn a_printed_roster_holds_all_that_the_list_shows_page_by_page() {
    let file = branch_of_three();
    let names = |query| sheet(&file, query, false).rows.into_iter().map(|row| row.name).collect::<Vec<_>>();
    let query = RosterQuery { sort: RosterSort::Office, offset: 1, limit: 1, ..RosterQuery::default() };
    assert_eq!(names(query), ["张三", "李四", "王五"]);
}

#[test]
fn a_part_of_the_roster_says_that_it_is_one() {
    let file = branch_of_three();
    let filter = |by, label: &str| RosterFilter { by, label: label.to_owned() };
    let filters = vec![
        filter(Dimension::Sex, "女"),
        filter(Dimension::Group, "第一党小组"),
        filter(Dimension::Group, "第二党小组"),
    ];
    let sheet = sheet(&file, RosterQuery { filters, search: " li ".to_owned(), ..RosterQuery::default() }, false);
    assert_eq!(sheet.scope, "党小组为第一党小组或第二党小组，性别为女，查找“li”");
    assert_eq!(sheet.rows.len(), 1);
    assert_eq!(sheet.kinds.iter().map(|kind| (kind.label.as_str(), kind.count)).collect::<Vec<_>>(), [("正式党员", 1)]);
}

#[test]
fn a_contact_list_goes_by_party_group_and_gives_every_number() {
    let file = branch_of_three();
    let list =
        file.vault.read(|reader| contact_list_of(reader, &RosterQuery::default(), head(), day("2026-11-25"))).unwrap();
    let groups: Vec<_> = list.groups.iter().map(|group| (group.name.as_str(), group.rows[0].name.as_str())).collect();
    assert_eq!(groups, [("第一党小组", "李四"), ("第二党小组", "张三"), ("", "王五")]);
    let zhang = &list.groups[1].rows[0];
    assert_eq!((zhang.mobile.as_str(), zhang.office.as_str()), ("13812345678", "书记"));
    assert_eq!(zhang.other_phones, ["0755-12345678", "13900001111"]);
    assert_eq!(list.groups[2].rows[0].workplace, "示例协会");
}

#[test]
fn each_statistic_counts_every_member_once() {
    let file = branch_of_three();
    let statistics = file.vault.read(|reader| statistics_of(reader, head(), day("2026-11-25"))).unwrap();
    assert_eq!((statistics.total, statistics.tables.len()), (3, 8));
    for table in statistics.tables {
        assert_eq!(table.counts.iter().map(|count| count.count).sum::<u32>(), 3, "{}", table.title);
    }
}

#[test]
fn a_branch_without_groups_or_units_has_no_statistic_of_them() {
    let mut file = TestFile::on("2026-11-25");
    file.add_member("张三", |_| ());
    let statistics = file.vault.read(|reader| statistics_of(reader, head(), day("2026-11-25"))).unwrap();
    let kept = statistics.tables.iter().map(|table| table.by);
    assert!(kept.into_iter().all(|by| ![Dimension::Group, Dimension::Unit].contains(&by)));
}

//! Promises of the roster's commands.

use chrono::NaiveDate;
use rstest::rstest;
use rusqlite::named_params;

use super::*;
use crate::problem::Problem;
use crate::testing::TestFile;

fn file() -> TestFile {
    TestFile::on("2026-11-23")
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn date(text: &str) -> Option<PartialDate> {
    Some(PartialDate::read(text).unwrap())
}

/// 张三， full member since 2020-08-10.
fn zhang() -> MemberRequest {
    let mut request = MemberRequest::new("张三", MemberKind::Full);
    request.id_number = IdNumber::parse("440300199003105609").ok();
    request.mobile = "13812345678".to_owned();
    (request.joined, request.converted) = (date("2019-08-10"), date("2020-08-10"));
    request
}

fn saved(file: &mut TestFile, request: MemberRequest) -> MemberId {
    save(&mut file.desk("member_save"), request).unwrap().value.member.id.unwrap()
}

fn names(file: &mut TestFile, query: RosterQuery) -> Vec<String> {
    let page = list(&mut file.desk("roster_list"), query).unwrap();
    page.rows.into_iter().map(|row| row.name).collect()
}

/// Field and message of each field problem.
fn refused<T: std::fmt::Debug>(result: Result<T, RosterError>) -> Vec<(String, String)> {
    let fields = Problem::from(result.unwrap_err()).fields;
    fields.into_iter().map(|field| (field.field, field.message)).collect()
}

#[test]
fn a_saved_member_is_read_back_whole() {
    let mut file = file();
    let mut request = zhang();
    request.sex = Some(Sex::Male);
    request.office = Some(Office::DeputySecretary);
    request.birth = date("1990-03");
    request.entered_on = Some(day("2021-01-05"));
    request.entered_how = EntryWay::MovedIn;
    let id = saved(&mut file, request.clone());
    let view = get(&mut file.desk("member_get"), MemberGetRequest { id, reveal: true }).unwrap();
    assert_eq!(view.member, MemberRequest { id: Some(id), ..request });
}

#[test]
fn an_id_number_is_hidden_unless_it_is_asked_for() {
    let mut file = file();
    let saved = save(&mut file.desk("member_save"), zhang()).unwrap().value;
    let id = saved.member.id.unwrap();
    let hidden = get(&mut file.desk("member_get"), MemberGetRequest { id, reveal: false }).unwrap();
    for view in [saved, hidden] {
        assert_eq!(view.member.id_number, None);
        assert_eq!(view.id_number_masked.as_deref(), Some("440300********5609"));
    }
}

#[test]
fn names_and_ethnic_groups_are_kept_in_one_form() {
    let mut file = file();
    let mut request = MemberRequest::new(" 阿卜杜拉 • 买买提 ", MemberKind::Probationary);
    request.ethnicity = "维吾尔".to_owned();
    let member = save(&mut file.desk("member_save"), request).unwrap().value.member;
    assert_eq!((member.name.as_str(), member.ethnicity.as_str()), ("阿卜杜拉·买买提", "维吾尔族"));
}

#[test]
fn two_members_may_share_a_name_but_not_an_id_number() {
    let mut file = file();
    let id = saved(&mut file, zhang());
    saved(&mut file, MemberRequest { id_number: None, ..zhang() });
    let other = MemberRequest { name: "李四".to_owned(), ..zhang() };
    let problems = refused(save(&mut file.desk("member_save"), other));
    assert_eq!(problems, [("id_number".to_owned(), "这个身份证号已登记在“张三”名下".to_owned())]);
    saved(&mut file, MemberRequest { id: Some(id), ..zhang() });
}

#[rstest]
#[case::no_name("name", |member: &mut MemberRequest| member.name = "　".to_owned())]
#[case::birth_to_come("birth", |member: &mut MemberRequest| member.birth = date("2026-12"))]
#[case::joined_to_come("joined", |member: &mut MemberRequest| {
    member.joined = date("2026-11-24");
    (member.converted, member.kind) = (None, MemberKind::Probationary);
})]
#[case::entered_to_come("entered_on", |member: &mut MemberRequest| member.entered_on = Some(day("2026-11-24")))]
#[case::converted_before_joined("converted", |member: &mut MemberRequest| member.converted = date("2019-08-01"))]
#[case::converted_without_joined("joined", |member: &mut MemberRequest| member.joined = None)]
#[case::converted_on_probation("converted", |member: &mut MemberRequest| member.kind = MemberKind::Probationary)]
fn a_record_that_cannot_be_is_refused_at_its_field(#[case] field: &str, #[case] spoil: fn(&mut MemberRequest)) {
    let mut file = file();
    let mut request = zhang();
    spoil(&mut request);
    let problems = refused(save(&mut file.desk("member_save"), request));
    assert_eq!(problems.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), [field]);
    assert!(names(&mut file, RosterQuery::default()).is_empty());
}

#[test]
fn a_member_who_does_not_exist_cannot_be_changed() {
    let request = MemberRequest { id: Some(MemberId(7)), ..zhang() };
    assert!(matches!(save(&mut file().desk("member_save"), request), Err(RosterError::NotFound)));
}

#[test]
fn a_former_member_is_kept_and_found_and_may_return() {
    let mut file = file();
    let id = saved(&mut file, MemberRequest { office: Some(Office::Secretary), ..zhang() });
    let gone =
        MemberLeaveRequest { id, on: day("2026-02-10"), how: ExitWay::MovedOut, reason: "转往外地".to_owned() };
    let view = leave(&mut file.desk("member_leave"), gone).unwrap().value;
    assert_eq!(view.left.as_ref().map(|left| left.how), Some(ExitWay::MovedOut));
    assert!(names(&mut file, RosterQuery::default()).is_empty());
    let former = RosterQuery { scope: RosterScope::Former, ..RosterQuery::default() };
    assert_eq!(names(&mut file, former), ["张三"]);

    let back = MemberReturnRequest { id, on: day("2026-09-01"), how: EntryWay::MovedIn };
    let view = return_member(&mut file.desk("member_return"), back).unwrap().value;
    assert_eq!((view.left, view.member.office), (None, None));
    let here = |on: &str| file.vault.read(|reader| members_on(reader, day(on))).unwrap().len();
    assert_eq!([here("2026-02-09"), here("2026-02-10"), here("2026-08-31"), here("2026-09-01")], [1, 0, 0, 1]);
}

#[rstest]
#[case("2026-11-24")]
#[case("2019-08-09")]
fn nobody_leaves_on_a_day_that_cannot_be(#[case] on: &str) {
    let mut file = file();
    let id = saved(&mut file, zhang());
    let request = MemberLeaveRequest { id, on: day(on), how: ExitWay::Other, reason: String::new() };
    assert_eq!(refused(leave(&mut file.desk("member_leave"), request))[0].0, "on");
}

#[test]
fn leaving_twice_or_returning_without_having_left_is_refused() {
    let mut file = file();
    let id = saved(&mut file, zhang());
    let back = MemberReturnRequest { id, on: day("2026-09-01"), how: EntryWay::MovedIn };
    assert_eq!(refused(return_member(&mut file.desk("member_return"), back.clone()))[0].0, "id");
    let gone = MemberLeaveRequest { id, on: day("2026-10-01"), how: ExitWay::Other, reason: String::new() };
    leave(&mut file.desk("member_leave"), gone.clone()).unwrap();
    assert_eq!(refused(leave(&mut file.desk("member_leave"), gone))[0].0, "id");
    assert_eq!(refused(return_member(&mut file.desk("member_return"), back))[0].0, "on");
}

#[test]
fn the_roster_is_sorted_by_pinyin_and_paged() {
    let mut file = file();
    for name in ["张三", "曾军", "李四", "阿卜杜拉·买买提"] {
        saved(&mut file, MemberRequest::new(name, MemberKind::Full));
    }
    assert_eq!(names(&mut file, RosterQuery::default()), ["阿卜杜拉·买买提", "李四", "曾军", "张三"]);
    let page = list(&mut file.desk("roster_list"), RosterQuery { offset: 1, limit: 2, ..RosterQuery::default() });
    let page = page.unwrap();
    assert_eq!(page.total, 4);
    assert_eq!(page.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["李四", "曾军"]);
}

#[rstest]
#[case("zhang", &["张三"])]
#[case("ZS", &["张三"])]
#[case("三", &["张三"])]
#[case(" 张 三 ", &["张三"])]
#[case("5609", &["张三"])]
#[case("5678", &["张三"])]
#[case("440300199003105609", &["张三"])]
#[case("13812345678", &["张三"])]
#[case("%", &["100%_人"])]
#[case("_", &["100%_人"])]
#[case("\\", &[])]
#[case("王", &[])]
fn the_search_finds_what_was_typed_and_nothing_else(#[case] search: &str, #[case] found: &[&str]) {
    let mut file = file();
    saved(&mut file, zhang());
    saved(&mut file, MemberRequest::new("100%_人", MemberKind::Full));
    assert_eq!(names(&mut file, RosterQuery { search: search.to_owned(), ..RosterQuery::default() }), found);
}

#[test]
fn a_changed_name_is_found_under_the_new_one() {
    let mut file = file();
    let id = saved(&mut file, zhang());
    saved(&mut file, MemberRequest { id: Some(id), name: "李四".to_owned(), ..zhang() });
    let search = |search: &str| RosterQuery { search: search.to_owned(), ..RosterQuery::default() };
    assert_eq!(names(&mut file, search("lisi")), ["李四"]);
    assert!(names(&mut file, search("zhangsan")).is_empty());
}

#[test]
fn each_chip_counts_what_its_list_shows() {
    let mut file = file();
    saved(&mut file, zhang());
    saved(&mut file, MemberRequest { is_mobile: true, ..MemberRequest::new("甲", MemberKind::Probationary) });
    saved(&mut file, MemberRequest { is_lost: true, ..MemberRequest::new("乙", MemberKind::Full) });
    let gone = saved(&mut file, MemberRequest::new("丙", MemberKind::Full));
    let request = MemberLeaveRequest { id: gone, on: day("2026-01-01"), how: ExitWay::Deceased, reason: String::new() };
    leave(&mut file.desk("member_leave"), request).unwrap();
    let counts = list(&mut file.desk("roster_list"), RosterQuery::default()).unwrap().counts;
    for (scope, count, expected) in [
        (RosterScope::Current, counts.current, 3),
        (RosterScope::Full, counts.full, 2),
        (RosterScope::Probationary, counts.probationary, 1),
        (RosterScope::Incomplete, counts.incomplete, 3),
        (RosterScope::Mobile, counts.mobile, 1),
        (RosterScope::Lost, counts.lost, 1),
        (RosterScope::Former, counts.former, 1),
    ] {
        let page = list(&mut file.desk("roster_list"), RosterQuery { scope, ..RosterQuery::default() }).unwrap();
        assert_eq!((page.total, page.rows.len()), (count, count as usize), "{scope:?}");
        assert_eq!(count, expected, "{scope:?}");
    }
}

#[test]
fn the_file_itself_refuses_a_second_holder_of_an_id_number() {
    let mut file = file();
    saved(&mut file, zhang());
    let id = saved(&mut file, MemberRequest::new("李四", MemberKind::Full));
    let twice = file.desk("test").transact("test", |tx| {
        let number = named_params! { ":number": "440300199003105609", ":id": id.0 };
        tx.execute("UPDATE member SET id_number = :number WHERE id = :id", number)
    });
    assert!(twice.is_err());
}

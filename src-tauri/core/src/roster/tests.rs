//! Promises of the roster's commands.

use chrono::NaiveDate;
use rstest::rstest;
use rusqlite::named_params;

use super::*;
use crate::desk::Nothing;
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

/// 张三, full member since 2020-08-10.
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
    request.offices = Office::DeputySecretary.into();
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
    saved(&mut file, MemberRequest { id_number: None, confirmed_duplicate: true, ..zhang() });
    let other = MemberRequest { name: "李四".to_owned(), ..zhang() };
    let problems = refused(save(&mut file.desk("member_save"), other));
    assert_eq!(problems, [("id_number".to_owned(), "这个身份证号已登记在“张三”名下".to_owned())]);
    saved(&mut file, MemberRequest { id: Some(id), ..zhang() });
}

#[rstest]
#[case::birth_unknown(None, true)]
#[case::same_day(date("1990-03-10"), true)]
#[case::same_month(date("1990-03"), true)]
#[case::another_day(date("1990-03-11"), false)]
fn someone_of_the_same_name_and_birth_is_entered_only_when_it_was_confirmed(
    #[case] birth: Option<PartialDate>,
    #[case] asks: bool,
) {
    let mut file = file();
    let known = saved(&mut file, MemberRequest { birth: date("1990-03-10"), ..zhang() });
    let again = MemberRequest { birth, ..MemberRequest::new(" 张 三 ", MemberKind::Full) };
    let alike = AlikeRequest { name: again.name.clone(), birth, except: None };
    let alike = alike_ids(&mut file, alike);
    let answer = save(&mut file.desk("member_save"), again.clone());
    assert_eq!(answer.is_err(), asks);
    if asks {
        assert_eq!(alike, [known]);
        let problem = Problem::from(answer.unwrap_err());
        assert_eq!(problem.code, "possible_duplicate");
        assert_eq!(problem.message, "名册里已有同名且出生日期可能相同的张三（1990年3月10日出生），还没有添加");
        let stored = save(&mut file.desk("member_save"), MemberRequest { confirmed_duplicate: true, ..again });
        assert!(!stored.unwrap().value.member.confirmed_duplicate);
    } else {
        assert!(alike.is_empty());
    }
}

fn alike_ids(file: &mut TestFile, request: AlikeRequest) -> Vec<MemberId> {
    alike(&mut file.desk("member_alike"), request).unwrap().into_iter().map(|row| row.id).collect()
}

#[test]
fn a_member_who_is_changed_is_not_taken_for_a_second_one() {
    let mut file = file();
    let id = saved(&mut file, zhang());
    saved(&mut file, MemberRequest { id: Some(id), note: "改".to_owned(), ..zhang() });
    let own = AlikeRequest { name: "张三".to_owned(), birth: None, except: Some(id) };
    assert!(alike_ids(&mut file, own).is_empty());
}

#[test]
fn several_telephones_are_kept_one_a_line() {
    let mut file = file();
    let mut request = zhang();
    request.particulars.set(Particular::OtherPhones, " ０755-12345678；13900000001\n\n13900000002 ");
    let view = save(&mut file.desk("member_save"), request).unwrap().value;
    let phones = view.member.particulars.get(Particular::OtherPhones).to_owned();
    assert_eq!(phones, "0755-12345678\n13900000001\n13900000002");
    assert_eq!(names(&mut file, RosterQuery { search: "0002".to_owned(), ..RosterQuery::default() }), ["张三"]);
}

#[rstest]
#[case::no_name("name", |member: &mut MemberRequest| member.name = "　".to_owned())]
#[case::birth_to_come("birth", |member: &mut MemberRequest| member.birth = date("2026-12"))]
#[case::joined_to_come("joined", |member: &mut MemberRequest| {
    member.joined = date("2026-11-24");
    (member.converted, member.kind) = (None, MemberKind::Probationary);
})]
#[case::entered_to_come("entered_on", |member: &mut MemberRequest| member.entered_on = Some(day("2026-11-24")))]
#[case::joined_before_birth("joined", |member: &mut MemberRequest| member.birth = date("2019-09"))]
#[case::entered_before_joined("entered_on", |member: &mut MemberRequest| member.entered_on = Some(day("2019-08-09")))]
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
fn what_was_wrong_before_does_not_keep_anything_else_from_being_changed_and_is_named() {
    let mut file = file();
    let id = saved(&mut file, zhang());
    let spoil = "UPDATE member SET entered_on = '2010-03-01' WHERE id = ?1";
    file.desk("test").transact("test", |tx| tx.execute(spoil, [id.0])).unwrap();
    let wrong = MemberRequest { id: Some(id), entered_on: Some(day("2010-03-01")), ..zhang() };
    let phone = MemberRequest { mobile: "13900000002".to_owned(), ..wrong.clone() };
    let view = save(&mut file.desk("member_save"), phone).unwrap().value;
    assert_eq!(view.member.mobile, "13900000002");
    let named: Vec<_> = view.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(named, ["张三的记录请核对：到本支部的日期（2010年3月1日）早于入党日期（2019年8月10日）"]);
    let still_wrong = MemberRequest { joined: date("2018-08-10"), ..wrong };
    assert_eq!(refused(save(&mut file.desk("member_save"), still_wrong))[0].0, "entered_on");
    saved(&mut file, MemberRequest { id: Some(id), entered_on: Some(day("2019-08-10")), ..zhang() });
}

#[rstest]
#[case::another_office(Aspect::Office, "publicity", true)]
#[case::the_end(Aspect::Office, "", true)]
#[case::an_end_of_nothing(Aspect::PartyGroup, "", true)]
#[case::the_first_of_its_kind(Aspect::PartyGroup, "第一党小组", false)]
fn a_change_needs_its_day_and_only_a_beginning_may_lack_it(
    #[case] aspect: Aspect,
    #[case] value: &str,
    #[case] needs: bool,
) {
    let mut file = file();
    let id = saved(&mut file, zhang());
    let request = |aspect, value: &str, since| FactsRequest {
        members: vec![id],
        aspect,
        value: value.to_owned(),
        detail: String::new(),
        since,
        why: String::new(),
    };
    let office = request(Aspect::Office, "organization", date("2024-03-01"));
    save_facts(&mut file.desk("member_facts_save"), office).unwrap();
    let answer = save_facts(&mut file.desk("member_facts_save"), request(aspect, value, None));
    if needs {
        assert_eq!(refused(answer), [("since".to_owned(), "请填写从哪天起".to_owned())]);
    } else {
        assert_eq!(answer.unwrap().value, 1);
    }
    let view = get(&mut file.desk("member_get"), MemberGetRequest { id, reveal: false }).unwrap();
    assert_eq!(view.member.offices, Office::Organization.into());
}

#[test]
fn the_day_of_going_away_does_not_move_behind_an_earlier_end_in_silence() {
    let mut file = file();
    let id = saved(&mut file, MemberRequest { is_mobile: true, mobile_since: date("2024-01"), ..zhang() });
    let home = MemberRequest { id: Some(id), changed_since: date("2025-06-01"), ..zhang() };
    saved(&mut file, home);
    let away = |since| MemberRequest { id: Some(id), is_mobile: true, mobile_since: date(since), ..zhang() };
    saved(&mut file, away("2026-03-01"));
    let problems = refused(save(&mut file.desk("member_save"), away("2025-01-01")));
    assert_eq!(problems[0].0, "mobile_since");
    assert!(problems[0].1.contains("2025年6月1日"), "{}", problems[0].1);
    let view = save(&mut file.desk("member_save"), away("2025-07-01")).unwrap().value;
    assert_eq!((view.member.is_mobile, view.member.mobile_since), (true, date("2025-07-01")));
}

#[test]
fn a_member_who_does_not_exist_cannot_be_changed() {
    let request = MemberRequest { id: Some(MemberId(7)), ..zhang() };
    assert!(matches!(save(&mut file().desk("member_save"), request), Err(RosterError::NotFound)));
}

#[test]
fn a_former_member_is_kept_and_found_and_may_return() {
    let mut file = file();
    let id = saved(&mut file, MemberRequest { offices: Office::Secretary.into(), ..zhang() });
    let gone =
        MemberLeaveRequest { id, on: day("2026-02-10"), how: ExitWay::MovedOut, reason: "转往外地".to_owned() };
    let view = leave(&mut file.desk("member_leave"), gone).unwrap().value;
    assert_eq!(view.left.as_ref().map(|left| left.how), Some(ExitWay::MovedOut));
    assert!(names(&mut file, RosterQuery::default()).is_empty());
    let former = RosterQuery { former: true, ..RosterQuery::default() };
    assert_eq!(names(&mut file, former), ["张三"]);

    let back = MemberReturnRequest { id, on: day("2026-09-01"), how: EntryWay::MovedIn };
    let view = return_member(&mut file.desk("member_return"), back).unwrap().value;
    assert_eq!((view.left, view.member.offices.is_empty()), (None, true));
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

/// 甲 on probation and away, 乙 out of touch, 丙 gone.
fn branch_of_four(file: &mut TestFile) {
    saved(file, zhang());
    saved(file, MemberRequest { is_mobile: true, ..MemberRequest::new("甲", MemberKind::Probationary) });
    saved(file, MemberRequest { is_lost: true, ..MemberRequest::new("乙", MemberKind::Full) });
    let gone = saved(file, MemberRequest::new("丙", MemberKind::Full));
    let request = MemberLeaveRequest { id: gone, on: day("2026-01-01"), how: ExitWay::Deceased, reason: String::new() };
    leave(&mut file.desk("member_leave"), request).unwrap();
}

#[test]
fn each_number_is_the_length_of_the_list_that_it_opens() {
    let mut file = file();
    branch_of_four(&mut file);
    for former in [false, true] {
        let query = RosterQuery { former, ..RosterQuery::default() };
        let page = list(&mut file.desk("roster_list"), query.clone()).unwrap();
        assert_eq!((page.current, page.former), (3, 1));
        for counts in page.counts {
            for LabelCount { label, count } in counts.counts {
                let filters = vec![RosterFilter { by: counts.by, label: label.clone() }];
                let page = list(&mut file.desk("roster_list"), RosterQuery { filters, ..query.clone() }).unwrap();
                assert_eq!((page.total, page.rows.len()), (count, count as usize), "{:?} {label}", counts.by);
            }
        }
    }
}

#[test]
fn filters_of_one_dimension_widen_and_those_of_two_narrow() {
    let mut file = file();
    branch_of_four(&mut file);
    let filter = |by, label: &str| RosterFilter { by, label: label.to_owned() };
    let mut found = |filters: &[RosterFilter]| {
        names(&mut file, RosterQuery { filters: filters.to_vec(), ..RosterQuery::default() })
    };
    let (away, lost) = (filter(Dimension::State, "流动党员"), filter(Dimension::State, "失联党员"));
    assert_eq!(found(&[away.clone(), lost.clone()]), ["甲", "乙"]);
    assert_eq!(found(&[away, lost, filter(Dimension::Kind, "正式党员")]), ["乙"]);
}

#[test]
fn the_roster_is_as_it_stood_on_any_day() {
    let mut file = file();
    let id = saved(&mut file, MemberRequest { party_group: "第一党小组".to_owned(), ..zhang() });
    let fact = |aspect, value: &str, since: &str| FactsRequest {
        members: vec![id],
        aspect,
        value: value.to_owned(),
        detail: String::new(),
        since: date(since),
        why: "支部大会选举".to_owned(),
    };
    save_facts(&mut file.desk("member_facts_save"), fact(Aspect::Office, "secretary", "2023-05-10")).unwrap();
    save_facts(&mut file.desk("member_facts_save"), fact(Aspect::Office, "", "2026-05-09")).unwrap();
    save_facts(&mut file.desk("member_facts_save"), fact(Aspect::PartyGroup, "第二党小组", "2025-01")).unwrap();
    let mut on = |on: &str| {
        let query = RosterQuery { on: Some(day(on)), ..RosterQuery::default() };
        let row = list(&mut file.desk("roster_list"), query).unwrap().rows.remove(0);
        (row.kind, row.offices.titles(), row.party_group)
    };
    let groups = ["第一党小组", "第二党小组"].map(str::to_owned);
    assert_eq!(on("2020-01-01"), (MemberKind::Probationary, String::new(), groups[0].clone()));
    assert_eq!(on("2023-05-10"), (MemberKind::Full, "书记".to_owned(), groups[0].clone()));
    assert_eq!(on("2025-01-01"), (MemberKind::Full, "书记".to_owned(), groups[1].clone()));
    assert_eq!(on("2026-05-09"), (MemberKind::Full, String::new(), groups[1].clone()));
}

#[test]
fn a_changed_office_or_group_keeps_what_was_before() {
    let mut file = file();
    let id = saved(&mut file, MemberRequest { party_group: "第一党小组".to_owned(), ..zhang() });
    let moved = MemberRequest {
        id: Some(id),
        party_group: "第二党小组".to_owned(),
        changed_since: date("2026-06-01"),
        changed_why: "调整分组".to_owned(),
        ..zhang()
    };
    let view = save(&mut file.desk("member_save"), moved.clone()).unwrap().value;
    assert_eq!((view.member.party_group.as_str(), view.member.changed_since), ("第二党小组", None));
    assert_eq!((view.timeline[0].title.as_str(), view.timeline[0].why.as_str()), ("编入第二党小组", "调整分组"));
    assert_eq!(view.timeline[0].recorded_on, Some(day("2026-11-23")));
    let group = |on: &str| file.vault.read(|reader| members_on(reader, day(on))).unwrap()[0].record.party_group.clone();
    assert_eq!([group("2026-05-31"), group("2026-06-01")], ["第一党小组", "第二党小组"]);

    let earlier =
        MemberRequest { party_group: "第三党小组".to_owned(), changed_since: date("2026-05-01"), ..moved };
    assert_eq!(refused(save(&mut file.desk("member_save"), earlier))[0].0, "changed_since");
}

#[test]
fn saving_the_same_again_writes_nothing_into_the_history() {
    let mut file = file();
    let request = MemberRequest {
        is_lost: true,
        lost_contact_since: date("2024-05"),
        lost_reason: "工作单位改变".to_owned(),
        offices: Office::Publicity.into(),
        ..zhang()
    };
    let id = saved(&mut file, request.clone());
    let again = save(&mut file.desk("member_save"), MemberRequest { id: Some(id), ..request.clone() }).unwrap();
    assert!(again.changes.is_empty());
    let corrected = MemberRequest { id: Some(id), lost_contact_since: date("2024-03"), ..request };
    let view = save(&mut file.desk("member_save"), corrected).unwrap().value;
    assert_eq!(view.timeline.iter().filter(|entry| entry.title == "失去联系").count(), 1);
    assert_eq!(view.member.lost_contact_since, date("2024-03"));
}

#[test]
fn a_fact_entered_by_mistake_is_taken_out_and_what_was_before_holds_again() {
    let mut file = file();
    let id = saved(&mut file, zhang());
    let view = save(
        &mut file.desk("member_save"),
        MemberRequest { id: Some(id), offices: Office::Secretary.into(), ..zhang() },
    );
    let fact = view.unwrap().value.timeline.iter().find_map(|entry| entry.fact).unwrap();
    let view = delete_fact(&mut file.desk("member_fact_delete"), fact).unwrap().value;
    assert!(view.member.offices.is_empty());
}

#[test]
fn strokes_sort_as_on_a_ballot() {
    let mut file = file();
    for name in ["张三", "丁一", "魏四", "李六", "王五"] {
        saved(&mut file, MemberRequest::new(name, MemberKind::Full));
    }
    let query = RosterQuery { sort: RosterSort::Strokes, ..RosterQuery::default() };
    assert_eq!(names(&mut file, query), ["丁一", "王五", "李六", "张三", "魏四"]);
}

#[test]
fn who_left_last_comes_first_among_the_former() {
    let mut file = file();
    for (name, on) in [("丁一", "2026-03-01"), ("王五", "2026-09-01"), ("李六", "2026-03-02")] {
        let id = saved(&mut file, MemberRequest::new(name, MemberKind::Full));
        let gone = MemberLeaveRequest { id, on: day(on), how: ExitWay::Other, reason: String::new() };
        leave(&mut file.desk("member_leave"), gone).unwrap();
    }
    let query = RosterQuery { former: true, sort: RosterSort::Left, ..RosterQuery::default() };
    assert_eq!(names(&mut file, query), ["王五", "李六", "丁一"]);
}

#[test]
fn what_is_missing_is_counted_field_by_field_and_leads_to_whose_it_is() {
    let mut file = file();
    saved(&mut file, zhang());
    saved(&mut file, MemberRequest { mobile: "13800000000".to_owned(), ..MemberRequest::new("甲", MemberKind::Full) });
    saved(&mut file, MemberRequest::new("乙", MemberKind::Probationary));
    let page = list(&mut file.desk("roster_list"), RosterQuery::default()).unwrap();
    let missing = page.counts.iter().find(|counts| counts.by == Dimension::Missing).unwrap();
    let count = |label: &str| missing.counts.iter().find(|count| count.label == label).map(|count| count.count);
    assert_eq!(
        (count("公民身份号码"), count("手机号"), count("转正日期"), count("姓名")),
        (Some(2), Some(1), Some(1), None)
    );
    assert!(missing.counts.iter().all(|count| count.label != "其他"));
    // 5 of 11, 2 of 11, 1 of 10.
    assert_eq!(page.completeness, (45 + 18 + 10) / 3);
    let filters = vec![RosterFilter { by: Dimension::Missing, label: "手机号".to_owned() }];
    assert_eq!(names(&mut file, RosterQuery { filters, ..RosterQuery::default() }), ["乙"]);
}

/// 第二党小组 by strokes, as it would be kept under `name`.
fn view(name: &str) -> RosterView {
    let filters = vec![RosterFilter { by: Dimension::Group, label: "第二党小组".to_owned() }];
    let query = RosterQuery { filters, sort: RosterSort::Strokes, descending: true, ..RosterQuery::default() };
    RosterView { name: name.to_owned(), query, columns: vec![RosterColumn::Office, RosterColumn::Mobile] }
}

#[test]
fn a_view_is_kept_under_its_name_without_what_was_searched_for() {
    let mut file = file();
    let mut asked = view(" 第二党小组通讯录 ");
    (asked.query.search, asked.query.offset, asked.query.limit) = ("张".to_owned(), 200, 200);
    let kept = save_view(&mut file.desk("roster_view_save"), asked).unwrap().value;
    assert_eq!(kept, [view("第二党小组通讯录")]);
    assert_eq!(saved_views(&mut file.desk("roster_view_list"), Nothing {}).unwrap(), kept);

    let other = RosterView { columns: vec![RosterColumn::Age], ..view("第二党小组通讯录") };
    let kept = save_view(&mut file.desk("roster_view_save"), other.clone()).unwrap().value;
    assert_eq!(kept, [other]);
    let kept = delete_view(&mut file.desk("roster_view_delete"), "第二党小组通讯录".to_owned()).unwrap().value;
    assert!(kept.is_empty());
}

#[rstest]
#[case("　")]
#[case("一个长得在下拉列表里根本放不下的常用名册的名字")]
fn a_view_needs_a_short_name(#[case] name: &str) {
    let problems = refused(save_view(&mut file().desk("roster_view_save"), view(name)));
    assert_eq!(problems[0].0, "name");
}

#[test]
fn a_view_that_is_not_there_cannot_be_taken_out() {
    let result = delete_view(&mut file().desk("roster_view_delete"), "没有".to_owned());
    assert!(matches!(result, Err(RosterError::NoSuchView)));
}

#[rstest]
#[case::out_of_touch(Aspect::Lost, "yes", "2026-05-23", "E04")]
#[case::suspended(Aspect::Standing, "suspended", "2024-11-23", "E04")]
#[case::away(Aspect::Mobile, "yes", "2026-05-23", "E07")]
fn the_clocks_of_a_member_run_in_calendar_months(
    #[case] aspect: Aspect,
    #[case] value: &str,
    #[case] since: &str,
    #[case] rule: &str,
) {
    let findings = |since: NaiveDate| {
        let mut file = file();
        let id = saved(&mut file, zhang());
        let (value, detail, why) = (value.to_owned(), String::new(), String::new());
        let request = FactsRequest { members: vec![id], aspect, value, detail, since: Some(since.into()), why };
        save_facts(&mut file.desk("member_facts_save"), request).unwrap();
        let view = get(&mut file.desk("member_get"), MemberGetRequest { id, reveal: false }).unwrap();
        view.findings.into_iter().map(|finding| finding.rule.0).collect::<Vec<_>>()
    };
    assert_eq!(findings(day(since)), [rule]);
    assert!(findings(day(since) + chrono::Days::new(1)).is_empty());
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

/// Finds the one file there is, and shrinks it by half.
struct Camera(std::path::PathBuf);

impl crate::outside::Desktop for Camera {
    fn path(&self, _: &FileToken, _: crate::outside::FileUse) -> Option<std::path::PathBuf> {
        Some(self.0.clone())
    }
    fn print(&self, _: &str, _: &[u8]) -> Result<crate::outside::PrintedBy, String> {
        Err("no printer".into())
    }
}

impl crate::outside::Picture for Camera {
    fn shrink(&self, bytes: &[u8], edge: u32) -> Result<Vec<u8>, crate::outside::PictureError> {
        assert_eq!(edge, 480);
        Ok(bytes[..bytes.len() / 2].to_vec())
    }

    fn pages(
        &self,
        _: &[u8],
        _: u32,
        _: &std::sync::atomic::AtomicBool,
    ) -> Result<Vec<Vec<u8>>, crate::outside::PictureError> {
        Err(crate::outside::PictureError::NotAPicture)
    }
}

#[test]
fn a_photo_is_kept_small_and_can_be_taken_out() {
    let mut file = file();
    let picture = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(picture.path(), b"abcdef").unwrap();
    let camera = std::sync::Arc::new(Camera(picture.path().to_owned()));
    (file.outside.desktop, file.outside.picture) = (camera.clone(), camera);
    let id = saved(&mut file, zhang());
    assert_eq!(photo(&mut file.desk("member_photo_get"), id).unwrap(), None);
    let request = MemberPhotoRequest { member: id, file: FileToken("x".into()) };
    let kept = save_photo(&mut file.desk("member_photo_save"), request).unwrap().value;
    assert_eq!(kept.url, "data:image/jpeg;base64,YWJj");
    assert_eq!(photo(&mut file.desk("member_photo_get"), id).unwrap(), Some(kept));
    delete_photo(&mut file.desk("member_photo_delete"), id).unwrap();
    assert_eq!(photo(&mut file.desk("member_photo_get"), id).unwrap(), None);
}

#[test]
fn the_log_of_a_member_has_what_touched_that_member_and_nothing_else() {
    let mut file = file();
    let id = saved(&mut file, MemberRequest { is_lost: true, lost_contact_since: date("2024-05"), ..zhang() });
    let other = saved(&mut file, MemberRequest::new("李四", MemberKind::Full));
    // A correction of a fact: the log has its key only.
    let corrected = MemberRequest { id: Some(id), is_lost: true, lost_contact_since: date("2024-03"), ..zhang() };
    saved(&mut file, corrected);
    let mut log = |member: MemberId| {
        let query = crate::vault::AuditQuery { before: None, limit: 10, member: Some(member.0) };
        let entries = crate::app::audit_list(&mut file.desk("audit_list"), query).unwrap();
        entries.into_iter().map(|entry| entry.label).collect::<Vec<_>>()
    };
    assert_eq!(log(id), ["修改党员 张三", "新增党员 张三"]);
    assert_eq!(log(other), ["新增党员 李四"]);
}

#[test]
fn who_has_two_offices_stands_under_both() {
    let mut file = TestFile::on("2026-11-23");
    let offices = [Office::Organization, Office::DeputySecretary].into_iter().collect();
    let id = saved(&mut file, MemberRequest { offices, ..zhang() });
    for label in ["副书记", "组织委员"] {
        let filters = vec![RosterFilter { by: Dimension::Office, label: label.into() }];
        let page = list(&mut file.desk("roster_list"), RosterQuery { filters, ..RosterQuery::default() }).unwrap();
        assert_eq!(page.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
        let counts = page.counts.iter().find(|counts| counts.by == Dimension::Office).unwrap();
        assert!(counts.counts.iter().any(|count| count.label == label && count.count == 1));
    }
    let view = get(&mut file.desk("member_get"), MemberGetRequest { id, reveal: false }).unwrap();
    assert!(view.timeline.iter().any(|entry| entry.title == "任副书记、组织委员"));
    let refused = save_facts(
        &mut file.desk("member_facts_save"),
        FactsRequest {
            members: vec![id],
            aspect: Aspect::Office,
            value: "organization,king".into(),
            detail: String::new(),
            since: None,
            why: String::new(),
        },
    );
    assert!(refused.is_err());
}

//! Promises about lists, counts, searches and saved views.

use rstest::rstest;

use crate::desk::Nothing;
use crate::roster::testing::{date, day, file, names, refused, saved, zhang};
use crate::roster::*;
use crate::testing::TestFile;

#[test]
fn the_roster_is_sorted_by_pinyin_and_paged() {
    let mut file = file();
    for name in ["张三", "曾军", "李四", "阿卜杜拉·买买提"] {
        saved(&mut file, MemberRecord::new(name, MemberKind::Full));
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
    saved(&mut file, MemberRecord::new("100%_人", MemberKind::Full));
    assert_eq!(names(&mut file, RosterQuery { search: search.to_owned(), ..RosterQuery::default() }), found);
}

#[test]
fn a_changed_name_is_found_under_the_new_one() {
    let mut file = file();
    let id = saved(&mut file, zhang());
    saved(&mut file, MemberRecord { id: Some(id), name: "李四".to_owned(), ..zhang() });
    let search = |search: &str| RosterQuery { search: search.to_owned(), ..RosterQuery::default() };
    assert_eq!(names(&mut file, search("lisi")), ["李四"]);
    assert!(names(&mut file, search("zhangsan")).is_empty());
}

/// 甲 on probation and away, 乙 out of touch, 丙 gone.
fn branch_of_four(file: &mut TestFile) {
    saved(file, zhang());
    saved(file, MemberRecord { is_mobile: true, ..MemberRecord::new("甲", MemberKind::Probationary) });
    saved(file, MemberRecord { is_lost: true, ..MemberRecord::new("乙", MemberKind::Full) });
    let gone = saved(file, MemberRecord::new("丙", MemberKind::Full));
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
    let id = saved(&mut file, MemberRecord { party_group: "第一党小组".to_owned(), ..zhang() });
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
fn strokes_sort_as_on_a_ballot() {
    let mut file = file();
    for name in ["张三", "丁一", "魏四", "李六", "王五"] {
        saved(&mut file, MemberRecord::new(name, MemberKind::Full));
    }
    let query = RosterQuery { sort: RosterSort::Strokes, ..RosterQuery::default() };
    assert_eq!(names(&mut file, query), ["丁一", "王五", "李六", "张三", "魏四"]);
}

#[test]
fn who_left_last_comes_first_among_the_former() {
    let mut file = file();
    for (name, on) in [("丁一", "2026-03-01"), ("王五", "2026-09-01"), ("李六", "2026-03-02")] {
        let id = saved(&mut file, MemberRecord::new(name, MemberKind::Full));
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
    saved(&mut file, MemberRecord { mobile: "13800000000".to_owned(), ..MemberRecord::new("甲", MemberKind::Full) });
    saved(&mut file, MemberRecord::new("乙", MemberKind::Probationary));
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

#[test]
fn who_has_two_offices_stands_under_both() {
    let mut file = TestFile::on("2026-11-23");
    let offices = [Office::Organization, Office::DeputySecretary].into_iter().collect();
    let id = saved(&mut file, MemberRecord { offices, ..zhang() });
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

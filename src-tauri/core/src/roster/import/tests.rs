//! Promises about what comes in and what does not.

use std::sync::atomic::AtomicBool;

use proptest::prelude::*;
use rstest::rstest;

use super::testing::*;
use super::*;
use crate::desk::Job;
use crate::roster::stays::leave;
use crate::roster::{MemberGetRequest, MemberLeaveRequest, RosterQuery, get, list};

#[rstest]
#[case::check_digit(1, "440300199003105608", "id_check_digit")]
#[case::digits_lost(1, "#440300199003105600", "id_digits_lost")]
#[case::digits_lost_in_text(1, "4.40300199003106E+17", "id_digits_lost")]
#[case::too_short(1, "4403001990031056", "id_invalid")]
#[case::no_such_birth(4, "1990-02-30", "birth_invalid")]
#[case::birth_of_two_meanings(4, "#1990.1", "birth_invalid")]
#[case::no_date(6, "待查", "date_invalid")]
#[case::future(6, "2027-01-01", "date_in_future")]
#[case::unknown_kind(5, "入党积极分子", "kind_unknown")]
#[case::order(7, "2018-08-10", "converted_before_joined")]
#[case::same_day(7, "2019-08-10", "converted_before_joined")]
#[case::contradiction(5, "预备党员", "kind_contradicts_converted")]
#[case::nameless(0, "", "name_missing")]
#[case::joined_before_birth(6, "1989-01", "joined_before_birth")]
#[case::converted_without_joining(6, "", "joined_missing")]
fn a_row_that_cannot_be_is_named_and_nothing_of_it_is_stored(
    #[case] column: usize,
    #[case] value: &str,
    #[case] code: &str,
) {
    let mut cells: Vec<&str> = ZENG.split('|').collect();
    cells[column] = value;
    let mut desks = Desks::new();
    let outcome = desks.import(&format!("{HEADER}\n{}\n{DU}", cells.join("|")));
    assert_eq!(codes(&outcome.rejected), [(2, code)]);
    assert_eq!(desks.everyone().iter().map(|member| member.record.name.as_str()).collect::<Vec<_>>(), ["杜浩英"]);
}

#[test]
fn whoever_entered_before_joining_or_joined_after_leaving_stays_out() {
    let mut desks = Desks::new();
    let outcome = desks.import(&format!("{HEADER}|组织关系转入时间\n{ZENG}|2010-03-01\n{DU}|"));
    assert_eq!(codes(&outcome.rejected), [(2, "entered_before_joined")]);
    assert_eq!(outcome.rejected[0].message, "到本支部的日期（2010年3月1日）早于入党日期（2019年8月10日）");
    desks.import(&format!("{HEADER}\n{ZENG}"));
    let id = desks.everyone().iter().find(|member| member.record.name == "曾军杰").unwrap().id;
    let on = "2019-09-01".parse().unwrap();
    let gone = MemberLeaveRequest { id, on, how: crate::roster::ExitWay::MovedOut, reason: String::new() };
    leave(&mut desks.file.desk("member_leave"), gone).unwrap();
    let late = ZENG.replace("2019-08-10", "2020-01-10").replace("2020-08-10", "2021-01-10");
    assert_eq!(codes(&desks.import(&format!("{HEADER}\n{late}")).rejected), [(2, "joined_after_leaving")]);
}

#[test]
fn the_second_row_with_an_id_number_is_refused() {
    let outcome = Desks::new().import(&format!("{HEADER}\n{ZENG}\n{}", ZENG.replace("曾军杰", "余东海")));
    assert_eq!(codes(&outcome.rejected), [(3, "id_duplicate_in_file")]);
    assert_eq!(outcome.rejected[0].message, "身份证号与第 2 行相同");
}

#[rstest]
#[case::sex(2, "男", "sex_differs")]
#[case::birth(4, "1990-03-11", "birth_differs")]
#[case::unreadable(2, "?", "value_unreadable")]
#[case::error_value(8, "!#N/A", "value_unreadable")]
#[case::late(7, "2021-08-11", "converted_late")]
#[case::early(7, "2020-08-09", "converted_early")]
fn what_is_odd_is_named_and_comes_in(#[case] column: usize, #[case] value: &str, #[case] code: &str) {
    let mut cells: Vec<&str> = ZENG.split('|').collect();
    cells[column] = value;
    let sheet = format!("{HEADER}\n{}", cells.join("|"));
    let mut desks = Desks::new();
    let outcome = desks.import(&sheet);
    assert_eq!((outcome.accepted.len(), codes(&outcome.warned)), (1, vec![(2, code)]));
    assert_eq!(desks.preview(&sheet).outcome.warned, [], "a row that changes nothing has nothing to warn of");
}

#[rstest]
#[case("1990-05-03", "1990-05-03")]
#[case("1990.5", "1990-05")]
#[case("#1990.05", "1990-05")]
#[case("#1990.5", "1990-05")]
#[case("#1990", "1990")]
#[case("#19900503", "1990-05-03")]
#[case("#199005", "1990-05")]
#[case("#32996", "1990-05-03")]
#[case("@1990-05-03", "1990-05-03")]
#[case("１９９０年５月３日", "1990-05-03")]
fn dates_come_in_as_precise_as_they_are_written(#[case] written: &str, #[case] meant: &str) {
    let outcome = Desks::new().import(&format!("姓名|出生日期|人员类别\n张三|{written}|正式"));
    assert_eq!(outcome.accepted[0].birth.unwrap().to_string(), meant);
}

#[rstest]
#[case("正式", "正式党员")]
#[case("正式党员", "正式党员")]
#[case("中共正式党员", "正式党员")]
#[case("中共党员", "正式党员")]
#[case("预备", "预备党员")]
#[case("中共预备党员", "预备党员")]
fn kinds_are_known_by_every_name(#[case] written: &str, #[case] kind: &str) {
    assert_eq!(Desks::new().import(&format!("姓名|人员类别\n张三|{written}")).accepted[0].kind, kind);
}

#[test]
fn without_a_kind_whoever_was_converted_is_a_full_member_and_others_are_asked_about() {
    let outcome = Desks::new().import("姓名|入党日期|转正日期\n张三|2019-08-10|2020-08-10\n李四|2026-01-05|无");
    assert_eq!(outcome.accepted[0].kind, "正式党员");
    assert_eq!(codes(&outcome.rejected), [(3, "kind_unknown")]);
}

#[rstest]
#[case("副书记、组织委员")]
#[case("支部副书记兼组织委员")]
#[case("组织委员，副书记")]
fn two_offices_in_one_cell_are_both_read(#[case] cell: &str) {
    let mut desks = Desks::new();
    desks.import(&format!("姓名|人员类别|党内职务\n张三|正式党员|{cell}"));
    assert_eq!(desks.everyone()[0].record.offices.titles(), "副书记、组织委员");
}

#[test]
fn words_for_nothing_are_nothing() {
    let mut desks = Desks::new();
    desks.import("姓名|人员类别|手机号|家庭住址|备注|党内职务|转正日期\n张三|预备|无|—|-|无|——");
    let record = &desks.everyone()[0].record;
    assert_eq!([&record.mobile, &record.address, &record.note], ["", "", ""]);
    assert_eq!((record.offices.is_empty(), record.converted), (true, None));
}

#[test]
fn a_file_that_changed_after_the_preview_is_refused() {
    let mut desks = Desks::new();
    let digest = desks.preview(&format!("{HEADER}\n{ZENG}")).digest;
    let preview = desks.request(&format!("{HEADER}\n{DU}"));
    let request = ImportRequest { preview, digest, skip_rows: Vec::new() };
    let error = import(&desks.file.door("roster_import"), request).unwrap_err();
    assert!(matches!(error, RosterError::FileChanged));
    assert!(desks.everyone().is_empty());
}

#[test]
fn rows_that_were_left_out_stay_out() {
    let mut desks = Desks::new();
    let sheet = format!("{HEADER}\n{ZENG}\n{DU}");
    let digest = desks.preview(&sheet).digest;
    let request = ImportRequest { preview: desks.request(&sheet), digest, skip_rows: vec![2] };
    import(&desks.file.door("roster_import"), request).unwrap();
    assert_eq!(desks.everyone()[0].record.name, "杜浩英");
    assert_eq!(desks.everyone().len(), 1);
}

#[test]
fn a_stopped_import_stores_nothing() {
    let mut desks = Desks::new();
    let sheet = format!("{HEADER}\n{ZENG}");
    let digest = desks.preview(&sheet).digest;
    let request = ImportRequest { preview: desks.request(&sheet), digest, skip_rows: Vec::new() };
    let stopped = AtomicBool::new(true);
    let job = Job { report: &|_| {}, cancelled: &stopped };
    let desk = desks.file.desk("roster_import");
    let desk = Desk { job: &job, vault: desk.vault, outside: desk.outside, rules: desk.rules, command: desk.command };
    let door = Door::of_test(desk, crate::branch::letterhead_on);
    assert!(matches!(import(&door, request), Err(RosterError::Cancelled(_))));
    assert!(desks.everyone().is_empty());
}

#[test]
fn ten_thousand_members_come_in_and_are_listed() {
    let mut desks = Desks::new();
    let rows: String = (0..10_000).map(|n| format!("党员{n}|预备|138{n:08}\n")).collect();
    let outcome = desks.import(&format!("姓名|人员类别|手机号\n{rows}"));
    assert_eq!(outcome.accepted.len(), 10_000);
    let query = RosterQuery { search: "dy9999".to_owned(), ..RosterQuery::default() };
    let page = list(&mut desks.file.desk("roster_list"), query).unwrap();
    assert_eq!((page.rows[0].name.as_str(), page.total, page.current), ("党员9999", 1, 10_000));
    let id = page.rows[0].id;
    assert_eq!(
        get(&mut desks.file.desk("member_get"), MemberGetRequest { id, reveal: true }).unwrap().member.mobile,
        "13800009999"
    );
}

#[test]
fn what_is_kept_in_another_form_is_shown_and_is_no_warning() {
    let mut desks = Desks::new();
    let sheet = "姓名|身份证号|人员类别|手机号|出生日期|家庭住址\n\
                 阿卜杜拉.买 买提|44030019910505171x|正式|１３８１２３４５６７８|１９９１年５月５日|幸福路１号\n\
                 张三|440300199003105609|正式|13912345678|1990-03-10|幸福路 2 号";
    let outcome = desks.import(sheet);
    let shown: Vec<_> =
        outcome.normalized.iter().map(|one| (one.row, one.field, one.written.as_str(), one.kept.as_str())).collect();
    let expected = [
        (2, ImportField::Name, "阿卜杜拉.买 买提", "阿卜杜拉·买买提"),
        (2, ImportField::IdNumber, "44030019910505171x", "44030019910505171X"),
        (2, ImportField::Mobile, "１３８１２３４５６７８", "13812345678"),
        (2, ImportField::Birth, "１９９１年５月５日", "1991-05-05"),
    ];
    assert_eq!(shown, expected);
    assert_eq!(outcome.warned, []);
    assert_eq!(desks.preview(sheet).outcome.normalized, [], "a row that changes nothing has nothing to show");
}

#[rstest]
#[case::not_away("是否流动党员|外出流向", "否|上海", "", "")]
#[case::away("是否流动党员|外出流向", "|上海", "是", "上海")]
#[case::no_month("延长预备期", "3", "", "")]
#[case::no_day("组织关系转入时间", "2020.5", "", "")]
fn details_that_say_nothing_are_not_kept(
    #[case] titles: &str,
    #[case] cells: &str,
    #[case] away: &str,
    #[case] place: &str,
) {
    let mut desks = Desks::new();
    let sheet = format!("{HEADER}|{titles}\n{ZENG}|{cells}");
    desks.import(&sheet);
    let record = &desks.everyone()[0].record;
    assert_eq!((record.is_mobile, record.mobile_destination.as_str()), (away == "是", place));
    assert_eq!((record.probation_extended_months, record.entered_on), (0, None));
    assert_eq!(desks.preview(&sheet).outcome.unchanged, 1);
}

/// A row of few values, so that rows often agree: name, number, birth, kind, conversion, telephone.
fn row() -> impl Strategy<Value = [String; 6]> {
    [
        "(张三|李四|)",
        "(440300199003105609|440300199302267560||x)",
        "(1990-03-10|1993.2||无)",
        "(正式|预备||\\?)",
        "(2020-01-02|)",
        "(1|2|)",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_came_in_comes_in_once(rows in proptest::collection::vec(row(), 0..8), kind in "(人员类别|其他)") {
        let mut sheet = format!("姓名|身份证号|出生日期|{kind}|转正日期|手机号");
        for row in rows {
            sheet.push('\n');
            sheet.push_str(&row.join("|"));
        }
        let mut desks = Desks::new();
        let first = desks.import(&sheet);
        let before = desks.everyone();
        let again = desks.import(&sheet);
        prop_assert_eq!(again.unchanged as usize, first.accepted.len());
        prop_assert_eq!(codes(&again.rejected), codes(&first.rejected));
        prop_assert_eq!(desks.everyone(), before);
    }

    #[test]
    fn no_sheet_breaks_the_reader(cells in proptest::collection::vec("\\PC{0,12}", 0..40), width in 1..6usize) {
        let lines: Vec<String> = cells.chunks(width).map(|line| line.join("|").replace(['#', '@', '!'], "")).collect();
        Desks::new().import(&format!("{HEADER}\n{}", lines.join("\n")));
    }
}

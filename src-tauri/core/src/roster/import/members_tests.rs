//! Who comes in as a member, and who does not without being asked about.

use rstest::rstest;

use super::ImportField;
use super::testing::{Desks, codes};
use crate::roster::Standing;

/// Names that come in without being asked about, with their kinds.
fn silently(sheet: &str) -> Vec<(String, String)> {
    let outcome = Desks::new().preview(sheet).outcome;
    let accepted = outcome.accepted.into_iter().filter(|row| !outcome.doubtful.contains(&row.row));
    accepted.map(|row| (row.name, row.kind)).collect()
}

/// Of a list of people with their kinds, those two that every sheet here has.
fn fang_and_yu() -> Vec<(String, String)> {
    [("方晓岚", "正式党员"), ("余思琪", "预备党员")].map(|(name, kind)| (name.to_owned(), kind.to_owned())).to_vec()
}

#[rstest]
#[case::usual("人员类别", "正式党员", "预备党员")]
#[case::political("政治面貌", "中共党员", "中共预备党员")]
#[case::political_codes("政治面貌", "01", "02")]
#[case::standing("党籍状态", "正式党员", "预备党员")]
#[case::state("党员状态", "正式党员", "预备党员")]
#[case::type_of_member("党员类型", "正式党员", "预备党员")]
#[case::stage("发展阶段", "正式党员", "预备党员")]
#[case::one_sign("预/正", "正", "预")]
#[case::star("*政治面貌\u{3000}（必填）", "中共党员", "中共预备党员")]
#[case::no_known_title("属于", "正式", "预备")]
#[case::question("是否预备党员", "否", "是")]
#[case::other_question("是否已转正", "是", "否")]
#[case::remark("备注", "正式党员", "预备党员")]
#[case::with_codes("类别", "1-正式党员", "2-预备党员")]
fn the_kind_is_read_from_whatever_column_says_it(#[case] title: &str, #[case] full: &str, #[case] probationary: &str) {
    let sheet = format!("序号|姓名|学历|{title}\n#1|方晓岚|本科|{full}\n#2|余思琪|本科|{probationary}");
    assert_eq!(silently(&sheet), fang_and_yu());
}

#[test]
fn kinds_of_staff_are_no_kinds_of_members() {
    let sheet = "姓名|人员类别|党籍状态\n方晓岚|在职教职工|正式党员\n余思琪|本科生|预备党员";
    assert_eq!(silently(sheet), fang_and_yu());
    let preview = Desks::new().preview(sheet);
    let fields: Vec<_> = preview.columns.iter().map(|column| column.field).collect();
    assert_eq!(fields, [Some(ImportField::Name), None, Some(ImportField::Kind)]);
}

#[rstest]
#[case("预备党员名单\n姓名|性别\n余思琪|女", &[("余思琪", "预备党员")])]
#[case("党员名册\n姓名|性别\n一、正式党员|\n方晓岚|女\n二、预备党员|\n余思琪|女", &[("方晓岚", "正式党员"), ("余思琪", "预备党员")])]
fn a_line_above_the_rows_may_say_the_kind(#[case] sheet: &str, #[case] people: &[(&str, &str)]) {
    let silently: Vec<_> = silently(sheet);
    let silently: Vec<_> = silently.iter().map(|(name, kind)| (name.as_str(), kind.as_str())).collect();
    assert_eq!(silently, people);
}

#[test]
fn where_nothing_says_the_kind_the_sentence_names_what_was_looked_at() {
    let preview = Desks::new().preview("姓名|政治面貌\n方晓岚|进步青年");
    assert_eq!(codes(&preview.outcome.rejected), [(2, "kind_unknown")]);
    assert!(preview.outcome.rejected[0].message.contains("政治面貌"), "{:?}", preview.outcome.rejected);
    let preview = Desks::new().preview("姓名|性别|人员状态\n方晓岚|女|在岗");
    assert!(preview.notes.iter().any(|note| note.contains("人员状态")), "{:?}", preview.notes);
}

#[rstest]
#[case::state("党员状态", "已转出")]
#[case::died("党员状态", "已去世")]
#[case::reduced("党员状态", "已减员")]
#[case::standing("党籍状态", "出党")]
#[case::struck_off("党籍状态", "除名")]
#[case::when("转出时间", "2025-03-01")]
#[case::where_to("转往单位", "某街道党支部")]
#[case::when_reduced("减员时间", "@2025-03-01")]
#[case::when_died("去世时间", "2024.11")]
#[case::system("离开本系统类型", "转出")]
#[case::question("是否转出", "是")]
#[case::remark("备注", "2025年3月已转出")]
#[case::remark_of_death("备注", "2024.11去世")]
#[case::other_remark("情况说明", "已调离")]
#[case::no_known_title("近况", "已退党")]
#[case::not_in_the_register("是否在册", "否")]
#[case::register("在册情况", "不在册")]
#[case::whereabouts("组织关系", "已转出")]
#[case::where_now("去向", "某街道党支部")]
#[case::died_of_illness("备注", "2024年病逝")]
#[case::transferred_to("备注", "组织关系转至南山街道")]
#[case::gone_elsewhere("说明", "调往外地")]
fn who_has_left_is_asked_about(#[case] title: &str, #[case] said: &str) {
    let sheet = format!("姓名|人员类别|{title}\n方晓岚|正式|\n卓文斌|正式|{said}");
    let outcome = Desks::new().preview(&sheet).outcome;
    assert_eq!(
        (outcome.doubtful.clone(), codes(&outcome.warned)),
        (vec![3], vec![(3, "may_have_left")]),
        "{outcome:?}"
    );
    let shown = said.trim_start_matches('@');
    assert!(outcome.warned[0].message.contains(shown), "{}", outcome.warned[0].message);
}

#[rstest]
#[case("备注", "组织关系未转入")]
#[case("备注", "2020年由街道转入")]
#[case("备注", "父亲去世")]
#[case("备注", "拟转出")]
#[case("转出单位", "某街道党支部")]
#[case("党员状态", "正常")]
#[case("是否转出", "否")]
#[case("配偶政治面貌", "群众")]
#[case("转出时间", "无")]
#[case("备注", "拟于2026年12月转出")]
#[case("备注", "2024年从外地转出后回来")]
#[case("备注", "2023年由街道转到本支部")]
#[case("流动去向", "某市")]
fn who_is_here_is_not_asked_about(#[case] title: &str, #[case] said: &str) {
    let outcome = Desks::new().preview(&format!("姓名|人员类别|{title}\n方晓岚|正式|{said}")).outcome;
    assert_eq!((outcome.doubtful, outcome.warned), (vec![], vec![]));
}

#[rstest]
#[case("许安（转出）")]
#[case("许安(已转)")]
#[case("许安【去世】")]
#[case("许安 已转出")]
#[case("许安已去世")]
fn a_name_may_say_that_somebody_has_left(#[case] name: &str) {
    let outcome = Desks::new().preview(&format!("姓名|人员类别\n{name}|正式")).outcome;
    assert_eq!((outcome.accepted[0].name.as_str(), outcome.doubtful), ("许安", vec![2]));
}

#[test]
fn a_suspended_standing_comes_in_as_such() {
    let mut desks = Desks::new();
    let outcome = desks.import("姓名|人员类别|党员状态\n齐映雪|正式党员|停止党籍\n邓知行|正式党员|已恢复党籍");
    assert_eq!((outcome.warned, outcome.doubtful), (vec![], vec![]));
    let standings: Vec<_> = desks.everyone().iter().map(|member| member.record.standing).collect();
    assert_eq!(standings, [Standing::Normal, Standing::Suspended], "by pinyin: 邓 before 齐");
}

#[rstest]
#[case("群众")]
#[case("共青团员")]
#[case("民盟盟员")]
#[case("入党积极分子")]
#[case("发展对象")]
#[case("入党申请人")]
fn who_is_not_yet_a_member_never_comes_in(#[case] stage: &str) {
    let outcome = Desks::new().preview(&format!("姓名|政治面貌\n方晓岚|中共党员\n路小舟|{stage}")).outcome;
    assert_eq!((outcome.accepted.len(), codes(&outcome.rejected)), (1, vec![(3, "kind_unknown")]));
    let beside = format!("姓名|人员类别|发展阶段\n方晓岚|正式党员|\n路小舟|正式党员|{stage}");
    let outcome = Desks::new().preview(&beside).outcome;
    assert_eq!((codes(&outcome.warned), outcome.doubtful), (vec![(3, "may_be_no_member")], vec![3]));
}

const TABLE: &str = "序号|姓名|性别|入党时间|转正时间\n#1|方晓岚|女|2008.06|2009.06\n";

#[rstest]
#[case::titled(
    "|||||\n二、入党积极分子名单||||\n序号|姓名|性别|申请入党时间|确定为积极分子时间\n#1|路小舟|男|2023.05|2024.06",
    "第 4 至 6 行"
)]
#[case::untitled("序号|姓名|性别|申请入党时间|确定为积极分子时间\n#1|路小舟|男|2023.05|2024.06", "第 3 至 4 行")]
#[case::same_header("二、入党积极分子||||\n序号|姓名|性别|入党时间|转正时间\n#1|路小舟|男||2024.06", "第 3 至 5 行")]
#[case::without_header("发展对象||||\n#1|路小舟|男||2024.06", "第 3 至 4 行")]
fn another_table_below_is_not_read_and_its_rows_are_said(#[case] below: &str, #[case] rows: &str) {
    let preview = Desks::new().preview(&format!("{TABLE}{below}"));
    assert_eq!(preview.outcome.accepted.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["方晓岚"]);
    assert_eq!(preview.outcome.rejected, []);
    assert!(preview.notes[0].starts_with(rows) && preview.notes[0].contains("没有读入"), "{:?}", preview.notes);
}

#[test]
fn the_table_of_members_is_found_below_another() {
    let sheet = "入党积极分子\n姓名|性别|民族|出生年月|学历|手机|申请入党时间\n路小舟|男|汉|1998.04|本科|13800010001|2023.05\n\
                 党员\n姓名|性别|入党时间|转正时间\n方晓岚|女|2008.06|2009.06";
    let preview = Desks::new().preview(sheet);
    assert_eq!(preview.outcome.accepted.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["方晓岚"]);
    assert!(preview.notes[0].starts_with("第 1 至 3 行"), "{:?}", preview.notes);
}

#[test]
fn a_list_of_staff_does_not_say_who_was_converted_when() {
    let sheet = "工号|姓名|政治面貌|入党时间|入职日期|转正日期\n\
                 A1|梁可欣|中共党员|2012-11-30|2018-03-01|2018-09-01\n\
                 A2|潘以诚|中共预备党员|2026-05-28|2024-07-01|2025-01-01\nA3|莫子安|群众||2021-07-01|2022-01-01";
    let preview = Desks::new().preview(sheet);
    let converted: Vec<_> = preview.outcome.accepted.iter().map(|row| (row.name.as_str(), row.converted)).collect();
    assert_eq!(converted, [("梁可欣", None), ("潘以诚", None)]);
    assert_eq!((preview.outcome.warned, codes(&preview.outcome.rejected)), (vec![], vec![(4, "kind_unknown")]));
    assert!(preview.notes[0].contains("转正日期"), "{:?}", preview.notes);
    // Where it follows the joining it is the Party's, and what does not fit is left out row by row.
    let sheet = "工号|姓名|政治面貌|入党时间|入职日期|转正日期\n\
                 A1|梁可欣|中共党员|2012-11-30|2018-03-01|2013-11-30\nA2|方晓岚|中共党员|2008-06-18|2018-03-01|2009-06-18\n\
                 A3|卓文斌|中共党员|2019-06-18|2018-03-01|2018-09-01";
    let outcome = Desks::new().preview(sheet).outcome;
    assert_eq!(codes(&outcome.warned), [(4, "job_conversion")]);
    assert_eq!(outcome.accepted.iter().filter(|row| row.converted.is_some()).count(), 2);
}

#[rstest]
#[case("接收预备党员日期", "正式转正日期")]
#[case("成为预备党员时间", "成为正式党员时间")]
#[case("确定为预备党员日期", "转为正式党员时间")]
#[case("*入党时间\u{A0}(年月日)", "预备党员转正时间")]
#[case("加入中国共产党日期", "转正\u{200B}日期 *")]
fn the_days_are_found_under_other_names(#[case] joined: &str, #[case] converted: &str) {
    let sheet = format!(
        "姓名|{joined}|{converted}|申请入党时间|转正公示时间\n方晓岚|2008-06-18|2009-06-18|2006-01-01|2009-06-01"
    );
    let outcome = Desks::new().preview(&sheet).outcome;
    let row = &outcome.accepted[0];
    let dates = [row.joined, row.converted].map(|date| date.map(|date| date.to_string()).unwrap_or_default());
    assert_eq!(dates, ["2008-06-18", "2009-06-18"]);
}

const FOUR: &str = "姓名|人员类别\n方晓岚|正式\n卓文斌|正式\n余思琪|正式\n温立新|正式";

#[rstest]
#[case::one_is_missing("姓名|人员类别\n方晓岚|正式\n余思琪|正式\n温立新|正式", Some("卓文斌"))]
#[case::nobody_is_missing(FOUR, None)]
#[case::half_are_missing("姓名|手机号\n方晓岚|13800010001\n卓文斌|13800010002", Some("温立新、余思琪"))]
#[case::new_people_alone("姓名|人员类别\n章予安|正式", None)]
#[case::a_namesake_with_another_number(
    "姓名|人员类别|公民身份号码\n方晓岚|正式|440300198503120229\n卓文斌|正式|\n余思琪|正式|\n温立新|正式|",
    None
)]
#[case::a_refused_row_is_there("姓名|人员类别\n方晓岚|正式\n卓文斌|？\n余思琪|正式\n温立新|正式", None)]
fn who_is_in_the_roster_and_not_in_a_whole_list_is_named(#[case] sheet: &str, #[case] missing: Option<&str>) {
    let mut desks = Desks::new();
    desks.import(FOUR);
    let notes = desks.preview(sheet).notes;
    let said = notes.iter().find(|note| note.starts_with("名册里有、这份表里没有的"));
    assert_eq!(said.is_some(), missing.is_some(), "{notes:?}");
    if let (Some(said), Some(missing)) = (said, missing) {
        assert!(said.contains(missing), "{said}");
    }
    assert_eq!(desks.everyone().len(), 4);
}

#[test]
fn who_is_here_and_has_left_by_the_file_is_named_even_if_nothing_changes() {
    let mut desks = Desks::new();
    desks.import(FOUR);
    let preview =
        desks.preview(&FOUR.replace("人员类别\n", "人员类别|转出时间\n").replace("卓文斌|正式", "卓文斌|正式|2026.3"));
    assert_eq!(preview.outcome.unchanged, 4);
    assert!(preview.notes.iter().any(|note| note.contains("卓文斌")), "{:?}", preview.notes);
}

#[test]
fn who_has_been_on_probation_for_years_is_named() {
    let notes = Desks::new().preview("姓名|人员类别|入党时间\n章予安|预备|2015-07-01\n余思琪|预备|2026-03-20").notes;
    assert!(notes.iter().any(|note| note.contains("章予安") && !note.contains("余思琪")), "{notes:?}");
}

#[rstest]
#[case("状态", "停止党籍")]
#[case("备注", "停止党籍")]
fn whose_membership_is_suspended_comes_in_so_and_it_is_said(#[case] title: &str, #[case] said: &str) {
    let outcome = Desks::new().preview(&format!("姓名|人员类别|{title}\n方晓岚|正式|{said}")).outcome;
    assert_eq!((outcome.doubtful, codes(&outcome.warned)), (vec![], vec![(2, "suspended")]));
}

#[rstest]
#[case(
    "姓名|入党日期|转正日期\n方晓岚|2008-06-18|2009-06-18\n姓名|申请日期|确定为积极分子日期\n路小舟|2024-01-05|2025-03-01"
)]
#[case(
    "姓名|入党日期|转正日期\n方晓岚|2008-06-18|2009-06-18\n积极分子|申请日期|确定日期\n路小舟|2024-01-05|2025-03-01"
)]
fn another_table_below_ends_the_list_by_its_column_of_names(#[case] sheet: &str) {
    let preview = Desks::new().preview(sheet);
    assert_eq!(preview.outcome.accepted.len(), 1, "{:?}", preview.outcome.accepted);
    assert!(preview.notes.iter().any(|note| note.contains("第 3 至 4 行是另一张表")), "{:?}", preview.notes);
}

#[rstest]
#[case("已转出党员名册\n姓名|人员类别\n方晓岚|正式")]
#[case("停止党籍人员名单\n姓名|人员类别\n方晓岚|正式")]
fn a_whole_list_of_people_who_left_is_left_out_until_ticked(#[case] sheet: &str) {
    assert_eq!(silently(sheet), vec![]);
}

#[test]
fn a_line_about_people_of_elsewhere_is_no_end_of_the_list_in_silence() {
    let sheet = "姓名|人员类别\n方晓岚|正式\n流入党员（组织关系不在本支部）|\n路小舟|正式\n";
    let preview = Desks::new().preview(sheet);
    assert_eq!(preview.outcome.accepted.len(), 1, "{:?}", preview.outcome.accepted);
    assert!(preview.notes.iter().any(|note| note.contains("流入党员")), "{:?}", preview.notes);
    let below = Desks::new().preview("姓名|人员类别\n路小舟|正式\n注：路小舟已于2025年转出|");
    assert!(below.notes.iter().any(|note| note.contains("路小舟已于2025年转出")), "{:?}", below.notes);
}

#[test]
fn the_second_of_two_people_in_a_row_is_named_and_changes_nothing_of_the_first() {
    let sheet = "姓名|类别|党员姓名|党员类别\n方晓岚|正式党员|余思琪|预备党员";
    let preview = Desks::new().preview(sheet);
    assert_eq!(silently(sheet), [("方晓岚".to_owned(), "正式党员".to_owned())]);
    assert!(preview.notes.iter().any(|note| note.contains("余思琪")), "{:?}", preview.notes);
    let outcome = Desks::new().preview("姓名|人员类别\n张三 李四|正式\n王 一|正式").outcome;
    assert_eq!((outcome.doubtful, outcome.accepted.len()), (vec![2], 2));
}

#[rstest]
#[case("员工转正日期")]
#[case("试用期转正日期")]
#[case("转正日期")]
fn a_conversion_without_a_joining_is_no_reason_to_refuse_who_is_a_member(#[case] title: &str) {
    let sheet = format!("姓名|政治面貌|{title}\n方晓岚|中共党员|2015-03-01\n余思琪|中共预备党员|2016-03-01");
    let preview = Desks::new().preview(&sheet);
    assert_eq!(
        (silently(&sheet), preview.outcome.rejected.len()),
        (fang_and_yu(), 0),
        "{:?}",
        preview.outcome.rejected
    );
    assert!(preview.notes.iter().any(|note| note.contains(title)), "{:?}", preview.notes);
}

#[rstest]
#[case("正式党员|预备党员", "√|", "|√")]
#[case("党派|备注", "中国共产党|", "中国共产党（预备）|")]
#[case("是否正式|备注", "是|", "否|")]
fn the_kind_may_be_a_mark_or_a_party(#[case] titles: &str, #[case] full: &str, #[case] probationary: &str) {
    let sheet = format!("姓名|{titles}\n方晓岚|{full}\n余思琪|{probationary}");
    assert_eq!(silently(&sheet), fang_and_yu());
}

#[test]
fn a_member_of_some_sort_is_no_outsider() {
    let outcome = Desks::new().preview("姓名|人员类别\n方晓岚|流动党员\n余思琪|甲类").outcome;
    assert_eq!(
        (codes(&outcome.warned), codes(&outcome.rejected)),
        (vec![(2, "kind_not_said")], vec![(3, "kind_unknown")])
    );
    assert!(!outcome.rejected[0].message.contains("不是正式党员"), "{:?}", outcome.rejected);
}

#[test]
fn who_is_kept_elsewhere_or_suspended_since_a_day_is_said() {
    let outcome = Desks::new().preview("姓名|人员类别|组织关系\n方晓岚|正式|在本支部\n卓文斌|正式|外单位").outcome;
    assert_eq!(outcome.doubtful, [3]);
    let outcome = Desks::new().preview("姓名|人员类别|停止党籍时间\n方晓岚|正式|\n卓文斌|正式|2024-05-01").outcome;
    assert_eq!(codes(&outcome.warned), [(3, "suspended")]);
}

#[rstest]
#[case("积极分子姓名|申请日期\n路小舟|2024-01-05", "是另一张表")]
#[case("培养对象|\n路小舟|正式", "培养对象")]
#[case("拟发展人员|\n路小舟|正式", "拟发展人员")]
#[case("备注：以下为积极分子|\n路小舟|正式", "以下为积极分子")]
fn lines_and_headers_about_others_end_the_list(#[case] below: &str, #[case] said: &str) {
    let preview = Desks::new().preview(&format!("姓名|人员类别\n方晓岚|正式\n{below}"));
    assert_eq!((preview.outcome.accepted.len(), preview.outcome.rejected.len()), (1, 0), "{:?}", preview.outcome);
    assert!(preview.notes.iter().any(|note| note.contains(said)), "{:?}", preview.notes);
}

#[test]
fn a_line_with_a_party_group_is_no_person_and_a_row_of_units_is_none_either() {
    let preview =
        Desks::new().preview("姓名|人员类别|入党|转正\n||年月|年月\n第一党小组|||\n方晓岚|正式|2008.06|2009.06");
    let row = &preview.outcome.accepted[0];
    assert_eq!((row.row, row.joined.is_some(), row.converted.is_some()), (4, true, true));
    assert_eq!(preview.outcome.rejected, []);
    assert!(preview.notes.iter().any(|note| note.contains("第一党小组")), "{:?}", preview.notes);
}

#[rstest]
#[case::question("政治面貌|是否转正\n方晓岚|中共党员|是\n余思琪|中共党员|否")]
#[case::other_question("政治面貌|是否预备党员\n方晓岚|中共党员|否\n余思琪|中共党员|是")]
#[case::remark("人员类别|备注\n方晓岚|党员|\n余思琪|党员|预备期")]
#[case::instead_of_a_day("人员类别|入党日期|转正日期\n方晓岚|党员|2008-06|2009-06\n余思琪|党员|2026-03|未转正")]
#[case::whatever_they_are("人员类别\n方晓岚|教工正式党员\n余思琪|学生预备党员")]
#[case::in_brackets("人员类别\n方晓岚|农民党员（正式）\n余思琪|农民党员（预备）")]
fn the_more_exact_column_says_the_kind(#[case] table: &str) {
    assert_eq!(silently(&format!("姓名|{table}")), fang_and_yu());
}

#[test]
fn a_kind_that_another_column_contradicts_is_asked_about() {
    let sheet = "姓名|人员类别|是否转正\n方晓岚|正式党员|是\n余思琪|正式党员|否";
    assert_eq!(silently(sheet), [("方晓岚".to_owned(), "正式党员".to_owned())]);
    let within_a_year = "姓名|人员类别|入党日期|转正日期\n余思琪|正式党员|2026-07-01|";
    assert!(codes(&Desks::new().preview(within_a_year).outcome.warned).contains(&(2, "full_too_early")));
}

#[rstest]
#[case("不是党员")]
#[case("拟发展党员")]
#[case("前党员")]
#[case("预备党员发展对象")]
#[case("已提交入党申请书")]
fn whoever_is_no_member_is_not_taken_for_one(#[case] kind: &str) {
    assert_eq!(silently(&format!("姓名|人员类别\n方晓岚|正式党员\n余思琪|预备党员\n路小舟|{kind}")), fang_and_yu());
}

#[rstest]
#[case::without_a_title("", "已转出")]
#[case::without_a_title_and_when("", "2024年去世")]
#[case::for_a_group("党小组", "已转出")]
#[case::for_an_office("党内职务", "已去世")]
#[case::for_a_number("手机号", "已故")]
#[case::mark("历史党员", "√")]
#[case::question("是否在支部", "否")]
#[case::question_of_life("是否健在", "否")]
#[case::question_of_validity("是否有效", "否")]
#[case::deleted("删除标记", "1")]
#[case::day("退出时间", "2025-01-01")]
#[case::place("转移去向", "广州")]
#[case::remark("备注", "转外省")]
fn who_has_left_is_seen_wherever_it_stands(#[case] title: &str, #[case] said: &str) {
    let sheet = format!("姓名|人员类别|{title}\n方晓岚|正式党员|\n余思琪|预备党员|\n路小舟|正式党员|{said}");
    assert_eq!(silently(&sheet), fang_and_yu());
}

#[rstest]
#[case("家庭住址", "移民新村3号")]
#[case("工作岗位", "工商注销科科长")]
#[case("证件是否有效", "否")]
fn what_only_sounds_like_it_is_nothing(#[case] title: &str, #[case] said: &str) {
    let sheet = format!("姓名|人员类别|{title}\n方晓岚|正式党员|\n余思琪|预备党员|{said}");
    assert_eq!(silently(&sheet), fang_and_yu());
}

#[test]
fn a_namesake_with_another_number_is_said_and_does_not_stand_for_the_known_one() {
    let mut desks = Desks::new();
    desks.import("姓名|人员类别|公民身份号码\n方晓岚|正式|440300198503120229\n温立新|正式|");
    let preview = desks.preview("姓名|人员类别|公民身份号码\n方晓岚|正式|440300199003120227\n温立新|正式|");
    assert!(preview.outcome.warned.iter().any(|note| note.code == "namesake"), "{:?}", preview.outcome);
    assert!(preview.notes.iter().any(|note| note.contains("这份表里没有的：方晓岚")), "{:?}", preview.notes);
}

#[rstest]
#[case("3曹八")]
#[case("李四2")]
#[case("待定")]
#[case("先生")]
#[case("党支部")]
#[case("某某")]
#[case("张XX")]
#[case("孙七书记")]
#[case("尤一同志")]
#[case("孔七Kong")]
fn what_is_no_whole_name_is_said(#[case] name: &str) {
    let outcome = Desks::new().preview(&format!("姓名|人员类别\n{name}|正式党员")).outcome;
    assert!(outcome.warned.len() + outcome.rejected.len() > 0, "{:?}", outcome.accepted);
}

#[test]
fn a_landline_that_is_a_mobile_number_does_not_take_the_mobiles_place() {
    let preview = Desks::new().preview("姓名|人员类别|家庭电话|手机\n方晓岚|正式党员|13800010009|13800010001");
    assert_eq!(preview.details[0].mobile, "13800010001");
    let of_others = Desks::new().preview("姓名|人员类别|书记电话\n方晓岚|正式党员|13800010009");
    assert_eq!(of_others.details[0].mobile, "");
}

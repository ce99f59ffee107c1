//! What cells say: telephones, names, nationalities, offices, characters.

use rstest::rstest;

use crate::roster::import::ImportField;
use crate::roster::import::testing::{Desks, codes};
use crate::roster::{Office, Particular, RosterQuery, list};

const OTHER: ImportField = ImportField::Particular(Particular::OtherPhones);

#[rstest]
#[case::only_one("联系电话", "13800010001", &[Some(ImportField::Mobile)])]
#[case::in_other_words("党员本人联系电话", "13800010001", &[Some(ImportField::Mobile)])]
#[case::way("联系方式", "13800010001", &[Some(ImportField::Mobile)])]
#[case::landlines_only("联系电话", "0755-12345678", &[Some(ImportField::Landline)])]
#[case::two("手机|联系电话", "13800010001|0755-12345678", &[Some(ImportField::Mobile), Some(ImportField::Landline)])]
#[case::two_by_contents("电话|联系方式", "0755-12345678|13800010001", &[Some(ImportField::Landline), Some(ImportField::Mobile)])]
#[case::the_same_title("联系电话|联系电话", "13800010001|13900010002", &[Some(ImportField::Mobile), Some(OTHER)])]
#[case::sure_title_first("联系电话|手机号码", "13900010002|13800010001", &[Some(OTHER), Some(ImportField::Mobile)])]
#[case::empty_mobile("手机号|联系电话", "|13800010001", &[Some(OTHER), Some(ImportField::Mobile)])]
#[case::wrong_title("固定电话", "13800010001", &[Some(ImportField::Mobile)])]
#[case::with_landline("固定电话|电话", "83001234|13800010001", &[Some(ImportField::Landline), Some(ImportField::Mobile)])]
#[case::of_others("紧急联系人电话", "13800010001", &[None])]
#[case::of_the_party("党员联系电话", "13800010001", &[Some(ImportField::Mobile)])]
#[case::numbered("联系电话1", "13800010001", &[Some(ImportField::Mobile)])]
#[case::with_a_chat("联系电话及微信", "13800010001", &[Some(ImportField::Mobile)])]
#[case::traditional("聯繫電話", "13800010001", &[Some(ImportField::Mobile)])]
#[case::foreign("Phone", "13800010001", &[Some(ImportField::Mobile)])]
#[case::hand_held("手提电话", "13800010001", &[Some(ImportField::Mobile)])]
#[case::by_contents_alone("号码", "13800010001", &[Some(ImportField::Mobile)])]
#[case::of_the_family("家属电话", "13800010001", &[None])]
#[case::short_numbers("短号", "668866", &[None])]
fn columns_of_telephones_are_told_apart(
    #[case] titles: &str,
    #[case] cells: &str,
    #[case] fields: &[Option<ImportField>],
) {
    let preview = Desks::new().preview(&format!("姓名|人员类别|{titles}\n方晓岚|正式|{cells}"));
    let found: Vec<_> = preview.columns.iter().skip(2).map(|column| column.field).collect();
    assert_eq!(found, fields);
    assert_eq!(preview.outcome.warned, []);
}

#[test]
fn whoever_has_one_telephone_is_found_by_its_end() {
    let mut desks = Desks::new();
    desks.import("姓名|人员类别|联系电话\n方晓岚|正式|13800010001");
    assert_eq!(desks.everyone()[0].record.mobile, "13800010001");
    let query = RosterQuery { search: "0001".to_owned(), ..RosterQuery::default() };
    assert_eq!(list(&mut desks.file.desk("roster_list"), query).unwrap().total, 1);
}

#[rstest]
#[case::of_a_program("13800010009.0", "13800010009", None)]
#[case::guarded("=\"13800010001\"", "13800010001", None)]
#[case::spaced("138 0001 0001", "13800010001", None)]
#[case::abroad("+8613800010001", "13800010001", None)]
#[case::ten_digits("1380001000", "1380001000", Some("phone_odd"))]
#[case::exponent("1.38E+10", "", Some("value_unreadable"))]
#[case::a_name("章予安", "", Some("value_unreadable"))]
#[case::remark("13800010001（微信同号）", "13800010001", Some("phone_with_remark"))]
fn a_telephone_is_read_or_said(#[case] written: &str, #[case] kept: &str, #[case] code: Option<&str>) {
    let mut desks = Desks::new();
    let outcome = desks.import(&format!("姓名|人员类别|手机号\n方晓岚|正式|{written}"));
    assert_eq!(codes(&outcome.warned), code.map(|code| (2, code)).into_iter().collect::<Vec<_>>());
    assert_eq!(desks.everyone()[0].record.mobile, kept);
}

#[test]
fn several_telephones_in_one_cell_go_where_they_belong() {
    let mut desks = Desks::new();
    let outcome = desks.import("姓名|人员类别|联系电话\n方晓岚|正式|13800010001/13900010002、0755-12345678");
    assert_eq!(outcome.warned, []);
    let record = &desks.everyone()[0].record;
    let others = record.particulars.get(Particular::OtherPhones);
    assert_eq!([&record.mobile, &record.landline, others], ["13800010001", "0755-12345678", "13900010002"]);
}

#[rstest]
#[case("01", "汉族", None)]
#[case("#1", "汉族", None)]
#[case("壮", "壮族", None)]
#[case("毛难族", "毛南族", None)]
#[case("女", "", Some("value_unreadable"))]
#[case("1990-05", "", Some("value_unreadable"))]
#[case("99", "", Some("value_unreadable"))]
#[case("汗族", "汗族", Some("ethnicity_unknown"))]
fn an_ethnic_group_is_read_or_said(#[case] written: &str, #[case] kept: &str, #[case] code: Option<&str>) {
    let outcome = Desks::new().import(&format!("姓名|人员类别|民族\n方晓岚|正式|{written}"));
    assert_eq!(codes(&outcome.warned), code.map(|code| (2, code)).into_iter().collect::<Vec<_>>());
    assert_eq!(outcome.accepted[0].ethnicity, kept);
}

#[rstest]
#[case("13800010005", "name_unlikely")]
#[case("440300", "name_unlikely")]
#[case("女", "name_unlikely")]
#[case("1990-05-03", "name_unlikely")]
#[case("林*", "name_masked")]
#[case("张三、李四", "name_of_two")]
fn what_is_no_name_keeps_the_row_out(#[case] name: &str, #[case] code: &str) {
    let outcome = Desks::new().import(&format!("姓名|人员类别|性别\n{name}|正式|女"));
    assert_eq!(codes(&outcome.rejected), [(2, code)]);
}

#[rstest]
#[case("何芳（书记）")]
#[case("何芳*")]
#[case("何芳 13800010001")]
fn what_stands_beside_a_name_is_said(#[case] written: &str) {
    let outcome = Desks::new().import(&format!("姓名|人员类别\n{written}|正式\n阿不都·热合曼|正式"));
    assert_eq!((outcome.accepted[0].name.as_str(), outcome.accepted[1].name.as_str()), ("何芳", "阿不都·热合曼"));
    assert_eq!((codes(&outcome.warned), outcome.doubtful), (vec![(2, "name_with_remark")], vec![]));
}

#[test]
fn of_two_offices_what_can_be_read_is_kept() {
    let mut desks = Desks::new();
    let outcome = desks.import("姓名|人员类别|党内职务\n路人庚|正式|党支部书记、理事长");
    assert_eq!(codes(&outcome.warned), [(2, "office_partly_read")]);
    assert!(desks.everyone()[0].record.offices.iter().eq([Office::Secretary]));
}

#[rstest]
#[case("书记|组织委员", Some(ImportField::Office))]
#[case("秘书长|干事", Some(ImportField::JobPosition))]
fn posts_are_the_partys_or_the_employers_by_what_the_column_holds(
    #[case] cells: &str,
    #[case] field: Option<ImportField>,
) {
    let (first, second) = cells.split_once('|').unwrap();
    let preview = Desks::new().preview(&format!("姓名|人员类别|职务\n方晓岚|正式|{first}\n卓文斌|正式|{second}"));
    assert_eq!(preview.columns[2].field, field);
}

#[test]
fn a_row_with_two_values_out_of_place_is_asked_about() {
    let outcome = Desks::new().preview("姓名|人员类别|性别|民族|手机号\n方晓岚|正式|汉族|女|13800010001").outcome;
    assert_eq!(outcome.doubtful, [2]);
    assert!(outcome.warned.iter().any(|note| note.code == "columns_shifted"), "{outcome:?}");
}

#[rstest]
#[case("欧阳\u{200B}雪", "欧阳雪")]
#[case("⻢思远", "马思远")]
#[case("孙⽂", "孙文")]
#[case("陈\u{E863}", "陈䶮")]
#[case("\u{202E}赵云\u{FEFF}", "赵云")]
#[case("古丽娜▪艾买提", "古丽娜·艾买提")]
fn a_name_is_kept_as_it_looks_and_the_change_is_shown(#[case] written: &str, #[case] kept: &str) {
    let mut desks = Desks::new();
    let outcome = desks.import(&format!("姓名|人员类别\n{written}|正式"));
    assert_eq!((outcome.accepted[0].name.as_str(), outcome.warned), (kept, vec![]));
    assert_eq!((outcome.normalized[0].field, outcome.normalized[0].kept.as_str()), (ImportField::Name, kept));
    let query = RosterQuery { search: kept.to_owned(), ..RosterQuery::default() };
    assert_eq!(list(&mut desks.file.desk("roster_list"), query).unwrap().total, 1);
}

#[test]
fn titles_copied_out_of_a_pdf_are_read_too() {
    let outcome = Desks::new().preview("姓名|⼈员类别|加⼊党组织⽇期\n方晓岚|正式党员|2008-06-18").outcome;
    assert!(outcome.accepted[0].joined.is_some());
}

#[test]
fn a_character_that_means_nothing_is_said_with_its_code() {
    let outcome = Desks::new().import("姓名|人员类别\n林\u{F6A1}|正式\n方晓岚|正式");
    assert_eq!(codes(&outcome.warned), [(2, "unshowable")]);
    assert!(outcome.warned[0].message.contains("U+F6A1") && outcome.warned[0].message.contains('林'));
    assert!(outcome.doubtful.is_empty());
}

#[test]
fn nobody_joined_before_there_was_a_party() {
    let outcome = Desks::new().preview("姓名|人员类别|入党时间\n齐映雪|正式|1899-12-31").outcome;
    assert_eq!(codes(&outcome.rejected), [(2, "date_invalid")]);
}

#[test]
fn the_id_number_tells_who_joined_too_young() {
    let sheet = "姓名|身份证号|人员类别|入党时间|转正时间\n曾军杰|440300199003105609|正式|2006-07-01|2007-07-01\n\
                 杜浩英|440300199302267560|正式|1992-07-01|1993-07-01";
    let outcome = Desks::new().preview(sheet).outcome;
    assert_eq!(codes(&outcome.warned), [(2, "joined_too_young")]);
    assert_eq!(codes(&outcome.rejected), [(3, "joined_before_birth")]);
}

#[rstest]
#[case("张_三", "name_odd_sign")]
#[case("王&#20811;", "name_odd_sign")]
#[case("欧阳□", "name_with_remark")]
#[case("张三 李四", "name_of_two")]
fn an_odd_sign_in_a_name_is_said(#[case] name: &str, #[case] code: &str) {
    let outcome = Desks::new()
        .preview(&format!("姓名|人员类别\n{name}|正式\n阿不都·热合曼|正式\nJohn O'Neil-Smith|正式"))
        .outcome;
    assert_eq!(codes(&outcome.warned), [(2, code)]);
}

#[rstest]
#[case("1.3800010001E+10", "13800010001", None)]
#[case("1.38E10", "", Some("value_unreadable"))]
#[case("440300198503120229", "", Some("value_unreadable"))]
#[case("1985-03-12", "", Some("value_unreadable"))]
fn what_is_no_telephone_is_not_kept(#[case] written: &str, #[case] kept: &str, #[case] code: Option<&str>) {
    let mut desks = Desks::new();
    let outcome = desks.import(&format!("姓名|人员类别|手机号\n方晓岚|正式|{written}"));
    assert_eq!(codes(&outcome.warned), code.map(|code| (2, code)).into_iter().collect::<Vec<_>>());
    assert_eq!(desks.everyone()[0].record.mobile, kept);
}

#[rstest]
#[case("学历", "深圳市南山区")]
#[case("学历", "女")]
#[case("家庭住址", "123")]
#[case("家庭住址", "440300198503120229")]
#[case("家庭住址", "汉族")]
#[case("出生日期", "1885-01-01")]
fn a_value_out_of_place_is_left_out_and_said(#[case] title: &str, #[case] written: &str) {
    let outcome = Desks::new().preview(&format!("姓名|人员类别|{title}\n方晓岚|正式|{written}")).outcome;
    assert_eq!((codes(&outcome.warned), outcome.rejected.len()), (vec![(2, "value_unreadable")], 0));
}

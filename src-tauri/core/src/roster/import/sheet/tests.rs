//! Promises about whole sheets: which one is read, what merged cells mean, and what has to be said.

use std::collections::BTreeMap;
use std::fs::File;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use rstest::rstest;

use crate::outside::{Area, Cell, Made, Office, Sheet, Table, WordError, Writing};
use crate::roster::import::cells::text;
use crate::roster::import::testing::Desks;
use crate::roster::import::*;

/// A file that has been read.
struct Book(Vec<Sheet>);

impl Office for Book {
    fn read(&self, _: &[u8]) -> Result<Vec<Sheet>, SheetError> {
        Ok(self.0.clone())
    }
    fn write(&self, _: &Table) -> Result<Vec<u8>, SheetError> {
        Err(SheetError::NotASheet)
    }
    fn archive(&self, _: File) -> Box<dyn crate::outside::Archive> {
        unreachable!("nothing is packed here")
    }
    fn text(&self, _: &[u8]) -> Option<String> {
        None
    }

    fn word(&self, _: &Writing, _: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, WordError> {
        Err(WordError::Failed(String::new()))
    }

    fn blank(&self, _: &[u8]) -> Result<Vec<crate::outside::BlankSheet>, crate::outside::BlankError> {
        Err(crate::outside::BlankError::OtherFormat)
    }

    fn fill(&self, _: &[u8], _: &[crate::outside::SheetFilling]) -> Result<Vec<u8>, crate::outside::BlankError> {
        Err(crate::outside::BlankError::OtherFormat)
    }
}

/// Lines of cells between bars.
fn grid(text: &str) -> Grid {
    let cell = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let rows = text.lines().map(|line| line.trim().split('|').map(cell).collect()).collect();
    Grid { rows, ..Grid::default() }
}

fn sheet(name: &str, grid: Grid) -> Sheet {
    Sheet { name: name.to_owned(), hidden: false, grid: Ok(grid) }
}

fn merged(top: u32, left: u32, bottom: u32, right: u32) -> Area {
    Area { top, left, bottom, right }
}

fn preview_of(book: Vec<Sheet>, wanted: Option<&str>) -> Result<ImportPreview, RosterError> {
    let mut desks = Desks::new();
    desks.file.outside.office = Arc::new(Book(book));
    let request = ImportPreviewRequest { sheet: wanted.map(str::to_owned), ..desks.request("") };
    import_preview(&desks.file.door("roster_import_preview"), request)
}

/// The preview of a single sheet.
fn preview(grid: Grid) -> ImportPreview {
    preview_of(vec![sheet("名册", grid)], None).unwrap()
}

fn names(preview: &ImportPreview) -> Vec<&str> {
    preview.outcome.accepted.iter().map(|row| row.name.as_str()).collect()
}

/// What a grid becomes once it is filled, as lines of cells between bars, and what is said.
fn filled(mut grid: Grid) -> (Vec<String>, Vec<String>) {
    merged::unfold_header(&mut grid);
    let row = header::find(&grid.rows, &ByHand::new()).unwrap();
    let layout = Header::at(&grid.rows, row).layout(&grid.rows, &ByHand::new());
    let notes = merged::fill(&mut grid, &layout);
    let line = |row: &Vec<Cell>| row.iter().map(text::shown).collect::<Vec<_>>().join("|");
    (grid.rows.iter().map(line).collect(), notes)
}

#[test]
fn what_is_merged_over_several_rows_holds_for_each_of_them_that_has_a_person() {
    let mut sheet = grid("党小组||姓名|所在单位\n一组||甲|某中心\n||乙|\n|||\n||丙|\n二组||丁|\n||戊|");
    sheet.merged = vec![merged(0, 0, 0, 1), merged(1, 0, 4, 1), merged(5, 0, 6, 0), merged(1, 3, 900, 3)];
    let (rows, notes) = filled(sheet);
    let expected =
        ["一组||甲|某中心", "一组||乙|某中心", "|||", "一组||丙|某中心", "二组||丁|某中心", "二组||戊|某中心"];
    assert_eq!(rows[1..], expected);
    assert_eq!(notes, [""; 0]);
}

#[test]
fn a_header_of_several_rows_is_found_under_its_common_titles() {
    let mut sheet = grid(
        "党员名册|||||||\n姓名|人员类别|入党|||联系方式||家庭成员\n|||||手机号|固定电话|姓名\n||时间|地点|介绍人|||\n方晓岚|正式|2008-06-18|甲地|乙|13800010001||方父",
    );
    sheet.merged = vec![
        merged(0, 0, 0, 7),
        merged(1, 0, 3, 0),
        merged(1, 1, 3, 1),
        merged(1, 2, 2, 4),
        merged(1, 5, 1, 6),
        merged(2, 5, 3, 5),
        merged(2, 6, 3, 6),
    ];
    let preview = preview(sheet);
    let columns: Vec<_> = preview.columns.iter().map(|column| column.header.as_str()).collect();
    assert_eq!(
        columns,
        ["姓名", "人员类别", "入党时间", "地点", "入党介绍人", "联系方式手机号", "固定电话", "家庭成员姓名"]
    );
    assert_eq!(preview.header_row, 2);
    let row = &preview.outcome.accepted[0];
    assert_eq!((row.row, row.name.as_str(), row.joined.unwrap().to_string().as_str()), (5, "方晓岚", "2008-06-18"));
}

#[test]
fn a_title_under_two_common_ones_is_read_with_the_nearer() {
    let mut sheet = grid(
        "姓名|基本情况||党员情况|\n|性别|出生|入党|\n||年月|时间|转正时间\n方晓岚|女|1985.03|2008-06-18|2009-06-18",
    );
    sheet.merged =
        vec![merged(0, 0, 2, 0), merged(0, 1, 0, 2), merged(0, 3, 0, 4), merged(1, 1, 2, 1), merged(1, 3, 1, 4)];
    let row = &preview(sheet).outcome.accepted[0];
    let dates = [row.birth, row.joined, row.converted].map(|date| date.unwrap().to_string());
    assert_eq!(dates, ["1985-03", "2008-06-18", "2009-06-18"]);
}

#[test]
fn a_header_with_common_titles_alone_merged_has_a_second_row() {
    let mut sheet = grid("姓名|人员类别|入党|\n||时间|地点\n方晓岚|正式|2008-06-18|甲地");
    sheet.merged = vec![merged(0, 2, 0, 3)];
    assert!(preview(sheet).outcome.accepted[0].joined.is_some());
}

#[test]
fn a_heading_across_the_columns_is_no_person_and_one_person_on_two_rows_is_one() {
    let mut sheet =
        grid("姓名|性别|人员类别|学历\n第一党小组|||\n甲|男|正式|大学\n|||硕士\n乙|女|正式|\n合计：2 人|||");
    sheet.merged =
        vec![merged(1, 0, 1, 3), merged(2, 0, 3, 0), merged(2, 1, 3, 1), merged(2, 2, 3, 2), merged(5, 0, 5, 3)];
    let preview = preview(sheet);
    assert_eq!((names(&preview), preview.outcome.rejected.len()), (vec!["甲", "乙"], 0));
    assert_eq!(
        preview.notes,
        [
            "第 2 行“第一党小组”是横跨几栏的合并单元格，不是一个人，没有读入",
            "第 4 行的姓名与上一行合并，按同一个人读，只读了上面一行"
        ]
    );
}

#[test]
fn what_does_not_meet_the_eye_is_said() {
    let mut sheet =
        grid("姓名|人员类别|性别|入党日期|序号\n甲|正式|||\n乙|正式|||\n丙|正式|||\n丁|正式|||\n|||2010-07-01|");
    sheet.hidden_rows = vec![0, 1, 3, 4, 5];
    sheet.hidden_columns = vec![2, 4];
    sheet.uncalculated = BTreeMap::from([(2, 4), (30, 1)]);
    sheet.yearless = BTreeMap::from([(3, 1), (4, 9)]);
    sheet.strays = vec!["XFD1".to_owned()];
    let preview = preview(sheet);
    assert_eq!(names(&preview), ["甲", "乙", "丙", "丁"]);
    let said = [
        "第 2 行、第 4–6 行在表格里是隐藏的（或被筛选掉的），已经一起读入；不该导入的，请在核对时取消勾选",
        "“性别”（C 列）在表格里是隐藏的，已经一起读入",
        "“性别”（C 列）的 4 格、AE 列的 1 格是公式，文件里没有存下计算结果，按空白处理；请用表格软件打开、重新计算并保存，再导入",
        "“入党日期”（D 列）的 1 格日期只显示月和日，年份是文件里存的，请核对",
        "单元格 XFD1 离名册很远，是多余的内容，没有读入；可以在表格软件里删去",
    ];
    assert_eq!(preview.notes, said);
}

#[test]
fn of_very_many_hidden_rows_only_the_first_are_named() {
    let rows: Vec<u32> = (0..40).map(|n| 2 * n).collect();
    let title = noticed::rows_title(&rows);
    assert!(title.starts_with("第 1 行、第 3 行、") && title.ends_with("第 23 行等 40 行"), "{title}");
}

#[test]
fn people_side_by_side_are_named_when_only_the_left_ones_are_read() {
    let preview = preview(grid("序号|姓名|人员类别|序号|姓名|人员类别\n1|甲|正式|3|丙|预备\n2|乙|正式|4|丁|正式"));
    assert_eq!(names(&preview), ["甲", "乙"]);
    assert_eq!(
        preview.notes,
        ["“姓名”一栏重复出现，只读了 B 列的，E 列的丙、丁没有读入；左右并排的名册，请把右边的人接到左边下面，再导入"]
    );
}

const PEOPLE: &str = "姓名|人员类别|手机号\n甲|正式|13800010001\n乙|正式|13800010002";

fn book() -> Vec<Sheet> {
    let explained = grid("填表说明|\n姓名|与身份证一致\n日期|写到日");
    let mut old = sheet("旧名册", grid(PEOPLE));
    old.hidden = true;
    let large = Sheet { name: "流水".to_owned(), hidden: false, grid: Err(SheetError::TooLarge("x".to_owned())) };
    let empty = Sheet { name: "Sheet3".to_owned(), hidden: false, grid: Err(SheetError::Empty) };
    vec![
        sheet("说明", explained),
        sheet("积极分子", grid(PEOPLE)),
        sheet("第一党小组", grid(PEOPLE)),
        sheet("第二党小组", grid(PEOPLE)),
        old,
        large,
        empty,
    ]
}

#[test]
fn the_sheet_of_members_is_read_and_the_others_that_hold_people_are_named() {
    let preview = preview_of(book(), None).unwrap();
    assert_eq!((preview.sheet.as_str(), names(&preview)), ("第一党小组", vec!["甲", "乙"]));
    assert_eq!(preview.sheets, ["说明", "积极分子", "第一党小组", "第二党小组", "流水", "Sheet3"]);
    let said = [
        "工作表“积极分子”里还有 2 行名单，这次没有读入；要导入它，请换选这张工作表",
        "工作表“第二党小组”里还有 2 行名单，这次没有读入；要导入它，请换选这张工作表",
        "隐藏的工作表“旧名册”里还有 2 行名单，没有读入；要导入它，请先在表格软件里取消隐藏",
        "工作表“流水”：这个表格太大(x),不像一份名册，没有读入任何内容",
    ];
    assert_eq!(preview.notes, said);
}

#[test]
fn a_wanted_sheet_is_read_and_a_hidden_one_cannot_be_wanted() {
    assert_eq!(preview_of(book(), Some("积极分子")).unwrap().sheet, "积极分子");
    for (wanted, code) in [("旧名册", "no_such_sheet"), ("无", "no_such_sheet"), ("流水", "sheet_too_large")] {
        let error = preview_of(book(), Some(wanted)).unwrap_err();
        assert_eq!(crate::problem::Explain::code(&error), code);
    }
}

#[test]
fn people_in_a_hidden_sheet_alone_are_told_from_none() {
    let mut hidden = sheet("旧名册", grid(PEOPLE));
    hidden.hidden = true;
    let error = preview_of(vec![sheet("说明", grid("请看|附件")), hidden], None).unwrap_err();
    assert!(matches!(error, RosterError::HiddenSheet(name) if name == "旧名册"));
    assert!(matches!(preview_of(vec![sheet("说明", grid("请看|附件"))], None), Err(RosterError::NoNameColumn)));
}

#[rstest]
#[case(
    "党员信息采集表|||\n姓名|甲|性别|女\n公民身份证号|440300198503120229|民族|汉族\n人员类别|正式党员|手机号|13800010001"
)]
#[case("姓名|甲\n性别|女\n民族|汉族\n出生日期|1985-03-12\n入党日期|2008-06-18")]
#[case("姓名|甲|照片\n出生年月|1985-03|\n手机号码|13800010001|\n姓名|乙|照片\n出生年月|1986-03|")]
fn a_form_of_one_person_is_no_roster(#[case] form: &str) {
    assert!(matches!(preview_of(vec![sheet("表", grid(form))], None), Err(RosterError::OnePersonForm)));
    let preview = preview_of(vec![sheet("表", grid(form)), sheet("名册", grid(PEOPLE))], None).unwrap();
    assert_eq!((preview.sheet.as_str(), preview.notes.len()), ("名册", 0));
}

#[test]
fn a_sheet_with_names_alone_is_named() {
    let sheets = |list: &str| vec![sheet("名册", grid(PEOPLE)), sheet("其他", grid(list))];
    for (list, is_named) in [("党员|\n张三|\n李四|", true), ("序号|姓名\n1|张三", true), ("说明|\n请如实填写|", false)]
    {
        let preview = preview_of(sheets(list), None).unwrap();
        assert_eq!(preview.notes.iter().any(|note| note.contains("“其他”")), is_named, "{list} {:?}", preview.notes);
    }
}

#[rstest]
#[case::labels_and_values_in_two_rows("姓名|方晓岚|性别|女\n人员类别|正式党员|入党时间|2008-06-18")]
#[case::all_in_one_row("姓名|方晓岚|性别|女|人员类别|正式党员")]
#[case::with_a_family(
    "姓名|方晓岚|性别|女\n人员类别|正式党员|入党时间|2008-06-18\n称谓|姓名|政治面貌|\n父亲|方父|中共党员|"
)]
fn a_form_of_a_few_rows_is_no_roster_either(#[case] form: &str) {
    assert!(matches!(preview_of(vec![sheet("表", grid(form))], None), Err(RosterError::OnePersonForm)));
}

#[test]
fn a_table_of_somebodys_family_is_no_roster_and_an_emergency_contact_no_family() {
    let family = "称谓|姓名|政治面貌\n父亲|方父|中共党员";
    assert!(matches!(preview_of(vec![sheet("表", grid(family))], None), Err(RosterError::Relatives)));
    let contact = "姓名|人员类别|紧急联系人|关系\n方晓岚|正式党员|方父|父亲";
    assert_eq!(preview_of(vec![sheet("表", grid(contact))], None).unwrap().outcome.accepted.len(), 1);
}

#[rstest]
#[case::counted_titles("姓名|人员类别|姓名.1|人员类别.1\n方晓岚|正式党员|温立新|正式党员")]
#[case::no_titles("姓名|人员类别||\n方晓岚|正式党员|温立新|正式党员")]
fn the_right_half_of_a_list_is_named(#[case] list: &str) {
    let preview = preview_of(vec![sheet("表", grid(list))], None).unwrap();
    assert_eq!(preview.outcome.accepted.len(), 1);
    assert!(preview.notes.iter().any(|note| note.contains("温立新")), "{:?}", preview.notes);
}

#[test]
fn a_header_with_nothing_below_it_says_so() {
    let preview = preview_of(vec![sheet("表", grid("姓名|人员类别|入党日期"))], None).unwrap();
    assert_eq!(preview.notes, ["第 1 行的表头下面没有人，没有读入任何内容"]);
}

#[test]
fn a_date_in_three_columns_below_one_title_is_one_date() {
    let mut grid = grid("姓名|人员类别|入党时间||\n||年|月|日\n方晓岚|正式党员|2008|6|18\n温立新|正式党员|2009||");
    grid.merged = vec![
        Area { top: 0, left: 0, bottom: 1, right: 0 },
        Area { top: 0, left: 1, bottom: 1, right: 1 },
        Area { top: 0, left: 2, bottom: 0, right: 4 },
    ];
    let preview = preview_of(vec![sheet("表", grid)], None).unwrap();
    let joined: Vec<_> = preview.outcome.accepted.iter().map(|row| row.joined.unwrap().to_string()).collect();
    assert_eq!(joined, ["2008-06-18", "2009"]);
}

#[rstest]
#[case::name(0)]
#[case::kind(1)]
fn an_error_in_a_cell_that_is_needed_refuses_its_row_and_no_other(#[case] column: usize) {
    let mut grid = grid("姓名|人员类别\n方晓岚|正式党员\n路小舟|正式党员");
    grid.rows[2][column] = Cell::Error("#N/A".to_owned());
    let outcome = preview_of(vec![sheet("表", grid)], None).unwrap().outcome;
    assert_eq!((outcome.accepted.len(), outcome.rejected.len()), (1, 1));
    assert!(outcome.rejected[0].message.contains("#N/A"), "{:?}", outcome.rejected);
}

//! Promises about what a sheet is: its header, its columns, and what was assigned by hand.

use super::testing::*;
use super::*;
use crate::roster::Particular;

#[test]
fn title_rows_blank_rows_and_footers_are_no_people() {
    let sheet = format!(
        "示例协会党支部党员名册||||||||\n(截至 2026 年 11 月)\n{HEADER} \n{ZENG}\n\n|||||||\n{DU}\n{HEADER}\n\
         合计|2 人|||||||\n制表人:张三|||填表日期:|2026-11-23||||"
    );
    let preview = Desks::new().preview(&sheet);
    assert_eq!(preview.header_row, 3);
    assert_eq!(preview.outcome.accepted.iter().map(|row| row.row).collect::<Vec<_>>(), [4, 7]);
    assert_eq!(preview.outcome.rejected, []);
}

#[test]
fn rows_prepared_with_a_number_only_are_no_people() {
    let preview = Desks::new().preview("序号|姓名|人员类别\n#1|张三|正式\n#2||\n#3||");
    assert_eq!((preview.outcome.accepted.len(), preview.outcome.rejected.len()), (1, 0));
}

#[test]
fn a_header_of_two_rows_is_read_as_one() {
    let sheet = "姓名|性别|党员情况||联系方式|\n||人员类别|入党时间|手机号码|固定电话\n张三|男|预备党员|2026.1|#13812345678|0755-1";
    let mut desks = Desks::new();
    let outcome = desks.import(sheet);
    assert_eq!(outcome.accepted[0].joined.unwrap().to_string(), "2026-01");
    let record = &desks.everyone()[0].record;
    assert_eq!((record.mobile.as_str(), record.landline.as_str()), ("13812345678", "0755-1"));
}

#[test]
fn titles_are_known_with_blanks_stars_and_brackets_and_the_surest_one_wins() {
    let preview = Desks::new().preview("* 姓 名|联系电话|手机号码(必填)|人员类别：|是否农民工 \n张三|1|2|正式|否");
    let fields: Vec<_> = preview.columns.iter().map(|column| column.field).collect();
    use ImportField::{Kind, Mobile, Name};
    let [others, migrant] = [Particular::OtherPhones, Particular::MigrantWorker].map(ImportField::Particular);
    assert_eq!(fields, [Some(Name), Some(others), Some(Mobile), Some(Kind), Some(migrant)]);
    assert_eq!(preview.columns[2].example, "2");
}

#[test]
fn every_column_of_the_national_export_is_known() {
    let header = "姓名|所在党支部|公民身份证号|性别|民族|出生日期|学历|人员类别|加入党组织日期|转为正式党员日期|工作岗位|手机号|固定电话|\
                  家庭住址|党籍状态|是否为失联党员|失去联系日期|是否为流动党员|外出流向";
    let preview = Desks::new().preview(&format!("{header}\n张三"));
    assert!(preview.columns.iter().all(|column| column.field.is_some()));
    assert_eq!(preview.columns.len(), 19);
}

#[test]
fn a_sheet_without_names_is_refused_in_one_sentence() {
    let mut desks = Desks::new();
    let request = desks.request("性别|民族\n男|汉");
    let error = import_preview(&desks.file.door("roster_import_preview"), request).unwrap_err();
    assert!(matches!(error, RosterError::NoNameColumn));
}

#[test]
fn columns_assigned_by_hand_go_first() {
    let mut desks = Desks::new();
    let mut request = desks.request("谁|姓名|类别\n张三|别人|正式");
    request.mapping = [(0, Some(ImportField::Name)), (2, None)].into();
    let preview = import_preview(&desks.file.door("roster_import_preview"), request).unwrap();
    let fields: Vec<_> = preview.columns.iter().map(|column| column.field).collect();
    assert_eq!(fields, [Some(ImportField::Name), None, None]);
    assert_eq!(codes(&preview.outcome.rejected), [(2, "kind_unknown")]);
    assert_eq!(preview.outcome.rejected[0].name, "张三");
}

#[test]
fn the_name_may_move_from_one_column_to_another() {
    let mut desks = Desks::new();
    let request = ImportPreviewRequest {
        mapping: [(0, None)].into(),
        ..desks.request("姓名|曾用名|人员类别\n张三|张山|正式")
    };
    let preview = import_preview(&desks.file.door("roster_import_preview"), request).unwrap();
    assert_eq!(codes(&preview.outcome.rejected), [(2, "name_missing")]);
}

#[test]
fn a_mapping_comes_in_over_the_wire() {
    let request: ImportRequest = serde_json::from_value(serde_json::json!({
        "file": "t", "sheet": null, "mapping": { "3": "name", "4": null }, "header_row": 2, "digest": "d",
        "skip_rows": [5],
    }))
    .unwrap();
    assert_eq!(request.preview.mapping, [(3, Some(ImportField::Name)), (4, None)].into());
}

/// A sheet of a maker whose titles nobody knows, with what the secretary makes of them.
const STRANGE: &str = "编号|谁|属于\n#1|张三|正式\n#2|李四|预备";
fn by_hand() -> ByHand {
    [(1, Some(ImportField::Name)), (2, Some(ImportField::Kind)), (0, None)].into()
}

#[test]
fn what_was_assigned_by_hand_is_remembered_for_the_next_file_with_the_same_header() {
    let mut desks = Desks::new();
    let request = ImportPreviewRequest { mapping: by_hand(), ..desks.request(STRANGE) };
    desks.import_as(request);
    // Another title row, another look of the titles, other people.
    let next = desks.preview("2027 年名册\n 编号 |*谁|属于：\n#1|王五|正式");
    assert!(next.remembered);
    assert_eq!((next.header_row, next.outcome.accepted[0].name.as_str()), (2, "王五"));
    // What is assigned now goes before what is remembered.
    let request = ImportPreviewRequest { mapping: [(2, None)].into(), ..desks.request(STRANGE) };
    let shown = import_preview(&desks.file.door("roster_import_preview"), request).unwrap();
    assert_eq!(
        shown.columns.iter().map(|column| column.field).collect::<Vec<_>>(),
        [None, Some(ImportField::Name), None]
    );
    // Another header has nothing to do with it.
    assert!(!desks.preview("编号|姓名|属于\n#1|张三|正式").remembered);
}

#[test]
fn the_automatic_assignment_comes_back_when_it_is_asked_for() {
    let mut desks = Desks::new();
    let sheet = "姓名|曾用名|人员类别\n张三|张山|正式";
    let mapping = [(0, None), (1, Some(ImportField::Name))].into();
    let request = ImportPreviewRequest { mapping, ..desks.request(sheet) };
    desks.import_as(request);
    assert_eq!(desks.preview(sheet).outcome.unchanged, 1);
    let automatic = ImportPreviewRequest { automatic: true, ..desks.request(sheet) };
    assert_eq!(desks.import_as(automatic).accepted[0].name, "张三");
    assert!(!desks.preview(sheet).remembered, "what was given up is not remembered");
}

#[test]
fn what_was_assigned_by_hand_is_taken_back_with_the_import() {
    let mut desks = Desks::new();
    let request = ImportPreviewRequest { mapping: by_hand(), ..desks.request(STRANGE) };
    desks.import_as(request);
    desks.file.undo();
    let request = desks.request(STRANGE);
    let error = import_preview(&desks.file.door("roster_import_preview"), request).unwrap_err();
    assert!(matches!(error, RosterError::NoNameColumn));
}

#[test]
fn the_secretary_may_say_which_row_is_the_header() {
    let mut desks = Desks::new();
    let sheet = "姓名|性别|民族|出生日期\n填表说明||必填|可不填\n党员|类别|手机号|备注\n张三|正式|1|甲";
    assert_eq!(desks.preview(sheet).header_row, 1);
    let request = ImportPreviewRequest { header_row: Some(3), ..desks.request(sheet) };
    let shown = import_preview(&desks.file.door("roster_import_preview"), request.clone()).unwrap();
    assert_eq!((shown.header_row, codes(&shown.outcome.rejected)), (3, vec![(4, "name_missing")]));
    assert_eq!(shown.first_rows[2], "党员 类别 手机号 备注");
    let request = ImportPreviewRequest { mapping: [(0, Some(ImportField::Name))].into(), ..request };
    assert_eq!(desks.import_as(request).accepted[0].name, "张三");
    let next = desks.preview(sheet);
    assert_eq!((next.header_row, next.remembered, next.outcome.unchanged), (3, true, 1));
}

#[test]
fn every_field_is_known_by_its_own_title() {
    let fields: Vec<_> = ImportField::all().collect();
    let titles: Vec<_> = fields.iter().map(|field| field.title()).collect();
    let preview = Desks::new().preview(&format!("{}\n张三", titles.join("|")));
    assert_eq!(preview.columns.iter().filter_map(|column| column.field).collect::<Vec<_>>(), fields);
}

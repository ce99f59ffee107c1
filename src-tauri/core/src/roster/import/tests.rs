//! Promises of the import, on sheets made by hand.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use chrono::{DateTime, FixedOffset};
use proptest::prelude::*;
use rstest::rstest;
use tempfile::TempDir;

use super::*;
use crate::desk::Job;
use crate::outside::{Cell, FileToken, Made, Office, Sheet, Table, WordError, Writing};
use crate::roster::stays::leave;
use crate::roster::{
    ImportField, ImportNote, MemberGetRequest, MemberId, MemberLeaveRequest, Particular, RosterQuery, get, list,
};
use crate::testing::{Paths, TestFile};

/// Reads lines of cells between bars: `#1990.5` is a number, `@1990-05-03` a date, `!#N/A` an error, all else text.
struct Bars;

impl Office for Bars {
    fn read(&self, bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
        let text = String::from_utf8(bytes.to_vec()).map_err(|_| SheetError::NotASheet)?;
        let rows = text.lines().map(|line| line.split('|').map(cell).collect()).collect();
        Ok(vec![Sheet { name: "名册".to_owned(), hidden: false, grid: Ok(Grid { rows, ..Grid::default() }) }])
    }
    fn write(&self, _: &Table) -> Result<Vec<u8>, SheetError> {
        Err(SheetError::NotASheet)
    }

    fn word(&self, _: &Writing, _: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, WordError> {
        Err(WordError::Failed(String::new()))
    }
}

fn cell(text: &str) -> Cell {
    match (text.chars().next(), text.get(1..)) {
        (None, _) => Cell::Empty,
        (Some('#'), Some(number)) => Cell::Number(number.parse().unwrap()),
        (Some('@'), Some(date)) => Cell::Date(format!("{date}T00:00:00").parse().unwrap()),
        (Some('!'), Some(error)) => Cell::Error(error.to_owned()),
        _ => Cell::Text(text.to_owned()),
    }
}

/// A roster, and a sheet to import into it.
pub(super) struct Desks {
    pub(super) file: TestFile,
    folder: TempDir,
}

impl Desks {
    pub(super) fn new() -> Self {
        let mut file = TestFile::on("2026-11-23");
        file.outside.office = Arc::new(Bars);
        file.outside.desktop = Arc::new(Paths);
        Self { file, folder: TempDir::new().unwrap() }
    }

    pub(super) fn request(&self, sheet: &str) -> ImportPreviewRequest {
        let path = self.folder.path().join("roster");
        fs::write(&path, sheet).unwrap();
        let file = FileToken(path.to_string_lossy().into_owned());
        ImportPreviewRequest { file, sheet: None, mapping: Default::default(), header_row: None, automatic: false }
    }

    pub(super) fn preview(&mut self, sheet: &str) -> ImportPreview {
        let request = self.request(sheet);
        import_preview(&self.file.door("roster_import_preview"), request).unwrap()
    }

    /// Previews and imports; both must say the same.
    pub(super) fn import(&mut self, sheet: &str) -> ImportOutcome {
        let shown = self.preview(sheet);
        let request = ImportRequest { preview: self.request(sheet), digest: shown.digest, skip_rows: Vec::new() };
        let outcome = import(&self.file.door("roster_import"), request).unwrap().value;
        assert_eq!(outcome, shown.outcome);
        outcome
    }

    /// Previews and imports as `preview` says.
    fn import_as(&mut self, preview: ImportPreviewRequest) -> ImportOutcome {
        let shown = import_preview(&self.file.door("roster_import_preview"), preview.clone()).unwrap();
        let request = ImportRequest { preview, digest: shown.digest, skip_rows: Vec::new() };
        import(&self.file.door("roster_import"), request).unwrap().value
    }

    pub(super) fn everyone(&self) -> Vec<Arc<crate::roster::Member>> {
        self.file.vault.read(store::everyone).unwrap()
    }
}

pub(super) fn codes(notes: &[ImportNote]) -> Vec<(u32, &str)> {
    notes.iter().map(|note| (note.row, note.code.as_str())).collect()
}

const HEADER: &str = "姓名|身份证号|性别|民族|出生日期|人员类别|入党日期|转正日期|手机号";
const ZENG: &str = "曾军杰|440300199003105609|女|回|1990-03-10|正式|2019-08-10|2020-08-10|13812345678";
const DU: &str = "杜浩英|440300199302267560|女|土家族|1993-02-26|正式|2022-05-05|2023-05-05|13912345678";

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

#[test]
fn every_field_is_known_by_its_own_title() {
    let fields: Vec<_> = ImportField::all().collect();
    let titles: Vec<_> = fields.iter().map(|field| field.title()).collect();
    let preview = Desks::new().preview(&format!("{}\n张三", titles.join("|")));
    assert_eq!(preview.columns.iter().filter_map(|column| column.field).collect::<Vec<_>>(), fields);
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

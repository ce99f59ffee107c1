//! Sheets as people have them come in whole, or it is said what of them did not: through the command table and the real reader.

use std::path::PathBuf;

use rstest::rstest;
use serde_json::{Value, json};
use zhibu_tests::Program;

/// A program with an open file, and the named sheet in its folder.
fn program_with(name: &str) -> Program {
    let program = Program::new("2026-11-26");
    let branch = json!({ "name": "示例协会支部" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026", "branch": branch }));
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases").join(name);
    std::fs::copy(file, program.path(name)).unwrap();
    program
}

fn preview(name: &str) -> Value {
    program_with(name).ok("roster_import_preview", json!({ "file": name }))
}

fn texts(values: &Value, key: &str) -> Vec<String> {
    values.as_array().unwrap().iter().map(|value| value[key].as_str().unwrap_or_default().to_owned()).collect()
}

/// The people who come in, and what is said of the file as a whole.
#[rstest]
#[case("党小组合并.xlsx", "方晓岚 卓文斌 余思琪 温立新", &[])]
#[case("隐藏行.xlsx", "方晓岚 卓文斌 余思琪 已隐藏人", &["第 5 行在表格里是隐藏的"])]
#[case("筛选后.xlsx", "方晓岚 卓文斌 余思琪 别支部人", &["第 5 行在表格里是隐藏的"])]
#[case("左右两栏.xlsx", "方晓岚 卓文斌 余思琪", &["F 列的温立新、章予安没有读入"])]
#[case("公式无缓存.xlsx", "方晓岚 卓文斌", &["“性别”（D 列）的 2 格"])]
#[case("分表名册.xlsx", "方晓岚 卓文斌", &["工作表“第二党小组”里还有"])]
#[case("首表说明.xlsx", "方晓岚 卓文斌 余思琪", &[])]
#[case("末列杂格.xlsx", "方晓岚 卓文斌 余思琪", &["单元格 XFD1 离名册很远"])]
#[case("角上杂格.xlsx", "方晓岚 卓文斌 余思琪", &["单元格 XFD1048576 离名册很远"])]
#[case("末格.xls", "方晓岚 卓文斌", &["单元格 IV65536 离名册很远"])]
#[case("系统导出.xls", "方晓岚 卓文斌 余思琪", &[])]
#[case("党员信息导出.xls", "方晓岚 卓文斌 余思琪", &[])]
#[case("严格格式.xlsx", "方晓岚 卓文斌 余思琪", &[])]
#[case("苹果1904.xlsx", "方晓岚 卓文斌 余思琪", &[])]
#[case("老苹果.xls", "方晓岚 卓文斌 余思琪", &[])]
#[case("富文本注音.xlsx", "方晓岚 卓文斌 余思琪", &[])]
fn a_sheet_as_people_have_it_comes_in_and_what_is_odd_about_it_is_said(
    #[case] name: &str,
    #[case] people: &str,
    #[case] said: &[&str],
) {
    let preview = preview(name);
    assert_eq!(texts(&preview["accepted"], "name").join(" "), people);
    let notes: Vec<&str> = preview["notes"].as_array().unwrap().iter().map(|note| note.as_str().unwrap()).collect();
    for part in said {
        assert!(notes.iter().any(|note| note.contains(part)), "{notes:?}");
    }
    assert!(!said.is_empty() || !notes.iter().any(|note| note.contains("没有读入")), "{notes:?}");
}

#[test]
fn what_is_merged_over_rows_is_kept_for_each_member() {
    let program = program_with("党小组合并.xlsx");
    let preview = program.ok("roster_import_preview", json!({ "file": "党小组合并.xlsx" }));
    program.ok("roster_import", json!({ "file": "党小组合并.xlsx", "digest": preview["digest"] }));
    let rows = program.ok("roster_list", json!({ "limit": 50 }))["rows"].clone();
    let member = |row: &Value| program.ok("member_get", json!({ "id": row["id"], "reveal": true }))["member"].clone();
    let kept = rows.as_array().unwrap().iter().map(member);
    let mut kept: Vec<_> = kept
        .map(|member| ["name", "party_group", "unit"].map(|field| member[field].as_str().unwrap().to_owned()))
        .collect();
    kept.sort();
    let expected =
        [("余思琪", "第二党小组"), ("卓文斌", "第一党小组"), ("方晓岚", "第一党小组"), ("温立新", "第二党小组")];
    assert_eq!(kept, expected.map(|(name, group)| [name, group, "阳光社工服务中心"].map(str::to_owned)));
}

#[test]
fn an_old_xls_with_everything_in_it_comes_in_as_it_is_shown() {
    let preview = preview("合并隐藏.xls");
    assert_eq!(preview["sheets"], json!(["填表说明", "党员名册", "积极分子"]));
    assert_eq!(preview["sheet"], "党员名册");
    let people: Vec<_> =
        texts(&preview["accepted"], "name").into_iter().zip(texts(&preview["accepted"], "joined")).collect();
    let people: Vec<_> = people.iter().map(|(name, joined)| (name.as_str(), joined.as_str())).collect();
    assert_eq!(people, [("方晓岚", "2008-06"), ("卓文斌", "2001-12"), ("余思琪", "2026-03-20"), ("章予安", "2010-07")]);
    assert_eq!(texts(&preview["rejected"], "name"), ["温立新"]);
    let notes = preview["notes"].to_string();
    let said = [
        "“积极分子”里还有 1 行名单",
        "隐藏的工作表“旧”",
        "第 5 行在表格里是隐藏的",
        "“固定电话”（G 列）在表格里是隐藏的",
        "只显示月和日",
        "没有存下计算结果",
    ];
    assert!(said.iter().all(|part| notes.contains(part)), "{notes}");
}

#[test]
fn a_month_stays_a_month_and_a_number_that_is_no_day_is_said() {
    let months = preview("日期格式.xlsx");
    let joined = ["2010-07", "2010-07", "2010-07", "2010-07-01", "2010-07-01"];
    assert_eq!(texts(&months["accepted"], "joined"), joined);
    let noughts = preview("日期零.xlsx");
    assert!(noughts["accepted"].as_array().unwrap().iter().all(|row| row["joined"].is_null()));
    assert_eq!(noughts["accepted"].as_array().unwrap().len() + noughts["rejected"].as_array().unwrap().len(), 3);
}

#[test]
fn a_form_of_one_person_is_refused_with_one_sentence() {
    let error = program_with("采集表.xlsx").problem("roster_import_preview", json!({ "file": "采集表.xlsx" }));
    assert_eq!(
        (error["code"].as_str(), error["message"].as_str()),
        (Some("one_person_form"), Some("这是一个人的登记表，不是名册，没有读入任何内容"))
    );
}

#[test]
fn the_other_sheet_is_read_when_it_is_chosen() {
    let program = program_with("分表名册.xlsx");
    let preview = program.ok("roster_import_preview", json!({ "file": "分表名册.xlsx", "sheet": "第二党小组" }));
    assert_eq!(preview["sheet"], "第二党小组");
    assert!(preview["notes"].to_string().contains("“第一党小组”里还有 2 行"), "{}", preview["notes"]);
}

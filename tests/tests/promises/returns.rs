//! 上级的表: tables as openpyxl writes them, filled in with the real command line, read back by openpyxl and worked out by
//! LibreOffice.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::TempDir;
use zhibu_tests::python;

fn cli(folder: &Path, arguments: &[&str]) -> Output {
    zhibu_tests::cli(folder, "2026-11-23", arguments).unwrap()
}

#[track_caller]
fn answer(folder: &Path, arguments: &[&str]) -> Value {
    let output = cli(folder, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
}

#[track_caller]
fn refusal(folder: &Path, arguments: &[&str]) -> Value {
    let output = cli(folder, arguments);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    serde_json::from_slice::<Value>(&output.stderr).unwrap()["error"].clone()
}

/// A branch with four members, and the tables.
fn branch() -> TempDir {
    let folder = TempDir::new().unwrap();
    answer(folder.path(), &["new", "a.zhibu", "--branch", "示例协会支部", "--unit", "示例协会"]);
    for (name, sex, joined) in [
        ("江一帆", "female", "2010-07-01"),
        ("陈䶮", "male", "2015-06"),
        ("李三", "male", "2020-05-04"),
        ("王四", "female", ""),
    ] {
        let joined = if joined.is_empty() { Value::Null } else { joined.into() };
        let record = json!({ "id": null, "name": name, "id_number": null, "sex": sex, "birth": "1980-01-02", "kind": "full",
            "joined": joined, "converted": null, "lost_contact_since": null, "entered_on": null, "mobile": "13800000000" });
        answer(folder.path(), &["call", "a.zhibu", "member_save", &json!({ "record": record }).to_string()]);
    }
    for table in ["roster", "ledger"] {
        let from = format!("{}/fixtures/returns/{table}.xlsx", env!("CARGO_MANIFEST_DIR"));
        std::fs::copy(from, folder.path().join(format!("{table}.xlsx"))).unwrap();
    }
    folder
}

fn verifier(folder: &Path, arguments: &[&str]) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("verifiers/return_table.py");
    let output = Command::new(python()).current_dir(folder).arg(script).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn shown(folder: &Path, file: &str) -> Value {
    verifier(folder, &["show", file])
}

#[test]
fn a_roster_is_filled_by_the_names_of_its_header_and_keeps_its_looks() {
    let folder = branch();
    let filled = answer(folder.path(), &["fill", "a.zhibu", "roster.xlsx", "--out", "x.xlsx"]);
    let sheet = &filled["sheets"][0];
    assert_eq!((&sheet["rows"], &sheet["added_rows"]), (&json!(4), &json!(2)));
    let empty: Vec<_> = sheet["empty"].as_array().unwrap().iter().map(|one| one["header"].clone()).collect();
    assert_eq!(empty, ["基本情况 / 公民身份号码", "入党 / 转正时间", "补贴"]);
    let table = shown(folder.path(), "x.xlsx");
    let cell = |name: &str| table["cells"][name].as_str().unwrap_or_default().to_owned();
    assert_eq!([cell("B2"), cell("I2")], ["示例协会支部", "2026-11-23"]);
    let names: Vec<_> = (6..10).map(|row| cell(&format!("B{row}"))).collect();
    assert_eq!(names.len(), names.iter().filter(|name| !name.is_empty()).count());
    let row = (6..10).find(|row| cell(&format!("B{row}")) == "江一帆").unwrap();
    assert_eq!(cell(&format!("C{row}")), "女");
    // A date where the cell is one of dates, a month as it is known, a telephone number masked.
    assert_eq!(cell(&format!("E{row}")), "2010-07-01 00:00:00");
    assert_eq!(cell(&format!("G{row}")), "138****0000");
    assert_eq!(table["kinds"][format!("H{row}")], "n");
    let month = (6..10).find(|row| cell(&format!("B{row}")) == "陈䶮").unwrap();
    assert_eq!(cell(&format!("E{month}")), "2015-06");
    // What stands below the list moved down, and the sum took the new rows in.
    assert_eq!([cell("A10"), cell("I10"), cell("A11")], ["合计", "=SUM(I6:I9)", "说明：本表一式两份。"]);
    assert_eq!([cell("I9"), cell("A9")], ["=A9*100", "4"]);
    assert_eq!(table["other"], "=名册!I10");
    let merged = table["merged"].as_array().unwrap();
    assert!(merged.contains(&"A10:H10".into()) && merged.contains(&"B3:D3".into()), "{merged:?}");
    assert_eq!(table["validations"], json!(["C6:C9"]));
    assert_eq!(table["pictures"], json!([11]));
    assert_eq!((&table["print_area"], &table["orientation"]), (&json!("'名册'!$A$1:$I$11"), &json!("landscape")));
    assert_eq!(table["borders"], json!([3, 4, 5, 6, 7, 8, 9, 10]));
}

#[test]
fn parts_that_are_not_filled_stay_byte_for_byte() {
    let folder = branch();
    answer(folder.path(), &["fill", "a.zhibu", "roster.xlsx", "--out", "x.xlsx"]);
    let changed =
        ["xl/drawings/drawing1.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"];
    assert_eq!(verifier(folder.path(), &["differ", "roster.xlsx", "x.xlsx"]), json!(changed));
}

#[test]
fn sums_are_worked_out_by_another_program() {
    let folder = branch();
    answer(folder.path(), &["fill", "a.zhibu", "roster.xlsx", "--out", "x.xlsx"]);
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let mut office = Command::new("soffice");
    office
        .args([&profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir"])
        .arg(folder.path());
    let Ok(output) = office.arg(folder.path().join("x.xlsx")).output() else {
        assert!(std::env::var_os("CI").is_none(), "LibreOffice is missing");
        return;
    };
    assert!(output.status.success());
    let csv = std::fs::read_to_string(folder.path().join("x.csv")).unwrap();
    let sum = csv.lines().find(|line| line.starts_with("\"合计\"")).unwrap();
    assert!(sum.ends_with(",1000"), "{sum}");
}

#[test]
fn a_ledger_gets_the_row_of_the_branch() {
    let folder = branch();
    let filled = answer(folder.path(), &["fill", "a.zhibu", "ledger.xlsx", "--out", "x.xlsx"]);
    assert_eq!(filled["sheets"][0]["shape"], "row");
    let empty = filled["sheets"][0]["empty"].as_array().unwrap();
    let why = |header: &str| empty.iter().find(|one| one["header"] == header).unwrap()["why"].clone();
    assert_eq!(why("基本情况 / 从业人员 / 专"), "没有指定填什么");
    assert_eq!(why("党组织设置 / 成立时间"), "档案里没有这一项");
    assert_eq!(why("党员 / 女党员占比"), "这里有公式，由表格自己计算");
    let table = shown(folder.path(), "x.xlsx");
    assert_eq!(
        [&table["cells"]["A5"], &table["cells"]["E5"], &table["cells"]["I5"]],
        ["示例协会", "示例协会支部", "4"]
    );
    assert_eq!((&table["kinds"]["I5"], &table["cells"]["K5"]), (&json!("n"), &json!("=IF(I5>0,J5/I5,0)")));
}

#[test]
fn what_was_mapped_and_typed_is_found_again_by_the_header() {
    let folder = branch();
    let call =
        |command: &str, request: Value| answer(folder.path(), &["call", "a.zhibu", command, &request.to_string()]);
    let id = call("return_import", json!({ "file": "ledger.xlsx" }))["value"].clone();
    let view = call("return_get", id.clone());
    let mut fills: Vec<Value> =
        view["sheets"][0]["places"].as_array().unwrap().iter().map(|place| place["fill"].clone()).collect();
    fills[2] = json!({ "text": "12" });
    let sheet = json!({ "name": "台账", "people": "members", "fills": fills });
    call("return_save", json!({ "id": id, "name": "台账", "sheets": [sheet] }));
    let filled = answer(folder.path(), &["fill", "a.zhibu", "ledger.xlsx", "--out", "x.xlsx", "--reveal"]);
    assert_eq!(filled["template"], "台账");
    assert_eq!(shown(folder.path(), "x.xlsx")["cells"]["C5"], "12");
    let again = call("return_import", json!({ "file": "ledger.xlsx" }))["value"].clone();
    assert_eq!(again, id);
    assert_eq!(call("return_get", id)["sheets"][0]["places"][2]["fill"], json!({ "text": "12" }));
    let log = call("audit_list", json!({ "limit": 3 }));
    assert!(log.as_array().unwrap().iter().any(|entry| entry["label"] == "填写上级的表“台账”"), "{log}");
}

#[test]
fn the_log_says_what_was_disclosed() {
    let folder = branch();
    for (reveal, said) in [(None, "（号码已遮盖）"), (Some("--reveal"), "（含完整证件号码）")] {
        let arguments: Vec<&str> =
            ["fill", "a.zhibu", "roster.xlsx", "--out", "x.xlsx"].into_iter().chain(reveal).collect();
        answer(folder.path(), &arguments);
        let log = answer(folder.path(), &["call", "a.zhibu", "audit_list", r#"{"limit":1}"#]);
        assert_eq!(log[0]["label"], format!("填写上级的表 4 人{said}"));
    }
}

#[test]
fn what_cannot_be_filled_is_refused_with_its_reason_and_nothing_is_stored() {
    let folder = branch();
    let dump = || answer(folder.path(), &["dump", "a.zhibu"]);
    let before = dump();
    std::fs::write(folder.path().join("a.csv"), "姓名,性别\n").unwrap();
    std::fs::write(folder.path().join("a.pdf"), b"%PDF-1.7").unwrap();
    answer(folder.path(), &["export-roster", "a.zhibu", "full.xlsx"]);
    for (file, code) in [("a.csv", "not_xlsx"), ("a.pdf", "not_a_sheet"), ("full.xlsx", "table_not_empty")] {
        assert_eq!(refusal(folder.path(), &["fill", "a.zhibu", file, "--out", "x.xlsx"])["code"], code, "{file}");
        let request = json!({ "file": file }).to_string();
        assert_eq!(refusal(folder.path(), &["call", "a.zhibu", "return_import", &request])["code"], code, "{file}");
    }
    assert!(!folder.path().join("x.xlsx").exists());
    assert_eq!(dump(), before);
}

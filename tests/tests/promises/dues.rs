//! Statements of WeChat, Alipay and a bank become payments of dues, once, through the real readers of sheets.
//! The statements in `fixtures/statements` are made up, in the make of the real ones; 微信.xlsx comes from openpyxl.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rstest::rstest;
use serde_json::{Value, json};
use zhibu_tests::{Program, binary};

const PASSPHRASE: &str = "晨光里的名册2026";

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

/// A branch of four, who owe 40, 93, 12.50 and 12.50 yuan a month from January 2026 on; and the file in its folder.
fn program_with(file: &str) -> Program {
    let program = Program::new("2026-04-10");
    let branch = json!({ "name": "示例协会支部" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    let base = |(name, base): (&str, u32)| {
        let record = json!({ "name": name, "kind": "full", "joined": "2010-07-01", "converted": "2011-07-01" });
        let member = program.ok("member_save", json!({ "record": record }))["value"]["member"]["id"].clone();
        json!({ "id": null, "member": member, "kind": "salary", "from": "2026-01", "base": base })
    };
    let people = [("方晓岚", 400_000), ("卓文斌", 620_000), ("余思琪", 250_000), ("温立新", 250_000)];
    program.ok("dues_bases_save", json!({ "bases": people.map(base) }));
    let path = fixture(file);
    std::fs::copy(&path, program.path(path.file_name().unwrap().to_str().unwrap())).unwrap();
    program
}

/// `方晓岚 2026-01 2026-02`, a line a row.
fn brief(rows: &Value) -> Vec<String> {
    let month = |part: &Value| format!(" {}", part["month"].as_str().unwrap());
    let months = |row: &Value| row["months"].as_array().unwrap().iter().map(month).collect::<String>();
    let line = |row: &Value| format!("{}{}", row["name"].as_str().unwrap(), months(row));
    rows.as_array().unwrap().iter().map(line).collect()
}

/// What the window sends for the rows that are matched.
fn payments(preview: &Value) -> Vec<Value> {
    let payment = |row: &Value| {
        json!({ "id": null, "member": row["member"], "paid_on": row["paid_on"], "way": preview["way"],
            "transaction": row["transaction"], "note": row["note"], "months": row["months"] })
    };
    preview["matched"].as_array().unwrap().iter().map(payment).collect()
}

fn doubts(preview: &Value) -> Vec<&str> {
    preview["doubtful"].as_array().unwrap().iter().map(|row| row["doubt"].as_str().unwrap()).collect()
}

#[rstest]
#[case::wechat(
    "微信.csv", "wechat",
    &["方晓岚 2026-03", "方晓岚 2026-02", "方晓岚 2026-01"],
    &["温立新 2026-01", "卓文斌 2026-01 2026-02 2026-03", ""],
    &["这是红包", "付款人“大海🌊”不在名册里，备注写的是卓文斌", "“山高水长”不在名册里"], 4
)]
#[case::wechat_sheet(
    "微信.xlsx", "wechat",
    &["余思琪 2026-03", "余思琪 2026-02", "余思琪 2026-01"], &["方晓岚 2026-01"], &["末几位已经丢失"], 0
)]
#[case::alipay(
    "支付宝.csv", "alipay",
    &["卓文斌 2026-03", "卓文斌 2026-02", "卓文斌 2026-01"], &["温立新 2026-01"], &["“**新”只看得见一部分"], 3
)]
#[case::bank(
    "银行.csv", "transfer",
    &["余思琪 2026-01 2026-02 2026-03"], &["温立新"], &["金额对不上：温立新2026年1月还差12.50元"], 3
)]
fn a_statement_is_read_as_it_is_and_taken_over_once(
    #[case] file: &str,
    #[case] way: &str,
    #[case] matched: &[&str],
    #[case] doubtful: &[&str],
    #[case] said: &[&str],
    #[case] ignored: u32,
) {
    let program = program_with(&format!("statements/{file}"));
    let preview = || program.ok("dues_import_preview", json!({ "file": file }));
    let dump = || program.ok("vault_dump", json!({}));
    let before = dump();
    let first = preview();
    assert_eq!(dump(), before, "a preview stored something");
    assert_eq!((&first["unread"], &first["way"], &first["known"]), (&"".into(), &way.into(), &0.into()));
    assert_eq!((brief(&first["matched"]), brief(&first["doubtful"])), (strings(matched), strings(doubtful)));
    assert_eq!(first["ignored"], ignored);
    for (doubt, said) in doubts(&first).iter().zip(said) {
        assert!(doubt.contains(said), "{doubt}");
    }

    let taken = program.ok("dues_import", json!({ "payments": payments(&first) }));
    assert_eq!(taken["value"]["payments"], matched.len());
    let again = preview();
    assert_eq!((&again["known"], brief(&again["matched"])), (&matched.len().into(), Vec::new()));
    assert_eq!((brief(&again["doubtful"]), &again["ignored"]), (strings(doubtful), &first["ignored"]));
    let after = dump();
    let twice = program.problem("dues_import", json!({ "payments": payments(&first) }));
    assert_eq!(twice["fields"][0]["field"], "payments.0.transaction");
    assert_eq!(dump(), after);
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn a_name_under_which_somebody_pays_is_learnt_once() {
    let program = program_with("statements/微信.csv");
    let preview = || program.ok("dues_import_preview", json!({ "file": "微信.csv" }));
    let doubtful = preview()["doubtful"][1].clone();
    let alias = json!({ "alias": doubtful["party"], "member": doubtful["member"] });
    let first = payments(&preview())[0].clone();
    program.ok("dues_import", json!({ "payments": [first], "aliases": [alias] }));
    assert!(brief(&preview()["matched"]).contains(&"卓文斌 2026-01 2026-02 2026-03".to_owned()));
}

#[test]
fn what_was_typed_in_by_hand_is_not_taken_over_again_unseen() {
    let program = program_with("statements/银行.csv");
    let row = program.ok("dues_import_preview", json!({ "file": "银行.csv" }))["matched"][0].clone();
    program.ok(
        "dues_payment_save",
        json!({ "id": null, "member": row["member"], "paid_on": "2026-03-10",
        "months": row["months"] }),
    );
    let again = program.ok("dues_import_preview", json!({ "file": "银行.csv" }));
    assert_eq!(again["matched"], json!([]));
    assert!(doubts(&again)[1].contains("同一天已有一笔金额相同的交款"), "{again}");
}

#[rstest]
#[case("cases/加密.pdf", "not_a_sheet")]
#[case("cases/半截.jpg", "not_a_sheet")]
fn a_strange_file_is_refused_and_everything_kept(#[case] file: &str, #[case] code: &str) {
    let program = program_with(file);
    let before = program.ok("vault_dump", json!({}));
    let name = Path::new(file).file_name().unwrap().to_str().unwrap();
    let problem = program.problem("dues_import_preview", json!({ "file": name }));
    assert_eq!(problem["code"], code);
    assert!(!problem["message"].to_string().contains("名册"), "{problem}");
    let own = program.problem("dues_import_preview", json!({ "file": "a.zhibu" }));
    assert_eq!(own["code"], "is_vault");
    assert_eq!(program.ok("vault_dump", json!({})), before);
}

#[test]
fn a_sheet_that_is_no_statement_says_what_it_lacks_and_its_columns_can_be_chosen() {
    let program = program_with("rosters/branch-list.xlsx");
    let preview = program.ok("dues_import_preview", json!({ "file": "branch-list.xlsx" }));
    assert!(preview["unread"].as_str().unwrap().contains("没有读入任何内容"), "{preview}");
    assert_eq!((&preview["matched"], &preview["doubtful"]), (&json!([]), &json!([])));
    let lines = "银行对账\n哪天,谁,多少,说什么\n2026-03-05,方晓岚,120,一季度党费\n";
    std::fs::write(program.path("手工.csv"), lines).unwrap();
    let unread = program.ok("dues_import_preview", json!({ "file": "手工.csv" }));
    assert_eq!(unread["header"], json!(["哪天", "谁", "多少", "说什么"]));
    let columns = json!({ "header": 1, "time": 0, "party": 1, "amount": 2, "note": 3 });
    let read = program.ok("dues_import_preview", json!({ "file": "手工.csv", "columns": columns }));
    assert_eq!(brief(&read["matched"]), ["方晓岚 2026-01 2026-02 2026-03"]);
    let wrong = json!({ "header": 1, "time": 0, "party": 1, "amount": 4 });
    let problem = program.problem("dues_import_preview", json!({ "file": "手工.csv", "columns": wrong }));
    assert_eq!(problem["fields"][0]["field"], "columns.amount");
}

#[test]
fn the_command_line_takes_over_what_is_certain_and_saves_the_papers() {
    let program = program_with("statements/微信.csv");
    program.ok("vault_lock", json!({}));
    let cli = |arguments: &[&str]| -> Output {
        Command::new(binary("zhibu-cli").unwrap())
            .current_dir(program.folder())
            .env("ZHIBU_PASSPHRASE", PASSPHRASE)
            .args(["--today", "2026-04-10", "--json"])
            .args(arguments)
            .output()
            .unwrap()
    };
    let answer = |arguments: &[&str]| -> Value {
        let output = cli(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let tried = answer(&["import-payments", "a.zhibu", "微信.csv", "--dry-run"]);
    assert_eq!((tried["matched"].as_array().unwrap().len(), &tried["known"]), (3, &0.into()));
    assert_eq!(answer(&["import-payments", "a.zhibu", "微信.csv"]), tried);
    let again = answer(&["import-payments", "a.zhibu", "微信.csv"]);
    assert_eq!((&again["matched"], &again["known"], &again["ignored"]), (&json!([]), &3.into(), &4.into()));

    let starts = |name: &str, with: &[u8]| std::fs::read(program.path(name)).unwrap().starts_with(with);
    answer(&["print", "a.zhibu", "dues", "--year", "2026", "--out", "登记表.pdf"]);
    answer(&["print", "a.zhibu", "dues", "--year", "2026", "--out", "登记表.xlsx"]);
    answer(&["print", "a.zhibu", "dues-publication", "--year", "2026", "--out", "公布.pdf"]);
    assert!(starts("登记表.pdf", b"%PDF") && starts("登记表.xlsx", b"PK") && starts("公布.pdf", b"%PDF"));
    assert_eq!(cli(&["print", "a.zhibu", "dues", "--out", "无.pdf"]).status.code(), Some(2), "a year is named");
    std::fs::write(program.path("别的.csv"), "甲,乙\n1,2\n").unwrap();
    assert_eq!(cli(&["import-payments", "a.zhibu", "别的.csv"]).status.code(), Some(1));
}

//! Real roster files come in as their expectations say, through the command table and the real spreadsheet reader.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rstest::rstest;
use serde_json::{Value, json};
use zhibu_core::desk::Job;
use zhibu_core::outside::{Cell, Office, Table};
use zhibu_documents::office::OfficeFiles;
use zhibu_tests::Program;

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/rosters").join(name)
}

fn expected(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(fixture(&format!("{name}.expect.json"))).unwrap()).unwrap()
}

/// A program with an open file, and the named roster in its folder.
fn program_with(name: &str) -> Program {
    let program = Program::new("2026-11-23");
    let branch = json!({ "name": "示例协会支部" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026", "branch": branch }));
    std::fs::copy(fixture(name), program.path(name)).unwrap();
    program
}

/// Row, name and code of each note; the code is told from the expectation's own words.
fn notes(notes: &Value) -> Vec<(u64, String, String)> {
    let text = |note: &Value| match (note["code"].as_str(), note["why"].as_str()) {
        (Some(code), _) => code.to_owned(),
        (None, Some(why)) => code_of(why).to_owned(),
        (None, None) => panic!("{note}"),
    };
    let of = |note: &Value| (note["row"].as_u64().unwrap(), note["name"].as_str().unwrap().to_owned(), text(note));
    notes.as_array().unwrap().iter().map(of).collect()
}

fn code_of(why: &str) -> &'static str {
    let codes = [
        ("identity number: check digit", "id_check_digit"),
        ("identity number stored as a number", "id_digits_lost"),
        ("identity number stands in an earlier row", "id_duplicate_in_file"),
        ("birth date does not exist", "birth_invalid"),
        ("name is missing", "name_missing"),
        ("date in the future", "date_in_future"),
        ("unknown member kind", "kind_unknown"),
        ("became a full member before joining", "converted_before_joined"),
        ("joined before the age of 18", "joined_too_young"),
        ("sex disagrees with the identity number", "sex_differs"),
        ("birth date disagrees with the identity number", "birth_differs"),
    ];
    codes.iter().find(|(start, _)| why.starts_with(start)).unwrap_or_else(|| panic!("{why}")).1
}

#[rstest]
#[case("national-export.xlsx")]
#[case("branch-list.xlsx")]
#[case("gb18030.csv")]
#[case("old.xls")]
#[case("faulty.xlsx")]
fn a_real_roster_comes_in_row_by_row_as_expected(#[case] name: &str) {
    let program = program_with(name);
    let expected = expected(name);
    let request = json!({ "file": name });
    let preview = program.ok("roster_import_preview", request.clone());
    assert_eq!(preview["accepted"], expected["accepted"]);
    assert_eq!(notes(&preview["rejected"]), notes(&expected["rejected"]));
    assert_eq!(notes(&preview["warned"]), notes(&expected["warned"]));

    let mut import = request.clone();
    import["digest"] = preview["digest"].clone();
    let done = program.ok("roster_import", import);
    assert_eq!(done["value"]["accepted"], expected["accepted"]);
    let count = expected["accepted"].as_array().unwrap().len();
    let page = program.ok("roster_list", json!({ "limit": 1000 }));
    assert_eq!(page["total"], count);

    let again = program.ok("roster_import_preview", request);
    assert_eq!((&again["accepted"], &again["unchanged"]), (&json!([]), &json!(count)));
}

#[test]
fn a_stored_member_is_as_the_file_has_it() {
    let program = program_with("old.xls");
    let preview = program.ok("roster_import_preview", json!({ "file": "old.xls" }));
    program.ok("roster_import", json!({ "file": "old.xls", "digest": preview["digest"] }));
    let page = program.ok("roster_list", json!({ "search": "shenxiuping" }));
    let member = program.ok("member_get", json!({ "id": page["rows"][0]["id"], "reveal": true }))["member"].clone();
    assert_eq!(member["id_number"], "440300197809248554");
    assert_eq!(member["birth"], "1978-09-24");
    let mobile = member["mobile"].as_str().unwrap();
    assert!(mobile.len() == 11 && mobile.bytes().all(|byte| byte.is_ascii_digit()), "{mobile}");
}

#[test]
fn one_undo_takes_a_whole_import_back() {
    let program = program_with("branch-list.xlsx");
    let before = program.ok("vault_dump", json!({}));
    let preview = program.ok("roster_import_preview", json!({ "file": "branch-list.xlsx" }));
    program.ok("roster_import", json!({ "file": "branch-list.xlsx", "digest": preview["digest"] }));
    program.ok("undo", json!({}));
    assert_eq!(program.ok("roster_list", json!({}))["total"], 0);
    assert_eq!(program.ok("vault_dump", json!({})), before);
}

#[test]
fn what_was_refused_is_saved_mended_and_comes_in() {
    let program = program_with("faulty.xlsx");
    let preview = program.ok("roster_import_preview", json!({ "file": "faulty.xlsx" }));
    // A row that is fine but was left out is saved too.
    let left_out = preview["accepted"][0]["row"].clone();
    let request = json!({ "file": "faulty.xlsx", "digest": preview["digest"], "skip_rows": [left_out] });
    program.ok("roster_import", request.clone());
    let mut save = request;
    save["to"] = json!("problems.xlsx");
    program.ok("roster_import_problems_save", save);

    let grid =
        OfficeFiles.read(&std::fs::read(program.path("problems.xlsx")).unwrap()).unwrap().remove(0).grid.unwrap();
    let text = |cell: &Cell| if let Cell::Text(text) = cell { text.clone() } else { String::new() };
    let mut rows: Vec<Vec<String>> = grid.rows.iter().map(|row| row.iter().map(text).collect()).collect();
    let header = rows.remove(0);
    assert_eq!(header[0], "未导入的原因");
    assert_eq!(
        header[1..],
        OfficeFiles.read(&std::fs::read(fixture("faulty.xlsx")).unwrap()).unwrap().remove(0).grid.unwrap().rows[0]
            .iter()
            .map(text)
            .collect::<Vec<_>>()
    );
    assert_eq!(rows.len(), 1 + preview["rejected"].as_array().unwrap().len());
    assert!(rows.iter().all(|row| !row[0].is_empty()), "a row without a reason");

    // As it is, the sheet comes to the same. Of two with one number the first has come in: now the second would rename
    // it, which is asked about.
    let again = program.ok("roster_import_preview", json!({ "file": "problems.xlsx" }));
    assert_eq!(again["accepted"].as_array().unwrap().len(), 2);
    assert_eq!(again["doubtful"].as_array().unwrap().len(), 1);
    let names = |notes: &Value| notes.as_array().unwrap().iter().map(|note| note["name"].clone()).collect::<Vec<_>>();
    let expected: Vec<_> = names(&preview["rejected"]).into_iter().filter(|name| name != "余东海").collect();
    assert_eq!(names(&again["rejected"]), expected);

    for (n, row) in rows.iter_mut().enumerate() {
        let mut set = |title: &str, value: &str| {
            let column = header.iter().position(|other| other.trim() == title).unwrap_or_else(|| panic!("{title}"));
            value.clone_into(&mut row[column]);
        };
        set("姓名", &format!("改正{n}"));
        set("公民身份证号", "");
        set("出生日期", "1980-01-01");
        set("人员类别", "正式党员");
        set("加入党组织日期", "2005-07-01");
        set("转为正式党员日期", "2006-07-01");
    }
    let mended = OfficeFiles.write(&Table { sheet: "未导入的行".to_owned(), header, rows }).unwrap();
    std::fs::write(program.path("mended.xlsx"), mended).unwrap();
    let preview = program.ok("roster_import_preview", json!({ "file": "mended.xlsx" }));
    assert_eq!(preview["rejected"], json!([]));
    let done = program.ok("roster_import", json!({ "file": "mended.xlsx", "digest": preview["digest"] }));
    assert_eq!(done["value"]["accepted"].as_array().unwrap().len(), 9);
    assert_eq!(program.ok("roster_list", json!({}))["total"], 22 - 1 + 9);
}

#[test]
fn what_was_assigned_by_hand_holds_for_the_rows_that_were_saved() {
    let program = program_with("gb18030.csv");
    std::fs::write(program.path("a.csv"), "名册\n编号,谁,属于,生于\n1,张三,正式,1990.1\n2,李四,群众,1990.5\n").unwrap();
    let mapping = json!({ "1": "name", "2": "kind", "3": "birth" });
    let request = json!({ "file": "a.csv", "mapping": mapping, "header_row": 2 });
    let preview = program.ok("roster_import_preview", request.clone());
    let mut import = request;
    import["digest"] = preview["digest"].clone();
    program.ok("roster_import", import.clone());
    import["to"] = json!("problems.xlsx");
    program.ok("roster_import_problems_save", import);
    let again = program.ok("roster_import_preview", json!({ "file": "problems.xlsx" }));
    assert_eq!((&again["remembered"], &again["header_row"]), (&json!(true), &json!(1)));
    assert_eq!(again["rejected"][0]["code"], "kind_unknown");
    assert_eq!(again["rejected"][0]["name"], "李四");
}

#[test]
fn nothing_is_saved_when_every_row_came_in() {
    let program = program_with("national-export.xlsx");
    let file = "national-export.xlsx";
    let preview = program.ok("roster_import_preview", json!({ "file": file }));
    let save = json!({ "file": file, "digest": preview["digest"], "to": "p.xlsx" });
    assert_eq!(program.problem("roster_import_problems_save", save)["code"], "no_problem_rows");
    assert!(!program.path("p.xlsx").exists());
}

#[test]
fn ten_thousand_rows_can_be_stopped_at_any_moment_and_then_nothing_is_stored() {
    let program = program_with("gb18030.csv");
    let rows: String = (0..10_000).map(|n| format!("党员{n},预备党员,138{n:08}\n")).collect();
    std::fs::write(program.path("many.csv"), format!("姓名,人员类别,手机号\n{rows}")).unwrap();
    let before = program.ok("vault_dump", json!({}));
    let preview = program.ok("roster_import_preview", json!({ "file": "many.csv" }));
    assert_eq!(preview["accepted"].as_array().unwrap().len(), 10_000);
    let request = json!({ "file": "many.csv", "digest": preview["digest"] });

    // 100 steps of judging, then 100 of storing.
    for stop_at in [0, 1, 99, 100, 101, 150, 199] {
        let (steps, cancelled) = (AtomicUsize::new(0), AtomicBool::new(stop_at == 0));
        let report = |_| {
            let done = steps.fetch_add(1, Ordering::Relaxed) + 1;
            cancelled.store(done == stop_at, Ordering::Relaxed);
        };
        let job = Job { report: &report, cancelled: &cancelled };
        let problem = program.call_watched("roster_import", request.clone(), &job).unwrap_err();
        assert_eq!((problem.code.as_str(), steps.into_inner()), ("cancelled", stop_at));
        assert_eq!(program.ok("vault_dump", json!({})), before, "stopped at step {stop_at}");
    }

    let seen = std::sync::Mutex::new(Vec::new());
    let report = |progress| seen.lock().unwrap().push(progress);
    let job = Job { report: &report, cancelled: &AtomicBool::new(false) };
    program.call_watched("roster_import", request, &job).unwrap();
    let seen = seen.into_inner().unwrap();
    assert_eq!(seen.len(), 200);
    assert!(seen.iter().all(|step| step.total == 10_000 && ["核对", "保存"].contains(&step.label.as_str())));
    assert_eq!(program.ok("roster_list", json!({}))["total"], 10_000);
}

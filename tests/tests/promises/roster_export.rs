//! What goes out as a spreadsheet comes back as the same records, hides what it should, and is in the log.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use proptest::prelude::*;
use rstest::rstest;
use serde_json::{Value, json};
use tempfile::TempDir;
use zhibu_core::outside::{Cell, FileToken, Office as _};
use zhibu_core::roster::{
    EntryWay, ExportLayout, ImportField, ImportPreviewRequest, ImportRequest, MemberKind, MemberRecord, Office,
    Particular, ParticularKind, RosterExportRequest, RosterQuery, Sex, Standing, everyone, export, import,
    import_preview, save,
};
use zhibu_core::testing::{Paths, TestFile};
use zhibu_core::values::PartialDate;
use zhibu_documents::office::OfficeFiles;
use zhibu_tests::Program;

/// A program whose roster is the named fixture.
fn program_with(name: &str) -> Program {
    let program = empty_program();
    let fixture = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/rosters").join(name);
    std::fs::copy(fixture, program.path(name)).unwrap();
    import_into(&program, name);
    program
}

fn empty_program() -> Program {
    let program = Program::new("2026-11-23");
    let branch = json!({ "name": "示例协会支部" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026", "branch": branch }));
    program
}

fn import_into(program: &Program, sheet: &str) -> Value {
    let digest = program.ok("roster_import_preview", json!({ "file": sheet }))["digest"].clone();
    program.ok("roster_import", json!({ "file": sheet, "digest": digest }))["value"].clone()
}

/// Every record, without ids, in an order of its own.
fn records(program: &Program) -> Vec<String> {
    let rows = program.ok("roster_list", json!({ "limit": 10_000 }))["rows"].clone();
    let record = |row: &Value| {
        let mut record = program.ok("member_get", json!({ "id": row["id"], "reveal": true }))["member"].clone();
        record["id"] = Value::Null;
        record.to_string()
    };
    let mut records: Vec<_> = rows.as_array().unwrap().iter().map(record).collect();
    records.sort();
    records
}

fn all_fields(program: &Program) -> Vec<Value> {
    let fields = program.ok("roster_choices", json!({}))["fields"].clone();
    fields.as_array().unwrap().iter().map(|field| field["field"].clone()).collect()
}

fn sheet(program: &Program, name: &str) -> Vec<Vec<String>> {
    let grid = OfficeFiles.read(&std::fs::read(program.path(name)).unwrap()).unwrap().remove(0).grid.unwrap();
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Empty => String::new(),
        other => panic!("{other:?} is no text"),
    };
    grid.rows.iter().map(|row| row.iter().map(text).collect()).collect()
}

fn newest_label(program: &Program) -> String {
    program.ok("audit_list", json!({ "limit": 1 }))[0]["label"].as_str().unwrap().to_owned()
}

#[rstest]
#[case("national-export.xlsx")]
#[case("branch-list.xlsx")]
#[case("gb18030.csv")]
#[case("old.xls")]
#[case("faulty.xlsx")]
fn a_real_roster_goes_out_and_comes_back_the_same(#[case] name: &str) {
    let program = program_with(name);
    let chosen = json!({ "chosen": all_fields(&program) });
    program.ok("roster_export", json!({ "query": {}, "layout": chosen, "reveal": true, "file": "out.xlsx" }));
    let other = empty_program();
    std::fs::copy(program.path("out.xlsx"), other.path("out.xlsx")).unwrap();
    let outcome = import_into(&other, "out.xlsx");
    assert_eq!((&outcome["rejected"], &outcome["normalized"]), (&json!([]), &json!([])));
    assert_eq!(records(&other), records(&program));
}

#[test]
fn a_masked_roster_shows_no_number_and_changes_nothing_when_it_is_read_back() {
    let program = program_with("national-export.xlsx");
    program.ok("roster_export", json!({ "query": {}, "layout": "national", "file": "out.xlsx" }));
    let rows = sheet(&program, "out.xlsx");
    let header = "姓名 所在党支部 公民身份证号 性别 民族 出生日期 学历 人员类别 加入党组织日期 转为正式党员日期 工作岗位 手机号 \
                  固定电话 家庭住址 党籍状态 是否为失联党员 失去联系日期 是否为流动党员 外出流向";
    assert_eq!(rows[0], header.split_whitespace().collect::<Vec<_>>());
    assert_eq!(rows.len(), 47);
    for row in &rows[1..] {
        assert!(row[2].contains("****") && row[11].contains('*') && row[13].is_empty(), "{row:?}");
    }
    assert_eq!(newest_label(&program), "导出名册 46 人（号码已遮盖）");
    let before = program.ok("vault_dump", json!({}));
    let outcome = import_into(&program, "out.xlsx");
    assert_eq!((&outcome["accepted"], &outcome["unchanged"]), (&json!([]), &json!(46)));
    assert_eq!(program.ok("vault_dump", json!({})), before);
}

#[test]
fn an_export_in_full_is_in_the_log_and_is_nothing_to_take_back() {
    let program = program_with("national-export.xlsx");
    let undo = program.ok("vault_status", json!({}))["undo"].clone();
    let dump = program.ok("vault_dump", json!({}));
    program.ok("roster_export", json!({ "query": {}, "layout": "national", "reveal": true, "file": "out.xlsx" }));
    assert_eq!(newest_label(&program), "导出名册 46 人（含完整证件号码）");
    let entry = program.ok("audit_list", json!({ "limit": 1 }))[0].clone();
    assert_eq!((&entry["command"], &entry["records"]), (&json!("roster_export"), &json!(0)));
    assert_eq!(program.ok("vault_status", json!({}))["undo"], undo);
    assert_eq!(program.ok("vault_dump", json!({})), dump);
    assert_eq!(program.ok("vault_check", json!({}))["ok"], true);
}

#[test]
fn a_chosen_layout_has_the_columns_in_their_order_and_only_those_asked_for() {
    let program = program_with("national-export.xlsx");
    let filters = json!([{ "by": "kind", "label": "预备党员" }]);
    let layout = json!({ "chosen": ["joined", "name"] });
    program.ok(
        "roster_export",
        json!({ "query": { "filters": filters, "limit": 1 }, "layout": layout, "file": "out.xlsx" }),
    );
    let total = program.ok("roster_list", json!({ "filters": filters }))["total"].as_u64().unwrap();
    let rows = sheet(&program, "out.xlsx");
    assert_eq!(rows[0], ["加入党组织日期", "姓名"]);
    assert_eq!(rows.len() as u64, 1 + total);
    assert_eq!(newest_label(&program), format!("导出名册 {total} 人"));
}

#[rstest]
#[case(json!({}), json!({ "chosen": [] }), "invalid")]
#[case(json!({}), json!({ "chosen": ["name", "name"] }), "invalid")]
#[case(json!({ "search": "没有这个人" }), json!("national"), "nobody_listed")]
fn an_export_of_nothing_is_refused(#[case] query: Value, #[case] layout: Value, #[case] code: &str) {
    let program = program_with("national-export.xlsx");
    let request = json!({ "query": query, "layout": layout, "file": "out.xlsx" });
    assert_eq!(program.problem("roster_export", request)["code"], code);
    assert!(!program.path("out.xlsx").exists());
    assert_eq!(newest_label(&program), "导入党员名册 46 人");
}

#[test]
fn on_an_earlier_day_the_export_knows_nothing_of_later_ones() {
    let program = empty_program();
    let member = json!({ "id": null, "name": "张三", "kind": "full", "joined": "2025-01-10", "converted": "2026-01-10",
        "id_number": null, "sex": null, "birth": null, "lost_contact_since": null, "entered_on": null });
    program.ok("member_save", json!({ "record": member }));
    let layout = json!({ "chosen": ["name", "kind", "converted"] });
    program.ok("roster_export", json!({ "query": { "on": "2025-12-31" }, "layout": layout, "file": "out.xlsx" }));
    assert_eq!(sheet(&program, "out.xlsx")[1], ["张三", "预备党员", ""]);
}

fn file() -> TestFile {
    let mut file = TestFile::on("2026-11-23");
    file.outside.office = Arc::new(OfficeFiles);
    file.outside.desktop = Arc::new(Paths);
    file
}

fn stored(file: &TestFile) -> Vec<String> {
    let members = file.vault.read(everyone).unwrap();
    let record = |record: MemberRecord| serde_json::to_string(&MemberRecord { id: None, ..record }).unwrap();
    let mut records: Vec<_> = members.into_iter().map(|member| record(member.record.clone())).collect();
    records.sort();
    records
}

/// Anything that can be typed, except what people write for nothing and the signs with which tables guard a text.
fn words() -> impl Strategy<Value = String> {
    "(\\PC{0,12}|=1\\+1|@SUM\\(A1\\)|_x000D_|一\n二|𣲘𬭎䶮|<b>&amp;</b>|0012)".prop_filter("nothing", |text| {
        let text = text.trim();
        !["无", "暂无", "—", "——", "-", "--", "/", "\\", "N/A"].contains(&text)
            && !text.contains(['*', '＊', '\'', '`', '^', '#'])
    })
}

fn partial(years: std::ops::Range<i32>) -> impl Strategy<Value = PartialDate> {
    (years, 1..=12u32, 1..=28u32, 0..3u8).prop_map(|(year, month, day, precision)| {
        let text = match precision {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        text.parse().unwrap()
    })
}

fn particulars() -> impl Strategy<Value = BTreeMap<Particular, String>> {
    let one = prop::sample::select(Particular::ALL).prop_flat_map(|particular| {
        let text = match particular.kind() {
            ParticularKind::Date => partial(1950..2026).prop_map(|date| date.to_string()).boxed(),
            ParticularKind::YesNo => prop::sample::select(vec!["是".to_owned(), "否".to_owned()]).boxed(),
            ParticularKind::Text | ParticularKind::Choice => words().boxed(),
        };
        (Just(particular), text)
    });
    prop::collection::vec(one, 0..6).prop_map(|list| list.into_iter().collect())
}

fn record() -> impl Strategy<Value = MemberRecord> {
    let dates = (
        prop::option::of(partial(1940..2000)),
        prop::option::of((partial(2000..2010), prop::option::of(partial(2012..2026)))),
        prop::option::of(partial(2012..2026)),
        prop::option::of(partial(2012..2026)),
        prop::option::of(partial(2012..2026)),
    );
    let texts = prop::collection::vec(words(), 9);
    let numbers = (
        "(1[3-9][0-9]{9})?",
        "((010|02[0-9]|0755)-[0-9]{8})?",
        -1200..=1200i32,
        prop::sample::select(vec![0u32, 6, 12]),
    );
    let choices = (
        prop::option::of(prop::sample::select(vec![Sex::Male, Sex::Female])),
        any::<(bool, bool, bool, bool, bool, bool)>(),
        prop::collection::btree_set(prop::sample::select(Office::ALL.to_vec()), 0..3),
        prop::sample::select(vec![EntryWay::Original, EntryWay::Admitted, EntryWay::MovedIn, EntryWay::Other]),
    );
    let name = "[\u{4E00}-\u{9FFF}\u{20000}-\u{2A6DF}]{1,4}(·[\u{4E00}-\u{9FFF}]{1,3})?";
    (name, dates, texts, numbers, choices, particulars()).prop_map(
        |(name, dates, texts, numbers, choices, particulars)| {
            let (birth, joined, lost, away, entered) = dates;
            let (sex, (full, suspended, is_lost, is_mobile, not_required, no_vote), offices, entered_how) = choices;
            let kind = if full { MemberKind::Full } else { MemberKind::Probationary };
            let mut record = MemberRecord::new(name, kind);
            (record.birth, record.sex, record.entered_how) = (birth, sex, entered_how);
            record.offices = offices.into_iter().collect();
            record.joined = joined.map(|(joined, _)| joined);
            record.converted = joined.and_then(|(_, converted)| converted).filter(|_| full);
            record.entered_on = entered.and_then(PartialDate::exact);
            record.standing = if suspended { Standing::Suspended } else { Standing::Normal };
            (record.is_lost, record.lost_contact_since) = (is_lost, lost);
            (record.is_mobile, record.mobile_since) = (is_mobile, away);
            (record.attendance_not_required, record.vote_suspended) = (not_required, no_vote);
            (record.mobile, record.landline, record.party_age_correction_months, record.probation_extended_months) =
                numbers;
            let mut texts = texts.into_iter();
            for text in [
                &mut record.branch_name,
                &mut record.ethnicity,
                &mut record.education,
                &mut record.job_position,
                &mut record.address,
                &mut record.lost_reason,
                &mut record.mobile_destination,
                &mut record.party_group,
                &mut record.note,
            ] {
                *text = texts.next().unwrap();
            }
            // A number there is a shifted column to the import, and said to be one.
            for text in [&mut record.ethnicity, &mut record.education, &mut record.address] {
                text.retain(|c| !c.is_numeric());
            }
            // Nor has a people's name any sign.
            record.ethnicity.retain(char::is_alphabetic);
            record.unit.clone_from(&record.party_group);
            record.particulars.0 = particulars;
            record
        },
    )
}

const NUMBERS: [&str; 4] = ["440300199003105609", "440300199302267560", "440300197011090356", "610104620927690"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_a_record_holds_goes_out_and_comes_back_the_same(records in prop::collection::vec(record(), 1..6)) {
        let folder = TempDir::new().unwrap();
        let token = FileToken(folder.path().join("out.xlsx").to_string_lossy().into_owned());
        let mut one = file();
        for (n, mut record) in records.into_iter().enumerate() {
            record.id_number = NUMBERS.get(n).map(|number| (*number).to_owned().try_into().unwrap());
            save(&mut one.desk("member_save"), record.into()).unwrap();
        }
        let request = RosterExportRequest {
            query: RosterQuery::default(),
            layout: ExportLayout::Chosen(ImportField::all().collect()),
            reveal: true,
            file: token.clone(),
        };
        export(&one.door("roster_export"), request).unwrap();
        let mut other = file();
        let preview = ImportPreviewRequest {
            file: token,
            sheet: None,
            mapping: BTreeMap::new(),
            header_row: None,
            automatic: false,
        };
        let digest = import_preview(&other.door("roster_import_preview"), preview.clone()).unwrap().digest;
        let done = import(&other.door("roster_import"), ImportRequest { preview, digest, skip_rows: Vec::new() });
        prop_assert_eq!(done.unwrap().value.rejected, []);
        prop_assert_eq!(stored(&other), stored(&one));
    }
}

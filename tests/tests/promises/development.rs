//! 发展党员档案 as others use them: the made-up branch's faulty files on the command line, and scans that are refused.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;
use zhibu_tests::Program;

fn cli(folder: &TempDir, arguments: &[&str]) -> Value {
    let output = Command::new(zhibu_tests::binary("zhibu-cli").unwrap())
        .current_dir(folder.path())
        .args(["--json", "--today", "2026-11-23"])
        .args(arguments)
        .env("ZHIBU_PASSPHRASE", zhibu_sample::PASSPHRASE)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
}

#[test]
fn each_faulty_file_of_the_sample_is_found_out_for_its_one_fault_and_nothing_else() {
    let folder = TempDir::new().unwrap();
    cli(&folder, &["demo", "demo"]);
    let found = cli(&folder, &["audit", "demo/示例支部.zhibu"]);
    let of = |person: &str| {
        let file = found.as_array().unwrap().iter().find(|file| file["person"] == person);
        let findings = file.unwrap_or_else(|| panic!("no file of {person}"))["findings"].as_array().unwrap();
        findings.iter().map(|finding| finding["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let wrong: BTreeMap<_, _> = zhibu_sample::faulty()
        .map(|(person, check)| (person, (check, of(person))))
        .filter(|(_, (check, found))| found.as_slice() != [*check])
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(zhibu_sample::faulty().count(), 20);
    let texts = |person: &str| {
        let file = found.as_array().unwrap().iter().find(|file| file["person"] == person).unwrap();
        file["findings"][0]["text"].clone()
    };
    assert_eq!(
        (texts("贺兰舟"), texts("汪清越"), texts("邓远舟")),
        (json!("dev-2014"), json!("dev-2026"), json!("practice"))
    );

    // The same for one person, and as papers.
    let one = cli(&folder, &["audit", "demo/示例支部.zhibu", "--person", "贺兰舟", "--out", "a.pdf"]);
    assert_eq!((one.as_array().unwrap().len(), &one[0]["person"]), (1, &json!("贺兰舟")));
    cli(&folder, &["audit", "demo/示例支部.zhibu", "--out", "a.xlsx"]);
    let starts = |name: &str, with: &[u8]| std::fs::read(folder.path().join(name)).unwrap().starts_with(with);
    assert!(starts("a.pdf", b"%PDF") && starts("a.xlsx", b"PK"));
    let saved = cli(
        &folder,
        &["print", "demo/示例支部.zhibu", "development", "--person", "贺兰舟", "--form", "1-2", "--out", "papers"],
    );
    let name = saved[0].as_str().unwrap().to_owned();
    assert!(starts(&format!("papers/{name}"), b"%PDF"));
    let all = cli(&folder, &["print", "demo/示例支部.zhibu", "development", "--person", "贺兰舟", "--out", "papers"]);
    assert!(all.as_array().unwrap().len() >= 25, "{all}");
}

#[test]
fn a_scan_that_is_not_what_it_claims_is_refused_with_a_sentence_and_nothing_is_stored() {
    let program = Program::new("2026-11-23");
    let create = json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026", "branch": { "name": "示例支部" } });
    program.ok("vault_create", create);
    let person =
        json!({ "id": null, "name": "江一帆", "id_number": null, "sex": null, "birth": null, "applied_on": null });
    let file = program.ok("development_save", person)["value"]["person"]["id"].clone();
    let cases = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases");
    let icon = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../icons/icon.png");
    std::fs::copy(&icon, program.path("1-1 第1页.png")).unwrap();
    std::fs::copy(&icon, program.path("IMG_0001.png")).unwrap();
    for case in ["加密.pdf", "半截.pdf", "半截.jpg"] {
        std::fs::copy(cases.join(case), program.path(&format!("1-1 {case}"))).unwrap();
    }
    std::fs::write(program.path("1-1 大.jpg"), vec![0_u8; 70 * 1024 * 1024]).unwrap();
    std::fs::write(program.path("1-1 表.jpg"), b"PK\x03\x04").unwrap();
    let before = program.ok("vault_dump", json!({}));
    for (name, code) in [
        ("1-1 加密.pdf", "picture_failed"),
        ("1-1 半截.pdf", "picture_failed"),
        ("1-1 半截.jpg", "picture_failed"),
        ("1-1 表.jpg", "not_a_picture"),
        ("1-1 大.jpg", "file_too_large"),
        ("IMG_0001.png", "development_which_paper"),
    ] {
        // Beside one that is sound: all or none.
        let request = json!({ "file": file, "files": ["1-1 第1页.png", name] });
        assert_eq!(program.problem("development_scan_add", request)["code"], code, "{name}");
        assert_eq!(program.ok("vault_dump", json!({})), before, "{name}");
    }
    let request = json!({ "file": file, "code": "1-2", "files": ["IMG_0001.png", "1-1 第1页.png"] });
    let pages = program.ok("development_scan_add", request)["value"].clone();
    assert_eq!(pages.as_array().unwrap().len(), 2);
    let picture = program.ok("development_scan_picture", pages[0]["id"].clone());
    assert!(picture["url"].as_str().unwrap().starts_with("data:image/jpeg;base64,"));
}

//! A PDF that anyone can make, thirty megabytes of the smallest values there are, is refused by a process that may use
//! little memory and little time.

use std::process::Command;

use chrono::DateTime;
use rstest::rstest;
use serde_json::Value;
use zhibu_core::signing::EnrolmentSheet;
use zhibu_tests::binary;

/// Bytes of address space: the program alone takes half of it.
const MEMORY: u64 = 1 << 30;
/// Seconds of the processor, in a build without optimisation.
const SECONDS: u64 = 20;

/// A real signature, of another file: what is wrong with it shows only after the structure was looked at.
fn signature() -> String {
    let now = DateTime::parse_from_rfc3339("2026-10-03T09:00:00+08:00").unwrap();
    let outside = zhibu_documents::outside();
    let identity = outside.seal.new_identity("示例支部", now, 3).unwrap();
    let sheet = EnrolmentSheet {
        branch: "示例支部".into(),
        superior: String::new(),
        unit: String::new(),
        secretary: String::new(),
        fingerprint_groups: vec!["0000".into(); 16],
        qr: "zhibu-cert:0".into(),
        replaces: None,
        valid_from: "2026-10-03".into(),
        valid_to: "2029-10-03".into(),
        printed_on: "2026-10-03".into(),
    };
    let signed =
        outside.seal.sign(&outside.typeset.pdf(&sheet, &[], now).unwrap().paper, &identity, "报送", now).unwrap();
    let text = String::from_utf8_lossy(&signed);
    text.rsplit_once("/Contents<").and_then(|(_, behind)| behind.split_once('>')).unwrap().0.to_owned()
}

/// The values stand in an object that the catalog leads to, and again in thousands of places that the table names.
fn hostile(value: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/AcroForm 2 0 R/Names 2 0 R/Pages 2 0 R>>\nendobj\n".to_vec();
    let mut table = "1 1\n0000000009 00000 n \n".to_owned();
    let piece = value.repeat(500);
    for number in 2..6000 {
        table.push_str(&format!("{number} 1\n{:010} 00000 n \n", file.len()));
        file.extend(format!("{number} 0 obj\n[{piece}]\nendobj\n").as_bytes());
        if file.len() > 28 << 20 {
            break;
        }
    }
    let range = file.len() + "/ByteRange".len();
    let hole = signature();
    file.extend(format!("/ByteRange[{:40}]/Contents<{hole}>", "").as_bytes());
    let start = file.len();
    file.extend(format!("xref\n{table}trailer\n<</Root 1 0 R/Size 6000>>\nstartxref\n{start}\n%%EOF\n").as_bytes());
    let before = range + 42 + "/Contents".len();
    let after = before + hole.len() + 2;
    let numbers = format!("[0 {before} {after} {}", file.len() - after);
    file[range..range + numbers.len()].copy_from_slice(numbers.as_bytes());
    file
}

#[rstest]
#[case::dictionaries("<</A<</B<<>>>>>>")]
#[case::numbers("0 ")]
#[case::arrays("[[[[]]]]")]
#[case::streams("<</Length 9999999>>stream\n")]
fn a_large_file_of_small_values_takes_little_memory_and_time(#[case] value: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hostile.pdf");
    std::fs::write(&path, hostile(value)).unwrap();
    let limited = Command::new("prlimit")
        .arg(format!("--as={MEMORY}"))
        .arg(format!("--cpu={SECONDS}"))
        .arg(binary("zhibu-cli").unwrap())
        .arg("verify")
        .arg(&path)
        .output()
        .unwrap();
    let answer: Value = serde_json::from_slice(&limited.stdout)
        .unwrap_or_else(|_| panic!("{}: {}", limited.status, String::from_utf8_lossy(&limited.stderr)));
    assert_eq!((limited.status.code(), &answer["valid"]), (Some(1), &Value::Bool(false)), "{answer}");
}

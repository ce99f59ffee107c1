//! The package for an inspection: what lies in its folder is what its index says, signed, and nothing of it stays when it fails.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use zhibu_core::desk::{Job, Progress};
use zhibu_tests::Program;

/// A branch with a general meeting that was held, a photo of it, and a signed report.
fn branch() -> Program {
    let program = Program::new("2026-11-23");
    let create = json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026", "branch": { "name": "示例支部" } });
    program.ok("vault_create", create);
    let record = json!({ "name": "方晓岚", "kind": "full", "joined": "2010-07-01" });
    let member = program.ok("member_save", json!({ "record": record }))["value"]["member"]["id"].take();
    let head = json!({ "id": null, "kinds": ["general"], "title": "三季度/党员大会", "planned_at": "2026-09-18T14:30:00",
        "place": "会议室" });
    let meeting = program.ok("meeting_save", head)["value"]["head"]["id"].take();
    let entry = json!({ "member": member, "status": "present", "reason": null });
    program.ok("attendance_save", json!({ "id": meeting, "entries": [entry] }));
    fs::write(program.path("会场.txt"), "说明").unwrap();
    program.ok("attachment_add", json!({ "owner": { "meeting": meeting }, "files": ["会场.txt"] }));
    program.ok("report_sign", json!({ "quarter": "2026Q3", "reason": null }));
    fs::create_dir(program.path("材料")).unwrap();
    program
}

fn request() -> Value {
    json!({ "from": "2026-01-01", "to": "2026-12-31", "folder": "材料" })
}

fn run(folder: &Path, program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn what_lies_in_the_folder_is_what_the_signed_index_says() {
    let program = branch();
    let view = program.ok("package_get", json!({ "from": "2026-01-01", "to": "2026-12-31" }));
    let items = view["items"].as_array().unwrap();
    let expected: u64 = items.iter().map(|item| item["files"].as_u64().unwrap()).sum();
    let lacks = |name: &str| items.iter().find(|item| item["item"] == name).unwrap()["lacks"].to_string();
    assert!(
        lacks("sign_in_scans").contains("9月18日“三季度/党员大会”没有签到表的扫描件"),
        "{}",
        lacks("sign_in_scans")
    );
    assert!(lacks("reports").contains("第一季度的报告没有签名"), "{}", lacks("reports"));

    let made = program.ok("package_make", request());
    assert_eq!((&made["files"], &made["unsigned"]), (&json!(expected), &Value::Null));
    let folder = program.path("材料");
    let checked = run(&folder, "sha256sum", &["-c", "sha256.txt"]);
    assert_eq!(checked.lines().filter(|line| line.ends_with(": OK")).count() as u64, expected, "{checked}");
    let signed = run(&folder, "pdfsig", &["-nocert", "00 目录（已签名）.pdf"]);
    assert!(signed.contains("Signature is Valid") && signed.contains("Total document signed"), "{signed}");
    run(&folder, "pdfdetach", &["-savefile", "sha256.txt", "-o", "inside.txt", "00 目录（已签名）.pdf"]);
    let hashes = fs::read_to_string(folder.join("sha256.txt")).unwrap();
    assert_eq!(fs::read_to_string(folder.join("inside.txt")).unwrap(), hashes, "the hashes are signed with the index");
    assert!(hashes.contains("会议记录 2026-09-18") && hashes.contains("会场.txt"), "{hashes}");

    // The archive holds the same, without what is only the branch's own.
    let archive = fs::File::open(folder.join("迎检材料.zip")).unwrap();
    let mut archive = zip::ZipArchive::new(archive).unwrap();
    let mut names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    names.sort();
    assert_eq!(names.len() as u64, expected + 3, "{names:?}");
    assert!(!names.iter().any(|name| name.contains("缺什么")), "{names:?}");
    for name in names {
        let mut inside = Vec::new();
        std::io::copy(&mut archive.by_name(&name).unwrap(), &mut inside).unwrap();
        assert!(inside == fs::read(folder.join(&name)).unwrap(), "{name}");
    }
    let newest = program.ok("audit_list", json!({ "before": null, "limit": 1, "member": null }));
    assert!(newest[0]["label"].as_str().unwrap().contains("整理迎检材料"), "{newest}");
}

#[test]
fn what_was_chosen_is_there_in_its_order_and_under_its_name() {
    let program = branch();
    let view = program.ok("package_get", json!({ "from": "2026-01-01", "to": "2026-12-31" }));
    let choice = |item: &Value, left_out: bool, name: &str| json!({ "item": item, "left_out": left_out, "name": name });
    let items = view["items"].as_array().unwrap().iter().map(|item| &item["item"]);
    let others = items.filter(|item| **item != "reports" && **item != "general").map(|item| choice(item, true, ""));
    let chosen: Vec<_> = [choice(&json!("reports"), false, "季度: 报告"), choice(&json!("general"), false, "")]
        .into_iter()
        .chain(others)
        .collect();
    let mut asked = request();
    asked["items"] = json!(chosen);
    program.ok("package_make", asked);
    let mut folders: Vec<_> = fs::read_dir(program.path("材料")).unwrap().map(|entry| entry.unwrap()).collect();
    folders.retain(|entry| entry.file_type().unwrap().is_dir());
    let mut folders: Vec<_> = folders.into_iter().map(|entry| entry.file_name().into_string().unwrap()).collect();
    folders.sort();
    assert_eq!(folders, ["01 季度_ 报告", "02 支部党员大会"]);
}

#[test]
fn a_folder_with_other_things_stays_as_it_is() {
    let program = branch();
    fs::write(program.path("材料/别的.txt"), "别的").unwrap();
    let refused = program.problem("package_make", request());
    assert_eq!(refused["code"], "folder_not_empty");
    assert_eq!(fs::read_dir(program.path("材料")).unwrap().count(), 1);
    let backwards =
        program.problem("package_make", json!({ "from": "2026-12-31", "to": "2026-01-01", "folder": "材料" }));
    assert_eq!((&backwards["code"], &backwards["fields"][0]["field"]), (&json!("invalid"), &json!("to")));
}

#[test]
fn nothing_stays_of_a_package_that_was_stopped() {
    let program = branch();
    let seen = std::sync::atomic::AtomicUsize::new(0);
    let stop = std::sync::atomic::AtomicBool::new(false);
    let watch = |progress: Progress| {
        // Some files are there by then.
        if progress.done == 3 {
            seen.store(fs::read_dir(program.path("材料")).unwrap().count(), std::sync::atomic::Ordering::Relaxed);
            stop.store(true, std::sync::atomic::Ordering::Relaxed);
        }
    };
    let job = Job { report: &watch, cancelled: &stop };
    let refused = program.call_watched("package_make", request(), &job).unwrap_err();
    assert_eq!(refused.code, "cancelled");
    assert!(seen.into_inner() > 1, "it was stopped on the way");
    assert_eq!(fs::read_dir(program.path("材料")).unwrap().count(), 0);
}

//! Promise 3: on a disk that is full, whatever was asked says so in one Chinese sentence, and nothing is half-written.
//!
//! The test runs itself once more on a disk of a few megabytes in memory that only it sees (`unshare`, no rights needed).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rstest::rstest;
use serde_json::{Value, json};
use tempfile::TempDir;
use zhibu_tests::Program;

const PASSPHRASE: &str = "晨光里的名册2026";
/// Of the second run: the small disk.
const DISK: &str = "ZHIBU_SMALL_DISK";
/// So many KiB are left on it, one after the other.
const LEFT: [u64; 9] = [0, 4, 12, 40, 120, 300, 600, 1200, 2800];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Work {
    New,
    Save,
    Import,
    Migration,
    Backup,
    Export,
    Passphrase,
    Restore,
}

#[rstest]
#[case::new(Work::New)]
#[case::save(Work::Save)]
#[case::import(Work::Import)]
#[case::migration(Work::Migration)]
#[case::backup(Work::Backup)]
#[case::export(Work::Export)]
#[case::passphrase(Work::Passphrase)]
#[case::restore(Work::Restore)]
fn on_a_full_disk(#[case] work: Work) {
    if let Some(disk) = std::env::var_os(DISK) {
        return run_out(work, Path::new(&disk));
    }
    let disk = TempDir::new().unwrap();
    let name = std::thread::current().name().unwrap().to_owned();
    let again = |script: &str| {
        let exe = std::env::current_exe().unwrap();
        let mut shell = Command::new("unshare");
        shell.args(["-r", "-m", "sh", "-c", script, "sh"]).arg(disk.path()).arg(exe).arg(&name);
        shell.env(DISK, disk.path()).output().unwrap()
    };
    let output = again(r#"mount -t tmpfs -o size=8m none "$1" && exec "$2" --exact "$3" --nocapture"#);
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

/// Tries it with ever more space, each time from the same beginning.
fn run_out(work: Work, disk: &Path) {
    let (mut refused, mut done) = (0, 0);
    for left in LEFT {
        let folder = disk.join("f");
        let kept = begin(work, &folder);
        let filler = fill(disk, left);
        let outcome = attempt(work, &folder);
        fs::remove_file(filler).unwrap();
        match outcome {
            Ok(_) => done += 1,
            Err(problem) => {
                refused += 1;
                let code = problem["code"].as_str().unwrap();
                assert!(["disk_full", "unwritable_file"].contains(&code), "{left} KiB left: {problem}");
                let said = problem["message"].as_str().unwrap();
                let file_names =
                    ["a.zhibu", "out.xlsx"].iter().fold(said.to_owned(), |said, name| said.replace(name, ""));
                assert!(said.contains("磁盘已满"), "{said}");
                assert!(!file_names.contains(|c: char| c.is_ascii_alphabetic()), "{said}");
                unharmed(work, &folder, &kept);
            }
        }
        fs::remove_dir_all(&folder).unwrap();
    }
    assert!(refused > 0 && done > 0, "{refused} refused, {done} done");
}

/// What is to be found again: the records and the names in the folder.
fn begin(work: Work, folder: &Path) -> (Value, Vec<String>) {
    fs::create_dir(folder).unwrap();
    let program = Program::in_folder(folder.to_owned(), "2026-11-23");
    match work {
        Work::New => return (Value::Null, names(folder)),
        Work::Migration => {
            let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schemas/schema-15.zhibu");
            fs::copy(fixture, folder.join("a.zhibu")).unwrap();
            return (Value::Null, names(folder));
        }
        _ => {}
    }
    let branch = json!({ "name": "示例协会支部" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    fs::write(folder.join("r.xlsx"), include_bytes!("../../fixtures/rosters/branch-list.xlsx")).unwrap();
    if work == Work::Export {
        import(&program).unwrap();
        fs::write(folder.join("out.xlsx"), b"old").unwrap();
    }
    if work == Work::Restore {
        program.ok("vault_backup", json!({}));
        import(&program).unwrap();
    }
    let dump = program.ok("vault_dump", json!({}));
    program.ok("vault_lock", json!({}));
    (dump, names(folder))
}

fn attempt(work: Work, folder: &Path) -> Result<Value, Value> {
    let program = Program::in_folder(folder.to_owned(), "2026-11-23");
    let call =
        |command: &str, request: Value| program.call(command, request).map_err(|p| serde_json::to_value(p).unwrap());
    let open = || call("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }));
    match work {
        Work::New => {
            let branch = json!({ "name": "示例协会支部" });
            call("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }))
        }
        Work::Migration => call("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE })),
        Work::Save => {
            open()?;
            let words = json!({ "problems": "问".repeat(60_000), "plan": "划" });
            call("report_words_save", json!({ "quarter": "2026Q3", "words": words }))
        }
        Work::Import => {
            open()?;
            import(&program).map_err(|p| serde_json::to_value(p).unwrap())
        }
        Work::Backup => {
            open()?;
            call("vault_backup", json!({}))
        }
        Work::Export => {
            open()?;
            call("roster_export", json!({ "query": {}, "layout": "national", "reveal": false, "file": "out.xlsx" }))
        }
        Work::Passphrase => {
            open()?;
            call("passphrase_change", json!({ "current": PASSPHRASE, "new": "换过的密码一二三四" }))
        }
        Work::Restore => {
            open()?;
            let backups = call("backup_list", json!({}))?;
            call("backup_restore", json!({ "name": backups["backups"][0]["name"] }))
        }
    }
}

fn import(program: &Program) -> Result<Value, zhibu_core::problem::Problem> {
    let digest = program.call("roster_import_preview", json!({ "file": "r.xlsx" }))?["digest"].clone();
    program.call("roster_import", json!({ "file": "r.xlsx", "digest": digest }))
}

/// Once there is space again, everything is as it was.
fn unharmed(work: Work, folder: &Path, (dump, before): &(Value, Vec<String>)) {
    let program = Program::in_folder(folder.to_owned(), "2026-11-23");
    if work == Work::Migration {
        assert!(names(folder).iter().all(|name| !name.starts_with('.')), "{:?}", names(folder));
        program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }));
        assert_eq!(program.ok("roster_list", json!({}))["current"], 2);
    } else {
        // The folder of backups may have come with the first opening of the day.
        let names_but_backups =
            |names: &[String]| names.iter().filter(|name| *name != "a 备份").cloned().collect::<Vec<_>>();
        assert_eq!(names_but_backups(&names(folder)), names_but_backups(before), "{work:?}");
        if work == Work::New {
            return;
        }
        program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }));
        assert_eq!(&program.ok("vault_dump", json!({})), dump, "{work:?}");
    }
    if work == Work::Export {
        assert_eq!(fs::read(folder.join("out.xlsx")).unwrap(), b"old");
    }
    assert_eq!(program.ok("vault_check", json!({}))["ok"], true);
    program.ok("vault_lock", json!({}));
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Fills a disk but for so many KiB.
fn fill(disk: &Path, left: u64) -> PathBuf {
    use std::io::Write;
    let path = disk.join("filler");
    let mut file = fs::File::create(&path).unwrap();
    let mut length = 0;
    while file.write_all(&[1; 1024]).is_ok() {
        length += 1024;
    }
    file.set_len(u64::saturating_sub(length, left * 1024)).unwrap();
    path
}

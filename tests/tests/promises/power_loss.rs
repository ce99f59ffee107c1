//! Promise 2: a power loss at any moment loses nothing that was confirmed, and leaves nothing half-written.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;
use zhibu_tests::power::{Recording, Unflushed};
use zhibu_tests::{Program, binary};

const PASSPHRASE: &str = "晨光里的名册2026";
const FATES: [Unflushed; 5] =
    [Unflushed::Lost, Unflushed::NamesOnly, Unflushed::ContentsOnly, Unflushed::Some(1), Unflushed::Some(2)];

/// A folder with a file in it that was backed up today.
fn kept() -> TempDir {
    let folder = TempDir::new().unwrap();
    let program = Program::in_folder(folder.path().to_owned(), "2026-11-23");
    let branch = json!({ "name": "支部0" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    program.ok("vault_backup", json!({}));
    program.ok("vault_lock", json!({}));
    folder
}

fn cli(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(binary("zhibu-cli").unwrap());
    command
        .current_dir(folder)
        .env("ZHIBU_PASSPHRASE", PASSPHRASE)
        .args(["--today", "2026-11-23", "--json"])
        .args(arguments);
    command
}

/// Looks at the disk after every `stride`-th moment and after everything that was said, whatever became of what was not
/// flushed. `judge` gets the folder, what had been said, and a name for the moment.
fn after_each_moment(recording: &Recording, stride: usize, judge: impl Fn(&Path, &str, &str)) {
    let mut seen = Vec::new();
    let mut said = 0;
    for moment in 0..=recording.moments() {
        let now = recording.said(moment);
        let must = moment == recording.moments() || now.len() != said;
        said = now.len();
        if !must && moment % stride != 0 {
            continue;
        }
        for fate in FATES {
            if let Some(disk) = recording.disk(moment, fate, &mut seen) {
                judge(disk.path(), &now, &format!("moment {moment}, {fate:?}"));
            }
        }
    }
    assert!(seen.len() > 5, "only {} states of the disk", seen.len());
}

/// The branch's name in a file that opens and is sound; nothing is left beside it.
fn opened(folder: &Path, passphrase: &str, at: &str) -> String {
    let program = Program::in_folder(folder.to_owned(), "2026-11-23");
    let reply = program.call("vault_unlock", json!({ "file": "a.zhibu", "passphrase": passphrase }));
    let status = reply.unwrap_or_else(|problem| panic!("{at}: {problem:?}"));
    let check = program.ok("vault_check", json!({}));
    assert_eq!(check["ok"], true, "{at}: {check}");
    program.ok("vault_lock", json!({}));
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let left: Vec<_> = names.filter(|name| name.starts_with(".zhibu-")).collect();
    assert!(left.is_empty(), "{at}: {left:?} is left");
    status["branch"].as_str().unwrap().to_owned()
}

fn backups(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("a 备份")).into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "zhibu")).collect()
}

/// Backups that were opened already, and the branch's name in them: most moments find the same.
#[derive(Default)]
struct Whole(RefCell<BTreeMap<Vec<u8>, String>>);

impl Whole {
    /// As [`opened`].
    fn name(&self, backup: &Path, at: &str) -> String {
        let bytes = fs::read(backup).unwrap();
        if let Some(name) = self.0.borrow().get(&bytes) {
            return name.clone();
        }
        let alone = TempDir::new().unwrap();
        fs::write(alone.path().join("a.zhibu"), &bytes).unwrap();
        let name = opened(alone.path(), PASSPHRASE, at);
        self.0.borrow_mut().insert(bytes, name.clone());
        name
    }
}

#[test]
fn every_change_that_was_confirmed_is_there() {
    let folder = kept();
    let mut writer = Command::new(env!("CARGO_BIN_EXE_writer"));
    let recording = Recording::of(writer.arg(folder.path()).arg("1"), folder.path(), Some(8));
    after_each_moment(&recording, 9, |disk, said, at| {
        let confirmed: u32 = said.lines().last().map_or(0, |line| line.parse().unwrap());
        let found: u32 = opened(disk, PASSPHRASE, at).trim_start_matches("支部").parse().unwrap();
        assert!(found == confirmed || found == confirmed + 1, "{at}: confirmed {confirmed}, found {found}");
    });
}

#[test]
fn a_new_file_is_there_whole_or_not_at_all() {
    let folder = TempDir::new().unwrap();
    let recording =
        Recording::of(&mut cli(folder.path(), &["new", "a.zhibu", "--branch", "支部"]), folder.path(), None);
    after_each_moment(&recording, 6, |disk, said, at| {
        if disk.join("a.zhibu").exists() {
            assert_eq!(opened(disk, PASSPHRASE, at), "支部");
        } else {
            assert_eq!(said, "", "{at}: confirmed and gone");
        }
    });
}

#[test]
fn an_export_is_the_old_one_or_the_new_one_and_after_it_was_confirmed_the_new_one() {
    let folder = kept();
    let program = Program::in_folder(folder.path().to_owned(), "2026-11-23");
    program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }));
    let member = json!({ "id": null, "name": "李伟", "kind": "full" });
    program.ok("member_save", json!({ "record": member }));
    program.ok("vault_lock", json!({}));
    fs::write(folder.path().join("out.xlsx"), b"old").unwrap();
    let command = &mut cli(folder.path(), &["export-roster", "a.zhibu", "out.xlsx"]);
    let recording = Recording::of(command, folder.path(), None);
    let new = fs::read(folder.path().join("out.xlsx")).unwrap();
    after_each_moment(&recording, 1, |disk, said, at| {
        let found = fs::read(disk.join("out.xlsx")).unwrap_or_else(|error| panic!("{at}: {error}"));
        assert!(found == new || (found == b"old" && said.is_empty()), "{at}: {} bytes", found.len());
    });
}

#[test]
fn a_new_passphrase_that_was_confirmed_opens_the_file() {
    let folder = kept();
    let request = json!({ "current": PASSPHRASE, "new": "换过的密码一二三四" }).to_string();
    let command = &mut cli(folder.path(), &["call", "a.zhibu", "passphrase_change", &request]);
    let recording = Recording::of(command, folder.path(), None);
    after_each_moment(&recording, 40, |disk, said, at| {
        let opens = |passphrase: &str| {
            let program = Program::in_folder(disk.to_owned(), "2026-11-23");
            program.call("vault_unlock", json!({ "file": "a.zhibu", "passphrase": passphrase })).is_ok()
        };
        let is_new = opens("换过的密码一二三四");
        assert!(is_new || (said.is_empty() && opens(PASSPHRASE)), "{at}: neither passphrase opens the file");
    });
}

#[test]
fn a_restored_day_is_there_once_it_was_confirmed_and_what_it_replaced_is_kept() {
    let folder = kept();
    let program = Program::in_folder(folder.path().to_owned(), "2026-11-23");
    program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }));
    let name = program.ok("backup_list", json!({}))["backups"][0]["name"].clone();
    program.ok("branch_save", json!({ "record": { "name": "后来的支部" } }));
    program.ok("vault_lock", json!({}));
    let request = json!({ "name": name }).to_string();
    let command = &mut cli(folder.path(), &["call", "a.zhibu", "backup_restore", &request]);
    let recording = Recording::of(command, folder.path(), None);
    let whole = Whole::default();
    after_each_moment(&recording, 30, |disk, said, at| {
        let found = opened(disk, PASSPHRASE, at);
        if said.is_empty() {
            assert!(["支部0", "后来的支部"].contains(&found.as_str()), "{at}: {found}");
        } else {
            assert_eq!(found, "支部0", "{at}: confirmed and not there");
        }
        if found == "支部0" {
            let is_kept = |backup: &PathBuf| whole.name(backup, at) == "后来的支部";
            assert!(backups(disk).iter().any(is_kept), "{at}: what was there before is gone");
        }
    });
}

#[test]
fn a_backup_that_was_confirmed_is_there_and_none_is_half_there() {
    let folder = kept();
    fs::remove_dir_all(folder.path().join("a 备份")).unwrap();
    let recording = Recording::of(&mut cli(folder.path(), &["call", "a.zhibu", "vault_backup"]), folder.path(), None);
    // Two are made, one after the other under the same name: by the first opening of the day, and on demand.
    let whole = Whole::default();
    after_each_moment(&recording, 1, |disk, said, at| {
        let found = backups(disk);
        for backup in &found {
            whole.name(backup, at);
        }
        assert!(said.is_empty() || !found.is_empty(), "{at}: confirmed and gone");
    });
    let _: Value = serde_json::from_str(&recording.said(recording.moments())).unwrap();
}

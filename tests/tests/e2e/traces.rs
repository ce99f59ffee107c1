//! Promises 20 and 23 in the real window: after a stay in the file, nothing of it is left outside of the file, on the disk or,
//! once it was locked, in the program's memory; and the program holds no internet socket.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::json;
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-23";
/// For how long what was freed may stay before it counts as left.
const PATIENCE: Duration = Duration::from_secs(60);
/// A name, a number and an address that stand nowhere else on this machine.
const NAME: &str = "欧阳迹无痕";
const ID_NUMBER: &str = "440300198503120229";
const MOBILE: &str = "13800017531";

#[tokio::test]
async fn nothing_of_the_file_is_left_on_the_disk_or_after_locking_in_memory() -> Outcome {
    let home = Home::new()?;
    // Printing goes to a viewer, which gets a file: the worst case.
    home.install("lp", "exit 1")?;
    home.install("xdg-open", "exit 0")?;
    let program = Program::in_folder(home.path("文档"), TODAY);
    let file = json!("支部.zhibu");
    program.ok(
        "vault_create",
        json!({ "file": file, "passphrase": PASSPHRASE, "branch": { "name": "中共示例协会支部委员会" } }),
    );
    program.ok(
        "member_save",
        json!({ "record": { "name": NAME, "kind": "full", "id_number": ID_NUMBER, "mobile": MOBILE, "joined": "2008-06-18",
                "converted": "2009-06-18" } }),
    );
    program.ok("vault_lock", json!(null));

    let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    let shell = processes_of(&home)?;
    window.click_text("党员名册").await?;
    window.click_text(NAME).await?;
    window.wait_quiet().await?;
    window.press("Control+k").await?;
    window.type_text(NAME).await?;
    window.press("Enter").await?;
    window.wait_quiet().await?;
    for process in &shell {
        assert_eq!(internet_sockets(process)?, Vec::<String>::new(), "{} holds them", process.display());
    }
    assert!(!in_memory(&shell, NAME)?.is_empty(), "what is on the screen is found, or the search would prove nothing");
    window.click_text("锁定").await?;
    window.wait_text("密码").await?;
    window.screenshot("traces-locked").await?;
    for word in [PASSPHRASE, ID_NUMBER] {
        assert_eq!(
            left_in_memory(&shell, word)?,
            Vec::<PathBuf>::new(),
            "“{word}” is still in the memory of the program"
        );
    }
    window.close().await?;

    let found: Vec<_> =
        [NAME, ID_NUMBER, MOBILE, PASSPHRASE].iter().map(|word| (*word, on_disk(&home, word))).collect();
    assert!(found.iter().all(|(_, files)| files.is_empty()), "{found:#?}");
    Ok(())
}

/// The running programs whose home is this one, as folders of `/proc`: the window's own process, not the web view's, whose
/// memory belongs to WebKit and is not ours to wipe.
fn processes_of(home: &Home) -> Outcome<Vec<PathBuf>> {
    let mark = format!("HOME={}\0", home.path("").display().to_string().trim_end_matches('/'));
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")? {
        let process = entry?.path();
        let ours = fs::read(process.join("environ")).is_ok_and(|text| contains(&text, mark.as_bytes()));
        if ours && fs::read_link(process.join("exe")).is_ok_and(|exe| exe.ends_with("zhibu")) {
            found.push(process);
        }
    }
    assert_eq!(found.len(), 1, "one window of this home: {found:?}");
    Ok(found)
}

/// Descriptors that are internet sockets, by the inodes that `/proc/net` lists. Those that a driven window has to its driver
/// lead to this machine itself: 127.0.0.1 as the kernel writes it.
fn internet_sockets(process: &Path) -> Outcome<Vec<String>> {
    let mut inodes = Vec::new();
    for table in ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"] {
        let table = fs::read_to_string(process.join("net").join(table)).unwrap_or_default();
        let outward = table.lines().skip(1).filter(|line| !line.trim_start().contains(": 0100007F:"));
        inodes.extend(outward.filter_map(|line| line.split_whitespace().nth(9)).map(str::to_owned));
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(process.join("fd"))? {
        let target = fs::read_link(entry?.path()).unwrap_or_default().to_string_lossy().into_owned();
        let inode = target.strip_prefix("socket:[").and_then(|rest| rest.strip_suffix(']'));
        if inode.is_some_and(|inode| inodes.iter().any(|other| other == inode)) {
            found.push(target);
        }
    }
    Ok(found)
}

/// As [`in_memory`], once what the web view has freed in the same process went back to the system: it gives pages back from
/// time to time, and on a busy machine that takes a while.
fn left_in_memory(processes: &[PathBuf], word: &str) -> Outcome<Vec<PathBuf>> {
    let started = Instant::now();
    loop {
        let found = in_memory(processes, word)?;
        if found.is_empty() || started.elapsed() > PATIENCE {
            return Ok(found);
        }
        std::thread::sleep(Duration::from_millis(500));
    }
}

/// Those of `processes` in whose memory `word` stands, as UTF-8 or as the UTF-16 of a script engine.
fn in_memory(processes: &[PathBuf], word: &str) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for process in processes {
        let output = Command::new("python3")
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/verifiers/memory.py"))
            .arg(process)
            .args(forms(word).map(hex::encode))
            .output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
        }
        found.extend(String::from_utf8(output.stdout)?.lines().map(PathBuf::from));
    }
    Ok(found)
}

/// Files in which `word` stands: everything in the made-up home, and what this user has in the folder for temporary files.
fn on_disk(home: &Home, word: &str) -> Vec<PathBuf> {
    let forms = forms(word);
    let mut folders = vec![home.path("")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file()
                && fs::read(&path).is_ok_and(|bytes| forms.iter().any(|form| contains(&bytes, form)))
            {
                found.push(path);
            }
        }
    }
    found
}

fn forms(word: &str) -> [Vec<u8>; 2] {
    [word.as_bytes().to_vec(), word.encode_utf16().flat_map(u16::to_le_bytes).collect()]
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    let Some(first) = part.first() else { return false };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        rest = &rest[at..];
        if rest.starts_with(part) {
            return true;
        }
        rest = &rest[1..];
    }
    false
}

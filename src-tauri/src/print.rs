//! Hands a PDF to the system: to its print queue, else to its viewer, which has a print button.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use tauri::path::PathResolver;
use tauri::{Runtime, Wry};
use zhibu_core::outside::PrintedBy;

use zhibu_core::files::safe_name;

/// A folder only this user can look into: in memory where the system has that, else in the program's cache.
pub(crate) fn folder(paths: &PathResolver<Wry>) -> tauri::Result<PathBuf> {
    fn of<R: Runtime>(paths: &PathResolver<R>) -> tauri::Result<PathBuf> {
        #[cfg(target_os = "linux")]
        if let Ok(runtime) = paths.runtime_dir() {
            return Ok(runtime.join("org.zhibu.desk"));
        }
        paths.app_cache_dir()
    }
    Ok(of(paths)?.join("print"))
}

/// Prints `pdf`; `folder` holds the copy a viewer needs.
pub(crate) fn print(folder: &Path, title: &str, pdf: &[u8]) -> Result<PrintedBy, String> {
    if queue(title, pdf) {
        return Ok(PrintedBy::Queue);
    }
    let path = private_copy(folder, title, pdf).map_err(|error| format!("没有打印：临时文件写不进去({error})"))?;
    if view(&path) {
        return Ok(PrintedBy::Viewer);
    }
    Err("没有打印：本机没有打印队列，也没有能打开 PDF 的程序。请先“另存为 PDF”，再到别的电脑上打印".to_owned())
}

/// Asks CUPS to print on its default queue. `false` when there is no CUPS, no queue, or it refuses.
#[cfg(not(windows))]
fn queue(title: &str, pdf: &[u8]) -> bool {
    use std::io::Write;
    use std::process::Stdio;

    let lp = Command::new("lp")
        .args(["-t", title, "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut lp) = lp else { return false };
    // `lp` closes its end early when it has no queue; its exit status says so. Dropping the pipe ends the input.
    let sent = lp.stdin.take().is_some_and(|mut stdin| stdin.write_all(pdf).is_ok());
    let taken = lp.wait().is_ok_and(|status| status.success());
    sent && taken
}

#[cfg(windows)]
fn queue(_title: &str, _pdf: &[u8]) -> bool {
    false
}

/// Opens `path` with the program the user has for such files, a folder with the file manager.
#[cfg(not(windows))]
pub(crate) fn view(path: &Path) -> bool {
    use std::thread;
    use std::time::Duration;

    let Ok(mut opener) = Command::new("xdg-open").arg(path).spawn() else { return false };
    // On some desktops `xdg-open` stays as long as the viewer does; a refusal comes at once.
    for _ in 0..20 {
        match opener.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(Duration::from_millis(100)),
            Err(_) => return false,
        }
    }
    thread::spawn(move || opener.wait());
    true
}

/// Not through `cmd`: it would read the path as a command line.
#[cfg(windows)]
pub(crate) fn view(path: &Path) -> bool {
    Command::new("explorer").arg(path).spawn().is_ok()
}

/// Writes the copy a viewer opens; only the user can read it.
fn private_copy(folder: &Path, title: &str, pdf: &[u8]) -> io::Result<PathBuf> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    let path = folder.join(format!("{}.pdf", safe_name(title)));
    fs::write(&path, pdf)?;
    Ok(path)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn the_copy_for_the_viewer_lies_in_a_folder_nobody_else_can_open() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("run/print");
        let path = private_copy(&folder, "会议签到表 2026/11/23", b"%PDF-").unwrap();
        assert_eq!(path, folder.join("会议签到表 2026_11_23.pdf"));
        assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    }
}

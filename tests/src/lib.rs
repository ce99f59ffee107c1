//! What the tests of the promises share: the program without a window, a made-up home,
//! a hand on the real window, and other people's verifiers.

mod home;
#[cfg(target_os = "linux")]
pub mod postgres;
pub mod power;
mod program;
mod screen;
mod verifiers;
mod window;

pub use home::Home;
pub use program::Program;
pub use screen::Screen;
pub use verifiers::{pdf_pages, pyhanko, python, schema_faults};
pub use window::Window;

/// What a step of a test answers; an error says what was expected and what the window showed instead.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A binary of the workspace, from the build that made the running test.
///
/// # Errors
/// Names the binary that was not built.
pub fn binary(name: &str) -> Outcome<PathBuf> {
    let path = profile_folder()?.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if path.is_file() { Ok(path) } else { Err(format!("{name} is not built: run `make test`").into()) }
}

/// The command line in a folder, on a day, with the passphrase of the tests; answers and errors are JSON.
///
/// # Errors
/// When it is not built or cannot be started.
pub fn cli(folder: &Path, today: &str, arguments: &[&str]) -> Outcome<Output> {
    let mut command = Command::new(binary("zhibu-cli")?);
    command.current_dir(folder).env("ZHIBU_PASSPHRASE", "晨光里的名册2026").args(["--json", "--today", today]);
    Ok(command.args(arguments).output()?)
}

/// A folder under `target/` for what a person may want to look at.
///
/// # Errors
/// When it cannot be made.
pub fn target_folder(name: &str) -> Outcome<PathBuf> {
    let profile = profile_folder()?;
    let folder = profile.parent().unwrap_or(&profile).join(name);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// `target/debug`: of a test two floors up from the executable, of a program one.
fn profile_folder() -> Outcome<PathBuf> {
    let exe = std::env::current_exe()?;
    let folder = exe.parent().ok_or("an executable without a folder")?;
    let of_tests = folder.file_name().is_some_and(|name| name == "deps");
    Ok(if of_tests { folder.parent().unwrap_or(folder) } else { folder }.to_owned())
}

//! A guided tour: `tour FOLDER` opens the demo's file in the real window and leaves a picture of each room beside
//! FOLDER. `ZHIBU_PASSPHRASE` opens the file.

use std::path::Path;
use std::process::ExitCode;

use zhibu_tests::{Home, Outcome, Window};

/// The rooms as the sidebar names them, and the pictures' names.
const ROOMS: [(&str, &str); 8] = [
    ("首页", "1-home"),
    ("党员名册", "2-roster"),
    ("组织生活", "3-meetings"),
    ("发展党员", "4-development"),
    ("学习教育", "5-study"),
    ("报告报送", "6-reports"),
    ("规程", "7-rules"),
    ("设置", "8-settings"),
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("usage: tour FOLDER");
        return ExitCode::from(2);
    };
    match tour(Path::new(&folder)).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn tour(folder: &Path) -> Outcome {
    let is_vault = |path: &std::path::PathBuf| path.extension().is_some_and(|ending| ending == "zhibu");
    let mut files = std::fs::read_dir(folder)?.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let file = files.find(is_vault).ok_or_else(|| format!("no .zhibu file in {}", folder.display()))?;
    let passphrase = std::env::var("ZHIBU_PASSPHRASE")?;

    let home = Home::new()?;
    home.choose(&file.canonicalize()?)?;
    let pictures = folder.parent().unwrap_or(folder).to_owned();
    let window = Window::open(&home, "2026-11-23").await?.with_pictures_in(pictures);
    window.wait_quiet().await?;
    window.screenshot("0-start").await?;

    window.click_text("打开已有的文件…").await?;
    window.fill("密码", &passphrase).await?;
    window.press("Enter").await?;
    for (room, picture) in ROOMS {
        window.click_text(room).await?;
        window.wait_quiet().await?;
        let path = window.screenshot(picture).await?;
        eprintln!("{room}: {}", path.display());
    }
    window.close().await
}

//! A guided tour: `tour FOLDER` opens the demo's file in the real window and leaves numbered pictures of every room
//! and of the main job, from the roster to the signed report, beside FOLDER. `ZHIBU_PASSPHRASE` opens the file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use zhibu_tests::{Home, Outcome, Window};

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
    let ending = |path: &PathBuf, wanted: &str| path.extension().is_some_and(|ending| ending == wanted);
    let files: Vec<PathBuf> =
        std::fs::read_dir(folder)?.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    let vault = files.iter().find(|path| ending(path, "zhibu")).ok_or("the folder has no .zhibu file")?;
    let signed = files.iter().find(|path| ending(path, "pdf") && path.to_string_lossy().contains("已签名"));
    let signed = signed.ok_or("the folder has no signed report")?;
    let passphrase = std::env::var("ZHIBU_PASSPHRASE")?;

    let home = Home::new()?;
    home.choose(&vault.canonicalize()?)?;
    home.choose(&signed.canonicalize()?)?;
    let pictures = folder.parent().unwrap_or(folder).to_owned();
    let window = Window::open(&home, "2026-11-23").await?.with_pictures_in(pictures);
    let mut album = Album { window, taken: 0 };

    album.picture("start").await?;
    album.window.click_text("打开已有的文件…").await?;
    album.window.fill("密码", &passphrase).await?;
    album.window.press("Enter").await?;
    album.show(&["首页"], "home").await?;
    album.show(&["支部"], "branch").await?;
    album.show(&["组织设置"], "branch-setup").await?;
    album.show(&["党员名册"], "roster").await?;
    album.show(&["陈国国"], "member").await?;
    album.window.press("Escape").await?;
    album.show(&["组织生活"], "meetings").await?;
    album.show(&["第3次支部党员大会", "到会"], "attendance").await?;
    album.show(&["表决"], "vote").await?;
    album.show(&["打印签到表或记录"], "minutes").await?;
    album.show(&["会议签到表"], "sign-in-sheet").await?;
    album.show(&["发展党员"], "development").await?;
    album.show(&["何若水"], "development-file").await?;
    album.show(&["学习教育"], "study").await?;
    album.show(&["党费"], "dues").await?;
    album.show(&["报告报送", "上一期"], "report").await?;
    album.show(&["核验报告文件…", "选文件…"], "verified").await?;
    album.window.wait_text("签名有效").await?;
    album.show(&["规程"], "rules").await?;
    album.show(&["设置"], "settings").await?;
    album.window.close().await
}

/// The window and the pictures taken of it, numbered in the order of the tour.
struct Album {
    window: Window,
    taken: usize,
}

impl Album {
    /// Clicks one thing after the other and takes a picture.
    async fn show(&mut self, clicks: &[&str], name: &str) -> Outcome {
        for text in clicks {
            self.window.click_text(text).await?;
            self.window.wait_quiet().await?;
        }
        self.picture(name).await
    }

    async fn picture(&mut self, name: &str) -> Outcome {
        self.window.wait_quiet().await?;
        // A page of paper is there when its picture is.
        self.window.wait_value("[...document.images].find((image) => !image.complete) === undefined").await?;
        let path = self.window.screenshot(&format!("{:02}-{name}", self.taken)).await?;
        self.taken += 1;
        eprintln!("{}", path.display());
        Ok(())
    }
}

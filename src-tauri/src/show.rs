//! Opens a file that was just saved, or the folder it lies in, in the system's own program.

use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use tauri::State;
use zhibu_core::outside::{Desktop, FileToken, FileUse};
use zhibu_core::problem::Problem;

use crate::{Shell, print};

/// What of a file is to be shown.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Part {
    /// The file in its program.
    File,
    /// The folder it lies in.
    Folder,
}

/// Shows the file behind `token`, which the user chose in this run.
#[tauri::command]
pub(crate) async fn show(shell: State<'_, Arc<Shell>>, token: FileToken, part: Part) -> Result<(), Problem> {
    let path = shell.desktop.path(&token, FileUse::Write);
    let shown = tauri::async_runtime::spawn_blocking(move || path.is_some_and(|path| open(&path, part)));
    if shown.await.unwrap_or(false) { Ok(()) } else { Err(nothing_opens(part)) }
}

fn open(path: &Path, part: Part) -> bool {
    match part {
        Part::File => path.is_file() && print::view(path),
        Part::Folder => path.parent().is_some_and(|folder| folder.is_dir() && print::view(folder)),
    }
}

fn nothing_opens(part: Part) -> Problem {
    let what = match part {
        Part::File => "这个文件",
        Part::Folder => "这个文件夹",
    };
    Problem {
        code: "nothing_opens".to_owned(),
        message: format!("没能打开{what}：它已不在原处，或者本机没有能打开它的程序；文件已经保存好了"),
        hint: Some("请在文件管理器里打开它".to_owned()),
        fields: Vec::new(),
    }
}

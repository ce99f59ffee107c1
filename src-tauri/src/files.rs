//! Choosing files. Paths stay here; the window gets tokens.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rfd::AsyncFileDialog;
use serde::Deserialize;
use tauri::path::PathResolver;
use tauri::{State, Wry};
use zhibu_core::disk;
use zhibu_core::files::safe_name;
use zhibu_core::outside::FileUse;
use zhibu_core::problem::Problem;

use crate::Shell;
use crate::desktop::Picked;

/// What the user is to choose. `suggested` is a file name without folder.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum PickRequest {
    /// An existing file of records.
    OpenVault,
    /// Where a new file of records goes.
    SaveVault {
        #[serde(default)]
        suggested: String,
    },
    /// Where a copy of a backup goes.
    SaveBackup {
        #[serde(default)]
        suggested: String,
    },
    /// A roster.
    OpenSheet,
    /// A photo.
    OpenPicture,
    /// Photos, one or more.
    OpenPictures,
    /// Files of any kind, one or more.
    OpenFiles,
    /// Where a file goes that keeps the ending it has.
    SaveFile {
        #[serde(default)]
        suggested: String,
    },
    /// Where a paper goes.
    SavePdf {
        #[serde(default)]
        suggested: String,
    },
    /// Where a paper goes that is gone on with in Word.
    SaveDocx {
        #[serde(default)]
        suggested: String,
    },
    /// Where a table goes.
    SaveSheet {
        #[serde(default)]
        suggested: String,
    },
    /// Reports to be judged, one or more.
    OpenReports,
    /// A receipt that the superior sent.
    OpenReport,
    /// Certificates, one or more.
    OpenCertificates,
    /// A folder whose files are read.
    OpenFolder,
    /// A folder into which files go.
    SaveFolder,
    /// Where a certificate goes.
    SaveCertificate {
        #[serde(default)]
        suggested: String,
    },
    /// A signed rule set.
    OpenRules,
}

impl PickRequest {
    fn what_for(&self) -> FileUse {
        match self {
            Self::OpenVault | Self::SaveVault { .. } | Self::SaveBackup { .. } => FileUse::Vault,
            Self::OpenSheet
            | Self::OpenPicture
            | Self::OpenPictures
            | Self::OpenFiles
            | Self::OpenReport
            | Self::OpenReports
            | Self::OpenCertificates
            | Self::OpenRules => FileUse::Read,
            Self::OpenFolder => FileUse::ReadFolder,
            Self::SaveFolder => FileUse::WriteFolder,
            Self::SaveFile { .. }
            | Self::SavePdf { .. }
            | Self::SaveDocx { .. }
            | Self::SaveSheet { .. }
            | Self::SaveCertificate { .. } => FileUse::Write,
        }
    }
}

/// Lets the user choose a file, or several where several are asked for; none when they thought better of it.
#[tauri::command]
pub(crate) async fn pick(shell: State<'_, Arc<Shell>>, request: PickRequest) -> Result<Vec<Picked>, Problem> {
    let what_for = request.what_for();
    let mut dialog = Dialog::of(request);
    let desktop = &shell.desktop;
    loop {
        let chosen = dialog.answer(&desktop.last_folder()).await;
        let Some(first) = chosen.first() else { return Ok(Vec::new()) };
        desktop.remember_folder(first);
        let path = dialog.with_ending(first);
        if path != *first && path.exists() {
            // The user was asked about overwriting a name without ending, not about this file: ask again.
            dialog.suggested = path.file_name().map(|name| name.to_string_lossy().into_owned());
            continue;
        }
        let others = chosen.iter().skip(1).cloned();
        return std::iter::once(path).chain(others).map(|path| desktop.issue(path, what_for)).collect();
    }
}

/// The files opened before that still exist, newest first.
#[tauri::command]
pub(crate) fn recent(shell: State<'_, Arc<Shell>>) -> Result<Vec<Picked>, Problem> {
    shell.recent.list().into_iter().map(|path| shell.desktop.issue(path, FileUse::Vault)).collect()
}

/// Where a new file goes unless the user says otherwise: 文档/支部工作台/BRANCH.zhibu, under a name that is free.
#[tauri::command]
pub(crate) fn default_vault(
    app: tauri::AppHandle,
    shell: State<'_, Arc<Shell>>,
    branch: String,
) -> Result<Picked, Problem> {
    use tauri::Manager;

    let folder = documents(app.path()).map(|documents| documents.join("支部工作台")).map_err(no_folder)?;
    disk::make_folder(&folder).map_err(no_folder)?;
    shell.desktop.issue(free_name(&folder, &safe_name(&branch)), FileUse::Vault)
}

/// The user's documents folder; their home where the system names none.
pub(crate) fn documents(paths: &PathResolver<Wry>) -> tauri::Result<PathBuf> {
    paths.document_dir().or_else(|_| paths.home_dir())
}

/// `NAME.zhibu`, else `NAME 2.zhibu` and so on.
fn free_name(folder: &Path, name: &str) -> PathBuf {
    let mut path = folder.join(format!("{name}.zhibu"));
    let mut number = 2;
    while path.exists() {
        path = folder.join(format!("{name} {number}.zhibu"));
        number += 1;
    }
    path
}

fn no_folder(error: impl std::fmt::Display) -> Problem {
    Problem {
        code: "no_folder".to_owned(),
        message: "没有找到可以存放档案的“文档”文件夹".to_owned(),
        hint: Some(format!("请点“选择位置”，自己指定存放的地方({error})")),
        fields: Vec::new(),
    }
}

/// A file dialog, as data.
struct Dialog {
    title: &'static str,
    filter: &'static str,
    endings: &'static [&'static str],
    /// Set for saving, `None` for opening.
    suggested: Option<String>,
    /// Several files may be opened.
    several: bool,
    /// A folder is chosen, not a file.
    folder: bool,
}

impl Dialog {
    fn of(request: PickRequest) -> Self {
        const VAULT: (&str, &[&str]) = ("支部工作台档案", &["zhibu"]);
        const PDF: (&str, &[&str]) = ("PDF 文件", &["pdf"]);
        const PHOTO: (&str, &[&str]) = ("照片", &["jpg", "jpeg", "png"]);
        const ANY: (&str, &[&str]) = ("所有文件", &["*"]);
        let folder = matches!(request, PickRequest::OpenFolder | PickRequest::SaveFolder);
        let several = matches!(
            request,
            PickRequest::OpenPictures
                | PickRequest::OpenFiles
                | PickRequest::OpenReports
                | PickRequest::OpenCertificates
        );
        let (title, (filter, endings), suggested) = match request {
            PickRequest::OpenVault => ("打开支部档案", VAULT, None),
            PickRequest::SaveVault { suggested } => ("新建支部档案", VAULT, Some(suggested)),
            PickRequest::SaveBackup { suggested } => ("把备份复制到", VAULT, Some(suggested)),
            PickRequest::OpenSheet => ("选择党员名册", ("表格", &["xlsx", "xls", "ods", "et", "csv"] as &[_]), None),
            PickRequest::OpenPicture => ("选择照片", PHOTO, None),
            PickRequest::OpenPictures => ("选择照片，可以选几张", PHOTO, None),
            PickRequest::OpenFiles => ("选择文件，可以选几个", ANY, None),
            PickRequest::SaveFile { suggested } => ("另存为", ANY, Some(suggested)),
            PickRequest::SavePdf { suggested } => ("保存为 PDF", PDF, Some(suggested)),
            PickRequest::SaveDocx { suggested } => {
                ("存为 Word 文档", ("Word 文档", &["docx"] as &[_]), Some(suggested))
            }
            PickRequest::SaveSheet { suggested } => ("保存为表格", ("Excel 表格", &["xlsx"] as &[_]), Some(suggested)),
            PickRequest::OpenReports => ("选择要核验的报告，可以选几份", PDF, None),
            PickRequest::OpenReport => ("选择上级发回来的签收回执", PDF, None),
            PickRequest::OpenCertificates => ("选择证书文件，可以选几个", ("证书", &["pem"] as &[_]), None),
            PickRequest::OpenFolder => ("选择放报告的文件夹", ANY, None),
            PickRequest::SaveFolder => ("选择保存到哪个文件夹", ANY, None),
            PickRequest::OpenRules => ("选择规程文件", ("规程", &["zbrules"] as &[_]), None),
            PickRequest::SaveCertificate { suggested } => ("导出签名证书", ("证书", &["pem"] as &[_]), Some(suggested)),
        };
        Self { title, filter, endings, suggested, several, folder }
    }

    /// What the user chose.
    async fn answer(&self, folder: &Path) -> Vec<PathBuf> {
        #[cfg(debug_assertions)]
        if let Some(answer) = scripted::next() {
            return answer;
        }
        let dialog =
            AsyncFileDialog::new().set_title(self.title).add_filter(self.filter, self.endings).set_directory(folder);
        let file = match &self.suggested {
            Some(name) => dialog.set_file_name(self.with_ending(Path::new(name)).to_string_lossy()).save_file().await,
            None if self.folder => dialog.pick_folder().await,
            None if self.several => {
                let files = dialog.pick_files().await.unwrap_or_default();
                return files.iter().map(|file| file.path().to_owned()).collect();
            }
            None => dialog.pick_file().await,
        };
        file.map(|file| file.path().to_owned()).into_iter().collect()
    }

    /// `path` with the dialog's ending, where a file to be saved has none of them. What stands behind a dot in
    /// “第3.5节” is part of a name, so an ending is added, never replaced.
    fn with_ending(&self, path: &Path) -> PathBuf {
        let has_one =
            |ending: &&str| *ending == "*" || path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
        if self.suggested.is_none() || self.endings.iter().any(has_one) {
            return path.to_owned();
        }
        let mut named = path.as_os_str().to_owned();
        named.push(".");
        named.push(self.endings.first().unwrap_or(&""));
        PathBuf::from(named)
    }
}

/// Answers of a test in place of the system's dialogs; not in release builds.
///
/// `ZHIBU_DIALOGS` names a text file. Each of its lines answers one dialog, in order: a path, several with tabs between
/// them, or an empty line for a user who presses Cancel. Lines may be added while the program runs; past the last line dialogs are real.
#[cfg(debug_assertions)]
mod scripted {
    use std::fs;
    use std::path::PathBuf;
    use std::sync::atomic::{AtomicUsize, Ordering};

    static USED: AtomicUsize = AtomicUsize::new(0);

    pub(super) fn next() -> Option<Vec<PathBuf>> {
        let script = fs::read_to_string(std::env::var_os("ZHIBU_DIALOGS")?).ok()?;
        let line = script.lines().nth(USED.load(Ordering::Relaxed))?;
        USED.fetch_add(1, Ordering::Relaxed);
        Some(line.split('\t').filter(|path| !path.is_empty()).map(PathBuf::from).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_to_be_saved_gets_its_ending_and_keeps_the_one_it_has() {
        let save = Dialog::of(PickRequest::SavePdf { suggested: String::new() });
        let named = |name: &str| save.with_ending(Path::new(name)).to_string_lossy().into_owned();
        assert_eq!(named("三季度报告"), "三季度报告.pdf");
        assert_eq!(named("第3.5节"), "第3.5节.pdf");
        assert_eq!(named("报告.PDF"), "报告.PDF");
        let open = Dialog::of(PickRequest::OpenReport);
        assert_eq!(open.with_ending(Path::new("报告")), Path::new("报告"));
    }

    #[test]
    fn a_file_name_that_is_taken_gets_a_number() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(free_name(dir.path(), "甲"), dir.path().join("甲.zhibu"));
        fs::write(dir.path().join("甲.zhibu"), b"").unwrap();
        assert_eq!(free_name(dir.path(), "甲"), dir.path().join("甲 2.zhibu"));
    }
}

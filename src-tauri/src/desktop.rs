//! Paths behind tokens, and the printer.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use zhibu_core::outside::{Desktop, FileToken, FileUse, PrintedBy};
use zhibu_core::problem::Problem;

use crate::print;

/// A file as the window sees it: a token to hand back and a name to show, never a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Picked {
    /// Opaque; valid until the program ends.
    pub(crate) token: FileToken,
    /// File name without folder.
    pub(crate) name: String,
}

/// The desktop as the core borrows it.
pub(crate) struct ShellDesktop {
    files: Mutex<HashMap<FileToken, (PathBuf, FileUse)>>,
    /// Where the next file dialog starts.
    last_folder: Mutex<PathBuf>,
    prints: PathBuf,
}

impl ShellDesktop {
    /// `prints` is a private folder for what a viewer prints; `documents` is where file dialogs start.
    pub(crate) fn new(prints: PathBuf, documents: PathBuf) -> Self {
        Self { files: Mutex::default(), last_folder: Mutex::new(documents), prints }
    }

    /// Issues a token for `path` that is good for one use.
    pub(crate) fn issue(&self, path: PathBuf, what_for: FileUse) -> Result<Picked, Problem> {
        let random = getrandom::u64().map_err(|error| Problem {
            code: "internal".to_owned(),
            message: "系统没有提供随机数，没有打开文件".to_owned(),
            hint: Some(error.to_string()),
            fields: Vec::new(),
        })?;
        let token = FileToken(format!("{random:016x}"));
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        lock(&self.files).insert(token.clone(), (path, what_for));
        Ok(Picked { token, name })
    }

    /// Where the next file dialog starts.
    pub(crate) fn last_folder(&self) -> PathBuf {
        lock(&self.last_folder).clone()
    }

    /// Remembers the folder of a chosen file for the next dialog.
    pub(crate) fn remember_folder(&self, file: &Path) {
        if let Some(folder) = file.parent() {
            *lock(&self.last_folder) = folder.to_owned();
        }
    }

    /// Removes what was left for a viewer: at exit, and at start what a crash left behind.
    pub(crate) fn forget_prints(&self) {
        // Nothing there is the usual case, and what cannot be removed now is tried again at the next start.
        let _ = fs::remove_dir_all(&self.prints);
    }
}

impl Desktop for ShellDesktop {
    fn path(&self, token: &FileToken, what_for: FileUse) -> Option<PathBuf> {
        lock(&self.files).get(token).filter(|(_, issued_for)| *issued_for == what_for).map(|(path, _)| path.clone())
    }

    fn show_folder(&self, folder: &Path) -> Result<(), String> {
        if print::view(folder) { Ok(()) } else { Err("没有找到文件管理器，请自己打开它".to_owned()) }
    }

    fn print(&self, title: &str, pdf: &[u8]) -> Result<PrintedBy, String> {
        print::print(&self.prints, title, pdf)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_good_for_what_its_file_was_chosen_for_and_for_nothing_else() {
        let desktop = ShellDesktop::new(PathBuf::new(), PathBuf::new());
        let uses = [FileUse::Read, FileUse::Write, FileUse::Vault, FileUse::ReadFolder, FileUse::WriteFolder];
        for issued_for in uses {
            let token = desktop.issue(PathBuf::from("a.xlsx"), issued_for).unwrap().token;
            for asked_for in uses {
                assert_eq!(
                    desktop.path(&token, asked_for).is_some(),
                    asked_for == issued_for,
                    "{issued_for:?} {asked_for:?}"
                );
            }
        }
    }
}

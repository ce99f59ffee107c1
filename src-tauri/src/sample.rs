//! The made-up branch to try the program with: a file of its own beside the program's settings, never among the
//! user's documents nor among the files opened before.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};
use tauri::{AppHandle, Manager, State};
use zhibu_core::commands::dispatch;
use zhibu_core::desk::Job;
use zhibu_core::disk;
use zhibu_core::outside::FileUse;
use zhibu_core::problem::Problem;
use zhibu_sample::{PASSPHRASE, Program};

use crate::Shell;

/// Closes the open file, if there is one, and opens the made-up branch; gives the reply of `vault_status`. It is as it
/// was left, and made when it is not there, cannot be opened, or `anew` asks for it.
#[tauri::command]
pub(crate) async fn open_sample(app: AppHandle, shell: State<'_, Arc<Shell>>, anew: bool) -> Result<Value, Problem> {
    let folder = app.path().app_data_dir().map_err(failed)?.join("sample");
    let worker = Arc::clone(&shell);
    let work = tauri::async_runtime::spawn_blocking(move || Maker { shell: &worker, folder: &folder }.open(anew));
    work.await.map_err(failed)?
}

struct Maker<'a> {
    shell: &'a Shell,
    folder: &'a Path,
}

impl Maker<'_> {
    fn open(&self, anew: bool) -> Result<Value, Problem> {
        self.call("vault_lock", Value::Null)?;
        let vault = self.folder.join("示例支部.zhibu");
        if vault.is_file() && !anew {
            let request = json!({ "file": self.token(vault.clone(), FileUse::Vault)?, "passphrase": PASSPHRASE });
            if self.call("vault_unlock", request).is_ok() {
                return self.call("vault_status", Value::Null);
            }
        }
        // Nothing in this folder is anybody's work but play.
        if self.folder.exists() {
            fs::remove_dir_all(self.folder).map_err(failed)?;
        }
        disk::make_folder(self.folder).map_err(failed)?;
        let token = self.token(vault, FileUse::Vault)?;
        let made = zhibu_sample::make(self, &token, self.shell.app.outside.clock.today()).map(|_| ());
        if let Err(problem) = made {
            self.call("vault_lock", Value::Null)?;
            return Err(problem);
        }
        self.call("vault_status", Value::Null)
    }

    fn token(&self, path: PathBuf, what_for: FileUse) -> Result<String, Problem> {
        Ok(self.shell.desktop.issue(path, what_for)?.token.0)
    }
}

impl Program for Maker<'_> {
    fn call(&self, command: &str, request: Value) -> Result<Value, Problem> {
        dispatch(&self.shell.app, command, request, &Job::unwatched())
    }

    fn file(&self, name: &str, bytes: &[u8]) -> Result<String, Problem> {
        let path = self.folder.join(name);
        disk::write(&path, bytes).map_err(failed)?;
        self.token(path, FileUse::Read)
    }
}

fn failed(error: impl std::fmt::Display) -> Problem {
    Problem {
        code: "sample".to_owned(),
        message: "示例支部没有准备好，您自己的档案不受影响".to_owned(),
        hint: Some(format!("请再试一次；也可以直接新建支部文件({error})")),
        fields: Vec::new(),
    }
}

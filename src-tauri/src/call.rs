//! The window's way into the table of commands.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::Value;
use tauri::State;
use tauri::ipc::Channel;
use zhibu_core::commands::dispatch;
use zhibu_core::desk::{Job, Progress};
use zhibu_core::outside::{Desktop, FileToken, FileUse};
use zhibu_core::problem::Problem;

use crate::Shell;

/// Commands after whose success the file they name belongs among the recent ones.
const OPENS_A_FILE: [&str; 3] = ["vault_create", "vault_unlock", "vault_recover"];

/// Runs the command `name`. `job` is a number of the window's choosing under which [`cancel`] can stop it.
#[tauri::command]
pub(crate) async fn call(
    shell: State<'_, Arc<Shell>>,
    name: String,
    request: Value,
    job: Option<u32>,
    progress: Channel<Progress>,
) -> Result<Value, Problem> {
    let cancelled = shell.jobs.begin(job);
    let opened = OPENS_A_FILE.contains(&name.as_str()).then(|| request["file"].as_str().map(str::to_owned)).flatten();

    let worker = Arc::clone(&shell);
    let work = tauri::async_runtime::spawn_blocking(move || {
        let report = at_a_readable_pace(progress);
        dispatch(&worker.app, &name, request, &Job { report: &report, cancelled: &cancelled })
    });
    let reply = work.await.unwrap_or_else(|_| Err(crashed()));

    shell.jobs.end(job);
    if reply.is_ok()
        && let Some(path) = opened.and_then(|token| shell.desktop.path(&FileToken(token), FileUse::Vault))
    {
        shell.recent.note(&path);
    }
    reply
}

/// Asks the work that was started under `job` to stop.
#[tauri::command]
pub(crate) fn cancel(shell: State<'_, Arc<Shell>>, job: u32) {
    shell.jobs.cancel(job);
}

/// Work in progress that can be stopped.
#[derive(Default)]
pub(crate) struct Jobs(Mutex<HashMap<u32, Arc<AtomicBool>>>);

impl Jobs {
    fn begin(&self, job: Option<u32>) -> Arc<AtomicBool> {
        let flag = Arc::new(AtomicBool::new(false));
        if let Some(job) = job {
            self.lock().insert(job, Arc::clone(&flag));
        }
        flag
    }

    fn end(&self, job: Option<u32>) {
        if let Some(job) = job {
            self.lock().remove(&job);
        }
    }

    fn cancel(&self, job: u32) {
        if let Some(flag) = self.lock().get(&job) {
            flag.store(true, Ordering::Relaxed);
        }
    }

    /// Asks all work to stop, because the window closes.
    pub(crate) fn cancel_all(&self) {
        self.lock().values().for_each(|flag| flag.store(true, Ordering::Relaxed));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<u32, Arc<AtomicBool>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Every message to the window is a script it must run: 20 a second are enough to look alive, and the last one counts.
fn at_a_readable_pace(progress: Channel<Progress>) -> impl Fn(Progress) + Sync {
    let last = Mutex::new(None::<Instant>);
    move |step: Progress| {
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        let due = last.is_none_or(|at| at.elapsed() >= Duration::from_millis(50));
        if due || step.done >= step.total {
            *last = Some(Instant::now());
            // A window that is gone needs no progress.
            let _ = progress.send(step);
        }
    }
}

/// A command panicked. Its transaction was rolled back when it unwound; details go to stderr, not to the user.
fn crashed() -> Problem {
    Problem {
        code: "internal".to_owned(),
        message: "程序内部出错，这一步没有完成，已保存的内容不受影响".to_owned(),
        hint: Some("可以再试一次；如果仍然出错，请关闭程序后重新打开".to_owned()),
        fields: Vec::new(),
    }
}

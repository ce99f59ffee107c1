//! Closing the window: the page is asked first, for something may be written there that is not saved.

use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value;
use tauri::ipc::Channel;
use tauri::{Manager, State};
use zhibu_core::commands::dispatch;
use zhibu_core::desk::Job;

use crate::Shell;

/// The page's ear for the question. It is asked once; until it listens again, a second wish closes the window: a page
/// that hangs must not hold it.
#[derive(Default)]
pub(crate) struct Closing(Mutex<Option<Channel<()>>>);

impl Closing {
    fn ask(&self) -> bool {
        let question = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        question.is_some_and(|question| question.send(()).is_ok())
    }
}

/// The page wants to be asked before the window closes; it answers with [`close_window`], or not at all.
#[tauri::command]
pub(crate) fn watch_closing(shell: State<'_, Arc<Shell>>, question: Channel<()>) {
    *shell.closing.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(question);
}

/// The page lets the window go.
#[tauri::command]
pub(crate) fn close_window(window: tauri::Window) {
    lock_then_close(window);
}

/// The user wants the window closed.
pub(crate) fn requested(window: tauri::Window) {
    if !window.state::<Arc<Shell>>().closing.ask() {
        lock_then_close(window);
    }
}

/// Stops running work, closes the file so that no side file is left, and only then lets the window go.
fn lock_then_close(window: tauri::Window) {
    let shell = Arc::clone(&window.state::<Arc<Shell>>());
    tauri::async_runtime::spawn(async move {
        let locking = tauri::async_runtime::spawn_blocking(move || {
            shell.jobs.cancel_all();
            dispatch(&shell.app, "vault_lock", Value::Null, &Job::unwatched())
        });
        // Whatever became of it, a user who closes the window must get rid of it: confirmed work is on disk already.
        let _ = locking.await;
        window.destroy()
    });
}

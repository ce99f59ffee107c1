//! Files that are dropped on the window. As with a dialog, the page gets tokens and no paths, good for reading alone.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use tauri::ipc::Channel;
use tauri::{Manager, State, Window};
use zhibu_core::outside::FileUse;

use crate::Shell;
use crate::desktop::Picked;

/// The page's ear for what is dropped.
#[derive(Default)]
pub(crate) struct Dropping(Mutex<Option<Channel<Vec<Picked>>>>);

/// The page wants to be told of what is dropped; it decides whether there is a use for it where it is now.
#[tauri::command]
pub(crate) fn watch_drops(shell: State<'_, Arc<Shell>>, drops: Channel<Vec<Picked>>) {
    *shell.dropping.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(drops);
}

/// Something was dropped.
pub(crate) fn dropped(window: &Window, paths: &[PathBuf]) {
    let shell = window.state::<Arc<Shell>>();
    let files = paths.iter().filter(|path| path.is_file());
    let picked: Result<Vec<_>, _> = files.map(|path| shell.desktop.issue(path.clone(), FileUse::Read)).collect();
    if let (Ok(picked), Some(drops)) =
        (picked, shell.dropping.0.lock().unwrap_or_else(PoisonError::into_inner).as_ref())
    {
        // A page that is gone has no use for it.
        let _ = drops.send(picked);
    }
}

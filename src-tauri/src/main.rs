//! The shell: a window, its file dialogs and the printer around [`zhibu_core`].
//!
//! Architecture invariant: only this crate knows Tauri, and it knows no room. Everything the window does to records
//! goes through [`call`] into the table of commands, so a new feature adds no line here.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod call;
mod closing;
mod desktop;
mod dropping;
mod files;
mod kept;
mod outside;
mod preferences;
mod print;
mod recent;
mod sample;
mod seclusion;
mod show;

use std::alloc::System;
use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;

use tauri::{DragDropEvent, Manager, RunEvent, WebviewWindowBuilder, WindowEvent};
use zeroizing_alloc::ZeroAlloc;
use zhibu_core::app::App;
use zhibu_core::rules::RuleBook;

use crate::call::Jobs;
use crate::closing::Closing;
use crate::desktop::ShellDesktop;
use crate::dropping::Dropping;
use crate::preferences::Preferences;
use crate::recent::Recent;
use crate::seclusion::Seclusion;

/// What is freed is wiped, so that passphrases and records do not stay in memory after the file was locked.
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

/// What the window's commands work with.
struct Shell {
    app: App,
    desktop: Arc<ShellDesktop>,
    jobs: Jobs,
    closing: Closing,
    dropping: Dropping,
    recent: Recent,
    preferences: Preferences,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    if let Some(done) = zhibu_documents::picture::drawing_asked() {
        return Ok(done);
    }
    if seclusion::seclude()? == Seclusion::StartedAnew {
        return Ok(ExitCode::SUCCESS);
    }

    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![
            call::call,
            call::cancel,
            closing::watch_closing,
            closing::close_window,
            dropping::watch_drops,
            files::pick,
            files::recent,
            files::default_vault,
            preferences::preferences,
            preferences::prefer,
            sample::open_sample,
            show::show
        ])
        .setup(|app| {
            let shell = furnish(app)?;
            app.manage(Arc::new(shell));
            open_window(app)
        })
        .on_window_event(|window, event| match event {
            WindowEvent::CloseRequested { api, .. } => {
                api.prevent_close();
                closing::requested(window.clone());
            }
            WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => dropping::dropped(window, paths),
            _ => {}
        })
        .build(tauri::generate_context!())?
        .run(|app, event| {
            if let RunEvent::Exit = event {
                app.state::<Arc<Shell>>().desktop.forget_prints();
            }
        });
    Ok(ExitCode::SUCCESS)
}

fn furnish(app: &tauri::App) -> Result<Shell, Box<dyn Error>> {
    let paths = app.path();
    let desktop = Arc::new(ShellDesktop::new(print::folder(paths)?, files::documents(paths)?));
    desktop.forget_prints();
    let outside = outside::outside(Arc::clone(&desktop))?;
    Ok(Shell {
        app: App::new(outside, RuleBook::shipped()?),
        desktop,
        jobs: Jobs::default(),
        closing: Closing::default(),
        dropping: Dropping::default(),
        recent: Recent::at(paths.app_config_dir()?.join("recent.json")),
        preferences: Preferences::at(paths.app_config_dir()?.join("preferences.json")),
    })
}

/// The one window shows the program's own pages and nothing else: no other address, no download. Its profile is private:
/// the web view keeps no form entries, pages or settings on the disk. A private one cannot be driven by a test.
fn open_window(app: &tauri::App) -> Result<(), Box<dyn Error>> {
    let config = app.config().app.windows.first().ok_or("tauri.conf.json names no window")?;
    WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
        .on_download(|_, _| false)
        .incognito(!seclusion::is_driven())
        .general_autofill_enabled(false)
        .build()?;
    Ok(())
}

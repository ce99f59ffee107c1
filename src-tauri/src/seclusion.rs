//! What is settled before the window exists, so that nobody looks into a shipped program from outside: no variable of the
//! environment that opens a debugger or bends the web view, no picture of the memory on the disk after a crash.

use std::error::Error;

/// Whether this process is the one that goes on.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Seclusion {
    /// It is.
    Settled,
    /// Another one was started in its place, with an environment of its own.
    #[cfg_attr(not(windows), allow(dead_code, reason = "only Windows must start anew"))]
    StartedAnew,
}

/// Runs before any thread exists.
#[cfg(target_os = "linux")]
pub(crate) fn seclude() -> Result<Seclusion, Box<dyn Error>> {
    // Some graphics drivers show a blank window otherwise.
    glib::setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1", false)?;
    if !cfg!(debug_assertions) {
        foreign(std::env::vars_os().filter_map(|(name, _)| name.into_string().ok())).for_each(glib::unsetenv);
    }
    let none = rustix::process::Rlimit { current: Some(0), maximum: Some(0) };
    // Where the system refuses, the memory is wiped all the same once it is freed.
    let _ = rustix::process::setrlimit(rustix::process::Resource::Core, none);
    Ok(Seclusion::Settled)
}

/// A variable cannot be taken back safely once the process runs, so a process without it is started in its place.
#[cfg(windows)]
pub(crate) fn seclude() -> Result<Seclusion, Box<dyn Error>> {
    if tauri::webview_version().is_err() {
        say_that_the_web_view_is_missing();
        return Ok(Seclusion::StartedAnew);
    }
    let names: Vec<String> = foreign(std::env::vars_os().filter_map(|(name, _)| name.into_string().ok())).collect();
    if cfg!(debug_assertions) || names.is_empty() {
        return Ok(Seclusion::Settled);
    }
    let mut anew = std::process::Command::new(std::env::current_exe()?);
    anew.args(std::env::args_os().skip(1));
    for name in names {
        anew.env_remove(name);
    }
    anew.spawn()?;
    Ok(Seclusion::StartedAnew)
}

#[cfg(windows)]
fn say_that_the_web_view_is_missing() {
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("支部工作台")
        .set_description(
            "这台电脑上没有 WebView2，窗口打不开；档案没有动过。请先安装微软的“WebView2 运行时”\
             （MicrosoftEdgeWebView2RuntimeInstallerX64.exe），再打开本程序。",
        )
        .show();
}

#[cfg(not(any(target_os = "linux", windows)))]
pub(crate) fn seclude() -> Result<Seclusion, Box<dyn Error>> {
    Ok(Seclusion::Settled)
}

/// Whether a test drives the window. A shipped program cannot be driven: the variable is gone by then.
pub(crate) fn is_driven() -> bool {
    cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

/// Those of `names` that would open the window to somebody else or change how the web view works.
fn foreign(names: impl Iterator<Item = String>) -> impl Iterator<Item = String> {
    /// What people set to make a window visible at all on their graphics card.
    const GRAPHICS: [&str; 4] = [
        "WEBKIT_DISABLE_DMABUF_RENDERER",
        "WEBKIT_DISABLE_COMPOSITING_MODE",
        "WEBKIT_DMABUF_RENDERER_FORCE_SHM",
        "WEBKIT_SKIA_ENABLE_CPU_RENDERING",
    ];
    /// Debuggers, remote control, and options of the script engine and of the browser process.
    const FAMILIES: [&str; 6] = ["WEBKIT_", "JSC_", "TAURI_", "WEBVIEW2_", "COREWEBVIEW2_", "GTK_DEBUG"];
    /// Would load code into the process or bring up an inspector.
    const SINGLE: [&str; 4] = ["GTK_MODULES", "GTK3_MODULES", "GOBJECT_DEBUG", "G_DEBUG"];
    names.filter(|name| {
        let name = name.to_ascii_uppercase();
        let family = FAMILIES.iter().any(|family| name.starts_with(family));
        (family || SINGLE.contains(&name.as_str())) && !GRAPHICS.contains(&name.as_str())
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("WEBKIT_INSPECTOR_SERVER", true)]
    #[case("WEBKIT_INSPECTOR_HTTP_SERVER", true)]
    #[case("WEBKIT_FORCE_SANDBOX", true)]
    #[case("JSC_dumpOptions", true)]
    #[case("TAURI_WEBVIEW_AUTOMATION", true)]
    #[case("WEBVIEW2_ADDITIONAL_BROWSER_ARGUMENTS", true)]
    #[case("webview2_user_data_folder", true)]
    #[case("GTK_DEBUG", true)]
    #[case("GTK_MODULES", true)]
    #[case("WEBKIT_DISABLE_DMABUF_RENDERER", false)]
    #[case("GTK_IM_MODULE", false)]
    #[case("LANG", false)]
    #[case("PATH", false)]
    fn what_would_open_the_window_to_somebody_else_is_taken_away(#[case] name: &str, #[case] away: bool) {
        assert_eq!(foreign([name.to_owned()].into_iter()).count() == 1, away);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_crash_leaves_no_picture_of_the_memory() {
        seclude().unwrap();
        assert_eq!(rustix::process::getrlimit(rustix::process::Resource::Core).current, Some(0));
    }
}

//! The system's own file dialog, once, with real keys. Everything else answers dialogs from a list.

use serde_json::json;
use zhibu_tests::{Home, Outcome, Window};

#[tokio::test]
async fn the_systems_save_dialog_answers_in_chinese_and_adds_the_ending() -> Outcome {
    let home = Home::new()?;
    let window = Window::open(&home, "2026-11-23").await?;
    let ask = "window.__TAURI_INTERNALS__
        .invoke('pick', { request: { kind: 'save_pdf', suggested: '报告' } })
        .then((picked) => { window.picked = picked[0].name }, (refused) => { window.picked = refused })";
    window.run(ask, &[]).await?;

    let dialog = window.xdotool(&["search", "--sync", "--onlyvisible", "--name", "^保存为 PDF$"])?;
    window.xdotool(&["windowfocus", "--sync", dialog.lines().next().unwrap_or_default()])?;
    let target = home.path("third-quarter");
    window.xdotool(&["key", "ctrl+a"])?;
    window.xdotool(&["type", "--delay", "15", &target.to_string_lossy()])?;
    window.xdotool(&["key", "Return"])?;

    assert_eq!(window.wait_value("window.picked").await?, json!("third-quarter.pdf"));
    window.close().await
}

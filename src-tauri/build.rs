//! Puts the shell's own commands on the access list: the window may call what its capability names, nothing else.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands = tauri_build::AppManifest::new().commands(&[
        "call",
        "cancel",
        "watch_closing",
        "close_window",
        "watch_drops",
        "pick",
        "recent",
        "default_vault",
        "open_sample",
        "preferences",
        "prefer",
        "show",
    ]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    Ok(())
}

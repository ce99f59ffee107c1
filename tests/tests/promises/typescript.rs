//! The window's types are the core's types.

use std::path::Path;

/// `make types` (or `ZHIBU_WRITE_TYPES=1`) writes the files; otherwise a difference fails.
#[test]
fn the_windows_types_are_those_of_the_command_table() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/ipc");
    let files = [
        ("types.ts", zhibu_core::commands::typescript_types()),
        ("commands.ts", zhibu_core::commands::typescript_commands()),
        ("words.ts", zhibu_core::commands::typescript_words()),
    ];
    for (name, text) in files {
        let path = folder.join(name);
        if std::env::var_os("ZHIBU_WRITE_TYPES").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == text, "{name} differs from the command table: run `make types` and commit the result");
    }
}

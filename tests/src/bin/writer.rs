//! Opens a file and writes to it without end, saying each change on stdout once it was confirmed. Made to be killed.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::io::Write;
use std::path::PathBuf;

use serde_json::json;
use zhibu_tests::Program;

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).unwrap());
    let from: u64 = std::env::args().nth(2).unwrap().parse().unwrap();
    let program = Program::in_folder(folder, "2026-11-23");
    program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026" }));
    for n in from.. {
        program.ok(
            "branch_save",
            json!({ "record": { "name": format!("支部{n}"), "unit": "甲".repeat(usize::try_from(n % 900).unwrap()) } }),
        );
        println!("{n}");
        std::io::stdout().flush().unwrap();
    }
}

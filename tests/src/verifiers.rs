//! Other people's programs.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::target_folder;

/// pyHanko's judgement of a signed PDF with `certificate` as the only trusted one: success means valid.
/// `make setup` puts pyHanko into a virtual environment under `target/`.
pub fn pyhanko(pdf: &Path, certificate: &Path) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("verifiers/pyhanko_verify.py");
    Command::new(python()).arg(script).arg(pdf).arg(certificate).output().unwrap()
}

/// The interpreter with the verifiers' packages.
pub fn python() -> PathBuf {
    target_folder("venv").unwrap().join("bin/python")
}

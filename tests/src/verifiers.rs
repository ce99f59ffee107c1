//! Other people's programs.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::{Outcome, target_folder};

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

/// The text of each page of a PDF as poppler reads it, without white space.
///
/// # Errors
/// When poppler is missing.
pub fn pdf_pages(pdf: &Path) -> Outcome<Vec<String>> {
    let output = Command::new("pdftotext").arg("-raw").arg(pdf).arg("-").output()?;
    let text = String::from_utf8(output.stdout)?;
    Ok(text.trim_end_matches('\u{c}').split('\u{c}').map(|page| page.split_whitespace().collect()).collect())
}

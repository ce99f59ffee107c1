//! Other people's programs.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::{Outcome, target_folder};

/// pyHanko's judgement of a signed PDF with `certificate` as the only trusted one: success means valid.
/// `make setup` puts pyHanko into a virtual environment under `target/`.
pub fn pyhanko(pdf: &Path, certificate: &Path) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("verifiers/pyhanko_verify.py");
    Command::new(python()).arg(script).arg(pdf).arg(certificate).output().unwrap()
}

/// What jsonschema finds wrong with the data of a report, a line for each fault.
///
/// # Errors
/// When the validator cannot judge it.
pub fn schema_faults(report: &Value) -> Outcome<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = tempfile::NamedTempFile::new()?;
    std::fs::write(&file, report.to_string())?;
    let mut validator = Command::new(python());
    validator.arg(tests.join("verifiers/schema.py")).arg(tests.join("../docs/report.schema.json")).arg(file.path());
    let output = validator.output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(String::from_utf8(output.stdout)?)
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

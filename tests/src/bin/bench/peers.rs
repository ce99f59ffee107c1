//! What other programs take for the same.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use zhibu_tests::{pyhanko as pyhanko_verdict, python};

use crate::clock::{median, milliseconds, warm};

/// Median milliseconds, or why there are none.
type Time = Result<f64, String>;

/// Reading every cell, in one Python process.
pub(crate) fn openpyxl(sheet: &Path) -> Time {
    in_python("openpyxl", &[sheet])
}

/// Judging the signature again and again in one Python process.
pub(crate) fn pyhanko(pdf: &Path, certificate: &Path) -> Time {
    in_python("pyhanko", &[pdf, certificate])
}

/// Judging the signature once, starting Python each time.
pub(crate) fn pyhanko_process(pdf: &Path, certificate: &Path) -> Time {
    said(pyhanko_verdict(pdf, certificate))?;
    Ok(median(5, || milliseconds(|| drop(pyhanko_verdict(pdf, certificate)))))
}

/// One row in a file of its own in `folder`, on the disk before it returns.
pub(crate) fn sqlite(folder: &Path) -> Time {
    in_python("sqlite", &[folder])
}

/// This program judging the signature once, started each time.
pub(crate) fn own_process(pdf: &Path) {
    let status = Command::new(std::env::current_exe().unwrap()).arg(pdf).status().unwrap();
    assert!(status.success());
}

fn in_python(what: &str, arguments: &[&Path]) -> Time {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("verifiers/peers.py");
    let output = Command::new(python()).arg(script).arg(what).args(arguments).output();
    let text = said(output.map_err(|_| "没有 Python 环境，请运行 make bench".to_owned())?)?;
    text.trim().parse().map_err(|_| text)
}

/// What a program that succeeded said; else its last words.
fn said(output: Output) -> Result<String, String> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    let last = |bytes: &[u8]| text(bytes).lines().last().unwrap_or("没有说明原因").to_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(last(&[output.stdout, output.stderr].concat())) }
}

/// LibreOffice making a PDF of a sheet.
pub(crate) struct LibreOffice {
    /// As a user would start it, from nothing to the PDF; the first time does not count.
    pub(crate) whole: Time,
    /// One more sheet in a process that is running already.
    pub(crate) further: Time,
}

const FURTHER: usize = 10;

/// Times LibreOffice with `sheet`.
pub(crate) fn libreoffice(sheet: &Path, folder: &Path) -> LibreOffice {
    let home = folder.join("libreoffice");
    let copies: Vec<PathBuf> = (0..=FURTHER).map(|n| sheet.with_file_name(format!("{n}.xlsx"))).collect();
    for copy in &copies {
        std::fs::copy(sheet, copy).unwrap();
    }
    let convert = |sheets: &[PathBuf]| {
        let mut command = Command::new("soffice");
        command.arg(format!("-env:UserInstallation=file://{}", home.display()));
        command.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(&home).args(sheets);
        let output = command.output().map_err(|_| "未安装 LibreOffice，请运行 make bench".to_owned())?;
        let made = sheets.iter().all(|sheet| home.join(sheet.file_name().unwrap()).with_extension("pdf").is_file());
        said(output).and_then(|text| if made { Ok(()) } else { Err(text) })
    };
    let measured = convert(&copies).map(|()| {
        let whole = warm(5, || convert(&copies[..1]).unwrap());
        (whole, (warm(3, || convert(&copies).unwrap()) - whole) / FURTHER as f64)
    });
    LibreOffice { whole: measured.clone().map(|(whole, _)| whole), further: measured.map(|(_, further)| further) }
}

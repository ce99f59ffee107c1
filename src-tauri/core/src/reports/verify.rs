//! Is this report genuine, and by whom?

use super::{QuarterlyReport, ReportError, ReportVerifyRequest, VerifyView};
use crate::app::App;
use crate::desk::Job;
use crate::outside::{Seal, Verdict};
use crate::{files, signing};

/// Judges a report file. Trusted are the branch's own certificate and those it was told to trust; with no file open,
/// none.
///
/// # Errors
/// [`ReportError::File`] when the file cannot be read; a bad signature is an answer, not an error.
pub fn verify(app: &App, request: ReportVerifyRequest, _: &Job<'_>) -> Result<VerifyView, ReportError> {
    let (name, pdf) = files::read(app.outside.desktop.as_ref(), &request.file)?;
    let trusted = match app.vault().as_ref() {
        Some(vault) => vault.read(|reader| signing::trusted_fingerprints(reader, app.outside.seal.as_ref()))?,
        None => Vec::new(),
    };
    Ok(judge(&name, &pdf, &trusted, app.outside.seal.as_ref()))
}

/// As [`verify`], for a file in hand and a list of trusted fingerprints.
pub fn judge(name: &str, pdf: &[u8], trusted: &[String], seal: &dyn Seal) -> VerifyView {
    let verdict = seal.verify(pdf, trusted);
    let report = data(&verdict);
    VerifyView {
        file: name.to_owned(),
        valid: verdict.valid,
        trusted: verdict.trusted,
        sentence: sentence(&verdict, report.as_ref()),
        signer: verdict.certificate.as_ref().map(|certificate| certificate.subject.clone()),
        fingerprint: verdict.certificate.as_ref().map(|certificate| certificate.fingerprint.clone()),
        signed_at: verdict.signed_at,
        covers_whole_file: verdict.covers_whole_file,
        fault: verdict.fault.map(|(code, _)| code),
        report,
    }
}

/// The report inside, read from the signed revision only.
fn data(verdict: &Verdict) -> Option<QuarterlyReport> {
    let file = verdict.attachments.iter().find(|file| file.name == "report.json")?;
    serde_json::from_slice(&file.bytes).ok()
}

fn sentence(verdict: &Verdict, report: Option<&QuarterlyReport>) -> String {
    if let Some((_, sentence)) = &verdict.fault {
        return sentence.clone();
    }
    let signer = verdict.certificate.as_ref().map_or("未知签名人", |certificate| certificate.subject.as_str());
    let what = report.map_or_else(
        || "这份文件".to_owned(),
        |report| format!("这份{}报告（第{}版）", report.quarter.title(), report.version),
    );
    if verdict.trusted {
        format!("{what}由“{signer}”签名，签名有效，内容没有被改动")
    } else {
        format!("{what}的签名有效、内容没有被改动，但签名证书（“{signer}”）还没有被信任，请对照备案表核对证书指纹")
    }
}

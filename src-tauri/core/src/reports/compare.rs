//! Does this file still hold what a report was signed from? Whoever has the passphrase can write a whole log anew; a
//! report that left the house before is what finds it out.

use sha2::{Digest, Sha256};

use super::{ArchiveMatch, CompareView, QuarterlyReport, ReportError, ReportVerifyRequest, judge, store};
use crate::desk::Desk;
use crate::signing::Trust;
use crate::vault::{Reader, VaultError};
use crate::{files, signing};

/// Compares a signed report with the open file.
///
/// # Errors
/// [`ReportError::File`] when the report cannot be read; that it does not fit is an answer, not an error.
pub fn compare(desk: &mut Desk<'_>, request: ReportVerifyRequest) -> Result<CompareView, ReportError> {
    let (file, bytes) = files::read(desk.outside.desktop.as_ref(), &request.file)?;
    let seal = desk.outside.seal.as_ref();
    let view = judge(&file, &bytes, &Trust::default(), seal, desk.outside.clock.now());
    if !view.valid {
        let sentence = format!("这份文件不能与档案比较：{}", view.sentence);
        return Ok(CompareView { file, outcome: ArchiveMatch::NotValid, sentence });
    }
    let own = desk.read(|reader| signing::own_certificates(reader, seal))?;
    let is_own = own.iter().any(|certificate| Some(&certificate.fingerprint) == view.fingerprint.as_ref());
    let (outcome, sentence) = match view.report {
        _ if !is_own => (
            ArchiveMatch::NotOurs,
            "签这份文件的证书不在这份档案里：它是别的支部的，或者档案不是签名时的那一份".to_owned(),
        ),
        None => (ArchiveMatch::NotValid, format!("这份文件不能与档案比较：{}", view.sentence)),
        Some(report) => {
            let sha256 = hex::encode(Sha256::digest(&bytes));
            desk.read(|reader| fit(reader, &report, &sha256))?
        }
    };
    Ok(CompareView { file, outcome, sentence })
}

fn fit(reader: &Reader<'_>, report: &QuarterlyReport, sha256: &str) -> Result<(ArchiveMatch, String), VaultError> {
    let what = format!("{}报告（第{}版）", report.period().title(), report.version);
    let kept = store::versions(reader, report.period())?;
    let is_kept = kept.iter().any(|version| version.version == report.version && version.sha256 == sha256);
    let lacking = format!("档案里没有这一版：{what}不在档案里，或者档案里的这一版内容不同");
    Ok(match (reader.log_knows(&report.audit_head)?, is_kept) {
        (true, true) => {
            (ArchiveMatch::Agrees, format!("与档案一致：这份{what}就是档案里存的那一版，签名时的操作记录也都在档案里"))
        }
        (true, false) => (ArchiveMatch::NoSuchVersion, lacking),
        (false, is_kept) => {
            let sentence =
                "记录链对不上：签名时的操作记录在档案里找不到，档案可能被改动过，或者换回了更早的备份".to_owned();
            (ArchiveMatch::LogDiffers, if is_kept { sentence } else { format!("{sentence}；{lacking}") })
        }
    })
}

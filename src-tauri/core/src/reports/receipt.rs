//! The superior's receipt: our own signed report with the superior's signature on top.

use super::store::{self, KeptReceipt};
use super::verify::receipt_view;
use super::{ReceiptView, ReportError, ReportReceiptRequest, ReportVersion, ReportView, get, judge_verdict};
use crate::desk::Desk;
use crate::outside::{CertificateView, Receipt, Seal};
use crate::signing::Trust;
use crate::vault::{Done, Reader, VaultError};
use crate::{files, signing};

/// Keeps a receipt with the signed version that it confirms. What lies below the superior's signature has to be that
/// version, byte for byte.
///
/// # Errors
/// [`ReportError::NotAReceipt`], [`ReportError::ReceiptOfOther`], [`ReportError::File`]; then nothing is stored.
pub fn import_receipt(desk: &mut Desk<'_>, request: ReportReceiptRequest) -> Result<Done<ReportView>, ReportError> {
    let (name, file) = files::read(desk.outside.desktop.as_ref(), &request.file)?;
    let seal = desk.outside.seal.as_ref();
    let verdict = seal.verify(&file);
    let view = judge_verdict(&name, &verdict, &Trust::default(), seal, desk.outside.clock.now());
    let (Some(Receipt { certificate, signed_at, report_bytes }), Some(report)) = (verdict.receipt, view.report) else {
        return Err(ReportError::NotAReceipt(if view.valid { NO_RECEIPT.to_owned() } else { view.sentence }));
    };
    let version = desk.read(|reader| -> Result<ReportVersion, ReportError> {
        let versions = store::versions(reader, report.period())?;
        let version = versions.into_iter().find(|version| version.version == report.version);
        let own = version.map(|version| store::pdf(reader, version.id)).transpose()?.flatten();
        let (version, pdf) = own.ok_or(ReportError::ReceiptOfOther)?;
        if file.get(..report_bytes) == Some(pdf.as_slice()) { Ok(version) } else { Err(ReportError::ReceiptOfOther) }
    })?;
    let label = format!("登记{}报告第{}版的上级签收", report.period().title(), report.version);
    let CertificateView { subject: signer, fingerprint, .. } = certificate;
    let done = desk.transact(label, |tx| {
        let sha256 = tx.keep_bytes(&file)?;
        store::put_receipt(tx, &KeptReceipt { version: version.id, signer, fingerprint, signed_at, sha256 })
    })?;
    Ok(Done { value: get::view(desk, report.period())?, changes: done.changes, undo: done.undo })
}

const NO_RECEIPT: &str = "这份文件里没有上级的签收";

/// The receipt of a signed version, judged by whom the file trusts now.
pub(super) fn of_version(
    reader: &Reader<'_>,
    version: &ReportVersion,
    seal: &dyn Seal,
) -> Result<Option<ReceiptView>, VaultError> {
    let Some(kept) = store::receipt(reader, version.id)? else { return Ok(None) };
    let trusted = signing::trusted_here(reader, seal)?;
    let KeptReceipt { signer: subject, fingerprint, signed_at, .. } = kept;
    let certificate = CertificateView { subject, fingerprint, valid_from: signed_at, valid_to: signed_at };
    Ok(Some(receipt_view(&Receipt { certificate, signed_at, report_bytes: 0 }, &trusted)))
}

//! Verification.

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeZone};
use lopdf::{Dictionary, Object};
use zhibu_core::outside::{Receipt, Verdict};

use super::addition;
use super::cms::Message;
use super::coverage::Coverage;
use super::fault::Fault;
use super::pdf::Pdf;
use super::{attachments, identity, state};

/// Bytes of a file; a report has about 200,000.
const MAX_FILE: usize = 32 << 20;

/// Judges a file.
pub(super) fn verify(file: &[u8]) -> Verdict {
    let mut verdict = Verdict {
        valid: false,
        fault: None,
        certificate: None,
        signed_at: None,
        covers_whole_file: false,
        receipt: None,
        attachments: Vec::new(),
    };
    // The certificate's reader is other people's code on a stranger's file.
    let outcome = catch_unwind(AssertUnwindSafe(|| examine(file, &mut verdict)));
    match outcome.unwrap_or(Err(Fault::Malformed)) {
        Ok(()) => verdict.valid = true,
        Err(fault) => {
            verdict.fault = Some((fault.code().to_owned(), fault.to_string()));
            verdict.attachments.clear();
        }
    }
    verdict
}

/// Notes in `verdict` what can be learnt, and gives the fault that helps most.
fn examine(file: &[u8], verdict: &mut Verdict) -> Result<(), Fault> {
    state::is_pdf(file)?;
    if file.len() > MAX_FILE {
        return Err(Fault::TooLarge);
    }
    match examine_pdf(file, verdict) {
        // The signature may be missing or broken because the file is.
        Err(
            fault @ (Fault::NotSigned
            | Fault::Truncated
            | Fault::ContentChanged
            | Fault::BadSignature
            | Fault::Malformed
            | Fault::UnsupportedAlgorithm),
        ) => Err(state::damage(file).unwrap_or(match fault {
            Fault::NotSigned if state::is_scan(file) => Fault::Scanned,
            fault => fault,
        })),
        outcome => outcome,
    }
}

/// Judges the newest signature, and where there is one below it, that one: then the newest is a receipt.
fn examine_pdf(file: &[u8], verdict: &mut Verdict) -> Result<(), Fault> {
    let Signed { pdf, below } = examine_newest(file, verdict)?;
    let Some(report_bytes) = below else {
        verdict.attachments = attachments::read(&pdf)?;
        return Ok(());
    };
    let certificate = verdict.certificate.take().ok_or(Fault::Malformed)?;
    let signed_at = verdict.signed_at.take().ok_or(Fault::Malformed)?;
    let report = file.get(..report_bytes).ok_or(Fault::SeveralSignatures)?;
    let Signed { pdf: own, below } = examine_newest(report, verdict)?;
    if below.is_some() {
        return Err(Fault::SeveralSignatures);
    }
    addition::is_only_a_signature(&own, &pdf)?;
    verdict.attachments = attachments::read(&own)?;
    verdict.receipt = Some(Receipt { certificate, signed_at, report_bytes });
    Ok(())
}

/// A file that its newest signature covers to the last byte.
struct Signed<'a> {
    pdf: Pdf<'a>,
    /// How far the file was signed before, if it was.
    below: Option<usize>,
}

/// Stops at the first fault; the order is that of helpfulness.
fn examine_newest<'a>(file: &'a [u8], verdict: &mut Verdict) -> Result<Signed<'a>, Fault> {
    let coverage = Coverage::newest(file)?;
    verdict.covers_whole_file = coverage.end() == file.len();
    let contents = coverage.contents()?;
    let message = Message::read(&contents)?;
    verdict.certificate = identity::view(&message.certificate, &message.certificate_der);

    let revision = Pdf::read(file.get(..coverage.end()).unwrap_or_default());
    let signature = revision.as_ref().map_err(|fault| *fault).and_then(|pdf| signature(pdf, &coverage, &contents));
    verdict.signed_at = signature.as_ref().ok().and_then(|(signature, _)| signed_at(signature));

    message.check(&coverage.digest())?;
    if let Some(behind) = file.get(coverage.end()..).filter(|behind| !behind.is_empty()) {
        let is_blank = behind.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0);
        return Err(if is_blank { Fault::BlanksAppended } else { Fault::ChangedAfterSigning });
    }
    let (signature, below) = signature?;
    if signature.get(b"SubFilter").and_then(Object::as_name).ok() != Some(b"ETSI.CAdES.detached") {
        return Err(Fault::UnsupportedAlgorithm);
    }
    message.check_key_usage()?;
    let certificate = verdict.certificate.as_ref().ok_or(Fault::Malformed)?;
    let at = verdict.signed_at.ok_or(Fault::Malformed)?;
    if at < certificate.valid_from || at > certificate.valid_to {
        return Err(Fault::CertificateExpired);
    }
    Ok(Signed { pdf: revision?, below })
}

/// The signature dictionary that the PDF's form names, which must be the one whose coverage was judged; and how far the
/// one beside it covers the file, if there is one.
fn signature(pdf: &Pdf<'_>, coverage: &Coverage<'_>, contents: &[u8]) -> Result<(Dictionary, Option<usize>), Fault> {
    let [hole, rest, length] = coverage.numbers();
    let range: Vec<Object> = [0, hole, rest, length].into_iter().map(|number| Object::Integer(number as i64)).collect();
    let form = pdf.dictionary(&pdf.catalog()?, b"AcroForm")?.ok_or(Fault::Malformed)?;
    let mut newest = None;
    let mut below = None;
    for field in pdf.array(&form, b"Fields")? {
        let Object::Dictionary(field) = pdf.resolve(&field)? else { continue };
        let Object::Dictionary(signature) = pdf.get(&field, b"V")? else { continue };
        let Ok(found) = signature.get(b"ByteRange").and_then(Object::as_array) else { continue };
        let is_judged =
            *found == range && signature.get(b"Contents").and_then(Object::as_str).is_ok_and(|found| found == contents);
        if is_judged && newest.is_none() {
            newest = Some(signature);
        } else if below.replace(covered(found).ok_or(Fault::SeveralSignatures)?).is_some() {
            return Err(Fault::SeveralSignatures);
        }
    }
    Ok((newest.ok_or(Fault::Malformed)?, below))
}

/// How far a `/ByteRange` goes.
fn covered(range: &[Object]) -> Option<usize> {
    let [_, _, Object::Integer(rest), Object::Integer(length)] = range else { return None };
    usize::try_from(rest.checked_add(*length)?).ok()
}

/// `/M`, as `D:20261123090000+08'00'`.
fn signed_at(signature: &Dictionary) -> Option<DateTime<FixedOffset>> {
    let text = std::str::from_utf8(signature.get(b"M").ok()?.as_str().ok()?).ok()?.strip_prefix("D:")?;
    let (digits, zone) = text.split_at_checked(14)?;
    let local = NaiveDateTime::parse_from_str(digits, "%Y%m%d%H%M%S").ok()?;
    let zone = zone.replace('\'', "");
    let seconds = match zone.split_at_checked(1)? {
        ("Z", _) => 0,
        (sign @ ("+" | "-"), digits) if digits.len() == 4 => {
            let (hours, minutes) = digits.split_at_checked(2)?;
            let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
            if sign == "+" { seconds } else { -seconds }
        }
        _ => return None,
    };
    FixedOffset::east_opt(seconds)?.from_local_datetime(&local).single()
}

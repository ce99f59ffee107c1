//! Verification.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeZone};
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};
use zhibu_core::outside::Verdict;

use super::cms::Message;
use super::coverage::Coverage;
use super::fault::Fault;
use super::{attachments, identity};

/// Bytes of a file; a report has about 200,000.
const MAX_FILE: usize = 32 << 20;
/// Bytes that one object stream or cross-reference stream may unpack to.
const MAX_STREAM: usize = 1 << 20;
/// Object streams in a file.
const MAX_STREAMS: usize = 32;
/// Objects in a file.
const MAX_OBJECTS: usize = 100_000;

/// Judges a PDF.
pub(super) fn verify(pdf: &[u8], trusted: &[String]) -> Verdict {
    let mut verdict = Verdict {
        valid: false,
        trusted: false,
        fault: None,
        certificate: None,
        signed_at: None,
        covers_whole_file: false,
        attachments: Vec::new(),
    };
    // The PDF reader is other people's code on a stranger's file.
    let outcome = catch_unwind(AssertUnwindSafe(|| examine(pdf, &mut verdict)));
    match outcome.unwrap_or(Err(Fault::Malformed)) {
        Ok(()) => {
            let fingerprint = verdict.certificate.as_ref().map(|certificate| certificate.fingerprint.as_str());
            verdict.valid = true;
            verdict.trusted = trusted.iter().any(|entry| Some(plain(entry).as_str()) == fingerprint);
        }
        Err(fault) => {
            verdict.fault = Some((fault.code().to_owned(), fault.to_string()));
            verdict.attachments.clear();
        }
    }
    verdict
}

/// A fingerprint as it is compared: without spaces and colons, in upper case.
fn plain(fingerprint: &str) -> String {
    fingerprint.chars().filter(|c| !c.is_whitespace() && *c != ':').map(|c| c.to_ascii_uppercase()).collect()
}

/// Notes in `verdict` what can be learnt, and stops at the first fault; the order is that of helpfulness.
fn examine(pdf: &[u8], verdict: &mut Verdict) -> Result<(), Fault> {
    if !pdf.starts_with(b"%PDF-") {
        return Err(Fault::NotAPdf);
    }
    if pdf.len() > MAX_FILE {
        return Err(Fault::TooLarge);
    }
    let coverage = Coverage::newest(pdf)?;
    verdict.covers_whole_file = coverage.end() == pdf.len();
    let contents = coverage.contents()?;
    let message = Message::read(&contents)?;
    verdict.certificate = identity::view(&message.certificate, &message.certificate_der);

    let document = load(pdf.get(..coverage.end()).unwrap_or_default());
    let signature =
        document.as_ref().map_err(|fault| *fault).and_then(|document| signature(document, &coverage, &contents));
    verdict.signed_at = signature.as_ref().ok().and_then(|signature| signed_at(signature));

    if !verdict.covers_whole_file {
        return Err(Fault::ChangedAfterSigning);
    }
    message.check(&coverage.digest())?;
    if signature?.get(b"SubFilter").and_then(Object::as_name).ok() != Some(b"ETSI.CAdES.detached") {
        return Err(Fault::UnsupportedAlgorithm);
    }
    message.check_key_usage()?;
    let certificate = verdict.certificate.as_ref().ok_or(Fault::Malformed)?;
    let at = verdict.signed_at.ok_or(Fault::Malformed)?;
    if at < certificate.valid_from || at > certificate.valid_to {
        return Err(Fault::CertificateExpired);
    }
    verdict.attachments = attachments::read(&document?)?;
    Ok(())
}

thread_local! {
    /// Object streams met in the file that is being loaded. lopdf unpacks all of them at once and takes only a plain
    /// function to look at objects before.
    static STREAMS: Cell<usize> = const { Cell::new(0) };
}

/// Lets everything through but object streams past the limit. Of what lies in the file itself only whether there is an
/// answer counts; what lies in an object stream, where no stream can lie, is taken from the answer.
fn bounded(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let Ok(stream) = object.as_stream() else { return Some((id, object.clone())) };
    if stream.dict.has_type(b"ObjStm") {
        STREAMS.set(STREAMS.get() + 1);
    }
    (STREAMS.get() <= MAX_STREAMS).then_some((id, Object::Null))
}

/// Reads the signed revision as it is written: nothing is repaired.
fn load(revision: &[u8]) -> Result<Document, Fault> {
    STREAMS.set(0);
    let options = LoadOptions {
        strict: true,
        max_decompressed_size: Some(MAX_STREAM),
        filter: Some(bounded),
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(revision, options);
    if STREAMS.get() > MAX_STREAMS {
        return Err(Fault::TooLarge);
    }
    let document = document.map_err(|_| Fault::Malformed)?;
    if document.is_encrypted() || document.encryption_state.is_some() {
        return Err(Fault::UnsupportedAlgorithm);
    }
    if document.objects.len() > MAX_OBJECTS {
        return Err(Fault::TooLarge);
    }
    Ok(document)
}

/// The signature dictionary that the PDF's form names, which must be the one whose coverage was judged.
fn signature<'a>(document: &'a Document, coverage: &Coverage<'_>, contents: &[u8]) -> Result<&'a Dictionary, Fault> {
    let [hole, rest, length] = coverage.numbers();
    let range: Vec<Object> = [0, hole, rest, length].into_iter().map(|number| Object::Integer(number as i64)).collect();
    let fields = (|| document.catalog()?.get_deref(b"AcroForm", document)?.as_dict()?.get_deref(b"Fields", document))();
    let fields = fields.and_then(Object::as_array).map_err(|_| Fault::Malformed)?;
    let signatures = fields.iter().filter_map(|field| {
        let (_, field) = document.dereference(field).ok()?;
        field.as_dict().ok()?.get_deref(b"V", document).ok()?.as_dict().ok()
    });
    let judged = |signature: &&Dictionary| {
        signature.get(b"ByteRange").and_then(Object::as_array).is_ok_and(|found| *found == range)
            && signature.get(b"Contents").and_then(Object::as_str).is_ok_and(|found| found == contents)
    };
    signatures.into_iter().find(judged).ok_or(Fault::Malformed)
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

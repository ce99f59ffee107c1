//! Trusting and no longer trusting a certificate.

use super::model::QR;
use super::{SigningError, SigningView, TrustRequest, TrustedSigner, get, store};
use crate::desk::Desk;
use crate::problem::{Explain, Invalid};
use crate::typed;
use crate::vault::Done;

/// Trusts a certificate by its fingerprint, as it stands on the stamped enrolment sheet.
///
/// # Errors
/// [`SigningError::Invalid`] unless it is 64 hex digits with a name.
pub fn trust(desk: &mut Desk<'_>, request: TrustRequest) -> Result<Done<SigningView>, SigningError> {
    let fingerprint = plain_fingerprint(&request.fingerprint);
    let signer =
        TrustedSigner { fingerprint: fingerprint.clone().unwrap_or_default(), name: typed::line(&request.name) };
    let mut invalid = Invalid::default();
    if fingerprint.is_none() {
        invalid.add("fingerprint", "证书指纹应为 64 位数字和字母 A–F，请对照备案表再输入一次");
    }
    if signer.name.is_empty() {
        invalid.add("name", "请填写这是哪个支部的证书");
    }
    invalid.into_result()?;
    let done = desk.transact(format!("信任证书 {}", signer.name), |tx| store::put_trusted(tx, &signer))?;
    Ok(Done { value: get::view(desk)?, changes: done.changes, undo: done.undo })
}

/// A fingerprint as it is compared, however it was copied, also from the QR code of the enrolment sheet: 64 upper-case hex
/// digits, without spaces and colons.
pub fn plain_fingerprint(text: &str) -> Option<String> {
    let text = text.trim().strip_prefix(QR).unwrap_or(text);
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != ':').collect();
    (digits.len() == 64 && digits.bytes().all(|b| b.is_ascii_hexdigit())).then(|| digits.to_uppercase())
}

/// A line of a list of trusted certificates has no fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}”不是证书指纹，没有收取任何报告")]
pub struct NoFingerprint(String);

impl Explain for NoFingerprint {
    fn code(&self) -> &'static str {
        "not_a_certificate"
    }
    fn hint(&self) -> Option<String> {
        Some("每行写一个 64 位的指纹，后面可以空一格写支部全称".to_owned())
    }
}

/// The certificates of a list, one a line; empty lines are passed over.
///
/// # Errors
/// [`NoFingerprint`] with the first line that has none.
pub fn trust_list(text: &str) -> Result<Vec<TrustedSigner>, NoFingerprint> {
    // Editors on Windows begin a file with a mark of its encoding.
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| listed_signer(line).ok_or_else(|| NoFingerprint(line.to_owned()))).collect()
}

/// A line of a list: a fingerprint, and after a blank perhaps the name of the branch, which is otherwise left empty.
pub fn listed_signer(line: &str) -> Option<TrustedSigner> {
    if let Some(fingerprint) = plain_fingerprint(line) {
        return Some(TrustedSigner { fingerprint, name: String::new() });
    }
    let blanks = line.match_indices(char::is_whitespace).map(|(at, _)| at);
    // A fingerprint may be written in groups; it is whole before its last blank only.
    let mut parts = blanks.map(|at| line.split_at(at));
    parts.find_map(|(start, rest)| {
        Some(TrustedSigner { fingerprint: plain_fingerprint(start)?, name: typed::line(rest) })
    })
}

/// No longer trusts a fingerprint.
///
/// # Errors
/// [`SigningError`].
pub fn distrust(desk: &mut Desk<'_>, fingerprint: String) -> Result<Done<SigningView>, SigningError> {
    let done = desk.transact("不再信任证书", |tx| store::remove_trusted(tx, &fingerprint))?;
    Ok(Done { value: get::view(desk)?, changes: done.changes, undo: done.undo })
}

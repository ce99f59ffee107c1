//! Trusting and no longer trusting a certificate.

use super::model::QR;
use super::{SigningError, SigningView, TrustRequest, TrustedSigner, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
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

/// No longer trusts a fingerprint.
///
/// # Errors
/// [`SigningError`].
pub fn distrust(desk: &mut Desk<'_>, fingerprint: String) -> Result<Done<SigningView>, SigningError> {
    let done = desk.transact("不再信任证书", |tx| store::remove_trusted(tx, &fingerprint))?;
    Ok(Done { value: get::view(desk)?, changes: done.changes, undo: done.undo })
}

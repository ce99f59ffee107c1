//! The word of an old key that another certificate takes the place of its own.

use chrono::{DateTime, FixedOffset};
use p256::ecdsa::SigningKey;
use p256::pkcs8::DecodePrivateKey;
use sha2::{Digest, Sha256};
use zhibu_core::outside::{CertificateView, Identity, Renewal, SealError};

use super::cms::{self, Message};
use super::{failed, identity, sign};

/// Hex digits of a signature at most; one takes about 1,600.
const MAX_SIGNATURE: usize = 16 << 10;

/// `old` says that `new` takes its place.
pub(super) fn make(old: &Identity, new: &Identity, at: DateTime<FixedOffset>) -> Result<Renewal, SealError> {
    let key = SigningKey::from_pkcs8_der(&old.key).map_err(failed)?;
    sign::check_pair(&key, &old.certificate)?;
    let (from, to) = (identity::read(&old.certificate)?.fingerprint, identity::read(&new.certificate)?.fingerprint);
    let message = cms::sign(&digest(&from, &to, at), &key, &old.certificate).map_err(failed)?;
    Ok(Renewal { old: from, new: to, at, signature: hex::encode_upper(message) })
}

/// The old certificate, if its key has said so.
pub(super) fn check(renewal: &Renewal) -> Option<CertificateView> {
    let signature = Some(&renewal.signature).filter(|digits| digits.len() <= MAX_SIGNATURE)?;
    let message = Message::read(&hex::decode(signature).ok()?).ok()?;
    message.check(&digest(&renewal.old, &renewal.new, renewal.at)).ok()?;
    message.check_key_usage().ok()?;
    let old = identity::view(&message.certificate, &message.certificate_der)?;
    (old.fingerprint == renewal.old).then_some(old)
}

/// What is signed. It begins as no PDF does: neither can pass for the other.
fn digest(old: &str, new: &str, at: DateTime<FixedOffset>) -> [u8; 32] {
    Sha256::digest(format!("zhibu certificate renewal\nold {old}\nnew {new}\nat {}\n", at.to_rfc3339())).into()
}

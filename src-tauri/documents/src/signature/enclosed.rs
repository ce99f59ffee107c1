//! Content and signature as one file: a CMS message with the content inside, which OpenSSL checks with `cms -verify`.

use p256::ecdsa::SigningKey;
use p256::pkcs8::DecodePrivateKey;
use sha2::{Digest, Sha256};
use zhibu_core::outside::{Broken, Disclosed, Identity, SealError};

use super::cms::{self, Message};
use super::fault::Fault;
use super::{failed, identity, sign};

/// Bytes of a file; a rule set has about 300,000.
const MAX_FILE: usize = 4 << 20;

/// `content` with its signature.
pub(super) fn enclose(content: &[u8], identity: &Identity) -> Result<Vec<u8>, SealError> {
    let key = SigningKey::from_pkcs8_der(&identity.key).map_err(failed)?;
    sign::check_pair(&key, &identity.certificate)?;
    cms::enclose(content, &key, &identity.certificate).map_err(failed)
}

/// The content of a file, as it was signed.
pub(super) fn disclose(file: &[u8]) -> Result<Disclosed, Broken> {
    if file.len() > MAX_FILE {
        return Err(Broken::TooLarge);
    }
    if is_cut_off(file) {
        return Err(Broken::CutOff);
    }
    let (message, content) = Message::read_enclosed(file).map_err(|_| Broken::Foreign)?;
    let broken = |fault| match fault {
        Fault::ContentChanged => Broken::Changed,
        Fault::Malformed | Fault::UnsupportedAlgorithm => Broken::Foreign,
        _ => Broken::BadSignature,
    };
    message.check(&Sha256::digest(&content).into()).map_err(broken)?;
    message.check_key_usage().map_err(broken)?;
    let certificate = identity::view(&message.certificate, &message.certificate_der).ok_or(Broken::BadSignature)?;
    Ok(Disclosed { content, certificate })
}

/// Whether a file begins as a message does and is shorter than it says of itself.
fn is_cut_off(file: &[u8]) -> bool {
    let [0x30, length, rest @ ..] = file else { return false };
    let bytes = usize::from(length & 0x7F);
    let said = match rest.get(..bytes) {
        _ if length & 0x80 == 0 => return rest.len() < usize::from(*length),
        Some(said) if (1..=4).contains(&bytes) => said.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte)),
        _ => return false,
    };
    rest.len() - bytes < said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed(content: &[u8]) -> Vec<u8> {
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").unwrap();
        enclose(content, &identity::create("示例街道党委", now, 3).unwrap()).unwrap()
    }

    #[test]
    fn what_was_enclosed_comes_out_with_its_signer() {
        let disclosed = disclose(&signed("规程".as_bytes())).unwrap();
        assert_eq!(
            (disclosed.content.as_slice(), disclosed.certificate.subject.as_str()),
            ("规程".as_bytes(), "示例街道党委")
        );
    }

    #[test]
    fn no_byte_can_be_another_and_none_be_missing_or_added() {
        let file = signed(&[b'x'; 300]);
        for at in 0..file.len() {
            for bit in [0x01, 0x20, 0x80] {
                let mut changed = file.clone();
                changed[at] ^= bit;
                assert!(disclose(&changed).is_err(), "byte {at}, bit {bit}");
            }
            assert!(disclose(&file[..at]).is_err(), "cut off at {at}");
        }
        for behind in [&[0][..], b"x", b"\n"] {
            assert!(disclose(&[file.as_slice(), behind].concat()).is_err(), "{behind:?}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_file_is_told_apart() {
        let file = signed(&[b'x'; 300]);
        let at = file.windows(9).position(|bytes| bytes == [b'x'; 9]).unwrap();
        let mut changed = file.clone();
        changed[at] = b'y';
        assert_eq!(disclose(&changed).unwrap_err(), Broken::Changed);
        assert_eq!(disclose(&file[..file.len() - 1]).unwrap_err(), Broken::CutOff);
        assert_eq!(disclose(&file[..3]).unwrap_err(), Broken::Foreign);
        assert_eq!(disclose(b"").unwrap_err(), Broken::Foreign);
        assert_eq!(disclose(b"%PDF-1.7").unwrap_err(), Broken::Foreign);
        assert_eq!(disclose(&vec![0x30; MAX_FILE + 1]).unwrap_err(), Broken::TooLarge);
        let mut forged = file.clone();
        let last = forged.len() - 1;
        forged[last] ^= 1;
        assert_eq!(disclose(&forged).unwrap_err(), Broken::BadSignature);
    }
}

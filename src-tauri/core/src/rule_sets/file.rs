//! A file with a rule set, examined before anything is done with it.

use chrono::{DateTime, FixedOffset};
use sha2::{Digest, Sha256};

use super::{RuleSetError, RuleSetSigner};
use crate::desk::Desk;
use crate::files;
use crate::outside::{CertificateView, FileToken, Seal};
use crate::rules::{RuleBook, RuleSet};
use crate::signing::{self, Standing, Trust};

/// A set that may be taken over, if its signer is trusted.
pub(super) struct Examined {
    pub(super) file_name: String,
    pub(super) bytes: Vec<u8>,
    /// Tells this file from any other.
    pub(super) seen: String,
    pub(super) book: RuleBook,
    pub(super) signer: RuleSetSigner,
}

/// Reads the chosen file.
///
/// # Errors
/// Whatever speaks against the set but that its signer is not trusted.
pub(super) fn examine(desk: &Desk<'_>, token: &FileToken) -> Result<Examined, RuleSetError> {
    let (file_name, bytes) = files::read(desk.outside.desktop.as_ref(), token)?;
    let (seal, now) = (desk.outside.seal.as_ref(), desk.outside.clock.now());
    let disclosed = seal.disclose(&bytes)?;
    let set = RuleSet::read(&disclosed.content)?;
    let book = RuleBook::of(&set)?.completed(&RuleBook::shipped()?)?;
    in_time(&book, &disclosed.certificate, now)?;
    newer(&book, desk.rules)?;
    let trusted = desk.read(|reader| signing::trusted_here(reader, seal))?;
    let signer = signer(disclosed.certificate, &trusted, &set, seal);
    Ok(Examined { file_name, seen: hex::encode(Sha256::digest(&bytes)), bytes, book, signer })
}

/// Made by today, and the certificate is valid today and was on that day.
fn in_time(book: &RuleBook, certificate: &CertificateView, now: DateTime<FixedOffset>) -> Result<(), RuleSetError> {
    let (made_on, today) = (book.head().made_on, now.date_naive());
    if made_on > today {
        return Err(RuleSetError::FromTheFuture(made_on));
    }
    let (from, to) = (certificate.valid_from.date_naive(), certificate.valid_to.date_naive());
    let outside = [today, made_on].into_iter().find(|day| !(from..=to).contains(day));
    outside.map_or(Ok(()), |on| Err(RuleSetError::Expired { from, to, on }))
}

fn newer(book: &RuleBook, in_use: &RuleBook) -> Result<(), RuleSetError> {
    let (number, in_use) = (book.head().number, in_use.head().number);
    match number.cmp(&in_use) {
        std::cmp::Ordering::Greater => Ok(()),
        std::cmp::Ordering::Equal => Err(RuleSetError::Same(number)),
        std::cmp::Ordering::Less => Err(RuleSetError::Older { number, in_use }),
    }
}

fn signer(certificate: CertificateView, trusted: &Trust, set: &RuleSet, seal: &dyn Seal) -> RuleSetSigner {
    let known_as = match signing::standing(&certificate, trusted, &set.renewals, seal) {
        Standing::Trusted(signer) | Standing::Renewed { signer, .. } => Some(signer.name.clone()),
        Standing::RenewedLate { .. } | Standing::Unknown => None,
    };
    RuleSetSigner { subject: certificate.subject, fingerprint: certificate.fingerprint, known_as }
}

//! How a certificate stands to those that are trusted.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};

use super::TrustedSigner;
use crate::outside::{CertificateView, Renewal, Seal};

/// Renewals that are followed at most; one each three years is enough for a century.
const MOST_RENEWALS: usize = 40;

/// Those that are trusted, by fingerprint: a superior has thousands, and asks for one with each report.
#[derive(Debug, Clone, Default)]
pub struct Trust(BTreeMap<String, TrustedSigner>);

impl Trust {
    /// The entry of a fingerprint.
    pub fn get(&self, fingerprint: &str) -> Option<&TrustedSigner> {
        self.0.get(fingerprint)
    }
}

impl FromIterator<TrustedSigner> for Trust {
    fn from_iter<I: IntoIterator<Item = TrustedSigner>>(signers: I) -> Self {
        Self(signers.into_iter().map(|signer| (signer.fingerprint.clone(), signer)).collect())
    }
}

/// How a certificate stands to those that are trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing<'a> {
    /// It is one of them.
    Trusted(&'a TrustedSigner),
    /// It took the place of one of them: each key between said so while its certificate was valid.
    Renewed {
        /// The entry of the list.
        signer: &'a TrustedSigner,
        /// When this certificate came.
        at: DateTime<FixedOffset>,
    },
    /// It took the place of one of them, but a certificate between was not valid when its key said so, and confirms
    /// nothing any more: a person has to.
    RenewedLate {
        /// The entry of the list.
        signer: &'a TrustedSigner,
        /// The certificate that was not valid.
        old: CertificateView,
    },
    /// It has nothing to do with them.
    Unknown,
}

/// How `certificate` stands to the `trusted` ones, by the renewals that a report brought along. They are believed only as
/// far as the keys of trusted certificates signed them.
pub fn standing<'a>(
    certificate: &CertificateView,
    trusted: &'a Trust,
    renewals: &[Renewal],
    seal: &dyn Seal,
) -> Standing<'a> {
    if let Some(signer) = trusted.get(&certificate.fingerprint) {
        return Standing::Trusted(signer);
    }
    let mut fingerprint = certificate.fingerprint.clone();
    let mut renewed_at = None;
    let mut late = None;
    for _ in 0..renewals.len().min(MOST_RENEWALS) {
        let Some(renewal) = renewals.iter().find(|renewal| renewal.new == fingerprint) else { break };
        let Some(old) = seal.renewed(renewal) else { break };
        let at = *renewed_at.get_or_insert(renewal.at);
        fingerprint.clone_from(&old.fingerprint);
        if renewal.at < old.valid_from || renewal.at > old.valid_to {
            late.get_or_insert(old);
        }
        if let Some(signer) = trusted.get(&fingerprint) {
            return late.map_or(Standing::Renewed { signer, at }, |old| Standing::RenewedLate { signer, old });
        }
    }
    Standing::Unknown
}

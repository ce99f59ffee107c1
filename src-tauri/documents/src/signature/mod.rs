//! Signed reports: PAdES B-B over one PDF, with ECDSA P-256 and SHA-256.
//!
//! Architecture invariant: a verdict is stricter than other tools'. One signature, the newest, must cover every byte
//! of the file as it is, in one way of writing only; nothing is read from outside of what it covers. Revocation lists,
//! time stamps and chains are deliberately absent: trust is a fingerprint that was handed over on stamped paper.

mod attachments;
mod cms;
mod coverage;
mod fault;
mod identity;
mod sign;
mod verify;

use chrono::{DateTime, FixedOffset};
use zhibu_core::outside::{CertificateView, Identity, Seal, SealError, Verdict};

/// Signs PDFs and judges signed ones.
#[derive(Debug, Clone, Copy, Default)]
pub struct PdfSeal;

impl Seal for PdfSeal {
    fn new_identity(&self, branch: &str, now: DateTime<FixedOffset>, years: u32) -> Result<Identity, SealError> {
        identity::create(branch, now, years)
    }

    fn certificate(&self, bytes: &[u8]) -> Result<CertificateView, SealError> {
        identity::read(bytes)
    }

    fn certificate_pem(&self, certificate: &[u8]) -> Result<String, SealError> {
        self.certificate(certificate).map(|_| identity::certificate_pem(certificate))
    }

    fn sign(
        &self,
        pdf: &[u8],
        identity: &Identity,
        reason: &str,
        at: DateTime<FixedOffset>,
    ) -> Result<Vec<u8>, SealError> {
        sign::sign(pdf, identity, reason, at)
    }

    fn verify(&self, pdf: &[u8], trusted: &[String]) -> Verdict {
        verify::verify(pdf, trusted)
    }
}

/// Anything that keeps a signature from being made, for the log.
fn failed(error: impl std::fmt::Display) -> SealError {
    SealError::Failed(error.to_string())
}

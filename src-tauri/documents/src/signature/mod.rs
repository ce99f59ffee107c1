//! Signed reports: PAdES B-B over one PDF, with ECDSA P-256 and SHA-256; and signed content in one file (`enclosed.rs`).
//!
//! Architecture invariant: a verdict is stricter than other tools'. The newest signature must cover every byte of
//! the file as it is, in one way of writing only; nothing is read from outside of what it covers. Below it there may be one
//! other, when the newest is a superior's receipt: then it adds itself and nothing else (`addition.rs`), and all that is
//! read is what the branch signed. Revocation lists,
//! time stamps and authorities are deliberately absent: trust is a fingerprint that was handed over on stamped paper. A certificate that
//! takes another's place brings the old key's word for it (`renewal.rs`).

mod addition;
mod attachments;
mod cms;
mod coverage;
mod enclosed;
mod fault;
#[cfg(test)]
mod hostile_tests;
mod identity;
mod pdf;
mod renewal;
mod sign;
mod state;
mod syntax;
mod verify;

use std::panic::catch_unwind;

use chrono::{DateTime, FixedOffset};
use zhibu_core::outside::{Broken, CertificateView, Disclosed, Identity, Renewal, Seal, SealError, Verdict};

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

    fn renew(&self, old: &Identity, new: &Identity, at: DateTime<FixedOffset>) -> Result<Renewal, SealError> {
        renewal::make(old, new, at)
    }

    fn renewed(&self, renewal: &Renewal) -> Option<CertificateView> {
        // The certificate's reader is other people's code on a stranger's bytes.
        catch_unwind(|| renewal::check(renewal)).ok().flatten()
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

    fn enclose(&self, content: &[u8], identity: &Identity) -> Result<Vec<u8>, SealError> {
        enclosed::enclose(content, identity)
    }

    fn disclose(&self, file: &[u8]) -> Result<Disclosed, Broken> {
        // As above.
        catch_unwind(|| enclosed::disclose(file)).unwrap_or(Err(Broken::Foreign))
    }

    fn verify(&self, file: &[u8]) -> Verdict {
        verify::verify(file)
    }
}

/// Anything that keeps a signature from being made, for the log.
fn failed(error: impl std::fmt::Display) -> SealError {
    SealError::Failed(error.to_string())
}

//! The branch's key and certificate, and whom it trusts.

mod paper;

pub use paper::EnrolmentSheet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::outside::{CertificateView, FileToken};

/// The branch's certificate and the certificates it trusts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SigningView {
    /// Our own.
    pub own: CertificateView,
    /// Trusted signers, by name.
    pub trusted: Vec<TrustedSigner>,
}

/// A certificate that this file trusts: a lower branch's, or our own at the superior's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrustedSigner {
    /// 64 upper-case hex digits.
    pub fingerprint: String,
    /// Whose it is, as entered.
    pub name: String,
}

/// Trusts a fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrustRequest {
    /// 64 hex digits; spaces and colons are ignored.
    pub fingerprint: String,
    /// Whose it is.
    pub name: String,
}

/// Saves our certificate as PEM, for the superior.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CertificateExportRequest {
    /// Where to.
    pub file: FileToken,
}

// --- handlers still to be written; each moves to its own file
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn get(
    desk: &mut crate::desk::Desk<'_>,
    request: crate::commands::Nothing,
) -> Result<SigningView, crate::problem::Invalid> {
    let _ = (desk, request);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn trust(
    desk: &mut crate::desk::Desk<'_>,
    request: TrustRequest,
) -> Result<crate::vault::Done<SigningView>, crate::problem::Invalid> {
    let _ = (desk, request);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn distrust(
    desk: &mut crate::desk::Desk<'_>,
    request: String,
) -> Result<crate::vault::Done<SigningView>, crate::problem::Invalid> {
    let _ = (desk, request);
    Err(crate::problem::Invalid::default())
}
#[allow(missing_docs, clippy::missing_errors_doc)]
pub fn export_certificate(
    desk: &mut crate::desk::Desk<'_>,
    request: CertificateExportRequest,
) -> Result<crate::papers::Saved, crate::problem::Invalid> {
    let _ = (desk, request);
    Err(crate::problem::Invalid::default())
}

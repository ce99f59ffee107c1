//! The branch's key and certificate, and whom it trusts.

mod certificate;
mod error;
mod get;
mod paper;
mod store;
mod trust;

pub use certificate::export_certificate;
pub use error::SigningError;
pub use get::{enrolment_sheet, get};
pub use paper::EnrolmentSheet;
pub use store::{identity, trusted, trusted_fingerprints};
pub use trust::{distrust, trust};

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

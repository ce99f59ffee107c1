//! Certificates and trust on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::outside::{CertificateView, FileToken};

/// With what the QR code of an enrolment sheet begins; the fingerprint follows.
pub(super) const QR: &str = "zhibu-cert:";

/// The branch's certificate and the certificates it trusts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SigningView {
    /// Our own, the newest.
    pub own: CertificateView,
    /// Whether it can sign.
    pub state: CertificateState,
    /// What is to be done about it, a Chinese sentence; `None` where all is well.
    pub note: Option<String>,
    /// Those that it took the place of, the newest first.
    pub replaced: Vec<CertificateView>,
    /// Trusted signers, by name.
    pub trusted: Vec<TrustedSigner>,
}

/// Whether the branch's certificate can sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CertificateState {
    /// It can.
    Good,
    /// It can, but it is time to renew it.
    EndsSoon,
    /// Its time is over.
    Expired,
    /// Its time has not come: the clock was ahead when it was made.
    NotYetValid,
    /// The branch has taken another name since.
    OtherName,
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

/// Reads certificate files that branches handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CertificatesRequest {
    pub files: Vec<FileToken>,
}

/// What a file is that should be a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CertificateFile {
    /// File name without folder.
    pub file: String,
    /// What it says; `None` when it is no certificate.
    pub certificate: Option<CertificateView>,
}

/// Saves our certificate as PEM, for the superior.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CertificateExportRequest {
    pub file: FileToken,
}

//! What can go wrong with keys and trust.

use super::CertificateState;
use crate::files::FileError;
use crate::outside::SealError;
use crate::problem::{Explain, Invalid};
use crate::vault::VaultError;

/// What can go wrong with keys and trust.
#[derive(Debug, thiserror::Error)]
pub enum SigningError {
    /// The signature maker.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The certificate cannot sign now: its state, and the sentence about it. Nothing was stored.
    #[error("{1}；报告没有签名，也没有保存任何内容")]
    CannotSign(CertificateState, String),
    /// A renewal could not be written down.
    #[error("证书续期没有成功，没有保存任何内容：{0}")]
    Data(#[from] serde_json::Error),
    /// Fields of the request.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The file.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// A file beside it.
    #[error(transparent)]
    File(#[from] FileError),
}

impl Explain for SigningError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        Some(match self {
            Self::CannotSign(..) | Self::Data(_) => return None,
            Self::Seal(error) => error,
            Self::Invalid(error) => error,
            Self::Vault(error) => error,
            Self::File(error) => error,
        })
    }

    fn code(&self) -> &'static str {
        match self {
            Self::CannotSign(CertificateState::Expired, _) => "certificate_expired",
            Self::CannotSign(CertificateState::NotYetValid, _) => "certificate_not_yet_valid",
            Self::CannotSign(..) => "certificate_of_other_name",
            other => other.passed_on().map_or("internal", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::CannotSign(..) => Some("请到“报告报送”的“签名证书”页点“续期证书”，再回来签名".to_owned()),
            other => other.passed_on().and_then(Explain::hint),
        }
    }
}

impl Explain for SealError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotACertificate => "not_a_certificate",
            Self::Failed(_) => "signing_failed",
        }
    }
}

//! What can go wrong with keys and trust.

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
            Self::Seal(error) => error,
            Self::Invalid(error) => error,
            Self::Vault(error) => error,
            Self::File(error) => error,
        })
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

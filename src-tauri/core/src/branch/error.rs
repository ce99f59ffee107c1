//! What can go wrong with the branch's own data.

use crate::problem::{Explain, Invalid};
use crate::vault::VaultError;

/// What can go wrong with the branch's own data.
#[derive(Debug, thiserror::Error)]
pub enum BranchError {
    /// Fields of the request.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The file.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for BranchError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        Some(match self {
            Self::Invalid(error) => error,
            Self::Vault(error) => error,
        })
    }
}

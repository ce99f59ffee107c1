//! What can be wrong with a request about a disposal.

use crate::problem::{Explain, Invalid};
use crate::vault::VaultError;

/// Why a request about a disposal was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum DisposalError {
    /// Fields of the request are at fault.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// There is no such disposal.
    #[error("找不到这条处置记录，可能已被删除")]
    NoSuchDisposal,
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for DisposalError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Vault(error) => Some(error),
            Self::NoSuchDisposal => None,
        }
    }

    fn code(&self) -> &'static str {
        self.passed_on().map_or("no_such_disposal", Explain::code)
    }

    fn hint(&self) -> Option<String> {
        self.passed_on().map_or_else(|| Some("请重新打开这一页".to_owned()), Explain::hint)
    }
}

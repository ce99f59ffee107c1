//! What can be wrong with setting a line aside.

use crate::problem::{Explain, Invalid};
use crate::vault::VaultError;

/// Why a line of the home page was not set aside or put back; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum HomeError {
    /// Fields of the request are at fault.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// It is on the home page already.
    #[error("这条提醒已经在首页上了，没有改动")]
    NotAside,
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for HomeError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Vault(error) => Some(error),
            Self::NotAside => None,
        }
    }

    fn code(&self) -> &'static str {
        self.passed_on().map_or("not_aside", Explain::code)
    }

    fn hint(&self) -> Option<String> {
        self.passed_on().map_or_else(|| Some("请重新打开首页".to_owned()), Explain::hint)
    }
}

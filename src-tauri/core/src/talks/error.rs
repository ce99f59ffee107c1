//! What can be wrong with a request about a talk.

use crate::problem::{Explain, Invalid};
use crate::vault::VaultError;

/// Why a request about a talk was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum TalkError {
    /// Fields of the request are at fault.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// There is no such talk.
    #[error("找不到这次谈话，可能已被删除")]
    NoSuchTalk,
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for TalkError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Vault(error) => Some(error),
            Self::NoSuchTalk => None,
        }
    }

    fn code(&self) -> &'static str {
        self.passed_on().map_or("no_such_talk", Explain::code)
    }

    fn hint(&self) -> Option<String> {
        self.passed_on().map_or_else(|| Some("请重新打开这一页".to_owned()), Explain::hint)
    }
}

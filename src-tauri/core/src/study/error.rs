//! What can be wrong with a request about study.

use crate::problem::{Explain, Invalid};
use crate::vault::VaultError;

/// Why a request about study was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum StudyError {
    /// Fields of the request are at fault.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// There is no such session.
    #[error("找不到这次学习，可能已被删除")]
    NoSuchSession,
    /// There is no such member.
    #[error("名册里没有这个人，可能已被撤销")]
    NoSuchMember,
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for StudyError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Vault(error) => Some(error),
            Self::NoSuchSession | Self::NoSuchMember => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchMember => "member_not_found",
            other => other.passed_on().map_or("no_such_session", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        self.passed_on().map_or_else(|| Some("请回到列表重新打开".to_owned()), Explain::hint)
    }
}

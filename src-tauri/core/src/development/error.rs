//! What can go wrong in this room.

use crate::problem::{Explain, FieldProblem, Invalid};
use crate::vault::VaultError;

/// Why a command of this room was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum DevelopmentError {
    /// Fields that cannot be accepted.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// There is no such file.
    #[error("没有找到这份发展党员档案，可能刚被撤销")]
    NotFound,
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for DevelopmentError {
    fn code(&self) -> &'static str {
        match self {
            Self::Invalid(error) => error.code(),
            Self::NotFound => "development_file_not_found",
            Self::Vault(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Invalid(error) => error.hint(),
            Self::NotFound => Some("请回到发展党员列表重新打开".to_owned()),
            Self::Vault(error) => error.hint(),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::Invalid(error) => error.fields(),
            Self::NotFound | Self::Vault(_) => Vec::new(),
        }
    }
}

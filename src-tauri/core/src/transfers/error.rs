//! What can be wrong with a request about a transfer.

use crate::problem::{Explain, Invalid};
use crate::roster::RosterError;
use crate::vault::VaultError;

/// Why a request about a transfer was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    /// Fields of the request are at fault.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// There is no such transfer.
    #[error("找不到这次转接，可能已被撤销")]
    NotFound,
    /// 回执 is for someone who was accepted.
    #[error("还没有接收，不能出具回执")]
    NotAccepted,
    /// 介绍信 is for someone who goes, 回执 for someone who came.
    #[error("这次转接没有这份文书")]
    NoSuchPaper,
    /// The roster refused.
    #[error(transparent)]
    Roster(#[from] RosterError),
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for TransferError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        Some(match self {
            Self::Invalid(error) => error,
            Self::Roster(error) => error,
            Self::Vault(error) => error,
            Self::NotFound | Self::NotAccepted | Self::NoSuchPaper => return None,
        })
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "transfer_not_found",
            Self::NotAccepted => "transfer_not_accepted",
            Self::NoSuchPaper => "no_such_paper",
            _ => self.passed_on().map_or("internal", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::NotFound => Some("请回到组织关系列表重新打开".to_owned()),
            Self::NotAccepted => Some("请先登记接收，再打印回执".to_owned()),
            _ => self.passed_on().and_then(Explain::hint),
        }
    }
}

//! What can go wrong with the branch's own data.

use crate::problem::{Explain, Invalid};
use crate::roster::{Member, RosterError};
use crate::vault::VaultError;

/// What can go wrong with the branch's own data.
#[derive(Debug, thiserror::Error)]
pub enum BranchError {
    /// Fields of the request.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// No such unit, group, term …
    #[error("这一项已经不在了，可能已被撤销或删除")]
    NotFound,
    /// Members belong to it: how many, and their names.
    #[error("还有 {0} 名党员在这里，不能删除：{1}")]
    HasMembers(usize, String),
    /// The roster refused.
    #[error(transparent)]
    Roster(#[from] RosterError),
    /// The file.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl BranchError {
    /// Says who is still there; of many the first ones.
    pub(super) fn has_members(members: &[&Member]) -> Self {
        const NAMED: usize = 10;
        let names: Vec<_> = members.iter().take(NAMED).map(|member| member.record.name.as_str()).collect();
        let rest = if members.len() > NAMED { " 等" } else { "" };
        Self::HasMembers(members.len(), names.join("、") + rest)
    }
}

impl Explain for BranchError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Roster(error) => Some(error),
            Self::Vault(error) => Some(error),
            Self::NotFound | Self::HasMembers(..) => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "branch_entry_not_found",
            Self::HasMembers(..) => "has_members",
            Self::Invalid(error) => error.code(),
            Self::Roster(error) => error.code(),
            Self::Vault(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::NotFound => "请重新打开这一页",
            Self::HasMembers(..) => "请先在党员名册里把他们调到别处，再来删除",
            Self::Invalid(error) => return error.hint(),
            Self::Roster(error) => return error.hint(),
            Self::Vault(error) => return error.hint(),
        };
        Some(hint.to_owned())
    }
}

//! What can be wrong with a request about dues.

use crate::files::FileError;
use crate::outside::SheetError;
use crate::problem::{Explain, Invalid};
use crate::vault::VaultError;

/// Why a request about dues was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum DuesError {
    /// Fields of the request are at fault.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// What is to be changed is gone.
    #[error("找不到这条党费记录，可能已被删除，没有保存任何内容")]
    NotFound,
    /// There is no such member.
    #[error("名册里没有这个人，可能已被撤销")]
    NoSuchMember,
    /// There is nothing to put on paper.
    #[error("{0}没有应交党费的党员，没有可打印的内容")]
    NobodyOwes(String),
    /// A chosen file cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// Not a sheet that can be read or written.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for DuesError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::File(error) => Some(error),
            Self::Sheet(error) => Some(error),
            Self::Vault(error) => Some(error),
            Self::NotFound | Self::NoSuchMember | Self::NobodyOwes(_) => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchMember => "member_not_found",
            Self::NobodyOwes(_) => "nobody_owes_dues",
            other => other.passed_on().map_or("no_such_dues", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::NobodyOwes(_) => Some("请先在“党费基数”里核定每名党员的基数".to_owned()),
            Self::Sheet(SheetError::Encrypted) => Some("微信的账单请先用收到的解压密码解压，再选里面的文件".to_owned()),
            other => other.passed_on().map_or_else(|| Some("请重新打开这一页".to_owned()), Explain::hint),
        }
    }
}

//! What can be wrong with a request about the superior's tables.

use crate::files::FileError;
use crate::outside::BlankError;
use crate::problem::{Explain, Invalid};
use crate::vault::VaultError;

/// Why a request about the superior's tables was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum ReturnError {
    /// Fields of the request are at fault.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// There is no such table.
    #[error("找不到这张表，可能已被删除，没有保存任何内容")]
    NoSuchTemplate,
    /// No sheet has a header with anything that the program knows.
    #[error("这张表里没有认得出的表头，没有保存任何内容")]
    NothingKnown,
    /// People stand in it already.
    #[error("工作表“{sheet}”第 {row} 行已经填有内容，没有保存任何内容")]
    NotEmpty {
        /// The sheet's name.
        sheet: String,
        /// From 1.
        row: u32,
    },
    /// It cannot be filled in.
    #[error(transparent)]
    Blank(#[from] BlankError),
    /// A chosen file cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The report could not be built from which figures are taken.
    #[error(transparent)]
    Report(#[from] crate::reports::ReportError),
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for ReturnError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::File(error) => Some(error),
            Self::Report(error) => Some(error),
            Self::Vault(error) => Some(error),
            Self::Blank(BlankError::Sheet(error)) => Some(error),
            Self::NoSuchTemplate | Self::NothingKnown | Self::NotEmpty { .. } | Self::Blank(_) => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NothingKnown => "no_known_header",
            Self::NotEmpty { .. } => "table_not_empty",
            Self::Blank(BlankError::OtherFormat) => "not_xlsx",
            Self::Blank(BlankError::Encrypted) => "encrypted",
            Self::Blank(BlankError::Macros) => "has_macros",
            other => other.passed_on().map_or("no_such_return", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::NoSuchTemplate => "请回到“上级的表”重新打开",
            Self::NothingKnown => "请确认选的是带表头的空白表；表头要写明“姓名”“党支部名称”这类栏目",
            Self::NotEmpty { .. } => "请向上级要一份空白表，或者把表里已填的内容清空，再导入",
            Self::Blank(BlankError::OtherFormat) => "请在 WPS 或 Excel 里另存为 .xlsx，再导入",
            Self::Blank(BlankError::Encrypted) => "请在 WPS 或 Excel 里取消打开密码，再导入",
            Self::Blank(BlankError::Macros) => "请在 WPS 或 Excel 里另存为不带宏的 .xlsx，再导入",
            other => return other.passed_on().and_then(Explain::hint),
        };
        Some(hint.to_owned())
    }
}

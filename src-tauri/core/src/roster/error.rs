//! What the roster refuses, in the user's words.

use crate::desk::Cancelled;
use crate::files::FileError;
use crate::outside::SheetError;
use crate::problem::{Explain, FieldProblem, Invalid};
use crate::vault::VaultError;

/// What can go wrong in the roster.
#[derive(Debug, thiserror::Error)]
pub enum RosterError {
    /// Fields that cannot be accepted.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// No such member.
    #[error("名册里没有这个人，可能已被撤销")]
    NotFound,
    /// The chosen file can no longer be read.
    #[error("选中的文件读不到了，没有读入任何内容")]
    FileGone,
    /// Not a sheet that can be read.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// No row of the sheet looks like a roster's header.
    #[error("表格里没有找到“姓名”一栏，没有读入任何内容")]
    NoNameColumn,
    /// The file is not the one that was previewed.
    #[error("文件在核对之后有改动，没有导入任何内容")]
    FileChanged,
    /// Every row came in.
    #[error("没有要另存的行：每一行都导入了")]
    NoProblemRows,
    /// The list to be exported is empty.
    #[error("这份名单里没有人，没有导出")]
    NobodyListed,
    /// A file could not be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The user stopped it.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for RosterError {
    fn code(&self) -> &'static str {
        match self {
            Self::Invalid(error) => error.code(),
            Self::NotFound => "member_not_found",
            Self::FileGone => "file_gone",
            Self::Sheet(error) => error.code(),
            Self::NoNameColumn => "no_name_column",
            Self::FileChanged => "file_changed",
            Self::NoProblemRows => "no_problem_rows",
            Self::NobodyListed => "nobody_listed",
            Self::File(error) => error.code(),
            Self::Cancelled(_) => "cancelled",
            Self::Vault(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Invalid(error) => return error.hint(),
            Self::Vault(error) => return error.hint(),
            Self::File(error) => return error.hint(),
            Self::NotFound | Self::NoProblemRows | Self::Cancelled(_) => return None,
            Self::NobodyListed => "请先清除查找和筛选，再导出",
            Self::FileGone => "请重新选择文件",
            Self::Sheet(SheetError::Encrypted) => "请在表格软件中取消密码、另存一份再导入",
            Self::Sheet(_) => "请在表格软件中打开核对，另存为 .xlsx 再导入",
            Self::NoNameColumn => "请核对是否选对了文件和工作表；表头一行应有“姓名”，没有的可以自己指定",
            Self::FileChanged => "请重新核对一次再导入",
        };
        Some(hint.to_owned())
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::Invalid(error) => error.fields(),
            _ => Vec::new(),
        }
    }
}

//! What can be wrong with a request about the library.

use crate::files::FileError;
use crate::outside::SheetError;
use crate::problem::{Explain, Invalid};
use crate::vault::VaultError;

/// Why a request about the library was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// Fields of the request are at fault.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// There is no such document.
    #[error("文库里没有这份文件，可能已被删除")]
    NoSuchDocument,
    /// It is in use, at these places.
    #[error("《{title}》没有删除，这些地方在用它：{}", .places.join("；"))]
    Used {
        /// Of the document.
        title: String,
        /// Where, in words.
        places: Vec<String>,
    },
    /// There is no such session, topic or meeting.
    #[error("找不到要附材料的学习或会议，可能已被删除，没有保存")]
    NoSuchPlace,
    /// The sheet could not be made.
    #[error(transparent)]
    Sheet(SheetError),
    /// The file could not be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for LibraryError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Sheet(error) => Some(error),
            Self::File(error) => Some(error),
            Self::Vault(error) => Some(error),
            Self::NoSuchDocument | Self::Used { .. } | Self::NoSuchPlace => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Used { .. } => "document_in_use",
            Self::NoSuchPlace => "no_such_place",
            other => other.passed_on().map_or("no_such_document", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Used { .. } => Some("请先在那里取下这份文件，再删除".to_owned()),
            other => other.passed_on().map_or_else(|| Some("请回到文库重新打开".to_owned()), Explain::hint),
        }
    }
}

//! What can be wrong with a request about an attachment.

use crate::files::FileError;
use crate::outside::PictureError;
use crate::problem::Explain;
use crate::vault::VaultError;

/// Why a request about an attachment was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum AttachmentError {
    /// There is no such attachment.
    #[error("找不到这个附件，可能已被删除")]
    NoSuchAttachment,
    /// There is no such record to keep files with.
    #[error("找不到这条记录，可能已被删除，文件没有加入")]
    NoSuchOwner,
    /// It is no picture, or its original was not kept.
    #[error("这个附件不能这样打开")]
    NothingToShow,
    /// Nothing is in the file.
    #[error("“{0}”是空文件，没有加入任何附件")]
    Empty(String),
    /// One of the photos cannot be kept.
    #[error("“{0}”没有加入，其余文件也没有加入：{1}")]
    Picture(String, PictureError),
    /// The file.
    #[error(transparent)]
    File(#[from] FileError),
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for AttachmentError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::File(error) => Some(error),
            Self::Vault(error) => Some(error),
            _ => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchAttachment => "no_such_attachment",
            Self::NoSuchOwner => "no_such_owner",
            Self::NothingToShow => "nothing_to_show",
            Self::Empty(_) => "empty_file",
            Self::Picture(_, error) => error.code(),
            Self::File(error) => error.code(),
            Self::Vault(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::NoSuchAttachment | Self::NoSuchOwner => "请重新打开这一页",
            Self::NothingToShow => "请用“保存到电脑”存出来再打开",
            Self::Empty(_) => "请换一个文件",
            Self::Picture(_, error) => return error.hint(),
            Self::File(error) => return error.hint(),
            Self::Vault(error) => return error.hint(),
        };
        Some(hint.to_owned())
    }
}

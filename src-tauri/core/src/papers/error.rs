//! Why no paper came out.

use crate::appraisal::AppraisalError;
use crate::desk::Cancelled;
use crate::files::FileError;
use crate::meetings::MeetingError;
use crate::outside::{TypesetError, WordError};
use crate::problem::{Explain, Invalid};
use crate::roster::RosterError;
use crate::vault::VaultError;

/// Why no paper came out. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The typesetter.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    /// The Word document.
    #[error(transparent)]
    Word(#[from] WordError),
    /// It is no letter or form that people go on writing in.
    #[error("这种文件只能保存为 PDF")]
    PdfOnly,
    /// Its room cannot draw it.
    #[error("{0}")]
    Room(Box<dyn Explain + Send + Sync>),
    /// More people than one paper can hold.
    #[error("这份名单有 {people} 人，一次最多打印 {most} 人")]
    TooMany {
        /// How many it would be.
        people: usize,
        /// How many it can be.
        most: usize,
    },
    /// More people than the attendance of one volume can hold.
    #[error("到会统计表有 {people} 人，一册最多装订 {most} 人")]
    TooManyToBind {
        /// How many it would be.
        people: usize,
        /// How many it can be.
        most: usize,
    },
    /// More pictures than one paper can hold: so many.
    #[error("照片和扫描件超过 {0} 张，一册装不下")]
    TooManyPictures(usize),
    /// Something in the request is not as it should be.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The user asked to stop.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The vault.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The file to be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The system's printing.
    #[error("没能打印：{0}")]
    Printing(String),
}

impl PaperError {
    /// A room's own error.
    pub(super) fn of_room(error: impl Explain + Send + Sync + 'static) -> Self {
        Self::Room(Box::new(error))
    }
}

/// The rooms that the shared papers draw on.
macro_rules! of_rooms {
    ($($error:ty),+) => {
        $( impl From<$error> for PaperError {
            fn from(error: $error) -> Self {
                Self::of_room(error)
            }
        } )+
    };
}
of_rooms!(RosterError, MeetingError, AppraisalError);

impl Explain for PaperError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        Some(match self {
            Self::Typeset(error) => error,
            Self::Word(error) => error,
            Self::Room(error) => error.as_ref(),
            Self::Vault(error) => error,
            Self::File(error) => error,
            Self::Invalid(error) => error,
            Self::PdfOnly
            | Self::TooMany { .. }
            | Self::TooManyToBind { .. }
            | Self::TooManyPictures(_)
            | Self::Cancelled(_)
            | Self::Printing(_) => {
                return None;
            }
        })
    }

    fn code(&self) -> &'static str {
        match self {
            Self::PdfOnly => "pdf_only",
            Self::TooMany { .. } => "too_many",
            Self::TooManyToBind { .. } => "too_many_to_bind",
            Self::TooManyPictures(_) => "too_many_pictures",
            Self::Cancelled(_) => "cancelled",
            _ => self.passed_on().map_or("printing", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::PdfOnly => Some("请改为保存 PDF".to_owned()),
            Self::TooMany { .. } => Some("请先按党小组、所在单位等缩小范围，再分几次打印".to_owned()),
            Self::TooManyToBind { .. } => Some("请去掉到会统计表，再合订一次".to_owned()),
            Self::TooManyPictures(_) => Some("请去掉会议照片或者签到表扫描件，再合订一次".to_owned()),
            _ => self.passed_on().and_then(Explain::hint),
        }
    }
}

impl Explain for WordError {
    fn code(&self) -> &'static str {
        "word_failed"
    }

    fn hint(&self) -> Option<String> {
        Some("请改为保存 PDF".to_owned())
    }
}

impl Explain for TypesetError {
    fn code(&self) -> &'static str {
        match self {
            Self::MissingGlyphs(_) => "missing_glyphs",
            Self::Failed(_) => "typesetting_failed",
        }
    }

    fn hint(&self) -> Option<String> {
        matches!(self, Self::MissingGlyphs(_))
            .then(|| "请安装含有该字的字体（如“遍黑体”“花园明朝”），或核对这个字是否录入有误".to_owned())
    }
}

//! Pictures made fit to be kept or printed.

use std::sync::atomic::AtomicBool;

use crate::problem::Explain;

/// Makes pictures fit to be kept or printed.
pub trait Picture: Send + Sync {
    /// The picture of a JPEG, PNG or WebP file, whatever its name, as a JPEG: upright, no wider and no higher than `edge`
    /// pixels, and without anything else that the file said: place, camera, time.
    ///
    /// # Errors
    /// [`PictureError`] says in one sentence why it cannot be kept.
    fn shrink(&self, bytes: &[u8], edge: u32) -> Result<Vec<u8>, PictureError>;

    /// The pages of a scanned PDF as JPEGs, the longer side `edge` pixels. Setting `cancelled` ends it at once.
    ///
    /// # Errors
    /// [`PictureError`]; then none of its pages.
    fn pages(&self, pdf: &[u8], edge: u32, cancelled: &AtomicBool) -> Result<Vec<Vec<u8>>, PictureError>;
}

/// Why a picture cannot be kept, or a scan not be printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// It cannot be told what it is; or no PDF where one is read.
    #[error("这不是可以识别的照片，没有保存任何内容")]
    NotAPicture,
    /// A picture of a kind that is not read.
    #[error("这是{is}，本程序读不了，没有保存任何内容")]
    Foreign {
        /// What it is called.
        is: &'static str,
        /// What to do.
        hint: &'static str,
    },
    /// No picture at all, but it can be told what.
    #[error("这是{is}，没有保存任何内容")]
    Document {
        /// What it is called.
        is: &'static str,
        /// What to do.
        hint: &'static str,
    },
    /// More than a camera gives; refused before it is unpacked.
    #[error("这张照片太大（{0}），没有保存任何内容")]
    TooLarge(String),
    /// Its end is missing.
    #[error("这张照片不完整，文件后半截丢失了，没有保存任何内容")]
    CutOff,
    /// Damaged.
    #[error("这张照片读不出来，文件可能已损坏，没有保存任何内容：{0}")]
    Failed(String),
}

impl PictureError {
    /// Whether the file is a picture that cannot be kept, and not something else.
    pub fn is_of_a_picture(&self) -> bool {
        !matches!(self, Self::NotAPicture | Self::Document { .. })
    }
}

impl Explain for PictureError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAPicture | Self::Foreign { .. } | Self::Document { .. } => "not_a_picture",
            Self::TooLarge(_) => "picture_too_large",
            Self::CutOff | Self::Failed(_) => "picture_failed",
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Foreign { hint, .. } | Self::Document { hint, .. } => hint,
            Self::NotAPicture => "请选 JPG 或 PNG 格式的照片，也可以用截图软件另存后再选",
            Self::TooLarge(_) => "请在手机或看图软件里改小（长边不超过 6000 像素），存为 JPG 再选",
            Self::CutOff => "请从手机或相机里重新拷贝、重新下载一次再选",
            Self::Failed(_) => "请在看图软件里打开看看，另存为 JPG 再选",
        };
        Some(hint.to_owned())
    }
}

//! What travels between the window and the room.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AttachmentOwner, Scan};
use crate::outside::FileToken;
use crate::values::titled;

/// Identifies an attachment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct AttachmentId(pub i64);

/// What an attachment is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentKind {
    /// 照片, printed with the meeting
    Photo,
    /// 签到表扫描件: a picture or a PDF
    SignInScan,
    /// 文件、扫描件 of any other record: a picture small, another file as it is
    #[default]
    File,
    /// Anything else of a meeting; kept as it is, never opened.
    Other,
}

titled! { AttachmentKind {
    Photo => "照片",
    SignInScan => "签到表扫描件",
    File => "文件",
    Other => "附件",
} }

/// An attachment without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AttachmentRow {
    pub id: AttachmentId,
    /// Whose it is.
    pub owner: AttachmentOwner,
    /// What it is.
    pub kind: AttachmentKind,
    /// Name of the file it came from.
    pub name: String,
    /// What it shows, in the secretary's own words.
    pub caption: String,
    /// Bytes kept.
    pub bytes: u64,
    /// It can be shown as a picture.
    pub is_picture: bool,
    /// The file it was made of is kept too.
    pub has_original: bool,
    /// What is written in it was read, and can be shown.
    pub has_text: bool,
}

impl AttachmentRow {
    /// Whether a page can show it, as far as its name tells.
    pub(crate) fn is_printable(&self) -> bool {
        is_printable(self.is_picture, &self.name)
    }
}

impl Scan {
    /// As [`AttachmentRow::is_printable`].
    pub(crate) fn is_printable(&self) -> bool {
        is_printable(self.is_picture, &self.name)
    }
}

fn is_printable(is_picture: bool, name: &str) -> bool {
    is_picture || name.to_lowercase().ends_with(".pdf")
}

/// Adds files to a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttachmentAddRequest {
    pub owner: AttachmentOwner,
    /// What they are.
    #[serde(default)]
    pub kind: AttachmentKind,
    /// Which files.
    pub files: Vec<FileToken>,
    /// Keeps photos as they came too, beside the small ones.
    #[serde(default)]
    pub keep_originals: bool,
}

/// Says what an attachment shows and where in the order it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttachmentSaveRequest {
    pub id: AttachmentId,
    /// What it shows.
    pub caption: String,
    /// Its place among those of its kind, from 0; `None` leaves it where it is.
    #[serde(default)]
    pub position: Option<u32>,
}

/// A picture for the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AttachmentPicture {
    /// `data:image/jpeg;base64,…`
    pub url: String,
}

/// What is written in an attachment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AttachmentText {
    pub text: String,
}

/// Saves an attachment to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttachmentExportRequest {
    pub id: AttachmentId,
    /// The file it was made of, where that is kept.
    #[serde(default)]
    pub original: bool,
    pub file: FileToken,
}

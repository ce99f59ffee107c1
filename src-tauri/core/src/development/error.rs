//! What can go wrong in this room.

use crate::desk::Cancelled;
use crate::files::FileError;
use crate::outside::{PictureError, SheetError};
use crate::problem::{Explain, FieldProblem, Invalid};
use crate::roster::RosterError;
use crate::vault::VaultError;

/// Why a command of this room was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum DevelopmentError {
    /// Fields that cannot be accepted.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// What can hardly have been so; the request can insist.
    #[error("有 {} 处不合常理，还没有保存：{}", .0.len(), .0.iter().map(|f| f.message.as_str()).collect::<Vec<_>>().join("；"))]
    Unlikely(Vec<FieldProblem>),
    /// There is no such entry.
    #[error("没有找到这条登记，可能刚被撤销")]
    NoSuchEntry,
    /// The roster says already what the file says.
    #[error("名册已经和档案一致，没有要登记的")]
    NothingForRoster,
    /// Others issue that paper, or there is none of that code.
    #[error("“{0}”这份材料不由支部起草，程序没有它的表样")]
    NoForm(String),
    /// The roster refused.
    #[error(transparent)]
    Roster(#[from] RosterError),
    /// The user stopped it.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// A scan that cannot be kept.
    #[error("“{0}”没有加入，其余扫描件也没有加入：{1}")]
    Scan(String, PictureError),
    /// It cannot be told of which paper a scan is.
    #[error("看不出“{0}”是哪一份材料，没有加入任何扫描件")]
    WhichPaper(String),
    /// There is no such scanned page.
    #[error("找不到这一页扫描件，可能刚被删去")]
    NoSuchScan,
    /// A file beside the vault.
    #[error(transparent)]
    File(#[from] FileError),
    /// No spreadsheet came out.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// There is no such file.
    #[error("没有找到这份发展党员档案，可能刚被撤销")]
    NotFound,
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for DevelopmentError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Roster(error) => Some(error),
            Self::File(error) => Some(error),
            Self::Sheet(error) => Some(error),
            Self::Vault(error) => Some(error),
            _ => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Unlikely(_) => "development_unlikely",
            Self::NoSuchEntry => "development_entry_not_found",
            Self::NothingForRoster => "development_nothing_for_roster",
            Self::NoForm(_) => "development_form_unknown",
            Self::NotFound => "development_file_not_found",
            Self::Scan(_, error) => error.code(),
            Self::WhichPaper(_) => "development_which_paper",
            Self::NoSuchScan => "development_scan_not_found",
            Self::Cancelled(_) => "cancelled",
            _ => self.passed_on().map_or("internal", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Unlikely(_) => Some("请先核对；确实如此的，可以照样保存，以后体检时会指出来".to_owned()),
            Self::NoSuchEntry => Some("请重新打开这份档案".to_owned()),
            Self::NothingForRoster | Self::NoForm(_) => None,
            Self::NotFound => Some("请回到发展党员列表重新打开".to_owned()),
            Self::Scan(_, error) => error.hint(),
            Self::WhichPaper(_) => {
                Some("请在文件名前面写上材料编号，例如“1-1 第1页.jpg”，或者打开那份材料再加入".to_owned())
            }
            Self::NoSuchScan => Some("请重新打开这份档案".to_owned()),
            _ => self.passed_on().and_then(Explain::hint),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::Unlikely(fields) => fields.clone(),
            _ => self.passed_on().map(Explain::fields).unwrap_or_default(),
        }
    }
}

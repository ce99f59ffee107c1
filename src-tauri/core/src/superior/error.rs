//! What can go wrong on the superior's side.

use crate::files::FileError;
use crate::outside::{SealError, SheetError};
use crate::problem::{Explain, Invalid};
use crate::signing::SigningError;
use crate::vault::VaultError;

/// What can go wrong on the superior's side. What was taken before is kept.
#[derive(Debug, thiserror::Error)]
pub enum SuperiorError {
    /// The open file is a branch's.
    #[error("打开的是党支部的档案，这件事要在上级党组织的档案里做；没有改动任何内容")]
    NotSuperior,
    /// There is no such branch.
    #[error("找不到这个支部，可能已被删除")]
    NoSuchBranch,
    /// There is no such report.
    #[error("找不到这份报告，没有签收")]
    NoSuchReport,
    /// A branch with reports.
    #[error("“{0}”已经报送过报告，不能删除；没有改动任何内容")]
    HasReports(String),
    /// Letters of a paper.
    #[error("还有 {0} 个支部没有报送，一次最多排 {1} 份催报单；请打印未报名单，或者逐个打印")]
    TooManyLetters(usize, usize),
    /// Nobody is to be reminded.
    #[error("这个季度没有未报送的支部，不用催报")]
    NobodyMissing,
    /// Fields of the request.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The certificate.
    #[error(transparent)]
    Signing(#[from] SigningError),
    /// The signature maker.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The spreadsheet.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// A file beside the vault.
    #[error(transparent)]
    File(#[from] FileError),
    /// The vault.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// Figures could not be written down: a defect of ours.
    #[error("报告的数据没有写成，没有保存这一批：{0}")]
    Data(#[from] serde_json::Error),
}

impl Explain for SuperiorError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Signing(error) => Some(error),
            Self::Seal(error) => Some(error),
            Self::Sheet(error) => Some(error),
            Self::File(error) => Some(error),
            Self::Vault(error) => Some(error),
            Self::NotSuperior
            | Self::NoSuchBranch
            | Self::NoSuchReport
            | Self::HasReports(_)
            | Self::TooManyLetters(..)
            | Self::NobodyMissing
            | Self::Data(_) => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NotSuperior => "not_superior",
            Self::NoSuchBranch => "no_such_branch",
            Self::NoSuchReport => "no_such_report",
            Self::HasReports(_) => "has_reports",
            Self::TooManyLetters(..) => "too_many_letters",
            Self::NobodyMissing => "nobody_missing",
            Self::Data(_) => "report_data",
            other => other.passed_on().map_or("internal", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::NotSuperior => Some("请打开上级党组织的档案，或者新建一份".to_owned()),
            Self::NoSuchBranch | Self::NoSuchReport => Some("请重新打开这一页".to_owned()),
            Self::HasReports(_) => Some("以后不用再报的，请填写“报到哪个季度为止”".to_owned()),
            other => other.passed_on().and_then(Explain::hint),
        }
    }
}

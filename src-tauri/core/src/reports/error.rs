//! What can go wrong with a report.

use crate::files::FileError;
use crate::outside::{SealError, SheetError, TypesetError};
use crate::problem::{Explain, FieldProblem};
use crate::signing::SigningError;
use crate::values::Quarter;
use crate::vault::VaultError;

/// What can go wrong with a report. Signed versions are never touched.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The quarter has not begun.
    #[error("{} 还没有开始，不能签名", .0.title())]
    NotBegun(Quarter),
    /// A correction says why.
    #[error("{} 已经签名报送过，更正时请写明原因", .0.title())]
    ReasonNeeded(Quarter),
    /// No such version.
    #[error("找不到这一版报告")]
    NoSuchVersion,
    /// The typesetter.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    /// The signature maker.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The spreadsheet inside.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// The certificate.
    #[error(transparent)]
    Signing(#[from] SigningError),
    /// The vault.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// A file beside it.
    #[error(transparent)]
    File(#[from] FileError),
    /// `report.json` could not be written or read.
    #[error("报告数据的格式不对：{0}")]
    Data(#[from] serde_json::Error),
    /// The system's printing.
    #[error("没能打印：{0}")]
    Printing(String),
}

impl Explain for ReportError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Typeset(error) => Some(error),
            Self::Seal(error) => Some(error),
            Self::Signing(error) => Some(error),
            Self::Vault(error) => Some(error),
            Self::File(error) => Some(error),
            Self::Sheet(error) => Some(error),
            Self::NotBegun(_) | Self::ReasonNeeded(_) | Self::NoSuchVersion | Self::Data(_) | Self::Printing(_) => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NotBegun(_) => "quarter_not_begun",
            Self::ReasonNeeded(_) => "reason_needed",
            Self::NoSuchVersion => "no_such_version",
            Self::Data(_) => "report_data",
            Self::Printing(_) => "printing",
            other => other.passed_on().map_or("internal", Explain::code),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::ReasonNeeded(_) => vec![FieldProblem { field: "reason".to_owned(), message: self.to_string() }],
            other => other.passed_on().map(Explain::fields).unwrap_or_default(),
        }
    }
}

impl Explain for SheetError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotASheet | Self::OtherKind(_) => "not_a_sheet",
            Self::Empty => "empty_sheet",
            Self::Encrypted => "encrypted_sheet",
            Self::NoSuchSheet(_) => "no_such_sheet",
            Self::TooLarge(_) => "sheet_too_large",
            Self::Failed(_) => "sheet_failed",
        }
    }
}

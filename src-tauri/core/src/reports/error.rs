//! What can go wrong with a report.

use super::Unreadable;
use crate::files::FileError;
use crate::outside::{SealError, SheetError, TypesetError};
use crate::problem::{Explain, FieldProblem, Invalid};
use crate::signing::SigningError;
use crate::values::Period;
use crate::vault::VaultError;

/// What can go wrong with a report. Signed versions are never touched.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The period has not begun.
    #[error("{} 还没有开始，不能签名", .0.title())]
    NotBegun(Period),
    /// A correction says why.
    #[error("{} 已经签名报送过，更正时请写明原因", .0.title())]
    ReasonNeeded(Period),
    /// A signed report has counted what would be taken back or brought back.
    #[error("“{label}”已经写进{}的签名报告，{what}它要先写明原因；现在没有改动任何内容", titles(.periods))]
    Counted {
        /// 撤销 or 恢复
        what: &'static str,
        /// The change, as the log names it.
        label: String,
        /// The reports that would no longer agree with the records.
        periods: Vec<Period>,
    },
    /// It is not the file's passphrase.
    #[error("密码不对，没有签名；报告和已经填写的内容都还在")]
    WrongPassphrase,
    /// A field is not as it should be.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// What should be a receipt is none: why.
    #[error("这不是上级的签收回执，没有登记：{0}")]
    NotAReceipt(String),
    /// The report below the superior's signature is none of ours.
    #[error("这份签收不是给本支部存着的这一版报告的，没有登记")]
    ReceiptOfOther,
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
    /// The data of a signed version cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// `report.json` could not be written: a defect of ours.
    #[error("报告数据没有写成：{0}")]
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
            Self::Invalid(error) => Some(error),
            Self::File(error) => Some(error),
            Self::Sheet(error) => Some(error),
            Self::NotBegun(_)
            | Self::ReasonNeeded(_)
            | Self::WrongPassphrase
            | Self::Counted { .. }
            | Self::NotAReceipt(_)
            | Self::ReceiptOfOther
            | Self::NoSuchVersion
            | Self::Unreadable(_)
            | Self::Data(_)
            | Self::Printing(_) => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NotBegun(_) => "quarter_not_begun",
            Self::ReasonNeeded(_) => "reason_needed",
            Self::Counted { .. } => "signed_quarter",
            Self::WrongPassphrase => "wrong_passphrase",
            Self::NotAReceipt(_) => "not_a_receipt",
            Self::ReceiptOfOther => "receipt_of_other",
            Self::NoSuchVersion => "no_such_version",
            Self::Unreadable(_) | Self::Data(_) => "report_data",
            Self::Printing(_) => "printing",
            other => other.passed_on().map_or("internal", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Counted { periods, .. } => {
                Some(format!("写明原因后再做；做完以后，{}的报告要重新签名报送", titles(periods)))
            }
            Self::NotAReceipt(_) => Some("请选上级发回来的、名称里有“已签收”的那个 PDF 文件".to_owned()),
            Self::ReceiptOfOther => Some("请问上级签收的是不是本支部签名的原文件".to_owned()),
            Self::Unreadable(_) => Some("签名的文件本身还在，可以保存或打印".to_owned()),
            other => other.passed_on().and_then(Explain::hint),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::ReasonNeeded(_) | Self::Counted { .. } => {
                vec![FieldProblem { field: "reason".to_owned(), message: self.to_string() }]
            }
            Self::WrongPassphrase => {
                vec![FieldProblem { field: "passphrase".to_owned(), message: "密码不对".to_owned() }]
            }
            other => other.passed_on().map(Explain::fields).unwrap_or_default(),
        }
    }
}

fn titles(periods: &[Period]) -> String {
    periods.iter().map(|period| period.title()).collect::<Vec<_>>().join("、")
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

//! The quarterly report: built from the records, signed, frozen, verified.

mod build;
mod error;
mod get;
mod members;
mod model;
mod sign;
mod signed;
mod store;
mod undo;
mod verify;
mod words;

pub use build::build;
pub use error::ReportError;
pub use get::get;
pub use members::count as count_members;
pub use model::*;
pub use sign::sign;
pub use signed::{export, print};
pub use store::newest_version;
pub use undo::{UndoRequest, redo, undo};
pub use verify::{judge, verify};
pub use words::save_words;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::outside::FileToken;
use crate::values::Quarter;

/// Identifies a signed version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct ReportVersionId(pub i64);

/// The secretary's own words for a quarter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportWords {
    /// 存在问题与整改
    pub problems: String,
    /// 下季度计划
    pub plan: String,
}

/// Saves the secretary's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportWordsRequest {
    /// Which quarter.
    pub quarter: Quarter,
    /// The words.
    pub words: ReportWords,
}

/// A quarter's report: what it would say now, and what was signed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ReportView {
    /// What it says now.
    pub report: QuarterlyReport,
    /// As entered.
    pub words: ReportWords,
    /// Signed versions, oldest first.
    pub versions: Vec<ReportVersion>,
    /// The records no longer agree with the newest signed version.
    pub differs_from_signed: bool,
    /// Sections with their state, for the list at the left.
    pub sections: Vec<ReportSection>,
}

/// One section of the report in the check list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportSection {
    /// 隶属关系, 党员人数 …
    pub title: String,
    /// What is missing, in Chinese; empty when complete.
    pub warnings: Vec<String>,
}

/// A signed report. It never changes; a correction is a new version with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportVersion {
    /// Which version.
    pub id: ReportVersionId,
    /// Which quarter.
    pub quarter: Quarter,
    /// 1, 2, …
    pub version: u32,
    /// When it was signed.
    pub signed_at: DateTime<FixedOffset>,
    /// Why it was corrected; `None` for version 1.
    pub reason: Option<String>,
    /// SHA-256 of the PDF, hex.
    pub sha256: String,
}

/// Signs a quarter's report and freezes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportSignRequest {
    /// Which quarter.
    pub quarter: Quarter,
    /// Required from version 2 on.
    pub reason: Option<String>,
}

/// Saves a signed version to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportExportRequest {
    /// Which version.
    pub id: ReportVersionId,
    /// Where to.
    pub file: FileToken,
}

/// Checks a report file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportVerifyRequest {
    /// Which file.
    pub file: FileToken,
}

/// The answer to "is this report genuine", as `zhibu-cli verify` prints it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct VerifyView {
    /// File name.
    pub file: String,
    /// The signature is sound and covers the whole file.
    pub valid: bool,
    /// Valid, and the certificate is trusted here.
    pub trusted: bool,
    /// Common name in the certificate.
    pub signer: Option<String>,
    /// SHA-256 of the certificate, 64 upper-case hex digits.
    pub fingerprint: Option<String>,
    /// The time the signer claims.
    pub signed_at: Option<DateTime<FixedOffset>>,
    /// The newest signature covers every byte.
    pub covers_whole_file: bool,
    /// One large sentence in Chinese.
    pub sentence: String,
    /// Machine-readable reason when not valid.
    pub fault: Option<String>,
    /// The data inside, when valid and a quarterly report.
    pub report: Option<QuarterlyReport>,
}

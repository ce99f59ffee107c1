//! Reports as the window asks for them and shows them.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{QuarterlyReport, ReportLine};
use crate::outside::FileToken;
use crate::report_section::{ReportCheck, ReportFact};
use crate::values::Period;

/// Identifies a signed version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct ReportVersionId(pub i64);

/// The secretary's own words for a period.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportWords {
    /// 存在问题与整改
    pub problems: String,
    /// 下季度计划, or what comes after a longer period
    pub plan: String,
}

/// Saves the secretary's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportWordsRequest {
    #[serde(alias = "quarter")]
    pub period: Period,
    /// The words.
    pub words: ReportWords,
}

/// The report on a period: what it would say now, and what was signed.
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
    /// What is missing, section by section, for the list at the left.
    pub checks: Vec<ReportCheck>,
    /// What the rules find, with names, and what the secretary says of each in the report.
    pub lines: Vec<ReportLine>,
    /// The report in a few lines, each with the section that it stands in.
    pub figures: Vec<ReportFigure>,
    /// What cannot be right together, each a Chinese sentence.
    pub contradictions: Vec<String>,
    /// What `figures` are compared with: the newest signed version, else the newest one of the period before; `None` where
    /// there is neither.
    pub compared_with: Option<ReportVersionName>,
    /// What signing now would mean, each a Chinese sentence: the period is not over, meetings are still open. Empty when
    /// nothing speaks against it; else the user is asked first.
    pub before_signing: Vec<String>,
}

/// A line of the report, now and as it was signed last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportFigure {
    /// Key of its section; empty for what stands in the head.
    pub section: String,
    pub label: String,
    pub value: String,
    /// As it was; `None` where there is nothing to compare it with, or nothing was said of it.
    pub before: Option<String>,
}

/// Which version of which report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportVersionName {
    pub period: Period,
    pub version: u32,
}

/// A signed report. It never changes; a correction is a new version with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportVersion {
    /// Which version.
    pub id: ReportVersionId,
    pub period: Period,
    /// 1, 2, …
    pub version: u32,
    /// When it was signed.
    pub signed_at: DateTime<FixedOffset>,
    /// Why it was corrected; `None` for version 1.
    pub reason: Option<String>,
    /// SHA-256 of the PDF, hex.
    pub sha256: String,
    /// Why its data cannot be read here, in Chinese; the signed file itself is kept and can be saved and printed.
    pub problem: Option<String>,
    /// The superior's receipt, when it was imported.
    pub receipt: Option<ReceiptView>,
    /// In the reply to signing, what its pages leave out: a sentence for each text with an empty box.
    pub gaps: Vec<String>,
}

/// A superior's receipt for a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReceiptView {
    /// The name under which it is trusted, else what the certificate says.
    pub signer: String,
    /// SHA-256 of the certificate, 64 upper-case hex digits.
    pub fingerprint: String,
    /// When, as the superior says.
    pub signed_at: DateTime<FixedOffset>,
    /// The certificate is trusted here.
    pub trusted: bool,
    /// All this in a Chinese sentence.
    pub sentence: String,
}

/// Imports a receipt that the superior sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportReceiptRequest {
    pub file: FileToken,
}

/// Signs the report on a period and freezes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportSignRequest {
    #[serde(alias = "quarter")]
    pub period: Period,
    /// Required from version 2 on.
    pub reason: Option<String>,
    /// The file's passphrase, which the window asks for anew: whoever merely finds the file open cannot sign. The command
    /// line has just asked for it.
    #[serde(default)]
    pub passphrase: Option<String>,
}

/// Saves a signed version to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportExportRequest {
    /// Which version.
    pub id: ReportVersionId,
    pub file: FileToken,
}

/// Whether the open file holds what a signed report was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ArchiveMatch {
    /// The version is in the file byte for byte, and the log goes on from where it stood.
    Agrees,
    /// The log is sound and knows the report's head, but no such version is kept.
    NoSuchVersion,
    /// The report's head is not in the log, or the log is broken.
    LogDiffers,
    /// The report was signed with a certificate that the file does not have.
    NotOurs,
    /// The report is not valid, or its data cannot be read.
    NotValid,
}

/// The answer to "is this report what this file holds".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CompareView {
    pub file: String,
    /// The answer.
    pub outcome: ArchiveMatch,
    /// One large sentence in Chinese.
    pub sentence: String,
}

/// Checks a report file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportVerifyRequest {
    pub file: FileToken,
}

/// The answer to "is this report genuine", as `zhibu-cli verify` prints it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct VerifyView {
    pub file: String,
    /// The signature is sound and covers the whole file.
    pub valid: bool,
    /// Valid, and the certificate is trusted here.
    pub trusted: bool,
    /// Common name in the certificate: what the signer calls itself.
    pub signer: Option<String>,
    /// SHA-256 of the certificate, 64 upper-case hex digits.
    pub fingerprint: Option<String>,
    /// The time the signer claims.
    pub signed_at: Option<DateTime<FixedOffset>>,
    /// The newest signature covers every byte.
    pub covers_whole_file: bool,
    /// One large sentence in Chinese, with every remark.
    pub sentence: String,
    /// The name under which the signer is trusted here, when it is.
    pub known_as: Option<String>,
    /// What else has to be known about a valid report, each a Chinese sentence; empty when all is as usual.
    pub remarks: Vec<String>,
    /// Machine-readable reason when not valid.
    pub fault: Option<String>,
    /// What the report says, in a few lines; empty when there is no report that can be read.
    pub facts: Vec<ReportFact>,
    /// The superior's receipt, when there is one on a valid report.
    pub receipt: Option<ReceiptView>,
    /// Machine-readable reason why a valid file gives no report: `newer_format`, `broken_data`, `not_a_report`.
    pub unread: Option<String>,
    /// The data inside, when valid and a report of a branch.
    pub report: Option<QuarterlyReport>,
}

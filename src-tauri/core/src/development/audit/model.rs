//! What an examination of files finds, as it travels.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::development::{AuditCount, DevelopmentFileId, DevelopmentStage, LawText};
use crate::rules::RuleId;
pub use crate::rules::{AuditScope, AuditSeverity};

/// One fault of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuditFinding {
    /// The check, e.g. `KC10`.
    pub id: String,
    /// What the check is called.
    pub name: String,
    /// The rule behind it.
    pub rule: Option<RuleId>,
    /// What it is held against: each step by the text of its own day.
    pub text: LawText,
    pub severity: AuditSeverity,
    /// Where that stands: an article, or who asks for it.
    pub article: String,
    /// One Chinese sentence: what was compared and what does not fit.
    pub message: String,
    /// The days that were compared.
    pub dates: Vec<NaiveDate>,
    /// The step it is about; 0 for the file as a whole.
    pub step: u32,
    /// The paper it is about.
    pub material: Option<String>,
    /// What to do.
    pub action: String,
}

/// One file, examined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuditedFile {
    pub file: DevelopmentFileId,
    /// Whose file.
    pub person: String,
    pub stage: DevelopmentStage,
    /// How many, by severity.
    pub count: AuditCount,
    /// The gravest first, each with what was compared.
    pub findings: Vec<AuditFinding>,
}

/// Examines one file, or all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuditRequest {
    /// `None` examines all.
    #[serde(default)]
    pub file: Option<DevelopmentFileId>,
}

/// Files, examined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuditView {
    /// The day it was done.
    pub on: NaiveDate,
    /// How many over all files.
    pub count: AuditCount,
    /// What concerns the branch and no single file.
    pub branch: Vec<AuditFinding>,
    pub files: Vec<AuditedFile>,
}

/// A check, for whoever wants to know what is looked at and switch a local one off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuditCheckView {
    pub id: String,
    pub name: String,
    /// National, local or by custom of inspectors.
    pub scope: AuditScope,
    /// Where it stands.
    pub source: String,
    /// Why it cannot be answered from what a file has; `None` where it can.
    pub unanswered: Option<String>,
    /// It is switched off.
    pub off: bool,
    /// Its number, where a superior committee may set another: what is counted, the usual one, and the one set.
    pub number: Option<AuditNumber>,
}

/// The number of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuditNumber {
    pub usual: u32,
    pub set: Option<u32>,
}

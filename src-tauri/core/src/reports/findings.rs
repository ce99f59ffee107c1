//! What the rules find in a quarter.

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::build::as_of;
use crate::report_section::{ReportContext, ReportSection};
use crate::rules::{Finding, RuleBook, Severity};
use crate::values::Quarter;
use crate::vault::{Reader, VaultError};
use crate::watch::WatchContext;
use crate::watches;

/// 对照规程检查情况: what the rules say is missing or late.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FindingsSection {
    /// One line per finding, the most pressing first.
    pub findings: Vec<ReportFinding>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportFinding {
    /// Id of the rule, as `D02`; `null` when the finding rests on no rule.
    pub rule: Option<String>,
    /// How pressing it is: 逾期, 待办 or 提示.
    pub severity: String,
    /// One Chinese sentence: whose, what, and by when.
    pub message: String,
    /// By when it is to be done.
    pub due: Option<NaiveDate>,
}

impl ReportSection for FindingsSection {
    const KEY: &'static str = "findings";
    const TITLE: &'static str = "对照规程检查情况";

    fn build(context: &ReportContext<'_>) -> Result<Self, VaultError> {
        Ok(Self { findings: context.findings.iter().map(ReportFinding::from).collect() })
    }
}

impl From<&Finding> for ReportFinding {
    fn from(finding: &Finding) -> Self {
        let severity = match finding.severity {
            Severity::Late => "逾期",
            Severity::Due => "待办",
            Severity::Notice => "提示",
        };
        Self {
            rule: finding.rule.map(|rule| rule.to_string()),
            severity: severity.to_owned(),
            message: finding.message.clone(),
            due: finding.due,
        }
    }
}

/// What the rules find in a quarter as the records stand, most pressing first.
///
/// # Errors
/// [`VaultError`].
pub(super) fn findings(
    reader: &Reader<'_>,
    rules: &RuleBook,
    quarter: Quarter,
    today: NaiveDate,
) -> Result<Vec<Finding>, VaultError> {
    // Judged from the day after a finished quarter, so that the report reads the same however late it is looked at.
    let judged_on = today.min(quarter.last_day() + Days::new(1)).max(quarter.first_day());
    let day = as_of(quarter, today);
    let context = WatchContext { reader, rules, day, judged_on, quarters: &[quarter], outside: None };
    let mut findings = watches::reported(&context)?;
    findings.sort_by_key(|finding| (finding.severity, finding.due));
    Ok(findings)
}

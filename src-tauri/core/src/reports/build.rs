//! Building a quarter's report from the records: the same records and day give the same report.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::sections::SECTIONS;
use super::{QuarterlyReport, REPORT_FORMAT, ReportError, ReportRuleSet, findings};
use crate::branch;
use crate::report_section::{ReportCheck, ReportContext};
use crate::rules::RuleBook;
use crate::values::Quarter;
use crate::vault::Reader;

/// A report as the records stand, and what is to be said before it is signed.
pub(super) struct Draft {
    pub(super) report: QuarterlyReport,
    /// What is missing, section by section.
    pub(super) checks: Vec<ReportCheck>,
    /// What speaks against signing it now, as far as it stands in a section.
    pub(super) before_signing: Vec<String>,
}

/// The report of a quarter as the records stand, with the figures of its last day, or of `today` while it runs.
///
/// # Errors
/// [`ReportError::Vault`].
pub fn build(
    reader: &Reader<'_>,
    rules: &RuleBook,
    quarter: Quarter,
    today: NaiveDate,
) -> Result<QuarterlyReport, ReportError> {
    Ok(draft(reader, rules, quarter, today)?.report)
}

pub(super) fn draft(
    reader: &Reader<'_>,
    rules: &RuleBook,
    quarter: Quarter,
    today: NaiveDate,
) -> Result<Draft, ReportError> {
    let as_of = as_of(quarter, today);
    let findings = findings::findings(reader, rules, quarter, today)?;
    let context = ReportContext { reader, rules, quarter, as_of, findings: &findings };
    let report = QuarterlyReport {
        format: REPORT_FORMAT,
        branch: branch::stored_on(reader, as_of)?.name,
        quarter,
        version: 1,
        reason: None,
        as_of,
        audit_head: reader.audit_head()?,
        rule_set: Some(ReportRuleSet { name: rules.head().name.clone(), number: rules.head().number }),
        mark: None,
        sections: BTreeMap::new(),
    };
    let mut draft = Draft { report, checks: Vec::new(), before_signing: Vec::new() };
    for section in SECTIONS {
        let built = (section.build)(&context)?;
        draft.report.sections.insert(section.key.to_owned(), built.section);
        draft.checks.extend(built.checks);
        draft.before_signing.extend(built.before_signing);
    }
    Ok(draft)
}

/// The day of a quarter's figures.
pub(super) fn as_of(quarter: Quarter, today: NaiveDate) -> NaiveDate {
    quarter.last_day().min(today).max(quarter.first_day())
}

//! Building a report from the records: the same records and day give the same report.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::sections::SECTIONS;
use super::{QuarterlyReport, REPORT_FORMAT, ReportError, ReportRuleSet, findings};
use crate::branch;
use crate::report_section::{ReportCheck, ReportContext};
use crate::rules::{Finding, RuleBook};
use crate::values::Period;
use crate::vault::Reader;

/// A report as the records stand, and what is to be said before it is signed.
pub(super) struct Draft {
    pub(super) report: QuarterlyReport,
    /// What is missing, section by section.
    pub(super) checks: Vec<ReportCheck>,
    /// What speaks against signing it now, as far as it stands in a section.
    pub(super) before_signing: Vec<String>,
    /// What the rules find.
    pub(super) findings: Vec<Finding>,
}

/// The report on a period as the records stand, with the figures of its last day, or of `today` while it runs.
///
/// # Errors
/// [`ReportError::Vault`].
pub fn build(
    reader: &Reader<'_>,
    rules: &RuleBook,
    period: Period,
    today: NaiveDate,
) -> Result<QuarterlyReport, ReportError> {
    Ok(draft(reader, rules, period, today)?.report)
}

pub(super) fn draft(
    reader: &Reader<'_>,
    rules: &RuleBook,
    period: Period,
    today: NaiveDate,
) -> Result<Draft, ReportError> {
    let as_of = as_of(period, today);
    let findings = findings(reader, rules, period, today)?;
    let context = ReportContext { reader, rules, period, as_of, findings: &findings };
    let mut report = QuarterlyReport {
        format: REPORT_FORMAT,
        branch: branch::stored_on(reader, as_of)?.name,
        quarter: period.last_quarter(),
        span: period.span(),
        version: 1,
        reason: None,
        as_of,
        audit_head: reader.audit_head()?,
        rule_set: Some(ReportRuleSet { name: rules.head().name.clone(), number: rules.head().number }),
        mark: None,
        sections: BTreeMap::new(),
    };
    let (mut checks, mut before_signing) = (Vec::new(), Vec::new());
    for section in SECTIONS {
        let built = (section.build)(&context)?;
        report.sections.insert(section.key.to_owned(), built.section);
        checks.extend(built.checks);
        before_signing.extend(built.before_signing);
    }
    Ok(Draft { report, checks, before_signing, findings })
}

/// The day of a period's figures.
pub(super) fn as_of(period: Period, today: NaiveDate) -> NaiveDate {
    period.last_day().min(today).max(period.first_day())
}

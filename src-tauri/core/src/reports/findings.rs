//! What the rules find in a quarter.

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::build::as_of;
use super::remarks::{self, ReportLine, ReportRemarkHow};
use crate::report_section::{ReportContext, ReportFact, ReportSection};
use crate::rules::{Finding, RuleBook, Severity};
use crate::values::Period;
use crate::vault::{Reader, VaultError};
use crate::watch::WatchContext;
use crate::watches;

/// 对照规程检查情况: what the rules say is missing or late.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FindingsSection {
    /// The most pressing first. Nobody is named: what concerns people one by one and is alike is one line with their number.
    pub findings: Vec<ReportFinding>,
    /// How many findings the secretary has left out, each with a reason that stays in the branch's file.
    #[serde(default)]
    pub left_out: u32,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportFinding {
    /// Id of the rule, as `D02`; `null` when the finding rests on no rule.
    pub rule: Option<String>,
    /// How pressing it is: 逾期, 待办 or 提示.
    pub severity: String,
    /// One Chinese sentence: what, and by when.
    pub message: String,
    /// By when it is to be done.
    pub due: Option<NaiveDate>,
    /// What the secretary says of it; `null` where nothing was said.
    #[serde(default)]
    pub explanation: Option<String>,
}

impl ReportSection for FindingsSection {
    const KEY: &'static str = "findings";
    const TITLE: &'static str = "对照规程检查情况";

    fn build(context: &ReportContext<'_>) -> Result<Self, VaultError> {
        let lines = remarks::lines(context.reader, context.period, context.findings)?;
        let is_left_out =
            |line: &ReportLine| matches!(&line.remark, Some(remark) if remark.how == ReportRemarkHow::LeftOut);
        let (left_out, told): (Vec<_>, Vec<_>) = lines.iter().partition(|line| is_left_out(line));
        let mut alike: Vec<(ReportFinding, u32)> = Vec::new();
        for finding in told.into_iter().map(ReportFinding::of) {
            match alike.iter_mut().find(|(first, _)| *first == finding) {
                Some((_, count)) => *count += 1,
                None => alike.push((finding, 1)),
            }
        }
        let findings = alike.into_iter().map(|(finding, count)| finding.of_so_many(count)).collect();
        Ok(Self { findings, left_out: u32::try_from(left_out.len()).unwrap_or(u32::MAX) })
    }

    fn facts(&self) -> Vec<ReportFact> {
        let left_out = if self.left_out > 0 { format!("，未列入 {} 项", self.left_out) } else { String::new() };
        vec![ReportFact::new("对照规程", format!("{} 项{left_out}", self.findings.len()))]
    }
}

/// Stands for a person whose name the report does not give.
const SOMEBODY: char = '\u{FFFC}';

impl ReportFinding {
    /// What is told of a line, as yet without how many it concerns.
    fn of(line: &ReportLine) -> Self {
        let ReportLine { finding, remark } = line;
        let severity = match finding.severity {
            Severity::Late => "逾期",
            Severity::Due => "待办",
            Severity::Notice => "提示",
        };
        Self {
            rule: finding.rule.map(|rule| rule.to_string()),
            severity: severity.to_owned(),
            message: nameless(finding),
            due: finding.due,
            explanation: remark.as_ref().map(|remark| remark.reason.clone()),
        }
    }

    fn of_so_many(self, count: u32) -> Self {
        Self { message: self.message.replace(SOMEBODY, &format!("{count} 名同志")), ..self }
    }
}

/// What a finding says without the names in it: where it begins with one stands that it is about somebody.
fn nameless(finding: &Finding) -> String {
    finding.names.iter().fold(finding.message.clone(), |message, name| match message.strip_prefix(name.as_str()) {
        Some(rest) => format!("{SOMEBODY}{rest}"),
        None => message.replace(name.as_str(), ""),
    })
}

/// What the rules find in a period as the records stand, most pressing first.
///
/// # Errors
/// [`VaultError`].
pub fn findings(
    reader: &Reader<'_>,
    rules: &RuleBook,
    period: Period,
    today: NaiveDate,
) -> Result<Vec<Finding>, VaultError> {
    // Judged from the day after a finished period, so that the report reads the same however late it is looked at.
    let judged_on = today.min(period.last_day() + Days::new(1)).max(period.first_day());
    let day = as_of(period, today);
    let mut quarters = period.quarters();
    quarters.reverse();
    let context = WatchContext { reader, rules, day, judged_on, quarters: &quarters, outside: None };
    let mut findings = watches::reported(&context)?;
    findings.sort_by_key(|finding| (finding.severity, finding.due));
    Ok(findings)
}

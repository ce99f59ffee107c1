//! Runs the checks over a file, and says of each fault by which text it is one, and how grave.

use chrono::NaiveDate;

use super::checks::CHECKS;
use super::{AuditFinding, AuditScope, AuditSeverity, Case, Known};
use crate::development::law::{LawText, was_unpublished};
use crate::development::{AuditCount, DevelopmentFile};
use crate::rules::CheckData;
use crate::settings::DevelopmentSettings;

/// A check: looks at a case and says what is at fault.
pub(super) type Check = fn(&Case<'_>, &mut Faults);

/// What a check found.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<Fault>);

/// One fault, before it is judged.
#[derive(Debug)]
pub(super) struct Fault {
    /// The day whose text judges it.
    day: NaiveDate,
    message: String,
    dates: Vec<NaiveDate>,
    step: u32,
    material: Option<String>,
    /// A lighter one than the check as a rule has.
    severity: Option<AuditSeverity>,
}

impl Faults {
    /// Notes a fault of a step, judged by the text of `day`.
    pub(super) fn add(&mut self, day: NaiveDate, step: u32, message: impl Into<String>) -> &mut Fault {
        let fault = Fault { day, message: message.into(), dates: Vec::new(), step, material: None, severity: None };
        self.0.push(fault);
        let last = self.0.len() - 1;
        &mut self.0[last]
    }
}

impl Fault {
    /// The days that were compared.
    pub(super) fn dates(&mut self, dates: impl IntoIterator<Item = NaiveDate>) -> &mut Self {
        self.dates.extend(dates);
        self
    }

    /// The paper it is about.
    pub(super) fn paper(&mut self, code: &str) -> &mut Self {
        self.material = Some(code.to_owned());
        self
    }

    /// How grave this one is.
    pub(super) fn severity(&mut self, severity: AuditSeverity) -> &mut Self {
        self.severity = Some(severity);
        self
    }
}

/// What the checks find in a file: the gravest first, each kind in the order of the steps.
pub(in crate::development) fn examine(file: &DevelopmentFile, known: &Known<'_>) -> Vec<AuditFinding> {
    let case = Case::new(file, known);
    let mut findings = Vec::new();
    for (id, check) in CHECKS.iter().flat_map(|group| group.iter()) {
        let Some(data) = known.rules.check(id).filter(|data| !is_off(data, &known.local)) else { continue };
        let mut faults = Faults::default();
        check(&case, &mut faults);
        findings.extend(faults.0.into_iter().filter_map(|fault| judged(data, fault)));
    }
    findings.sort_by_key(|finding| (finding.severity, finding.step));
    findings
}

/// What a check found about the branch as a whole.
pub(super) fn of_the_branch(id: &str, known: &Known<'_>, message: Option<String>) -> Vec<AuditFinding> {
    let data = known.rules.check(id).filter(|data| !is_off(data, &known.local));
    let mut faults = Faults::default();
    if let Some(message) = message {
        faults.add(known.today, 0, message);
    }
    faults.0.into_iter().filter_map(|fault| judged(data?, fault)).collect()
}

/// Made only where somebody asks for it: that old papers are entered late is nothing to hold against anybody.
const ON_REQUEST: [&str; 1] = ["KX24"];

/// Whether a check is not made here. What the regulation asks for cannot be switched off.
pub(super) fn is_off(data: &CheckData, local: &DevelopmentSettings) -> bool {
    if ON_REQUEST.contains(&data.id.as_str()) {
        return !local.checks_on.contains(&data.id);
    }
    data.scope != AuditScope::National && local.checks_off.contains(&data.id)
}

/// A fault by the text of its own day; nothing where that text asked for no such thing.
fn judged(data: &CheckData, fault: Fault) -> Option<AuditFinding> {
    let text = LawText::on(fault.day);
    let asked = data.severity(text)?;
    // A duty that is new, on a day on which nobody could know it yet.
    let was_none = data.severity(LawText::Of2014).is_none_or(|before| before > asked);
    let is_excused = data.scope == AuditScope::National && was_unpublished(fault.day) && was_none;
    let mut message = fault.message;
    if is_excused {
        message.push_str("（当天修订的细则已经印发、还没有公布，仅作提示）");
    }
    let severity = if is_excused { AuditSeverity::Notice } else { fault.severity.unwrap_or(asked) };
    Some(AuditFinding {
        id: data.id.clone(),
        name: data.name.clone(),
        rule: data.rule,
        text: data.against(text),
        severity,
        article: data.article(text),
        message,
        dates: fault.dates,
        step: fault.step,
        material: fault.material,
        action: data.action.clone(),
    })
}

/// How many, by severity.
pub(in crate::development) fn count<'a>(findings: impl IntoIterator<Item = &'a AuditFinding>) -> AuditCount {
    let mut count = AuditCount::default();
    for finding in findings {
        match finding.severity {
            AuditSeverity::Error => count.errors += 1,
            AuditSeverity::Warn => count.warnings += 1,
            AuditSeverity::Notice => count.notices += 1,
        }
    }
    count
}

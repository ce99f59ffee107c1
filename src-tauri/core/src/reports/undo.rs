//! Undo and redo. What a signed report has counted is taken back or brought back only with a reason.
//!
//! Which changes that concerns is not told from tables but from the outcome: the report, its roster and its minutes are
//! put together before and after the step, and where they differ the signed quarter is touched. So no room can be
//! forgotten. A step that was made after the signature is free: it was checked when it was made.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{QuarterlyReport, ReportError, ReportVersionId, build, store};
use crate::app::{VaultStatus, status_of};
use crate::desk::Desk;
use crate::meetings::{self, MeetingError, MeetingId, Minutes};
use crate::outside::Table;
use crate::problem::Invalid;
use crate::roster;
use crate::values::Period;
use crate::vault::{Direction, Done, Reader, VaultError};

/// Takes a change back, or brings it back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct UndoRequest {
    /// Why, where a signed report is touched; good until that period is signed again.
    pub reason: Option<String>,
}

/// Takes the newest change back.
///
/// # Errors
/// [`VaultError::NothingToDo`]; [`VaultError::UndoConflict`] where a later change depends on it; [`ReportError::Counted`]
/// where a signed report has counted it and no reason is given. Then nothing is changed.
pub fn undo(desk: &mut Desk<'_>, request: UndoRequest) -> Result<Done<VaultStatus>, ReportError> {
    step(desk, Direction::Undo, request)
}

/// Brings back the change that was taken back last.
///
/// # Errors
/// As [`undo`].
pub fn redo(desk: &mut Desk<'_>, request: UndoRequest) -> Result<Done<VaultStatus>, ReportError> {
    step(desk, Direction::Redo, request)
}

fn step(desk: &mut Desk<'_>, direction: Direction, request: UndoRequest) -> Result<Done<VaultStatus>, ReportError> {
    let (rules, today, now) = (desk.rules, desk.today(), desk.outside.clock.now());
    let done = desk.vault.step(direction, now, |tx, step| -> Result<String, ReportError> {
        let say = |signed: &[(Period, ReportVersionId)]| -> Result<Vec<Said>, ReportError> {
            signed.iter().map(|(period, id)| said(tx, *id, build(tx, rules, *period, today)?)).collect()
        };
        let signed = store::signed_since(tx, step.audit_seq)?;
        let before = say(&signed)?;
        tx.apply(step)?;
        let after = say(&signed)?;
        let pairs = signed.into_iter().zip(before.iter().zip(&after));
        let touched: Vec<_> = pairs.filter(|(_, (before, after))| before != after).map(|(signed, _)| signed).collect();
        if touched.is_empty() {
            return Ok(String::new());
        }
        let periods: Vec<Period> = touched.iter().map(|(period, _)| *period).collect();
        let Some(reason) = request.reason else {
            return Err(ReportError::Counted { what: direction.name(), label: step.label.clone(), periods });
        };
        let reason = reason.trim();
        let mut invalid = Invalid::default();
        if reason.is_empty() {
            invalid.add("reason", "请填写更正的原因");
        }
        invalid.into_result().map_err(VaultError::from)?;
        for (_, version) in touched {
            store::add_correction(tx, version, today, reason)?;
        }
        let titles: Vec<String> = periods.iter().map(|period| period.title()).collect();
        Ok(format!("（更正{}的报告：{reason}）", titles.join("、")))
    })?;
    Ok(Done { value: status_of(desk.vault, now)?, changes: done.changes, undo: None })
}

/// All that a report rests on, as the records stand.
#[derive(PartialEq)]
struct Said {
    /// Without the log's head, which every step moves.
    report: QuarterlyReport,
    /// The sheet that travels inside.
    roster: Table,
    /// Those of the period's meetings that were held.
    minutes: Vec<(MeetingId, Minutes)>,
}

fn said(reader: &Reader<'_>, id: ReportVersionId, mut report: QuarterlyReport) -> Result<Said, ReportError> {
    match store::report(reader, id) {
        // What was not reported then is not touched now.
        Ok(signed) => report.sections.retain(|key, _| signed.sections.contains_key(key)),
        // Nobody knows what it says: every section counts.
        Err(ReportError::Unreadable(_)) => {}
        Err(error) => return Err(error),
    }
    let mut minutes = Vec::new();
    for meeting in meetings::of_period(reader, report.period())? {
        match meetings::own_minutes_of(reader, meeting.id) {
            Ok(of_it) => minutes.push((meeting.id, of_it)),
            Err(MeetingError::Vault(error)) => return Err(error.into()),
            // Not held: what the plan says of it stands in the report.
            Err(_) => {}
        }
    }
    let roster = roster::table_on(reader, report.as_of)?;
    Ok(Said { report: QuarterlyReport { audit_head: String::new(), ..report }, roster, minutes })
}

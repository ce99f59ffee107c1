//! The secretary's own words.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ReportError, ReportView, ReportWordsRequest, get, store};
use crate::desk::Desk;
use crate::report_section::{ReportCheck, ReportContext, ReportSection};
use crate::values::{Period, PeriodSpan};
use crate::vault::{Done, VaultError};

/// Saves the secretary's own words for a period, as they were typed.
///
/// # Errors
/// [`ReportError::Vault`].
pub fn save_words(desk: &mut Desk<'_>, request: ReportWordsRequest) -> Result<Done<ReportView>, ReportError> {
    let label = format!("填写{}报告", request.period.title());
    let done = desk.transact(label, |tx| store::put_words(tx, request.period, &request.words))?;
    Ok(Done { value: get::view(desk, request.period)?, changes: done.changes, undo: done.undo })
}

/// 存在问题与整改
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProblemsSection {
    /// The secretary's own words, with line breaks; may be empty.
    pub text: String,
}

/// 下季度计划, or what comes after a longer period
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlanSection {
    /// The secretary's own words, with line breaks; may be empty.
    pub text: String,
}

impl ReportSection for ProblemsSection {
    const KEY: &'static str = "problems";
    const TITLE: &'static str = "存在问题与整改";

    fn build(context: &ReportContext<'_>) -> Result<Self, VaultError> {
        Ok(Self { text: store::words(context.reader, context.period)?.problems })
    }

    fn checks(&self, _: &ReportContext<'_>) -> Vec<ReportCheck> {
        vec![unless_filled_in(Self::TITLE, &self.text)]
    }
}

impl ReportSection for PlanSection {
    const KEY: &'static str = "plan";
    const TITLE: &'static str = "下季度计划";

    fn title(period: Period) -> &'static str {
        match (period.span(), period.last_quarter().number()) {
            (PeriodSpan::Quarter, _) => Self::TITLE,
            (PeriodSpan::HalfYear, 2) => "下半年计划",
            (PeriodSpan::HalfYear | PeriodSpan::Year, _) => "下年度计划",
        }
    }

    fn build(context: &ReportContext<'_>) -> Result<Self, VaultError> {
        Ok(Self { text: store::words(context.reader, context.period)?.plan })
    }

    fn checks(&self, context: &ReportContext<'_>) -> Vec<ReportCheck> {
        vec![unless_filled_in(Self::title(context.period), &self.text)]
    }
}

fn unless_filled_in(title: &str, text: &str) -> ReportCheck {
    ReportCheck::when(title, text.trim().is_empty(), "还没有填写")
}

//! What the quarterly report says about 党费.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::accounts::Accounts;
use super::ledger::ledger_of;
use super::year::Rows;
use super::{DuesEntryKind, DuesLedger};
use crate::report_section::{ReportCheck, ReportContext, ReportFact, ReportSection};
use crate::values::{Fen, Month};
use crate::vault::VaultError;

/// Dues of the period's months as of the reporting date. Amounts in fen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DuesSection {
    /// Members who owed something.
    pub owing: u32,
    /// Those of them who paid all of it.
    pub settled: u32,
    /// What was owed for the period's months.
    #[schemars(with = "u64")]
    pub owed: Fen,
    /// What was paid for them.
    #[schemars(with = "u64")]
    pub paid: Fen,
    /// Members who lack something of the months that were over.
    pub in_arrears: u32,
    /// What they lack.
    #[schemars(with = "u64")]
    pub lacking: Fen,
    /// What was handed up in the period.
    #[schemars(with = "u64")]
    pub handed_up: Fen,
    /// What was spent in the period.
    #[schemars(with = "u64")]
    pub spent: Fen,
    /// Members for whom no base was set.
    pub without_base: u32,
}

impl ReportSection for DuesSection {
    const KEY: &'static str = "dues";
    const TITLE: &'static str = "党费收缴";

    fn build(context: &ReportContext<'_>) -> Result<Self, VaultError> {
        let (reader, as_of) = (context.reader, context.as_of);
        let first = Month::of(context.period.first_day());
        let months: Vec<_> = first.through(Month::of(as_of)).collect();
        let Some(last) = months.last().copied() else { return Ok(Self::default()) };
        // The day after the reporting date: the month that ends on it is over.
        let accounts = Accounts::of(reader, context.rules, (first, last), as_of + chrono::Days::new(1))?;
        let rows = Rows::of(&accounts, &months);
        let sum = rows.sum(0..months.len());
        let lacking = || rows.0.iter().filter(|(row, _)| row.lacking_months > 0);
        let ledger = ledger_of(reader, context.period.year())?;
        let has_no_base = rows
            .0
            .iter()
            .filter(|(row, member)| accounts.is_liable(member, last) && accounts.base(row.member, last).is_none());
        Ok(Self {
            owing: sum.owing,
            settled: sum.settled,
            owed: sum.owed,
            paid: sum.paid,
            in_arrears: count(lacking()),
            lacking: lacking().map(|(row, _)| row.lacking).sum(),
            handed_up: moved(&ledger, context, DuesEntryKind::HandedUp),
            spent: moved(&ledger, context, DuesEntryKind::Spent),
            without_base: count(has_no_base),
        })
    }

    fn checks(&self, _: &ReportContext<'_>) -> Vec<ReportCheck> {
        let mut warnings = Vec::new();
        if self.without_base > 0 {
            warnings.push(format!("有 {} 名党员还没有核定党费基数", self.without_base));
        }
        if self.in_arrears > 0 {
            warnings.push(format!("有 {} 名党员欠交党费，共 {} 元", self.in_arrears, self.lacking));
        }
        vec![ReportCheck::new(Self::TITLE, warnings)]
    }

    fn facts(&self) -> Vec<ReportFact> {
        let paid = format!("应交 {} 元，实交 {} 元，交齐 {} / {} 人", self.owed, self.paid, self.settled, self.owing);
        vec![ReportFact::new("党费", paid)]
    }
}

/// What went out in the period, up to the reporting date.
fn moved(ledger: &DuesLedger, context: &ReportContext<'_>, kind: DuesEntryKind) -> Fen {
    let in_period = |day| context.period.contains(day) && day <= context.as_of;
    let entries = ledger.entries.iter().map(|row| &row.entry);
    entries.filter(|entry| entry.kind == kind && in_period(entry.on)).map(|entry| entry.amount).sum()
}

fn count<T>(rows: impl Iterator<Item = T>) -> u32 {
    u32::try_from(rows.count()).unwrap_or(u32::MAX)
}

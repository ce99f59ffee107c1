//! F01, F03, F04, F05: what is owed for a month. Pure.

use chrono::NaiveDate;

use super::accounts::rounded;
use super::{DuesBase, DuesError, DuesKind, DuesRate, DuesRateRequest};
use crate::desk::Desk;
use crate::rules::{RuleBook, RuleId};
use crate::settings;
use crate::values::{Fen, Month};

/// What somebody with such a base owes for a month, rounded as it is laid down here.
///
/// # Errors
/// [`DuesError::Vault`].
pub fn rate(desk: &mut Desk<'_>, request: DuesRateRequest) -> Result<DuesRate, DuesError> {
    let DuesRateRequest { kind, base_fen, on } = request;
    let settings = desk.read(settings::stored)?.dues;
    let DuesRate { fen, rule } = rate_of(kind, base_fen, base_fen, desk.rules, on);
    Ok(DuesRate { fen: rounded(fen, Month::of(on), &settings), rule })
}

/// What a base makes of a month. A relief or a new base alters the months from its own on, and no other.
pub(super) fn owed(base: &DuesBase, rules: &RuleBook, month: Month) -> Fen {
    let (of, agreed) = (base.base.unwrap_or_default(), base.monthly.unwrap_or_default());
    rate_of(base.kind, of, agreed, rules, month.first_day()).fen
}

/// How a base is put into words on paper: `1.5%`, or what else it is told by.
pub(super) fn title(base: &DuesBase, rules: &RuleBook, month: Month) -> String {
    let of = base.base.unwrap_or_default();
    match per_mille(base.kind, of, rules, month.first_day()) {
        Some(rate) if rate.is_multiple_of(10) => format!("{}%", rate / 10),
        Some(rate) => format!("{}.{}%", rate / 10, rate % 10),
        None => match base.kind {
            DuesKind::Reduced => "少交".to_owned(),
            DuesKind::Waived => "免交".to_owned(),
            _ => "定额".to_owned(),
        },
    }
}

/// `of` is what a rate is taken of, `agreed` what was agreed for a month.
fn rate_of(kind: DuesKind, of: Fen, agreed: Fen, rules: &RuleBook, on: NaiveDate) -> DuesRate {
    let share = per_mille(kind, of, rules, on).unwrap_or_default();
    match kind {
        DuesKind::Salary | DuesKind::YearlySalary => {
            DuesRate { fen: of.share(share, 1000 * months_of(kind)), rule: RuleId::F01 }
        }
        DuesKind::Retired => DuesRate { fen: of.share(share, 1000), rule: RuleId::F03 },
        DuesKind::Fixed => {
            let fen = rules.number(RuleId::F04, "fen", on).unwrap_or_default();
            DuesRate { fen: Fen::new(fen.into()), rule: RuleId::F04 }
        }
        DuesKind::Farmer => DuesRate { fen: agreed, rule: RuleId::F04 },
        DuesKind::Reduced => DuesRate { fen: agreed, rule: RuleId::F05 },
        DuesKind::Waived => DuesRate { fen: Fen::default(), rule: RuleId::F05 },
    }
}

/// Of how many months the base of a kind is.
pub(super) fn months_of(kind: DuesKind) -> u32 {
    if kind == DuesKind::YearlySalary { 12 } else { 1 }
}

/// F01, F03: one rate for the whole base, not step by step; `None` where no rate is taken. A year's base is held against twelve
/// times the limits, so that nothing is rounded before the end.
fn per_mille(kind: DuesKind, base: Fen, rules: &RuleBook, on: NaiveDate) -> Option<u32> {
    let holds = |yuan: Option<u32>| yuan.is_none_or(|yuan| base <= Fen::yuan(yuan * months_of(kind)));
    match kind {
        DuesKind::Salary | DuesKind::YearlySalary => {
            if holds(rules.number(RuleId::F01, "first_yuan", on)) {
                rules.number(RuleId::F01, "first_per_mille", on)
            } else if holds(rules.number(RuleId::F01, "second_yuan", on)) {
                rules.number(RuleId::F01, "second_per_mille", on)
            } else if holds(rules.number(RuleId::F01, "third_yuan", on)) {
                rules.number(RuleId::F01, "third_per_mille", on)
            } else {
                rules.number(RuleId::F01, "above_per_mille", on)
            }
        }
        DuesKind::Retired if holds(rules.number(RuleId::F03, "first_yuan", on)) => {
            rules.number(RuleId::F03, "first_per_mille", on)
        }
        DuesKind::Retired => rules.number(RuleId::F03, "above_per_mille", on),
        DuesKind::Fixed | DuesKind::Farmer | DuesKind::Reduced | DuesKind::Waived => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::testing::TestFile;

    fn asked(kind: &str, base_fen: u64) -> (u64, String) {
        let mut file = TestFile::on("2026-11-23");
        let request = serde_json::json!({ "kind": kind, "base_fen": base_fen, "on": "2026-11-23" });
        let rate = rate(&mut file.desk("dues_rate"), serde_json::from_value(request).unwrap()).unwrap();
        (rate.fen.fen(), rate.rule.to_string())
    }

    #[rstest]
    #[case::salary("salary", 100_000, 500, "F01")]
    #[case::half_a_fen_goes_up("salary", 299_999, 1500, "F01")]
    #[case::the_limit_itself("salary", 300_000, 1500, "F01")]
    #[case::above_it("salary", 300_001, 3000, "F01")]
    #[case::second_limit("salary", 500_000, 5000, "F01")]
    #[case::above_the_second("salary", 500_001, 7500, "F01")]
    #[case::third_limit("salary", 1_000_000, 15_000, "F01")]
    #[case::above_the_third("salary", 1_000_001, 20_000, "F01")]
    #[case::high("salary", 6_666_667, 133_333, "F01")]
    #[case::nothing("salary", 0, 0, "F01")]
    #[case::a_year_at_the_limit("yearly_salary", 3_600_000, 1500, "F01")]
    #[case::a_year_a_fen_above("yearly_salary", 3_600_001, 3000, "F01")]
    #[case::a_year("yearly_salary", 20_000_000, 33_333, "F01")]
    #[case::pension("retired", 500_000, 2500, "F03")]
    #[case::pension_above("retired", 500_001, 5000, "F03")]
    #[case::fixed("fixed", 0, 20, "F04")]
    #[case::farmer("farmer", 60, 60, "F04")]
    #[case::reduced("reduced", 300, 300, "F05")]
    #[case::waived("waived", 900, 0, "F05")]
    fn what_is_owed_for_a_month(#[case] kind: &str, #[case] base: u64, #[case] fen: u64, #[case] rule: &str) {
        assert_eq!(asked(kind, base), (fen, rule.to_owned()));
    }

    proptest! {
        /// F01: the rate is one of four, and it is that of the whole base.
        #[test]
        fn the_rate_holds_for_the_whole_base(base in 0_u64..10_000_000) {
            let rate = match base {
                0..=300_000 => 5,
                300_001..=500_000 => 10,
                500_001..=1_000_000 => 15,
                _ => 20,
            };
            let rules = RuleBook::shipped().unwrap();
            let day = "2026-11-23".parse().unwrap();
            let owed = |kind, base| rate_of(kind, Fen::new(base), Fen::default(), &rules, day).fen.fen();
            prop_assert_eq!(owed(DuesKind::Salary, base), (base * rate + 500) / 1000);
            // Twelve months of the same income owe the same each, however it is put.
            prop_assert_eq!(owed(DuesKind::YearlySalary, base * 12), owed(DuesKind::Salary, base));
        }
    }
}

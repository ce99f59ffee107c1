//! The two texts of the regulation on admissions, and by which one a day is judged: each step by the text of its own day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::values::titled;

/// The day from which the text of 2026 is in force: that of its issue (its article 44).
pub(super) const REVISED_ON: NaiveDate = NaiveDate::from_ymd_opt(2026, 5, 11).unwrap();

/// The last day on which it was in force and not yet published: nobody could know a new duty.
const UNKNOWN_TO: NaiveDate = NaiveDate::from_ymd_opt(2026, 5, 17).unwrap();

/// What a check or a step is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum LawText {
    /// The regulation as of 2014.
    #[serde(rename = "dev-2014")]
    Of2014,
    /// The regulation as revised in 2026.
    #[serde(rename = "dev-2026")]
    Of2026,
    /// What a superior committee or a region has set.
    #[serde(rename = "local")]
    Local,
    /// What inspectors look for; it stands in no article.
    #[serde(rename = "practice")]
    Practice,
}

titled! { LawText {
    Of2014 => "2014年细则",
    Of2026 => "2026年修订的细则",
    Local => "各地规定",
    Practice => "检查惯例",
} }

impl LawText {
    /// The text of the regulation in force on a day.
    pub fn on(day: NaiveDate) -> Self {
        if day < REVISED_ON { Self::Of2014 } else { Self::Of2026 }
    }
}

/// Whether the text of 2026 was in force on a day, and not yet published: a new duty is then only worth a remark.
pub(super) fn was_unpublished(day: NaiveDate) -> bool {
    (REVISED_ON..=UNKNOWN_TO).contains(&day)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::rules::{RuleBook, RuleId};

    #[rstest]
    #[case("2026-05-10", LawText::Of2014, false)]
    #[case("2026-05-11", LawText::Of2026, true)]
    #[case("2026-05-17", LawText::Of2026, true)]
    #[case("2026-05-18", LawText::Of2026, false)]
    fn a_day_is_judged_by_its_own_text(#[case] day: NaiveDate, #[case] text: LawText, #[case] unpublished: bool) {
        assert_eq!((LawText::on(day), was_unpublished(day)), (text, unpublished));
    }

    #[test]
    fn the_rules_change_on_the_same_day() {
        let book = RuleBook::shipped().unwrap();
        let before = book.rule(RuleId::D08, REVISED_ON.pred_opt().unwrap()).unwrap();
        let after = book.rule(RuleId::D08, REVISED_ON).unwrap();
        assert_eq!((before.to, after.from), (REVISED_ON.pred_opt(), REVISED_ON));
    }
}

//! Working days in China: the yearly notices of the State Council, make-up days included (trap 10).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// `date,off` for every day that a notice names: 1 is a day off, 0 a make-up day of work. The figures are those of
/// NateScarlet/holiday-cn (MIT).
const NOTICES: &str = include_str!("../../data/holidays.csv");

static NAMED: LazyLock<BTreeMap<NaiveDate, bool>> = LazyLock::new(|| {
    let rows = NOTICES.lines().skip(1).filter_map(|line| line.split_once(','));
    rows.filter_map(|(day, off)| Some((day.parse().ok()?, off == "1"))).collect()
});

/// Whether the notice of a year is known; where it is not, Monday to Friday counts as work, which should be said.
pub fn year_is_known(year: i32) -> bool {
    NAMED.keys().any(|day| day.year() == year)
}

/// What is to be said of a day that was counted out from `from` to `to`: that the notice of a year between them is not
/// known (trap 10). Empty where all are.
pub fn caveat(from: NaiveDate, to: NaiveDate) -> String {
    let unknown = (from.year()..=to.year()).find(|year| !year_is_known(*year));
    unknown.map(|year| format!("（程序里没有{year}年的放假安排，按周一至周五推算，请自行核对）")).unwrap_or_default()
}

/// What a notice says of a day: that it is off, or a make-up day of work; `None` of an ordinary one.
pub fn named_off(day: NaiveDate) -> Option<bool> {
    NAMED.get(&day).copied()
}

/// Whether people work on `day`.
pub fn is_workday(day: NaiveDate) -> bool {
    match NAMED.get(&day) {
        Some(off) => !off,
        None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
    }
}

/// `day`, or the first working day after it.
pub fn workday_from(day: NaiveDate) -> NaiveDate {
    day.iter_days().find(|day| is_workday(*day)).unwrap_or(day)
}

/// The day on which `days` working days after `day` have passed; `day` itself does not count.
pub fn workdays_after(day: NaiveDate, days: usize) -> NaiveDate {
    let following = (day + Days::new(1)).iter_days().filter(|day| is_workday(*day));
    if days == 0 { day } else { following.take(days).last().unwrap_or(day) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[rstest]
    #[case::holiday("2026-01-02", false)]
    #[case::make_up_sunday("2026-01-04", true)]
    #[case::saturday("2026-11-28", false)]
    #[case::friday("2026-11-27", true)]
    #[case::unknown_year("2031-10-01", true)]
    fn make_up_days_count_and_days_off_do_not(#[case] on: &str, #[case] works: bool) {
        assert_eq!(is_workday(day(on)), works);
    }

    #[test]
    fn five_working_days_of_public_notice_step_over_a_holiday() {
        assert_eq!(workdays_after(day("2026-09-29"), 5).to_string(), "2026-10-12");
        assert_eq!(workdays_after(day("2026-11-23"), 5).to_string(), "2026-11-30");
        assert_eq!(workday_from(day("2026-11-28")).to_string(), "2026-11-30");
    }

    #[test]
    fn a_year_without_a_notice_is_known_to_be_one() {
        assert!(year_is_known(2026));
        assert!(!year_is_known(2031));
    }

    #[rstest]
    #[case("2026-11-23", "2026-11-26", "")]
    #[case("2031-03-03", "2031-03-06", "2031年")]
    #[case("2030-12-30", "2031-01-02", "2030年")]
    fn a_day_counted_out_without_a_notice_says_so(#[case] from: &str, #[case] to: &str, #[case] said: &str) {
        let caveat = caveat(day(from), day(to));
        assert_eq!(caveat.is_empty(), said.is_empty());
        assert!(caveat.contains(said));
    }
}

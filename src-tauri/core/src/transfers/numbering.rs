//! The letters' numbers: `2026-007`, counted through each year.

use chrono::Datelike;
use chrono::NaiveDate;

/// The number after the highest of the day's year; numbers of another make do not count.
pub(super) fn next<'a>(taken: impl IntoIterator<Item = &'a str>, on: NaiveDate) -> String {
    let year = on.year();
    let prefix = format!("{year}-");
    let counted = taken.into_iter().filter_map(|number| number.strip_prefix(&prefix)?.parse::<u32>().ok());
    format!("{year}-{:03}", counted.max().unwrap_or_default().saturating_add(1))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::first(&[], "2026-001")]
    #[case::next(&["2026-001", "2026-006"], "2026-007")]
    #[case::each_year_begins_anew(&["2025-041"], "2026-001")]
    #[case::own_numbers_do_not_count(&["深社〔2026〕9号", "2026-补"], "2026-001")]
    #[case::beyond_three_digits(&["2026-999"], "2026-1000")]
    fn letters_are_counted_through_the_year(#[case] taken: &[&str], #[case] number: &str) {
        assert_eq!(next(taken.iter().copied(), NaiveDate::from_ymd_opt(2026, 3, 1).unwrap()), number);
    }
}

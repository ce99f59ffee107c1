//! Dates of which the day, or the month, may be unknown.

use std::ops::RangeInclusive;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::half_width;

/// Years in which a living person's dates can lie; `0090` or `19990` is a slip of the pen.
const YEARS: RangeInclusive<i32> = 1850..=2199;

/// A date as precise as it is known: a month without a day stays a month (`docs/DOMAIN.md` §4).
/// Written `1990-05-03`, `1990-05` or `1990`; orders by its first possible day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct PartialDate {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

/// Not a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PartialDateError {
    /// Cannot be read as a date.
    #[error("“{0}”不是日期，可写成 1990-05-03 或 1990-05")]
    Unreadable(String),
    /// Reads as a date, but the calendar has no such day.
    #[error("日历上没有“{0}”这一天")]
    NoSuchDay(String),
}

impl PartialDate {
    /// Reads a date as people write it: `1990-05-03`, `1990/5/3`, `1990.5`, `1990年5月3日`, `19900503`, `199005`,
    /// full-width digits, a time of day behind it. What is not written is not made up: `1990.5` stays a month.
    ///
    /// # Errors
    /// [`PartialDateError`].
    pub fn read(text: &str) -> Result<Self, PartialDateError> {
        let unreadable = || PartialDateError::Unreadable(text.trim().to_owned());
        let plain = half_width(text);
        let numbers = numbers(without_time(plain.trim())).ok_or_else(unreadable)?;
        let (year, month, day) = match numbers[..] {
            [year] => (year, None, None),
            [year, month] => (year, Some(month), None),
            [year, month, day] => (year, Some(month), Some(day)),
            _ => return Err(unreadable()),
        };
        let year = i32::try_from(year).ok().filter(|year| YEARS.contains(year)).ok_or_else(unreadable)?;
        NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1))
            .ok_or_else(|| PartialDateError::NoSuchDay(text.trim().to_owned()))?;
        Ok(Self { year, month, day })
    }

    /// A whole date.
    pub fn day(date: NaiveDate) -> Self {
        use chrono::Datelike;
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }

    /// The first day it can mean.
    pub fn earliest(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or(NaiveDate::MIN)
    }

    /// The last day it can mean.
    pub fn latest(self) -> NaiveDate {
        use chrono::{Days, Months};
        let months = match (self.month, self.day) {
            (_, Some(_)) => return self.earliest(),
            (Some(_), None) => 1,
            (None, None) => 12,
        };
        self.earliest() + Months::new(months) - Days::new(1)
    }

    /// `1990年5月3日`, `1990年5月`, `1990年`
    pub fn title(self) -> String {
        let part = |number: Option<u32>, unit| number.map(|number| format!("{number}{unit}")).unwrap_or_default();
        format!("{}年{}{}", self.year, part(self.month, "月"), part(self.day, "日"))
    }

    /// The date, when the day is known.
    pub fn exact(self) -> Option<NaiveDate> {
        self.day.map(|_| self.earliest())
    }
}

/// `2026年11月25日`: a day as every sentence and every paper writes it.
pub fn date_title(date: NaiveDate) -> String {
    PartialDate::day(date).title()
}

/// `2026年11月25日 14:30`
pub fn moment_title(at: NaiveDateTime) -> String {
    format!("{} {}", date_title(at.date()), at.format("%H:%M"))
}

/// `2026年11月25日 14:30—16:10`, with the other day where it ends on one; the end may be missing.
pub fn from_to_title(from: NaiveDateTime, to: Option<NaiveDateTime>) -> String {
    let until = match to {
        None => String::new(),
        Some(to) if to.date() == from.date() => format!("—{}", to.format("%H:%M")),
        Some(to) => format!("—{}", moment_title(to)),
    };
    moment_title(from) + &until
}

/// `9月20日`, where the year is known from what stands around it.
pub fn day_title(date: NaiveDate) -> String {
    date.format("%-m月%-d日").to_string()
}

impl From<NaiveDate> for PartialDate {
    fn from(date: NaiveDate) -> Self {
        Self::day(date)
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl std::str::FromStr for PartialDate {
    type Err = PartialDateError;
    fn from_str(text: &str) -> Result<Self, PartialDateError> {
        Self::read(text)
    }
}

impl TryFrom<String> for PartialDate {
    type Error = PartialDateError;
    fn try_from(text: String) -> Result<Self, PartialDateError> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

/// `1990-05-03 00:00:00` without its time.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let date_end = text[..colon].rfind([' ', 'T']).unwrap_or(colon);
    text[..date_end].trim_end()
}

/// Year, month and day as far as they are written; `None` when there is anything else.
fn numbers(text: &str) -> Option<Vec<u32>> {
    let digits = |text: &str| text.parse::<u32>().ok();
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return match text.len() {
            4 => Some(vec![digits(text)?]),
            6 => Some(vec![digits(&text[..4])?, digits(&text[4..])?]),
            8 => Some(vec![digits(&text[..4])?, digits(&text[4..6])?, digits(&text[6..])?]),
            _ => None,
        };
    }
    let separator = |c: char| "-./年月日号—–、。".contains(c) || c.is_whitespace();
    let starts_with_year = text.len() > 4 && text.bytes().take(4).all(|byte| byte.is_ascii_digit());
    let parts = text.split(separator).filter(|part| !part.is_empty());
    starts_with_year.then(|| parts.map(digits).collect())?
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("1990-05-03", "1990-05-03")]
    #[case(" 1990-5-3 ", "1990-05-03")]
    #[case("1990/5/3", "1990-05-03")]
    #[case("1990.05.03", "1990-05-03")]
    #[case("1990年5月3日", "1990-05-03")]
    #[case("1990 年 5 月 3 日", "1990-05-03")]
    #[case("19900503", "1990-05-03")]
    #[case("1990-05-03 00:00:00", "1990-05-03")]
    #[case("1990-05-03T08:30:00", "1990-05-03")]
    #[case("１９９０．５．３", "1990-05-03")]
    #[case("1990.5", "1990-05")]
    #[case("1990.10", "1990-10")]
    #[case("1990年5月", "1990-05")]
    #[case("199005", "1990-05")]
    #[case("1990", "1990")]
    #[case("1990年", "1990")]
    fn a_date_is_read_as_people_write_it_and_no_day_is_made_up(#[case] written: &str, #[case] meant: &str) {
        assert_eq!(PartialDate::read(written).unwrap().to_string(), meant);
    }

    #[rstest]
    #[case("1990-05-03", "1990年5月3日")]
    #[case("1990-10", "1990年10月")]
    #[case("1990", "1990年")]
    fn a_date_is_printed_as_precisely_as_it_is_known(#[case] date: &str, #[case] printed: &str) {
        assert_eq!(PartialDate::read(date).unwrap().title(), printed);
    }

    #[rstest]
    #[case("")]
    #[case("无")]
    #[case("90.5")]
    #[case("19905")]
    #[case("5/3/1990")]
    #[case("1990-05-03-01")]
    #[case("1990年五月")]
    #[case("-1990")]
    #[case("0990-05-03")]
    fn what_is_no_date_is_refused(#[case] written: &str) {
        assert_eq!(PartialDate::read(written), Err(PartialDateError::Unreadable(written.to_owned())));
    }

    #[rstest]
    #[case("1990-02-30")]
    #[case("2023-02-29")]
    #[case("1990.13")]
    #[case("19900500")]
    fn a_day_that_the_calendar_lacks_is_refused(#[case] written: &str) {
        assert_eq!(PartialDate::read(written), Err(PartialDateError::NoSuchDay(written.to_owned())));
    }

    /// The window reads what is typed with the same table, `ui/tests/shared/fields/typed.test.ts`.
    #[test]
    fn the_core_and_the_windows_fields_read_a_date_alike() {
        let table = include_str!("../../../../tests/fixtures/typed_dates.json");
        let table: serde_json::Value = serde_json::from_str(table).unwrap();
        for case in table["cases"].as_array().unwrap() {
            let read = PartialDate::read(case["typed"].as_str().unwrap());
            assert_eq!(read.as_ref().ok().map(ToString::to_string).as_deref(), case["core"].as_str(), "{case}");
            if let Some(sentence) = case["says"].as_str() {
                assert_eq!(read.unwrap_err().to_string(), sentence, "{case}");
            }
        }
    }

    #[test]
    fn a_month_reaches_from_its_first_day_to_its_last() {
        let february = PartialDate::read("2024-02").unwrap();
        assert_eq!(february.earliest().to_string(), "2024-02-01");
        assert_eq!(february.latest().to_string(), "2024-02-29");
        assert_eq!(february.exact(), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(days in 0..127_000i64, precision in 0..3) {
            let date = NaiveDate::from_ymd_opt(1850, 1, 1).unwrap() + chrono::Duration::days(days);
            let whole = PartialDate::day(date);
            let date = match precision {
                0 => PartialDate { month: None, day: None, ..whole },
                1 => PartialDate { day: None, ..whole },
                _ => whole,
            };
            prop_assert_eq!(PartialDate::read(&date.to_string()), Ok(date));
        }

        #[test]
        fn nothing_that_is_typed_breaks_the_reader(text in "\\PC{0,20}") {
            let _ = PartialDate::read(&text);
        }
    }
}

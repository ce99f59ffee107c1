//! Months of a year.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{PartialDate, Quarter};

/// A calendar month, written `2026-03`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct Month {
    year: i32,
    number: u32,
}

/// Not a month.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}”不是月份，应写成 2026-03 这样")]
pub struct MonthError(String);

impl Month {
    /// The month `date` lies in.
    pub fn of(date: NaiveDate) -> Self {
        Self { year: date.year(), number: date.month() }
    }

    /// The month in which a date lies of which the day may be unknown; of a year alone the first.
    pub fn of_partial(date: PartialDate) -> Self {
        Self::of(date.earliest())
    }

    /// The twelve of a year.
    pub fn all_of(year: i32) -> impl Iterator<Item = Self> {
        (1..=12).map(move |number| Self { year, number })
    }

    /// The months from this one to `last`, both included.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |month| Some(month.later(1))).take_while(move |month| *month <= last)
    }

    /// Calendar year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// 1 to 12.
    pub fn number(self) -> u32 {
        self.number
    }

    /// First day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.number, 1).unwrap_or(NaiveDate::MIN)
    }

    /// Last day.
    pub fn last_day(self) -> NaiveDate {
        self.first_day() + Months::new(1) - Days::new(1)
    }

    /// So many months on.
    #[must_use]
    pub fn later(self, months: u32) -> Self {
        Self::of(self.first_day() + Months::new(months))
    }

    /// So many months back.
    #[must_use]
    pub fn earlier(self, months: u32) -> Self {
        Self::of(self.first_day() - Months::new(months))
    }

    /// The quarter it lies in.
    pub fn quarter(self) -> Quarter {
        Quarter::of(self.first_day())
    }

    /// `2026年3月`
    pub fn title(self) -> String {
        format!("{}年{}月", self.year, self.number)
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.number)
    }
}

impl std::str::FromStr for Month {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Self, MonthError> {
        let error = || MonthError(text.to_owned());
        let (year, number) = text.split_once('-').ok_or_else(error)?;
        let is_plain = year.len() == 4 && number.len() == 2;
        let year: i32 = year.parse().map_err(|_| error())?;
        let number: u32 = number.parse().map_err(|_| error())?;
        if is_plain && (1921..=2199).contains(&year) && (1..=12).contains(&number) {
            Ok(Self { year, number })
        } else {
            Err(error())
        }
    }
}

impl TryFrom<String> for Month {
    type Error = MonthError;
    fn try_from(text: String) -> Result<Self, MonthError> {
        text.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_knows_its_days_and_its_neighbours() {
        let month: Month = "2028-02".parse().unwrap();
        assert_eq!(month.last_day().to_string(), "2028-02-29");
        assert_eq!(month.earlier(2).to_string(), "2027-12");
        assert_eq!(month.later(11).to_string(), "2029-01");
        assert_eq!(month.through("2028-04".parse().unwrap()).count(), 3);
        assert_eq!(month.quarter().to_string(), "2028Q1");
        for refused in ["2026-13", "2026-3", "26-03", "2026", "2026-00", "0026-01"] {
            assert!(refused.parse::<Month>().is_err(), "{refused}");
        }
    }
}

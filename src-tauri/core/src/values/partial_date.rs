//! Dates of which the day, or the month, may be unknown.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A date as precise as it is known: a month without a day stays a month (`domain.md` §4).
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
    #[error("“{0}”不是日期,可写成 1990-05-03 或 1990-05")]
    Unreadable(String),
    /// Reads as a date, but the calendar has no such day.
    #[error("日历上没有“{0}”这一天")]
    NoSuchDay(String),
}

impl PartialDate {
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

    /// The date, when the day is known.
    pub fn exact(self) -> Option<NaiveDate> {
        self.day.map(|_| self.earliest())
    }
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

    /// Reads the ISO form that [`Display`](std::fmt::Display) writes.
    fn from_str(text: &str) -> Result<Self, PartialDateError> {
        let unreadable = || PartialDateError::Unreadable(text.to_owned());
        let parts =
            text.split('-').map(|part| part.parse::<u32>().map_err(|_| unreadable())).collect::<Result<Vec<_>, _>>()?;
        let (year, month, day) = match parts[..] {
            [year] => (year, None, None),
            [year, month] => (year, Some(month), None),
            [year, month, day] => (year, Some(month), Some(day)),
            _ => return Err(unreadable()),
        };
        let year = i32::try_from(year).ok().filter(|year| (1000..=9999).contains(year)).ok_or_else(unreadable)?;
        NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1))
            .ok_or_else(|| PartialDateError::NoSuchDay(text.to_owned()))?;
        Ok(Self { year, month, day })
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

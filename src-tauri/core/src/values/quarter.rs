//! Quarters of a year.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A quarter, written `2026Q3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct Quarter {
    year: i32,
    number: u32,
}

/// Not a quarter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}”不是季度，应写成 2026Q3 这样")]
pub struct QuarterError(String);

impl Quarter {
    /// The quarter `date` lies in.
    pub fn of(date: NaiveDate) -> Self {
        Self { year: date.year(), number: date.month0() / 3 + 1 }
    }

    /// Calendar year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// 1 to 4.
    pub fn number(self) -> u32 {
        self.number
    }

    /// First day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.number * 3 - 2, 1).unwrap_or(NaiveDate::MIN)
    }

    /// The four of a year.
    pub fn all_of(year: i32) -> impl Iterator<Item = Self> {
        [1, 4, 7, 10].into_iter().filter_map(move |month| Some(Self::of(NaiveDate::from_ymd_opt(year, month, 1)?)))
    }

    /// The one before.
    pub fn previous(self) -> Self {
        Self::of(self.first_day() - chrono::Days::new(1))
    }

    /// Last day.
    pub fn last_day(self) -> NaiveDate {
        self.first_day() + Months::new(3) - chrono::Days::new(1)
    }

    /// Whether `date` lies in it.
    pub fn contains(self, date: NaiveDate) -> bool {
        Self::of(date) == self
    }

    /// `2026年第三季度`
    pub fn title(self) -> String {
        let name = ["一", "二", "三", "四"].get(self.number as usize - 1).copied().unwrap_or_default();
        format!("{}年第{name}季度", self.year)
    }
}

impl std::fmt::Display for Quarter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}Q{}", self.year, self.number)
    }
}

impl std::str::FromStr for Quarter {
    type Err = QuarterError;

    fn from_str(text: &str) -> Result<Self, QuarterError> {
        let error = || QuarterError(text.to_owned());
        let (year, number) = text.trim().split_once(['Q', 'q']).ok_or_else(error)?;
        let year: i32 = year.parse().map_err(|_| error())?;
        let number: u32 = number.parse().map_err(|_| error())?;
        if (1921..=9999).contains(&year) && (1..=4).contains(&number) {
            Ok(Self { year, number })
        } else {
            Err(error())
        }
    }
}

impl TryFrom<String> for Quarter {
    type Error = QuarterError;
    fn try_from(text: String) -> Result<Self, QuarterError> {
        text.parse()
    }
}

impl From<Quarter> for String {
    fn from(quarter: Quarter) -> Self {
        quarter.to_string()
    }
}

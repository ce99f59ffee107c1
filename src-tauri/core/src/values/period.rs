//! Stretches of time that a report covers.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Quarter;

/// How far a report reaches back from the end of its last quarter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum PeriodSpan {
    #[default]
    Quarter,
    HalfYear,
    Year,
}

/// What a report covers: a quarter, written `2026Q3`, a half of a year, `2026H1`, or a year, `2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct Period {
    last: Quarter,
    span: PeriodSpan,
}

/// Not a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}”不是报告期，应写成 2026Q3（季度）、2026H1（上半年）或 2026（全年）这样")]
pub struct PeriodError(String);

impl Period {
    /// The one that ends with a quarter; `None` where none of that length does.
    pub fn ending(last: Quarter, span: PeriodSpan) -> Option<Self> {
        let ends = match span {
            PeriodSpan::Quarter => true,
            PeriodSpan::HalfYear => last.number().is_multiple_of(2),
            PeriodSpan::Year => last.number() == 4,
        };
        ends.then_some(Self { last, span })
    }

    /// The quarter, the half of the year, and the year that `date` lies in.
    pub fn all_with(date: NaiveDate) -> [Self; 3] {
        let quarter = Quarter::of(date);
        let quarters = || Quarter::all_of(quarter.year());
        let half = quarters().find(|last| last.number().is_multiple_of(2) && *last >= quarter);
        let year = quarters().last();
        [
            Self::from(quarter),
            Self { last: half.unwrap_or(quarter), span: PeriodSpan::HalfYear },
            Self { last: year.unwrap_or(quarter), span: PeriodSpan::Year },
        ]
    }

    /// The quarter with which it ends.
    pub fn last_quarter(self) -> Quarter {
        self.last
    }

    /// How long it is.
    pub fn span(self) -> PeriodSpan {
        self.span
    }

    /// The calendar year that it lies in.
    pub fn year(self) -> i32 {
        self.last.year()
    }

    /// Its quarters, the oldest first.
    pub fn quarters(self) -> Vec<Quarter> {
        let count = match self.span {
            PeriodSpan::Quarter => 1,
            PeriodSpan::HalfYear => 2,
            PeriodSpan::Year => 4,
        };
        let mut quarters: Vec<_> =
            std::iter::successors(Some(self.last), |quarter| Some(quarter.previous())).take(count).collect();
        quarters.reverse();
        quarters
    }

    /// First day, inclusive.
    pub fn first_day(self) -> NaiveDate {
        self.quarters().first().copied().unwrap_or(self.last).first_day()
    }

    /// Last day, inclusive.
    pub fn last_day(self) -> NaiveDate {
        self.last.last_day()
    }

    /// Whether `date` lies in it.
    pub fn contains(self, date: NaiveDate) -> bool {
        self.first_day() <= date && date <= self.last_day()
    }

    /// The one of the same length before it.
    pub fn previous(self) -> Self {
        let day_before = self.first_day() - chrono::Days::new(1);
        Self { last: Quarter::of(day_before), span: self.span }
    }

    /// `2026年第三季度`, `2026年上半年`, `2026年度`
    pub fn title(self) -> String {
        match (self.span, self.last.number()) {
            (PeriodSpan::Quarter, _) => self.last.title(),
            (PeriodSpan::HalfYear, 2) => format!("{}年上半年", self.year()),
            (PeriodSpan::HalfYear, _) => format!("{}年下半年", self.year()),
            (PeriodSpan::Year, _) => format!("{}年度", self.year()),
        }
    }

    /// How a report speaks of its own time.
    pub fn this(self) -> &'static str {
        match self.span {
            PeriodSpan::Quarter => "本季度",
            PeriodSpan::HalfYear => "本半年",
            PeriodSpan::Year => "本年度",
        }
    }
}

impl From<Quarter> for Period {
    fn from(quarter: Quarter) -> Self {
        Self { last: quarter, span: PeriodSpan::Quarter }
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.span {
            PeriodSpan::Quarter => self.last.fmt(f),
            PeriodSpan::HalfYear => write!(f, "{}H{}", self.year(), self.last.number() / 2),
            PeriodSpan::Year => write!(f, "{}", self.year()),
        }
    }
}

impl std::str::FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let (text, error) = (text.trim(), || PeriodError(text.to_owned()));
        let of = |quarter: String, span| Self::ending(quarter.parse().ok()?, span);
        let period = match text.split_once(['H', 'h']) {
            Some((year, half @ ("1" | "2"))) => {
                of(format!("{year}Q{}", if half == "1" { 2 } else { 4 }), PeriodSpan::HalfYear)
            }
            Some(_) => None,
            None if text.contains(['Q', 'q']) => of(text.to_owned(), PeriodSpan::Quarter),
            None => of(format!("{text}Q4"), PeriodSpan::Year),
        };
        period.ok_or_else(error)
    }
}

impl TryFrom<String> for Period {
    type Error = PeriodError;
    fn try_from(text: String) -> Result<Self, PeriodError> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("2026Q3", "2026-07-01", "2026-09-30", "2026年第三季度", "2026Q2")]
    #[case("2026H1", "2026-01-01", "2026-06-30", "2026年上半年", "2025H2")]
    #[case("2026H2", "2026-07-01", "2026-12-31", "2026年下半年", "2026H1")]
    #[case("2026", "2026-01-01", "2026-12-31", "2026年度", "2025")]
    fn a_period_is_read_and_written(
        #[case] text: &str,
        #[case] first: &str,
        #[case] last: &str,
        #[case] title: &str,
        #[case] before: &str,
    ) {
        let period: Period = text.parse().unwrap();
        assert_eq!(period.to_string(), text);
        assert_eq!(
            (period.first_day().to_string(), period.last_day().to_string()),
            (first.to_owned(), last.to_owned())
        );
        assert_eq!((period.title(), period.previous().to_string()), (title.to_owned(), before.to_owned()));
    }

    #[rstest]
    fn what_is_no_period_is_refused(
        #[values("", "2026H3", "2026H", "2026Q5", "26", "H1", "2026-09", "2026年")] text: &str,
    ) {
        assert_eq!(text.parse::<Period>(), Err(PeriodError(text.to_owned())));
    }

    #[test]
    fn a_day_lies_in_three_periods() {
        let day = NaiveDate::from_ymd_opt(2026, 2, 3).unwrap();
        assert_eq!(Period::all_with(day).map(|period| period.to_string()), ["2026Q1", "2026H1", "2026"]);
    }
}

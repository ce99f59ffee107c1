//! Money.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An amount in fen, never less than nothing. On the wire a whole number of fen; in a sentence yuan, `23.50`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(transparent)]
#[ts(as = "f64")]
pub struct Fen(u64);

impl Fen {
    /// The largest amount that is read: a hundred million yuan, far more than any branch has.
    pub const LARGEST: Self = Self(10_000_000_000);

    /// So many fen; more than [`Fen::LARGEST`] becomes that.
    pub const fn new(fen: u64) -> Self {
        Self(if fen > Self::LARGEST.0 { Self::LARGEST.0 } else { fen })
    }

    /// So many whole yuan.
    pub const fn yuan(yuan: u32) -> Self {
        Self::new(yuan as u64 * 100)
    }

    /// How many fen.
    pub const fn fen(self) -> u64 {
        self.0
    }

    /// Nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// What is left after taking `other` away; nothing where that is more.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// `parts` of `whole` parts of it, to the fen, half a fen upwards.
    #[must_use]
    pub const fn share(self, parts: u32, whole: u32) -> Self {
        if whole == 0 { Self(0) } else { Self((self.0 * parts as u64 + whole as u64 / 2) / whole as u64) }
    }

    /// Rounded to a multiple of `unit`, half of it upwards; nothing has no multiples and rounds nothing.
    #[must_use]
    pub fn rounded_to(self, unit: Self) -> Self {
        (self.0 + unit.0 / 2).checked_div(unit.0).map_or(self, |times| Self(times * unit.0))
    }

    /// Reads yuan as people and statements write them: `23.5`, `¥1,000.00`, `23.50元`, full-width digits. `None` when it is
    /// no amount, has more than two decimals, is negative or absurd.
    pub fn read(text: &str) -> Option<Self> {
        let plain = super::half_width(text).replace([',', '¥', '￥', ' '], "");
        let plain = plain.trim().trim_end_matches('元');
        let (yuan, cents) = plain.split_once('.').unwrap_or((plain, ""));
        let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        if plain.is_empty() || !digits(yuan) || !digits(cents) || yuan.len() > 9 {
            return None;
        }
        // Spreadsheets write 23.5 and 23.500 for the same amount.
        let cents = cents.trim_end_matches('0');
        if cents.len() > 2 || yuan.is_empty() && cents.is_empty() {
            return None;
        }
        let yuan: u64 = if yuan.is_empty() { 0 } else { yuan.parse().ok()? };
        let cents: u64 = format!("{cents:0<2}").parse().ok()?;
        Some(Self(yuan * 100 + cents)).filter(|fen| *fen <= Self::LARGEST)
    }
}

impl std::ops::Add for Fen {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::ops::AddAssign for Fen {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl std::iter::Sum for Fen {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self(0), |sum, fen| sum + fen)
    }
}

impl std::fmt::Display for Fen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl<'de> Deserialize<'de> for Fen {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fen = u64::deserialize(deserializer).map(Self);
        fen.and_then(|fen| {
            if fen <= Self::LARGEST { Ok(fen) } else { Err(serde::de::Error::custom("金额太大，请核对")) }
        })
    }
}

impl rusqlite::ToSql for Fen {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        i64::try_from(self.0).map(Into::into).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
    }
}

impl rusqlite::types::FromSql for Fen {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        let fen = value.as_i64()?;
        u64::try_from(fen).map(Self).map_err(|_| rusqlite::types::FromSqlError::OutOfRange(fen))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("23.5", Some(2350))]
    #[case(" ¥1,000.00 ", Some(100_000))]
    #[case("￥0.20", Some(20))]
    #[case("２３．５０元", Some(2350))]
    #[case("12", Some(1200))]
    #[case(".5", Some(50))]
    #[case("23.500", Some(2350))]
    #[case("23.505", None)]
    #[case("-5", None)]
    #[case("", None)]
    #[case(".", None)]
    #[case("五元", None)]
    #[case("1e5", None)]
    #[case("9999999999", None)]
    fn an_amount_is_read_as_people_write_it(#[case] text: &str, #[case] fen: Option<u64>) {
        assert_eq!(Fen::read(text).map(Fen::fen), fen);
    }

    #[test]
    fn an_amount_is_said_in_yuan_and_goes_over_the_wire_in_fen() {
        assert_eq!(Fen::new(133_333).to_string(), "1333.33");
        assert_eq!(Fen::new(5).to_string(), "0.05");
        assert_eq!(serde_json::to_string(&Fen::new(2350)).unwrap(), "2350");
        for refused in ["-1", "1.5", "10000000001", "\"5\""] {
            assert!(serde_json::from_str::<Fen>(refused).is_err(), "{refused}");
        }
    }
}

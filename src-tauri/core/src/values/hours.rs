//! Hours of study.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

/// 学时, kept in tenths: `Hours::from_tenths(25)` is two and a half. On the wire a number, `2.5`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(as = "f64")]
pub struct Hours(u32);

impl Hours {
    /// From tenths of an hour.
    pub const fn from_tenths(tenths: u32) -> Self {
        Self(tenths)
    }

    /// Whole hours.
    pub const fn whole(hours: u32) -> Self {
        Self(hours * 10)
    }

    /// In tenths of an hour.
    pub const fn tenths(self) -> u32 {
        self.0
    }
}

impl std::ops::Add for Hours {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::iter::Sum for Hours {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self(0), |sum, hours| sum + hours)
    }
}

impl std::fmt::Display for Hours {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0.is_multiple_of(10) {
            write!(f, "{}", self.0 / 10)
        } else {
            write!(f, "{}.{}", self.0 / 10, self.0 % 10)
        }
    }
}

impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 10.0)
    }
}

impl<'de> Deserialize<'de> for Hours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hours = f64::deserialize(deserializer)?;
        if !(0.0..=10_000.0).contains(&hours) {
            return Err(serde::de::Error::custom("学时应在 0 到 10000 之间"));
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the range was just checked
        Ok(Self((hours * 10.0).round() as u32))
    }
}

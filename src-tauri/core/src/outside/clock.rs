//! What time it is.

use chrono::{DateTime, FixedOffset, Local, NaiveDate};

/// Knows what time it is. Rules get dates as arguments; only the desk asks the clock.
pub trait Clock: Send + Sync {
    /// Now, with the local offset.
    fn now(&self) -> DateTime<FixedOffset>;

    /// The local calendar date.
    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }
}

/// A clock that stands still, for tests, the demo and `--today`.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub DateTime<FixedOffset>);

impl FixedClock {
    /// Nine in the morning, China time, of `day`.
    pub fn on(day: NaiveDate) -> Self {
        let nine = day.and_time(chrono::NaiveTime::MIN) + chrono::Duration::hours(9);
        let offset = chrono::Duration::hours(8);
        let zone = FixedOffset::east_opt(offset.num_seconds() as i32);
        Self(zone.map_or_else(
            || nine.and_utc().fixed_offset(),
            |zone| DateTime::from_naive_utc_and_offset(nine - offset, zone),
        ))
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<FixedOffset> {
        self.0
    }
}

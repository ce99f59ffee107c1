//! What a room says is due, late or missing. Each room that has something to say has one function for it, a [`Watch`],
//! and one line in the list [`watches`](crate::watches), from which the home page, the numbers in the side bar and the
//! report take what they show.

use chrono::NaiveDate;

use crate::outside::Outside;
use crate::rules::{Finding, RuleBook};
use crate::values::Quarter;
use crate::vault::{Reader, VaultError};

/// Says what the rules find in one room. It changes nothing and blocks nothing (trap 3).
pub type Watch = fn(&WatchContext<'_>) -> Result<Vec<Finding>, VaultError>;

/// What is looked at. Who the members of the day are a room above asks the roster, which has them at hand.
pub struct WatchContext<'a> {
    pub reader: &'a Reader<'a>,
    pub rules: &'a RuleBook,
    /// The records are looked at as they were on this day: today, or the last day of a quarter that is over.
    pub day: NaiveDate,
    /// From this day on something is late: today, or the day after a quarter that is over, so that its report reads the
    /// same however late it is looked at.
    pub judged_on: NaiveDate,
    /// The quarters that are still open, the newest first: the running one, and the one before as long as its report is
    /// not signed. For the report it is the one that is reported.
    pub quarters: &'a [Quarter],
    /// What lies outside the file, as the clock; `None` for a report, which follows from the records alone.
    pub outside: Option<&'a Outside>,
}

impl WatchContext<'_> {
    /// Whether the quarter before the one of the day is still open.
    pub fn last_is_open(&self) -> bool {
        self.quarters.contains(&Quarter::of(self.day).previous())
    }
}

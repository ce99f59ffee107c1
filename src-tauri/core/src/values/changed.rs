//! From when a change holds, and why.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PartialDate;

/// What is said of a change when a record is saved. It goes into the history, not into the record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Changed {
    /// From when what was changed holds; `None` means from today, in a new record from the beginning.
    #[serde(default)]
    pub since: Option<PartialDate>,
    /// Why it changed; may be empty.
    #[serde(default)]
    pub why: String,
}

//! What to think of before a report is signed: afterwards it stands.

use chrono::NaiveDate;

use crate::values::{Quarter, day_title};

/// A sentence when the quarter is not over on `today`.
pub(super) fn still_runs(quarter: Quarter, today: NaiveDate) -> Option<String> {
    let last = quarter.last_day();
    let left = match (last - today).num_days() {
        ..0 => return None,
        0 => "今天才结束".to_owned(),
        days => format!("还有 {days} 天（到{}）", day_title(last)),
    };
    Some(format!("本季度{left}。现在签名，以后的会议和学习都不在这份报告里；签名后再改，就要写明理由，另出更正版"))
}

//! 性别

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::titled;

/// 性别
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// 男
    Male,
    /// 女
    Female,
}

titled! { Sex { Male => "男", Female => "女" } }

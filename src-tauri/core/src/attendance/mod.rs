//! How members stood to meetings: what is recorded of each, and what follows from many.
//!
//! Below the roster and the meetings, which both read it.

mod absences;
mod missed;
mod settle;

pub(crate) use absences::{absent_since, follow_back};
pub(crate) use missed::missed_three;
pub(crate) use settle::settle;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::values::{stored_as_text, titled};

stored_as_text!(AttendanceStatus, ExclusionGround);

/// How one person stands to one meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttendanceStatus {
    /// 到会
    Present,
    /// 请假, with a reason
    OnLeave,
    /// 缺席
    Absent,
    /// 不作硬性要求 (B19): the old, weak or gravely ill; never absent
    NotRequired,
}

titled! { AttendanceStatus {
    Present => "到会",
    OnLeave => "请假",
    Absent => "缺席",
    NotRequired => "不作硬性要求",
} }

/// Why a member does not count, and what that rests on (V11: both are recorded).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Exclusion {
    /// Which of the six cases.
    pub ground: ExclusionGround,
    /// The superior's consent: its number or date, as entered.
    pub consent: String,
    /// The general meeting's decision: its date, as entered.
    pub decision: String,
}

/// The six cases of V11.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExclusionGround {
    /// 不能表达意志
    NoExpression,
    /// 自费出国半年以上
    Abroad,
    /// 留党察看或服刑
    Punished,
    /// 年老体弱卧床
    Bedridden,
    /// 应转组织关系未转半年以上
    TransferOverdue,
    /// 回原籍长期居住的离退休党员
    RetiredHome,
}

titled! { ExclusionGround {
    NoExpression => "因患病不能表达意志",
    Abroad => "自费出国半年以上",
    Punished => "留党察看或者服刑",
    Bedridden => "年老体弱、卧床不起",
    TransferOverdue => "应转组织关系而未转，已半年以上",
    RetiredHome => "离退休后回原籍长期居住",
} }

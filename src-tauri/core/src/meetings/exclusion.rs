//! V11: six cases in which a member does not count among the voting members expected.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AttendanceEntry, AttendanceStatus};
use crate::problem::Invalid;

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

impl ExclusionGround {
    /// Its Chinese name.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoExpression => "因患病不能表达意志",
            Self::Abroad => "自费出国半年以上",
            Self::Punished => "留党察看或者服刑",
            Self::Bedridden => "年老体弱、卧床不起",
            Self::TransferOverdue => "应转组织关系而未转，已半年以上",
            Self::RetiredHome => "离退休后回原籍长期居住",
        }
    }
}

/// Whoever is there counts; and no exclusion stands without both papers.
pub(super) fn check(index: usize, name: &str, entry: &AttendanceEntry, invalid: &mut Invalid) {
    let Some(exclusion) = &entry.exclusion else { return };
    if entry.status == Some(AttendanceStatus::Present) {
        invalid.add(format!("entries.{index}.exclusion"), format!("{name}已到会，不能不计入应到人数"));
    }
    if exclusion.consent.trim().is_empty() {
        invalid.add(format!("entries.{index}.exclusion.consent"), format!("请填写上级同意不计入{name}的文号或日期"));
    }
    if exclusion.decision.trim().is_empty() {
        invalid.add(format!("entries.{index}.exclusion.decision"), format!("请填写支部大会通过不计入{name}的日期"));
    }
}

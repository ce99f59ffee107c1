//! What can be set.

use crate::values::titled;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the secretary can set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// Minutes without activity after which the window locks; 0 never.
    pub lock_after_minutes: LockAfter,
    /// 经办人: who enters things, for the members' timelines; empty means the secretary.
    pub operator: String,
    /// 介绍信有效期 in days, as the superior sets it (E12); `None` takes the rule's.
    pub letter_valid_days: Option<u32>,
    /// Where that is laid down.
    pub letter_valid_source: String,
    /// In which order people stand on the attendance list and the sign-in sheet.
    pub attendance_order: AttendanceOrder,
}

/// For how many minutes nothing may be done in the window before it locks; a type of its own for the sake of its default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct LockAfter(pub u32);

impl Default for LockAfter {
    fn default() -> Self {
        Self(10)
    }
}

/// The order of people at a meeting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttendanceOrder {
    /// 按姓名拼音
    #[default]
    Pinyin,
    /// 按姓氏笔画
    Strokes,
    /// 按党小组, in each by pinyin
    Group,
}

titled! { AttendanceOrder {
    Pinyin => "按姓名拼音",
    Strokes => "按姓氏笔画",
    Group => "按党小组",
} }

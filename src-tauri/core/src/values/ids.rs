//! Names of records and rooms that other rooms use.

use serde::de::value::{Error as ValueError, StrDeserializer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Identifies a member. Names are not unique (trap 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct MemberId(pub i64);

/// Identifies a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct MeetingId(pub i64);

/// Identifies a transfer, out or in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct TransferId(pub i64);

/// A room of the program; also the name of its folder on every floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Room {
    /// 支部
    Branch,
    /// 党员名册
    Roster,
    /// 组织生活
    Meetings,
    /// 选举
    Elections,
    /// 民主评议党员
    Appraisal,
    /// 发展党员
    Development,
    /// 学习教育
    Study,
    /// 报告报送
    Reports,
    /// 签名
    Signing,
    /// 组织关系转接
    Transfers,
    /// 决议落实
    Tasks,
    /// 谈心谈话
    Talks,
    /// 照片和附件
    Attachments,
    /// 设置
    Settings,
    /// 首页
    Home,
}

impl Room {
    /// Each of them.
    pub const ALL: &'static [Self] = &[
        Self::Branch,
        Self::Roster,
        Self::Meetings,
        Self::Elections,
        Self::Appraisal,
        Self::Development,
        Self::Study,
        Self::Reports,
        Self::Signing,
        Self::Transfers,
        Self::Tasks,
        Self::Talks,
        Self::Attachments,
        Self::Settings,
        Self::Home,
    ];

    /// The room whose folder has this name.
    pub fn in_folder(name: &str) -> Option<Self> {
        Self::deserialize(StrDeserializer::<ValueError>::new(name)).ok()
    }

    /// As the window calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Branch => "支部",
            Self::Roster => "党员名册",
            Self::Meetings => "组织生活",
            Self::Elections => "选举",
            Self::Appraisal => "民主评议党员",
            Self::Development => "发展党员",
            Self::Study => "学习教育",
            Self::Reports => "报告报送",
            Self::Signing => "签名",
            Self::Transfers => "组织关系转接",
            Self::Tasks => "决议落实",
            Self::Talks => "谈心谈话",
            Self::Attachments => "照片和附件",
            Self::Settings => "设置",
            Self::Home => "首页",
        }
    }
}

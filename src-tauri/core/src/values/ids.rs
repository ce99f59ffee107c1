//! Names of records and rooms that other rooms use.

use serde::de::value::{Error as ValueError, StrDeserializer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::titled;

/// Identifies a member. Names are not unique (trap 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct MemberId(pub i64);

/// Identifies a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct MeetingId(pub i64);

/// Identifies a document of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct LibraryDocumentId(pub i64);

/// Identifies a study session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct StudySessionId(pub i64);

/// Identifies a topic of the plan of study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct StudyTopicId(pub i64);

/// Identifies a payment of dues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct DuesPaymentId(pub i64);

/// Identifies a line of 收支.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct DuesEntryId(pub i64);

/// Identifies a transfer, out or in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct TransferId(pub i64);

/// Declares the rooms, each with its Chinese name.
macro_rules! rooms {
    ($( $room:ident => $title:literal, )+) => {
        /// A room of the program; also the name of its folder on every floor.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum Room {
            $( #[doc = $title] $room, )+
        }

        titled! { Room { $( $room => $title, )+ } }
    };
}

rooms! {
    Branch => "支部",
    Roster => "党员名册",
    Meetings => "组织生活",
    Elections => "选举",
    Appraisal => "民主评议党员",
    Development => "发展党员",
    Study => "学习教育",
    Library => "文库",
    Dues => "党费",
    Reports => "报告报送",
    Signing => "签名",
    Transfers => "组织关系转接",
    Disposals => "组织处置",
    Tasks => "决议落实",
    Talks => "谈心谈话",
    Attachments => "照片和附件",
    Returns => "上级的表",
    Superior => "下级支部",
    Settings => "设置",
    Home => "首页",
    Rules => "规程",
}

impl Room {
    /// The room whose folder has this name.
    pub fn in_folder(name: &str) -> Option<Self> {
        Self::deserialize(StrDeserializer::<ValueError>::new(name)).ok()
    }
}

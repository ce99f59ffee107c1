//! What travels between the window and the room.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::roster::MemberId;

/// Identifies a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct TalkId(pub i64);

/// A talk as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TalkRecord {
    /// `None` adds one.
    pub id: Option<TalkId>,
    pub held_on: NaiveDate,
    /// One of the two.
    pub first: MemberId,
    /// The other.
    pub second: MemberId,
    #[serde(default)]
    pub place: String,
    /// What was talked about, in the secretary's own words; may stay empty.
    #[serde(default)]
    pub content: String,
}

/// Which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TalkYearRequest {
    pub year: i32,
}

/// A year of talks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TalkYear {
    pub year: i32,
    /// Talks, newest first.
    pub talks: Vec<Talk>,
    /// Members of the branch who have not talked with anyone, in roster order.
    pub without: Vec<TalkMember>,
}

/// A talk in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Talk {
    /// As entered.
    #[serde(flatten)]
    pub talk: TalkRecord,
    /// Name of the one.
    pub first_name: String,
    /// Name of the other.
    pub second_name: String,
}

/// Somebody by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TalkMember {
    pub member: MemberId,
    pub name: String,
}

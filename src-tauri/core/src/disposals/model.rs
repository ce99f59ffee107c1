//! What travels between the window and the room.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::roster::MemberId;
use crate::values::{MeetingId, titled};

/// Identifies a disposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct DisposalId(pub i64);

/// The three means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DisposalKind {
    /// 限期改正 (E10)
    Correction,
    /// 劝其退党
    Persuasion,
    /// 党内除名
    StrikingOff,
}

titled! { DisposalKind {
    Correction => "限期改正",
    Persuasion => "劝其退党",
    StrikingOff => "党内除名",
} }

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DisposalOutcome {
    /// 已经改正
    Corrected,
    /// 本人退党
    Left,
    /// 已经除名
    StruckOff,
    /// 不再处置
    NotDone,
}

titled! { DisposalOutcome {
    Corrected => "已经改正",
    Left => "本人退党",
    StruckOff => "已经除名",
    NotDone => "不再处置",
} }

/// A disposal as entered. No day is asked for before it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisposalRecord {
    /// `None` adds one.
    pub id: Option<DisposalId>,
    pub member: MemberId,
    pub kind: DisposalKind,
    /// What it is about, in the secretary's own words.
    pub ground: String,
    /// When it was taken up.
    pub begun_on: NaiveDate,
    /// 谈话教育
    #[serde(default)]
    pub talked_on: Option<NaiveDate>,
    /// 向上级事前备案 (E15)
    #[serde(default)]
    pub filed_on: Option<NaiveDate>,
    /// The general meeting that decided, where it is in the minutes book.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
    /// When the general meeting decided.
    #[serde(default)]
    pub decided_on: Option<NaiveDate>,
    /// 上级批复
    #[serde(default)]
    pub replied_on: Option<NaiveDate>,
    /// The last day of a correction (E10).
    #[serde(default)]
    pub term_to: Option<NaiveDate>,
    /// How it ended; together with its day.
    #[serde(default)]
    pub outcome: Option<DisposalOutcome>,
    #[serde(default)]
    pub ended_on: Option<NaiveDate>,
    #[serde(default)]
    pub note: String,
}

/// A disposal in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Disposal {
    /// As entered.
    #[serde(flatten)]
    pub record: DisposalRecord,
    pub name: String,
    /// By which day a correction ends as a rule (E10): so many months after the decision; for what is no correction `None`.
    pub usual_term: Option<NaiveDate>,
}

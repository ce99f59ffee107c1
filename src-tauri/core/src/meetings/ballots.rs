//! The papers of a secret vote: on people or on a motion.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::outside::document;

/// Ballots printed at once.
pub(crate) const COPIES_AT_MOST: u32 = 500;

/// What a ballot or a tally sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VotedOn {
    /// Those who stand for election.
    People,
    /// A motion of a meeting.
    Motion,
}

/// 选票, or 表决票 of a motion: all alike, without a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballots {
    /// Branch name.
    pub branch: String,
    /// `换届选举支部委员会委员选票`
    pub title: String,
    /// The day of the vote.
    pub on: NaiveDate,
    /// What is voted on.
    pub of: VotedOn,
    /// Candidates by strokes; of a motion its subject.
    pub candidates: Vec<String>,
    /// 另选他人: blank lines.
    pub blank_names: u32,
    /// How to mark it.
    pub notes: Vec<String>,
    /// How many.
    pub copies: u32,
}

document!(Ballots, "ballots");

/// 计票报告单 of one round, or 计票单 of a motion. What a hand is to fill in is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TallySheet {
    /// Branch name.
    pub branch: String,
    /// `换届选举支部委员会委员计票报告单`
    pub title: String,
    /// What was voted on.
    pub of: VotedOn,
    /// The meeting's title.
    pub meeting: String,
    /// Its day.
    pub on: NaiveDate,
    /// Where.
    pub place: String,
    /// Seats of this round.
    pub seats: u32,
    /// Voters and ballots, each with its name.
    pub counts: Vec<(String, Option<u32>)>,
    /// Candidates by strokes, then the written-in names; of a motion its subject.
    pub rows: Vec<TallyRow>,
    /// The sentence that was read out; empty before the counting.
    pub result: String,
    /// 总监票人
    pub chief_scrutineer: String,
    /// 监票人
    pub scrutineers: Vec<String>,
    /// 计票人
    pub counters: Vec<String>,
}

document!(TallySheet, "tally_sheet");

/// One line of a tally sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TallyRow {
    /// Name; empty to be filled in.
    pub name: String,
    /// 另选他人
    pub written_in: bool,
    /// 赞成
    pub votes_for: Option<u32>,
    /// 不赞成
    pub votes_against: Option<u32>,
    /// 弃权
    pub abstained: Option<u32>,
    /// 当选, 未当选, 再次投票
    pub result: String,
}

//! What travels between the window and the room.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ElectionApproval;
use crate::meetings::MeetingId;
use crate::problem::FieldProblem;
use crate::roster::{MemberId, Offices};
use crate::rules::Finding;

/// Identifies an election.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct ElectionId(pub i64);

/// Why it is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ElectionPurpose {
    /// 换届: those elected follow those before them
    Regular,
    /// 补选: those elected join those who stay
    ByElection,
}

/// What is elected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ElectionPost {
    /// 支部委员会委员, by the general meeting
    CommitteeMember,
    /// 书记, by the committee; where there is none, by the general meeting (V10)
    Secretary,
    /// 副书记, likewise
    DeputySecretary,
}

/// Where an election stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ElectionState {
    /// No round was counted yet.
    Prepared,
    /// A further vote is due.
    Counting,
    /// Every seat is filled.
    Decided,
    /// The offices were assigned.
    Concluded,
}

/// What the secretary enters to prepare an election.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Election {
    /// `None` makes a new one.
    pub id: Option<ElectionId>,
    /// The meeting at which it is held.
    pub meeting: MeetingId,
    /// Why it is held.
    pub purpose: ElectionPurpose,
    /// What is elected.
    pub post: ElectionPost,
    /// 应选名额
    pub seats: u32,
    /// Candidates; in a reply by strokes, as on the ballot.
    #[serde(default)]
    pub candidates: Vec<MemberId>,
    /// 总监票人
    #[serde(default)]
    pub chief_scrutineer: String,
    /// 监票人, by name
    #[serde(default)]
    pub scrutineers: Vec<String>,
    /// 计票人, by name
    #[serde(default)]
    pub counters: Vec<String>,
}

/// Someone who is voted for. Whoever is not a member with the right to be elected has a name only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct ElectionPerson {
    /// Who; `None` for a written-in name of nobody who can be elected.
    pub member: Option<MemberId>,
    pub name: String,
}

/// One round as counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ElectionRound {
    pub election: ElectionId,
    /// `None` adds one; only the newest can be changed.
    pub number: Option<u32>,
    /// 应到会有选举权的人数
    pub voters_expected: u32,
    /// 实到会有选举权的人数
    pub voters_present: u32,
    /// 发出选票
    pub handed_out: u32,
    /// 收回选票
    pub collected: u32,
    /// 无效票
    pub invalid: u32,
    /// The candidates' votes.
    pub candidates: Vec<ElectionVotes>,
    /// 另选他人
    #[serde(default)]
    pub write_ins: Vec<ElectionWriteIn>,
}

/// A candidate's votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ElectionVotes {
    pub member: MemberId,
    /// 赞成
    pub votes_for: u32,
    /// 不赞成
    pub votes_against: u32,
    /// 弃权
    pub abstained: u32,
}

/// Votes for someone who is not on the ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ElectionWriteIn {
    /// Who; `None` takes the member of that name, if there is just one who can be elected.
    pub member: Option<MemberId>,
    /// Name as written.
    pub name: String,
    /// How many wrote it.
    pub votes: u32,
}

/// Names a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ElectionRoundRef {
    pub election: ElectionId,
    /// Which round, from 1.
    pub number: u32,
}

/// Assigns the offices and ends those before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ElectionConcludeRequest {
    pub election: ElectionId,
    /// The offices of those elected, and of those who held one before where it differs from the proposal.
    pub offices: Vec<ElectionOffice>,
    /// 第几届: the term that begins with it; `None` records none.
    #[serde(default)]
    pub term: Option<u32>,
}

/// Who holds which office from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ElectionOffice {
    pub member: MemberId,
    /// Which; one may hold two, and who has none holds none any more.
    pub offices: Offices,
}

/// Which elections to list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ElectionQuery {
    /// Only those of this meeting.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
}

/// An election in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ElectionRow {
    pub id: ElectionId,
    /// `换届选举支部委员会委员`
    pub title: String,
    pub meeting: MeetingId,
    pub meeting_title: String,
    pub on: NaiveDate,
    /// 应选名额
    pub seats: u32,
    /// Names of those elected, in the order of the counting.
    pub elected: Vec<String>,
    /// Where it stands.
    pub state: ElectionState,
}

/// An election, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ElectionView {
    /// As entered.
    pub election: Election,
    /// `换届选举支部委员会委员`
    pub title: String,
    /// The meeting's title.
    pub meeting_title: String,
    /// The meeting's day.
    pub on: NaiveDate,
    /// The meeting's attendance was recorded, so that ballots can be counted.
    pub held: bool,
    /// Where it stands.
    pub state: ElectionState,
    /// 应到会有选举权的人数, from the meeting's attendance
    pub voters_expected: u32,
    /// 实到会有选举权的人数, likewise
    pub voters_present: u32,
    /// Candidates by strokes.
    pub candidates: Vec<ElectionPerson>,
    /// Everyone who can be elected, by strokes.
    pub eligible: Vec<ElectionPerson>,
    /// How many candidates there should be (V04).
    pub candidates_needed: u32,
    /// The sentence to read out before the vote.
    pub before: String,
    /// Rounds in order.
    pub rounds: Vec<ElectionRoundView>,
    /// The vote that is due next; `None` when every seat is filled.
    pub next: Option<ElectionNextRound>,
    /// Those elected, in the order of the counting.
    pub elected: Vec<ElectionElected>,
    /// Who else holds an office on the day, with the office proposed from then on.
    pub holders: Vec<ElectionHolder>,
    /// The number of the term that would begin with it (换届); `None` when none begins, or it is recorded already.
    pub term: Option<u32>,
    /// Who took up, kept or laid down which office, once concluded.
    pub offices: Vec<ElectionOffice>,
    /// The superior's approval (V10), once it came.
    pub approval: Option<ElectionApproval>,
    /// What is missing or odd, with its article.
    pub findings: Vec<Finding>,
}

/// Why a round is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ElectionRoundKind {
    /// All candidates, all seats.
    First,
    /// Among those whose votes were equal (V08).
    RunOff,
    /// For the seats that nobody was elected to (V08).
    Rest,
}

/// The vote that is due next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ElectionNextRound {
    pub number: u32,
    /// Why it is held.
    pub kind: ElectionRoundKind,
    /// The round before was void and is held again (V06).
    pub again: bool,
    /// Seats to be filled.
    pub seats: u32,
    /// Who stands, by strokes. For the rest of the seats a proposal: others may stand.
    pub candidates: Vec<ElectionPerson>,
    /// The sentence to read out before it.
    pub before: String,
}

/// A round with its outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ElectionRoundView {
    /// As entered.
    pub round: ElectionRound,
    /// Why it was held.
    pub kind: ElectionRoundKind,
    /// Seats to be filled.
    pub seats: u32,
    /// 有效票
    pub valid_ballots: u32,
    /// V03, V06: the round stands.
    pub stands: bool,
    /// Votes in favour that elect (V05).
    pub votes_needed: u32,
    /// Who was elected, by votes.
    pub elected: Vec<ElectionPerson>,
    /// Who must be voted on again (V08).
    pub tied: Vec<ElectionPerson>,
    /// Seats still open.
    pub open_seats: u32,
    /// The sentence to read out; empty while something cannot be.
    pub announcement: String,
    /// What cannot be, field by field; it is refused when saved.
    pub problems: Vec<FieldProblem>,
    /// What is odd, field by field; it can be saved.
    pub remarks: Vec<FieldProblem>,
}

/// Someone who was elected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ElectionElected {
    pub person: ElectionPerson,
    /// In which round.
    pub round: u32,
    /// With how many votes.
    pub votes: u32,
}

/// Someone who holds an office on the day and was not elected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ElectionHolder {
    pub member: MemberId,
    pub name: String,
    pub offices: Offices,
    /// Which from then on; none lays them down.
    pub proposed: Offices,
}

//! What can be wrong with a request about an election.

use crate::branch::BranchError;
use crate::meetings::MeetingError;
use crate::problem::{Explain, FieldProblem, Invalid};
use crate::roster::RosterError;
use crate::vault::VaultError;

/// Why a request about an election was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum ElectionError {
    /// Fields of the request are at fault.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// There is no such election.
    #[error("找不到这次选举，可能已被删除")]
    NoSuchElection,
    /// There is no such round.
    #[error("找不到这次投票，可能已被删除")]
    NoSuchRound,
    /// The meeting's attendance must be recorded first.
    #[error("这次会议还没有登记到会，不能计票")]
    NotHeld,
    /// The meeting was called off.
    #[error("这次会议已取消，不能再选举")]
    MeetingCancelled,
    /// Rounds rest on it.
    #[error("已经计过票，选什么、选几名、候选人和会议都不能再改")]
    Counted,
    /// A later round rests on it.
    #[error("后面已有再次投票，只能修改最后一次")]
    LaterRound,
    /// Every seat is filled.
    #[error("应选名额已经全部选出，不用再投票")]
    AllElected,
    /// Nobody was elected yet.
    #[error("还没有人当选，不能办结")]
    NobodyElected,
    /// Those whose votes were equal must be voted on first.
    #[error("还有票数相等、须再次投票的，不能办结")]
    RunOffDue,
    /// The offices were assigned.
    #[error("这次选举已经办结，不能再改")]
    Concluded,
    /// Nothing was decided that could be approved.
    #[error("这次选举还没有办结，不能登记批复")]
    NotConcluded,
    /// No round was counted, so there is nothing to report.
    #[error("还没有计票，打印不出来")]
    NotCounted,
    /// There is nobody on the ballot.
    #[error("还没有候选人，印不了选票")]
    NoCandidates,
    /// The meeting.
    #[error(transparent)]
    Meeting(#[from] MeetingError),
    /// The branch.
    #[error(transparent)]
    Branch(#[from] BranchError),
    /// The roster.
    #[error(transparent)]
    Roster(#[from] RosterError),
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for ElectionError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Meeting(error) => Some(error),
            Self::Branch(error) => Some(error),
            Self::Roster(error) => Some(error),
            Self::Vault(error) => Some(error),
            _ => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchElection => "no_such_election",
            Self::NoSuchRound => "no_such_round",
            Self::NotHeld => "meeting_not_held",
            Self::MeetingCancelled => "meeting_cancelled",
            Self::Counted => "election_counted",
            Self::LaterRound => "later_round",
            Self::AllElected => "all_elected",
            Self::NobodyElected => "nobody_elected",
            Self::RunOffDue => "run_off_due",
            Self::Concluded => "election_concluded",
            Self::NotConcluded => "election_not_concluded",
            Self::NotCounted => "election_not_counted",
            Self::NoCandidates => "no_candidates",
            Self::Invalid(_) | Self::Meeting(_) | Self::Branch(_) | Self::Roster(_) | Self::Vault(_) => {
                self.passed_on().map_or("internal", Explain::code)
            }
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::NoSuchElection | Self::NoSuchRound => "请重新打开这一页",
            Self::NotHeld => "请先在会议的“到会”中登记谁到会",
            Self::MeetingCancelled => "请另建一次会议，在那里选举",
            Self::Counted => "计票有误的，请先删除投票，再改这里",
            Self::LaterRound => "请先删除后面的投票",
            Self::AllElected => "计票有误的，请修改最后一次投票",
            Self::NobodyElected | Self::RunOffDue => "请先登记下一次投票",
            Self::Concluded => "刚办结的可以撤销；职务有误的，请在党员的“经历”里改",
            Self::NotConcluded => "请先在“结果”里办结选举",
            Self::NotCounted => "请先登记计票",
            Self::NoCandidates => "请先选定候选人",
            Self::Invalid(_) | Self::Meeting(_) | Self::Branch(_) | Self::Roster(_) | Self::Vault(_) => {
                return self.passed_on().and_then(Explain::hint);
            }
        };
        Some(hint.to_owned())
    }

    fn fields(&self) -> Vec<FieldProblem> {
        self.passed_on().map(Explain::fields).unwrap_or_default()
    }
}

//! Paper: the one place from which anything is previewed, saved or printed.

mod error;
mod make;

pub use error::PaperError;
pub use make::{preview, print, save};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::elections::ElectionId;
use crate::meetings::MeetingId;
use crate::outside::FileToken;
use crate::values::Quarter;

/// A paper that can be made now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Paper {
    /// 会议签到表
    SignInSheet {
        /// Which meeting.
        meeting: MeetingId,
    },
    /// 会议记录
    Minutes {
        /// Which meeting.
        meeting: MeetingId,
    },
    /// 选票 of the vote that is due
    Ballots {
        /// Which election.
        election: ElectionId,
        /// How many; 0 makes one for each voter.
        copies: u32,
    },
    /// 计票报告单; of the vote that is due an empty one
    TallySheet {
        /// Which election.
        election: ElectionId,
        /// Which round, from 1.
        round: u32,
    },
    /// 选举结果报告
    ElectionReport {
        /// Which election.
        election: ElectionId,
    },
    /// 季度报告， unsigned, as the records stand
    Report {
        /// Which quarter.
        quarter: Quarter,
    },
    /// 恢复码； only until it was confirmed
    RecoverySheet,
    /// 报送签名备案表
    EnrolmentSheet,
}

/// The pages as they will print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaperPages {
    /// Title, also the suggested file name without ending.
    pub title: String,
    /// One SVG per page.
    pub pages: Vec<String>,
}

/// Saves a paper as PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperSaveRequest {
    /// Which.
    pub paper: Paper,
    /// Where to.
    pub file: FileToken,
}

/// Where something was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Saved {
    /// File name without folder.
    pub file_name: String,
    /// Bytes written.
    pub bytes: u64,
}

/// Where a print job went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Printed {
    /// A print queue or the system's viewer.
    pub by: crate::outside::PrintedBy,
}

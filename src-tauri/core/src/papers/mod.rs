//! Paper: the one place from which anything is previewed, saved or printed.

mod album;
mod bound_quarter;
mod error;
mod make;
mod member_record;
mod minutes;
#[cfg(test)]
mod tests;

pub use bound_quarter::{
    BoundLack, BoundMeeting, BoundPart, BoundParts, BoundQuarter, BoundQuarterView, BoundResolution, KeptFile,
    bound_quarter,
};
pub use error::PaperError;
use make::MOST_PEOPLE;
pub use make::{preview, print, save};
pub use member_record::{
    MemberRecord, RecordAppraisal, RecordAttendance, RecordEvent, RecordField, RecordSection, RecordStudy,
    member_record_of,
};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::appraisal::AppraisalId;
use crate::elections::ElectionId;
use crate::meetings::{AttendanceRangeQuery, MeetingId, MotionKind};
use crate::outside::FileToken;
use crate::reports::ReportVersionId;
use crate::roster::{MemberId, RosterQuery};
use crate::values::{Quarter, TransferId};

/// A paper that can be made now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
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
        /// With its photos as an annex; a Word document has none.
        #[serde(default)]
        photos: bool,
    },
    /// 纪实报告表
    MeetingRecordForm {
        /// Which meeting.
        meeting: MeetingId,
    },
    /// 会议通知
    MeetingNotice {
        /// Which meeting.
        meeting: MeetingId,
    },
    /// 支部大会决议 on a vote of 接收 or 转正
    VoteResolution {
        /// Which meeting.
        meeting: MeetingId,
        /// Which vote of it.
        vote: i64,
    },
    /// 表决票 of a motion that is to be voted on
    MotionBallots {
        /// Which meeting.
        meeting: MeetingId,
        /// Which count will decide.
        motion: MotionKind,
        /// What is voted on.
        subject: String,
        /// How many; 0 makes one for each voter.
        copies: u32,
    },
    /// 计票单 of a motion; an empty one before the vote
    MotionTally {
        /// Which meeting.
        meeting: MeetingId,
        /// Which count will decide.
        motion: MotionKind,
        /// What is voted on.
        subject: String,
        /// The vote that was recorded; its own motion and subject then count.
        #[serde(default)]
        vote: Option<i64>,
    },
    /// 到会统计表
    Attendance {
        /// Which meetings.
        query: AttendanceRangeQuery,
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
    /// 民主评议测评票
    AppraisalBallots {
        /// Which appraisal.
        appraisal: AppraisalId,
        /// How many; 0 makes one for each who came.
        copies: u32,
    },
    /// 民主评议测评汇总表； before the counting an empty one
    AppraisalTally {
        /// Which appraisal.
        appraisal: AppraisalId,
    },
    /// 民主评议结果表
    AppraisalResult {
        /// Which appraisal.
        appraisal: AppraisalId,
    },
    /// 组织生活记录合订本
    BoundQuarter {
        /// Which quarter.
        quarter: Quarter,
        /// What goes in.
        parts: BoundParts,
        /// Who compiled it; empty is left to a hand.
        #[serde(default)]
        compiled_by: String,
    },
    /// 三会一课计划报备表
    MeetingPlan {
        /// Which quarter.
        quarter: Quarter,
        /// All of its year instead.
        #[serde(default)]
        whole_year: bool,
    },
    /// 季度报告, a draft: unsigned, as the records stand
    Report {
        /// Which quarter.
        quarter: Quarter,
    },
    /// 季度报告 as it was signed; saved and printed is the signed file itself
    SignedReport {
        /// Which version.
        version: ReportVersionId,
    },
    /// 恢复码； only until it was confirmed
    RecoverySheet,
    /// 报送签名备案表
    EnrolmentSheet,
    /// 党员名册
    Roster {
        /// Who, on which day, in which order; all of them, whatever page it asks for.
        query: RosterQuery,
        /// Telephone and id numbers in full.
        #[serde(default)]
        reveal: bool,
    },
    /// 通讯录, with the telephone numbers in full
    ContactList {
        /// Who, on which day, in which order; all of them, whatever page it asks for.
        query: RosterQuery,
    },
    /// 党员信息表: everything the file has about one person
    MemberRecord {
        /// Who.
        member: MemberId,
    },
    /// 党员基本情况统计表
    Statistics {
        /// The reporting date; `None` is today.
        #[serde(default)]
        on: Option<NaiveDate>,
    },
    /// 组织关系介绍信 (三联)
    IntroductionLetter {
        /// Which letter that goes out.
        transfer: TransferId,
    },
    /// 组织关系介绍信回执, for someone who came
    TransferReceipt {
        /// Which letter that came in.
        transfer: TransferId,
    },
}

/// The pages as they will print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaperPages {
    /// Title, also the suggested file name without ending.
    pub title: String,
    /// One SVG per page; of a very long paper only the first ones.
    pub pages: Vec<String>,
    /// How many pages it has.
    pub total: u32,
    /// It can be saved as a Word document too.
    pub word: bool,
    /// What it leaves out: a sentence for each text with an empty box.
    pub gaps: Vec<String>,
}

/// As what a paper is saved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperFormat {
    /// To be kept and printed.
    #[default]
    Pdf,
    /// To be gone on with in Word or WPS; not every paper.
    Docx,
}

/// Saves a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperSaveRequest {
    /// Which.
    pub paper: Paper,
    /// As what.
    #[serde(default)]
    pub format: PaperFormat,
    /// Where to.
    pub file: FileToken,
}

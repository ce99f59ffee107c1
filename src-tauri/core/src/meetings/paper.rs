//! What goes on a meeting's papers.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::AttendanceTally;

/// 会议签到表 (`domain.md` §3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInSheet {
    /// Branch name.
    pub branch: String,
    /// Kinds in Chinese, joined with `、`.
    pub kinds: String,
    /// Meeting title.
    pub title: String,
    /// Start, local.
    pub at: NaiveDateTime,
    /// Where; may be empty.
    pub place: String,
    /// Who presides; may be empty.
    pub chair: String,
    /// Everyone expected, then the known observers.
    pub rows: Vec<SignInRow>,
    /// Blank numbered lines for guests at the end.
    pub blank_lines: u32,
}

/// One line of the sign-in sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInRow {
    /// Name.
    pub name: String,
    /// 正式 / 预备 / 列席
    pub kind: String,
    /// Reason of leave, 不作硬性要求, or empty.
    pub remark: String,
}

/// 会议记录 (`domain.md` §3), on the GB/T 9704 page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    /// Branch name.
    pub branch: String,
    /// Kinds in Chinese, joined with `、`.
    pub kinds: String,
    /// Meeting title.
    pub title: String,
    /// Start, local.
    pub started_at: NaiveDateTime,
    /// End, local.
    pub ended_at: Option<NaiveDateTime>,
    /// Where.
    pub place: String,
    /// 主持人
    pub chair: String,
    /// 记录人
    pub recorder: String,
    /// In numbers.
    pub tally: AttendanceTally,
    /// Names of those present.
    pub present: Vec<String>,
    /// Names on leave with reasons, `张三(出差)`.
    pub on_leave: Vec<String>,
    /// Names absent.
    pub absent: Vec<String>,
    /// Names of whom it was not required and who did not come.
    pub not_required: Vec<String>,
    /// 列席
    pub observers: Vec<String>,
    /// Agenda and contents.
    pub agenda: Vec<MinutesAgendaItem>,
    /// Votes, each with its numbers and result.
    pub votes: Vec<MinutesVote>,
    /// Resolutions, each one text.
    pub resolutions: Vec<String>,
}

/// One item of the minutes. Paragraphs are separated by line ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesAgendaItem {
    /// What it is about.
    pub title: String,
    /// What was said, as entered.
    pub content: String,
}

/// One vote of the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesVote {
    /// What was voted on.
    pub subject: String,
    /// The sentence that was read out, with all numbers.
    pub announcement: String,
}

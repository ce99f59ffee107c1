//! The papers that a meeting prints from its own records. Minutes and the record form also speak of tasks and photos:
//! `papers` draws them.

mod ballots;
mod minutes;
mod motion;
mod notice;
mod plan_sheet;
mod record_form;
mod sign_in_sheet;
mod vote_resolution;

pub(crate) use ballots::COPIES_AT_MOST;
pub use ballots::{Ballots, TallyRow, TallySheet, VotedOn};
pub(crate) use minutes::own_minutes_of;
pub use minutes::{Minutes, MinutesAgendaItem, MinutesExamination, MinutesFollowUp, MinutesVote};
pub use notice::{MeetingNoticeRequest, MeetingNoticeView, notice, save_notice};
pub(crate) use plan_sheet::plan_and_actual_of;
pub use record_form::MeetingRecordForm;
pub(crate) use record_form::record_form_of;
pub use sign_in_sheet::{SignInRow, SignInSheet};
pub use vote_resolution::{VoteResolutionRequest, VoteResolutionView, save_vote_resolution, vote_resolution};

use super::attendance::attendance_sheet_of;
use super::{AttendanceRangeQuery, MeetingError, MeetingId, MotionKind, VoteRef};
use crate::desk::Door;
use crate::paper::{Drawn, papers};
use crate::values::{Quarter, Room};
pub(super) use motion::{motion_ballots_of, motion_tally_of};
pub(super) use notice::notice_of;
pub(super) use plan_sheet::plan_sheet_of;
pub(super) use sign_in_sheet::sign_in_sheet_of;
pub(super) use vote_resolution::vote_resolution_of;

papers! {
    /// The papers of a meeting, and of the meetings of a period.
    MeetingPaper, MeetingError;
    /// 会议签到表
    SignInSheet { meeting: MeetingId } = sign_in_sheet;
    /// 会议通知
    MeetingNotice { meeting: MeetingId } = meeting_notice;
    /// 支部大会决议 on a vote of 接收 or 转正
    VoteResolution { meeting: MeetingId, vote: i64 } = resolution_paper;
    /// 表决票 of a motion that is to be voted on; `copies` of 0 makes one for each voter
    MotionBallots { meeting: MeetingId, motion: MotionKind, subject: String, copies: u32 } = motion_ballots;
    /// 计票单 of a motion; an empty one before the vote. Of a recorded `vote` its own motion and subject count
    MotionTally {
        meeting: MeetingId,
        motion: MotionKind,
        subject: String,
        #[serde(default)]
        vote: Option<i64>,
    } = motion_tally;
    /// 到会统计表
    Attendance { query: AttendanceRangeQuery } = attendance;
    /// 三会一课计划报备表, of the quarter or of all of its year
    MeetingPlan {
        quarter: Quarter,
        #[serde(default)]
        whole_year: bool,
    } = meeting_plan;
}

const OF_A_VOTE: &[Room] = &[Room::Meetings, Room::Branch];

fn sign_in_sheet(door: &Door<'_>, meeting: MeetingId) -> Result<Drawn, MeetingError> {
    let sheet = door.read(|reader| sign_in_sheet_of(reader, meeting))?;
    let rooms = &[Room::Meetings, Room::Roster, Room::Branch, Room::Settings];
    Ok(Drawn::new(format!("签到表 {} {}", sheet.at.date(), sheet.title), sheet, rooms))
}

fn meeting_notice(door: &Door<'_>, meeting: MeetingId) -> Result<Drawn, MeetingError> {
    let notice = door.read(|reader| notice_of(reader, meeting, door.today()))?;
    Ok(Drawn::writing(notice, &[Room::Meetings, Room::Branch]))
}

fn resolution_paper(door: &Door<'_>, meeting: MeetingId, vote: i64) -> Result<Drawn, MeetingError> {
    let vote = VoteRef { meeting, id: vote };
    Ok(Drawn::writing(door.read(|reader| vote_resolution_of(reader, vote))?, OF_A_VOTE))
}

fn motion_ballots(
    door: &Door<'_>,
    meeting: MeetingId,
    motion: MotionKind,
    subject: String,
    copies: u32,
) -> Result<Drawn, MeetingError> {
    let ballots = door.read(|reader| motion_ballots_of(reader, meeting, motion, &subject, copies))?;
    Ok(Drawn::new(format!("{} {}", ballots.title, ballots.on), ballots, OF_A_VOTE))
}

fn motion_tally(
    door: &Door<'_>,
    meeting: MeetingId,
    motion: MotionKind,
    subject: String,
    vote: Option<i64>,
) -> Result<Drawn, MeetingError> {
    let sheet = door.read(|reader| motion_tally_of(reader, meeting, motion, &subject, vote))?;
    Ok(Drawn::writing(sheet.writing(), OF_A_VOTE))
}

fn attendance(door: &Door<'_>, query: AttendanceRangeQuery) -> Result<Drawn, MeetingError> {
    let sheet = door.read(|reader| attendance_sheet_of(reader, query, door.rules, door.today()))?;
    let people = sheet.range.rows.len();
    let rooms = &[Room::Meetings, Room::Roster, Room::Branch];
    Ok(Drawn::new(format!("到会统计表 {}", sheet.period), sheet, rooms).listing(people))
}

fn meeting_plan(door: &Door<'_>, quarter: Quarter, whole_year: bool) -> Result<Drawn, MeetingError> {
    let sheet = door.read(|reader| plan_sheet_of(reader, quarter, whole_year, door.today()))?;
    Ok(Drawn::writing(sheet, &[Room::Meetings, Room::Branch]))
}

//! Meetings: planned, signed in, held, voted, written down.
//!
//! What concerns a meeting as a whole (plan it, call it off, read it) lies here; each part of it has a folder of its own:
//! `attendance`, `votes`, `record` (what was said and resolved), `plan` (the quarter ahead), `correction` (after a report
//! was signed), `rules` (what is missing or odd), `report` (in numbers, for others).
//!
//! Other rooms read them through [`stored`], [`of_kind`], [`of_period`], [`titles`], [`kinds_with_rows`],
//! [`attendance_by_member`], [`any_held`] and [`day_of`], and ask [`check_open`] before they change
//! what its minutes say. Papers that draw from other rooms too are put together in `papers`.

mod attendance;
mod cancel;
mod circle;
mod copy;
mod correction;
mod delete;
mod error;
mod get;
mod list;
mod looked_up;
mod model;
mod papers;
mod plan;
mod record;
mod report;
mod rules;
mod save;
mod store;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod votes;
mod wording;

pub use crate::attendance::{AttendanceStatus, Exclusion, ExclusionGround};
pub use crate::values::MeetingId;
pub use attendance::{
    AttendanceExportRequest, AttendanceRange, AttendanceRangeQuery, AttendanceSheet, ExpectedDrift, RangeMeeting,
    RangeMonth, RangeReason, RangeRow, attendance_range, attendance_sheet_of, clear_attendance, export_attendance,
    of_member, redraw_attendance, save_attendance,
};
pub use cancel::cancel;
pub use circle::Circle;
pub use copy::{MeetingCopyRequest, copy};
pub use correction::{MeetingCorrectRequest, Reported, check_open, correct};
pub use delete::delete;
pub use error::MeetingError;
pub use get::{day_of, get, stored};
pub use list::list;
pub use looked_up::{LookedUp, Titled, held_days, looked_up, titles};
pub use model::*;
pub use papers::{
    Ballots, MeetingNoticeRequest, MeetingNoticeView, MeetingPaper, MeetingRecordForm, Minutes, MinutesAgendaItem,
    MinutesExamination, MinutesFollowUp, MinutesVote, SignInRow, SignInSheet, TallyRow, TallySheet,
    VoteResolutionRequest, VoteResolutionView, VotedOn, notice, save_notice, save_vote_resolution, vote_resolution,
};
pub(crate) use papers::{COPIES_AT_MOST, own_minutes_of, plan_and_actual_of, record_form_of};
pub use plan::{MeetingPlan, MeetingProposal, PlanSaveRequest, plan, save_plan};
pub use record::{
    Examination, ExaminationRequest, MeetingTemplate, delete_template, save_examination, save_record, save_template,
    templates,
};
pub use report::{
    AttendanceCount, AttendanceSection, KindCount, MeetingsSection, ReportAttendance, ReportMeeting, ReportMeetingKind,
    any_held, attendance_by_member, kinds_with_rows, of_kind, of_period, rate, watch,
};
pub use save::save;
pub use votes::{delete_vote, save_vote};

//! What travels between the window and the room.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::meetings::{MeetingId, ResolutionId};

/// Identifies a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct TaskNoteId(pub i64);

/// A resolution that somebody has to see to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Task {
    /// Which resolution.
    pub resolution: ResolutionId,
    /// Of which meeting.
    pub meeting: MeetingId,
    /// That meeting's title.
    pub meeting_title: String,
    /// The day of that meeting.
    pub resolved_on: NaiveDate,
    /// What was resolved.
    pub text: String,
    /// Who sees to it.
    pub responsible: Option<String>,
    pub due: Option<NaiveDate>,
    /// When it was closed; `None` while it is open.
    pub done_on: Option<NaiveDate>,
    /// Open, and its day is past.
    pub late: bool,
    /// What became of it, oldest first.
    pub notes: Vec<TaskNote>,
}

/// What became of a task, as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskNote {
    /// Which note.
    pub id: TaskNoteId,
    pub noted_on: NaiveDate,
    /// At which later meeting it was reported.
    pub meeting: Option<MeetingId>,
    /// In the secretary's own words.
    pub text: String,
    /// It closed the task.
    pub done: bool,
}

/// Which tasks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskQuery {
    /// Closed ones too.
    #[serde(default)]
    pub closed: bool,
    /// Only what is to be followed up at this meeting: resolved before it, and open then or noted at it.
    #[serde(default)]
    pub at: Option<MeetingId>,
}

/// Notes what became of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskNoteRequest {
    /// Which resolution.
    pub resolution: ResolutionId,
    pub noted_on: NaiveDate,
    /// At which later meeting it was reported.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
    /// In the secretary's own words.
    pub text: String,
    /// It closes the task.
    #[serde(default)]
    pub done: bool,
}

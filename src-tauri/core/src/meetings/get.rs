//! Reads one meeting, whole.

use chrono::{NaiveDate, NaiveDateTime};

use super::counting::{self, Ballots};
use super::store::{self, StoredVote};
use super::{
    AttendanceRow, AttendanceStatus, AttendanceTally, MeetingError, MeetingId, MeetingKind, MeetingRequest, MeetingRow,
    MeetingView, MotionKind, VoteView, rules, wording,
};
use crate::branch;
use crate::desk::Desk;
use crate::roster::{self, Member};
use crate::vault::{Reader, VaultError};

/// One meeting, whole.
///
/// # Errors
/// [`MeetingError::NoSuchMeeting`].
pub fn get(desk: &mut Desk<'_>, id: MeetingId) -> Result<MeetingView, MeetingError> {
    let today = desk.today();
    desk.read(|reader| view(reader, id, today))
}

/// One meeting as the window shows it on `today`.
pub(super) fn view(reader: &Reader<'_>, id: MeetingId, today: NaiveDate) -> Result<MeetingView, MeetingError> {
    let mut view = stored(reader, id)?;
    view.findings = rules::of_meeting(&MeetingRow::from(&view), today);
    view.findings.extend(rules::of_details(&view, branch::stored(reader)?.has_committee));
    Ok(view)
}

/// One meeting as it is stored, without findings.
///
/// # Errors
/// [`MeetingError::NoSuchMeeting`].
pub fn stored(reader: &Reader<'_>, id: MeetingId) -> Result<MeetingView, MeetingError> {
    let found = store::head(reader, id)?.ok_or(MeetingError::NoSuchMeeting)?;
    let mut attendance = store::attendance(reader, id)?;
    let frozen = !attendance.is_empty();
    if !frozen {
        attendance = expected(reader, &found.head)?;
    }
    let tally = AttendanceTally::of(&attendance);
    let motions = [MotionKind::Ordinary, MotionKind::Admission, MotionKind::Conversion, MotionKind::Election];
    Ok(MeetingView {
        head: found.head,
        state: found.state,
        cancel_reason: found.cancel_reason,
        agenda: store::agenda(reader, id)?,
        attendance,
        frozen,
        tally,
        needs: motions.map(|motion| wording::vote_needs(motion, tally.voting_expected, tally.voting_present)).into(),
        votes: store::votes(reader, id)?.into_iter().map(VoteView::from).collect(),
        resolutions: store::resolutions(reader, id)?,
        findings: Vec::new(),
    })
}

/// Everyone who is expected at a meeting, as the roster stands on its day. The leading kind decides: a group meeting
/// expects its party group, a committee meeting those who hold an office, any other the whole branch.
pub(super) fn expected(reader: &Reader<'_>, head: &MeetingRequest) -> Result<Vec<AttendanceRow>, VaultError> {
    let day = head.day();
    let is_expected = |member: &Member| match head.kinds.first() {
        Some(MeetingKind::Committee) => member.record.office.is_some(),
        Some(MeetingKind::Group) => Some(&member.record.party_group) == head.party_group.as_ref(),
        _ => true,
    };
    let row = |member: Member| AttendanceRow {
        member: member.id,
        kind: member.kind_on(day),
        voting: member.can_vote_on(day),
        attendance_not_required: member.record.attendance_not_required,
        // B19: the default; whoever comes all the same is marked present.
        status: member.record.attendance_not_required.then_some(AttendanceStatus::NotRequired),
        name: member.record.name,
        party_group: member.record.party_group,
        reason: None,
    };
    Ok(roster::members_on(reader, day)?.into_iter().filter(is_expected).map(row).collect())
}

impl MeetingRequest {
    /// Its actual start, else the planned one.
    pub(super) fn at(&self) -> NaiveDateTime {
        self.started_at.unwrap_or(self.planned_at)
    }

    /// The day it takes, or is to take, place.
    pub fn day(&self) -> NaiveDate {
        self.at().date()
    }
}

impl AttendanceTally {
    /// Counts the people of a list.
    pub fn of(rows: &[AttendanceRow]) -> Self {
        let mut tally = Self::default();
        for row in rows {
            tally.count(row.status, row.voting, 1);
        }
        tally
    }

    /// Counts `people` who stand alike. Whoever need not come and did not leaves 应到 (B19), but not the number of
    /// voting members expected: that denominator shrinks only with the superior's consent (V11).
    pub(super) fn count(&mut self, status: Option<AttendanceStatus>, voting: bool, people: u32) {
        let counter = match status {
            Some(AttendanceStatus::Present) => &mut self.present,
            Some(AttendanceStatus::OnLeave) => &mut self.on_leave,
            Some(AttendanceStatus::Absent) => &mut self.absent,
            Some(AttendanceStatus::NotRequired) => &mut self.not_required,
            None => &mut self.unrecorded,
        };
        *counter += people;
        if status != Some(AttendanceStatus::NotRequired) {
            self.expected += people;
        }
        if voting {
            self.voting_expected += people;
            if status == Some(AttendanceStatus::Present) {
                self.voting_present += people;
            }
        }
    }
}

impl From<StoredVote> for VoteView {
    fn from(StoredVote { vote, voting_expected, voting_present }: StoredVote) -> Self {
        Self {
            passed: counting::passed(vote.motion, voting_expected, voting_present, Ballots::from(&vote)),
            announcement: wording::announcement(&vote, voting_expected, voting_present),
            vote,
            voting_expected,
            voting_present,
        }
    }
}

impl From<&MeetingView> for MeetingRow {
    fn from(view: &MeetingView) -> Self {
        Self {
            id: view.head.id.unwrap_or(MeetingId(0)),
            kinds: view.head.kinds.clone(),
            title: view.head.title.clone(),
            at: view.head.at(),
            place: view.head.place.clone(),
            party_group: view.head.party_group.clone(),
            state: view.state,
            tally: view.frozen.then_some(view.tally),
            has_record: view.agenda.iter().any(|item| !item.content.is_empty()) || !view.resolutions.is_empty(),
        }
    }
}

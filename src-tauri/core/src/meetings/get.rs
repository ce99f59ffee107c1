//! Reads one meeting, whole.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use super::attendance::expected;
use super::record::examination;
use super::store::{self, StoredVote};
use super::votes::counting::{self, Ballots};
use super::votes::fitting;
use super::votes::fitting::Place;
use super::{
    AttendanceTally, Circle, MeetingError, MeetingHead, MeetingId, MeetingRow, MeetingView, MotionKind, VoteView,
    correction, rules, wording,
};
use crate::branch;
use crate::desk::Desk;
use crate::roster::{self, Member};
use crate::rules::RuleBook;
use crate::settings;
use crate::vault::{Reader, VaultError};

/// One meeting, whole.
///
/// # Errors
/// [`MeetingError::NoSuchMeeting`].
pub fn get(desk: &mut Desk<'_>, id: MeetingId) -> Result<MeetingView, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| view(reader, id, rules, today))
}

/// The day a meeting takes, or is to take, place; `None` when there is no such meeting.
///
/// # Errors
/// [`VaultError`].
pub fn day_of(reader: &Reader<'_>, id: MeetingId) -> Result<Option<NaiveDate>, VaultError> {
    Ok(store::head(reader, id)?.map(|found| found.head.day()))
}

/// One meeting as the window shows it on `today`.
pub(super) fn view(
    reader: &Reader<'_>,
    id: MeetingId,
    book: &RuleBook,
    today: NaiveDate,
) -> Result<MeetingView, MeetingError> {
    let mut view = stored(reader, id)?;
    if view.frozen {
        view.drift = expected::drift(reader, &view.head, &view.attendance)?;
    }
    view.findings = rules::of_meeting(&MeetingRow::from(&view), book, today);
    let of_details = rules::of_details(&view, Place::of(reader, &view.head)?);
    view.findings.extend(of_details);
    view.findings.extend(rules::of_chair(&view.head, &who_may_chair(reader, &view.head)?));
    Ok(view)
}

/// Names of those who may chair a meeting (B13): at a group meeting its leader, else whoever holds an office.
fn who_may_chair(reader: &Reader<'_>, head: &MeetingHead) -> Result<Vec<String>, VaultError> {
    let leader = match &head.party_group {
        Some(name) => {
            let groups = branch::groups(reader)?;
            groups
                .into_iter()
                .find(|group| group.name == *name && group.is_there_on(head.day()))
                .and_then(|group| group.leader)
        }
        None => None,
    };
    let may_chair = |member: &Arc<Member>| match head.circle() {
        Circle::Group => leader == Some(member.id),
        Circle::Committee | Circle::Branch => !member.record.offices.is_empty(),
    };
    let members = roster::members_on(reader, head.day())?;
    Ok(members.into_iter().filter(may_chair).map(|member| member.record.name.clone()).collect())
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
        attendance = expected::expected(reader, &found.head)?;
    }
    let order = settings::stored(reader)?.attendance_order;
    order.sort(&mut attendance);
    let tally = AttendanceTally::of(&attendance);
    let reported = correction::reported(reader, id, found.head.day())?;
    let place = Place::of(reader, &found.head)?;
    let motions = MotionKind::ALL.into_iter().filter(|motion| fitting::motion_misfit(*motion, place).is_none());
    let needs: Vec<_> =
        motions.map(|motion| wording::vote_needs(motion, tally.voting_expected, tally.voting_present)).collect();
    Ok(MeetingView {
        head: found.head,
        state: found.state,
        cancel_reason: found.cancel_reason,
        agenda: store::agenda(reader, id)?,
        attendance,
        order,
        frozen,
        drift: None,
        tally,
        needs,
        votes: store::votes(reader, id)?.into_iter().map(VoteView::from).collect(),
        resolutions: store::resolutions(reader, id)?,
        examinations: examination::of_meeting(reader, id)?,
        reported,
        findings: Vec::new(),
    })
}

impl MeetingHead {
    /// Its actual start, else the planned one.
    pub(super) fn at(&self) -> NaiveDateTime {
        self.started_at.unwrap_or(self.planned_at)
    }

    /// The day it takes, or is to take, place.
    pub fn day(&self) -> NaiveDate {
        self.at().date()
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
            has_record: view.agenda.iter().any(|item| !item.content.is_empty() || !item.points.is_empty())
                || !view.resolutions.is_empty()
                || !view.examinations.is_empty()
                || !view.head.activity.is_empty(),
        }
    }
}

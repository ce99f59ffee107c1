//! Ballots and the tally sheet of a motion that a meeting votes on in secret (D19).

use super::ballots::{Ballots, COPIES_AT_MOST, TallyRow, TallySheet, VotedOn};
use crate::branch;
use crate::meetings::votes::fitting::Place;
use crate::meetings::votes::{fitting, known};
use crate::meetings::{AttendanceTally, MeetingError, MeetingId, MeetingState, MeetingView, MotionKind, VoteView, get};
use crate::problem::Invalid;
use crate::vault::Reader;

/// The ballots of a motion. `copies` of 0 makes one for each voter.
///
/// # Errors
/// [`MeetingError::Cancelled`]; [`MeetingError::Invalid`] where it cannot be voted on at this meeting.
pub(in crate::meetings) fn motion_ballots_of(
    reader: &Reader<'_>,
    id: MeetingId,
    motion: MotionKind,
    subject: &str,
    copies: u32,
) -> Result<Ballots, MeetingError> {
    let meeting = not_cancelled(reader, id)?;
    fits(reader, &meeting, motion, subject)?;
    let AttendanceTally { voting_expected, voting_present, .. } = meeting.tally;
    let voters = if meeting.state == MeetingState::Held { voting_present } else { voting_expected };
    Ok(Ballots {
        branch: branch::stored(reader)?.name,
        title: format!("{}表决票", what(motion)),
        on: meeting.head.day(),
        of: VotedOn::Motion,
        candidates: vec![subject.trim().to_owned()],
        blank_names: 0,
        notes: vec![
            "赞成的在“赞成”栏内画“○”，不赞成的在“不赞成”栏内画“○”，弃权的在“弃权”栏内画“○”；不画的按弃权计。"
                .to_owned(),
            "只能选一项；多选的无效。".to_owned(),
        ],
        copies: if copies == 0 { voters } else { copies }.clamp(1, COPIES_AT_MOST),
    })
}

/// The tally sheet of a motion: of a `vote` that was recorded with its numbers, else to be filled in by hand.
///
/// # Errors
/// [`MeetingError::Cancelled`], [`MeetingError::NoSuchVote`]; [`MeetingError::Invalid`] where it cannot be voted on at
/// this meeting.
pub(in crate::meetings) fn motion_tally_of(
    reader: &Reader<'_>,
    id: MeetingId,
    motion: MotionKind,
    subject: &str,
    vote: Option<i64>,
) -> Result<TallySheet, MeetingError> {
    let meeting = not_cancelled(reader, id)?;
    let recorded = match vote {
        None => None,
        Some(id) => Some(meeting.votes.iter().find(|view| view.vote.id == Some(id)).ok_or(MeetingError::NoSuchVote)?),
    };
    // What was recorded is printed as it was.
    if recorded.is_none() {
        fits(reader, &meeting, motion, subject)?;
    }
    let motion = recorded.map_or(motion, |view| view.vote.motion);
    let subject = recorded.map_or(subject, |view| &view.vote.subject);
    let votes = |count: fn(&VoteView) -> u32| recorded.map(count);
    let mut counts = vec![
        ("应到会有表决权人数", votes(|view| view.voting_expected)),
        ("实到会有表决权人数", votes(|view| view.voting_present)),
        ("发出表决票", None),
        ("收回表决票", None),
        ("有效票", None),
        ("无效票", None),
    ];
    if motion.takes_written_opinions() {
        counts.push(("书面意见赞成", votes(|view| view.vote.written_for)));
        counts.push(("书面意见不赞成", votes(|view| view.vote.written_against)));
    }
    Ok(TallySheet {
        branch: branch::stored(reader)?.name,
        title: format!("{}计票单", what(motion)),
        of: VotedOn::Motion,
        on: meeting.head.day(),
        seats: 0,
        counts: counts.into_iter().map(|(name, count)| (name.to_owned(), count)).collect(),
        rows: vec![TallyRow {
            name: subject.trim().to_owned(),
            written_in: false,
            votes_for: votes(|view| view.vote.votes_for),
            votes_against: votes(|view| view.vote.votes_against),
            abstained: votes(|view| view.vote.abstained),
            result: recorded.map(|view| if view.passed { "通过" } else { "未通过" }).unwrap_or_default().to_owned(),
        }],
        result: recorded.map(|view| view.announcement.clone()).unwrap_or_default(),
        meeting: meeting.head.title,
        place: meeting.head.place,
        chief_scrutineer: String::new(),
        scrutineers: Vec::new(),
        counters: Vec::new(),
    })
}

fn not_cancelled(reader: &Reader<'_>, id: MeetingId) -> Result<MeetingView, MeetingError> {
    let meeting = get::stored(reader, id)?;
    if meeting.state == MeetingState::Cancelled { Err(MeetingError::Cancelled) } else { Ok(meeting) }
}

/// What cannot be voted on at a meeting gets no ballots for it either (D15, D18, V10).
fn fits(reader: &Reader<'_>, meeting: &MeetingView, motion: MotionKind, subject: &str) -> Result<(), MeetingError> {
    let known = known(reader, meeting.head.day())?;
    let mut invalid = Invalid::default();
    for misfit in fitting::subject_misfits(motion, subject, Place::of(reader, &meeting.head)?, &known) {
        invalid.add(misfit.field, misfit.message);
    }
    Ok(invalid.into_result()?)
}

/// What is voted on, for a title.
fn what(motion: MotionKind) -> &'static str {
    match motion {
        MotionKind::Admission | MotionKind::Conversion => motion.title(),
        MotionKind::Ordinary | MotionKind::Election => "支部党员大会",
    }
}

//! Records a vote.

use std::sync::Arc;

use chrono::NaiveDate;

use super::fitting::Place;
use super::subject::Known;
use super::{counting, fitting};
use crate::desk::Desk;
use crate::meetings::store::{self, StoredVote};
use crate::meetings::{AttendanceTally, MeetingError, MeetingState, MeetingView, Vote, correction, get, wording};
use crate::problem::Invalid;
use crate::roster;
use crate::roster::{Member, MemberKind};
use crate::typed;
use crate::vault::{Done, Reader, VaultError};

/// Records a vote and freezes beside it how many could vote and how many of them were present.
///
/// # Errors
/// [`MeetingError::NotHeld`] before attendance was recorded, [`MeetingError::Invalid`] with the fields at fault.
pub fn save_vote(desk: &mut Desk<'_>, vote: Vote) -> Result<Done<MeetingView>, MeetingError> {
    let vote = Vote { subject: typed::seen(&vote.subject), ..vote };
    let (rules, today) = (desk.rules, desk.today());
    desk.transact(format!("登记表决“{}”", vote.subject), |tx| {
        let meeting = vote.meeting;
        let found = correction::open_head(tx, meeting)?;
        if found.state != MeetingState::Held {
            return Err(MeetingError::NotHeld);
        }
        if vote.id.is_some() && !store::votes(tx, meeting)?.iter().any(|stored| stored.vote.id == vote.id) {
            return Err(MeetingError::NoSuchVote);
        }
        let AttendanceTally { voting_expected, voting_present, .. } =
            AttendanceTally::of(&store::attendance(tx, meeting)?);
        let mut invalid = check(&vote, voting_expected, voting_present);
        let place = Place::of(tx, &found.head)?;
        for misfit in fitting::misfits(&vote, place, &known(tx, found.head.day())?) {
            invalid.add(misfit.field, misfit.message);
        }
        invalid.into_result()?;
        store::save_vote(tx, &StoredVote { vote, voting_expected, voting_present })?;
        get::view(tx, meeting, rules, today)
    })
}

/// Names of those who may be admitted or converted on a day, and of everybody in the roster.
pub(in crate::meetings) fn known(reader: &Reader<'_>, day: NaiveDate) -> Result<Known, VaultError> {
    let members = roster::members_on(reader, day)?;
    let names = |members: Vec<Arc<Member>>| members.iter().map(|member| member.record.name.clone()).collect::<Vec<_>>();
    let (probationary, full): (Vec<_>, Vec<_>) =
        members.into_iter().partition(|member| member.kind_on(day) == MemberKind::Probationary);
    let developed = store::in_development(reader)?;
    Ok(Known { candidates: names(probationary).into_iter().chain(developed).collect(), members: names(full) })
}

fn check(vote: &Vote, voting_expected: u32, voting_present: u32) -> Invalid {
    let mut invalid = Invalid::default();
    if vote.subject.trim().is_empty() {
        invalid.add("subject", "请填写表决事项");
    }
    if !counting::needs(vote.motion, voting_expected, voting_present).may_start {
        invalid.add("motion", wording::vote_needs(vote.motion, voting_expected, voting_present).sentence);
    }
    let sum = |counts: &[u32]| counts.iter().map(|count| u64::from(*count)).sum::<u64>();
    let cast = sum(&[vote.votes_for, vote.votes_against, vote.abstained]);
    if cast > u64::from(voting_present) {
        let message = format!("赞成、不赞成和弃权共 {cast} 票，多于到会有表决权的党员 {voting_present} 名");
        invalid.add("votes_for", message);
    }
    let written = sum(&[vote.written_for, vote.written_against]);
    let away = voting_expected - voting_present;
    if written > 0 && !vote.motion.takes_written_opinions() {
        invalid.add("written_for", "只有接收预备党员和预备党员转正才计入未到会党员的书面意见");
    } else if written > u64::from(away) {
        let message = format!("书面意见共 {written} 份，多于未到会的有表决权党员 {away} 名");
        invalid.add("written_for", message);
    }
    invalid
}

//! Prepares an election or corrects its preparation.

use std::collections::BTreeSet;

use super::get::{self, Known};
use super::store::{self, Stored};
use super::{Election, ElectionError, ElectionPost, ElectionState, ElectionView, wording};
use crate::branch;
use crate::desk::Desk;
use crate::meetings::{Circle, MeetingKind, MeetingState};
use crate::problem::Invalid;
use crate::values::as_it_looks;
use crate::vault::Done;

/// Seats that an election can have.
const SEATS: std::ops::RangeInclusive<u32> = 1..=99;

/// Prepares an election or corrects its preparation. Once ballots were counted, only the tellers can be corrected.
///
/// # Errors
/// [`ElectionError::Invalid`] with the fields at fault; [`ElectionError::Counted`].
pub fn save(desk: &mut Desk<'_>, request: Election) -> Result<Done<ElectionView>, ElectionError> {
    let rules = desk.rules;
    let election = tidied(request);
    let verb = if election.id.is_some() { "修改" } else { "新建" };
    let label = format!("{verb}{}", wording::title(election.purpose, election.post));
    desk.transact(label, |tx| {
        let before = match election.id {
            Some(id) => Some(get::known(tx, id, rules)?),
            None => None,
        };
        let known = get::of(
            tx,
            Stored { election: Election { id: None, ..election.clone() }, concluded_on: None, approval: None },
            rules,
        )?;
        if known.meeting.state == MeetingState::Cancelled {
            return Err(ElectionError::MeetingCancelled);
        }
        let has_committee = branch::stored_on(tx, known.on)?.has_committee;
        check(&election, &known, has_committee).into_result()?;
        if let Some(before) = before {
            if before.state() == ElectionState::Concluded {
                return Err(ElectionError::Concluded);
            }
            if !before.count.rounds.is_empty() && !same_vote(&before.stored.election, &election) {
                return Err(ElectionError::Counted);
            }
        }
        let id = store::save(tx, &election)?;
        get::view(tx, id, rules)
    })
}

/// Names as they look, without needless spaces, and no empty ones.
fn tidied(request: Election) -> Election {
    let names = |names: Vec<String>| {
        names.into_iter().map(|name| as_it_looks(&name).trim().to_owned()).filter(|name| !name.is_empty()).collect()
    };
    Election {
        chief_scrutineer: as_it_looks(&request.chief_scrutineer).trim().to_owned(),
        scrutineers: names(request.scrutineers),
        counters: names(request.counters),
        ..request
    }
}

/// Whether what was voted on is the same.
fn same_vote(before: &Election, after: &Election) -> bool {
    let vote = |election: &Election| {
        let candidates: BTreeSet<_> = election.candidates.iter().copied().collect();
        (election.meeting, election.post, election.seats, candidates)
    };
    vote(before) == vote(after)
}

fn check(election: &Election, known: &Known, has_committee: bool) -> Invalid {
    let mut invalid = Invalid::default();
    let head = &known.meeting.head;
    match (head.circle(), election.post) {
        _ if head.kinds.contains(&MeetingKind::General) => {}
        (Circle::Committee, ElectionPost::CommitteeMember) => {
            invalid.add("post", "支部委员会委员由支部党员大会选举，支部委员会会议只选书记、副书记");
        }
        // V10, B06
        (Circle::Committee, _) if !has_committee => {
            let message = "开会那天本支部不设支部委员会，书记、副书记由支部党员大会选举；已选出支部委员会的，请先在“支部”里登记设支部委员会";
            invalid.add("meeting", message);
        }
        (Circle::Committee, _) => {}
        _ => invalid.add("meeting", "选举在支部党员大会或者支部委员会会议上进行"),
    }
    if !SEATS.contains(&election.seats) {
        invalid.add("seats", "应选名额请填 1 至 99 名");
    } else if election.post == ElectionPost::Secretary && election.seats > 1 {
        invalid.add("seats", "书记只选 1 名");
    }
    let mut seen = BTreeSet::new();
    for (at, id) in election.candidates.iter().enumerate() {
        let name = known.people.person(*id).name;
        if !known.people.can_be_elected(*id) {
            let message = if name.is_empty() {
                "名册里没有这个人".to_owned()
            } else {
                format!("{name}在这次会议上没有选举权和被选举权，不能作候选人")
            };
            invalid.add(format!("candidates.{at}"), message);
        } else if !seen.insert(*id) {
            invalid.add(format!("candidates.{at}"), format!("{name}重复"));
        }
    }
    invalid
}

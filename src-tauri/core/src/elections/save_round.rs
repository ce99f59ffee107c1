//! Records a round, and says beforehand what it will come to.

use std::collections::BTreeSet;

use super::get::{self, Known};
use super::people::People;
use super::rounds::{self, Judged, Next};
use super::{ElectionError, ElectionRound, ElectionRoundKind, ElectionRoundView, ElectionState, ElectionView, store};
use crate::desk::Desk;
use crate::meetings::MeetingState;
use crate::problem::Invalid;
use crate::roster::MemberId;
use crate::rules::RuleBook;
use crate::values::as_it_looks;
use crate::vault::{Done, Reader};

/// What a round comes to as it is being entered; stores nothing.
///
/// # Errors
/// [`ElectionError::NotHeld`], [`ElectionError::LaterRound`] …; what is wrong with a number stands in the reply.
pub fn judge_round(desk: &mut Desk<'_>, request: ElectionRound) -> Result<ElectionRoundView, ElectionError> {
    let rules = desk.rules;
    let (judged, post, mut problems) = desk.read(|reader| {
        let (known, due, request) = prepared(reader, request, rules)?;
        let problems = check(&request, &due, &known);
        let judged = rounds::judged(request, due, &known.people, &known.numbers);
        Ok::<_, ElectionError>((judged, known.stored.election.post, problems.0))
    })?;
    let mut view = judged.view(post);
    view.problems.append(&mut problems);
    if !view.problems.is_empty() {
        view.announcement.clear();
    }
    Ok(view)
}

/// Records a round: a new one, or the newest one corrected.
///
/// # Errors
/// [`ElectionError::Invalid`] with the fields at fault (V03, V06, V07); [`ElectionError::NotHeld`],
/// [`ElectionError::LaterRound`], [`ElectionError::AllElected`].
pub fn save_round(desk: &mut Desk<'_>, request: ElectionRound) -> Result<Done<ElectionView>, ElectionError> {
    let rules = desk.rules;
    let id = request.election;
    desk.transact("登记选举计票", |tx| {
        let (known, due, request) = prepared(tx, request, rules)?;
        let mut invalid = check(&request, &due, &known);
        let number = due.number;
        let judged: Judged = rounds::judged(request, due, &known.people, &known.numbers);
        invalid.0.extend(judged.notes().0);
        invalid.into_result()?;
        store::save_round(tx, number, &judged.request)?;
        get::view(tx, id, rules)
    })
}

/// The election, the vote that the round is, and the round with the written-in names found among the members.
fn prepared(
    reader: &Reader<'_>,
    mut request: ElectionRound,
    rules: &RuleBook,
) -> Result<(Known, Next, ElectionRound), ElectionError> {
    let known = get::known(reader, request.election, rules)?;
    match known.meeting.state {
        MeetingState::Cancelled => return Err(ElectionError::MeetingCancelled),
        MeetingState::Planned => return Err(ElectionError::NotHeld),
        MeetingState::Held => {}
    }
    if known.state() == ElectionState::Concluded {
        return Err(ElectionError::Concluded);
    }
    let due = match request.number {
        None => known.count.next.clone().ok_or(ElectionError::AllElected)?,
        Some(number) => {
            let newest = known.count.rounds.last().ok_or(ElectionError::NoSuchRound)?;
            match newest.due.number {
                newest_number if newest_number == number => newest.due.clone(),
                newest_number if newest_number > number => return Err(ElectionError::LaterRound),
                _ => return Err(ElectionError::NoSuchRound),
            }
        }
    };
    for written in &mut request.write_ins {
        written.name = as_it_looks(&written.name).trim().to_owned();
        written.member = written.member.or_else(|| known.people.only_one_named(&written.name));
    }
    request.write_ins.retain(|written| written.votes > 0 || !written.name.is_empty());
    Ok((known, due, request))
}

/// Who was voted on, apart from the numbers.
fn check(request: &ElectionRound, due: &Next, known: &Known) -> Invalid {
    let mut invalid = Invalid::default();
    let stands: BTreeSet<MemberId> = due.candidates.iter().filter_map(|person| person.member).collect();
    let elected: BTreeSet<MemberId> = known
        .count
        .elected
        .iter()
        .filter(|elected| elected.round < due.number)
        .filter_map(|elected| elected.person.member)
        .collect();
    let people: &People = &known.people;
    let mut seen = BTreeSet::new();
    for (at, votes) in request.candidates.iter().enumerate() {
        let (field, name) = (format!("candidates.{at}.member"), people.person(votes.member).name);
        if !seen.insert(votes.member) {
            invalid.add(field, format!("{name}重复"));
        } else if elected.contains(&votes.member) {
            invalid.add(field, format!("{name}已经当选，不用再投票"));
        } else if due.kind == ElectionRoundKind::Rest && !people.can_be_elected(votes.member) {
            invalid.add(field, format!("{name}没有被选举权，不能作候选人"));
        } else if due.kind != ElectionRoundKind::Rest && !stands.contains(&votes.member) {
            invalid.add(field, format!("{name}不是这次投票的候选人"));
        }
    }
    let lacking: Vec<_> =
        due.candidates.iter().filter(|person| person.member.is_some_and(|id| !seen.contains(&id))).collect();
    if request.candidates.is_empty() {
        invalid.add("candidates", "还没有候选人，请先选定");
    } else if due.kind != ElectionRoundKind::Rest && !lacking.is_empty() {
        invalid.add("candidates", format!("缺少{}的得票", super::wording::names(lacking)));
    }
    for (at, written) in request.write_ins.iter().enumerate() {
        if written.name.is_empty() {
            invalid.add(format!("write_ins.{at}.name"), "请填写另选人的姓名");
        }
        if written.votes == 0 {
            invalid.add(format!("write_ins.{at}.votes"), "请填写得票数，没有的请删去这一行");
        }
        let Some(member) = written.member else { continue };
        if !people.can_be_elected(member) {
            invalid.add(format!("write_ins.{at}.name"), format!("{}没有被选举权", written.name));
        } else if elected.contains(&member) {
            invalid.add(format!("write_ins.{at}.name"), format!("{}已经当选", written.name));
        } else if !seen.insert(member) {
            invalid.add(format!("write_ins.{at}.name"), format!("{}已在上面，不要重复登记", written.name));
        }
    }
    invalid
}

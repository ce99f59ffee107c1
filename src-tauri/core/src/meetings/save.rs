//! Plans a meeting or corrects its head.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::votes::fitting;
use super::votes::fitting::{Misfit, Place};
use super::{
    Circle, MeetingError, MeetingHead, MeetingId, MeetingKind, MeetingState, MeetingView, Reported, correction, get,
    store,
};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::typed;
use crate::values::{Hours, Quarter, as_it_looks};
use crate::vault::{Done, Tx, VaultError};

/// Plans a meeting or corrects its head.
///
/// # Errors
/// [`MeetingError::Invalid`] with the fields at fault; [`MeetingError::Cancelled`], [`MeetingError::Reported`].
pub fn save(desk: &mut Desk<'_>, request: MeetingHead) -> Result<Done<MeetingView>, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    let head = completed(request);
    let label = format!("{}会议“{}”", if head.id.is_some() { "修改" } else { "新建" }, head.title);
    desk.transact(label, |tx| {
        let mut invalid = check(&head, today);
        if let Some(id) = head.id {
            let before = correction::open_head(tx, id)?;
            let moved = Quarter::of(before.head.day()) != Quarter::of(head.day());
            if before.state == MeetingState::Held
                && moved
                && let Some(Reported { period, .. }) = correction::reported(tx, id, head.day())?
            {
                let field = if head.started_at.is_some() { "started_at" } else { "planned_at" };
                let message = format!("{}的报告已签名，已召开的会议不能改到这段时间；确在那时召开的，请在那里新建一次会议，写明更正的原因后登记", period.title());
                invalid.add(field, message);
            }
            if before.state == MeetingState::Held {
                check_held(&before.head, &head, today, &mut invalid);
            }
            keeps_what_it_decides(tx, id, &before.head, &head, &mut invalid)?;
        }
        invalid.into_result()?;
        let id = store::save_head(tx, &head)?;
        get::view(tx, id, rules, today)
    })
}

/// What is decided at a meeting keeps the kinds that it needs there: its votes (D15), its elections (V10), its appraisal
/// (B16). What did not fit before does not keep anybody from correcting the head.
fn keeps_what_it_decides(
    tx: &Tx<'_>,
    id: MeetingId,
    before: &MeetingHead,
    head: &MeetingHead,
    invalid: &mut Invalid,
) -> Result<(), VaultError> {
    if head.kinds.is_empty() {
        return Ok(());
    }
    let (was, will_be) = (Place::of(tx, before)?, Place::of(tx, head)?);
    let lost = |misfit: &dyn Fn(Place<'_>) -> Option<Misfit>| misfit(will_be).filter(|_| misfit(was).is_none());
    for stored in store::votes(tx, id)? {
        if let Some(misfit) = lost(&|place| fitting::motion_misfit(stored.vote.motion, place)) {
            let message = format!("会上已登记了表决：{}；请先改正或者删除那项表决", misfit.message);
            invalid.add("kinds", message);
            break;
        }
    }
    for of_committee_members in store::elections(tx, id)? {
        if let Some(misfit) = lost(&|place| place.election_misfit(of_committee_members)) {
            invalid.add("kinds", format!("会上安排了选举：{}；请先改正或者删除那次选举", misfit.message));
            break;
        }
    }
    let can_appraise =
        |head: &MeetingHead| head.kinds.contains(&MeetingKind::Appraisal) && head.circle() == Circle::Branch;
    if store::elsewhere(tx, id)?.appraisal && can_appraise(before) && !can_appraise(head) {
        invalid.add("kinds", "会上登记了民主评议，须有“民主评议党员”这一类型，并由全体党员参加；请先删除那次评议");
    }
    Ok(())
}

/// The head as it is stored: an empty title takes the leading kind's name, of a group meeting with its group, an empty party group is none.
pub(super) fn completed(mut head: MeetingHead) -> MeetingHead {
    let MeetingHead { title, place, chair, recorder, lecturer, lecture_topic, observers, .. } = &mut head;
    for text in [title, place, chair, recorder, lecturer, lecture_topic].into_iter().chain(observers) {
        *text = typed::seen(text);
    }
    head.activity = as_it_looks(&head.activity).into_owned();
    head.party_group = head.party_group.map(|group| typed::seen(&group)).filter(|group| !group.trim().is_empty());
    if head.title.trim().is_empty() {
        head.title = match (head.kinds.first(), &head.party_group) {
            // Several groups meet on one day: 第一党小组会, 第二党小组会.
            (Some(MeetingKind::Group), Some(group)) => format!("{}党小组会", group.trim_end_matches("党小组")),
            (kind, _) => kind.map(|kind| kind.title().to_owned()).unwrap_or_default(),
        };
    }
    head
}

pub(super) fn check(head: &MeetingHead, today: NaiveDate) -> Invalid {
    let mut invalid = Invalid::default();
    if head.kinds.is_empty() {
        invalid.add("kinds", "请至少选择一种会议类型");
    }
    if head.kinds.iter().collect::<BTreeSet<_>>().len() < head.kinds.len() {
        invalid.add("kinds", "同一种会议类型只能选一次");
    }
    let is_group = head.kinds.contains(&MeetingKind::Group);
    if is_group && head.party_group.is_none() {
        invalid.add("party_group", "党小组会须选定是哪个党小组");
    }
    if !is_group && head.party_group.is_some() {
        invalid.add("party_group", "只有党小组会才需要选党小组");
    }
    match (head.started_at, head.ended_at) {
        (Some(started), _) if started.date() > today => invalid.add("started_at", "实际开始时间不能晚于今天"),
        (Some(started), Some(ended)) if ended <= started => invalid.add("ended_at", "结束时间须在开始时间之后"),
        (None, Some(_)) => invalid.add("started_at", "填写结束时间的，请先填写实际开始时间"),
        _ => {}
    }
    if head.lecture_hours.is_some_and(|hours| hours == Hours::default() || hours > Hours::whole(24)) {
        invalid.add("lecture_hours", "学时须大于 0，不超过 24");
    }
    for (index, name) in head.observers.iter().enumerate() {
        if name.trim().is_empty() {
            invalid.add(format!("observers.{index}"), "列席人员的姓名不能为空");
        }
    }
    invalid
}

/// Once attendance was recorded, what it rests on stays: the day has come, and who was expected is frozen.
fn check_held(before: &MeetingHead, head: &MeetingHead, today: NaiveDate, invalid: &mut Invalid) {
    if head.day() > today {
        invalid.add("planned_at", "已登记到会的会议，时间不能改到今天以后");
    }
    let scope = |head: &MeetingHead| {
        let circle = head.circle();
        (circle, head.party_group.clone().filter(|_| circle == Circle::Group))
    };
    if !head.kinds.is_empty() && scope(before) != scope(head) {
        invalid.add("kinds", "已登记到会，应到人员不能再变；类型有误的，请先在“到会”里清空到会登记");
    }
}

//! Records a session.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::{StudyError, StudySession, StudySessionRow, plan, store};
use crate::desk::Desk;
use crate::library;
use crate::problem::Invalid;
use crate::roster;
use crate::values::Hours;
use crate::vault::{Done, Reader, VaultError};

/// The hours that a day has.
const DAY: u32 = 24;

/// Adds or changes a session and who took part in it.
///
/// # Errors
/// [`StudyError::Invalid`] with the fields at fault.
pub fn save(desk: &mut Desk<'_>, session: StudySession) -> Result<Done<StudySessionRow>, StudyError> {
    let today = desk.today();
    let label = format!("{}学习“{}”", if session.id.is_some() { "修改" } else { "登记" }, session.title);
    desk.transact(label, |tx| {
        if let Some(id) = session.id {
            store::session(tx, id)?.ok_or(StudyError::NoSuchSession)?;
        }
        let mut invalid = check(&session, today);
        check_people(&session, &strangers(tx, &session)?, &mut invalid);
        check_links(tx, &session, &mut invalid)?;
        invalid.into_result()?;
        let id = store::save(tx, &session)?;
        store::session(tx, id)?.ok_or(StudyError::NoSuchSession)
    })
}

/// Names of those who were no members on the day.
fn strangers(reader: &Reader<'_>, session: &StudySession) -> Result<Vec<String>, VaultError> {
    let members: BTreeSet<_> = roster::members_on(reader, session.held_on)?.iter().map(|member| member.id).collect();
    let strangers: Vec<_> = session.participants.iter().filter(|id| !members.contains(id)).collect();
    if strangers.is_empty() {
        return Ok(Vec::new());
    }
    let names: BTreeMap<_, _> =
        roster::everyone(reader)?.iter().map(|member| (member.id, member.record.name.clone())).collect();
    let name = |id| names.get(id).cloned().unwrap_or_else(|| "不在名册里的人".to_owned());
    Ok(strangers.into_iter().map(name).collect())
}

fn check(session: &StudySession, today: NaiveDate) -> Invalid {
    let mut invalid = Invalid::default();
    if session.title.trim().is_empty() {
        invalid.add("title", "请填写学习主题");
    }
    if session.held_on > today {
        invalid.add("held_on", "学习日期不能晚于今天");
    }
    if let Some(message) = session.last_on.and_then(|last| wrong_end(session.held_on, last, today)) {
        invalid.add("last_on", message);
    }
    let most = Hours::whole(DAY * days(session));
    if session.hours == Hours::default() || session.hours > most {
        invalid.add("hours", format!("学时须大于 0，{} 天不超过 {most}", days(session)));
    }
    invalid
}

/// What is wrong with the last day of a session. The hours of a session belong to one year.
fn wrong_end(first: NaiveDate, last: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    if last <= first {
        Some("结束日期须晚于开始日期；只有一天的，不用填写")
    } else if last > today {
        Some("结束日期不能晚于今天")
    } else if last.year() != first.year() {
        Some("跨年的学习，请按年份分两次登记")
    } else {
        None
    }
}

/// How many days it took.
fn days(session: &StudySession) -> u32 {
    let more = session.last_on.map_or(0, |last| (last - session.held_on).num_days());
    u32::try_from(more.clamp(0, 365)).unwrap_or(0) + 1
}

fn check_people(session: &StudySession, strangers: &[String], invalid: &mut Invalid) {
    if session.participants.is_empty() {
        invalid.add("participants", "请至少选择一名参加学习的党员");
    }
    if session.participants.iter().collect::<BTreeSet<_>>().len() < session.participants.len() {
        invalid.add("participants", "同一名党员只能选一次");
    }
    if !strangers.is_empty() {
        invalid.add("participants", format!("学习当天不是本支部党员：{}", strangers.join("、")));
    }
}

/// What a session names: documents, the topic, the meeting. One meeting has one session (trap 6).
fn check_links(reader: &Reader<'_>, session: &StudySession, invalid: &mut Invalid) -> Result<(), VaultError> {
    if let Some(topic) = session.topic
        && plan::topic(reader, topic)?.is_none()
    {
        invalid.add("topic", "计划里没有这个专题，可能已被删除");
    }
    if !library::are_there(reader, &session.documents)? {
        invalid.add("documents", library::GONE);
    }
    let Some(meeting) = session.meeting else { return Ok(()) };
    if !store::is_meeting(reader, meeting)? {
        invalid.add("meeting", "没有这次会议，可能已被删除");
    } else if store::session_of_meeting(reader, meeting)?.is_some_and(|other| Some(other) != session.id) {
        invalid.add("meeting", "这次会议的学时已经登记过，同一次活动的学时只算一次");
    }
    Ok(())
}

//! Records a session.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{StudyError, StudySession, StudySessionRow, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster;
use crate::values::Hours;
use crate::vault::{Done, Reader, VaultError};

/// The longest a session counts.
const LONGEST: Hours = Hours::whole(24);

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
        check(&session, &strangers(tx, &session)?, today).into_result()?;
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

fn check(session: &StudySession, strangers: &[String], today: NaiveDate) -> Invalid {
    let mut invalid = Invalid::default();
    if session.title.trim().is_empty() {
        invalid.add("title", "请填写学习主题");
    }
    if session.held_on > today {
        invalid.add("held_on", "学习日期不能晚于今天");
    }
    if session.hours == Hours::default() || session.hours > LONGEST {
        invalid.add("hours", format!("学时须大于 0、不超过 {LONGEST}"));
    }
    if session.participants.is_empty() {
        invalid.add("participants", "请至少选择一名参加学习的党员");
    }
    if session.participants.iter().collect::<BTreeSet<_>>().len() < session.participants.len() {
        invalid.add("participants", "同一名党员只能选一次");
    }
    if !strangers.is_empty() {
        invalid.add("participants", format!("学习当天不是本支部党员：{}", strangers.join("、")));
    }
    invalid
}

//! 补学: who was absent makes a session up.

use chrono::NaiveDate;

use super::{StudyError, StudyMakeup, StudyPlace, StudySessionView, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster;
use crate::values::date_title;
use crate::vault::{Done, Reader};

/// Writes down how someone made a session up; what was written down before is replaced.
///
/// # Errors
/// [`StudyError::NoSuchSession`], [`StudyError::NoSuchMember`]; [`StudyError::Invalid`] with the fields at fault.
pub fn save_makeup(desk: &mut Desk<'_>, makeup: StudyMakeup) -> Result<Done<StudySessionView>, StudyError> {
    let today = desk.today();
    desk.transact("登记补学", |tx| {
        check(tx, &makeup, today)?;
        store::save_makeup(tx, &makeup)?;
        get::view(tx, makeup.session)?.ok_or(StudyError::NoSuchSession)
    })
}

/// Takes a makeup out that was entered by mistake.
///
/// # Errors
/// [`StudyError::NoSuchMakeup`].
pub fn delete_makeup(desk: &mut Desk<'_>, place: StudyPlace) -> Result<Done<StudySessionView>, StudyError> {
    desk.transact("删除补学登记", |tx| {
        if !store::delete_makeup(tx, place)? {
            return Err(StudyError::NoSuchMakeup);
        }
        get::view(tx, place.session)?.ok_or(StudyError::NoSuchSession)
    })
}

fn check(reader: &Reader<'_>, makeup: &StudyMakeup, today: NaiveDate) -> Result<(), StudyError> {
    let session = store::session(reader, makeup.session)?.ok_or(StudyError::NoSuchSession)?.session;
    let member = roster::member(reader, makeup.member)?.ok_or(StudyError::NoSuchMember)?;
    let mut invalid = Invalid::default();
    if session.participants.contains(&makeup.member) {
        invalid.add("member", format!("{}参加了这次学习，不用补学", member.record.name));
    } else if !member.is_member_on(session.held_on) {
        invalid.add("member", format!("{}在学习当天不是本支部党员，不用补学", member.record.name));
    }
    if makeup.made_up_on > today {
        invalid.add("made_up_on", "补学日期不能晚于今天");
    } else if makeup.made_up_on < session.held_on {
        invalid.add("made_up_on", format!("补学日期不能早于学习日期 {}", date_title(session.held_on)));
    }
    if makeup.material.trim().is_empty() {
        invalid.add("material", "请填写补学的内容");
    }
    Ok(invalid.into_result()?)
}

//! Records a talk, or takes one out.

use chrono::NaiveDate;

use super::{Talk, TalkError, TalkId, TalkRecord, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster;
use crate::vault::{Done, Tx};

/// Records a talk between two members, or corrects it.
///
/// # Errors
/// [`TalkError::Invalid`] with the fields at fault.
pub fn save(desk: &mut Desk<'_>, talk: TalkRecord) -> Result<Done<Talk>, TalkError> {
    let today = desk.today();
    desk.transact("登记谈心谈话", |tx| {
        if let Some(id) = talk.id {
            store::talk(tx, id)?.ok_or(TalkError::NoSuchTalk)?;
        }
        check(tx, &talk, today)?;
        let id = store::save(tx, &talk)?;
        store::talk(tx, id)?.ok_or(TalkError::NoSuchTalk)
    })
}

/// Takes out a talk that was entered by mistake.
///
/// # Errors
/// [`TalkError::NoSuchTalk`].
pub fn delete(desk: &mut Desk<'_>, id: TalkId) -> Result<Done<()>, TalkError> {
    desk.transact("删除谈心谈话", |tx| if store::delete(tx, id)? { Ok(()) } else { Err(TalkError::NoSuchTalk) })
}

fn check(tx: &Tx<'_>, talk: &TalkRecord, today: NaiveDate) -> Result<(), TalkError> {
    let mut invalid = Invalid::default();
    if talk.held_on > today {
        invalid.add("held_on", "谈话日期不能晚于今天");
    }
    if talk.first == talk.second {
        invalid.add("second", "谈话的双方不能是同一个人");
    }
    for (field, member) in [("first", talk.first), ("second", talk.second)] {
        if roster::member(tx, member)?.is_none() {
            invalid.add(field, "请从名册里选一名党员");
        }
    }
    Ok(invalid.into_result()?)
}

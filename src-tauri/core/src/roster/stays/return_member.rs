//! A former member returns.

use chrono::NaiveDate;

use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster::{Member, MemberReturnRequest, MemberView, RosterError, store};
use crate::values::date_title;
use crate::vault::Done;

/// Makes a former member a member again from `request.on`; the earlier stay is kept for the quarters it belongs to.
///
/// # Errors
/// [`RosterError::Invalid`] for a day that cannot be; [`RosterError::NotFound`].
pub fn return_member(desk: &mut Desk<'_>, request: MemberReturnRequest) -> Result<Done<MemberView>, RosterError> {
    let (rules, today) = (desk.rules, desk.today());
    let member = desk.read(|reader| store::member(reader, request.id))?.ok_or(RosterError::NotFound)?;
    check(&member, request.on, today)?;
    desk.transact(format!("{}回到支部", member.record.name), |tx| {
        store::return_member(tx, &member, &request, today)?;
        let member = store::member(tx, request.id)?.ok_or(RosterError::NotFound)?;
        Ok(member.view(false, rules, today))
    })
}

pub(crate) fn check(member: &Member, on: NaiveDate, today: NaiveDate) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    match &member.left {
        None => invalid.add("id", format!("{}没有离开", member.record.name)),
        Some(left) if on < left.on => invalid.add("on", format!("回来的日期早于离开的日期（{}）", date_title(left.on))),
        Some(_) => {}
    }
    if on > today {
        invalid.add("on", "回来的日期在今天以后，请到那一天再登记");
    }
    invalid.into_result()
}

//! A member leaves the branch.

use chrono::NaiveDate;

use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster::{Member, MemberLeaveRequest, MemberLeft, MemberView, RosterError, store};
use crate::values::date_title;
use crate::vault::Done;

/// Makes someone a former member from `request.on`; the record stays.
///
/// # Errors
/// [`RosterError::Invalid`] for a day that cannot be; [`RosterError::NotFound`].
pub fn leave(desk: &mut Desk<'_>, request: MemberLeaveRequest) -> Result<Done<MemberView>, RosterError> {
    let (rules, today) = (desk.rules, desk.today());
    let member = desk.read(|reader| store::member(reader, request.id))?.ok_or(RosterError::NotFound)?;
    check(&member, request.on, today)?;
    let left = MemberLeft { on: request.on, how: request.how, reason: request.reason.trim().to_owned() };
    desk.transact(format!("{}离开支部", member.record.name), |tx| {
        store::leave(tx, request.id, &left, today)?;
        let member = store::member(tx, request.id)?.ok_or(RosterError::NotFound)?;
        Ok(member.view(false, rules, today))
    })
}

pub(crate) fn check(member: &Member, on: NaiveDate, today: NaiveDate) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    if let Some(left) = &member.left {
        invalid.add("id", format!("{}已于{}离开", member.record.name, date_title(left.on)));
    }
    if on > today {
        invalid.add("on", "离开的日期在今天以后，请到那一天再登记");
    }
    if member.record.joined.is_some_and(|joined| on < joined.earliest()) {
        invalid.add("on", "离开的日期早于入党日期");
    }
    if member.record.entered_on.is_some_and(|entered| on < entered) {
        invalid.add("on", "离开的日期早于到本支部的日期");
    }
    invalid.into_result()
}

//! One member's dues, of all years.

use super::accounts::Accounts;
use super::store::{self, Payments};
use super::{DuesError, DuesMember, DuesState};
use crate::desk::Desk;
use crate::roster::{self, MemberId};
use crate::values::Month;

/// Bases, payments and the names under which somebody pays.
///
/// # Errors
/// [`DuesError::NoSuchMember`].
pub fn member(desk: &mut Desk<'_>, id: MemberId) -> Result<DuesMember, DuesError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| {
        let member = roster::member(reader, id)?.ok_or(DuesError::NoSuchMember)?;
        let mut bases = store::bases(reader, Some(id))?.remove(&id).unwrap_or_default();
        let payments = Payments::of(id).read(reader)?;
        let months = || payments.iter().flat_map(|payment| &payment.months).map(|part| part.month);
        let first = bases.iter().map(|base| base.from).chain(months()).min();
        let last = months().max().unwrap_or(Month::of(today));
        let mut paid_to = None;
        if let Some(first) = first {
            let accounts = Accounts::of(reader, rules, (first, last), today)?;
            let is_paid = |month: &Month| {
                let state = accounts.cell(&member, *month).state;
                !matches!(state, DuesState::Lacking | DuesState::Open | DuesState::Unset)
            };
            paid_to = first.through(last).take_while(is_paid).last();
        }
        bases.reverse();
        let aliases = store::aliases(reader)?.into_iter().filter(|(_, owner)| *owner == id);
        let aliases = aliases.map(|(alias, _)| alias).collect();
        Ok(DuesMember { member: id, name: member.record.name, bases, payments, aliases, paid_to })
    })
}

//! Sets and takes out dated facts.

use chrono::NaiveDate;

use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster::{FactId, FactsRequest, Member, MemberId, MemberView, RosterError, store};
use crate::vault::{Done, Tx};

/// Sets the same fact for one or more members, as one change; answers how many it changed.
///
/// # Errors
/// [`RosterError::Invalid`] for a value or a day that cannot be; [`RosterError::NotFound`].
pub fn save_facts(desk: &mut Desk<'_>, request: FactsRequest) -> Result<Done<u32>, RosterError> {
    let today = desk.today();
    let value = request.value.trim();
    let mut invalid = Invalid::default();
    if request.members.is_empty() {
        invalid.add("members", "请先选中要修改的党员");
    }
    if !request.aspect.allows(value) {
        invalid.add("value", "没有这一项可选");
    }
    if request.since.is_some_and(|since| since.earliest() > today) {
        invalid.add("since", "日期在今天以后，请到那一天再登记");
    }
    invalid.into_result()?;
    let label = match request.members.as_slice() {
        [one] => format!("登记{}的变动", named(desk, *one)?.record.name),
        many => format!("登记 {} 人的变动", many.len()),
    };
    desk.transact(label, |tx| {
        let by = store::operator(tx)?;
        let mut changed = 0;
        for id in &request.members {
            let member = store::member(tx, *id)?.ok_or(RosterError::NotFound)?;
            check_day(&member, &request)?;
            let fact = store::NewFact {
                aspect: request.aspect,
                value: value.to_owned(),
                detail: request.detail.trim().to_owned(),
                since: request.since,
                why: request.why.trim().to_owned(),
            };
            changed += u32::from(store::put_fact(tx, &member, fact, None, today, &by)?);
        }
        Ok(changed)
    })
}

/// A change needs its day. Without one only a beginning can be meant: what was so before the file was begun.
fn check_day(member: &Member, request: &FactsRequest) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    let begins = !request.value.trim().is_empty() && member.facts_of(request.aspect).next().is_none();
    if request.since.is_none() && !begins {
        invalid.add("since", "请填写从哪天起");
    }
    invalid.into_result()
}

/// Takes out a fact that was entered by mistake.
///
/// # Errors
/// [`RosterError::NotFound`].
pub fn delete_fact(desk: &mut Desk<'_>, id: FactId) -> Result<Done<MemberView>, RosterError> {
    let (rules, today) = (desk.rules, desk.today());
    let member = desk.read(|reader| store::member_of_fact(reader, id))?.ok_or(RosterError::NotFound)?;
    desk.transact(format!("删去{}的一条变动", member.record.name), |tx| {
        store::delete_fact(tx, id)?;
        view(tx, member.id, rules, today)
    })
}

fn named(desk: &Desk<'_>, id: MemberId) -> Result<Member, RosterError> {
    desk.read(|reader| store::member(reader, id))?.ok_or(RosterError::NotFound)
}

fn view(
    tx: &Tx<'_>,
    id: MemberId,
    rules: &crate::rules::RuleBook,
    today: NaiveDate,
) -> Result<MemberView, RosterError> {
    Ok(store::member(tx, id)?.ok_or(RosterError::NotFound)?.view(false, rules, today))
}

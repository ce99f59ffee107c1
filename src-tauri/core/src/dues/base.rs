//! Sets and removes bases (F08).

use std::collections::BTreeMap;

use super::{DuesBase, DuesBaseId, DuesBasesRequest, DuesError, DuesKind, rate, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster;
use crate::rules::{RuleBook, RuleId};
use crate::values::{Fen, Month};
use crate::vault::{Done, Tx};

/// A month's income above which it is a slip of the pen.
const MOST_A_MONTH: Fen = Fen::yuan(1_000_000);

/// Sets bases, new or corrected; all of them or none.
///
/// # Errors
/// [`DuesError::Invalid`] with the fields at fault, as `bases.2.base`.
pub fn save_bases(desk: &mut Desk<'_>, request: DuesBasesRequest) -> Result<Done<()>, DuesError> {
    let rules = desk.rules;
    let label = match request.bases.len() {
        1 => "核定党费基数".to_owned(),
        people => format!("核定党费基数 {people} 人"),
    };
    desk.transact(label, |tx| {
        check(tx, &request.bases, rules)?;
        for base in &request.bases {
            store::save_base(tx, base)?;
        }
        Ok(())
    })
}

/// Removes a base that was set by mistake: what was so before holds on.
///
/// # Errors
/// [`DuesError::NotFound`].
pub fn delete_base(desk: &mut Desk<'_>, id: DuesBaseId) -> Result<Done<()>, DuesError> {
    desk.transact("删除党费基数", |tx| {
        store::owner_of_base(tx, id)?.ok_or(DuesError::NotFound)?;
        Ok(store::delete_base(tx, id)?)
    })
}

fn check(tx: &Tx<'_>, bases: &[DuesBase], rules: &RuleBook) -> Result<(), DuesError> {
    let mut invalid = Invalid::default();
    if bases.is_empty() {
        invalid.add("bases", "请至少填写一名党员的基数");
    }
    let everyone: BTreeMap<_, _> = roster::everyone(tx)?.iter().map(|member| (member.id, member.clone())).collect();
    let known = store::bases(tx, None)?;
    for (place, base) in bases.iter().enumerate() {
        let mut say = |field: &str, message: String| invalid.add(format!("bases.{place}.{field}"), message);
        if let Some(id) = base.id
            && store::owner_of_base(tx, id)? != Some(base.member)
        {
            return Err(DuesError::NotFound);
        }
        if !everyone.contains_key(&base.member) {
            say("member", "请从名册里选一名党员".to_owned());
        }
        for (field, message) in faults(base, rules) {
            say(field, message);
        }
        let of_member = known.get(&base.member).into_iter().flatten();
        let others = of_member.filter(|other| other.id != base.id && other.kind.is_relief() == base.kind.is_relief());
        let is_twice = others.chain(&bases[..place]).any(|other| {
            (other.member, other.from, other.kind.is_relief()) == (base.member, base.from, base.kind.is_relief())
        });
        if is_twice {
            say("from", format!("{}起已经核定过，请改那一条", base.from.title()));
        }
    }
    Ok(invalid.into_result()?)
}

/// What is wrong with a base by itself: field and sentence.
fn faults(base: &DuesBase, rules: &RuleBook) -> Vec<(&'static str, String)> {
    let mut faults = Vec::new();
    let on = base.from.first_day();
    if base.kind.has_base() {
        let months = u64::from(rate::months_of(base.kind));
        match base.base {
            None => faults.push(("base", "请填写基数".to_owned())),
            Some(base) if base > Fen::new(MOST_A_MONTH.fen() * months) => {
                faults.push(("base", format!("基数{base}元太大，请核对")));
            }
            Some(_) => {}
        }
    }
    if base.kind.has_amount() && base.monthly.is_none() {
        faults.push(("monthly", "请填写每月交多少".to_owned()));
    }
    if base.kind == DuesKind::Farmer
        && let Some(monthly) = base.monthly
        && let (Some(least), Some(most)) =
            (rules.number(RuleId::F04, "fen", on), rules.number(RuleId::F04, "farmer_most_fen", on))
        && !(least.into()..=most.into()).contains(&monthly.fen())
    {
        let (least, most) = (Fen::new(least.into()), Fen::new(most.into()));
        faults.push(("monthly", format!("农民党员每月交{least}元至{most}元（{}）", RuleId::F04)));
    }
    if base.kind.is_relief() {
        match base.to {
            None => faults.push(("to", format!("少交、免交请写明到哪个月为止（{}）", RuleId::F05))),
            Some(to) if to < base.from => faults.push(("to", "截止的月份不能早于开始的月份".to_owned())),
            Some(_) => {}
        }
        if base.note.trim().is_empty() {
            faults.push(("note", "请写明少交、免交的原因".to_owned()));
        }
    } else if base.to.is_some() {
        faults.push(("to", "只有少交、免交才有截止的月份".to_owned()));
    }
    faults
}

/// A month about which something can be said to somebody: not before the Party, not in the far future.
pub(super) fn is_sensible(month: Month, today: Month) -> bool {
    month <= today.later(12)
}

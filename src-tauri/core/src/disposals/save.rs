//! Keeps disposals.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};

use super::{Disposal, DisposalError, DisposalId, DisposalKind, DisposalRecord, store};
use crate::desk::{Desk, Nothing};
use crate::problem::Invalid;
use crate::rules::{RuleBook, RuleId};
use crate::vault::{Done, Tx, VaultError};
use crate::{meetings, roster};

/// All disposals, the newest first.
///
/// # Errors
/// [`DisposalError::Vault`].
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<Disposal>, DisposalError> {
    let rules = desk.rules;
    Ok(desk.read(|reader| {
        let names: BTreeMap<_, _> =
            roster::everyone(reader)?.iter().map(|member| (member.id, member.record.name.clone())).collect();
        let view = |record: DisposalRecord| Disposal {
            name: names.get(&record.member).cloned().unwrap_or_default(),
            usual_term: usual_term(&record, rules),
            record,
        };
        Ok::<_, VaultError>(store::all(reader)?.into_iter().map(view).collect())
    })?)
}

/// Keeps a disposal, new or changed.
///
/// # Errors
/// [`DisposalError::Invalid`] with the fields at fault.
pub fn save(desk: &mut Desk<'_>, record: DisposalRecord) -> Result<Done<DisposalId>, DisposalError> {
    let today = desk.today();
    desk.transact(format!("登记组织处置（{}）", record.kind.title()), |tx| {
        if let Some(id) = record.id
            && !store::has(tx, id)?
        {
            return Err(DisposalError::NoSuchDisposal);
        }
        check(tx, &record, today)?;
        Ok(store::save(tx, &record)?)
    })
}

/// Takes out a disposal that was entered by mistake.
///
/// # Errors
/// [`DisposalError::NoSuchDisposal`].
pub fn delete(desk: &mut Desk<'_>, id: DisposalId) -> Result<Done<()>, DisposalError> {
    let found = |is_there| if is_there { Ok(()) } else { Err(DisposalError::NoSuchDisposal) };
    desk.transact("删除组织处置", |tx| found(store::delete(tx, id)?))
}

/// E10: so many months after the decision.
pub(super) fn usual_term(record: &DisposalRecord, rules: &RuleBook) -> Option<NaiveDate> {
    let decided = record.decided_on.filter(|_| record.kind == DisposalKind::Correction)?;
    decided.checked_add_months(Months::new(rules.number(RuleId::E10, "months", decided)?))
}

fn check(tx: &Tx<'_>, record: &DisposalRecord, today: NaiveDate) -> Result<(), DisposalError> {
    let mut invalid = Invalid::default();
    if roster::member(tx, record.member)?.is_none() {
        invalid.add("member", "请从名册里选一名党员");
    }
    if record.ground.trim().is_empty() {
        invalid.add("ground", "请写明因为什么处置");
    }
    let days = [
        ("begun_on", Some(record.begun_on)),
        ("talked_on", record.talked_on),
        ("filed_on", record.filed_on),
        ("decided_on", record.decided_on),
        ("replied_on", record.replied_on),
        ("ended_on", record.ended_on),
    ];
    for (field, _) in days.iter().filter(|(_, day)| day.is_some_and(|day| day > today)) {
        invalid.add(*field, "日期不能晚于今天");
    }
    match (record.kind, record.term_to, record.decided_on) {
        (DisposalKind::Correction, Some(to), Some(decided)) if to <= decided => {
            invalid.add("term_to", "改正的期限须在支部大会决定以后");
        }
        (DisposalKind::Persuasion | DisposalKind::StrikingOff, Some(_), _) => {
            invalid.add("term_to", "只有限期改正才有期限");
        }
        _ => {}
    }
    if record.outcome.is_some() != record.ended_on.is_some() {
        invalid.add("ended_on", "结果和结束的日期请一起填写");
    }
    if let Some(id) = record.meeting
        && !meetings::looked_up(tx, &BTreeSet::from([id]))?.contains_key(&id)
    {
        invalid.add("meeting", "找不到这次会议，可能已被删除");
    }
    let is_same = |other: &DisposalRecord| {
        (other.member, other.kind, other.ground.as_str()) == (record.member, record.kind, record.ground.trim())
            && other.id != record.id
    };
    if store::all(tx)?.iter().any(is_same) {
        invalid.add("ground", format!("同一问题已经这样处置过，不重复处置（{}）", RuleId::E16));
    }
    Ok(invalid.into_result()?)
}

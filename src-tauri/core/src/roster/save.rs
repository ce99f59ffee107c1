//! Adds or changes a member.

use chrono::NaiveDate;

use super::stays::entries::EntryEvent;
use super::{
    Member, MemberId, MemberRecord, MemberRequest, MemberView, Particular, ParticularKind, RosterError, alike, names,
    store,
};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::rules::RuleBook;
use crate::values::{Changed, PartialDate, as_it_looks};
use crate::vault::{Done, Tx};

/// Adds a member, or puts the whole record in place of the stored one: a field that is empty in the request is empty
/// from then on, the id number too.
///
/// # Errors
/// [`RosterError::Invalid`] names the fields; [`RosterError::NotFound`].
pub fn save(desk: &mut Desk<'_>, request: MemberRequest) -> Result<Done<MemberView>, RosterError> {
    let (rules, today) = (desk.rules, desk.today());
    let MemberRequest { record, changed, confirmed_duplicate } = request;
    let record = normal(record);
    let changed = Changed { why: as_it_looks(&changed.why).trim().to_owned(), ..changed };
    if record.id.is_none() && !confirmed_duplicate {
        refuse_duplicate(desk, &record)?;
    }
    let verb = if record.id.is_none() { "新增" } else { "修改" };
    desk.transact(format!("{verb}党员 {}", record.name), |tx| {
        let before = record.id.map(|id| store::member(tx, id)).transpose()?.flatten();
        check(tx, &record, changed.since, before.as_ref(), rules, today)?;
        let id = store::put(tx, &record, &changed, today)?;
        let member = store::member(tx, id)?.ok_or(RosterError::NotFound)?;
        Ok(member.view(false, rules, today))
    })
}

/// Nobody is entered twice without being asked.
fn refuse_duplicate(desk: &Desk<'_>, record: &MemberRecord) -> Result<(), RosterError> {
    let known = desk.read(|reader| alike::of_name(reader, &record.name, record.birth))?;
    let described = |member: &Member| {
        let birth =
            member.record.birth.map_or_else(|| "出生日期未填".to_owned(), |birth| format!("{}出生", birth.title()));
        let left = if member.left.is_some() { "，已离开支部" } else { "" };
        format!("{}（{birth}{left}）", member.record.name)
    };
    if known.is_empty() { Ok(()) } else { Err(RosterError::PossibleDuplicate(known.iter().map(described).collect())) }
}

/// The record with its texts in the form in which they are kept.
pub(crate) fn normal(mut record: MemberRecord) -> MemberRecord {
    record.name = names::normal_name(&record.name);
    record.ethnicity = names::normal_ethnicity(&record.ethnicity);
    record.mobile = names::normal_phone(&record.mobile);
    record.landline = names::normal_phone(&record.landline);
    for text in [
        &mut record.branch_name,
        &mut record.education,
        &mut record.job_position,
        &mut record.address,
        &mut record.mobile_destination,
        &mut record.lost_reason,
        &mut record.party_group,
        &mut record.unit,
        &mut record.note,
    ] {
        *text = as_it_looks(text).trim().to_owned();
    }
    record.particulars.0.retain(|particular, text| {
        *text = match particular {
            Particular::OtherPhones => names::normal_phones(text),
            _ => as_it_looks(text).trim().to_owned(),
        };
        if let (ParticularKind::Date, Ok(date)) = (particular.kind(), PartialDate::read(text)) {
            *text = date.to_string();
        }
        !text.is_empty()
    });
    record
}

/// Refuses what cannot be, at its field: all of it of somebody new, else what the change from `before` brings about, which
/// holds from `since` on.
pub(crate) fn check(
    tx: &Tx<'_>,
    record: &MemberRecord,
    since: Option<PartialDate>,
    before: Option<&Member>,
    rules: &RuleBook,
    today: NaiveDate,
) -> Result<(), RosterError> {
    let stored = match record.id {
        Some(id) => store::member(tx, id)?.ok_or(RosterError::NotFound)?,
        None => Member::new(MemberId(0), record.clone()),
    };
    let clashes = stored.clashes(record, since);
    let member = Member { record: record.clone(), ..stored };
    let mut invalid = Invalid::default();
    for fault in member.new_faults(before, rules, today) {
        invalid.add(fault.request_field(), fault.message);
    }
    if let Some((before, came)) = before.and_then(|before| Some((before, before.record.entered_on?)))
        && record.entered_on != Some(came)
        && before.entries.transfer(EntryEvent::Entered, came).is_some()
    {
        invalid.add("entered_on", "这次进入支部是随组织关系转接登记的，请在那次转接里更正日期");
    }
    if let Some(number) = &record.id_number
        && let Some((holder, name)) = store::holder(tx, number)?
        && record.id != Some(holder)
    {
        invalid.add("id_number", format!("这个身份证号已登记在“{name}”名下"));
    }
    if since.is_some_and(|since| since.earliest() > today) {
        invalid.add("changed_since", "日期在今天以后，请核对");
    }
    for clash in clashes {
        let field = if clash.aspect.since(record).is_some() { clash.aspect.day_field() } else { "changed_since" };
        invalid.add(field, clash.message());
    }
    Ok(invalid.into_result()?)
}

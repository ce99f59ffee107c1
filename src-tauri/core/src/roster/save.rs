//! Adds or changes a member.

use chrono::NaiveDate;

use super::{
    Member, MemberKind, MemberRequest, MemberView, Particular, ParticularKind, RosterError, alike, names, store,
};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::values::PartialDate;
use crate::vault::{Done, Tx};

/// Adds a member, or puts the whole record in place of the stored one: a field that is empty in the request is empty
/// from then on, the id number too.
///
/// # Errors
/// [`RosterError::Invalid`] names the fields; [`RosterError::NotFound`].
pub fn save(desk: &mut Desk<'_>, request: MemberRequest) -> Result<Done<MemberView>, RosterError> {
    let (rules, today) = (desk.rules, desk.today());
    let record = normal(request);
    if record.id.is_none() && !record.confirmed_duplicate {
        refuse_duplicate(desk, &record)?;
    }
    let verb = if record.id.is_none() { "新增" } else { "修改" };
    desk.transact(format!("{verb}党员 {}", record.name), |tx| {
        check(tx, &record, today)?;
        let id = store::put(tx, &record, today)?;
        let member = store::member(tx, id)?.ok_or(RosterError::NotFound)?;
        Ok(member.view(false, rules, today))
    })
}

/// Nobody is entered twice without being asked.
fn refuse_duplicate(desk: &Desk<'_>, record: &MemberRequest) -> Result<(), RosterError> {
    let known = desk.read(|reader| alike::of_name(reader, &record.name, record.birth))?;
    let described = |member: &Member| {
        let birth = member.record.birth.map_or_else(|| "出生日期未填".to_owned(), |birth| format!("{birth} 出生"));
        let left = if member.left.is_some() { "，已离开支部" } else { "" };
        format!("{}（{birth}{left}）", member.record.name)
    };
    if known.is_empty() { Ok(()) } else { Err(RosterError::PossibleDuplicate(known.iter().map(described).collect())) }
}

/// The record with its texts in the form in which they are kept.
pub(crate) fn normal(mut record: MemberRequest) -> MemberRequest {
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
        &mut record.changed_why,
    ] {
        *text = text.trim().to_owned();
    }
    record.particulars.0.retain(|particular, text| {
        *text = match particular {
            Particular::OtherPhones => names::normal_phones(text),
            _ => text.trim().to_owned(),
        };
        if let (ParticularKind::Date, Ok(date)) = (particular.kind(), PartialDate::read(text)) {
            *text = date.to_string();
        }
        !text.is_empty()
    });
    record
}

/// Refuses what cannot be, at its field.
pub(crate) fn check(tx: &Tx<'_>, record: &MemberRequest, today: NaiveDate) -> Result<(), RosterError> {
    let stored = match record.id {
        Some(id) => Some(store::member(tx, id)?.ok_or(RosterError::NotFound)?),
        None => None,
    };
    let mut invalid = Invalid::default();
    if record.name.is_empty() {
        invalid.add("name", "请填写姓名");
    }
    if let Some(number) = &record.id_number
        && let Some((holder, name)) = store::holder(tx, number)?
        && record.id != Some(holder)
    {
        invalid.add("id_number", format!("这个身份证号已登记在“{name}”名下"));
    }
    for (field, date) in [
        ("birth", record.birth),
        ("joined", record.joined),
        ("converted", record.converted),
        ("lost_contact_since", record.lost_contact_since),
        ("mobile_since", record.mobile_since),
        ("changed_since", record.changed_since),
        ("entered_on", record.entered_on.map(PartialDate::from)),
    ] {
        if date.is_some_and(|date| date.earliest() > today) {
            invalid.add(field, "日期在今天以后，请核对");
        }
    }
    if let (Some(birth), Some(joined)) = (record.birth, record.joined)
        && birth.earliest() <= today
        && joined.latest() < birth.earliest()
    {
        invalid.add("joined", "入党日期早于出生日期");
    }
    if let (Some(joined), Some(entered)) = (record.joined, record.entered_on)
        && entered < joined.earliest()
    {
        invalid.add("entered_on", "到本支部的日期早于入党日期");
    }
    if record.converted.is_some() && record.joined.is_none() {
        invalid.add("joined", "填了转正日期，请把入党日期也填上");
    }
    if record.is_converted_before_joined() {
        invalid.add("converted", "转正日期应在入党日期之后");
    }
    if record.converted.is_some() && record.kind == MemberKind::Probationary {
        invalid.add("converted", "人员类别是预备党员，不应有转正日期");
    }
    if record.probation_extended_months != 0 && !(6..=12).contains(&record.probation_extended_months) {
        invalid.add("probation_extended_months", "预备期一次延长 6 至 12 个月");
    }
    if record.party_age_correction_months.abs() > 1200 {
        invalid.add("party_age_correction_months", "党龄校正值按月填写，不超过 1200");
    }
    for (particular, text) in &record.particulars.0 {
        if particular.kind() == ParticularKind::Date
            && let Err(error) = PartialDate::read(text)
        {
            invalid.add(format!("particulars.{}", particular.code()), format!("{}：{error}", particular.title()));
        }
    }
    for (aspect, last) in stored.iter().flat_map(|stored| stored.changed_before_the_last(record)) {
        let field = if aspect.since(record).is_some() { aspect.day_field() } else { "changed_since" };
        invalid.add(field, format!("上一次变动是在 {last}，这一次不能早于它；要补记以前的变动，请在“经历”里添加"));
    }
    if let Some(left) = stored.and_then(|member| member.left) {
        if record.entered_on.is_some_and(|entered| entered > left.on) {
            invalid.add("entered_on", format!("到本支部的日期应在离开（{}）之前", left.on));
        }
        if record.joined.is_some_and(|joined| joined.earliest() > left.on) {
            invalid.add("joined", format!("入党日期晚于离开支部的日期（{}）", left.on));
        }
    }
    Ok(invalid.into_result()?)
}

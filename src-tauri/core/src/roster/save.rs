//! Adds or changes a member.

use chrono::NaiveDate;

use super::{Aspect, Member, MemberKind, MemberRequest, MemberView, ParticularKind, RosterError, names, store};
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
    let verb = if record.id.is_none() { "新增" } else { "修改" };
    desk.transact(format!("{verb}党员 {}", record.name), |tx| {
        check(tx, &record, today)?;
        let id = store::put(tx, &record, today, &store::operator(tx)?)?;
        let member = store::member(tx, id)?.ok_or(RosterError::NotFound)?;
        Ok(member.view(false, rules, today))
    })
}

/// The record with its texts in the form in which they are kept.
pub(super) fn normal(mut record: MemberRequest) -> MemberRequest {
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
    record.particulars.0.retain(|_, text| {
        *text = text.trim().to_owned();
        !text.is_empty()
    });
    record
}

fn check(tx: &Tx<'_>, record: &MemberRequest, today: NaiveDate) -> Result<(), RosterError> {
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
    if let Some(stored) = &stored {
        no_change_before_the_last(stored, record, &mut invalid);
    }
    if let Some(left) = stored.and_then(|member| member.left)
        && record.entered_on.is_some_and(|entered| entered > left.on)
    {
        invalid.add("entered_on", format!("到本支部的日期应在离开（{}）之前", left.on));
    }
    Ok(invalid.into_result()?)
}

/// What is changed now follows what was changed before: an earlier day would leave things as they are. Whoever wants to
/// mend the past does so in the timeline.
fn no_change_before_the_last(stored: &Member, record: &MemberRequest, invalid: &mut Invalid) {
    for aspect in Aspect::ALL {
        let Some(newest) = stored.facts_of(aspect).next_back() else { continue };
        let (field, since) = match aspect.since(record) {
            Some(since) => (aspect.day_field(), Some(since)),
            None => ("changed_since", record.changed_since),
        };
        let differs = aspect.of(record).0 != newest.value;
        if let (true, Some(since), Some(last)) = (differs, since, newest.since)
            && since < last
        {
            invalid.add(field, format!("上一次变动是在 {last}，这一次不能早于它；要补记以前的变动，请在“经历”里添加"));
        }
    }
}

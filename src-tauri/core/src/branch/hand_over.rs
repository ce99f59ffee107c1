//! 换任: one lays an office down, another takes it up.

use chrono::NaiveDate;

use super::{BranchError, BranchView, OfficeHandOverRequest, get};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster::{self, Aspect, Fact, Member, OfficeChange, Offices};
use crate::typed;
use crate::vault::{Done, Reader};

/// From `request.on` the office is the other member's; whoever held it had it up to the day before. Both are dated facts
/// of one change. What the old holder has beside it stays; what the new one had before ends, unless it is to be kept.
///
/// # Errors
/// [`BranchError::Invalid`] with the fields at fault.
pub fn hand_over(desk: &mut Desk<'_>, request: OfficeHandOverRequest) -> Result<Done<BranchView>, BranchError> {
    let today = desk.today();
    let request = OfficeHandOverRequest { why: typed::line(&request.why), ..request };
    let (before, after) = desk.read(|reader| checked(reader, &request, today))?;
    let label = format!("换任{}：{}接替{}", request.office.title(), after.record.name, before.record.name);
    let done = desk.transact(label, |tx| {
        let own = if request.keeps_others { offices_on(&after, request.on) } else { Offices::default() };
        let left = offices_on(&before, request.on).without(request.office);
        for (member, offices) in [(before.id, left), (after.id, own.with(request.office))] {
            let change = OfficeChange { member, offices, since: request.on, why: &request.why };
            roster::set_office(tx, &change, today)?;
        }
        Ok::<_, BranchError>(())
    })?;
    get::done(desk, done)
}

/// Who held the office and who takes it up.
fn checked(
    reader: &Reader<'_>,
    request: &OfficeHandOverRequest,
    today: NaiveDate,
) -> Result<(Member, Member), BranchError> {
    let (office, on) = (request.office, request.on);
    let before = roster::member(reader, request.from)?.ok_or(BranchError::NotFound)?;
    let mut invalid = Invalid::default();
    let day_before = on.pred_opt().unwrap_or(on);
    let held = |day| offices_on(&before, day).has(office);
    if !held(on) || !held(day_before) || !before.is_member_on(on) {
        let (name, title) = (&before.record.name, office.title());
        invalid.add("on", format!("{name}在这一天以前不担任{title}，请核对日期"));
    }
    if on > today {
        invalid.add("on", "换任的日期在今天以后，请到那一天再登记");
    }
    changed_later(&before, on, &mut invalid);
    if request.why.is_empty() {
        invalid.add("why", "请写明依据，如上级任命、补选");
    }
    let after = match request.to {
        Some(id) => roster::member(reader, id)?,
        None => None,
    };
    let Some(after) = after else {
        invalid.add("to", "请选择新任");
        return Err(invalid.into());
    };
    let name = &after.record.name;
    if after.id == before.id || offices_on(&after, on).has(office) {
        invalid.add("to", format!("{name}已经是{}", office.title()));
    } else if !after.is_member_on(on) {
        invalid.add("to", format!("{name}在这一天不是本支部党员"));
    } else if !after.can_vote_on(on) {
        // V02
        invalid
            .add("to", format!("{name}在这一天没有被选举权（预备党员，或者停止了表决权），不能担任{}", office.title()));
    } else {
        changed_later(&after, on, &mut invalid);
    }
    invalid.into_result()?;
    Ok((before, after))
}

fn offices_on(member: &Member, on: NaiveDate) -> Offices {
    member.fact_on(Aspect::Office, on).and_then(|fact| Offices::of_codes(&fact.value)).unwrap_or_default()
}

/// What was written down for a later day rests on what was so before it.
fn changed_later(member: &Member, on: NaiveDate, invalid: &mut Invalid) {
    let later = member.facts_of(Aspect::Office).filter_map(Fact::first_day).find(|first| *first > on);
    if let Some(later) = later {
        let (name, day) = (&member.record.name, later.format("%Y年%-m月%-d日"));
        invalid.add("on", format!("{name}的职务在{day}另有变动，换任不能早于那一天"));
    }
}

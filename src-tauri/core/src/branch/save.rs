//! Changing the branch's own data.

use chrono::NaiveDate;

use super::{Branch, BranchAspect, BranchError, BranchFact, BranchRequest, BranchView, facts, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::typed;
use crate::values::{Changed, PartialDate, Span, date_title};
use crate::vault::Done;

/// Changes the branch's own data.
///
/// # Errors
/// [`BranchError::Invalid`] without a name, or with a unit's name that another unit has.
pub fn save(desk: &mut Desk<'_>, request: BranchRequest) -> Result<Done<BranchView>, BranchError> {
    let branch = checked(request.record)?;
    let changed = Changed { why: typed::line(&request.changed.why), ..request.changed };
    let today = desk.today();
    let mut invalid = Invalid::default();
    refuse_future(&mut invalid, "founded_on", branch.founded_on, today);
    refuse_future(&mut invalid, "changed_since", changed.since, today);
    invalid.into_result()?;
    let done = desk.transact("修改支部信息", |tx| {
        let mut invalid = Invalid::default();
        // The first of today is the one that is named here, or renamed.
        let mut present = store::units(tx)?.into_iter().filter(|unit| unit.until.is_none()).skip(1);
        if present.any(|unit| unit.name == branch.unit) {
            invalid.add("unit", "已有同名的单位");
        }
        check_day(&store::facts(tx)?, &branch, changed.since, today, &mut invalid);
        invalid.into_result()?;
        Ok::<_, BranchError>(store::put(tx, &branch, &changed, today)?)
    })?;
    get::done(desk, done)
}

/// A change does not come before the last one of its kind: that would leave things as they are.
fn check_day(
    known: &[BranchFact],
    branch: &Branch,
    since: Option<PartialDate>,
    today: NaiveDate,
    invalid: &mut Invalid,
) {
    for aspect in BranchAspect::ALL {
        let last = facts::of_aspect(known, aspect).next_back().and_then(BranchFact::first_day);
        let change = facts::change(known, aspect, branch, since, today).and_then(|change| change.since);
        if let (Some(last), Some(since)) = (last, change)
            && since.earliest() < last
        {
            let message = format!("{}已登记过一次变动，请填那以后的日期，或者在“沿革”里更正那一条", date_title(last));
            invalid.add("changed_since", message);
            return;
        }
    }
}

/// The branch as it will be stored: as it looks, without needless spaces.
///
/// # Errors
/// [`Invalid`] without a name.
pub(crate) fn checked(request: Branch) -> Result<Branch, Invalid> {
    let branch = Branch {
        name: typed::line(&request.name),
        code: typed::line(&request.code),
        superior: typed::line(&request.superior),
        unit: typed::line(&request.unit),
        approval: typed::line(&request.approval),
        phone: typed::line(&request.phone),
        address: typed::line(&request.address),
        note: typed::lines(&request.note),
        ..request
    };
    let mut invalid = Invalid::default();
    check_name(&mut invalid, &branch.name, "支部全称");
    invalid.into_result()?;
    Ok(branch)
}

/// Something has a name, and not an endless one.
pub(super) fn check_name(invalid: &mut Invalid, name: &str, what: &str) {
    const LONGEST: usize = 100;
    if name.is_empty() {
        invalid.add("name", format!("请填写{what}"));
    } else if name.chars().count() > LONGEST {
        invalid.add("name", format!("{what}最多 {LONGEST} 个字"));
    }
}

/// Something that was set up ends after it began, and neither after today.
pub(super) fn check_span(
    invalid: &mut Invalid,
    since: Option<PartialDate>,
    until: Option<PartialDate>,
    today: NaiveDate,
) {
    refuse_future(invalid, "since", since, today);
    refuse_future(invalid, "until", until, today);
    if let (Some(since), Some(until)) = (since, until)
        && until <= since
    {
        invalid.add("until", "撤销的日期应在设立的日期以后，请核对");
    }
}

/// A name is free while nothing else has it: what was dissolved can be set up again under its name, from a later day on.
pub(super) fn check_name_is_free(
    invalid: &mut Invalid,
    own: (Option<PartialDate>, Option<PartialDate>),
    others: impl Iterator<Item = (Option<PartialDate>, Option<PartialDate>)>,
    what: &str,
) {
    let span = |(since, until): (Option<PartialDate>, Option<PartialDate>)| Span {
        from: since.map(PartialDate::earliest),
        until: until.map(PartialDate::earliest),
    };
    for other in others.filter(|other| span(own).meet(span(*other)).is_some()) {
        match other.1 {
            None => invalid.add("name", format!("已有同名的{what}")),
            Some(until) => {
                let until = until.title();
                invalid.add("since", format!("同名的{what}到{until}为止；重新设立的，请填写那以后的日期"));
            }
        }
    }
}

/// Under another name the members and the past of a thing go with it; of two that shared a name nobody could tell whose.
pub(super) fn refuse_renaming<I: PartialEq + Copy>(
    all: &[(Option<I>, &String)],
    id: Option<I>,
    name: &str,
    invalid: &mut Invalid,
) {
    let Some((_, before)) = all.iter().find(|(other, _)| id.is_some() && *other == id) else { return };
    let is_shared = all.iter().any(|(other, shared)| *other != id && shared == before);
    if before.as_str() != name && is_shared {
        invalid.add("name", "以前撤销的也用过这个名称，以往的记录分不开，不能改名");
    }
}

/// What has happened did not happen after today.
pub(super) fn refuse_future(
    invalid: &mut Invalid,
    field: &str,
    date: Option<impl Into<PartialDate>>,
    today: NaiveDate,
) {
    if date.is_some_and(|date| date.into().earliest() > today) {
        invalid.add(field, "日期在今天以后，请核对");
    }
}

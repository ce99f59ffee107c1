//! Changing the branch's own data.

use chrono::NaiveDate;

use super::{BranchAspect, BranchError, BranchFact, BranchRequest, BranchView, facts, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::values::{PartialDate, date_title};
use crate::vault::Done;

/// Changes the branch's own data.
///
/// # Errors
/// [`BranchError::Invalid`] without a name, or with a unit's name that another unit has.
pub fn save(desk: &mut Desk<'_>, request: BranchRequest) -> Result<Done<BranchView>, BranchError> {
    let branch = checked(request)?;
    let today = desk.today();
    let mut invalid = Invalid::default();
    refuse_future(&mut invalid, "founded_on", branch.founded_on, today);
    refuse_future(&mut invalid, "changed_since", branch.changed_since, today);
    invalid.into_result()?;
    let done = desk.transact("修改支部信息", |tx| {
        let mut invalid = Invalid::default();
        if store::units(tx)?.iter().skip(1).any(|unit| unit.name == branch.unit) {
            invalid.add("unit", "已有同名的单位");
        }
        check_day(&store::facts(tx)?, &branch, today, &mut invalid);
        invalid.into_result()?;
        Ok::<_, BranchError>(store::put(tx, &branch, today)?)
    })?;
    get::done(desk, done)
}

/// A change does not come before the last one of its kind: that would leave things as they are.
fn check_day(known: &[BranchFact], branch: &BranchRequest, today: NaiveDate, invalid: &mut Invalid) {
    for aspect in BranchAspect::ALL {
        let last = facts::of_aspect(known, aspect).next_back().and_then(BranchFact::first_day);
        let change = facts::change(known, aspect, branch, today).and_then(|change| change.since);
        if let (Some(last), Some(since)) = (last, change)
            && since.earliest() < last
        {
            let message = format!("{}已登记过一次变动，请填那以后的日期，或者在“沿革”里更正那一条", date_title(last));
            invalid.add("changed_since", message);
            return;
        }
    }
}

/// The branch as it will be stored: without needless spaces.
///
/// # Errors
/// [`Invalid`] without a name.
pub(crate) fn checked(request: BranchRequest) -> Result<BranchRequest, Invalid> {
    let branch = BranchRequest {
        name: trimmed(&request.name),
        code: trimmed(&request.code),
        superior: trimmed(&request.superior),
        unit: trimmed(&request.unit),
        approval: trimmed(&request.approval),
        phone: trimmed(&request.phone),
        address: trimmed(&request.address),
        changed_why: trimmed(&request.changed_why),
        note: request.note.trim().to_owned(),
        ..request
    };
    let mut invalid = Invalid::default();
    check_name(&mut invalid, &branch.name, "支部全称");
    invalid.into_result()?;
    Ok(branch)
}

/// Without needless spaces.
pub(super) fn trimmed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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

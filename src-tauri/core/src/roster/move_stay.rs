//! Moves the end of a stay on behalf of a transfer whose day was written down wrong.

use chrono::NaiveDate;

use super::{Aspect, EntryWay, ExitWay, Member, RosterError, Stay, store};
use crate::problem::Invalid;
use crate::values::PartialDate;
use crate::vault::Tx;

/// Which end of a stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StayEnd {
    /// 转入
    Came,
    /// 转出
    Left,
}

/// The end of a stay, and the day on which it really was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StayMove {
    /// Which end.
    pub(crate) end: StayEnd,
    /// The day on record.
    pub(crate) from: NaiveDate,
    /// The day in its place.
    pub(crate) to: NaiveDate,
}

/// Moves the coming or the leaving by transfer that is on record for the day; where there is none, nothing changes. An
/// office that ended with the leaving ends with it still.
///
/// # Errors
/// [`RosterError::Invalid`] for a day on the other side of another coming or leaving.
pub(crate) fn move_stay(tx: &Tx<'_>, member: &Member, moved: StayMove, today: NaiveDate) -> Result<(), RosterError> {
    let stays: Vec<Stay> = member.stays().collect();
    let Some(place) = stays.iter().position(|stay| moved.is_of(stay)) else { return Ok(()) };
    check(&stays, place, moved)?;
    store::move_stay(tx, member.id, moved, today)?;
    let (from, to) = (Some(PartialDate::day(moved.from)), Some(PartialDate::day(moved.to)));
    let office = member.facts_of(Aspect::Office).find(|fact| fact.value.is_empty() && fact.since == from);
    if let Some(office) = office.filter(|_| moved.end == StayEnd::Left) {
        let fact = store::NewFact {
            aspect: Aspect::Office,
            value: String::new(),
            detail: String::new(),
            since: to,
            why: office.why.clone(),
        };
        store::put_fact(tx, member, fact, Some(office), today, &store::operator(tx)?)?;
    }
    Ok(())
}

impl StayMove {
    fn is_of(self, stay: &Stay) -> bool {
        match self.end {
            StayEnd::Came => stay.entered_on == Some(self.from) && stay.entered_how == EntryWay::MovedIn,
            StayEnd::Left => {
                stay.left.as_ref().is_some_and(|left| left.on == self.from && left.how == ExitWay::MovedOut)
            }
        }
    }
}

fn check(stays: &[Stay], place: usize, moved: StayMove) -> Result<(), Invalid> {
    let (on, mut invalid) = (moved.to, Invalid::default());
    let left_before = place.checked_sub(1).and_then(|before| stays.get(before)?.left.as_ref()).map(|left| left.on);
    let came_after = stays.get(place + 1).and_then(|stay| stay.entered_on);
    let (came, left) =
        stays.get(place).map_or((None, None), |stay| (stay.entered_on, stay.left.as_ref().map(|left| left.on)));
    let (earliest, latest) = match moved.end {
        StayEnd::Came => ((left_before, "前一次离开的日期"), (left, "离开本支部的日期")),
        StayEnd::Left => ((came, "到本支部的日期"), (came_after, "回到本支部的日期")),
    };
    let date = |day: NaiveDate| day.format("%Y年%-m月%-d日");
    if let (Some(bound), title) = earliest
        && on < bound
    {
        invalid.add("on", format!("日期早于{title}（{}）", date(bound)));
    }
    if let (Some(bound), title) = latest
        && on > bound
    {
        invalid.add("on", format!("日期晚于{title}（{}）", date(bound)));
    }
    invalid.into_result()
}

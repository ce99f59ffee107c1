//! Corrects a coming or a leaving that was entered wrong, or takes it out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::entries;
use super::entries::{EntryEvent, Writing};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::roster::{
    Aspect, EntryWay, ExitWay, FactId, Member, MemberId, MemberLeft, MemberView, RosterError, Stay, store,
};
use crate::values::PartialDate;
use crate::vault::{Done, Reader, Tx};

/// Coming to the branch, or leaving it, as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum StayEvent {
    /// 进入本支部
    Entered {
        /// The first day.
        on: NaiveDate,
        how: EntryWay,
    },
    /// 离开本支部
    Left {
        /// The first day on which the person is no longer a member here.
        on: NaiveDate,
        how: ExitWay,
        /// Where to or why.
        reason: String,
    },
}

/// A coming or a leaving of a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StayEventRequest {
    pub member: MemberId,
    /// Which of the member's stays, the oldest is 0.
    pub stay: u32,
    /// What is to stand there; when it is taken out, what stands there.
    pub event: StayEvent,
    /// Why it is corrected.
    #[serde(default)]
    pub why: String,
}

/// Puts another day, way or reason in the place of what was entered.
///
/// # Errors
/// [`RosterError::Invalid`] for what cannot be, [`RosterError::CorrectedAtTransfer`], [`RosterError::NoSuchStay`].
pub fn save_stay_event(desk: &mut Desk<'_>, request: StayEventRequest) -> Result<Done<MemberView>, RosterError> {
    let (rules, today) = (desk.rules, desk.today());
    let (member, place) = desk.read(|reader| found(reader, &request))?;
    let old = member.stays().nth(place).and_then(|stay| stay.event(&request.event)).ok_or(RosterError::NoSuchStay)?;
    refuse_transferred(&member, &old)?;
    let event = request.event.normal();
    desk.transact(format!("更正{}{}的登记", member.record.name, event.title()), |tx| {
        let writing = Writing { on: today, by: &store::operator(tx)?, why: request.why.trim() };
        put_event(tx, &member, place, &old, &event, writing)?;
        let member = store::member(tx, member.id)?.ok_or(RosterError::NotFound)?;
        Ok(member.view(false, rules, today))
    })
}

/// Moves the coming or leaving by transfer that is on record for a day; where there is none, nothing changes.
///
/// # Errors
/// [`RosterError::Invalid`] for a day that cannot be.
pub(crate) fn move_transferred(
    tx: &Tx<'_>,
    member: &Member,
    kind: EntryEvent,
    from: NaiveDate,
    to: NaiveDate,
    today: NaiveDate,
) -> Result<(), RosterError> {
    let is_it = |event: &StayEvent| event.kind() == kind && event.is_by_transfer() && event.on() == from;
    let found = member.stays().enumerate().find_map(|(place, stay)| {
        let event = stay.entered().into_iter().chain(stay.leaving()).find(is_it)?;
        Some((place, event))
    });
    let Some((place, old)) = found else { return Ok(()) };
    let writing = Writing { on: today, by: &store::operator(tx)?, why: "" };
    put_event(tx, member, place, &old, &old.clone().moved_to(to), writing)
}

/// Takes back the leaving by transfer of that day, with which the present stay ended; whoever left by another way is left
/// alone. `false` for somebody who has come back since.
///
/// # Errors
/// When the file cannot be written.
pub(crate) fn take_back_leaving(tx: &Tx<'_>, member: &Member, on: NaiveDate) -> Result<bool, RosterError> {
    let by_it = |left: &MemberLeft| left.on == on && left.how == ExitWay::MovedOut;
    if member.earlier.iter().filter_map(|stay| stay.left.as_ref()).any(by_it) {
        return Ok(false);
    }
    if member.left.as_ref().is_some_and(by_it) {
        let mut stays: Vec<Stay> = member.stays().collect();
        stays.iter_mut().last().into_iter().for_each(|stay| stay.left = None);
        store::put_stays(tx, member, &stays)?;
        entries::forget(tx, member.id, EntryEvent::Left, Some(PartialDate::day(on)))?;
    }
    Ok(true)
}

/// Puts `event` in the place of `old` in the stay at `place`. What holds from a coming on goes with it, and so does the
/// end of an office with a leaving.
fn put_event(
    tx: &Tx<'_>,
    member: &Member,
    place: usize,
    old: &StayEvent,
    event: &StayEvent,
    writing: Writing<'_>,
) -> Result<(), RosterError> {
    let mut stays: Vec<Stay> = member.stays().collect();
    stays.iter_mut().skip(place).take(1).for_each(|stay| stay.take(event));
    let is_last = place + 1 == stays.len();
    check(member, &stays, event, is_last, writing.on)?;
    if event == old {
        return Ok(());
    }
    store::put_stays(tx, member, &stays)?;
    match old {
        StayEvent::Entered { on, .. } => store::move_beginning(tx, member, *on, event.on())?,
        StayEvent::Left { on, .. } => {
            if let (false, Some(office)) = (is_last, ended_office(member, *on)) {
                store::move_fact(tx, office, event.on())?;
            }
        }
    }
    entries::forget(tx, member.id, old.kind(), Some(PartialDate::day(old.on())))?;
    Ok(entries::note(tx, member.id, event.kind(), Some(PartialDate::day(event.on())), writing)?)
}

/// Takes out what was entered by mistake. Without its leaving a stay goes on, and whoever came back later never went;
/// without its coming a return never was. The office that had ended with the leaving is there again.
///
/// # Errors
/// [`RosterError::CorrectedAtTransfer`], [`RosterError::NoSuchStay`].
pub fn delete_stay_event(desk: &mut Desk<'_>, request: StayEventRequest) -> Result<Done<MemberView>, RosterError> {
    let (rules, today) = (desk.rules, desk.today());
    let (member, place) = desk.read(|reader| found(reader, &request))?;
    let mut stays: Vec<Stay> = member.stays().collect();
    let stay = stays.get(place).ok_or(RosterError::NoSuchStay)?;
    let event = stay.event(&request.event).filter(|event| *event == request.event).ok_or(RosterError::NoSuchStay)?;
    let mut gone = vec![event.clone()];
    let (before, after) = (place.checked_sub(1), place + 1);
    match &event {
        StayEvent::Left { .. } if after < stays.len() => {
            let next = stays.remove(after);
            gone.extend(next.entered());
            if let Some(stay) = stays.get_mut(place) {
                stay.left = next.left;
            }
        }
        StayEvent::Left { .. } => stays.iter_mut().skip(place).for_each(|stay| stay.left = None),
        StayEvent::Entered { .. } if before.is_some() => gone.extend(stays.remove(place).leaving()),
        StayEvent::Entered { .. } => {
            stays.iter_mut().take(1).for_each(|stay| (stay.entered_on, stay.entered_how) = (None, EntryWay::Original));
        }
    }
    for event in &gone {
        refuse_transferred(&member, event)?;
    }
    // An office ends with a leaving only once there is a return after it.
    let ended_before = member.stays().filter_map(|stay| Some(stay.left?.on));
    let last = stays.len().saturating_sub(1);
    let ends_now: Vec<_> = stays.iter().take(last).filter_map(|stay| Some(stay.left.as_ref()?.on)).collect();
    let back = ended_before.filter(|on| !ends_now.contains(on)).filter_map(|on| ended_office(&member, on));
    let back: Vec<FactId> = back.collect();
    desk.transact(format!("删去{}{}的登记", member.record.name, event.title()), |tx| {
        store::put_stays(tx, &member, &stays)?;
        for fact in back {
            store::delete_fact(tx, fact)?;
        }
        for event in &gone {
            entries::forget(tx, member.id, event.kind(), Some(PartialDate::day(event.on())))?;
        }
        let member = store::member(tx, member.id)?.ok_or(RosterError::NotFound)?;
        Ok(member.view(false, rules, today))
    })
}

fn found(reader: &Reader<'_>, request: &StayEventRequest) -> Result<(Member, usize), RosterError> {
    let member = store::member(reader, request.member)?.ok_or(RosterError::NotFound)?;
    Ok((member, request.stay as usize))
}

/// What came about by a transfer is corrected where the transfer is.
fn refuse_transferred(member: &Member, event: &StayEvent) -> Result<(), RosterError> {
    let transfer = member.entries.transfer(event.kind(), event.on());
    if transfer.is_some() { Err(RosterError::CorrectedAtTransfer(event.title())) } else { Ok(()) }
}

/// As with a new one: not to come, not before joining, not on the other side of another coming or leaving.
fn check(
    member: &Member,
    stays: &[Stay],
    event: &StayEvent,
    is_last: bool,
    today: NaiveDate,
) -> Result<(), RosterError> {
    let mut invalid = Invalid::default();
    if event.on() > today {
        invalid.add("on", "日期在今天以后，请到那一天再登记");
    }
    if let (StayEvent::Left { how: ExitWay::Deceased, .. }, false) = (event, is_last) {
        invalid.add("how", "这以后又回来过，不能是去世");
    }
    // A day to come was said above.
    let changed = member.clone().with_stays(stays);
    if !changed.stays().eq(member.stays()) {
        for fault in changed.faults_of_stays() {
            invalid.add("on", fault.message);
        }
    }
    Ok(invalid.into_result()?)
}

/// The fact that an office ended with the leaving on `day`, as a return writes it.
fn ended_office(member: &Member, day: NaiveDate) -> Option<FactId> {
    let ended = member
        .facts_of(Aspect::Office)
        .find(|fact| fact.value.is_empty() && fact.why.is_empty() && fact.since == Some(PartialDate::day(day)))?;
    Some(ended.id)
}

impl StayEvent {
    pub(in crate::roster) fn on(&self) -> NaiveDate {
        match self {
            Self::Entered { on, .. } | Self::Left { on, .. } => *on,
        }
    }

    pub(in crate::roster) fn kind(&self) -> EntryEvent {
        match self {
            Self::Entered { .. } => EntryEvent::Entered,
            Self::Left { .. } => EntryEvent::Left,
        }
    }

    fn is_by_transfer(&self) -> bool {
        matches!(self, Self::Entered { how: EntryWay::MovedIn, .. } | Self::Left { how: ExitWay::MovedOut, .. })
    }

    fn moved_to(mut self, day: NaiveDate) -> Self {
        match &mut self {
            Self::Entered { on, .. } | Self::Left { on, .. } => *on = day,
        }
        self
    }

    fn title(&self) -> &'static str {
        match self {
            Self::Entered { .. } => "进入支部",
            Self::Left { .. } => "离开支部",
        }
    }

    fn normal(self) -> Self {
        match self {
            Self::Left { on, how, reason } => Self::Left { on, how, reason: reason.trim().to_owned() },
            Self::Entered { .. } => self,
        }
    }
}

impl Stay {
    /// The coming, where its day is known.
    pub(in crate::roster) fn entered(&self) -> Option<StayEvent> {
        Some(StayEvent::Entered { on: self.entered_on?, how: self.entered_how })
    }

    /// The leaving.
    pub(in crate::roster) fn leaving(&self) -> Option<StayEvent> {
        let MemberLeft { on, how, reason } = self.left.clone()?;
        Some(StayEvent::Left { on, how, reason })
    }

    /// The event of the same kind.
    fn event(&self, like: &StayEvent) -> Option<StayEvent> {
        match like {
            StayEvent::Entered { .. } => self.entered(),
            StayEvent::Left { .. } => self.leaving(),
        }
    }

    fn take(&mut self, event: &StayEvent) {
        match event.clone() {
            StayEvent::Entered { on, how } => (self.entered_on, self.entered_how) = (Some(on), how),
            StayEvent::Left { on, how, reason } => self.left = Some(MemberLeft { on, how, reason }),
        }
    }
}

impl Member {
    /// The member with these stays in the place of those on record.
    fn with_stays(mut self, stays: &[Stay]) -> Self {
        if let Some((present, earlier)) = stays.split_last() {
            (self.record.entered_on, self.record.entered_how) = (present.entered_on, present.entered_how);
            self.left.clone_from(&present.left);
            self.earlier = earlier.to_vec();
        }
        self
    }
}

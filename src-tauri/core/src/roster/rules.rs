//! What follows from a member's record on a day.
//!
//! Where a date lacks its day, membership and kind count from its first possible day (that they came about is
//! certain), years and months from its last (nobody is made older than is certain).

use chrono::NaiveDate;

use super::{Member, MemberKind, MemberLeft, MemberRequest, Standing, Stay};
use crate::values::PartialDate;

impl Member {
    /// Full or probationary on `day`: full from the day of conversion (D27). Without that date the kind as entered.
    pub fn kind_on(&self, day: NaiveDate) -> MemberKind {
        self.record.kind_on(day)
    }

    /// Whether the person was a member of this branch on `day`: during a stay, and not before joining the Party.
    pub fn is_member_on(&self, day: NaiveDate) -> bool {
        let joined = self.record.joined.is_none_or(|joined| joined.earliest() <= day);
        joined && self.stays().any(|stay| stay.covers(day))
    }

    /// Whether the person may vote on `day`: a full member here whose membership is not suspended (E04) and whose
    /// right to vote is not suspended either (V02).
    pub fn can_vote_on(&self, day: NaiveDate) -> bool {
        self.is_member_on(day)
            && self.kind_on(day) == MemberKind::Full
            && self.record.standing == Standing::Normal
            && !self.record.vote_suspended
    }

    /// Whole years on `day` (trap 11).
    pub fn age_on(&self, day: NaiveDate) -> Option<u32> {
        self.record.age_on(day)
    }

    /// 党龄 in whole months on `day`, from the day of conversion (D27).
    pub fn party_age_months_on(&self, day: NaiveDate) -> Option<u32> {
        self.record.party_age_months_on(day)
    }

    /// Every stay in the branch, oldest first; the last one is the present one.
    pub fn stays(&self) -> impl Iterator<Item = Stay> {
        let present =
            Stay { entered_on: self.record.entered_on, entered_how: self.record.entered_how, left: self.left.clone() };
        self.earlier.iter().cloned().chain([present])
    }
}

impl Stay {
    /// Whether `day` lies in it.
    pub fn covers(&self, day: NaiveDate) -> bool {
        let left = |left: &MemberLeft| left.on <= day;
        self.entered_on.is_none_or(|entered| entered <= day) && !self.left.as_ref().is_some_and(left)
    }
}

impl MemberRequest {
    /// See [`Member::kind_on`].
    pub(super) fn kind_on(&self, day: NaiveDate) -> MemberKind {
        match self.converted {
            Some(converted) if day < converted.earliest() => MemberKind::Probationary,
            _ => self.kind,
        }
    }

    /// See [`Member::age_on`].
    pub(super) fn age_on(&self, day: NaiveDate) -> Option<u32> {
        day.years_since(self.birth?.latest())
    }

    /// See [`Member::party_age_months_on`].
    pub(super) fn party_age_months_on(&self, day: NaiveDate) -> Option<u32> {
        whole_months(self.converted?, day)
    }
}

/// Whole calendar months from `from` to `to` (trap 1); `None` when `from` is later.
fn whole_months(from: PartialDate, to: NaiveDate) -> Option<u32> {
    use chrono::Datelike;
    let from = from.latest();
    let months = (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32;
    let begun = u32::try_from(months).ok().filter(|_| from <= to)?;
    let complete = from.checked_add_months(chrono::Months::new(begun)).is_some_and(|day| day <= to);
    Some(if complete { begun } else { begun - 1 })
}

//! What follows from a member's record on a day.
//!
//! Where a date lacks its day, membership and kind count from its first possible day (that they came about is
//! certain), years and months from its last (nobody is made older than is certain).

mod absences;
#[cfg(test)]
mod tests;
mod watch;

pub(in crate::roster) use absences::long_absence_of;
pub use watch::{probations_over, watch};

use std::cmp::Ordering;

use chrono::{Months, NaiveDate};

use super::{Aspect, ImportField, Member, MemberKind, MemberLeft, MemberRecord, Stay, WantedField};
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject};
use crate::values::numerals::counted;
use crate::values::{PartialDate, Room, date_title};

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
            && !self.is_suspended_on(day)
            && self.fact_on(Aspect::VoteSuspended, day).is_none_or(|fact| fact.value.is_empty())
    }

    /// Whether the membership is suspended on `day` (停止党籍, E04): such a one is expected nowhere, votes on nothing, owes
    /// no hours and is counted apart.
    pub fn is_suspended_on(&self, day: NaiveDate) -> bool {
        self.fact_on(Aspect::Standing, day).is_some_and(|fact| !fact.value.is_empty())
    }

    /// Whether the person had left the branch by `day`, and was not back.
    pub fn had_left_by(&self, day: NaiveDate) -> bool {
        !self.stays().any(|stay| stay.covers(day))
            && self.stays().any(|stay| stay.left.is_some_and(|left| left.on <= day))
    }

    /// Whole years on `day` (trap 11).
    pub fn age_on(&self, day: NaiveDate) -> Option<u32> {
        self.record.age_on(day)
    }

    /// 党龄 in whole months on `day`, from the day of conversion and with the correction (D27).
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

impl Member {
    /// What is odd about the record, and what is due (never a block, trap 3).
    pub fn findings(&self, rules: &RuleBook, today: NaiveDate) -> Vec<Finding> {
        let oddities =
            self.record.oddities(rules, today).into_iter().map(|oddity| {
                self.finding(oddity.rule(), Severity::Notice, oddity.message(&self.record), "核对", None)
            });
        let faults = self.faults(rules, today).into_iter().map(|fault| {
            let message = format!("{}的记录请核对：{}", self.record.name, fault.message);
            self.finding(None, Severity::Notice, message, "核对", None)
        });
        faults
            .chain(oddities)
            .chain(self.probation_over(rules, today))
            .chain(self.out_of_touch(rules, today))
            .chain(self.suspended_long(rules, today))
            .chain(self.away_long(rules, today))
            .collect()
    }

    /// D23, D32: the probation lasts a year; then the general meeting decides (D25). It is brought to mind a month before,
    /// and late from the day after, as of a development file.
    fn probation_over(&self, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
        let from = probation_ends(self.record.joined?, self.record.probation_extended_months, rules)?;
        let (last_day, name) = (date_title(from.pred_opt()?), &self.record.name);
        let is_open = self.kind_on(today) == MemberKind::Probationary && !self.is_suspended_on(today);
        if !is_open || !self.is_member_on(today) || today < from - Months::new(1) {
            return None;
        }
        let message = if today < from {
            format!("{name}的预备期到{last_day}为止，{}起可以讨论转正", date_title(from))
        } else {
            format!("{name}的预备期已在{last_day}届满，应及时讨论转正，还没有转正日期")
        };
        let severity = match today.cmp(&from) {
            Ordering::Less => Severity::Notice,
            Ordering::Equal => Severity::Due,
            Ordering::Greater => Severity::Late,
        };
        Some(self.finding(RuleId::D23, severity, message, "办理转正", Some(from)))
    }

    /// E04: no contact for six months; the branch may propose 停止党籍, the program never does it.
    fn out_of_touch(&self, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
        let since = self.since_while_here(Aspect::Lost, today)?;
        let months = rules.number(RuleId::E04, "months", today)?;
        let due = months_after(since, months)?;
        let (name, since, months) = (&self.record.name, since.title(), counted(months));
        let message = format!("{name}自{since}起失去联系，已满{months}个月，查找无果的可提出停止党籍");
        (due <= today && !self.is_suspended_on(today))
            .then(|| self.finding(RuleId::E04, Severity::Due, message, "查看", Some(due)).keyed("lost"))
    }

    /// E04: two years after 停止党籍 without contact the branch may propose 除名.
    fn suspended_long(&self, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
        let since = self.since_while_here(Aspect::Standing, today)?;
        let years = rules.number(RuleId::E04, "years", today)?;
        let due = months_after(since, years * 12)?;
        let (name, since, years) = (&self.record.name, since.title(), counted(years));
        let message = format!("{name}自{since}起停止党籍，已满{years}年，仍无法联系的可提出除名");
        (due <= today).then(|| self.finding(RuleId::E04, Severity::Due, message, "查看", Some(due)).keyed("suspended"))
    }

    /// E07: away for six months at a fixed place: the membership should be transferred; until then keep in touch.
    fn away_long(&self, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
        let since = self.since_while_here(Aspect::Mobile, today)?;
        let months = rules.number(RuleId::E07, "months", today)?;
        let due = months_after(since, months)?;
        let (name, since, months) = (&self.record.name, since.title(), counted(months));
        let message = format!("{name}自{since}起外出，已满{months}个月；地点固定的应转移组织关系，否则保持联系");
        (due <= today && !self.is_suspended_on(today))
            .then(|| self.finding(RuleId::E07, Severity::Due, message, "查看", Some(due)))
    }

    /// Since when something out of the ordinary holds of a member of the branch, where that is known.
    fn since_while_here(&self, aspect: Aspect, today: NaiveDate) -> Option<PartialDate> {
        let fact = self.fact_on(aspect, today).filter(|fact| !fact.value.is_empty())?;
        fact.since.filter(|_| self.is_member_on(today))
    }

    fn finding(
        &self,
        rule: impl Into<Option<RuleId>>,
        severity: Severity,
        message: String,
        action: &str,
        due: Option<NaiveDate>,
    ) -> Finding {
        let subject = Subject { room: Room::Roster, id: Some(self.id.0) };
        subject.finding(rule, severity, message, action).due_on(due)
    }
}

/// From the Ninth Congress to the Eleventh there was no probation: who joined then became a full member the same day
/// (trap 2).
const NO_PROBATION: (NaiveDate, NaiveDate) =
    (NaiveDate::from_ymd_opt(1969, 4, 1).unwrap(), NaiveDate::from_ymd_opt(1977, 8, 11).unwrap());

/// The constitution of the Eighth Congress: a probation of one year for everybody. Before, its length went by class.
const ONE_YEAR_FROM: NaiveDate = NaiveDate::from_ymd_opt(1956, 9, 26).unwrap();

/// Odd, but kept as written: the personnel file may be right (trap 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Oddity {
    /// D01: before this age.
    JoinedTooYoung(u32),
    /// D26: before the probation ended, on this day.
    ConvertedEarly(NaiveDate),
    /// D24: later than a probation that was extended as far as it can be, on this day.
    ConvertedLate(NaiveDate),
    /// D23: a full member whose probation lasts until this day, and who was not converted.
    FullTooEarly(NaiveDate),
    /// Differs from the id number.
    SexDiffers,
    /// Differs from the id number.
    BirthDiffers,
}

impl Oddity {
    /// The rule it is at odds with; `None` where it is only held against another entry.
    fn rule(self) -> Option<RuleId> {
        match self {
            Self::JoinedTooYoung(_) => Some(RuleId::D01),
            Self::ConvertedEarly(_) => Some(RuleId::D26),
            Self::ConvertedLate(_) => Some(RuleId::D24),
            Self::FullTooEarly(_) => Some(RuleId::D23),
            Self::SexDiffers | Self::BirthDiffers => None,
        }
    }

    /// Name in an import's notes.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::JoinedTooYoung(_) => "joined_too_young",
            Self::ConvertedEarly(_) => "converted_early",
            Self::ConvertedLate(_) => "converted_late",
            Self::FullTooEarly(_) => "full_too_early",
            Self::SexDiffers => "sex_differs",
            Self::BirthDiffers => "birth_differs",
        }
    }

    /// Column of an import it is about.
    pub(super) fn field(self) -> ImportField {
        match self {
            Self::JoinedTooYoung(_) => ImportField::Joined,
            Self::ConvertedEarly(_) | Self::ConvertedLate(_) => ImportField::Converted,
            Self::FullTooEarly(_) => ImportField::Kind,
            Self::SexDiffers => ImportField::Sex,
            Self::BirthDiffers => ImportField::Birth,
        }
    }

    /// One Chinese sentence.
    pub(super) fn message(self, record: &MemberRecord) -> String {
        let name = &record.name;
        let converted = record.converted.map(PartialDate::title).unwrap_or_default();
        match self {
            Self::ConvertedEarly(due) => format!("{name}的转正日期（{converted}）早于预备期满（{}）", date_title(due)),
            Self::ConvertedLate(last) => {
                format!(
                    "{name}的转正日期（{converted}）晚于预备期延长后的最后一天（{}），请核对两个日期",
                    date_title(last)
                )
            }
            Self::FullTooEarly(due) => {
                format!("{name}的预备期到{}才满，也没有转正日期，写着正式党员，请核对人员类别", date_title(due))
            }
            Self::JoinedTooYoung(years) => format!("{name}入党时未满 {years} 周岁，请核对出生日期和入党日期"),
            Self::SexDiffers => format!("{name}的性别与身份证号不一致，以填写的为准，请对照档案核对"),
            Self::BirthDiffers => format!("{name}的出生日期与身份证号不一致，以填写的为准，请对照档案核对"),
        }
    }
}

/// The day on which conversion can first take place (D23, D32): the anniversary, or the day after when the calendar
/// lacks it (2024-02-29 → 2025-03-01); later by the months for which it was extended (D24).
fn probation_ends(joined: PartialDate, extended: u32, rules: &RuleBook) -> Option<NaiveDate> {
    use chrono::{Datelike, Days, Months};
    let joined = joined.latest();
    let months = rules.number(RuleId::D23, "months", joined)?;
    let anniversary = joined.checked_add_months(Months::new(months + extended))?;
    if anniversary.day() == joined.day() { Some(anniversary) } else { anniversary.checked_add_days(Days::new(1)) }
}

impl Stay {
    /// Whether `day` lies in it.
    pub fn covers(&self, day: NaiveDate) -> bool {
        let left = |left: &MemberLeft| left.on <= day;
        self.entered_on.is_none_or(|entered| entered <= day) && !self.left.as_ref().is_some_and(left)
    }
}

impl MemberRecord {
    /// See [`Member::kind_on`].
    pub(super) fn kind_on(&self, day: NaiveDate) -> MemberKind {
        match self.converted {
            Some(converted) if day < converted.earliest() => MemberKind::Probationary,
            _ => self.kind,
        }
    }

    /// What is odd about the record itself.
    pub(super) fn oddities(&self, rules: &RuleBook, today: NaiveDate) -> Vec<Oddity> {
        let mut oddities = Vec::new();
        if let (Some(birth), Some(joined)) = (self.birth_as_known(), self.joined)
            && !self.is_joined_before_birth()
            && let Some(years) = rules.number(RuleId::D01, "years", today)
            && joined.latest().years_since(birth.earliest()).is_none_or(|age| age < years)
        {
            oddities.push(Oddity::JoinedTooYoung(years));
        }
        oddities.extend(self.probation_is_odd(rules));
        oddities.extend(self.is_full_too_early(rules, today));
        if let Some(id) = &self.id_number {
            if self.sex.is_some_and(|sex| sex != id.sex()) {
                oddities.push(Oddity::SexDiffers);
            }
            if self.birth.is_some_and(|birth| id.birth() < birth.earliest() || birth.latest() < id.birth()) {
                oddities.push(Oddity::BirthDiffers);
            }
        }
        oddities
    }

    /// D24, D26: nobody becomes a full member before the probation ends, or when it has ended even if it was extended. Those
    /// who joined while there was no probation are left out (trap 2), and so are those before 1956, whose probation followed
    /// other rules.
    fn probation_is_odd(&self, rules: &RuleBook) -> Option<Oddity> {
        let (joined, converted) = (self.joined?, self.converted?);
        let none = NO_PROBATION.0 <= joined.latest() && joined.earliest() <= NO_PROBATION.1;
        if none || joined.earliest() < ONE_YEAR_FROM || self.is_converted_before_joined() {
            return None;
        }
        let due = probation_ends(joined, self.probation_extended_months, rules)?;
        let longest = rules.number(RuleId::D24, "months_max", joined.latest())?;
        let last = probation_ends(joined, self.probation_extended_months.max(longest), rules)?;
        if converted.latest() < due {
            return Some(Oddity::ConvertedEarly(due));
        }
        (last < converted.earliest()).then_some(Oddity::ConvertedLate(last))
    }

    fn is_full_too_early(&self, rules: &RuleBook, today: NaiveDate) -> Option<Oddity> {
        if self.kind != MemberKind::Full || self.converted.is_some() {
            return None;
        }
        let due = probation_ends(self.joined?, 0, rules)?;
        (today < due).then_some(Oddity::FullTooEarly(due))
    }

    /// The date of birth, where it is not written that of the id number.
    pub(super) fn birth_as_known(&self) -> Option<PartialDate> {
        self.birth.or_else(|| self.id_number.as_ref().map(|number| number.birth().into()))
    }

    /// Whether the probation of someone who is still on it should have ended long ago, even if it was extended (D23, D24).
    pub(super) fn is_probation_long_over(&self, rules: &RuleBook, today: NaiveDate) -> bool {
        let last = || {
            let joined = self.joined?;
            probation_ends(joined, rules.number(RuleId::D24, "months_max", joined.latest())?, rules)
        };
        self.kind_on(today) == MemberKind::Probationary && last().is_some_and(|last| last < today)
    }

    /// Whether the dates say that someone became a full member before joining, or on the same day outside the years
    /// when that was so (trap 2).
    pub(super) fn is_converted_before_joined(&self) -> bool {
        let (Some(joined), Some(converted)) = (self.joined, self.converted) else { return false };
        let no_probation = NO_PROBATION.0 <= joined.latest() && joined.earliest() <= NO_PROBATION.1;
        converted.latest() < joined.earliest()
            || (joined.exact().is_some() && converted.exact() == joined.exact() && !no_probation)
    }

    /// The fields that a full record has and this one lacks.
    pub(super) fn missing(&self) -> Vec<WantedField> {
        self.expected().into_iter().filter(|(_, there)| !there).map(|(field, _)| field).collect()
    }

    /// How much of a full record is there, in percent.
    pub(super) fn completeness(&self) -> u32 {
        let fields = self.expected();
        let there = fields.iter().filter(|(_, there)| *there).count();
        u32::try_from(there * 100 / fields.len()).unwrap_or_default()
    }

    /// What a full record of this member has, and whether it is there.
    fn expected(&self) -> Vec<(WantedField, bool)> {
        let mut fields = vec![
            (WantedField::Name, !self.name.is_empty()),
            (WantedField::IdNumber, self.id_number.is_some()),
            (WantedField::Sex, self.sex.is_some()),
            (WantedField::Ethnicity, !self.ethnicity.is_empty()),
            (WantedField::Birth, self.birth.is_some()),
            (WantedField::Education, !self.education.is_empty()),
            (WantedField::Joined, self.joined.is_some()),
            (WantedField::JobPosition, !self.job_position.is_empty()),
            (WantedField::Mobile, !self.mobile.is_empty()),
            (WantedField::Address, !self.address.is_empty()),
        ];
        if self.kind == MemberKind::Full {
            fields.push((WantedField::Converted, self.converted.is_some()));
        }
        if self.is_lost {
            fields.push((WantedField::LostContactSince, self.lost_contact_since.is_some()));
        }
        if self.is_mobile {
            fields.push((WantedField::MobileDestination, !self.mobile_destination.is_empty()));
        }
        fields
    }

    /// See [`Member::age_on`].
    pub(super) fn age_on(&self, day: NaiveDate) -> Option<u32> {
        day.years_since(self.birth?.latest())
    }

    /// See [`Member::party_age_months_on`].
    pub(super) fn party_age_months_on(&self, day: NaiveDate) -> Option<u32> {
        whole_months(self.converted?, day)?.checked_add_signed(self.party_age_correction_months)
    }
}

/// So many calendar months after the last day that `since` can mean (traps 1, 5).
fn months_after(since: PartialDate, months: u32) -> Option<NaiveDate> {
    since.latest().checked_add_months(Months::new(months))
}

/// Whole calendar months from `from` to `to` (trap 1); `None` when `from` is later.
fn whole_months(from: PartialDate, to: NaiveDate) -> Option<u32> {
    use chrono::Datelike;
    let from = from.latest();
    let months = (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32;
    let begun = u32::try_from(months).ok().filter(|_| from <= to)?;
    let complete = from.checked_add_months(Months::new(begun)).is_some_and(|day| day <= to);
    Some(if complete { begun } else { begun - 1 })
}

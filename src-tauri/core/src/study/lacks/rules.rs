//! Who lacks what, from the records and the day.

use std::collections::BTreeSet;

use chrono::{Datelike, Months, NaiveDate};

use super::StudyCourse;
use crate::roster::{Member, MemberId};
use crate::rules::{RuleBook, RuleId};
use crate::study::course::{courses_of, secretary_since};
use crate::study::{StudySessionRow, StudyTopic, is_asked_in};
use crate::values::Hours;

/// What is missing of the hours that are required.
pub(super) fn lacking(hours: Hours, required: Option<Hours>) -> Hours {
    Hours::from_tenths(required.map_or(0, |required| required.tenths().saturating_sub(hours.tenths())))
}

/// Whether a member lacks a topic that others had, or of which the month is over. Of who was not here in its month it is
/// not asked.
pub(super) fn lacks_topic(member: &Member, topic: &StudyTopic, had: &BTreeSet<MemberId>, today: NaiveDate) -> bool {
    let is_over = (topic.year, topic.month) < (today.year(), today.month());
    (is_over || !had.is_empty()) && !had.contains(&member.id) && is_asked_in(member, topic.year, topic.month)
}

/// On which day the member left for good in the year; `None` for who stayed or came back.
pub(super) fn left_in(member: &Member, year: i32, last: NaiveDate) -> Option<NaiveDate> {
    if member.is_member_on(last) {
        return None;
    }
    let earlier = member.earlier.iter().filter_map(|stay| stay.left.as_ref());
    earlier.chain(&member.left).map(|left| left.on).filter(|on| on.year() == year && *on <= last).max()
}

/// E02: the course of the year, or a new secretary's within half a year, of who holds an office.
pub(super) fn course(member: &Member, courses: &[StudySessionRow], rules: &RuleBook, year: i32) -> Option<StudyCourse> {
    if member.record.offices.is_empty() {
        return None;
    }
    let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let last = NaiveDate::from_ymd_opt(year, 12, 31)?;
    let new = secretary_since(member).and_then(|since| {
        let months = rules.number(RuleId::E02, "new_secretary_months", since.latest())?;
        let due = since.latest().checked_add_months(Months::new(months))?;
        (since.latest() <= last && due >= first).then_some((since.earliest(), due))
    });
    let (from, due) = new.unwrap_or((first, last));
    let taken = courses_of(member, courses).filter(|(on, _)| (from..=due.max(last)).contains(on));
    let taken = taken.min_by_key(|(on, _)| *on);
    let certificate = taken.and_then(|(_, row)| row.certificates.iter().find(|one| one.member == member.id));
    Some(StudyCourse {
        is_first: new.is_some(),
        due,
        taken_on: taken.map(|(on, _)| on),
        certificate: certificate.map(|one| one.number.clone()).unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::roster::{MemberKind, MemberRecord};
    use crate::study::{StudyKind, StudyTopicId};

    #[rstest]
    #[case::nothing_asked(10, None, 0)]
    #[case::less(10, Some(32), 22)]
    #[case::as_much(32, Some(32), 0)]
    #[case::more(40, Some(32), 0)]
    fn what_is_missing_is_never_less_than_nothing(
        #[case] hours: u32,
        #[case] required: Option<u32>,
        #[case] missing: u32,
    ) {
        assert_eq!(lacking(Hours::whole(hours), required.map(Hours::whole)), Hours::whole(missing));
    }

    #[rstest]
    #[case::learnt_without_him(6, &[2], "2026-06-10", true)]
    #[case::learnt_with_him(6, &[1], "2026-12-10", false)]
    #[case::still_to_come(6, &[], "2026-06-30", false)]
    #[case::nobody_learnt_it(6, &[], "2026-07-01", true)]
    #[case::before_he_came(3, &[2], "2026-12-10", false)]
    fn a_topic_is_lacking_once_it_was_learnt_or_its_month_is_over(
        #[case] month: u32,
        #[case] had: &[i64],
        #[case] today: &str,
        #[case] lacks: bool,
    ) {
        let mut record = MemberRecord::new("张三", MemberKind::Full);
        record.joined = "2010-07-01".parse().ok();
        record.entered_on = "2026-04-20".parse().ok();
        let member = Member::new(MemberId(1), record);
        let topic = StudyTopic {
            id: Some(StudyTopicId(1)),
            year: 2026,
            month,
            title: "党章".to_owned(),
            kind: StudyKind::Collective,
            hours: None,
            lecturer: String::new(),
            material: String::new(),
            documents: Vec::new(),
        };
        let had = had.iter().copied().map(MemberId).collect();
        assert_eq!(lacks_topic(&member, &topic, &had, today.parse().unwrap()), lacks);
    }
}

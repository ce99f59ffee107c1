//! How many hours a year asks of a member.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::roster::Member;
use crate::rules::RuleBook;
use crate::values::Hours;

/// Hours that `year` asks of a member: 32 (E01), 56 of who holds an office (E02), each month its twelfth: whoever joined
/// the Party, came to the branch, took an office or laid it down in mid-year is asked by the months (trap 7). `None` when
/// nothing is required.
pub fn required_hours(member: &Member, year: i32, rules: &RuleBook) -> Option<Hours> {
    if member.record.attendance_not_required {
        return None;
    }
    let on = NaiveDate::from_ymd_opt(year, 12, 31)?;
    let (ordinary, in_office) = (rules.number("E01", "hours", on)?, rules.number("E02", "hours", on)?);
    let joined = member.record.joined.map(|joined| joined.earliest());
    let first_month = match joined.max(member.record.entered_on) {
        Some(since) if since.year() > year => 13,
        // The month in which someone comes counts whole.
        Some(since) if since.year() == year => since.month(),
        _ => 1,
    };
    // So does the month in which someone takes an office; the one in which it is laid down does not.
    let hours = (first_month..=12).map(|month| {
        let last = NaiveDate::from_ymd_opt(year, month, 1)? + Months::new(1) - Days::new(1);
        Some(if member.holds_office_on(last) { in_office } else { ordinary })
    });
    let hours: u32 = hours.sum::<Option<u32>>()?;
    Some(Hours::from_tenths(Hours::whole(hours).tenths().div_ceil(12)))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::roster::{MemberId, MemberKind, MemberRequest, Office};

    fn member(change: impl FnOnce(&mut MemberRequest)) -> Member {
        let mut record = MemberRequest::new("张三", MemberKind::Full);
        record.joined = Some("2010-07-01".parse().unwrap());
        change(&mut record);
        Member::new(MemberId(1), record)
    }

    /// Whoever held an office from one day on, up to another.
    fn in_office(since: &str, until: Option<&str>) -> Member {
        let mut member = member(|_| ());
        let mut fact = |value: &str, since: &str| {
            let mut fact = Member::new(MemberId(1), record_with_office()).facts.remove(0);
            (fact.value, fact.since) = (value.to_owned(), since.parse().ok());
            member.facts.push(fact);
        };
        fact("organization", since);
        if let Some(until) = until {
            fact("", until);
        }
        member
    }

    fn record_with_office() -> MemberRequest {
        let mut record = MemberRequest::new("张三", MemberKind::Full);
        record.offices = Office::Organization.into();
        record
    }

    #[rstest]
    #[case::all_year(member(|_| ()), Some(Hours::whole(32)))]
    #[case::office(member(|m| m.offices = Office::Secretary.into()), Some(Hours::whole(56)))]
    #[case::from_july(member(|m| m.entered_on = "2026-07-15".parse().ok()), Some(Hours::whole(16)))]
    #[case::from_december(member(|m| m.entered_on = "2026-12-31".parse().ok()), Some(Hours::from_tenths(27)))]
    #[case::came_before(member(|m| m.entered_on = "2025-07-15".parse().ok()), Some(Hours::whole(32)))]
    #[case::joined_in_october(member(|m| m.joined = "2026-10".parse().ok()), Some(Hours::whole(8)))]
    #[case::came_later(member(|m| m.entered_on = "2027-01-01".parse().ok()), Some(Hours::whole(0)))]
    #[case::office_from_november(in_office("2026-11-01", None), Some(Hours::whole(36)))]
    #[case::office_till_november(in_office("2020-01-01", Some("2026-11-10")), Some(Hours::whole(52)))]
    #[case::not_required(member(|m| m.attendance_not_required = true), None)]
    fn a_year_asks_only_for_the_months_of_membership(#[case] member: Member, #[case] hours: Option<Hours>) {
        assert_eq!(required_hours(&member, 2026, &RuleBook::shipped().unwrap()), hours);
    }
}

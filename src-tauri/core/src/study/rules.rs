//! How many hours a year asks of a member.

use chrono::{Datelike, NaiveDate};

use crate::roster::Member;
use crate::rules::RuleBook;
use crate::values::Hours;

/// Hours that `year` asks of a member: 32 (E01), 56 of who holds an office (E02); for someone who joined the Party or
/// came to the branch in mid-year only the share of the months from then on (trap 7). `None` when nothing is required.
pub fn required_hours(member: &Member, year: i32, rules: &RuleBook) -> Option<Hours> {
    if member.record.attendance_not_required {
        return None;
    }
    let on = NaiveDate::from_ymd_opt(year, 12, 31)?;
    let hours = match member.record.offices.is_empty() {
        false => rules.number("E02", "hours", on)?,
        true => rules.number("E01", "hours", on)?,
    };
    let joined = member.record.joined.map(|joined| joined.earliest());
    let months = match joined.max(member.record.entered_on) {
        Some(since) if since.year() > year => 0,
        // The month in which someone comes counts whole.
        Some(since) if since.year() == year => 13 - since.month(),
        _ => 12,
    };
    Some(Hours::from_tenths((Hours::whole(hours).tenths() * months).div_ceil(12)))
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

    #[rstest]
    #[case::all_year(member(|_| ()), Some(Hours::whole(32)))]
    #[case::office(member(|m| m.offices = Office::Secretary.into()), Some(Hours::whole(56)))]
    #[case::from_july(member(|m| m.entered_on = "2026-07-15".parse().ok()), Some(Hours::whole(16)))]
    #[case::from_december(member(|m| m.entered_on = "2026-12-31".parse().ok()), Some(Hours::from_tenths(27)))]
    #[case::came_before(member(|m| m.entered_on = "2025-07-15".parse().ok()), Some(Hours::whole(32)))]
    #[case::joined_in_october(member(|m| m.joined = "2026-10".parse().ok()), Some(Hours::whole(8)))]
    #[case::came_later(member(|m| m.entered_on = "2027-01-01".parse().ok()), Some(Hours::whole(0)))]
    #[case::not_required(member(|m| m.attendance_not_required = true), None)]
    fn a_year_asks_only_for_the_months_of_membership(#[case] member: Member, #[case] hours: Option<Hours>) {
        assert_eq!(required_hours(&member, 2026, &RuleBook::shipped().unwrap()), hours);
    }
}

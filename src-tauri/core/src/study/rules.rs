//! How many hours a year asks of a member.

use chrono::{Days, Months, NaiveDate};

use crate::roster::{Member, Standing};
use crate::rules::{RuleBook, RuleId};
use crate::values::Hours;

/// Hours that `year` asks of a member: 32 (E01), 56 of who holds an office (E02), each month its twelfth: whoever joined
/// the Party, came, went, came back, took an office or laid it down in mid-year is asked by the months (trap 7). `None`
/// when nothing is required: of who need not come (B19), and while the membership is suspended (E04).
pub fn required_hours(member: &Member, year: i32, rules: &RuleBook) -> Option<Hours> {
    let on = NaiveDate::from_ymd_opt(year, 12, 31)?;
    if member.record.attendance_not_required || member.record.standing == Standing::Suspended {
        return None;
    }
    let (ordinary, in_office) = (rules.number(RuleId::E01, "hours", on)?, rules.number(RuleId::E02, "hours", on)?);
    let hours = (1..=12).map(|month| {
        let last = last_of(year, month)?;
        Some(match (is_asked_in(member, year, month), member.holds_office_on(last)) {
            (false, _) => 0,
            // A month in which someone takes an office counts whole too; the one in which it is laid down does not.
            (true, true) => in_office,
            (true, false) => ordinary,
        })
    });
    let hours: u32 = hours.sum::<Option<u32>>()?;
    Some(Hours::from_tenths(Hours::whole(hours).tenths().div_ceil(12)))
}

/// Whether a month asks anything of a member. It counts whole, were it only a day of it that someone was here and the
/// membership not suspended.
pub(super) fn is_asked_in(member: &Member, year: i32, month: u32) -> bool {
    let Some((first, last)) = NaiveDate::from_ymd_opt(year, month, 1).zip(last_of(year, month)) else { return false };
    // The last day mostly says so.
    let mut days = (0..31).filter_map(|back| last.checked_sub_days(Days::new(back))).take_while(|day| *day >= first);
    days.any(|day| member.is_member_on(day) && !member.is_suspended_on(day))
}

fn last_of(year: i32, month: u32) -> Option<NaiveDate> {
    Some(NaiveDate::from_ymd_opt(year, month, 1)? + Months::new(1) - Days::new(1))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::roster::{EntryWay, ExitWay, MemberId, MemberKind, MemberLeft, MemberRecord, Office, Stay};

    fn member(change: impl FnOnce(&mut MemberRecord)) -> Member {
        let mut record = MemberRecord::new("张三", MemberKind::Full);
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

    /// Here until one day, and again from another.
    fn away(left: &str, back: &str) -> Member {
        let left = MemberLeft { on: left.parse().unwrap(), how: ExitWay::MovedOut, reason: String::new() };
        let stay = Stay { entered_on: None, entered_how: EntryWay::Original, left: Some(left) };
        Member { earlier: vec![stay], ..member(|m| m.entered_on = back.parse().ok()) }
    }

    /// Whose membership was suspended from one day up to another.
    fn suspended(since: &str, until: &str) -> Member {
        let mut member = member(|m| m.standing = Standing::Suspended);
        let mut ended = member.facts[0].clone();
        member.facts[0].since = since.parse().ok();
        (ended.value, ended.since) = (String::new(), until.parse().ok());
        member.facts.push(ended);
        member.record.standing = Standing::Normal;
        member
    }

    fn record_with_office() -> MemberRecord {
        let mut record = MemberRecord::new("张三", MemberKind::Full);
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
    #[case::january_to_march_and_again_from_october(away("2026-04-01", "2026-10-01"), Some(Hours::whole(16)))]
    #[case::left_on_the_last_of_march(away("2026-03-31", "2026-10-31"), Some(Hours::whole(16)))]
    #[case::back_in_the_same_month(away("2026-03-05", "2026-03-20"), Some(Hours::whole(32)))]
    #[case::away_over_the_new_year(away("2025-11-10", "2026-02-10"), Some(Hours::from_tenths(294)))]
    #[case::suspended(member(|m| m.standing = Standing::Suspended), None)]
    #[case::suspended_april_to_june(suspended("2026-04-01", "2026-07-01"), Some(Hours::whole(24)))]
    #[case::not_required(member(|m| m.attendance_not_required = true), None)]
    fn a_year_asks_only_for_the_months_of_membership(#[case] member: Member, #[case] hours: Option<Hours>) {
        assert_eq!(required_hours(&member, 2026, &RuleBook::shipped().unwrap()), hours);
    }
}

//! The number of members and how it came about.

use chrono::{Days, NaiveDate};

use super::{ReportCount, ReportMembers};
use crate::roster::{self, Dimension, EntryWay, ExitWay, LabelCount, Member, MemberKind};

/// Counts `everyone` (former members too) from `first` to `as_of`, both inclusive.
pub fn count(everyone: &[Member], first: NaiveDate, as_of: NaiveDate) -> ReportMembers {
    let day_before = first - Days::new(1);
    let mut members = ReportMembers::default();
    for member in everyone {
        members.start += u32::from(member.is_member_on(day_before));
        for (day, change) in changes(member) {
            if first <= day && day <= as_of {
                *match change {
                    Change::In(EntryWay::Admitted) => &mut members.admitted,
                    Change::In(EntryWay::MovedIn) => &mut members.moved_in,
                    Change::In(_) => &mut members.other_in,
                    Change::Out(ExitWay::MovedOut) => &mut members.moved_out,
                    Change::Out(_) => &mut members.other_out,
                } += 1;
            }
        }
    }
    let present: Vec<&Member> = everyone.iter().filter(|member| member.is_member_on(as_of)).collect();
    let tally = |test: &dyn Fn(&Member) -> bool| count_of(present.iter().filter(|member| test(member)).count());
    members.end = count_of(present.len());
    members.suspended = tally(&|member| member.is_suspended_on(as_of));
    members.full = tally(&|member| member.kind_on(as_of) == MemberKind::Full && !member.is_suspended_on(as_of));
    members.probationary = members.end - members.full - members.suspended;
    let by = |dimension| {
        let counts = roster::count_by(&present, dimension, as_of).counts;
        counts.into_iter().map(|LabelCount { label, count }| ReportCount { label, count }).collect()
    };
    members.by_sex = by(Dimension::Sex);
    members.by_age = by(Dimension::Age);
    members.by_education = by(Dimension::Education);
    members
}

enum Change {
    In(EntryWay),
    Out(ExitWay),
}

/// The days on which someone's membership here began or ended. Who was here from the start of the file but joined
/// the Party later came by admission on that day.
fn changes(member: &Member) -> Vec<(NaiveDate, Change)> {
    let joined = member.record.joined.map(|joined| joined.earliest());
    let mut changes = Vec::new();
    for stay in member.stays() {
        let begin = stay.entered_on.max(joined);
        let ended_before = |begin| stay.left.as_ref().is_some_and(|left| left.on <= begin);
        if begin.is_some_and(ended_before) {
            continue;
        }
        if let Some(begin) = begin {
            let how = if stay.entered_on == Some(begin) { stay.entered_how } else { EntryWay::Admitted };
            changes.push((begin, Change::In(how)));
        }
        if let Some(left) = stay.left {
            changes.push((left.on, Change::Out(left.how)));
        }
    }
    changes
}

fn count_of(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::roster::{MemberId, MemberLeft, MemberRequest, Stay};
    use crate::values::PartialDate;

    fn day(n: u64) -> NaiveDate {
        NaiveDate::default() + Days::new(n)
    }

    /// Someone who came and went, perhaps twice, and joined the Party at some time.
    fn member() -> impl Strategy<Value = Member> {
        let dates = (proptest::option::of(0..400u64), 1..200u64, 1..200u64, 1..200u64);
        (dates, proptest::option::of(0..400u64), 0..4u8).prop_map(|((entered, stayed, away, again), joined, shape)| {
            let first = entered.map(day);
            let left_on = day(entered.unwrap_or(0) + stayed);
            let back = left_on + Days::new(away);
            let left = |on| Some(MemberLeft { on, how: ExitWay::MovedOut, reason: String::new() });
            let mut record = MemberRequest::new("甲", MemberKind::Full);
            record.joined = joined.map(|n| PartialDate::day(day(n)));
            record.entered_how = EntryWay::MovedIn;
            record.entered_on = if shape < 2 { first } else { Some(back) };
            let stay = Stay { entered_on: first, entered_how: EntryWay::Original, left: left(left_on) };
            let (earlier, left) = match shape {
                0 => (Vec::new(), None),
                1 => (Vec::new(), left(left_on)),
                2 => (vec![stay], None),
                _ => (vec![stay], left(back + Days::new(again))),
            };
            Member { left, earlier, ..Member::new(MemberId(1), record) }
        })
    }

    proptest! {
        #[test]
        fn start_and_in_less_out_is_end(
            everyone in proptest::collection::vec(member(), 0..20),
            first in 1..500u64,
            length in 0..100u64,
        ) {
            let counted = count(&everyone, day(first), day(first + length));
            let came = counted.admitted + counted.moved_in + counted.other_in;
            let went = counted.moved_out + counted.other_out;
            prop_assert_eq!(counted.start + came, counted.end + went, "{:?}", counted);
            let by_age: u32 = counted.by_age.iter().map(|group| group.count).sum();
            prop_assert_eq!(by_age, counted.end);
        }
    }
}

//! The number of members and how it came about.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::{ReportCount, ReportMembers};
use crate::roster::{EntryWay, ExitWay, Member, MemberKind, Sex};

/// The age bands of the 党内统计: last age of each, and its name.
const AGE_BANDS: &[(u32, &str)] = &[
    (30, "30岁及以下"),
    (35, "31–35岁"),
    (40, "36–40岁"),
    (45, "41–45岁"),
    (50, "46–50岁"),
    (55, "51–55岁"),
    (60, "56–60岁"),
    (65, "61–65岁"),
    (70, "66–70岁"),
    (u32::MAX, "71岁及以上"),
];

/// Levels of education, each with the words by which the many spellings are told (GB/T 4658 and everyday ones).
const EDUCATION: &[(&str, &[&str])] = &[
    ("研究生", &["研究生", "博士", "硕士"]),
    ("大学本科", &["本科", "学士", "大学普通班"]),
    ("大学专科", &["专科", "大专"]),
    ("中专、高中", &["中专", "中等", "中技", "技工", "职高", "职业高中", "高中"]),
    ("初中及以下", &["初中", "初级中学", "小学"]),
];

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
    members.full = tally(&|member| member.kind_on(as_of) == MemberKind::Full);
    members.probationary = members.end - members.full;
    let sex = |member: &Member| match member.record.sex {
        Some(Sex::Male) => "男",
        Some(Sex::Female) => "女",
        None => "未填",
    };
    members.by_sex = grouped(&present, &["男", "女", "未填"], sex);
    let bands: Vec<&str> = AGE_BANDS.iter().map(|(_, name)| *name).chain(["未填"]).collect();
    members.by_age = grouped(&present, &bands, |member| {
        let band = |age| AGE_BANDS.iter().find(|(last, _)| age <= *last).map(|(_, name)| *name);
        member.age_on(as_of).and_then(band).unwrap_or("未填")
    });
    let levels: Vec<&str> = EDUCATION.iter().map(|(name, _)| *name).chain(["其他", "未填"]).collect();
    members.by_education = grouped(&present, &levels, |member| education_level(&member.record.education));
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

fn education_level(text: &str) -> &'static str {
    if text.is_empty() {
        return "未填";
    }
    let level = EDUCATION.iter().find(|(_, words)| words.iter().any(|word| text.contains(word)));
    level.map_or("其他", |(name, _)| name)
}

/// Counts by label in the given order; empty groups are left out.
fn grouped<'a>(members: &[&Member], order: &[&'a str], label: impl Fn(&Member) -> &'a str) -> Vec<ReportCount> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for member in members {
        *counts.entry(label(member)).or_default() += 1;
    }
    let count = |label: &&str| counts.get(label).map(|count| ReportCount { label: (*label).to_owned(), count: *count });
    order.iter().filter_map(count).collect()
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
            Member { id: MemberId(1), record, left, earlier }
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

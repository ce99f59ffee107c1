//! What the quarterly report says about 党员人数: how many there are, and how that came about.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Dimension, EntryWay, ExitWay, LabelCount, Member, MemberKind, count_by, everyone};
use crate::report_section::{ReportCheck, ReportContext, ReportCount, ReportFact, ReportSection};
use crate::vault::VaultError;

/// The number of members and how it came about: `start` + `admitted` + `moved_in` + `other_in` − `moved_out` − `other_out`
/// = `end` = `full` + `probationary` + `suspended`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MembersSection {
    /// Members on the first day, before anything happened.
    pub start: u32,
    /// 发展: admitted in the period.
    pub admitted: u32,
    /// 转入: moved in from another branch.
    pub moved_in: u32,
    /// 恢复 and all other ways in.
    pub other_in: u32,
    /// 转出: moved to another branch.
    pub moved_out: u32,
    /// 去世, 除名 and all other ways out.
    pub other_out: u32,
    /// Members on the day of the figures.
    pub end: u32,
    /// 正式党员 of them.
    pub full: u32,
    /// 预备党员 of them.
    pub probationary: u32,
    /// 停止党籍 of them: counted in neither of the two before.
    pub suspended: u32,
    /// By 性别.
    pub by_sex: Vec<ReportCount>,
    /// By age, in the bands of the 党内统计.
    pub by_age: Vec<ReportCount>,
    /// By 学历.
    pub by_education: Vec<ReportCount>,
}

impl ReportSection for MembersSection {
    const KEY: &'static str = "members";
    const TITLE: &'static str = "党员人数";

    fn build(context: &ReportContext<'_>) -> Result<Self, VaultError> {
        Ok(count(&everyone(context.reader)?, context.period.first_day(), context.as_of))
    }

    fn checks(&self, _: &ReportContext<'_>) -> Vec<ReportCheck> {
        vec![ReportCheck::when(Self::TITLE, self.end == 0, "名册里还没有党员")]
    }

    fn facts(&self) -> Vec<ReportFact> {
        let suspended = match self.suspended {
            0 => String::new(),
            suspended => format!("，停止党籍 {suspended}"),
        };
        let value = format!("{} 人（正式 {}，预备 {}{suspended}）", self.end, self.full, self.probationary);
        vec![ReportFact::new("党员", value)]
    }
}

/// Counts `everyone` (former members too) from `first` to `as_of`, both inclusive.
fn count(everyone: &[Arc<Member>], first: NaiveDate, as_of: NaiveDate) -> MembersSection {
    let day_before = first - Days::new(1);
    let mut members = MembersSection::default();
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
    let present: Vec<_> = everyone.iter().filter(|member| member.is_member_on(as_of)).map(Arc::clone).collect();
    let tally = |test: &dyn Fn(&Member) -> bool| count_of(present.iter().filter(|member| test(member)).count());
    members.end = count_of(present.len());
    members.suspended = tally(&|member| member.is_suspended_on(as_of));
    members.full = tally(&|member| member.kind_on(as_of) == MemberKind::Full && !member.is_suspended_on(as_of));
    members.probationary = members.end - members.full - members.suspended;
    let by = |dimension| {
        let counts = count_by(&present, dimension, as_of).counts;
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
    use crate::roster::{MemberId, MemberLeft, MemberRecord, Stay};
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
            let mut record = MemberRecord::new("甲", MemberKind::Full);
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
            let everyone: Vec<_> = everyone.into_iter().map(Arc::new).collect();
            let counted = count(&everyone, day(first), day(first + length));
            let came = counted.admitted + counted.moved_in + counted.other_in;
            let went = counted.moved_out + counted.other_out;
            prop_assert_eq!(counted.start + came, counted.end + went, "{:?}", counted);
            let by_age: u32 = counted.by_age.iter().map(|group| group.count).sum();
            prop_assert_eq!(by_age, counted.end);
        }
    }
}

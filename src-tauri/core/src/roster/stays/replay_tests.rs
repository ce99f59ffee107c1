//! Counts by date against a naive replay: the same history, told day by day to someone who only remembers.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use crate::roster::*;
use crate::testing::TestFile;

/// What is done, in the order in which it is entered; days count from the first.
#[derive(Debug, Clone)]
enum Deed {
    /// Someone joins the Party, is converted later or not, and came to the branch or was always there.
    Add {
        joined: u64,
        converted: Option<u64>,
        entered: Option<u64>,
    },
    /// A fact, entered from its day on.
    Fact {
        who: usize,
        aspect: usize,
        value: usize,
        day: u64,
    },
    Leave {
        who: usize,
        day: u64,
    },
    Return {
        who: usize,
        day: u64,
    },
}

const SPAN: u64 = 400;
const ASPECTS: [(Aspect, Dimension, &[&str]); 4] = [
    (Aspect::PartyGroup, Dimension::Group, &["", "第一党小组", "第二党小组"]),
    (Aspect::Office, Dimension::Office, &["", "secretary", "publicity"]),
    (Aspect::Unit, Dimension::Unit, &["", "甲协会", "乙基金会"]),
    (Aspect::Lost, Dimension::State, &["", "yes"]),
];

fn first() -> NaiveDate {
    "2025-01-01".parse().unwrap()
}

fn day(n: u64) -> NaiveDate {
    first() + Days::new(n)
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let day = 0..SPAN;
    let optional = || proptest::option::of(0..SPAN);
    let deed = prop_oneof![
        2 => (day.clone(), optional(), optional()).prop_map(|(joined, more, entered)| Deed::Add {
            joined,
            converted: more.map(|more| joined + 1 + more).filter(|day| *day < SPAN),
            entered,
        }),
        5 => (0..6usize, 0..ASPECTS.len(), 0..3usize, day.clone())
            .prop_map(|(who, aspect, value, day)| Deed::Fact { who, aspect, value, day }),
        2 => (0..6usize, day.clone()).prop_map(|(who, day)| Deed::Leave { who, day }),
        2 => (0..6usize, day).prop_map(|(who, day)| Deed::Return { who, day }),
    ];
    proptest::collection::vec(deed, 1..30)
}

/// Someone as the naive teller remembers: what happened, by day, in the order in which it was told.
#[derive(Default)]
struct Told {
    joined: u64,
    converted: Option<u64>,
    here: Vec<(u64, bool)>,
    facts: BTreeMap<usize, Vec<(u64, usize)>>,
}

impl Told {
    fn last<T: Copy>(told: &[(u64, T)], day: u64) -> Option<T> {
        // Later tellings of one day replace earlier ones.
        let mut until: Vec<_> = told.iter().filter(|(on, _)| *on <= day).copied().collect();
        until.sort_by_key(|(on, _)| *on);
        until.last().map(|(_, what)| *what)
    }

    fn is_here(&self, day: u64) -> bool {
        self.joined <= day && Self::last(&self.here, day).unwrap_or(self.here.first().is_none_or(|(_, came)| !came))
    }

    fn label(&self, aspect: usize, day: u64) -> Option<&'static str> {
        let value = self.facts.get(&aspect).and_then(|told| Self::last(told, day)).unwrap_or(0);
        Some(match (ASPECTS[aspect].0, ASPECTS[aspect].2[value]) {
            (Aspect::Lost, "") => return None,
            (Aspect::Lost, _) => "失联党员",
            (Aspect::PartyGroup, "") => "未编组",
            (Aspect::Office, "") => "无职务",
            (Aspect::Office, "secretary") => "书记",
            (Aspect::Office, _) => "宣传委员",
            (_, "") => "未填",
            (_, name) => name,
        })
    }
}

/// Tells the file and the naive teller the same; what the file refuses is told to neither.
fn tell(file: &mut TestFile, deeds: &[Deed]) -> Vec<Told> {
    let mut people: Vec<(MemberId, Told)> = Vec::new();
    for deed in deeds {
        match *deed {
            Deed::Add { joined, converted, entered } => {
                let kind = if converted.is_some() { MemberKind::Full } else { MemberKind::Probationary };
                let mut record = MemberRecord::new(format!("第{}人", people.len()), kind);
                (record.joined, record.converted) = (Some(day(joined).into()), converted.map(|on| day(on).into()));
                record.entered_on = entered.map(day);
                record.entered_how = if entered.is_some() { EntryWay::MovedIn } else { EntryWay::Original };
                if let Ok(done) = save(&mut file.desk("member_save"), record.into()) {
                    let here = entered.map(|day| (day, true)).into_iter().collect();
                    let told = Told { joined, converted, here, ..Told::default() };
                    people.push((done.value.member.id.unwrap(), told));
                }
            }
            Deed::Fact { who, aspect, value, day } => {
                let Some((id, told)) = people.get_mut(who) else { continue };
                let value = value % ASPECTS[aspect].2.len();
                let request = FactsRequest {
                    members: vec![*id],
                    aspect: ASPECTS[aspect].0,
                    value: ASPECTS[aspect].2[value].to_owned(),
                    detail: String::new(),
                    since: Some(self::day(day).into()),
                    why: String::new(),
                };
                save_facts(&mut file.desk("member_facts_save"), request).unwrap();
                told.facts.entry(aspect).or_default().push((day, value));
            }
            Deed::Leave { who, day } => {
                let Some((id, told)) = people.get_mut(who) else { continue };
                let request =
                    MemberLeaveRequest { id: *id, on: self::day(day), how: ExitWay::MovedOut, reason: String::new() };
                if leave(&mut file.desk("member_leave"), request).is_ok() {
                    told.here.push((day, false));
                    told.facts.entry(1).or_default();
                }
            }
            Deed::Return { who, day } => {
                let Some((id, told)) = people.get_mut(who) else { continue };
                let request = MemberReturnRequest { id: *id, on: self::day(day), how: EntryWay::MovedIn };
                if return_member(&mut file.desk("member_return"), request).is_ok() {
                    // An office ends with the stay in which it was held.
                    let left = told.here.last().map_or(0, |(day, _)| *day);
                    told.facts.entry(1).or_default().push((left, 0));
                    told.here.push((day, true));
                }
            }
        }
    }
    people.into_iter().map(|(_, told)| told).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_counts_of_any_day_are_those_of_a_replay(deeds in deeds(), days in proptest::collection::vec(0..SPAN, 6)) {
        let mut file = TestFile::on("2026-11-23");
        let people = tell(&mut file, &deeds);
        for day in days {
            let query = RosterQuery { on: Some(self::day(day)), ..RosterQuery::default() };
            let page = list(&mut file.desk("roster_list"), query).unwrap();
            let here: Vec<&Told> = people.iter().filter(|told| told.is_here(day)).collect();
            prop_assert_eq!(page.current as usize, here.len());
            let full = here.iter().filter(|told| told.converted.is_some_and(|converted| converted <= day)).count();
            let count = |by: Dimension, label: &str| {
                let counts = page.counts.iter().find(|counts| counts.by == by).unwrap();
                counts.counts.iter().find(|count| count.label == label).map_or(0, |count| count.count as usize)
            };
            prop_assert_eq!(count(Dimension::Kind, "正式党员"), full, "day {}", day);
            for (aspect, (_, by, _)) in ASPECTS.iter().enumerate() {
                let mut told = BTreeMap::<&str, usize>::new();
                for label in here.iter().filter_map(|told| told.label(aspect, day)) {
                    *told.entry(label).or_default() += 1;
                }
                for (label, number) in told {
                    prop_assert_eq!(count(*by, label), number, "{} on day {}", label, day);
                }
            }
        }
    }
}

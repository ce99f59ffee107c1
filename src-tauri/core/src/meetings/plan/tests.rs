//! What is proposed, case by case.

use super::*;
use crate::meetings::MeetingId;
use crate::rules::RuleId;
use crate::values::{Quarter, Span};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn held(kind: MeetingKind, at: &str) -> MeetingRow {
    MeetingRow {
        id: MeetingId(1),
        kinds: vec![kind],
        title: kind.title().to_owned(),
        at: at.parse().unwrap(),
        place: "三楼会议室".to_owned(),
        party_group: None,
        state: MeetingState::Held,
        tally: None,
        has_record: true,
    }
}

fn proposed(meetings: &[MeetingRow], facts: &BranchFacts, quarter: &str, today: &str) -> Vec<String> {
    let rules = RuleBook::shipped().unwrap();
    let proposals = proposals(meetings, facts, &rules, quarter.parse().unwrap(), day(today));
    let line = |p: MeetingProposal| {
        let group = p.party_group.unwrap_or_default();
        format!("{} {} {}{group}", p.rule, p.planned_at.format("%m-%d %H:%M"), p.kind.title())
    };
    proposals.into_iter().map(line).collect()
}

#[test]
fn a_small_branch_is_asked_for_neither_committee_nor_group_meetings() {
    assert_eq!(
        proposed(&[], &BranchFacts::default(), "2026Q3", "2026-06-20"),
        [
            "B14 07-15 14:30 主题党日",
            "B14 08-19 14:30 主题党日",
            "B14 09-16 14:30 主题党日",
            "B09 09-23 14:30 支部党员大会",
            "B18 09-24 14:30 党课",
        ]
    );
}

/// Whatever is owed, wherever the quarter stands, and however the branch is used to meet.
#[rstest::rstest]
#[case("2026Q4", "2026-12-30", None)]
#[case("2026Q4", "2026-10-01", None)]
#[case("2026Q3", "2026-06-20", Some("2026-05-27T19:30:00"))]
#[case("2026Q4", "2026-12-28", Some("2026-11-25T19:30:00"))]
fn no_two_meetings_are_proposed_for_one_hour(#[case] quarter: &str, #[case] today: &str, #[case] habit: Option<&str>) {
    let group = |name: &str| owed::PartyGroup { name: name.to_owned(), there: vec![Span::default()] };
    let groups = ["第一党小组", "第二党小组", "第三党小组"].map(group).into();
    let facts = BranchFacts { committee: vec![Span::default()], groups, ..BranchFacts::default() };
    let meetings: Vec<_> = habit.map(|at| MeetingKind::ALL.map(|kind| held(kind, at)).into()).unwrap_or_default();
    let rules = RuleBook::shipped().unwrap();
    let proposals = proposals(&meetings, &facts, &rules, quarter.parse().unwrap(), day(today));
    assert!(proposals.len() > 4);
    for pair in proposals.windows(2) {
        let apart = pair[1].planned_at - pair[0].planned_at;
        assert!(apart >= TimeDelta::hours(1), "{} {:?}", pair[0].planned_at, pair[1]);
    }
}

/// What a line says is lacking is what is proposed and what was missed: one source for both.
#[rstest::rstest]
#[case("2026Q3", "2026-06-20")]
#[case("2026Q3", "2026-09-29")]
#[case("2026Q4", "2026-11-25")]
#[case("2026Q3", "2026-10-09")]
fn the_lines_and_the_proposals_agree(#[case] quarter: &str, #[case] today: &str) {
    let (rules, facts) = (RuleBook::shipped().unwrap(), BranchFacts::default());
    let meetings = ["2026-09-20T14:00:00", "2026-09-10T14:00:00"].map(|at| held(MeetingKind::ThemeDay, at));
    let quarter: Quarter = quarter.parse().unwrap();
    let lines = owed::kinds_of(&meetings, &facts, &rules, quarter.into());
    let lacking: u32 = lines.iter().map(|line| line.lacking).sum();
    let proposed = proposals(&meetings, &facts, &rules, quarter, day(today)).len();
    let missed = owed::missed(&meetings, &facts, &rules, quarter, day(today)).len();
    assert_eq!(lacking as usize, proposed + missed);
}

#[test]
fn a_branch_with_a_committee_and_groups_is_asked_for_theirs_each_month() {
    let group = |name: &str| owed::PartyGroup { name: name.to_owned(), there: vec![Span::default()] };
    let facts = BranchFacts {
        committee: vec![Span::default()],
        groups: vec![group("第一党小组"), group("第二党小组")],
        ..BranchFacts::default()
    };
    let lines = proposed(&[], &facts, "2026Q3", "2026-06-20");
    let count = |rule: RuleId| lines.iter().filter(|line| line.starts_with(&rule.to_string())).count();
    assert_eq!(
        [count(RuleId::B11), count(RuleId::B12), count(RuleId::B14), count(RuleId::B09), count(RuleId::B18)],
        [3, 6, 3, 1, 1]
    );
}

#[test]
fn the_yearly_ones_are_proposed_in_the_last_quarter() {
    let lines = proposed(&[], &BranchFacts::default(), "2026Q4", "2026-11-25");
    assert!(lines.iter().any(|line| line.starts_with("B15 12-17")), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("B16 12-25")), "{lines:?}");
    assert!(lines.iter().all(|line| !line.contains(" 10-")), "what is over is not planned: {lines:?}");
}

#[test]
fn the_next_one_is_proposed_as_the_last_one_was() {
    let last = held(MeetingKind::ThemeDay, "2026-09-05T09:00:00");
    let lines = proposed(&[last], &BranchFacts::default(), "2026Q4", "2026-10-01");
    // The first Saturday, moved to the next working day: 2026-10-10 is a make-up day, 10-03 a holiday.
    assert_eq!(lines[0], "B14 10-08 09:00 主题党日");
}

#[test]
fn what_is_planned_or_held_is_not_proposed_again() {
    let there = held(MeetingKind::General, "2026-08-05T14:00:00");
    let lines = proposed(&[there], &BranchFacts::default(), "2026Q3", "2026-08-10");
    assert!(lines.iter().all(|line| !line.starts_with("B09")), "{lines:?}");
}

#[test]
fn a_day_that_is_over_is_never_proposed() {
    let lines = proposed(&[], &BranchFacts::default(), "2026Q4", "2026-12-30");
    assert!(lines.iter().all(|line| line.contains("12-30") || line.contains("12-31")), "{lines:?}");
}

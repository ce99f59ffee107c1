//! A plan for a new applicant, worked out from the day of the application: what could be when, if nothing comes between. It
//! is marked as a plan; the rules' own days stand beside it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::DevelopmentFile;
use super::deadlines::{deadline_after, when_complete};
use crate::rules::{RuleBook, RuleId};

/// After which step a step comes, and how long after it.
enum After {
    /// Months that a rule asks for or allows.
    Rule(RuleId, &'static str),
    /// Months by custom.
    Months(u32),
    /// Working days by custom.
    Days(usize),
}

const PLAN: [(u32, u32, After); 23] = [
    (2, 1, After::Rule(RuleId::D02, "months")),
    (3, 1, After::Months(3)),
    (4, 3, After::Days(10)),
    (5, 3, After::Days(0)),
    (6, 3, After::Rule(RuleId::D05, "months")),
    (7, 3, After::Rule(RuleId::D06, "months")),
    // The superior's answer and the notice of five working days.
    (8, 7, After::Days(15)),
    (9, 8, After::Days(5)),
    (10, 8, After::Months(1)),
    (11, 8, After::Months(2)),
    (12, 11, After::Days(10)),
    (13, 12, After::Months(1)),
    (14, 13, After::Days(5)),
    (15, 13, After::Days(15)),
    (16, 15, After::Months(1)),
    (17, 16, After::Days(10)),
    (18, 17, After::Days(5)),
    (19, 17, After::Days(5)),
    (20, 17, After::Days(15)),
    (21, 15, After::Months(6)),
    (23, 15, After::Rule(RuleId::D23, "months")),
    (24, 23, After::Months(1)),
    (25, 24, After::Months(1)),
];

/// The planned day of each step still to come: counted from what was done, and where that is missing from what is planned.
/// Meetings fall on working days.
pub(super) fn plan(file: &DevelopmentFile, rules: &RuleBook) -> BTreeMap<u32, NaiveDate> {
    let mut days: BTreeMap<u32, NaiveDate> = (1..=25).filter_map(|step| Some((step, file.done_on(step)?))).collect();
    let done = days.clone();
    for (step, after, stretch) in PLAN {
        let Some(from) = days.get(&after).copied().filter(|_| !done.contains_key(&step)) else { continue };
        let day = match stretch {
            After::Rule(rule, number) => {
                let months = rules.number(rule, number, from).unwrap_or_default();
                // A deadline is planned on its last working day, a waiting time after it.
                if rule == RuleId::D02 { deadline_after(from, months) } else { when_complete(from, months) }
            }
            After::Months(months) => deadline_after(from, months),
            After::Days(count) => Some(rules.workdays().after(from, count)),
        };
        let day = day.map(|day| if rule_is_a_deadline(step) { day } else { rules.workdays().from(day) });
        days.extend(day.map(|day| (step, day)));
    }
    // The application for conversion is handed in before the probation is over.
    if let (Some(conversion), false) = (days.get(&23).copied(), done.contains_key(&22)) {
        days.extend(conversion.checked_sub_days(chrono::Days::new(14)).map(|day| (22, day)));
    }
    days.retain(|step, _| !done.contains_key(step));
    days
}

/// Whether the planned day is the last allowed one, which no holiday moves.
fn rule_is_a_deadline(step: u32) -> bool {
    step == 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::development::entries::{Entry, EntryKind};
    use crate::development::testing::file_with;

    #[test]
    fn a_new_applicant_has_a_plan_to_the_end_that_keeps_every_rule() {
        let file = file_with(vec![Entry::new(EntryKind::Application, "2026-03-02".parse().unwrap())]);
        let plan = plan(&file, &RuleBook::shipped().unwrap());
        assert_eq!(plan.keys().copied().collect::<Vec<_>>(), (2..=25).collect::<Vec<_>>());
        assert_eq!(plan[&2].to_string(), "2026-04-02");
        assert!(plan[&7] >= when_complete(plan[&3], 12).unwrap());
        assert!(plan[&15] <= deadline_after(plan[&13], 1).unwrap());
        assert!(plan[&20] <= deadline_after(plan[&17], 1).unwrap());
        assert!(plan[&23] >= when_complete(plan[&15], 12).unwrap());
        let by_step: Vec<_> =
            plan.iter().filter(|(step, _)| ![5, 6, 21].contains(*step)).map(|(_, day)| *day).collect();
        assert!(by_step.is_sorted(), "{plan:?}");
    }

    #[test]
    fn what_was_done_is_not_planned_again() {
        let entries = [(EntryKind::Application, "2026-03-02"), (EntryKind::Activist, "2026-09-01")];
        let file = file_with(entries.map(|(kind, on)| Entry::new(kind, on.parse().unwrap())).into());
        let plan = plan(&file, &RuleBook::shipped().unwrap());
        assert!(!plan.contains_key(&3));
        assert_eq!(plan[&7].to_string(), "2027-09-01");
    }
}

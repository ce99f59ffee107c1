//! Several findings that say the same of different people.

use super::{Finding, Subject};

/// So many stand line by line; more are one line.
const MOST_ALIKE: usize = 5;

/// One line for each person, or where they are many one for all of them: who is first, how many, and `tail`.
pub fn gathered(findings: Vec<(&str, Finding)>, tail: &str) -> Vec<Finding> {
    let people = findings.len();
    let due = findings.iter().filter_map(|(_, finding)| finding.due).min();
    let Some((name, first)) = findings.first().filter(|_| people > MOST_ALIKE) else {
        return findings.into_iter().map(|(_, finding)| finding).collect();
    };
    let subject = Subject { id: None, ..first.subject };
    // By whom it is about, so that it is another line when one more joins them.
    let one = |(_, finding): &(&str, Finding)| match finding.subject.id {
        Some(id) => id.to_string(),
        None => finding.key.clone(),
    };
    let mut people_by_key: Vec<_> = findings.iter().map(one).collect();
    people_by_key.sort();
    let key = people_by_key.join(" ");
    vec![Finding { message: format!("{name}等 {people} 名党员{tail}"), due, subject, key, ..first.clone() }]
}

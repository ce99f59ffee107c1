//! How a rule's number reads: 32 学时.

use std::collections::BTreeMap;

/// Units by the ends of the numbers' names; the longer ones stand first.
const UNITS: &[(&str, &str)] = &[
    ("working_days", "个工作日"),
    ("per_mille", "‰"),
    ("per_month", "次（每月）"),
    ("per_quarter", "次（每季度）"),
    ("per_year", "次（每年）"),
    ("months_at_most", "个月（最多）"),
    ("months_max", "个月（最多）"),
    ("months_min", "个月（最少）"),
    ("months", "个月"),
    ("years_at_most", "年（最多）"),
    ("years", "年"),
    ("days", "天"),
    ("hours", "学时"),
    ("yuan", "元"),
    ("fen", "分"),
    ("percent", "%"),
    ("members_at_most", "人（最多）"),
    ("committee_at_most", "人（最多）"),
    ("members", "人"),
    ("sponsors", "人"),
    ("_max", "人（最多）"),
    ("_min", "人（最少）"),
    ("numerator", "（分子）"),
    ("denominator", "（分母）"),
    ("one_in", "人中取一人"),
];

/// The numbers of a rule, each with its unit.
pub(super) fn titles(numbers: &BTreeMap<String, u32>) -> Vec<String> {
    let unit = |name: &str| UNITS.iter().find(|(end, _)| name.ends_with(end)).map_or("", |(_, unit)| *unit);
    numbers.iter().map(|(name, number)| format!("{number} {}", unit(name)).trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RuleBook;

    #[test]
    fn every_number_of_the_shipped_rules_has_a_unit() {
        for rule in RuleBook::shipped().unwrap().all() {
            for title in titles(&rule.numbers) {
                assert!(title.contains(' ') && !title.contains(|c: char| c.is_ascii_alphabetic()), "{}", rule.id);
            }
        }
    }
}

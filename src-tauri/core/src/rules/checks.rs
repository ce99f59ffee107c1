//! The checks of 发展党员档案 as data, `development_checks.csv`. What is compared is a function of the room under the check's
//! id; here stands what it is called, how grave it is under each text of the regulation, and what to do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::RuleId;
use crate::values::titled;

/// One check as the data has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckData {
    pub id: String,
    pub name: String,
    /// How grave under each text; `None` where it asked for no such thing.
    pub severity_2014: Option<AuditSeverity>,
    pub severity_2026: Option<AuditSeverity>,
    /// `None` also for a rule that this program does not know.
    #[serde(deserialize_with = "csv::invalid_option")]
    pub rule: Option<RuleId>,
    pub article_2014: String,
    pub article_2026: String,
    pub scope: AuditScope,
    pub source: String,
    pub action: String,
    /// What its number counts; empty where it has none.
    pub number: String,
    /// Its usual number.
    #[serde(rename = "default")]
    pub usual: Option<u32>,
}

/// How grave a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AuditSeverity {
    /// Against an article, or two papers contradict each other.
    Error,
    /// To be made good, or to be accounted for.
    Warn,
    /// Worth knowing.
    Notice,
}

titled! { AuditSeverity {
    Error => "错误",
    Warn => "提醒",
    Notice => "提示",
} }

/// Who asks for what a check looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AuditScope {
    /// The regulation.
    National,
    /// A superior committee or a region.
    Local,
    /// Inspectors, by custom.
    Practice,
}

titled! { AuditScope {
    National => "全国规定",
    Local => "各地规定",
    Practice => "检查惯例",
} }

/// Reads the table.
///
/// # Errors
/// The number of the line that cannot be read.
pub(super) fn read(text: &str) -> Result<Vec<CheckData>, u64> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut checks = Vec::<CheckData>::new();
    for (number, row) in (2..).zip(reader.deserialize()) {
        let check: CheckData = row.map_err(|error: csv::Error| error.position().map_or(number, csv::Position::line))?;
        if check.id.is_empty() || check.name.is_empty() || checks.iter().any(|other| other.id == check.id) {
            return Err(number);
        }
        checks.push(check);
    }
    Ok(checks)
}

#[cfg(test)]
mod tests {
    use crate::rules::RuleBook;

    #[test]
    fn the_shipped_data_has_176_checks_each_with_what_to_do() {
        let book = RuleBook::shipped().unwrap();
        assert_eq!(book.checks().len(), 176);
        for check in book.checks() {
            assert!(check.id.starts_with('K') && check.id.len() == 4, "{}", check.id);
            assert!(check.action.ends_with('。') && !check.source.is_empty(), "{}", check.id);
            assert!(check.severity_2026.is_some(), "{}", check.id);
        }
    }

    #[test]
    fn no_check_advises_to_write_down_a_day() {
        for check in RuleBook::shipped().unwrap().checks() {
            let advises = ["补写日期", "倒签", "改为", "补填日期"].iter().any(|word| check.action.contains(word));
            let forbids = ["不得", "不要", "不能", "不可"].iter().any(|word| check.action.contains(word));
            assert!(!advises || forbids, "{}: {}", check.id, check.action);
        }
    }

    #[test]
    fn a_table_that_cannot_be_is_refused_at_its_line() {
        let shipped = include_str!("../../data/development_checks.csv");
        let twice = shipped.replacen("KA02,", "KA01,", 1);
        assert_eq!(super::read(&twice).unwrap_err(), 3);
        let grave = shipped.replacen("error,error,D01", "fatal,error,D01", 1);
        assert_eq!(super::read(&grave).unwrap_err(), 2);
    }
}

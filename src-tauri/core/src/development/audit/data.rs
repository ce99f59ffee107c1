//! The checks as data: `data/development_checks.csv`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::{AuditScope, AuditSeverity};
use crate::development::LawText;
use crate::rules::RuleId;

/// One check as the data has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckData {
    pub(super) id: String,
    pub(super) name: String,
    /// How grave under each text; `None` where it asked for no such thing.
    severity_2014: Option<AuditSeverity>,
    severity_2026: Option<AuditSeverity>,
    pub(super) rule: Option<RuleId>,
    article_2014: String,
    article_2026: String,
    pub(super) scope: AuditScope,
    pub(super) source: String,
    pub(super) action: String,
    /// What its number counts; empty where it has none.
    #[serde(rename = "number")]
    _number: String,
    /// Its usual number.
    #[serde(rename = "default")]
    pub(super) usual: Option<u32>,
}

impl CheckData {
    /// How grave a fault is under a text of the regulation.
    pub(super) fn severity(&self, text: LawText) -> Option<AuditSeverity> {
        if text == LawText::Of2014 { self.severity_2014 } else { self.severity_2026 }
    }

    /// Where it stands under that text. What only the text of 2026 asks for was before that left to the superior.
    pub(super) fn article(&self, text: LawText) -> String {
        let article = self.article_of(text);
        match (self.scope, self.against(text)) {
            (AuditScope::National, LawText::Local) => "上级党组织的规定（2014年细则没有规定）".to_owned(),
            (AuditScope::National, _) if !article.is_empty() => format!("{}{article}", text.title()),
            _ => self.source.clone(),
        }
    }

    fn article_of(&self, text: LawText) -> &str {
        if text == LawText::Of2014 { &self.article_2014 } else { &self.article_2026 }
    }

    /// What a fault found under a text of the regulation is held against.
    pub(super) fn against(&self, text: LawText) -> LawText {
        match self.scope {
            AuditScope::National if self.article_of(text).is_empty() && !self.article_2026.is_empty() => LawText::Local,
            AuditScope::National => text,
            AuditScope::Local => LawText::Local,
            AuditScope::Practice => LawText::Practice,
        }
    }
}

/// Every check, in order. A test reads the shipped data, so nothing is missing here.
pub(super) fn all() -> &'static [CheckData] {
    static CHECKS: OnceLock<Vec<CheckData>> = OnceLock::new();
    CHECKS.get_or_init(|| {
        let data = include_bytes!("../../../data/development_checks.csv");
        csv::Reader::from_reader(&data[..]).deserialize().collect::<Result<_, _>>().unwrap_or_default()
    })
}

/// The check with an id.
pub(super) fn check(id: &str) -> Option<&'static CheckData> {
    static BY_ID: OnceLock<BTreeMap<&'static str, &'static CheckData>> = OnceLock::new();
    BY_ID.get_or_init(|| all().iter().map(|check| (check.id.as_str(), check)).collect()).get(id).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_data_has_176_checks_each_with_what_to_do() {
        assert_eq!(all().len(), 176);
        for check in all() {
            assert!(check.id.starts_with('K') && check.id.len() == 4, "{}", check.id);
            assert!(check.action.ends_with('。') && !check.name.is_empty() && !check.source.is_empty(), "{}", check.id);
            assert!(check.severity(LawText::Of2026).is_some(), "{}", check.id);
        }
    }

    #[test]
    fn no_check_advises_to_write_down_a_day() {
        for check in all() {
            let advises = ["补写日期", "倒签", "改为", "补填日期"].iter().any(|word| check.action.contains(word));
            let forbids = ["不得", "不要", "不能", "不可"].iter().any(|word| check.action.contains(word));
            assert!(!advises || forbids, "{}: {}", check.id, check.action);
        }
    }
}

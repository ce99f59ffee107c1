//! The dated rule data as shipped in `rules/*.toml`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{RuleId, RuleView, Verified};

/// The shipped files, one per body of rules.
const FILES: &[&str] = &[
    include_str!("../../rules/development.toml"),
    include_str!("../../rules/branch.toml"),
    include_str!("../../rules/education.toml"),
    include_str!("../../rules/dues.toml"),
    include_str!("../../rules/elections.toml"),
    include_str!("../../rules/social_organization.toml"),
];

/// All rules, by id and date. Code reads its numbers from here, so that a revised regulation is a change of data.
#[derive(Debug, Clone, Default)]
pub struct RuleBook {
    rules: Vec<Rule>,
}

/// One rule during one period.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// In one Chinese sentence.
    pub text: String,
    /// The document it stands in.
    pub source: String,
    /// `第二十条`; empty when the article is not known.
    #[serde(default)]
    pub article: String,
    /// How far the text was checked.
    pub verified: Verified,
    /// In force from.
    pub from: NaiveDate,
    /// In force to, inclusive; `None` while in force.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// The rule's numbers by name, units in the name: `months`, `hours`, `working_days` …
    #[serde(default)]
    pub numbers: BTreeMap<String, u32>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    rule: Vec<Rule>,
}

impl RuleBook {
    /// The rules as shipped with this version.
    ///
    /// # Errors
    /// When a shipped file cannot be read: a defect that a test catches.
    pub fn shipped() -> Result<Self, toml::de::Error> {
        let mut rules = Vec::new();
        for text in FILES {
            rules.extend(toml::from_str::<File>(text)?.rule);
        }
        rules.sort_by(|a, b| (&a.id, a.from).cmp(&(&b.id, b.from)));
        Ok(Self { rules })
    }

    /// Every rule, by id and date.
    pub fn all(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter()
    }

    /// The rule as it was in force on a day.
    pub fn rule(&self, id: &str, on: NaiveDate) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id.0 == id && rule.from <= on && rule.to.is_none_or(|to| on <= to))
    }

    /// One of a rule's numbers on a day. A day before the rule came into force takes the earliest version, so that
    /// old records can still be judged; `None` when the rule has no such number (a test checks every use).
    pub fn number(&self, id: &str, name: &str, on: NaiveDate) -> Option<u32> {
        let rule = self.rule(id, on).or_else(|| self.rules.iter().find(|rule| rule.id.0 == id))?;
        rule.numbers.get(name).copied()
    }
}

impl From<&Rule> for RuleView {
    fn from(rule: &Rule) -> Self {
        Self {
            id: rule.id.clone(),
            text: rule.text.clone(),
            source: format!("{} {}", rule.source, rule.article).trim().to_owned(),
            verified: rule.verified,
            from: rule.from,
            to: rule.to,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_files_can_be_read() {
        assert!(RuleBook::shipped().is_ok_and(|book| book.all().count() > 0));
    }
}

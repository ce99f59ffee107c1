//! A rule set: all rules, the holidays and the checks of 发展党员档案 as they travel together, under one name and number.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::SetFault;
use super::id::FILES;
use crate::outside::Renewal;

/// What such a file says of itself.
const KIND: &str = "zhibu-rules";
/// The only format so far; a newer one is refused.
const FORMAT: u32 = 1;
/// A set has a dozen files.
const MOST_FILES: usize = 60;

/// The holidays of the State Council.
pub(super) const HOLIDAYS: &str = "data/holidays.csv";
/// The checks of 发展党员档案.
pub(super) const CHECKS: &str = "data/development_checks.csv";

/// What a set says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RuleSetHead {
    /// 全国规程 2027-01
    pub name: String,
    /// Grows from set to set.
    pub number: u32,
    pub made_on: NaiveDate,
    /// From when its changes hold: the rules themselves are dated one by one.
    pub holds_from: NaiveDate,
    /// Who made it.
    pub issuer: String,
    /// What is new in it, in plain words.
    pub changes: String,
}

/// A set as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSet {
    pub head: RuleSetHead,
    /// Texts of its files by name: `rules/*.toml` and the two tables.
    pub files: BTreeMap<String, String>,
    /// The word of the signer's former keys for the present one.
    pub renewals: Vec<Renewal>,
}

/// What is signed.
#[derive(Serialize, Deserialize)]
struct Written {
    kind: String,
    format: u32,
    head: RuleSetHead,
    files: BTreeMap<String, String>,
    #[serde(default)]
    renewals: Vec<Renewal>,
}

/// What tells which of them it is, before the rest is looked at.
#[derive(Deserialize)]
struct Label {
    kind: String,
    format: u32,
}

impl RuleSet {
    /// The set that came with the program.
    ///
    /// # Errors
    /// When the shipped head cannot be read: a defect that a test catches.
    pub fn built_in() -> Result<Self, SetFault> {
        let head = toml::from_str(include_str!("../../data/rule_set.toml")).map_err(|_| SetFault::Head)?;
        let tables = [
            (HOLIDAYS, include_str!("../../data/holidays.csv")),
            (CHECKS, include_str!("../../data/development_checks.csv")),
        ];
        let files = FILES.iter().chain(&tables).map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        Ok(Self { head, files: files.collect(), renewals: Vec::new() })
    }

    /// Reads what was signed.
    ///
    /// # Errors
    /// [`SetFault::NotASet`], [`SetFault::Newer`], [`SetFault::Head`], [`SetFault::OddFile`].
    pub fn read(content: &[u8]) -> Result<Self, SetFault> {
        let label: Label = serde_json::from_slice(content).map_err(|_| SetFault::NotASet)?;
        match label {
            Label { kind, .. } if kind != KIND => return Err(SetFault::NotASet),
            Label { format: FORMAT, .. } => {}
            Label { .. } => return Err(SetFault::Newer),
        }
        let Written { head, files, renewals, .. } = serde_json::from_slice(content).map_err(|_| SetFault::Head)?;
        let set = Self { head, files, renewals };
        set.check()?;
        Ok(set)
    }

    /// Passes a set whose head is filled in and whose files have names that can be theirs: they are written to a folder
    /// later, and lead nowhere else.
    ///
    /// # Errors
    /// [`SetFault::Head`], [`SetFault::OddFile`].
    pub fn check(&self) -> Result<(), SetFault> {
        let RuleSetHead { name, number, issuer, changes, .. } = &self.head;
        if [name, issuer, changes].iter().any(|text| text.trim().is_empty()) || *number == 0 {
            return Err(SetFault::Head);
        }
        let odd = self.files.keys().find(|name| !is_name(name));
        match odd {
            Some(name) => Err(SetFault::OddFile(name.clone())),
            None if self.files.len() > MOST_FILES => Err(SetFault::NotASet),
            None => Ok(()),
        }
    }

    /// What is to be signed.
    ///
    /// # Errors
    /// When it cannot be written, which is a defect of ours.
    pub fn write(self) -> serde_json::Result<Vec<u8>> {
        let Self { head, files, renewals } = self;
        serde_json::to_vec_pretty(&Written { kind: KIND.to_owned(), format: FORMAT, head, files, renewals })
    }

    /// A file's text.
    pub(super) fn file(&self, name: &'static str) -> Result<&str, SetFault> {
        self.files.get(name).map(String::as_str).ok_or_else(|| SetFault::NoFile(name.to_owned()))
    }
}

/// Whether a file of a set may be called so.
fn is_name(name: &str) -> bool {
    let plain = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let of_rules = name.strip_prefix("rules/").and_then(|name| name.strip_suffix(".toml")).is_some_and(plain);
    of_rules || [HOLIDAYS, CHECKS].contains(&name)
}

//! What one set has otherwise than another, rule by rule.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CheckData, Rule, RuleBook, numbers};
use crate::values::titled;

/// What is other about a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RuleChangeKind {
    /// There was no such rule.
    New,
    Text,
    Numbers,
    /// It holds only to a day, or its text is no longer there.
    Ended,
    /// Where it stands, where it holds, how far it was checked, since when.
    Beside,
}

titled! { RuleChangeKind {
    New => "新增",
    Text => "文字修改",
    Numbers => "数字修改",
    Ended => "停止施行",
    Beside => "出处或日期修改",
} }

/// One text of a rule that is other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleChange {
    pub id: String,
    /// All that apply.
    pub kinds: Vec<RuleChangeKind>,
    /// From when the new text holds, or the day after which an ended one no longer does.
    pub from: NaiveDate,
    /// How it reads so far; `None` of a new one.
    pub was: Option<RuleWording>,
    /// How it will read; `None` of a text that is no longer there.
    pub becomes: Option<RuleWording>,
    /// The program does not know the rule: it is carried and not applied.
    pub is_unknown: bool,
}

/// A rule in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleWording {
    pub text: String,
    /// 文件名 and article.
    pub source: String,
    /// Its numbers with their units, `32 学时`.
    pub numbers: Vec<String>,
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
}

/// A year whose holidays are other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HolidayChange {
    pub year: i32,
    /// The year had none so far.
    pub is_new: bool,
    pub days_off: u32,
    /// Make-up days of work.
    pub workdays: u32,
}

/// A check of 发展党员档案 that is other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckChange {
    pub id: String,
    pub name: String,
    /// The program does not know it: it is carried and not made.
    pub is_unknown: bool,
}

impl RuleBook {
    /// What `new` has otherwise, by id and day.
    pub fn changes(&self, new: &Self) -> Vec<RuleChange> {
        let (own, others) = (self.by_id(), new.by_id());
        let ids: BTreeSet<&String> = own.keys().chain(others.keys()).collect();
        let none = Vec::new();
        let of = |id: &String| {
            let (old, new) = (own.get(id).unwrap_or(&none), others.get(id).unwrap_or(&none));
            let dropped = old.iter().filter(|rule| !new.iter().any(|other| other.from == rule.from)).map(dropped);
            let mut changes: Vec<_> = new.iter().filter_map(|rule| changed(rule, old, new)).chain(dropped).collect();
            changes.sort_by_key(|change| change.from);
            changes
        };
        let is_unknown = |id: &str| new.unknown().0.iter().any(|rule| rule.id == id);
        let changes = ids.into_iter().flat_map(of);
        changes.map(|change| RuleChange { is_unknown: is_unknown(&change.id), ..change }).collect()
    }

    /// The years of `new` whose holidays are other.
    pub fn holiday_changes(&self, new: &Self) -> Vec<HolidayChange> {
        let years = new.workdays().years().iter().copied();
        let changed = years.filter(|year| self.workdays().of_year(*year) != new.workdays().of_year(*year));
        let count = |year, off| {
            let days = new.workdays().of_year(year).into_iter().filter(|(_, named)| named.off == off).count();
            u32::try_from(days).unwrap_or(u32::MAX)
        };
        let change = |year| HolidayChange {
            year,
            is_new: !self.workdays().knows(year),
            days_off: count(year, true),
            workdays: count(year, false),
        };
        changed.map(change).collect()
    }

    /// The checks of `new` that are other.
    pub fn check_changes(&self, new: &Self) -> Vec<CheckChange> {
        let change = |check: &CheckData, is_unknown| {
            let CheckData { id, name, .. } = check.clone();
            CheckChange { id, name, is_unknown }
        };
        let other = new.checks().iter().filter(|check| self.check(&check.id) != Some(check));
        let unknown = new.unknown().1.iter().filter(|check| !self.unknown().1.contains(check));
        other.map(|check| change(check, false)).chain(unknown.map(|check| change(check, true))).collect()
    }

    /// All rules, those too that the program does not know.
    fn by_id(&self) -> BTreeMap<String, Vec<Rule<String>>> {
        let known = self.all().map(|rule| rule.clone().under(rule.id.to_string()));
        let mut by_id = BTreeMap::<_, Vec<_>>::new();
        for rule in known.chain(self.unknown().0.iter().cloned()) {
            by_id.entry(rule.id.clone()).or_default().push(rule);
        }
        by_id
    }
}

/// What is other about a text of a rule, whose texts so far are `old` and will be `new`; `None` where nothing is.
fn changed(rule: &Rule<String>, old: &[Rule<String>], new: &[Rule<String>]) -> Option<RuleChange> {
    let same_day = old.iter().find(|other| other.from == rule.from);
    let was = same_day.or_else(|| old.iter().rev().find(|other| other.from < rule.from)).or(old.first());
    let Some(was) = was else { return Some(change(rule, [RuleChangeKind::New].into(), None, rule.from)) };
    // That an old text ends where the next begins is said with the next.
    let is_followed = new.iter().any(|other| other.from > rule.from);
    let ends = same_day.is_some() && rule.to.is_some() && rule.to != was.to && !is_followed;
    let place = |rule: &Rule<String>| (rule.place(), rule.scope, rule.verified, rule.does);
    let is_beside = same_day.is_none() || place(rule) != place(was) || (rule.to != was.to && !ends && !is_followed);
    let kinds: Vec<_> = [
        (rule.text != was.text, RuleChangeKind::Text),
        (rule.numbers != was.numbers, RuleChangeKind::Numbers),
        (ends, RuleChangeKind::Ended),
    ]
    .into_iter()
    .filter_map(|(is_so, kind)| is_so.then_some(kind))
    .collect();
    let kinds = if kinds.is_empty() && is_beside { vec![RuleChangeKind::Beside] } else { kinds };
    let day = rule.to.filter(|_| ends).unwrap_or(rule.from);
    (!kinds.is_empty()).then(|| change(rule, kinds, Some(was.into()), day))
}

fn change(rule: &Rule<String>, kinds: Vec<RuleChangeKind>, was: Option<RuleWording>, from: NaiveDate) -> RuleChange {
    RuleChange { id: rule.id.clone(), kinds, from, was, becomes: Some(rule.into()), is_unknown: false }
}

/// A text that is no longer there.
fn dropped(rule: &Rule<String>) -> RuleChange {
    let kinds = vec![RuleChangeKind::Ended];
    RuleChange { id: rule.id.clone(), kinds, from: rule.from, was: Some(rule.into()), becomes: None, is_unknown: false }
}

impl From<&Rule<String>> for RuleWording {
    fn from(rule: &Rule<String>) -> Self {
        Self {
            text: rule.text.clone(),
            source: rule.place(),
            numbers: numbers::titles(&rule.numbers),
            from: rule.from,
            to: rule.to,
        }
    }
}

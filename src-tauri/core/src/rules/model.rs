//! What a finding is, and a rule as the window shows it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::RuleId;
use crate::values::{Room, stored_as_text, titled};

/// How pressing a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Was due and is not done, or cannot be right.
    Late,
    /// Due soon, or missing.
    Due,
    /// Worth knowing.
    Notice,
}

stored_as_text!(Severity);

titled! { Severity {
    Late => "逾期",
    Due => "待办",
    Notice => "提示",
} }

/// What a rule has to say about a record. Never a block (trap 3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// The rule that asks for it; `None` where two entries merely do not agree.
    pub rule: Option<RuleId>,
    /// How pressing.
    pub severity: Severity,
    /// One Chinese sentence: whose, what, and by when.
    pub message: String,
    /// What to do, a few words for the button: 办理, 去开 …
    pub action: String,
    pub due: Option<NaiveDate>,
    /// Where to go.
    pub subject: Subject,
    /// What tells it from others of its rule about the same record and day: the group, the step, the people by their ids,
    /// separated by spaces. A line of the home page is set aside by it, so that nothing else goes with it.
    #[serde(default)]
    pub key: String,
    /// The people that the sentence names, so that a report can leave their names out.
    #[serde(skip)]
    pub names: Vec<String>,
}

impl Finding {
    /// The finding with its last day.
    #[must_use]
    pub fn due_on(self, due: impl Into<Option<NaiveDate>>) -> Self {
        Self { due: due.into(), ..self }
    }

    /// The finding with one more person that its sentence names.
    #[must_use]
    pub fn naming(mut self, name: impl Into<String>) -> Self {
        self.names.push(name.into());
        self
    }

    /// The finding under its key.
    #[must_use]
    pub fn keyed(self, key: impl Into<String>) -> Self {
        Self { key: key.into(), ..self }
    }
}

/// The record a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Subject {
    pub room: Room,
    /// The record's key there; `None` for the room itself.
    pub id: Option<i64>,
}

impl Subject {
    /// What a rule has to say about it: no day yet, and no other of its rule beside it.
    pub fn finding(
        self,
        rule: impl Into<Option<RuleId>>,
        severity: Severity,
        message: impl Into<String>,
        action: &str,
    ) -> Finding {
        Finding {
            rule: rule.into(),
            severity,
            message: message.into(),
            action: action.to_owned(),
            due: None,
            subject: self,
            key: String::new(),
            names: Vec::new(),
        }
    }
}

/// A rule as the help page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleView {
    /// Its id.
    pub id: RuleId,
    /// In one Chinese sentence.
    pub text: String,
    /// 文件名 and article, e.g. `中国共产党发展党员工作细则 第二十条`.
    pub source: String,
    /// 文件名 alone.
    pub document: String,
    /// `第二十条`; empty when the article is not known.
    pub article: String,
    /// Where it holds.
    pub scope: Scope,
    /// How far the text was checked.
    pub verified: Verified,
    /// What the program does about it.
    pub does: Does,
    /// In force from.
    pub from: NaiveDate,
    /// In force to, inclusive; `None` while in force.
    pub to: Option<NaiveDate>,
}

/// Where a rule holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// A document of the whole Party.
    #[default]
    National,
    /// Set by a superior committee or a region.
    Local,
    /// No document says it: what is usual, or this program's own arrangement.
    Practice,
}

titled! { Scope {
    National => "全国规定",
    Local => "上级或地方规定",
    Practice => "通行做法",
} }

/// How far a rule's text was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verified {
    /// The rule's own text was read.
    Text,
    /// Read in a secondary source.
    Secondary,
    /// From memory, to be checked.
    Memory,
    /// Set by a superior committee or a region: a setting.
    Local,
}

titled! { Verified {
    Text => "已对照原文",
    Secondary => "据公开解读",
    Memory => "待核对原文",
    Local => "以上级要求为准",
} }

/// What the program does about a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Does {
    /// A finding says when it is time, or what is late or missing.
    Reminds,
    /// What is entered is held against it: counted by it, named when it does not fit, or refused at its field.
    Checks,
    /// Nothing: it is there to be read.
    Explains,
}

titled! { Does {
    Reminds => "到时提醒",
    Checks => "录入时核对",
    Explains => "仅供查阅",
} }

//! What a room contributes to the report: one section of `report.json` and of its pages.
//!
//! A room writes down what it reports in a type of its own, made for the wire: names are plain strings, so that a value
//! that a later program adds does not make the section unreadable, and a change of the room's records does not change
//! what was signed. `docs/REPORT.md` describes the sections for those who read them with programs of their own.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::rules::{Finding, RuleBook};
use crate::values::{Period, Room};
use crate::vault::{Reader, VaultError};

/// What a section is made from.
pub struct ReportContext<'a> {
    pub reader: &'a Reader<'a>,
    pub rules: &'a RuleBook,
    /// What is reported on.
    pub period: Period,
    /// The day of the figures: the period's last day, or today while it runs.
    pub as_of: NaiveDate,
    /// What the rules find in the period, of all rooms.
    pub findings: &'a [Finding],
}

impl ReportContext<'_> {
    /// The sentences of what the rules find in one room.
    pub fn found_in(&self, room: Room) -> Vec<String> {
        let of_room = self.findings.iter().filter(|finding| finding.subject.room == room);
        of_room.map(|finding| finding.message.clone()).collect()
    }
}

/// A section of the report. It is an object on the wire; its title is put beside its fields.
pub trait ReportSection: Serialize + DeserializeOwned + JsonSchema {
    /// Its key in `report.json`, and the name of its part of the pages, `documents/templates/sections/<key>.typ`.
    const KEY: &'static str;

    /// Its Chinese title: the heading on the pages. A program that does not know the section names it so.
    const TITLE: &'static str;

    /// Its title in the report on a period.
    fn title(_period: Period) -> &'static str {
        Self::TITLE
    }

    /// The section as the records stand.
    ///
    /// # Errors
    /// When the file cannot be read.
    fn build(context: &ReportContext<'_>) -> Result<Self, VaultError>;

    /// The lines of the check list beside the report, with what is missing.
    fn checks(&self, _context: &ReportContext<'_>) -> Vec<ReportCheck> {
        Vec::new()
    }

    /// A Chinese sentence that the user has to confirm before the report is signed, when there is a reason to wait.
    fn before_signing(&self) -> Option<String> {
        None
    }

    /// The section in a few words, for whoever has verified a report.
    fn facts(&self) -> Vec<ReportFact> {
        Vec::new()
    }

    /// Whether what was signed is still what the records say. Only what the signed section says is asked for: a field
    /// that a later program added is no difference.
    fn still_holds(signed: &Value, now: &Value) -> bool {
        says(now, signed)
    }
}

/// Whether `all` says everything that `part` says: a field that only `all` has does not matter.
fn says(all: &Value, part: &Value) -> bool {
    match (all, part) {
        (Value::Object(all), Value::Object(part)) => {
            part.iter().all(|(key, part)| all.get(key).is_some_and(|all| says(all, part)))
        }
        (Value::Array(all), Value::Array(part)) => {
            all.len() == part.len() && all.iter().zip(part).all(|(all, part)| says(all, part))
        }
        _ => all == part,
    }
}

/// One line of the check list beside the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportCheck {
    /// 隶属关系, 党员人数 …
    pub title: String,
    /// What is missing, in Chinese; empty when complete.
    pub warnings: Vec<String>,
}

impl ReportCheck {
    /// A line with what is missing.
    pub fn new(title: &str, warnings: Vec<String>) -> Self {
        Self { title: title.to_owned(), warnings }
    }

    /// A line that warns when `missing`.
    pub fn when(title: &str, missing: bool, warning: &str) -> Self {
        Self::new(title, missing.then(|| warning.to_owned()).into_iter().collect())
    }
}

/// One line of what a verified report says: `党员`, `46 人（正式 44，预备 2）`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportFact {
    /// What it is about.
    pub label: String,
    /// What the report says about it; a dash when it says nothing.
    pub value: String,
}

impl ReportFact {
    /// A line; an empty value becomes a dash.
    pub fn new(label: &str, value: impl Into<String>) -> Self {
        let value = Some(value.into()).filter(|value| !value.is_empty()).unwrap_or_else(|| "—".to_owned());
        Self { label: label.to_owned(), value }
    }
}

/// A label and a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReportCount {
    /// What was counted, in Chinese.
    pub label: String,
    pub count: u32,
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    #[rstest]
    #[case::the_same(json!({ "end": 3, "by_sex": [{ "label": "男", "count": 3 }] }), true)]
    #[case::a_field_more(json!({ "end": 3, "lost": 1, "by_sex": [{ "label": "男", "count": 3, "share": 1 }] }), true)]
    #[case::another_number(json!({ "end": 4, "by_sex": [{ "label": "男", "count": 3 }] }), false)]
    #[case::a_line_more(json!({ "end": 3, "by_sex": [{ "label": "男", "count": 3 }, { "label": "女", "count": 0 }] }), false)]
    #[case::a_field_less(json!({ "end": 3 }), false)]
    fn what_was_signed_holds_as_long_as_the_records_say_it(#[case] now: Value, #[case] holds: bool) {
        let signed = json!({ "end": 3, "by_sex": [{ "label": "男", "count": 3 }] });
        assert_eq!(says(&now, &signed), holds);
    }
}

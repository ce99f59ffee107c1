//! What a quarterly report says: the same structure is typeset, put into the file as `report.json`, and read back.
//! `docs/REPORT.md` describes it for others.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::sections::{SECTIONS, Section};
use crate::outside::document;
use crate::report_section::{ReportFact, ReportSection};
use crate::values::{Period, PeriodSpan, Quarter, date_title};

/// The format of `report.json`. It is raised when the head changes, or when something that is there changes its meaning;
/// a new section or a new field needs no new format.
pub const REPORT_FORMAT: u32 = 2;

/// The report of a Party branch (党支部工作报告) on a quarter, a half of a year or a year: a head, and sections by their keys.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct QuarterlyReport {
    /// Version of this format. A reader that does not know it must not read on.
    pub format: u32,
    /// 党支部全称, as the branch was called on the day of the figures.
    pub branch: String,
    /// The quarter, as `2026Q3`; of a longer report its last one.
    #[schemars(with = "String", regex(pattern = r"^[0-9]{4}Q[1-4]$"))]
    pub quarter: Quarter,
    /// How far the report reaches back from the end of that quarter; a report that does not say it is about the quarter.
    #[serde(default)]
    pub span: PeriodSpan,
    /// 1 for the first report of the quarter, the half of the year or the year, then one more for each correction.
    pub version: u32,
    /// Why it was corrected; `null` for version 1.
    pub reason: Option<String>,
    /// The day of the figures: the last day of the quarter, or the day of signing while it ran.
    pub as_of: NaiveDate,
    /// Head of the branch's log of changes when the report was made: SHA-256 in hex.
    pub audit_head: String,
    /// The rule set by which it was worked out; `null` in reports of programs that had only one.
    #[serde(default)]
    pub rule_set: Option<ReportRuleSet>,
    /// What the signature mark on the pages says; `null` on an unsigned draft.
    pub mark: Option<ReportMark>,
    /// The sections by their keys. A reader passes over those that it does not know, and can name them by their titles.
    #[ts(type = "Record<string, { title: string } & Record<string, unknown>>")]
    pub sections: BTreeMap<String, WrittenSection>,
}

/// The name of a rule set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReportRuleSet {
    /// 全国规程 2027-01
    pub name: String,
    /// Grows from set to set.
    pub number: u32,
}

/// The visible, textual signature mark. Never a seal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReportMark {
    /// Who signs: the branch, as its certificate names it.
    pub signer: String,
    /// When, as `2026年10月3日 09:12（北京时间）`.
    pub signed_at: String,
    /// Fingerprint of the certificate: SHA-256, 64 upper-case hex digits.
    pub fingerprint: String,
}

/// A section as it stands in `report.json`, known or not: nothing that a later program wrote there is lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WrittenSection {
    /// Its Chinese title.
    pub title: String,
    /// Its fields, beside the title on the wire.
    #[serde(flatten)]
    pub fields: Map<String, Value>,
}

impl WrittenSection {
    /// What is written of a section.
    pub(super) fn write<S: ReportSection>(section: &S, period: Period) -> serde_json::Result<Self> {
        let fields = serde_json::from_value(serde_json::to_value(section)?)?;
        Ok(Self { title: S::title(period).to_owned(), fields })
    }

    /// The section, as far as it is one that this program can read.
    pub(super) fn read<S: ReportSection>(&self) -> Option<S> {
        serde_json::from_value(Value::Object(self.fields.clone())).ok()
    }
}

impl QuarterlyReport {
    /// What it covers.
    pub fn period(&self) -> Period {
        Period::ending(self.quarter, self.span).unwrap_or_else(|| self.quarter.into())
    }

    /// A section of it; `None` when it has none, or one that this program cannot read.
    pub fn section<S: ReportSection>(&self) -> Option<S> {
        self.sections.get(S::KEY)?.read()
    }

    /// Puts a section into it.
    ///
    /// # Errors
    /// When the section is no object, which is a defect of ours.
    pub fn put<S: ReportSection>(&mut self, section: &S) -> serde_json::Result<()> {
        self.sections.insert(S::KEY.to_owned(), WrittenSection::write(section, self.period())?);
        Ok(())
    }

    /// Titles of the sections that this program cannot read: a later one wrote them.
    pub(super) fn foreign(&self) -> Vec<String> {
        let read = |key: &str, written| Section::named(key).is_some_and(|known| (known.facts)(written).is_some());
        let foreign = self.sections.iter().filter(|(key, written)| !read(key, written));
        foreign.map(|(_, written)| written.title.clone()).collect()
    }

    /// The report in a few lines. What this program cannot read is named, too.
    pub(super) fn facts(&self) -> Vec<ReportFact> {
        let correction = self.reason.as_ref().map(|reason| format!("（更正：{reason}）")).unwrap_or_default();
        let label = if self.span == PeriodSpan::Quarter { "季度" } else { "报告期" };
        let mut facts = vec![
            ReportFact::new("支部", self.branch.as_str()),
            ReportFact::new(label, format!("{} 第 {} 版{correction}", self.period().title(), self.version)),
            ReportFact::new("数据日期", date_title(self.as_of)),
        ];
        facts.extend(self.facts_of_sections().into_iter().map(|(_, fact)| fact));
        facts.extend(
            self.foreign().iter().map(|title| ReportFact::new(title, "出自更新版本的程序，升级本程序后才能看")),
        );
        facts
    }

    /// What this program can read of it in a few lines, each with the key of its section.
    pub(super) fn facts_of_sections(&self) -> Vec<(&'static str, ReportFact)> {
        let of = |section: &'static Section| {
            let facts = self.sections.get(section.key).and_then(|written| (section.facts)(written));
            facts.unwrap_or_default().into_iter().map(|fact| (section.key, fact))
        };
        SECTIONS.iter().flat_map(of).collect()
    }

    /// Whether the records of now still say what this report says of them. What has no counterpart is not asked for: the
    /// records may have sections that were not there when it was signed, and the report some that this program cannot make.
    pub(super) fn still_holds(&self, now: &Self) -> bool {
        let of_section = |section: &Section| match (self.sections.get(section.key), now.sections.get(section.key)) {
            (Some(signed), Some(now)) => {
                (section.still_holds)(&Value::Object(signed.fields.clone()), &Value::Object(now.fields.clone()))
            }
            _ => true,
        };
        (&self.branch, self.as_of) == (&now.branch, now.as_of) && SECTIONS.iter().all(of_section)
    }

    /// Its pages.
    pub fn pages(&self) -> ReportPages {
        let readable = |section: &&Section| {
            self.sections.get(section.key).is_some_and(|written| (section.facts)(written).is_some())
        };
        ReportPages {
            order: SECTIONS.iter().filter(readable).map(|section| section.key).collect(),
            foreign: self.foreign(),
            report: self.clone(),
        }
    }
}

/// The report as its template takes it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReportPages {
    /// What is reported.
    #[serde(flatten)]
    report: QuarterlyReport,
    /// Keys of the sections that are printed, in the order of the pages.
    order: Vec<&'static str>,
    /// Titles of those that cannot be.
    foreign: Vec<String>,
}

document! {
    ReportPages, "quarterly_report",
    /// A tag for every cell is nine tenths of a report's objects, and whoever checks a report has to read them all; its
    /// figures are attached as data.
    fn is_tagged(&self) -> bool {
        false
    }
}

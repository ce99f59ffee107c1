//! The sections of the report: one list, in the order of the pages.

use schemars::{Schema, SchemaGenerator};
use serde_json::Value;

use super::{FindingsSection, PlanSection, ProblemsSection, ReportError, WrittenSection};
use crate::report_section::{ReportCheck, ReportContext, ReportFact, ReportSection};

/// Every section that this program knows. A new one is a line here.
pub(super) const SECTIONS: &[Section] = &[
    Section::of::<crate::branch::BranchSection>(),
    Section::of::<crate::roster::MembersSection>(),
    Section::of::<crate::meetings::MeetingsSection>(),
    Section::of::<crate::meetings::AttendanceSection>(),
    Section::of::<crate::development::DevelopmentSection>(),
    Section::of::<crate::study::StudySection>(),
    Section::of::<crate::dues::DuesSection>(),
    Section::of::<FindingsSection>(),
    Section::of::<ProblemsSection>(),
    Section::of::<PlanSection>(),
];

/// A line of the list: what a [`ReportSection`] offers.
pub(super) struct Section {
    pub(super) key: &'static str,
    pub(super) title: &'static str,
    pub(super) build: fn(&ReportContext<'_>) -> Result<Built, ReportError>,
    /// The section in a few words; `None` when this program cannot read it.
    pub(super) facts: fn(&WrittenSection) -> Option<Vec<ReportFact>>,
    pub(super) still_holds: fn(&Value, &Value) -> bool,
    pub(super) schema: fn(&mut SchemaGenerator) -> Schema,
}

/// A section as the records stand, and what is to be said before it is signed.
pub(super) struct Built {
    pub(super) section: WrittenSection,
    pub(super) checks: Vec<ReportCheck>,
    pub(super) before_signing: Option<String>,
}

impl Section {
    const fn of<S: ReportSection>() -> Self {
        Self {
            key: S::KEY,
            title: S::TITLE,
            build: build::<S>,
            facts: |written| Some(written.read::<S>()?.facts()),
            still_holds: S::still_holds,
            schema: SchemaGenerator::subschema_for::<S>,
        }
    }

    /// The known section of that key.
    pub(super) fn named(key: &str) -> Option<&'static Self> {
        SECTIONS.iter().find(|section| section.key == key)
    }
}

fn build<S: ReportSection>(context: &ReportContext<'_>) -> Result<Built, ReportError> {
    let section = S::build(context)?;
    Ok(Built {
        section: WrittenSection::write(&section, context.period)?,
        checks: section.checks(context),
        before_signing: section.before_signing(),
    })
}

//! What the quarterly report says about 发展党员.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::committee::Committee;
use super::view::Viewer;
use super::{DevelopmentFile, all_files, catalogue, due};
use crate::report_section::{ReportCheck, ReportContext, ReportFact, ReportSection};
use crate::values::Room;
use crate::vault::VaultError;

/// The open development files as they stood on the day of the figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DevelopmentSection {
    /// One line per open file in which at least one step is done.
    pub files: Vec<ReportDevelopment>,
}

/// One development file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportDevelopment {
    /// The person's name.
    pub name: String,
    /// 入党申请人, 入党积极分子, 发展对象 or 预备党员.
    pub stage: String,
    /// Number of the last finished step, 0 to 25.
    pub step: u32,
    /// Name of that step.
    pub step_name: String,
    /// What comes next and by when, in Chinese; may be empty.
    pub next: String,
    /// How many required materials are not there yet.
    pub missing_materials: u32,
}

impl ReportSection for DevelopmentSection {
    const KEY: &'static str = "development";
    const TITLE: &'static str = "发展党员";

    fn build(context: &ReportContext<'_>) -> Result<Self, VaultError> {
        let has_committee = Committee::of(context.reader)?.on(context.as_of);
        let files: Vec<_> = all_files(context.reader)?.iter().map(|file| file.clone().as_of(context.as_of)).collect();
        let viewer = Viewer::new(context.reader, context.rules, context.as_of, &files)?;
        let line = |file: &DevelopmentFile| ReportDevelopment {
            name: file.person.name.clone(),
            stage: file.stage(context.rules, context.as_of).title().to_owned(),
            step: file.last_step(),
            step_name: catalogue::step_name(file.last_step(), context.as_of, has_committee),
            next: due::next_step(file, context.rules, context.as_of, has_committee)
                .map(|next| next.to_string())
                .unwrap_or_default(),
            missing_materials: viewer.missing_materials(file),
        };
        Ok(Self { files: files.iter().filter(|file| file.is_reported()).map(line).collect() })
    }

    fn checks(&self, context: &ReportContext<'_>) -> Vec<ReportCheck> {
        vec![ReportCheck::new(Self::TITLE, context.found_in(Room::Development))]
    }

    fn facts(&self) -> Vec<ReportFact> {
        vec![ReportFact::new("发展党员", format!("在办档案 {} 份", self.files.len()))]
    }
}

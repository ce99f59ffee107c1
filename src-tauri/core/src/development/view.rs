//! A file as the window shows it.

use chrono::NaiveDate;

use super::catalogue::{self, Material, Step};
use super::store::Committee;
use super::{
    DevelopmentError, DevelopmentFile, DevelopmentFileId, DevelopmentFileView, DevelopmentRow, MaterialRecord,
    MaterialState, MaterialView, StepView, rules, store,
};
use crate::rules::RuleBook;
use crate::vault::{Reader, VaultError};

/// What a file is looked at with: the rules, the day, and when the branch had a committee (B06).
pub(super) struct Viewer<'a> {
    rules: &'a RuleBook,
    today: NaiveDate,
    committee: Committee,
}

impl<'a> Viewer<'a> {
    /// Looks from this branch.
    pub(super) fn new(reader: &Reader<'_>, rules: &'a RuleBook, today: NaiveDate) -> Result<Self, VaultError> {
        Ok(Self { rules, today, committee: Committee::of(reader)? })
    }

    /// A file on the board.
    pub(super) fn row(&self, file: &DevelopmentFile) -> DevelopmentRow {
        let (present, required) = completeness(file);
        DevelopmentRow {
            id: file.id,
            name: file.person.name.clone(),
            stage: file.stage(),
            last_step: file.last_step(),
            next_step: rules::next_step(file, self.rules, self.committee.on(self.today))
                .map(|next| next.name)
                .unwrap_or_default(),
            finding: rules::findings(file, self.rules, self.today).into_iter().next(),
            completeness: (100 * present).checked_div(required).unwrap_or(100),
            closed: file.closed.is_some(),
        }
    }

    /// A file, whole.
    fn file(&self, file: &DevelopmentFile) -> DevelopmentFileView {
        let (present, required) = completeness(file);
        DevelopmentFileView {
            person: file.person.clone(),
            stage: file.stage(),
            last_step: file.last_step(),
            steps: catalogue::steps().iter().map(|step| self.step(file, step)).collect(),
            stage_materials: self.materials(file, |material| material.step.is_none()),
            findings: rules::findings(file, self.rules, self.today),
            materials_present: present,
            materials_required: required,
            closed: file.closed.clone(),
        }
    }

    fn step(&self, file: &DevelopmentFile, step: &Step) -> StepView {
        let window = rules::window(file, step.step, self.rules);
        let has_committee = self.had_committee_at(file, step.step);
        StepView {
            step: step.step,
            stage: step.stage,
            name: catalogue::in_this_branch(&step.name, has_committee),
            actor: catalogue::in_this_branch(&step.actor, has_committee),
            kind: step.kind,
            timing: step.timing.clone(),
            note: catalogue::in_this_branch(&step.note, has_committee),
            entries: file.entries(step.step).to_vec(),
            not_before: window.not_before,
            due: window.due,
            current: file.is_open() && step.step == file.last_step() + 1,
            materials: self.materials(file, |material| material.step == Some(step.step)),
        }
    }

    /// Who acted is told by the day of the step; what is still to come is for those who are there now.
    fn had_committee_at(&self, file: &DevelopmentFile, step: u32) -> bool {
        self.committee.on(file.done_on(step).unwrap_or(self.today))
    }

    fn materials(&self, file: &DevelopmentFile, belongs: impl Fn(&Material) -> bool) -> Vec<MaterialView> {
        let materials = catalogue::materials().iter().filter(|material| belongs(material));
        materials.map(|material| self.material(file, material)).collect()
    }

    fn material(&self, file: &DevelopmentFile, material: &Material) -> MaterialView {
        let MaterialRecord { state, dated, note, papers } =
            file.materials.get(&material.code).cloned().unwrap_or_default();
        let has_committee = self.had_committee_at(file, material.wanted_at());
        MaterialView {
            code: material.code.clone(),
            name: catalogue::in_this_branch(&material.name, has_committee),
            step: material.step,
            stage: material.stage,
            need: material.need,
            issuer: material.issuer.clone(),
            state,
            dated,
            note,
            overdue: rules::is_overdue(file, material),
            comes_again: catalogue::comes_again(&material.code),
            papers,
        }
    }
}

/// One file as it stands in the records now.
pub(super) fn file_view(
    reader: &Reader<'_>,
    rules: &RuleBook,
    today: NaiveDate,
    id: DevelopmentFileId,
) -> Result<DevelopmentFileView, DevelopmentError> {
    let file = store::file(reader, id)?;
    Ok(Viewer::new(reader, rules, today)?.file(&file))
}

/// Of the materials the file must have by now: how many are there, and how many they are.
fn completeness(file: &DevelopmentFile) -> (u32, u32) {
    let wanted = catalogue::materials().iter().filter(|material| rules::is_wanted(file, material));
    wanted.fold((0, 0), |(present, required), material| {
        let is_there = file.material_state(&material.code) == MaterialState::Present;
        (present + u32::from(is_there), required + 1)
    })
}

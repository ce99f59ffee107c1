//! A file as the window shows it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::audit::{self, Known};
use super::catalogue::{self, Material, Step};
use super::entries::EntryKind;
use super::law::{LawText, REVISED_ON};
use super::{
    DevelopmentError, DevelopmentFile, DevelopmentFileId, DevelopmentFileView, DevelopmentRow, MaterialState,
    MaterialView, StepState, StepView, deadlines, due, guides, papers, plan, roster_act, store,
};
use crate::rules::RuleBook;
use crate::vault::{Reader, VaultError};

/// What a file is looked at with: what the branch knows, and what is asked for.
pub(super) struct Viewer<'a> {
    known: Known<'a>,
    /// The national list, and what the superior committee asks for besides.
    materials: Vec<Material>,
}

impl<'a> Viewer<'a> {
    /// Looks at these files from this branch.
    pub(super) fn new(
        reader: &Reader<'_>,
        rules: &'a RuleBook,
        today: NaiveDate,
        files: &[DevelopmentFile],
    ) -> Result<Self, VaultError> {
        let known = Known::of(reader, rules, today, files)?;
        let materials = catalogue::materials_with(&known.local.materials);
        Ok(Self { known, materials })
    }

    /// A file on the board.
    pub(super) fn row(&self, file: &DevelopmentFile) -> DevelopmentRow {
        let Known { rules, today, committee, .. } = &self.known;
        let (present, required) = self.completeness(file);
        DevelopmentRow {
            id: file.id,
            name: file.person.name.clone(),
            stage: file.stage(rules, *today),
            last_step: file.last_step(),
            next_step: due::next_step(file, rules, *today, committee.on(*today))
                .map(|next| next.name)
                .unwrap_or_default(),
            finding: due::findings(file, rules, *today).into_iter().next(),
            audit: audit::count(&audit::examine(file, &self.known)),
            completeness: (100 * present).checked_div(required).unwrap_or(100),
            closed: file.closed.is_some(),
        }
    }

    /// A file, whole.
    fn file(&self, file: &DevelopmentFile) -> DevelopmentFileView {
        let Known { rules, today, .. } = self.known;
        let (present, required) = self.completeness(file);
        let planned = if file.is_open() { plan::plan(file, rules) } else { BTreeMap::new() };
        let far = planned.values().max().copied().unwrap_or(today);
        DevelopmentFileView {
            person: file.person.clone(),
            stage: file.stage(rules, today),
            last_step: file.last_step(),
            steps: (1..=25).filter_map(|step| self.step(file, step, &planned)).collect(),
            others: file.entries.iter().filter(|entry| entry.kind.step() == 0).cloned().collect(),
            guides: guides::views(file, today),
            stage_materials: self.materials(file, |material| material.step.is_none()),
            findings: due::findings(file, rules, today),
            audit: audit::count(&audit::examine(file, &self.known)),
            materials_present: present,
            materials_required: required,
            closed: file.closed.clone(),
            member: file.member.as_ref().map(|member| member.id),
            roster_act: roster_act::due(file, rules),
            caveat: rules.workdays().caveat(today, far),
        }
    }

    fn step(&self, file: &DevelopmentFile, number: u32, planned: &BTreeMap<u32, NaiveDate>) -> Option<StepView> {
        let Known { rules, today, .. } = self.known;
        let done = file.done_on(number);
        let day = done.unwrap_or(today);
        let step = catalogue::step_on(number, day)?;
        let window = deadlines::window(file, number, rules);
        let has_committee = self.had_committee_at(file, number);
        let last = file.last_step();
        let state = match done {
            Some(_) => StepState::Done,
            None if number <= last => StepState::Skipped,
            None if number > last + 1 || !file.is_open() => StepState::Coming,
            None if window.due.is_some_and(|due| due < today) => StepState::Late,
            None => StepState::Current,
        };
        Some(StepView {
            step: number,
            stage: step.stage,
            name: catalogue::in_this_branch(&step.name, has_committee),
            actor: catalogue::in_this_branch(&step.actor, has_committee),
            kind: step.kind,
            timing: step.timing.clone(),
            note: catalogue::in_this_branch(&step.note, has_committee),
            state,
            article: article_of(number, day),
            law_change: self.law_change(file, step),
            kinds: EntryKind::ALL.into_iter().filter(|kind| kind.step() == number).collect(),
            entries: file.entries.iter().filter(|entry| entry.kind.step() == number).cloned().collect(),
            not_before: window.not_before,
            due: window.due,
            planned: planned.get(&number).copied(),
            intended: file.intended.get(&number).copied(),
            materials: self.materials(file, |material| material.step == Some(number)),
        })
    }

    /// What reads differently from this step on: said once, at the step after the last that falls under the text of 2014.
    fn law_change(&self, file: &DevelopmentFile, step: &Step) -> Option<String> {
        let before = (1..=25).rfind(|number| file.done_on(*number).is_some_and(|on| on < REVISED_ON))?;
        if step.step != before + 1 || self.known.today < REVISED_ON || !file.is_open() && file.last_step() == before {
            return None;
        }
        let reads_differently = |number: &u32| {
            let (old, new) =
                (catalogue::step_on(*number, REVISED_ON.pred_opt()?)?, catalogue::step_on(*number, REVISED_ON)?);
            (old != new && file.done_on(*number).is_none()).then(|| new.name.clone())
        };
        let later: Vec<_> = (step.step..=25).filter_map(|number| reads_differently(&number)).collect();
        let later = match later.as_slice() {
            [] => String::new(),
            later => format!("；还没有办的各步里，要求有变化的是：{}", later.join("、")),
        };
        Some(format!("从这一步起按2026年修订的细则（2026年5月11日起施行）办理，此前已办的各步按2014年细则判断{later}"))
    }

    /// Who acted is told by the day of the step; what is still to come is for those who are there now.
    fn had_committee_at(&self, file: &DevelopmentFile, step: u32) -> bool {
        self.known.committee.on(file.done_on(step).unwrap_or(self.known.today))
    }

    fn materials(&self, file: &DevelopmentFile, belongs: impl Fn(&Material) -> bool) -> Vec<MaterialView> {
        let materials = self.materials.iter().filter(|material| belongs(material));
        materials.map(|material| self.material(file, material)).collect()
    }

    fn material(&self, file: &DevelopmentFile, material: &Material) -> MaterialView {
        let has_committee = self.had_committee_at(file, material.wanted_at());
        MaterialView {
            code: material.code.clone(),
            name: catalogue::in_this_branch(&material.name, has_committee),
            step: material.step,
            stage: material.stage,
            need: material.need,
            issuer: material.issuer.clone(),
            to_sign: material.signed == "y",
            to_seal: material.sealed == "y",
            local: material.local,
            overdue: self.is_wanted(file, material) && file.material_state(&material.code) == MaterialState::Missing,
            comes_again: catalogue::comes_again(&material.code),
            records: file.papers(&material.code).cloned().collect(),
            scans: file.scans.get(&material.code).copied().unwrap_or_default(),
            form: papers::has_form(&material.code),
        }
    }

    /// Whether the file must have the material by now: required of this person by the text of its step's day, and its step is
    /// reached.
    fn is_wanted(&self, file: &DevelopmentFile, material: &Material) -> bool {
        let step = material.wanted_at();
        material.is_required_on(file.done_on(step).unwrap_or(self.known.today))
            && file.material_state(&material.code) != MaterialState::NotApplicable
            && step <= file.last_step()
    }

    /// Of the materials the file must have by now: how many are there, and how many they are.
    fn completeness(&self, file: &DevelopmentFile) -> (u32, u32) {
        let wanted = self.materials.iter().filter(|material| self.is_wanted(file, material));
        wanted.fold((0, 0), |(present, required), material| {
            let is_there = file.material_state(&material.code) == MaterialState::Present;
            (present + u32::from(is_there), required + 1)
        })
    }

    /// Required materials that should be there by now and are not.
    pub(super) fn missing_materials(&self, file: &DevelopmentFile) -> u32 {
        let (present, required) = self.completeness(file);
        required - present
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
    let files = [file];
    let viewer = Viewer::new(reader, rules, today, &files)?;
    let [file] = &files;
    Ok(viewer.file(file))
}

/// The article of a step, by the text of its day. From the eighteenth on the numbers of 2026 are one lower.
fn article_of(step: u32, day: NaiveDate) -> String {
    const ARTICLES: [(u32, u32); 25] = [
        (6, 6),
        (7, 7),
        (8, 8),
        (8, 8),
        (9, 9),
        (11, 11),
        (13, 13),
        (13, 13),
        (14, 14),
        (16, 16),
        (17, 17),
        (19, 18),
        (19, 18),
        (19, 18),
        (21, 20),
        (24, 23),
        (26, 25),
        (26, 25),
        (29, 28),
        (30, 29),
        (31, 30),
        (33, 32),
        (33, 32),
        (34, 33),
        (37, 36),
    ];
    let Some((of_2014, of_2026)) = step.checked_sub(1).and_then(|at| ARTICLES.get(at as usize)) else {
        return String::new();
    };
    let text = LawText::on(day);
    let number = if text == LawText::Of2014 { of_2014 } else { of_2026 };
    format!("{}第{}条", text.title(), crate::values::numerals::numeral(*number))
}

//! The 25 steps and the papers, as dated data in `data/`, and how they read in a branch without a committee.

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{MaterialNeed, StepKind};
use crate::settings::LocalMaterial;

/// 入党申请书
pub(super) const APPLICATION: &str = "1-1";
/// 思想汇报
pub(super) const THOUGHT_REPORT: &str = "2-5";
/// 入党积极分子培养考察登记表
pub(super) const ACTIVIST_FORM: &str = "2-6";
/// 政治审查情况的报告
pub(super) const POLITICAL_REVIEW: &str = "3-9";
/// 入党志愿书
pub(super) const APPLICATION_FORM: &str = "4-3";
/// 预备党员教育考察登记表
pub(super) const PROBATION_FORM: &str = "5-0a";
/// 转正申请书
pub(super) const CONVERSION_APPLICATION: &str = "5-2";

/// Whether there are several papers of this kind, each with its day: nobody gives in one 思想汇报 for all time.
pub(super) fn comes_again(code: &str) -> bool {
    [THOUGHT_REPORT, "3-7", "3-8"].contains(&code)
}

/// A step as the workflow has it, in the words of one text of the regulation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub(super) step: u32,
    pub(super) stage: u32,
    pub(super) name: String,
    pub(super) actor: String,
    pub(super) kind: StepKind,
    #[serde(default)]
    pub(super) timing: Option<String>,
    #[serde(default)]
    pub(super) note: String,
    /// From which day on it reads so; `None` from the beginning.
    #[serde(default)]
    from: Option<NaiveDate>,
    /// Until which day.
    #[serde(default)]
    to: Option<NaiveDate>,
}

/// A material as the workflow has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Material {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) stage: u32,
    /// `*` in the data: the whole stage.
    #[serde(deserialize_with = "csv::invalid_option")]
    pub(super) step: Option<u32>,
    #[serde(rename = "required")]
    pub(super) need: MaterialNeed,
    pub(super) issuer: String,
    /// `y` where it must be signed.
    pub(super) signed: String,
    /// `y` where it bears a seal.
    pub(super) sealed: String,
    /// `y` where it must be the original.
    pub(super) original: String,
    /// From which day on it is required.
    from: Option<NaiveDate>,
    /// Until which day.
    to: Option<NaiveDate>,
    /// The superior committee asks for it, beyond the national list.
    #[serde(skip)]
    pub(super) local: bool,
}

#[derive(Deserialize)]
struct Steps {
    step: Vec<Step>,
}

/// Every wording of the steps, in order. A test reads the shipped data, so nothing is missing here.
pub(super) fn all_steps() -> &'static [Step] {
    static STEPS: OnceLock<Vec<Step>> = OnceLock::new();
    STEPS.get_or_init(|| {
        let steps = toml::from_str::<Steps>(include_str!("../../data/development_steps.toml"));
        let mut steps = steps.map(|steps| steps.step).unwrap_or_default();
        steps.sort_by_key(|step| (step.step, step.from));
        steps
    })
}

/// The 25 steps as they read on a day, in order.
pub(super) fn steps_on(day: NaiveDate) -> impl Iterator<Item = &'static Step> {
    all_steps()
        .iter()
        .filter(move |step| step.from.is_none_or(|from| from <= day) && step.to.is_none_or(|to| day <= to))
}

/// A step as it reads on a day.
pub(super) fn step_on(number: u32, day: NaiveDate) -> Option<&'static Step> {
    steps_on(day).find(|step| step.step == number)
}

/// The materials of the national list in order. A test reads the shipped data, so nothing is missing here.
pub(super) fn materials() -> &'static [Material] {
    static MATERIALS: OnceLock<Vec<Material>> = OnceLock::new();
    MATERIALS.get_or_init(|| {
        let data = include_bytes!("../../data/development_materials.csv");
        csv::Reader::from_reader(&data[..]).deserialize().collect::<Result<_, _>>().unwrap_or_default()
    })
}

/// The material with a code.
pub(super) fn material(code: &str) -> Option<&'static Material> {
    materials().iter().find(|material| material.code == code)
}

/// A step's name on a day; empty when there is no such step.
pub(super) fn step_name(step: u32, day: NaiveDate, has_committee: bool) -> String {
    step_on(step, day).map(|step| in_this_branch(&step.name, has_committee)).unwrap_or_default()
}

/// B06: without a committee, every 支委会 is the 支部大会.
pub(super) fn in_this_branch(text: &str, has_committee: bool) -> String {
    let text = text.replace("支部委员会（支部大会）", "支部委员会");
    if has_committee {
        text
    } else {
        text.replace("支部委员会", "支部大会").replace("支委会", "支部大会")
    }
}

/// The national list, and behind it what the superior committee asks for besides.
pub(super) fn materials_with(local: &[LocalMaterial]) -> Vec<Material> {
    materials().iter().cloned().chain(local.iter().map(Material::of_the_superior)).collect()
}

impl Material {
    /// One that the superior committee asks for, beyond the national list.
    fn of_the_superior(paper: &LocalMaterial) -> Self {
        let LocalMaterial { code, name, step, from, to } = paper.clone();
        let stage = all_steps().iter().find(|known| known.step == step).map_or(1, |known| known.stage);
        let [issuer, signed, sealed, original] = Default::default();
        let need = MaterialNeed::Required;
        let step = Some(step);
        Self { code, name, stage, step, need, issuer, signed, sealed, original, from, to, local: true }
    }

    /// The step at which the file must have it; for a whole stage the stage's first.
    pub(super) fn wanted_at(&self) -> u32 {
        let first_of_stage = || all_steps().iter().find(|step| step.stage == self.stage).map_or(0, |step| step.step);
        self.step.unwrap_or_else(first_of_stage)
    }

    /// Whether it is required of a step done on `day`.
    pub(super) fn is_required_on(&self, day: NaiveDate) -> bool {
        self.need == MaterialNeed::Required
            && self.from.is_none_or(|from| from <= day)
            && self.to.is_none_or(|to| day <= to)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::development::law::REVISED_ON;

    #[test]
    fn under_each_text_there_are_25_steps_and_every_material_belongs_to_one() {
        for day in [REVISED_ON.pred_opt().unwrap(), REVISED_ON] {
            let numbers: Vec<_> = steps_on(day).map(|step| step.step).collect();
            assert_eq!(numbers, (1..=25).collect::<Vec<_>>());
            assert!(steps_on(day).all(|step| (1..=5).contains(&step.stage)));
        }
        let codes: std::collections::BTreeSet<_> = materials().iter().map(|material| &material.code).collect();
        assert_eq!(codes.len(), materials().len());
        assert!(codes.len() >= 57);
        for material in materials() {
            let step = all_steps().iter().find(|step| step.step == material.wanted_at());
            assert!(step.is_some_and(|step| step.stage == material.stage), "{}", material.code);
        }
        let known = [APPLICATION, THOUGHT_REPORT, ACTIVIST_FORM, POLITICAL_REVIEW, APPLICATION_FORM, PROBATION_FORM];
        assert!(known.iter().chain(&[CONVERSION_APPLICATION]).all(|code| material(code).is_some()));
    }

    #[test]
    fn the_form_of_2026_is_required_of_those_whose_probation_is_judged_by_its_text() {
        let form = material(PROBATION_FORM).unwrap();
        assert!(!form.is_required_on(REVISED_ON.pred_opt().unwrap()));
        assert!(form.is_required_on(REVISED_ON));
    }

    #[rstest]
    #[case(None, None, [true, true, true])]
    #[case(Some("2026-05-11"), None, [false, true, true])]
    #[case(None, Some("2026-05-11"), [true, true, false])]
    #[case(Some("2026-05-11"), Some("2026-05-11"), [false, true, false])]
    fn a_paper_of_the_superior_is_required_within_its_days(
        #[case] from: Option<&str>,
        #[case] to: Option<&str>,
        #[case] required: [bool; 3],
    ) {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (code, name) = ("L-1".to_owned(), "推优名册".to_owned());
        let all = materials_with(&[LocalMaterial { code, name, step: 3, from: from.map(day), to: to.map(day) }]);
        let paper = all.last().unwrap();
        assert_eq!(["2026-05-10", "2026-05-11", "2026-05-12"].map(|on| paper.is_required_on(day(on))), required);
        assert_eq!(all.len(), materials().len() + 1);
    }

    #[test]
    fn only_rosters_and_the_running_record_belong_to_a_whole_stage() {
        let whole: Vec<_> = materials().iter().filter(|m| m.step.is_none()).map(|m| m.code.as_str()).collect();
        assert_eq!(whole, ["1-3", "1-4", "2-7", "4-8"]);
    }

    #[rstest]
    #[case("支委会", "支部大会")]
    #[case("支部委员会审查", "支部大会审查")]
    #[case("支部委员会（支部大会）讨论发展对象人选会议记录", "支部大会讨论发展对象人选会议记录")]
    fn without_a_committee_the_general_meeting_stands_in_for_it(#[case] written: &str, #[case] read: &str) {
        assert_eq!(in_this_branch(written, false), read);
    }

    #[test]
    fn no_step_of_a_branch_without_a_committee_names_one() {
        for step in all_steps() {
            for text in [&step.name, &step.actor, &step.note] {
                let read = in_this_branch(text, false);
                assert!(!read.contains("支委会") && !read.contains("支部委员会"), "{read}");
            }
        }
    }
}

//! The 25 steps and 50 materials, as data in `data/`, and how they read in a branch without a committee.

use std::sync::OnceLock;

use serde::Deserialize;

use super::{MaterialNeed, StepKind};

/// The steps that rules speak of, by number.
pub(super) mod step {
    /// 递交入党申请书
    pub(in crate::development) const APPLICATION: u32 = 1;
    /// 党组织派人谈话
    pub(in crate::development) const TALK: u32 = 2;
    /// 确定入党积极分子
    pub(in crate::development) const ACTIVIST: u32 = 3;
    /// 指定培养联系人
    pub(in crate::development) const MENTORS: u32 = 5;
    /// 培养教育考察, again and again
    pub(in crate::development) const REVIEW: u32 = 6;
    /// 确定发展对象
    pub(in crate::development) const CANDIDATE: u32 = 7;
    /// 确定入党介绍人
    pub(in crate::development) const SPONSORS: u32 = 9;
    /// 政治审查
    pub(in crate::development) const POLITICAL_REVIEW: u32 = 10;
    /// 集中培训
    pub(in crate::development) const TRAINING: u32 = 11;
    /// 上级党委预审
    pub(in crate::development) const PRE_EXAMINATION: u32 = 13;
    /// 支部大会讨论接收
    pub(in crate::development) const ADMISSION: u32 = 15;
    /// 上级党委审批
    pub(in crate::development) const APPROVAL: u32 = 17;
    /// 支部大会讨论转正
    pub(in crate::development) const CONVERSION: u32 = 23;
    /// 上级党委审批转正
    pub(in crate::development) const CONVERSION_APPROVAL: u32 = 24;
    /// 材料归档
    pub(in crate::development) const ARCHIVED: u32 = 25;
}

/// 思想汇报
pub(super) const THOUGHT_REPORT: &str = "2-5";

/// Whether there are several papers of this kind, each with its day: nobody gives in one 思想汇报 for all time.
pub(super) fn comes_again(code: &str) -> bool {
    code == THOUGHT_REPORT
}

/// A step as the workflow has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub(super) stage: u32,
    pub(super) step: u32,
    pub(super) name: String,
    pub(super) actor: String,
    pub(super) kind: StepKind,
    pub(super) timing: Option<String>,
    pub(super) note: String,
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
}

/// The 25 steps in order. A test reads the shipped data, so nothing is missing here.
pub(super) fn steps() -> &'static [Step] {
    static STEPS: OnceLock<Vec<Step>> = OnceLock::new();
    STEPS.get_or_init(|| serde_json::from_str(include_str!("../../data/dev_steps_25.json")).unwrap_or_default())
}

/// The 50 materials in order. A test reads the shipped data, so nothing is missing here.
pub(super) fn materials() -> &'static [Material] {
    static MATERIALS: OnceLock<Vec<Material>> = OnceLock::new();
    MATERIALS.get_or_init(|| {
        let data = include_bytes!("../../data/dev_materials_50.csv");
        csv::Reader::from_reader(&data[..]).deserialize().collect::<Result<_, _>>().unwrap_or_default()
    })
}

/// A step's name; empty when there is no such step.
pub(super) fn step_name(step: u32, has_committee: bool) -> String {
    let step = steps().iter().find(|known| known.step == step);
    step.map(|step| in_this_branch(&step.name, has_committee)).unwrap_or_default()
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

impl Material {
    /// The step at which the file must have it; for a whole stage the stage's first.
    pub(super) fn wanted_at(&self) -> u32 {
        let first_of_stage = || steps().iter().find(|step| step.stage == self.stage).map_or(0, |step| step.step);
        self.step.unwrap_or_else(first_of_stage)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn the_shipped_data_has_25_steps_and_50_materials() {
        let numbers: Vec<_> = steps().iter().map(|step| step.step).collect();
        assert_eq!(numbers, (1..=25).collect::<Vec<_>>());
        assert!(steps().iter().all(|step| (1..=5).contains(&step.stage)));

        let codes: std::collections::BTreeSet<_> = materials().iter().map(|material| &material.code).collect();
        assert_eq!(codes.len(), 50);
        for material in materials() {
            let step = steps().iter().find(|step| step.step == material.wanted_at());
            assert!(step.is_some_and(|step| step.stage == material.stage), "{}", material.code);
        }
        assert!(codes.contains(&THOUGHT_REPORT.to_owned()));
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
        for step in steps() {
            for text in [&step.name, &step.actor, &step.note] {
                let read = in_this_branch(text, false);
                assert!(!read.contains("支委会") && !read.contains("委员会"), "{read}");
            }
        }
    }
}

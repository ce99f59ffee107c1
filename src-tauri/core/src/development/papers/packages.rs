//! The papers that go to the superior together, or into the archive: a list of them, then those that can be drawn up.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::archive::{copy, state};
use super::draft::{Draft, Source};
use super::{Form, REVIEW, ROOMS, find};
use crate::desk::Door;
use crate::development::catalogue::{self, Material};
use crate::development::entries::{EntryField as F, EntryId, EntryKind};
use crate::development::{DevelopmentError, DevelopmentFileId, MaterialNeed, MaterialState};
use crate::outside::{Block, Column, Page, Writing};
use crate::paper::Drawn;
use crate::values::{date_title, numerals, titled};

/// Papers that go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DevelopmentPackage {
    /// For the superior's pre-examination
    PreExamination,
    /// For the superior's approval
    Approval,
    #[serde(rename = "stage_1")]
    Stage1,
    #[serde(rename = "stage_2")]
    Stage2,
    #[serde(rename = "stage_3")]
    Stage3,
    #[serde(rename = "stage_4")]
    Stage4,
    #[serde(rename = "stage_5")]
    Stage5,
    /// For the archive (D29)
    Archive,
}

titled! { DevelopmentPackage {
    PreExamination => "预审材料",
    Approval => "审批材料",
    Stage1 => "申请入党阶段材料",
    Stage2 => "入党积极分子阶段材料",
    Stage3 => "发展对象阶段材料",
    Stage4 => "接收预备党员阶段材料",
    Stage5 => "预备党员转正阶段材料",
    Archive => "归档材料",
} }

/// A paper of a package that has no code: the certificate of the training.
const CERTIFICATE: &str = "certificate";

impl DevelopmentPackage {
    /// The codes of its papers, in the order of the list.
    fn codes<'a>(self, draft: &Draft<'a>) -> Vec<&'a str> {
        let stage = match self {
            Self::PreExamination => {
                return vec!["4-1a", "2-6", "1-1", "3-11", CERTIFICATE, "2-5", "3-0", "3-9"];
            }
            Self::Approval => return vec!["4-5", "4-3", "1-1", "2-6", "3-9", CERTIFICATE, "4-4a", "4-4b"],
            Self::Archive => {
                let codes = ["5-12", "5-13", "4-3", "1-1", "2-6", "3-7", "3-8", "3-9", "5-0a", "5-2"];
                return codes.into_iter().filter(|code| draft.is_known_then(code)).collect();
            }
            Self::Stage1 => 1,
            Self::Stage2 => 2,
            Self::Stage3 => 3,
            Self::Stage4 => 4,
            Self::Stage5 => 5,
        };
        let is_listed = |material: &&Material| {
            material.stage == stage
                && (material.need == MaterialNeed::Required && draft.is_known_then(&material.code)
                    || draft.file.paper(&material.code).is_some())
        };
        draft.source.materials.iter().filter(is_listed).map(|material| material.code.as_str()).collect()
    }
}

impl Draft<'_> {
    /// The text of its step's day asks for the paper; the forms of 2026 are none of those who were converted before.
    fn is_known_then(&self, code: &str) -> bool {
        let material = self.source.materials.iter().find(|material| material.code == code);
        material.is_some_and(|material| {
            let day = self.file.done_on(material.wanted_at()).unwrap_or(self.source.today);
            material.need != MaterialNeed::Required || material.is_required_on(day)
        })
    }

    /// What a paper is called here.
    fn name_of(&self, code: &str) -> String {
        let material = self.source.materials.iter().find(|material| material.code == code);
        if let Some(material) = material {
            return catalogue::in_this_branch(&material.name, self.has_committee);
        }
        let number = self.text(EntryKind::Training, F::Certificate);
        let number = if number.is_empty() { number } else { format!("（编号{number}）") };
        format!("短期集中培训结业证书{number}")
    }
}

pub(super) fn paper(
    door: &Door<'_>,
    file: DevelopmentFileId,
    package: DevelopmentPackage,
) -> Result<Drawn, DevelopmentError> {
    let (writing, reviews) = door.read::<_, DevelopmentError>(|reader| {
        let source = Source::of(door, reader, file)?;
        let draft = source.draft(reader, 0, None)?;
        let codes = package.codes(&draft);
        let forms: Vec<_> = codes.iter().filter_map(|code| find(code)).collect();
        let title = format!("{}（{}）", package.title(), draft.name());
        let lines = [draft.letter.branch.clone(), title.clone()].into_iter().filter(|line| !line.is_empty()).collect();
        let mut blocks = vec![Block::Title { lines }, cover(&draft, &codes)];
        blocks.push(Block::hands(["报送人", "接收人"], None));
        for form in &forms {
            for entry in each(&source, form.code) {
                blocks.extend(on_a_new_page(source.form(reader, form, entry)?));
            }
        }
        let reviews = forms.iter().any(|form: &&Form| form.reviews);
        Ok((Writing { title, branch: draft.letter.branch.clone(), page: Page::Form, blocks }, reviews))
    })?;
    let drawn = Drawn::writing(writing, ROOMS);
    Ok(if reviews { drawn.disclosing(REVIEW) } else { drawn })
}

/// No., paper, date, pages, original or copy, there or not.
fn cover(draft: &Draft<'_>, codes: &[&str]) -> Block {
    let columns = vec![
        Column::mm(12.0, "序号"),
        Column::mm(16.0, "编号"),
        Column::share(1.0, "材料"),
        Column::mm(33.0, "日期"),
        Column::mm(13.0, "页数"),
        Column::mm(22.0, "原件或复印"),
        Column::mm(16.0, "有无"),
    ];
    let mut rows = Vec::new();
    for code in codes {
        let there = draft.file.papers(code).filter(|record| record.state == MaterialState::Present);
        let mut lines: Vec<_> = there
            .map(|record| {
                let pages = record.pages.map(|pages| pages.to_string()).unwrap_or_default();
                [record.dated.map(date_title).unwrap_or_default(), pages, copy(record).to_owned(), "已有".to_owned()]
            })
            .collect();
        if lines.is_empty() {
            let [dated, pages, copy] = Default::default();
            lines.push([dated, pages, copy, state(draft, code).to_owned()]);
        }
        let shown = if *code == CERTIFICATE { String::new() } else { (*code).to_owned() };
        for line in lines {
            let head = [(rows.len() + 1).to_string(), shown.clone(), draft.name_of(code)];
            rows.push(head.into_iter().chain(line).collect());
        }
    }
    Block::table(columns, rows)
}

/// A letter of the political review is drawn for each that was sent; of everything else there is one.
fn each(source: &Source<'_>, code: &str) -> Vec<Option<EntryId>> {
    let sent: Vec<_> = source.file.all(EntryKind::ReviewLetter).map(|entry| entry.id).collect();
    if ["3-7", "3-8"].contains(&code) && !sent.is_empty() { sent } else { vec![None] }
}

/// A paper within a package: on a new page under its own title. A letter's headings get their numbers here, for the pages of
/// forms number none.
fn on_a_new_page(writing: Writing) -> Vec<Block> {
    let mut heads = 0;
    let mut number = || {
        heads += 1;
        numerals::numeral(heads)
    };
    let own = |block| match block {
        Block::Head { text } => Block::Text { text: format!("{}、{text}", number()) },
        other => other,
    };
    std::iter::once(Block::NewPage {}).chain(writing.blocks.into_iter().map(own)).collect()
}

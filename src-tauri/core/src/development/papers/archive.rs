//! The papers of the end: whether everything is there, the list that goes along, and what explains a gap.

use super::Form;
use super::draft::Draft;
use super::parts::{fields, grid, opinion, person, signed};
use crate::development::catalogue::{self, Material};
use crate::development::entries::{EntryField as F, EntryKind};
use crate::development::{MaterialRecord, MaterialState};
use crate::outside::{Block, Column, Fact};
use crate::values::date_title;

pub(super) const FORMS: &[Form] = &[
    Form::sheet("5-12", "党员档案完整性的审核意见", completeness),
    Form::sheet("5-13", "党员档案材料清单", list),
    Form::letter("explanation", "情况说明", explanation),
];

/// Rows for a hand, where nothing was entered.
const EMPTY_ROWS: usize = 12;

/// The state of a paper in one word; nothing where nothing was said.
pub(super) fn state(draft: &Draft<'_>, code: &str) -> &'static str {
    match draft.file.papers(code).next() {
        None => "",
        Some(_) => draft.file.material_state(code).title(),
    }
}

/// Original or copy, where that was said.
pub(super) fn copy(record: &MaterialRecord) -> &'static str {
    record.is_copy.map_or("", |is_copy| if is_copy { "复印件" } else { "原件" })
}

fn completeness(draft: &Draft<'_>) -> Vec<Block> {
    let columns = vec![
        Column::mm(18.0, "编号"),
        Column::share(1.0, "材料"),
        Column::mm(24.0, "情况"),
        Column::share(0.7, "备注"),
    ];
    let is_wanted = |material: &&Material| {
        let step = material.wanted_at();
        let day = draft.file.done_on(step).unwrap_or(draft.source.today);
        material.is_required_on(day) && step <= draft.file.last_step()
    };
    let row = |material: &Material| {
        let notes = draft.file.papers(&material.code).map(|record| record.note.as_str());
        let note = notes.filter(|note| !note.is_empty()).collect::<Vec<_>>().join("；");
        let name = catalogue::in_this_branch(&material.name, draft.has_committee);
        vec![material.code.clone(), name, draft.file.material_state(&material.code).title().to_owned(), note]
    };
    let mut rows: Vec<_> = draft.source.materials.iter().filter(is_wanted).map(row).collect();
    if rows.is_empty() {
        rows = vec![vec![String::new(); 4]; EMPTY_ROWS];
    }
    vec![
        grid(person(draft)),
        Block::table(columns, rows),
        grid(vec![opinion("审核意见", "", "支部书记（签字）")]),
        Block::hands(["审核人", "审核人"], None),
    ]
}

fn list(draft: &Draft<'_>) -> Vec<Block> {
    let columns = vec![
        Column::mm(12.0, "序号"),
        Column::share(1.0, "材料名称"),
        Column::mm(33.0, "日期"),
        Column::mm(14.0, "页数"),
        Column::mm(22.0, "原件或复印"),
        Column::share(0.5, "备注"),
    ];
    let there = draft.source.materials.iter().flat_map(|material| {
        let records = draft.file.papers(&material.code).filter(|record| record.state == MaterialState::Present);
        records.map(move |record| (material, record))
    });
    let row = |(number, (material, record)): (usize, (&Material, &MaterialRecord))| {
        vec![
            (number + 1).to_string(),
            catalogue::in_this_branch(&material.name, draft.has_committee),
            record.dated.map(date_title).unwrap_or_default(),
            record.pages.map(|pages| pages.to_string()).unwrap_or_default(),
            copy(record).to_owned(),
            record.note.clone(),
        ]
    };
    let mut rows: Vec<_> = there.enumerate().map(row).collect();
    if rows.is_empty() {
        rows = vec![vec![String::new(); 6]; EMPTY_ROWS];
    }
    let archived = draft.one(EntryKind::Archive);
    let mut facts = person(draft);
    facts.extend(fields(archived, &[F::Receiver, F::ArchiveKind, F::Pages, F::HandedBy]));
    facts.push(Fact::new("移交日期", draft.on(EntryKind::Archive)));
    vec![grid(facts), Block::table(columns, rows), Block::hands(["移交人", "接收人"], None)]
}

fn explanation(draft: &Draft<'_>) -> Vec<Block> {
    let entry = draft.one(EntryKind::Explanation);
    let text = |field| entry.map(|entry| entry.values.text(field)).unwrap_or_default();
    let about = text(F::About);
    let about = if about.is_empty() { String::new() } else { format!("关于{about}") };
    let mut blocks = vec![
        Block::text(format!("现就{}的发展党员档案说明如下：{about}", draft.name())),
        Block::Words { text: text(F::Content).to_owned() },
    ];
    blocks.extend(signed(draft, entry.map(|entry| entry.on), Some("支部书记")));
    blocks
}

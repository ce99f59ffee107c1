//! The papers of the first stage: from the application to the talk, and the running record of all 25 steps.

use super::Form;
use super::draft::Draft;
use super::parts::{day, fields, grid, guides, life, opinion, person, step_name, way, words};
use crate::development::GuideRole;
use crate::development::entries::{Entry, EntryField as F, EntryKind};
use crate::development::file::step;
use crate::outside::{Block, Column, Fact};
use crate::values::date_title;

pub(super) const FORMS: &[Form] = &[
    Form::sheet("1-2", "同入党申请人的谈话记录", talk),
    Form::sheet("1-2-1", "入党申请人有关事项报告表", own_report),
    Form::sheet("1-2-2", "入党申请人情况调查登记表", inquiry),
    Form::sheet("1-3", "发展党员工作全程纪实表", whole_way).reviewing(),
];

fn talk(draft: &Draft<'_>) -> Vec<Block> {
    let talk = draft.one(EntryKind::Talk);
    let mut facts = vec![Fact::new("谈话对象", draft.name()), day("谈话日期", talk.map(|talk| talk.on))];
    facts.extend(fields(talk, &[F::Talkers, F::TalkerPost, F::Place]));
    facts.extend(fields(talk, &[F::Experience, F::Understanding, F::Motive, F::Conduct, F::FamilyState, F::Explained]));
    vec![grid(facts), Block::hands(["谈话人", "谈话对象"], None)]
}

fn own_report(draft: &Draft<'_>) -> Vec<Block> {
    let own = |field: F| Fact::new(field.title(), draft.file.person.details.spoken(field));
    let mut facts = person(draft);
    facts.extend([F::FormerName, F::NativePlace, F::LeagueJoined, F::Mobile, F::Household, F::Residence].map(own));
    facts.extend(way(draft, &[EntryKind::Application]));
    facts.extend(life(draft));
    facts.push(words("需要向党组织说明的问题", ""));
    vec![grid(facts), Block::hands(["入党申请人"], None)]
}

fn inquiry(draft: &Draft<'_>) -> Vec<Block> {
    let mut facts = person(draft);
    facts.extend(way(draft, &[EntryKind::Application, EntryKind::Talk]));
    facts.extend([
        words("家庭主要成员", draft.file.person.details.text(F::Family)),
        words("主要社会关系", draft.file.person.details.text(F::Relations)),
        words("本人表现和遵纪守法情况", &draft.text(EntryKind::Talk, F::Conduct)),
        words("调查经过和结果", ""),
        opinion("支部意见", "", "支部书记（签字）"),
    ]);
    vec![grid(facts), Block::hands(["调查人", "调查人"], None)]
}

fn whole_way(draft: &Draft<'_>) -> Vec<Block> {
    let columns = vec![
        Column::mm(12.0, "序号"),
        Column::share(1.0, "步骤"),
        Column::mm(31.0, "时间"),
        Column::share(1.6, "内容、结果"),
        Column::mm(26.0, "责任人签字"),
    ];
    let row = |number: u32| {
        let done: Vec<_> = EntryKind::of_step(number).into_iter().flat_map(|kind| draft.file.all(kind)).collect();
        let days: Vec<_> = done.iter().map(|entry| date_title(entry.on)).collect();
        let mut results: Vec<_> = done.iter().map(|entry| outcome(draft, entry)).collect();
        results.retain(|text| !text.is_empty());
        vec![number.to_string(), step_name(draft, number), days.join("\n"), results.join("\n"), String::new()]
    };
    let rows = (1..=step::ARCHIVED).map(row).collect();
    vec![grid(person(draft)), Block::table(columns, rows)]
}

/// What came of a step, in the few words that the entry has for it.
fn outcome(draft: &Draft<'_>, entry: &Entry) -> String {
    const SAID: [F; 10] = [
        F::ConversionOutcome,
        F::Outcome,
        F::Answer,
        F::AnsweredBy,
        F::Verdict,
        F::Result,
        F::Talkers,
        F::Organizer,
        F::Group,
        F::Receiver,
    ];
    let guides = match entry.kind {
        EntryKind::MentorsNamed => guides(draft, GuideRole::Mentor),
        EntryKind::SponsorsNamed => guides(draft, GuideRole::Sponsor),
        _ => Vec::new(),
    };
    let said = SAID.iter().map(|field| entry.values.spoken(*field)).chain(guides).chain([entry.note.clone()]);
    said.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("，")
}

//! The papers of the second stage: naming an activist, and the year of training after it.

use super::Form;
use super::draft::Draft;
use super::parts::{
    date, day, decision_record, fields, from_to, grid, guides_cell, letter, life, not_the_official_style, opinion,
    person, superiors, way, words,
};
use crate::development::GuideRole;
use crate::development::entries::{Entry, EntryField as F, EntryKind};
use crate::outside::{Block, Column, Fact};
use crate::values::date_title;

pub(super) const FORMS: &[Form] = &[
    Form::sheet("2-1", "推荐入党积极分子人选登记表", recommendation),
    Form::sheet("2-2", "支部委员会确定入党积极分子会议记录", decision),
    Form::sheet("2-3", "入党积极分子备案登记表", filing),
    Form::letter("2-4", "关于确定{name}为入党积极分子的备案报告", report),
    Form::sheet("2-6", "入党积极分子培养考察登记表", examination),
];

fn recommendation(draft: &Draft<'_>) -> Vec<Block> {
    let entry = draft.one(EntryKind::Recommendation);
    let mut facts = person(draft);
    facts.extend(way(draft, &[EntryKind::Application]));
    facts.push(day("推荐日期", entry.map(|entry| entry.on)));
    facts.extend(fields(entry, &[F::Way, F::Expected, F::Present, F::VotesFor]));
    let said = entry.map(|entry| entry.values.text(F::Opinion)).unwrap_or_default();
    facts.push(opinion("推荐意见", said, "推荐负责人（签字）"));
    facts.push(opinion(
        &format!("{}意见", draft.organ()),
        &draft.text(EntryKind::Activist, F::Opinion),
        "支部书记（签字）",
    ));
    vec![grid(facts)]
}

fn decision(draft: &Draft<'_>) -> Vec<Block> {
    decision_record(draft, EntryKind::Activist, format!("讨论确定{}为入党积极分子", draft.name()))
}

fn filing(draft: &Draft<'_>) -> Vec<Block> {
    let mut facts = person(draft);
    let own = &draft.file.person.details;
    facts.push(Fact::new("入团日期", own.spoken(F::LeagueJoined)));
    facts.extend(way(draft, &[EntryKind::Application, EntryKind::Recommendation]));
    facts.push(Fact::new("产生方式", draft.text(EntryKind::Recommendation, F::Way)));
    facts.extend(way(draft, &[EntryKind::Activist]));
    facts.push(guides_cell(draft, GuideRole::Mentor));
    facts.push(opinion("支部意见", &draft.text(EntryKind::Activist, F::Opinion), "支部书记（签字）"));
    facts.extend(superiors());
    vec![grid(facts)]
}

fn report(draft: &Draft<'_>) -> Vec<Block> {
    let decided = date(draft.file.on(EntryKind::Activist));
    let (organ, name) = (draft.organ(), draft.name());
    let text = format!("{decided}，{organ}讨论确定{name}为入党积极分子。现将名册报上：");
    let known = vec![
        day("申请日期", draft.file.on(EntryKind::Application)),
        day("确定日期", draft.file.on(EntryKind::Activist)),
        Fact { name: "联系人".to_owned(), ..guides_cell(draft, GuideRole::Mentor) },
    ];
    let sent = draft.day_of(EntryKind::ActivistFiling, F::SentOn);
    letter(draft, sent, text, known, "特此报告，请予备案。")
}

fn examination(draft: &Draft<'_>) -> Vec<Block> {
    let mut facts = person(draft);
    let own = |field: F| Fact::new(field.title(), draft.file.person.details.spoken(field));
    facts.extend([F::NativePlace, F::LeagueJoined].map(own));
    facts.extend(way(draft, &[EntryKind::Application, EntryKind::Activist]));
    facts.extend(life(draft));
    facts.push(words("推荐情况", &draft.text(EntryKind::Recommendation, F::Opinion)));
    vec![
        not_the_official_style(),
        grid(facts),
        Block::text("培养联系人"),
        mentors(draft),
        reviews(draft, EntryKind::Review),
        Block::text("参加培训"),
        trainings(draft),
        grid(vec![
            opinion(
                &format!("{}确定发展对象的意见", draft.organ()),
                &draft.text(EntryKind::CandidateMeeting, F::Opinion),
                "支部书记（签字）",
            ),
            opinion("上级党委意见", "", "（盖章）"),
        ]),
    ]
}

fn mentors(draft: &Draft<'_>) -> Block {
    let columns =
        vec![Column::mm(30.0, "姓名").centred(), Column::mm(70.0, "起止日期"), Column::share(1.0, "更换原因")];
    let row = |guide: &crate::development::Guide| {
        let until = guide.until.map(date_title).unwrap_or_default();
        vec![guide.name.clone(), format!("{}—{until}", date(guide.since)), guide.why.clone()]
    };
    let mut rows: Vec<_> = draft.file.guides_of(GuideRole::Mentor).map(|(_, guide)| row(guide)).collect();
    if rows.is_empty() {
        rows = vec![vec![String::new(); 3]; 2];
    }
    Block::Table { columns, rows, foot: String::new(), roomy: true }
}

/// Each examination with its opinions; as long as there is none, room for one.
pub(super) fn reviews(draft: &Draft<'_>, kind: EntryKind) -> Block {
    let done: Vec<_> = draft.file.all(kind).map(Some).collect();
    let mut facts = Vec::new();
    for entry in if done.is_empty() { vec![None] } else { done } {
        facts.push(Fact::wide("考察日期", entry.map(|entry| date_title(entry.on)).unwrap_or_default()));
        facts.extend(opinions(entry, kind));
    }
    grid(facts)
}

fn opinions(entry: Option<&Entry>, kind: EntryKind) -> Vec<Fact> {
    let said = |field: F| entry.map(|entry| entry.values.text(field)).unwrap_or_default();
    let all: &[(F, &str, &str)] = if kind == EntryKind::ProbationReview {
        &[
            (F::SelfReview, "本人小结", "本人（签字）"),
            (F::GroupOpinion, "党小组意见", "党小组组长（签字）"),
            (F::SponsorOpinions, "入党介绍人（培养联系人）意见", "（签字）"),
            (F::BranchOpinion, "支部意见", "支部书记（签字）"),
        ]
    } else {
        &[
            (F::MentorOpinion, "培养联系人意见", "培养联系人（签字）"),
            (F::GroupOpinion, "党小组意见", "党小组组长（签字）"),
            (F::BranchOpinion, "支部意见", "支部书记（签字）"),
        ]
    };
    all.iter().map(|(field, name, role)| opinion(name, said(*field), role)).collect()
}

fn trainings(draft: &Draft<'_>) -> Block {
    let columns = vec![
        Column::mm(70.0, "起止日期"),
        Column::share(1.0, "主办单位"),
        Column::mm(18.0, "天数"),
        Column::mm(18.0, "学时"),
        Column::mm(18.0, "结果"),
    ];
    let row = |entry: &Entry| {
        let told = |field| entry.values.spoken(field);
        let until = from_to(Some(entry.on), entry.values.day(F::EndsOn));
        vec![until, told(F::Organizer), told(F::Days), told(F::Hours), told(F::Result)]
    };
    let mut rows: Vec<_> = draft.file.all(EntryKind::ActivistTraining).map(row).collect();
    if rows.is_empty() {
        rows = vec![vec![String::new(); 5]; 2];
    }
    Block::Table { columns, rows, foot: String::new(), roomy: true }
}

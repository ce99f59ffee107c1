//! The papers of the third stage: opinions, the decision, the notice, the political review, the training.

use super::Form;
use super::draft::Draft;
use super::parts::{
    date, day, decision_record, fields, grid, guides_cell, letter, notice, notice_outcome, opinion, or_gap, or_lines,
    person, signed, superiors, way,
};
use crate::development::GuideRole;
use crate::development::entries::{Entry, EntryField as F, EntryKind};
use crate::development::law::LawText;
use crate::outside::{Block, Fact};
use crate::values::date_title;

pub(super) const FORMS: &[Form] = &[
    Form::sheet("3-0", "听取意见（座谈会）记录", opinions),
    Form::sheet("3-1", "发展对象人选备案登记表", filing),
    Form::sheet("3-2", "支部委员会讨论发展对象人选会议记录", decision),
    Form::letter("3-3", "关于确定发展对象人选的公示", public_notice),
    Form::sheet("3-4", "发展对象人选公示情况登记表", outcome),
    Form::letter("3-5", "", report).told(report_title),
    Form::letter("3-7", "发展对象政治审查函", review_letter).reviewing(),
    Form::sheet("3-8", "发展对象政治审查回函", review_answer).of_others(),
    Form::letter("3-9", "关于{name}政治审查情况的报告", review_report).reviewing(),
    Form::sheet("3-11", "发展对象短期集中培训情况登记表", training),
];

const SO_FAR: [EntryKind; 2] = [EntryKind::Application, EntryKind::Activist];

fn opinions(draft: &Draft<'_>) -> Vec<Block> {
    let entry = draft.one(EntryKind::CandidateOpinions);
    let mut facts = vec![Fact::new("听取意见的对象", draft.name()), day("座谈日期", entry.map(|entry| entry.on))];
    facts.extend(way(draft, &SO_FAR));
    facts.extend(fields(entry, &[F::Place, F::Host, F::Attendees, F::PersonPresent, F::AllSpoke]));
    facts.extend(fields(entry, &[F::GroupOpinion, F::MentorOpinion, F::MembersOpinion, F::MassesOpinion]));
    facts.push(opinion("支部意见", "", "支部书记（签字）"));
    vec![grid(facts), Block::hands(["主持人", "记录人"], None)]
}

fn filing(draft: &Draft<'_>) -> Vec<Block> {
    let mut facts = person(draft);
    facts.extend(way(
        draft,
        &[EntryKind::Application, EntryKind::Recommendation, EntryKind::Activist, EntryKind::CandidateMeeting],
    ));
    facts.push(guides_cell(draft, GuideRole::Mentor));
    facts.push(guides_cell(draft, GuideRole::Sponsor));
    facts.push(opinion(
        "培养联系人意见",
        &draft.text(EntryKind::CandidateOpinions, F::MentorOpinion),
        "培养联系人（签字）",
    ));
    facts.push(opinion("支部意见", &draft.text(EntryKind::CandidateMeeting, F::Opinion), "支部书记（签字）"));
    facts.extend(superiors());
    vec![grid(facts)]
}

fn decision(draft: &Draft<'_>) -> Vec<Block> {
    decision_record(draft, EntryKind::CandidateMeeting, format!("讨论拟将{}列为发展对象", draft.name()))
}

/// What a notice and its outcome say of the way so far.
fn known(draft: &Draft<'_>) -> Vec<Fact> {
    vec![
        day("申请日期", draft.file.on(EntryKind::Application)),
        Fact::new("积极分子", draft.on(EntryKind::Activist)),
        Fact::new("讨论拟列", draft.on(EntryKind::CandidateMeeting)),
        Fact { name: "联系人".to_owned(), ..guides_cell(draft, GuideRole::Mentor) },
    ]
}

fn public_notice(draft: &Draft<'_>) -> Vec<Block> {
    let (organ, name) = (draft.organ(), draft.name());
    let intended = format!("经{organ}讨论，拟将{name}列为发展对象。按照发展党员工作的有关规定，现予公示：");
    notice(draft, EntryKind::CandidateNotice, intended, known(draft))
}

fn outcome(draft: &Draft<'_>) -> Vec<Block> {
    notice_outcome(draft, EntryKind::CandidateNotice, way(draft, &SO_FAR))
}

/// Under the text of 2014 the superior files it, under that of 2026 the superior has to agree.
fn asks(draft: &Draft<'_>) -> bool {
    let on = draft.day_of(EntryKind::CandidateConsent, F::SentOn);
    LawText::on(on.or(draft.file.on(EntryKind::CandidateMeeting)).unwrap_or(draft.day)) == LawText::Of2026
}

fn report_title(draft: &Draft<'_>) -> String {
    let name = draft.name();
    if asks(draft) {
        format!("关于拟将{name}列为发展对象的请示")
    } else {
        format!("关于确定{name}为发展对象的备案报告")
    }
}

fn report(draft: &Draft<'_>) -> Vec<Block> {
    let decided = date(draft.file.on(EntryKind::CandidateMeeting));
    let (organ, name) = (draft.organ(), draft.name());
    let text = format!("{decided}，{organ}讨论了发展对象人选，拟将{name}列为发展对象。现将名册报上：");
    let close = if asks(draft) { "妥否，请批复。" } else { "特此报告，请予备案。" };
    letter(draft, draft.day_of(EntryKind::CandidateConsent, F::SentOn), text, known(draft), close)
}

fn review_letter(draft: &Draft<'_>) -> Vec<Block> {
    let to = draft.text(EntryKind::ReviewLetter, F::To);
    let [about, relation] = [F::About, F::Relation].map(|field| draft.text(EntryKind::ReviewLetter, field));
    let mut blocks = vec![
        Block::Addressee { text: format!("{}：", or_gap(&to)) },
        Block::text(format!("我支部正在对发展对象{}进行政治审查，需要了解以下人员的情况：", draft.name())),
        grid(vec![
            Fact::new("被函调人", about),
            Fact::new("与其关系", relation),
            Fact::new("征求范围", draft.text(EntryKind::ReviewLetter, F::AskedAt)),
        ]),
        Block::text(format!(
            "请就其政治历史和政治立场、现实表现、遵纪守法等情况函复我支部，由经办人签字并加盖党组织印章。\n联系电话：{}。",
            or_gap(&draft.letter.phone)
        )),
    ];
    blocks.extend(signed(draft, draft.one(EntryKind::ReviewLetter).map(|entry| entry.on), None));
    blocks
}

fn review_answer(draft: &Draft<'_>) -> Vec<Block> {
    let about = draft.text(EntryKind::ReviewLetter, F::About);
    let asked = date(draft.one(EntryKind::ReviewLetter).map(|entry| entry.on));
    let room = |name: &str| Fact::wide(name, or_lines("", 6));
    vec![
        Block::Addressee { text: format!("{}：", or_gap(&draft.letter.branch)) },
        Block::text(format!(
            "{asked}关于发展对象{}政治审查的来函收悉。现将{}的情况函复如下：",
            draft.name(),
            or_gap(&about)
        )),
        grid(vec![
            room("政治历史和政治立场"),
            room("现实表现"),
            room("遵纪守法情况"),
            room("需要说明的其他情况"),
            opinion("党组织意见", "", "经办人（签字、盖章）"),
        ]),
    ]
}

fn review_report(draft: &Draft<'_>) -> Vec<Block> {
    let review = draft.one(EntryKind::PoliticalReview);
    let said = |field| Block::Words { text: review.map(|entry| entry.values.spoken(field)).unwrap_or_default() };
    let mut blocks = vec![Block::head("基本情况"), grid([person(draft), known(draft)].concat())];
    for (head, field) in [
        ("理想信念、政治立场和政治历史", F::Beliefs),
        ("现实表现和遵纪守法情况", F::Conduct),
        ("网络行为", F::NetConduct),
        ("家庭主要成员和重要社会关系", F::FamilyReview),
    ] {
        blocks.extend([Block::head(head), said(field)]);
    }
    let masses = Block::Words { text: draft.text(EntryKind::CandidateOpinions, F::MassesOpinion) };
    blocks.extend([Block::head("群众意见"), masses, Block::head("审查经过"), said(F::Inquiry)]);
    blocks.extend(letters(draft));
    let verdict = match draft.text(EntryKind::PoliticalReview, F::Verdict) {
        verdict if verdict.is_empty() => Block::Words { text: verdict },
        verdict => Block::text(format!("政治审查{verdict}。")),
    };
    blocks.extend([Block::head("结论"), verdict]);
    blocks.extend(signed(draft, review.map(|entry| entry.on), Some("支部书记")));
    blocks
}

/// The letters that were sent, and what came back, a paragraph each.
fn letters(draft: &Draft<'_>) -> Option<Block> {
    let told = |entry: &Entry| {
        let told = |field| entry.values.spoken(field);
        let asked =
            format!("{}向{}发函，了解{}的情况", date_title(entry.on), or_gap(&told(F::To)), or_gap(&told(F::About)));
        match (entry.values.day(F::AnsweredOn), told(F::Answered).replace('\n', " ")) {
            (None, answered) if answered.is_empty() => format!("{asked}。"),
            (on, answered) if answered.is_empty() => format!("{asked}；{}收到回函。", date(on)),
            (on, answered) => format!("{asked}；{}收到回函：{answered}", date(on)),
        }
    };
    let all: Vec<_> = draft.file.all(EntryKind::ReviewLetter).map(told).collect();
    (!all.is_empty()).then(|| Block::text(all.join("\n")))
}

fn training(draft: &Draft<'_>) -> Vec<Block> {
    let entry = draft.one(EntryKind::Training);
    let mut facts = person(draft);
    facts.push(day("开始日期", entry.map(|entry| entry.on)));
    let asked = [F::EndsOn, F::Organizer, F::OrganizerKind, F::Days, F::Hours, F::Held, F::Result, F::Certificate];
    facts.extend(fields(entry, &asked));
    facts.extend(fields(entry, &[F::ExemptReason]));
    facts.push(opinion("主办单位意见", "", "（盖章）"));
    vec![grid(facts)]
}

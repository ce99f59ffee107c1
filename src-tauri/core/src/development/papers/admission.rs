//! The papers of the fourth stage: the pre-examination, the general meeting that admits, and what follows it.

use super::Form;
use super::draft::Draft;
use super::parts::{
    Counts, GAP, date, day, fields, from_to, grid, guides_cell, letter, meeting_hands, meeting_head, opinion, or_gap,
    or_lines, person, said, signed, signed_by, way, words,
};
use crate::development::GuideRole;
use crate::development::entries::{Entry, EntryField as F, EntryKind};
use crate::meetings::{TallyRow, TallySheet, VotedOn};
use crate::outside::{Block, Column, Fact};

pub(super) const FORMS: &[Form] = &[
    Form::letter("4-1a", "关于对发展对象{name}进行预审的请示", pre_examination).reviewing(),
    Form::sheet("4-4", "支部大会讨论接收预备党员会议记录", record),
    Form::sheet("4-4a", "接收预备党员表决票与计票单", ballot),
    Form::letter("4-4b", "关于接收{name}为中共预备党员的决议", resolution),
    Form::letter("4-5", "关于审批{name}为中共预备党员的请示", approval),
    Form::sheet("4-6a", "上级党组织派人谈话记录", superior_talk),
    Form::letter("4-7", "关于预备党员备案的报告", filing).of_others(),
    Form::sheet("announcement", "批准结果通知和宣布记录", announcement),
    Form::sheet("oath", "入党宣誓登记", oath),
];

fn pre_examination(draft: &Draft<'_>) -> Vec<Block> {
    let (organ, name) = (draft.organ(), draft.name());
    let reviewed = date(draft.file.on(EntryKind::CommitteeReview));
    let text = format!("{reviewed}，{organ}对发展对象{name}进行了审查。现将有关情况和材料报上：");
    let verdict = draft.text(EntryKind::PoliticalReview, F::Verdict);
    let known = vec![
        day("申请日期", draft.file.on(EntryKind::Application)),
        day("积极分子", draft.file.on(EntryKind::Activist)),
        day("发展对象", draft.file.candidate_on()),
        Fact::new("政治审查", verdict),
        Fact::new("集中培训", draft.text(EntryKind::Training, F::Result)),
        Fact { name: "介绍人".to_owned(), ..guides_cell(draft, GuideRole::Sponsor) },
        Fact::wide("审查意见", draft.text(EntryKind::CommitteeReview, F::Opinion)),
    ];
    letter(draft, draft.day_of(EntryKind::PreExamination, F::SentOn), text, known, "妥否，请予预审。")
}

fn record(draft: &Draft<'_>) -> Vec<Block> {
    let entry = draft.one(EntryKind::Admission);
    let text = |field| entry.map(|entry| entry.values.spoken(field)).unwrap_or_default();
    let committee = if draft.has_committee { "支委会报告审查情况" } else { "报告审查情况" };
    let mut facts = meeting_head(draft, entry, EntryKind::Admission);
    facts.push(Fact::wide("议题", format!("讨论接收{}为中共预备党员", draft.name())));
    facts.push(Fact::new("申请人作了汇报", text(F::OwnReport)));
    facts.push(Fact::new("介绍人作了介绍", text(F::SponsorsSpoke)));
    facts.push(Fact::new(committee, text(F::CommitteeReported)));
    facts.push(Fact::new("到会党员作了讨论", text(F::Discussed)));
    facts.push(Fact::wide("本人向党组织说明的问题", or_lines(&text(F::ToExplain), 2)));
    facts.push(Fact::wide("讨论情况（逐人记录）", or_lines(&said(draft, entry), 5)));
    facts.extend(ballots(entry));
    facts.push(vote(draft, entry));
    facts.push(words("大会决议", &decided(draft, entry)));
    vec![grid(facts), meeting_hands()]
}

/// The ballots that went out and came back.
pub(super) fn ballots(entry: Option<&Entry>) -> Vec<Fact> {
    let count = |(name, field): (&str, F)| {
        let count = entry.and_then(|entry| entry.values.count(field));
        Fact::new(name, count.map(|count| format!("{count} 张")).unwrap_or_default())
    };
    [("发出表决票", F::Issued), ("收回表决票", F::Collected), ("无效票", F::Invalid)].map(count).into()
}

/// How the vote went.
pub(super) fn vote(draft: &Draft<'_>, entry: Option<&Entry>) -> Fact {
    let counts = entry.map(|entry| Counts::of(draft, entry)).unwrap_or_default();
    Fact::wide("表决情况", counts.sentence())
}

/// What the meeting came to, as far as that is known.
fn decided(draft: &Draft<'_>, entry: Option<&Entry>) -> String {
    let Some(counts) = entry.map(|entry| Counts::of(draft, entry)) else { return String::new() };
    match counts.passed {
        Some(true) => counts.passed_with(&format!("同意接收{}为中共预备党员", draft.name())),
        Some(false) => counts.failed_with("未获通过"),
        None => String::new(),
    }
}

fn ballot(draft: &Draft<'_>) -> Vec<Block> {
    let entry = draft.one(EntryKind::Admission);
    let subject = format!("接收{}为中共预备党员", draft.name());
    let columns = vec![
        Column::share(1.0, "表决事项").centred(),
        Column::mm(26.0, "赞成"),
        Column::mm(26.0, "不赞成"),
        Column::mm(26.0, "弃权"),
    ];
    let rows = vec![[vec![subject.clone()], vec![String::new(); 3]].concat()];
    let how = "填写说明：赞成、不赞成、弃权只选一项，在相应的栏内画“○”；多选的无效，不画的按弃权计。";
    let mut blocks = vec![
        Block::text("表决票（按有表决权的到会人数复印）"),
        Block::Table { columns, rows, foot: how.to_owned(), roomy: true },
        Block::text("计票单"),
    ];
    // The tally sheet is the meetings'; its title stands above already.
    blocks.extend(tally(draft, entry, subject).into_iter().skip(1));
    blocks
}

fn tally(draft: &Draft<'_>, entry: Option<&Entry>, subject: String) -> Vec<Block> {
    let meeting = entry.and_then(|entry| draft.meeting(entry));
    let counts = entry.map(|entry| Counts::of(draft, entry)).unwrap_or_default();
    let own = |field| entry.and_then(|entry| entry.values.count(field));
    let view = entry.and_then(|entry| draft.vote(entry));
    let cast = |field, of: fn(&crate::meetings::VoteView) -> u32| view.map(of).or_else(|| own(field));
    let result = match counts.passed {
        Some(true) => "通过",
        Some(false) => "未通过",
        None => "",
    };
    let sheet = TallySheet {
        branch: String::new(),
        title: String::new(),
        of: VotedOn::Motion,
        meeting: meeting.map(|meeting| meeting.head.title.clone()).unwrap_or_default(),
        on: entry.map_or(draft.day, |entry| entry.on),
        place: meeting.map(|meeting| meeting.head.place.clone()).unwrap_or_default(),
        seats: 0,
        counts: [
            ("应到会有表决权人数", counts.expected),
            ("实到会有表决权人数", counts.present),
            ("发出表决票", own(F::Issued)),
            ("收回表决票", own(F::Collected)),
            ("无效票", own(F::Invalid)),
            ("书面意见赞成", counts.written_for),
            ("书面意见不赞成", counts.written_against),
        ]
        .map(|(name, count)| (name.to_owned(), count))
        .into(),
        rows: vec![TallyRow {
            name: subject,
            written_in: false,
            votes_for: cast(F::VotesFor, |view| view.vote.votes_for),
            votes_against: cast(F::VotesAgainst, |view| view.vote.votes_against),
            abstained: cast(F::Abstained, |view| view.vote.abstained),
            result: result.to_owned(),
        }],
        result: view.map(|view| view.announcement.clone()).unwrap_or_default(),
        chief_scrutineer: String::new(),
        scrutineers: Vec::new(),
        counters: Vec::new(),
    };
    let mut blocks = sheet.writing().blocks;
    if entry.is_none() {
        without_date(&mut blocks);
    }
    blocks
}

/// A sheet that is filled in by hand bears no date yet.
fn without_date(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Facts { facts } => {
                facts.iter_mut().filter(|fact| fact.name == "时间").for_each(|fact| fact.parts = vec![String::new()]);
            }
            Block::Hands { rows } => {
                rows.iter_mut().last().into_iter().for_each(|row| *row = vec![crate::outside::Place::OpenDate]);
            }
            _ => {}
        }
    }
}

/// D37: how the person did, who was to come and who came, how they voted, when it was passed, and the secretary's name.
fn resolution(draft: &Draft<'_>) -> Vec<Block> {
    let entry = draft.one(EntryKind::Admission);
    let performance = entry.map(|entry| entry.values.text(F::Performance)).unwrap_or_default();
    let asked = format!("讨论{}的入党问题", draft.name());
    resolution_of(draft, entry, &asked, performance, decided(draft, entry))
}

/// A resolution of the general meeting on somebody.
pub(super) fn resolution_of(
    draft: &Draft<'_>,
    entry: Option<&Entry>,
    asked: &str,
    performance: &str,
    decided: String,
) -> Vec<Block> {
    let on = entry.map(|entry| entry.on);
    let branch = or_gap(&draft.letter.branch);
    let counts = entry.map(|entry| Counts::of(draft, entry)).unwrap_or_default();
    let mut blocks = vec![
        Block::text(format!("{branch}于{}召开支部党员大会，{asked}。", date(on))),
        Block::head("主要表现"),
        Block::Words { text: performance.to_owned() },
        Block::head("到会和表决情况"),
        Block::text(counts.sentence()),
        Block::head("表决结果"),
        Block::Words { text: decided },
    ];
    blocks.extend(signed(draft, on, Some("支部书记")));
    blocks
}

fn approval(draft: &Draft<'_>) -> Vec<Block> {
    let entry = draft.one(EntryKind::Admission);
    let counts = entry.map(|entry| Counts::of(draft, entry)).unwrap_or_default();
    let held = date(entry.map(|entry| entry.on));
    let name = draft.name();
    let text = format!("{held}，支部大会讨论接收{name}为中共预备党员。{}{}", counts.sentence(), decided(draft, entry));
    let known = vec![
        day("申请日期", draft.file.on(EntryKind::Application)),
        day("积极分子", draft.file.on(EntryKind::Activist)),
        day("发展对象", draft.file.candidate_on()),
        day("预审答复", draft.file.on(EntryKind::PreExamination)),
        Fact { name: "介绍人".to_owned(), ..guides_cell(draft, GuideRole::Sponsor) },
    ];
    letter(draft, None, text, known, "现将入党志愿书等材料报上。妥否，请审批。")
}

fn superior_talk(draft: &Draft<'_>) -> Vec<Block> {
    let entry = draft.one(EntryKind::SuperiorTalk);
    let mut facts = vec![Fact::new("谈话对象", draft.name()), day("谈话日期", entry.map(|entry| entry.on))];
    facts.extend(fields(entry, &[F::Talkers, F::SuperiorPost]));
    facts.push(words("谈话情况", ""));
    let said = entry.map(|entry| entry.values.text(F::Opinion)).unwrap_or_default();
    facts.push(opinion("能否入党的意见", said, "谈话人（签字）"));
    vec![Block::text("谈话情况和意见由谈话人写进《入党志愿书》；本表供事先记录。"), grid(facts)]
}

fn filing(draft: &Draft<'_>) -> Vec<Block> {
    let approved = draft.file.approval();
    let name = draft.name();
    let text = format!("{}，经审批，同意接收{name}为中共预备党员。现报请备案：", date(approved.map(|entry| entry.on)));
    let period = |field| approved.and_then(|entry| entry.values.day(field));
    let mut facts = person(draft);
    facts.push(day("大会日期", draft.file.admission().map(|entry| entry.on)));
    facts.push(Fact::wide("预备期", from_to(period(F::ProbationFrom), period(F::ProbationTo))));
    let mut blocks = vec![
        Block::Addressee { text: format!("{GAP}{GAP}：") },
        Block::text(text),
        grid(facts),
        Block::text("特此报告。"),
    ];
    blocks.extend(signed_by(or_gap(&draft.letter.superior), draft.file.on(EntryKind::SuperiorFiling), None));
    blocks
}

fn announcement(draft: &Draft<'_>) -> Vec<Block> {
    let approved = draft.one(EntryKind::Approval);
    let mut facts = vec![Fact::wide("事项", "接收为预备党员")];
    facts.extend(person(draft));
    facts.extend(way(draft, &[EntryKind::Admission]));
    facts.push(day("批复日期", approved.map(|entry| entry.on)));
    facts.extend(fields(
        approved,
        &[F::Answer, F::AnsweredBy, F::ProbationFrom, F::ProbationTo, F::ToldOn, F::AnnouncedOn],
    ));
    let mut blocks = vec![grid(facts)];
    if let Some(converted) = draft.one(EntryKind::ConversionApproval) {
        let mut facts = vec![Fact::wide("事项", "转为正式党员"), day("批复日期", Some(converted.on))];
        facts.extend(fields(Some(converted), &[F::Answer, F::AnsweredBy, F::FullFrom, F::TalkedOn, F::AnnouncedOn]));
        blocks.push(grid(facts));
    }
    blocks.push(grid(vec![words("通知和宣布的情况", "")]));
    blocks.push(Block::hands(["支部书记", "本人"], None));
    blocks
}

fn oath(draft: &Draft<'_>) -> Vec<Block> {
    let entry = draft.one(EntryKind::Oath);
    let mut facts = vec![Fact::new("宣誓人", draft.name()), day("宣誓日期", entry.map(|entry| entry.on))];
    facts.extend(fields(entry, &[F::Place, F::Leader, F::Host]));
    facts.extend(way(draft, &[EntryKind::Approval]));
    facts.push(words("参加人", ""));
    facts.push(words("备注", entry.map(|entry| entry.note.as_str()).unwrap_or_default()));
    vec![grid(facts), Block::hands(["宣誓人", "领誓人", "主持人"], None)]
}

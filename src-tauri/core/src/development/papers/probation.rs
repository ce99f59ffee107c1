//! The papers of the fifth stage up to the decision: the year on probation and how it ends.

use super::Form;
use super::activist::reviews;
use super::admission::{ballots, resolution_of, vote};
use super::draft::Draft;
use super::parts::{
    Counts, GAP, date, day, fields, from_to, grid, guides_cell, letter, life, meeting_hands, meeting_head,
    not_the_official_style, notice, notice_outcome, opinion, or_lines, person, said, superiors, way, words,
};
use crate::development::GuideRole;
use crate::development::deadlines;
use crate::development::entries::{Entry, EntryField as F, EntryKind};
use crate::development::file::Outcome;
use crate::outside::{Block, Fact};
use crate::values::date_title;

pub(super) const FORMS: &[Form] = &[
    Form::sheet("5-0a", "预备党员教育考察登记表", examination),
    Form::sheet("5-1", "预备党员转正审查登记表", review),
    Form::sheet("5-1a", "征求党小组、党员和群众意见记录", opinions),
    Form::sheet("5-1-1", "预备党员转正前情况调查登记表", inquiry).reviewing(),
    Form::letter("5-3", "关于预备党员拟转正的公示", public_notice),
    Form::sheet("5-4", "预备党员转正公示情况登记表", outcome),
    Form::sheet("5-5", "支部大会讨论预备党员转正会议记录", record),
    Form::letter("5-5a", "", resolution).told(resolution_title),
    Form::letter("5-7", "关于审批{name}转为中共正式党员的请示", conversion),
    Form::letter("5-8", "关于取消{name}预备党员资格的请示", revocation).reviewing(),
    Form::letter("5-9", "关于延长{name}预备期的请示", extension).reviewing(),
];

/// The probation as the reply has it, else from the day of the meeting to the last day that belongs to it.
fn probation(draft: &Draft<'_>) -> String {
    let written = |field| draft.file.approval().and_then(|entry| entry.values.day(field));
    let from = written(F::ProbationFrom).or(draft.file.admission().map(|entry| entry.on));
    let over = deadlines::probation_over(draft.file, draft.source.rules, 0).and_then(|day| day.pred_opt());
    from_to(from, written(F::ProbationTo).or(over))
}

fn examination(draft: &Draft<'_>) -> Vec<Block> {
    let mut facts = person(draft);
    facts.extend(way(draft, &[EntryKind::Admission, EntryKind::Approval]));
    facts.push(Fact::wide("预备期", probation(draft)));
    facts.push(guides_cell(draft, GuideRole::Sponsor));
    facts.push(Fact::new("编入的党小组", draft.text(EntryKind::GroupAssignment, F::Group)));
    facts.push(day("入党宣誓日期", draft.file.on(EntryKind::Oath)));
    facts.extend(life(draft));
    vec![not_the_official_style(), grid(facts), reviews(draft, EntryKind::ProbationReview)]
}

/// What people said before the conversion.
fn heard(draft: &Draft<'_>) -> Vec<Fact> {
    let heard = draft.one(EntryKind::ConversionOpinions);
    fields(heard, &[F::GroupOpinion, F::MembersOpinion, F::MassesOpinion])
}

fn review(draft: &Draft<'_>) -> Vec<Block> {
    let mut facts = person(draft);
    facts.extend(way(draft, &[EntryKind::Admission, EntryKind::Approval, EntryKind::ConversionApplication]));
    facts.push(Fact::wide("预备期", probation(draft)));
    facts.push(guides_cell(draft, GuideRole::Sponsor));
    let notice = draft.one(EntryKind::ConversionNotice);
    let until = notice.and_then(|entry| entry.values.day(F::EndsOn));
    facts.push(Fact::wide("公示起止", from_to(notice.map(|entry| entry.on), until)));
    facts.extend(heard(draft));
    facts.push(opinion(
        &format!("{}审查意见", draft.organ()),
        &draft.text(EntryKind::ConversionReview, F::Opinion),
        "支部书记（签字）",
    ));
    facts.push(opinion(
        "支部大会决议",
        &draft.one(EntryKind::Conversion).map_or_else(String::new, |entry| decided(draft, entry)),
        "支部书记（签字）",
    ));
    facts.extend(superiors());
    vec![grid(facts)]
}

fn opinions(draft: &Draft<'_>) -> Vec<Block> {
    let entry = draft.one(EntryKind::ConversionOpinions);
    let mut facts = vec![Fact::new("征求意见的对象", draft.name()), day("日期", entry.map(|entry| entry.on))];
    let said = |field: F| entry.map(|entry| entry.values.text(field)).unwrap_or_default();
    facts.extend(
        [F::GroupOpinion, F::MembersOpinion, F::MassesOpinion]
            .map(|field| opinion(field.title(), said(field), "发表意见的人（签字）")),
    );
    vec![grid(facts), Block::hands(["征求意见的人", "记录人"], None)]
}

fn inquiry(draft: &Draft<'_>) -> Vec<Block> {
    let mut facts = person(draft);
    facts.extend(way(draft, &[EntryKind::Admission, EntryKind::Approval]));
    facts.push(Fact::wide("预备期", probation(draft)));
    let told = |entry: &Entry| {
        let parts = [F::Content, F::Decision].map(|field| entry.values.spoken(field)).join(" ");
        format!("{} {}", date_title(entry.on), parts.trim())
    };
    let cases: Vec<_> = draft.file.all(EntryKind::Discipline).map(told).collect();
    facts.push(words("违纪违法情况", &cases.join("\n")));
    facts.push(words("调查经过和结果", ""));
    facts.push(opinion("支部意见", "", "支部书记（签字）"));
    vec![grid(facts), Block::hands(["调查人", "调查人"], None)]
}

fn known(draft: &Draft<'_>) -> Vec<Fact> {
    vec![
        day("接收日期", draft.file.admission().map(|entry| entry.on)),
        Fact::wide("预备期", probation(draft)),
        day("转正申请", draft.file.on(EntryKind::ConversionApplication)),
        Fact { name: "介绍人".to_owned(), ..guides_cell(draft, GuideRole::Sponsor) },
    ]
}

fn public_notice(draft: &Draft<'_>) -> Vec<Block> {
    let (organ, name) = (draft.organ(), draft.name());
    let intended = format!("经{organ}审查，拟将预备党员{name}的转正问题提交支部大会讨论。现予公示：");
    notice(draft, EntryKind::ConversionNotice, intended, known(draft))
}

fn outcome(draft: &Draft<'_>) -> Vec<Block> {
    notice_outcome(
        draft,
        EntryKind::ConversionNotice,
        way(draft, &[EntryKind::Admission, EntryKind::ConversionApplication]),
    )
}

fn record(draft: &Draft<'_>) -> Vec<Block> {
    let entry = draft.one(EntryKind::Conversion);
    let mut facts = meeting_head(draft, entry, EntryKind::Conversion);
    facts.push(Fact::wide("议题", format!("讨论预备党员{}的转正问题", draft.name())));
    facts.push(Fact::wide("讨论情况（逐人记录）", or_lines(&said(draft, entry), 6)));
    facts.extend(ballots(entry));
    facts.push(vote(draft, entry));
    facts.push(words("大会决议", &entry.map(|entry| decided(draft, entry)).unwrap_or_default()));
    vec![grid(facts), meeting_hands()]
}

/// What the meeting came to, where that was said or its vote says it.
fn decided(draft: &Draft<'_>, entry: &Entry) -> String {
    let (name, counts) = (draft.name(), Counts::of(draft, entry));
    match (entry.values.text(F::ConversionOutcome), counts.passed, entry.outcome()) {
        ("", None, _) => String::new(),
        ("", Some(false), _) => counts.failed_with("未获通过"),
        (_, _, Outcome::Converted) => counts.passed_with(&format!("同意{name}按期转为中共正式党员")),
        (_, _, Outcome::Extended) => counts.passed_with(&format!("决定延长{name}的预备期{}", months(entry))),
        (_, _, Outcome::Revoked) => counts.passed_with(&format!("决定取消{name}的预备党员资格")),
        (_, _, Outcome::Failed) => counts.failed_with("未形成决议"),
    }
}

/// For how long the probation was extended, where that was said.
fn months(entry: &Entry) -> String {
    entry.values.count(F::Months).map_or_else(|| GAP.to_owned(), |months| format!(" {months} 个月"))
}

fn resolution_title(draft: &Draft<'_>) -> String {
    let name = draft.name();
    match draft.one(EntryKind::Conversion).map(Entry::outcome) {
        Some(Outcome::Extended) => format!("关于延长{name}预备期的决议"),
        Some(Outcome::Revoked) => format!("关于取消{name}预备党员资格的决议"),
        _ => format!("关于{name}转为中共正式党员的决议"),
    }
}

fn resolution(draft: &Draft<'_>) -> Vec<Block> {
    let entry = draft.one(EntryKind::Conversion);
    let performance = entry.map(|entry| entry.values.text(F::Performance)).unwrap_or_default();
    let asked = format!("讨论{}的转正问题", draft.name());
    resolution_of(draft, entry, &asked, performance, entry.map(|entry| decided(draft, entry)).unwrap_or_default())
}

/// The decision of a kind that the letter is about: the last of it.
fn decision<'a>(draft: &Draft<'a>, outcome: Outcome) -> Option<&'a Entry> {
    draft.file.all(EntryKind::Conversion).rfind(|entry| entry.outcome() == outcome)
}

/// A letter on a decision of the general meeting.
fn request(draft: &Draft<'_>, entry: Option<&Entry>, asked: &str, close: &str) -> Vec<Block> {
    let counts = entry.map(|entry| Counts::of(draft, entry)).unwrap_or_default();
    let held = date(entry.map(|entry| entry.on));
    let decided = entry.map(|entry| decided(draft, entry)).unwrap_or_default();
    let text = format!("{held}，支部大会{asked}。{}{decided}", counts.sentence());
    letter(draft, None, text, known(draft), close)
}

fn conversion(draft: &Draft<'_>) -> Vec<Block> {
    let asked = format!("讨论预备党员{}的转正问题", draft.name());
    request(draft, decision(draft, Outcome::Converted), &asked, "现将转正申请书、入党志愿书等材料报上。妥否，请审批。")
}

fn revocation(draft: &Draft<'_>) -> Vec<Block> {
    with_reason(draft, Outcome::Revoked, &format!("讨论取消{}的预备党员资格", draft.name()))
}

fn extension(draft: &Draft<'_>) -> Vec<Block> {
    let entry = decision(draft, Outcome::Extended);
    let mut blocks = with_reason(draft, Outcome::Extended, &format!("讨论延长{}的预备期", draft.name()));
    let months = entry.and_then(|entry| entry.values.count(F::Months));
    let over = months.and_then(|months| deadlines::probation_over(draft.file, draft.source.rules, months));
    let until = Block::text(format!("延长后的预备期至{}。", date(over.and_then(|day| day.pred_opt()))));
    blocks.insert(blocks.len().saturating_sub(2), until);
    blocks
}

/// A letter that says why: what was written down with the decision.
fn with_reason(draft: &Draft<'_>, outcome: Outcome, asked: &str) -> Vec<Block> {
    let entry = decision(draft, outcome);
    let mut blocks = request(draft, entry, asked, "妥否，请审批。");
    let reason = entry.map(|entry| entry.values.text(F::DelayReason)).filter(|text| !text.is_empty());
    let reason = reason.or(entry.map(|entry| entry.values.text(F::Performance))).unwrap_or_default();
    let at = blocks.len().saturating_sub(2);
    blocks.splice(at..at, [Block::text("主要原因："), Block::Words { text: reason.to_owned() }]);
    blocks
}

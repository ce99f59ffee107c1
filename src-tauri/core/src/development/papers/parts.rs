//! What the papers of this room share: the grid of a form, the person, the record of a decision, a notice, a letter.
//!
//! A paper says what was entered and nothing else. What is not known leaves room for a hand.

use chrono::NaiveDate;

use super::draft::Draft;
use crate::development::entries::{Entry, EntryField as F, EntryKind, FieldKind};
use crate::development::{GuideRole, catalogue};
use crate::outside::{Block, Fact, Place};
use crate::roster::Sex;
use crate::values::{date_title, moment_title};

/// A date that a hand fills in, beside a signature.
pub(super) const OPEN_DATE: &str = "　　　　年　　月　　日";
/// The same within a sentence.
const GAP_DATE: &str = "________年____月____日";
/// A name or a number that a hand fills in, within a sentence.
pub(super) const GAP: &str = "________";

/// The date, or room for one.
pub(super) fn date(on: Option<NaiveDate>) -> String {
    on.map_or_else(|| GAP_DATE.to_owned(), date_title)
}

/// The text, or room for one.
pub(super) fn or_gap(text: &str) -> &str {
    if text.is_empty() { GAP } else { text }
}

/// The text, or as many lines for a hand.
pub(super) fn or_lines(text: &str, lines: usize) -> String {
    if text.is_empty() { vec!["　"; lines].join("\n") } else { text.to_owned() }
}

/// A ruled grid. What would leave half of its row empty takes all of it.
pub(super) fn grid(facts: Vec<Fact>) -> Block {
    let mut even: Vec<Fact> = Vec::with_capacity(facts.len());
    let mut is_half = false;
    for fact in facts {
        if fact.wide && is_half {
            even.iter_mut().last().into_iter().for_each(|last| last.wide = true);
        }
        is_half = !fact.wide && !is_half;
        even.push(fact);
    }
    if is_half {
        even.iter_mut().last().into_iter().for_each(|last| last.wide = true);
    }
    Block::Facts { facts: even }
}

/// A wide cell with a text, or lines for a hand.
pub(super) fn words(name: &str, text: &str) -> Fact {
    Fact::wide(name, or_lines(text, 3))
}

/// A wide cell with an opinion, and where who gives it signs.
pub(super) fn opinion(name: &str, text: &str, role: &str) -> Fact {
    let room = 26_usize.saturating_sub(role.chars().count() + 16);
    let signed = format!("{}{role}：　　　　　{OPEN_DATE}", "　".repeat(room));
    Fact::wide(name, format!("{}\n　\n{signed}", or_lines(text, 2)))
}

/// A date in a cell; an unknown one leaves the cell empty.
pub(super) fn day(name: &str, on: Option<NaiveDate>) -> Fact {
    Fact::new(name, on.map(date_title).unwrap_or_default())
}

/// From when until when; what is unknown leaves room for a hand.
pub(super) fn from_to(from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    if from.is_none() && to.is_none() { String::new() } else { format!("{}至{}", date(from), date(to)) }
}

/// Fields of an entry as cells: what is said in words over the whole width.
pub(super) fn fields(entry: Option<&Entry>, fields: &[F]) -> Vec<Fact> {
    let cell = |field: &F| {
        let text = entry.map(|entry| entry.values.spoken(*field)).unwrap_or_default();
        if field.kind() == FieldKind::Words { words(field.title(), &text) } else { Fact::new(field.title(), text) }
    };
    fields.iter().map(cell).collect()
}

/// Who it is about.
pub(super) fn person(draft: &Draft<'_>) -> Vec<Fact> {
    let person = &draft.file.person;
    let by_number = || person.id_number.as_ref().map(|number| date_title(number.birth()));
    let birth = person.birth.map(|birth| birth.title()).or_else(by_number).unwrap_or_default();
    vec![
        Fact::new("姓名", &person.name),
        Fact::new("性别", person.sex.map(Sex::title).unwrap_or_default()),
        Fact::new("民族", &person.ethnicity),
        Fact::new("出生日期", birth),
        Fact::new("学历", &person.education),
        Fact::new("单位职务", &person.unit_and_post),
    ]
}

/// What is known of the person's life.
pub(super) fn life(draft: &Draft<'_>) -> Vec<Fact> {
    let text = |field: F| draft.file.person.details.text(field);
    vec![
        words("本人简历", text(F::Resume)),
        words("家庭主要成员", text(F::Family)),
        words("主要社会关系", text(F::Relations)),
        words("奖惩情况", text(F::Awards)),
    ]
}

/// How far the person has come: the days of the first steps, as far as a paper of that step can know them.
pub(super) fn way(draft: &Draft<'_>, kinds: &[EntryKind]) -> Vec<Fact> {
    let name = |kind: EntryKind| match kind {
        EntryKind::Application => "申请日期",
        EntryKind::Talk => "谈话日期",
        EntryKind::Recommendation => "推荐日期",
        EntryKind::Activist => "确定为积极分子",
        EntryKind::CandidateMeeting => "讨论拟列日期",
        EntryKind::Candidate => "列为发展对象",
        EntryKind::Training => "集中培训日期",
        EntryKind::PoliticalReview => "政审结论日期",
        EntryKind::Admission => "接收大会日期",
        EntryKind::Approval => "批准接收日期",
        EntryKind::ConversionApplication => "转正申请日期",
        _ => kind.title(),
    };
    let on = |kind: EntryKind| match kind {
        EntryKind::Candidate => draft.file.candidate_on(),
        EntryKind::Admission => draft.file.admission().map(|entry| entry.on),
        EntryKind::Approval => draft.file.approval().map(|entry| entry.on),
        _ => draft.file.on(kind),
    };
    kinds.iter().map(|kind| day(name(*kind), on(*kind))).collect()
}

/// Those who are mentors or sponsors on the day of the paper; later those who were.
pub(super) fn guides(draft: &Draft<'_>, role: GuideRole) -> Vec<String> {
    let now: Vec<_> = draft.file.guides_on(role, draft.day).map(|(_, guide)| guide.name.clone()).collect();
    if now.is_empty() { draft.file.guides_of(role).map(|(_, guide)| guide.name.clone()).collect() } else { now }
}

/// Mentors or sponsors in a cell.
pub(super) fn guides_cell(draft: &Draft<'_>, role: GuideRole) -> Fact {
    Fact::people(role.title(), &guides(draft, role))
}

/// The opinions of the bodies above the branch, which sign by themselves.
pub(super) fn superiors() -> Vec<Fact> {
    vec![opinion("党总支意见", "", "（盖章）"), opinion("上级党委意见", "", "（盖章）")]
}

/// Counts of a vote, as far as they are known: of the linked vote, else as entered.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Counts {
    pub(super) expected: Option<u32>,
    pub(super) present: Option<u32>,
    /// With the written opinions.
    votes_for: Option<u32>,
    votes_against: Option<u32>,
    abstained: Option<u32>,
    pub(super) written_for: Option<u32>,
    pub(super) written_against: Option<u32>,
    ballot: &'static str,
    pub(super) passed: Option<bool>,
    /// They are those of a vote at a meeting, which says by itself what was reached.
    is_of_vote: bool,
}

impl Counts {
    /// The counts of a decision.
    pub(super) fn of(draft: &Draft<'_>, entry: &Entry) -> Self {
        let own = |field| entry.values.count(field);
        let with = |votes: Option<u32>, written: Option<u32>| votes.map(|votes| votes + written.unwrap_or_default());
        let meeting = draft.meeting(entry);
        if let Some(view) = draft.vote(entry) {
            let vote = &view.vote;
            return Self {
                expected: Some(view.voting_expected),
                present: Some(view.voting_present),
                votes_for: Some(vote.votes_for + vote.written_for),
                votes_against: Some(vote.votes_against + vote.written_against),
                abstained: Some(vote.abstained),
                written_for: Some(vote.written_for),
                written_against: Some(vote.written_against),
                ballot: vote.ballot.title(),
                passed: Some(view.passed),
                is_of_vote: true,
            };
        }
        // As long as nobody's attendance was recorded, those who came are not known.
        let tally = meeting.map(|meeting| meeting.tally).filter(|tally| tally.present > 0);
        let (written_for, written_against) = (own(F::WrittenFor), own(F::WrittenAgainst));
        Self {
            expected: own(F::Expected).or(tally.map(|tally| tally.voting_expected)),
            present: own(F::Present).or(tally.map(|tally| tally.voting_present)),
            votes_for: with(own(F::VotesFor), written_for),
            votes_against: with(own(F::VotesAgainst), written_against),
            abstained: own(F::Abstained),
            written_for,
            written_against,
            ballot: entry.values.choice(F::Ballot),
            passed: match entry.values.text(F::Outcome) {
                "passed" => Some(true),
                "failed" => Some(false),
                _ => None,
            },
            is_of_vote: false,
        }
    }

    /// Where the numbers say so: more than half of those who could vote.
    pub(super) fn majority(&self) -> Option<bool> {
        let by_number = self.votes_for.zip(self.expected).map(|(votes, expected)| 2 * votes > expected);
        if self.is_of_vote { self.passed } else { by_number }
    }

    /// What the meeting came to, with the majority where the numbers bear it out.
    pub(super) fn passed_with(&self, decision: &str) -> String {
        let majority = "赞成票超过应到会有表决权党员的半数，";
        format!("{}大会{decision}。", if self.majority() == Some(true) { majority } else { "" })
    }

    /// That it was not passed, with the majority that was not reached.
    pub(super) fn failed_with(&self, result: &str) -> String {
        let majority = "赞成票未超过应到会有表决权党员的半数，";
        format!("{}{result}。", if self.majority() == Some(false) { majority } else { "" })
    }

    /// In a sentence; what is not known leaves room for a hand.
    pub(super) fn sentence(&self) -> String {
        let count = |count: Option<u32>| count.map_or_else(|| GAP.to_owned(), |count| format!(" {count} "));
        let written = self.written_for.unwrap_or_default() + self.written_against.unwrap_or_default();
        let written = if written == 0 {
            String::new()
        } else {
            let [agreed, refused] = [self.written_for, self.written_against].map(Option::unwrap_or_default);
            format!("；其中含未到会有表决权党员的书面意见，赞成 {agreed} 份，不赞成 {refused} 份")
        };
        format!(
            "应到会有表决权的党员{}名，实到{}名。大会采取{}的方式表决，赞成{}票，不赞成{}票，弃权{}票{written}。",
            count(self.expected),
            count(self.present),
            or_gap(self.ballot),
            count(self.votes_for),
            count(self.votes_against),
            count(self.abstained),
        )
    }
}

/// Head of a meeting's record: when and where, who led it, who came.
pub(super) fn meeting_head(draft: &Draft<'_>, entry: Option<&Entry>, kind: EntryKind) -> Vec<Fact> {
    let meeting = entry.and_then(|entry| draft.meeting(entry));
    let head = meeting.map(|meeting| &meeting.head);
    let time = head.map(|head| moment_title(head.started_at.unwrap_or(head.planned_at)));
    let of_head = |text: Option<&String>| text.cloned().unwrap_or_default();
    let is_of_all = kind.meeting() == Some(crate::meetings::MeetingKind::General) || !draft.has_committee;
    let counts = entry.map(|entry| Counts::of(draft, entry)).unwrap_or_default();
    let tally = meeting.map(|meeting| meeting.tally).filter(|tally| tally.present > 0);
    let (names, came) = if is_of_all {
        (["应到会有表决权人数", "实到会有表决权人数"], [counts.expected, counts.present])
    } else {
        (["应到", "实到"], [tally.map(|tally| tally.expected), tally.map(|tally| tally.present)])
    };
    let count = |count: Option<u32>| count.map(|count| format!("{count} 人")).unwrap_or_default();
    vec![
        Fact::new("会议时间", time.or(entry.map(|entry| date_title(entry.on))).unwrap_or_default()),
        Fact::new("地点", of_head(head.map(|head| &head.place))),
        Fact::new("主持人", of_head(head.map(|head| &head.chair))),
        Fact::new("记录人", of_head(head.map(|head| &head.recorder))),
        Fact::new(names[0], count(came[0])),
        Fact::new(names[1], count(came[1])),
        Fact { wide: true, ..Fact::people("列席人员", head.map_or(&[][..], |head| &head.observers)) },
    ]
}

/// What the minutes of the linked meeting have about the person.
pub(super) fn said(draft: &Draft<'_>, entry: Option<&Entry>) -> String {
    let Some(meeting) = entry.and_then(|entry| draft.meeting(entry)) else { return String::new() };
    let mut lines = Vec::new();
    for item in &meeting.agenda {
        let points = item.points.iter().map(|point| format!("{}：{}", point.speaker, point.content));
        let all: Vec<_> = [item.title.clone(), item.content.clone()].into_iter().chain(points).collect();
        if all.iter().any(|line| line.contains(&draft.file.person.name)) {
            lines.extend(all.into_iter().filter(|line| !line.is_empty()));
        }
    }
    lines.join("\n")
}

/// The record of a meeting that decided on the person.
pub(super) fn decision_record(draft: &Draft<'_>, kind: EntryKind, subject: String) -> Vec<Block> {
    let entry = draft.one(kind);
    let mut facts = meeting_head(draft, entry, kind);
    let decided = entry.map(|entry| entry.values.text(F::Opinion)).unwrap_or_default();
    facts.push(Fact::wide("议题", subject));
    facts.push(Fact::wide("讨论情况", or_lines(&said(draft, entry), 8)));
    facts.push(Fact::wide("会议决定", or_lines(decided, 4)));
    vec![grid(facts), Block::hands(["主持人", "记录人"], None)]
}

/// A notice on the person: what is intended, who it is, how long it hangs out, and whom to tell.
pub(super) fn notice(draft: &Draft<'_>, kind: EntryKind, intended: String, known: Vec<Fact>) -> Vec<Block> {
    let shown: Vec<_> = draft.file.all(kind).collect();
    let mut blocks = vec![Block::text(intended), grid([person(draft), known].concat())];
    let period = |entry: &&Entry| {
        let place = [entry.values.choice(F::NoticeAt), entry.values.text(F::Place)].into_iter();
        let place = place.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("，");
        let place = if place.is_empty() { place } else { format!("（{place}）") };
        format!("公示时间：{}{place}。", from_to(Some(entry.on), entry.values.day(F::EndsOn)))
    };
    let periods = match shown.as_slice() {
        [] => format!("公示时间：{GAP_DATE}至{GAP_DATE}。"),
        shown => shown.iter().map(period).collect::<Vec<_>>().join("\n"),
    };
    let text = |field| shown.last().map_or("", |entry| entry.values.text(field));
    let phone = if text(F::Phone).is_empty() { &draft.letter.phone } else { text(F::Phone) };
    blocks.push(Block::text(format!(
        "{periods}\n公示期间，如有情况和意见，请向党支部反映。反映应实事求是，并尽可能告知联系方式，以便核实。\n受理人：{}，联系电话：{}。",
        or_gap(text(F::Contact)),
        or_gap(phone)
    )));
    blocks.extend(signed(draft, draft.file.on(kind), None));
    blocks
}

/// How the notices went.
pub(super) fn notice_outcome(draft: &Draft<'_>, kind: EntryKind, known: Vec<Fact>) -> Vec<Block> {
    let mut blocks = vec![grid([person(draft), known].concat())];
    let shown: Vec<_> = draft.file.all(kind).map(Some).collect();
    for entry in if shown.is_empty() { vec![None] } else { shown } {
        let mut facts = vec![
            day("公示开始", entry.map(|entry| entry.on)),
            day("公示结束", entry.and_then(|entry| entry.values.day(F::EndsOn))),
        ];
        facts.extend(fields(entry, &[F::NoticeAt, F::Place, F::Contact, F::Phone]));
        facts.extend(fields(entry, &[F::Raised, F::Settled]));
        blocks.push(grid(facts));
    }
    blocks.push(grid(vec![opinion("支部意见", "", "支部书记（签字）")]));
    blocks
}

/// A letter to the superior committee.
pub(super) fn letter(
    draft: &Draft<'_>,
    on: Option<NaiveDate>,
    text: String,
    known: Vec<Fact>,
    close: &str,
) -> Vec<Block> {
    let to = or_gap(&draft.letter.superior);
    let facts = grid([person(draft), known].concat());
    let mut blocks = vec![Block::Addressee { text: format!("{to}：") }, Block::text(text), facts, Block::text(close)];
    blocks.extend(signed(draft, on, None));
    blocks
}

/// Who sends it and when; an unknown day is left to a hand.
pub(super) fn signed(draft: &Draft<'_>, on: Option<NaiveDate>, role: Option<&str>) -> Vec<Block> {
    signed_by(&draft.letter.branch, on, role)
}

/// As [`signed`], by somebody else.
pub(super) fn signed_by(by: &str, on: Option<NaiveDate>, role: Option<&str>) -> Vec<Block> {
    if let Some(on) = on {
        return vec![Block::Signed { by: by.to_owned(), role: role.map(str::to_owned), on }];
    }
    let hand = role.map(|role| vec![Place::Told(format!("{role}（签字）：　　　　　　"))]);
    let rows = std::iter::once(vec![Place::Told(by.to_owned())]).chain(hand).chain([vec![Place::OpenDate]]);
    vec![Block::Hands { rows: rows.collect() }]
}

/// Where those who led a general meeting and those who counted its votes sign.
pub(super) fn meeting_hands() -> Block {
    let hand = |role: &str| Place::Hand(format!("{role}（签字）"));
    let rows = [["主持人", "记录人"], ["监票人", "计票人"]].map(|row| row.map(hand).into());
    Block::Hands { rows: rows.into_iter().chain([vec![Place::OpenDate]]).collect() }
}

/// A small line on what a form of this program is not.
pub(super) fn not_the_official_style() -> Block {
    Block::text("本表供填写和核对使用，不是统一印制的式样；上级发有表格的，请照抄。")
}

/// The name of a step as it read on the day of the paper.
pub(super) fn step_name(draft: &Draft<'_>, step: u32) -> String {
    let day = draft.file.done_on(step).unwrap_or(draft.source.today);
    catalogue::step_name(step, day, draft.source.committee.on(day))
}

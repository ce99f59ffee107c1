//! What goes on an election's papers: ballots, the tally sheet of a round, the report to the superior.

use chrono::NaiveDate;

use super::get::{self, Known};
use super::rounds::{Judged, Next};
use super::{
    ElectionElected, ElectionError, ElectionId, ElectionPost, ElectionPurpose, ElectionRoundKind, ElectionState,
    people, store, wording,
};
use crate::branch;
use crate::desk::Door;
use crate::meetings::{Ballots, COPIES_AT_MOST, Circle, MeetingState, TallyRow, TallySheet, VotedOn};
use crate::outside::{Block, Column, Page, Writing};
use crate::paper::{Drawn, papers};
use crate::roster::{self, Member, Offices};
use crate::rules::RuleBook;
use crate::values::Room;
use crate::vault::Reader;

papers! {
    /// The papers of an election.
    ElectionPaper, ElectionError;
    /// 选票 of the vote that is due; `copies` of 0 makes one for each voter
    Ballots { election: ElectionId, copies: u32 } = ballots;
    /// 计票报告单 of a round from 1; of the vote that is due an empty one
    TallySheet { election: ElectionId, round: u32 } = tally_sheet;
    /// 选举结果报告
    ElectionReport { election: ElectionId } = election_report;
}

const ROOMS: &[Room] = &[Room::Elections, Room::Meetings, Room::Roster, Room::Branch];

fn ballots(door: &Door<'_>, election: ElectionId, copies: u32) -> Result<Drawn, ElectionError> {
    let ballots = door.read(|reader| ballots_of(reader, election, copies, door.rules))?;
    Ok(Drawn::new(format!("{} {}", ballots.title, ballots.on), ballots, ROOMS))
}

fn tally_sheet(door: &Door<'_>, election: ElectionId, round: u32) -> Result<Drawn, ElectionError> {
    let sheet = door.read(|reader| tally_sheet_of(reader, election, round, door.rules))?;
    Ok(Drawn::writing(sheet.writing(), ROOMS))
}

fn election_report(door: &Door<'_>, election: ElectionId) -> Result<Drawn, ElectionError> {
    let report = door.read(|reader| election_report_of(reader, election, door.rules, door.today()))?;
    Ok(Drawn::writing(report, ROOMS))
}

/// Blank lines for names that are not on the ballot.
const BLANK_NAMES_AT_MOST: u32 = 5;

/// The ballots of the vote that is due. `copies` of 0 makes one for each voter.
///
/// # Errors
/// [`ElectionError::NoCandidates`], [`ElectionError::AllElected`].
pub(super) fn ballots_of(
    reader: &Reader<'_>,
    id: ElectionId,
    copies: u32,
    rules: &RuleBook,
) -> Result<Ballots, ElectionError> {
    let known = get::known(reader, id, rules)?;
    let due = known.count.next.as_ref().ok_or(ElectionError::AllElected)?;
    let candidates = people::by_strokes(due.candidates.clone());
    if candidates.is_empty() {
        return Err(ElectionError::NoCandidates);
    }
    let tally = known.meeting.tally;
    let voters = if known.meeting.state == MeetingState::Held { tally.voting_present } else { tally.voting_expected };
    let seats = due.seats;
    let blank_names = if due.kind == ElectionRoundKind::RunOff { 0 } else { seats.min(BLANK_NAMES_AT_MOST) };
    let mut notes = vec![
        format!("本次应选 {seats} 名，候选人 {} 名，按姓氏笔画为序。", candidates.len()),
        "赞成的在“赞成”栏内画“○”，不赞成的在“不赞成”栏内画“○”，弃权的在“弃权”栏内画“○”；不画的按弃权计。".to_owned(),
    ];
    if blank_names > 0 {
        notes.push("另选他人的，在“另选他人”栏内写上姓名，并在“赞成”栏内画“○”。".to_owned());
    }
    notes.push(format!("赞成的和另选的合计不超过 {seats} 名的，选票有效；多于 {seats} 名的，选票无效。"));
    Ok(Ballots {
        branch: branch::stored(reader)?.name,
        title: format!("{}选票{}", known.title(), nth(due)),
        on: known.on,
        of: VotedOn::People,
        candidates: candidates.into_iter().map(|person| person.name).collect(),
        blank_names,
        notes,
        copies: if copies == 0 { voters } else { copies }.clamp(1, COPIES_AT_MOST),
    })
}

/// The tally sheet of a round; of the vote that is due an empty one, to be filled in by hand.
///
/// # Errors
/// [`ElectionError::NoSuchRound`].
pub(super) fn tally_sheet_of(
    reader: &Reader<'_>,
    id: ElectionId,
    round: u32,
    rules: &RuleBook,
) -> Result<TallySheet, ElectionError> {
    let known = get::known(reader, id, rules)?;
    let branch = branch::stored(reader)?.name;
    if let Some(judged) = known.count.rounds.iter().find(|judged| judged.due.number == round) {
        return Ok(counted(branch, &known, judged));
    }
    match &known.count.next {
        Some(due) if due.number == round => Ok(to_be_counted(branch, &known, due)),
        _ => Err(ElectionError::NoSuchRound),
    }
}

/// 选举结果报告: the letter that tells the superior whom the branch has elected, with 当选人员名册 as its annex.
///
/// # Errors
/// [`ElectionError::NotCounted`] before anyone was elected.
pub(super) fn election_report_of(
    reader: &Reader<'_>,
    id: ElectionId,
    rules: &RuleBook,
    today: NaiveDate,
) -> Result<Writing, ElectionError> {
    let known = get::known(reader, id, rules)?;
    if known.count.elected.is_empty() {
        return Err(ElectionError::NotCounted);
    }
    let branch = branch::stored_on(reader, known.on)?;
    let offices = store::offices(reader, id)?;
    let offices = |elected: &ElectionElected| {
        let of = offices.iter().find(|held| Some(held.member) == elected.person.member);
        of.map(|held| held.offices.clone()).unwrap_or_default()
    };
    let mut elected = Vec::new();
    for one in &known.count.elected {
        let member = match one.person.member {
            Some(member) => roster::member(reader, member)?,
            None => None,
        };
        elected.push((one, offices(one), member.map(|member| member.as_of(known.on))));
    }
    const ROSTER: &str = "当选人员名册";
    let title = report_title(&known);
    let superior = if branch.superior.is_empty() { "上级党组织" } else { &branch.superior };
    let mut blocks = vec![
        Block::title([&branch.name, &title]),
        Block::Addressee { text: format!("{superior}：") },
        Block::text(opening(&known)),
    ];
    blocks.extend(sections(&known, &elected));
    blocks.extend([
        Block::text("以上报告，请审批。"),
        Block::Enclosure { name: ROSTER.to_owned() },
        Block::Signed { by: branch.name.clone(), role: None, on: today },
        Block::Annex { title: ROSTER.to_owned() },
        elected_roster(&known, &elected),
    ]);
    Ok(Writing { title, branch: branch.name, page: Page::Official, blocks })
}

fn counted(branch: String, known: &Known, judged: &Judged) -> TallySheet {
    let round = &judged.round;
    let outcome = &judged.outcome;
    let result = |person| {
        if outcome.elected.contains(person) {
            "当选"
        } else if outcome.tied.contains(person) {
            "再次投票"
        } else if outcome.stands {
            "未当选"
        } else {
            "—"
        }
    };
    let stood = round.candidates.iter().map(|one| TallyRow {
        name: one.person.name.clone(),
        written_in: false,
        votes_for: Some(one.votes_for),
        votes_against: Some(one.votes_against),
        abstained: Some(one.abstained),
        result: result(&one.person).to_owned(),
    });
    let written = round.write_ins.iter().map(|one| TallyRow {
        name: one.person.name.clone(),
        written_in: true,
        votes_for: Some(one.votes),
        votes_against: None,
        abstained: None,
        result: result(&one.person).to_owned(),
    });
    TallySheet {
        counts: [
            ("应到会有选举权人数", round.voters_expected),
            ("实到会有选举权人数", round.voters_present),
            ("发出选票", round.handed_out),
            ("收回选票", round.collected),
            ("有效票", outcome.valid_ballots),
            ("无效票", round.invalid),
        ]
        .map(|(name, count)| (name.to_owned(), Some(count)))
        .into(),
        rows: stood.chain(written).collect(),
        result: wording::announcement(judged, known.stored.election.post),
        ..empty_sheet(branch, known, &judged.due)
    }
}

fn to_be_counted(branch: String, known: &Known, due: &Next) -> TallySheet {
    let line = |name: String, written_in| TallyRow {
        name,
        written_in,
        votes_for: None,
        votes_against: None,
        abstained: None,
        result: String::new(),
    };
    let blank = if due.kind == ElectionRoundKind::RunOff { 0 } else { 3 };
    let stood = people::by_strokes(due.candidates.clone()).into_iter().map(|person| line(person.name, false));
    TallySheet {
        counts: ["应到会有选举权人数", "实到会有选举权人数", "发出选票", "收回选票", "有效票", "无效票"]
            .map(|name| (name.to_owned(), None))
            .into(),
        rows: stood.chain((0..blank).map(|_| line(String::new(), true))).collect(),
        ..empty_sheet(branch, known, due)
    }
}

fn empty_sheet(branch: String, known: &Known, due: &Next) -> TallySheet {
    let election = &known.stored.election;
    TallySheet {
        branch,
        title: format!("{}计票报告单{}", known.title(), nth(due)),
        meeting: known.meeting.head.title.clone(),
        of: VotedOn::People,
        on: known.on,
        place: known.meeting.head.place.clone(),
        seats: due.seats,
        counts: Vec::new(),
        rows: Vec::new(),
        result: String::new(),
        chief_scrutineer: election.chief_scrutineer.clone(),
        scrutineers: election.scrutineers.clone(),
        counters: election.counters.clone(),
    }
}

/// `关于支部委员会委员换届选举结果的报告`
fn report_title(known: &Known) -> String {
    let election = &known.stored.election;
    let (why, post) = (election.purpose.why(), election.post.title());
    match election.purpose {
        ElectionPurpose::Regular => format!("关于{post}{why}结果的报告"),
        ElectionPurpose::ByElection => format!("关于{why}{post}结果的报告"),
    }
}

fn opening(known: &Known) -> String {
    let election = &known.stored.election;
    let meeting = match known.meeting.head.circle() {
        Circle::Committee => "支部委员会会议",
        Circle::Group | Circle::Branch => "支部党员大会",
    };
    let seats = election.seats;
    let what = match election.purpose {
        ElectionPurpose::Regular => format!("进行换届选举，应选{} {seats} 名", election.post.title()),
        ElectionPurpose::ByElection => format!("补选{} {seats} 名", election.post.title()),
    };
    format!(
        "根据《中国共产党章程》和《中国共产党基层组织选举工作条例》的规定，我支部于{}召开{meeting}，以无记名投票方式{what}。现将选举结果报告如下。",
        known.on.format("%Y年%-m月%-d日")
    )
}

fn sections(known: &Known, elected: &[(&ElectionElected, Offices, Option<Member>)]) -> Vec<Block> {
    let election = &known.stored.election;
    let candidates = people::by_strokes(election.candidates.iter().map(|id| known.people.person(*id)).collect());
    let mut prepared =
        vec![format!("候选人 {} 名（按姓氏笔画为序）：{}。", candidates.len(), wording::names(&candidates))];
    let tellers = [
        ("总监票人", election.chief_scrutineer.clone()),
        ("监票人", election.scrutineers.join("、")),
        ("计票人", election.counters.join("、")),
    ];
    let tellers: Vec<_> =
        tellers.iter().filter(|(_, names)| !names.is_empty()).map(|(role, names)| format!("{role}{names}")).collect();
    if !tellers.is_empty() {
        prepared.push(format!("{}。", tellers.join("；")));
    }
    let several = known.count.rounds.len() > 1;
    let voted = known.count.rounds.iter().map(|judged| {
        let nth = if several { format!("第 {} 次投票：", judged.due.number) } else { String::new() };
        nth + &wording::announcement(judged, election.post)
    });
    let names = people::by_strokes(elected.iter().map(|(one, ..)| one.person.clone()).collect());
    let mut results = vec![format!(
        "当选{} {} 名（按姓氏笔画为序）：{}。",
        election.post.title(),
        names.len(),
        wording::names(&names)
    )];
    let open = (election.seats as usize).saturating_sub(elected.len());
    if open > 0 {
        results.push(format!("比应选名额少 {open} 名。"));
    }
    if known.state() == ElectionState::Concluded && election.post == ElectionPost::CommitteeMember {
        let mut held: Vec<_> = elected
            .iter()
            .filter(|(_, offices, _)| !offices.is_empty())
            .map(|(one, offices, _)| (offices, &one.person.name))
            .collect();
        held.sort();
        let held: Vec<_> = held.iter().map(|(offices, name)| format!("{name}任{}", offices.titles())).collect();
        results.push(format!("分工：{}。", held.join("，")));
    }
    let parts = [("候选人和监票、计票人员", prepared), ("投票情况", voted.collect()), ("选举结果", results)];
    let part = |(head, texts): (&str, Vec<String>)| {
        std::iter::once(Block::head(head)).chain(texts.into_iter().map(Block::text))
    };
    parts.into_iter().flat_map(part).collect()
}

/// 当选人员名册
fn elected_roster(known: &Known, elected: &[(&ElectionElected, Offices, Option<Member>)]) -> Block {
    let columns = vec![
        Column::mm(11.0, "序号"),
        Column::share(1.0, "姓名"),
        Column::mm(11.0, "性别"),
        Column::mm(14.0, "民族"),
        Column::mm(18.5, "出生年月"),
        Column::mm(18.5, "学历"),
        Column::mm(18.5, "入党年月"),
        Column::share(1.2, "工作岗位"),
        Column::mm(18.5, "当选职务"),
        Column::mm(11.0, "得票"),
    ];
    let rows = elected.iter().enumerate().map(|(index, (one, offices, member))| {
        [vec![(index + 1).to_string()], row(known, one, offices, member.as_ref())].concat()
    });
    Block::table(columns, rows.collect())
}

fn row(known: &Known, elected: &ElectionElected, offices: &Offices, member: Option<&Member>) -> Vec<String> {
    let record = member.map(|member| &member.record);
    let text = |of: fn(&roster::MemberRecord) -> &String| record.map(of).cloned().unwrap_or_default();
    let month = |date: Option<crate::values::PartialDate>| {
        date.map(|date| date.to_string().chars().take(7).collect::<String>().replace('-', ".")).unwrap_or_default()
    };
    vec![
        elected.person.name.clone(),
        record.and_then(|record| record.sex).map(roster::Sex::title).unwrap_or_default().to_owned(),
        text(|record| &record.ethnicity),
        month(record.and_then(|record| record.birth)),
        text(|record| &record.education),
        month(record.and_then(|record| record.joined)),
        text(|record| &record.job_position),
        if offices.is_empty() { known.stored.election.post.title().to_owned() } else { offices.titles() },
        elected.votes.to_string(),
    ]
}

/// `（第 2 次投票）`, of a first vote nothing.
fn nth(due: &Next) -> String {
    if due.number == 1 { String::new() } else { format!("（第 {} 次投票）", due.number) }
}

impl Known {
    fn title(&self) -> String {
        wording::title(self.stored.election.purpose, self.stored.election.post)
    }
}

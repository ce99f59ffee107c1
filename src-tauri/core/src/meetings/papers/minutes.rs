//! 会议记录: what was entered, and how it stands on paper.

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::branch;
use crate::meetings::{
    AttendanceRow, AttendanceStatus, AttendanceTally, Examination, MeetingError, MeetingHead, MeetingId, MeetingState,
    MeetingView, Point, Resolution, get, wording,
};
use crate::outside::{Block, Captioned, Fact, Page, Writing};
use crate::roster::MemberId;
use crate::values::{date_title, from_to_title};
use crate::vault::Reader;

/// The minutes of a meeting, without what other rooms add: its photos, and what was reported on earlier resolutions.
///
/// # Errors
/// [`MeetingError::NotHeld`] before attendance was recorded: the program makes up nothing (trap 13).
pub(crate) fn own_minutes_of(reader: &Reader<'_>, id: MeetingId) -> Result<Minutes, MeetingError> {
    let meeting = get::stored(reader, id)?;
    match meeting.state {
        MeetingState::Held => Ok(minutes(branch::stored(reader)?.name, &meeting)),
        MeetingState::Planned => Err(MeetingError::NotHeld),
        MeetingState::Cancelled => Err(MeetingError::Cancelled),
    }
}

/// What was entered, in the order of the form.
fn minutes(branch: String, meeting: &MeetingView) -> Minutes {
    let head = &meeting.head;
    let who = |status, print: fn(&AttendanceRow) -> String| {
        meeting.attendance.iter().filter(|row| row.status == Some(status)).map(print).collect()
    };
    Minutes {
        branch,
        kinds: wording::kinds(&head.kinds),
        title: head.title.clone(),
        started_at: head.at(),
        ended_at: head.ended_at,
        place: head.place.clone(),
        chair: head.chair.clone(),
        recorder: head.recorder.clone(),
        tally: meeting.tally,
        present: who(AttendanceStatus::Present, |row| {
            if row.late { format!("{}（迟到）", row.name) } else { row.name.clone() }
        }),
        on_leave: who(AttendanceStatus::OnLeave, name_and_reason),
        absent: who(AttendanceStatus::Absent, name_and_reason),
        not_required: who(AttendanceStatus::NotRequired, |row| row.name.clone()),
        observers: head.observers.clone(),
        agenda: meeting
            .agenda
            .iter()
            .map(|item| MinutesAgendaItem {
                title: item.title.clone(),
                content: item.content.clone(),
                points: item.points.iter().filter(|point| !point.content.is_empty()).cloned().collect(),
            })
            .collect(),
        lecture: lecture(head),
        activity: head.activity.clone(),
        followed_up: Vec::new(),
        examinations: meeting
            .examinations
            .iter()
            .map(|Examination { member, problems, promises }| MinutesExamination {
                name: name_of(meeting, *member),
                problems: problems.clone(),
                promises: promises.clone(),
            })
            .collect(),
        votes: meeting
            .votes
            .iter()
            .map(|vote| MinutesVote { subject: vote.vote.subject.clone(), announcement: vote.announcement.clone() })
            .collect(),
        resolutions: meeting.resolutions.iter().map(resolution).collect(),
        photos: Vec::new(),
    }
}

/// `主讲人：张三；题目：学习党章；学时：2`
fn lecture(head: &MeetingHead) -> String {
    let parts = [
        ("主讲人", head.lecturer.clone()),
        ("题目", head.lecture_topic.clone()),
        ("学时", head.lecture_hours.map(|hours| hours.to_string()).unwrap_or_default()),
    ];
    let parts = parts.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}：{value}"));
    parts.collect::<Vec<_>>().join("；")
}

fn name_of(meeting: &MeetingView, member: MemberId) -> String {
    meeting.attendance.iter().find(|row| row.member == member).map(|row| row.name.clone()).unwrap_or_default()
}

/// `张三（出差）`
fn name_and_reason(row: &AttendanceRow) -> String {
    match row.reason.as_deref() {
        None | Some("") => row.name.clone(),
        Some(reason) => format!("{}（{reason}）", row.name),
    }
}

/// `购置学习书籍(负责人：张三，2026年12月10日前)`
fn resolution(resolution: &Resolution) -> String {
    let responsible = resolution.responsible.as_deref().filter(|name| !name.is_empty());
    let parts = [
        responsible.map(|name| format!("负责人：{name}")),
        resolution.due.map(|due| due.format("%Y年%-m月%-d日前").to_string()),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    if parts.is_empty() { resolution.text.clone() } else { format!("{}（{}）", resolution.text, parts.join("，")) }
}

/// 会议记录 (`docs/DOMAIN.md` §3), on the GB/T 9704 page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Minutes {
    pub branch: String,
    /// Kinds in Chinese, joined with `、`.
    pub kinds: String,
    /// Meeting title.
    pub title: String,
    /// Start, local.
    pub started_at: NaiveDateTime,
    /// End, local.
    pub ended_at: Option<NaiveDateTime>,
    pub place: String,
    /// 主持人
    pub chair: String,
    /// 记录人
    pub recorder: String,
    /// In numbers.
    pub tally: AttendanceTally,
    /// Names of those present.
    pub present: Vec<String>,
    /// Names on leave with reasons, `张三（出差）`.
    pub on_leave: Vec<String>,
    /// Names absent, with reasons where known.
    pub absent: Vec<String>,
    /// Names of whom it was not required and who did not come.
    pub not_required: Vec<String>,
    /// 列席
    pub observers: Vec<String>,
    /// Agenda and contents.
    pub agenda: Vec<MinutesAgendaItem>,
    /// 党课: lecturer, topic and hours, as far as entered.
    pub lecture: String,
    /// 主题党日: what was done.
    pub activity: String,
    /// What was reported about earlier resolutions.
    pub followed_up: Vec<MinutesFollowUp>,
    /// 对照检查, one each.
    pub examinations: Vec<MinutesExamination>,
    /// Votes, each with its numbers and result.
    pub votes: Vec<MinutesVote>,
    /// Resolutions, each one text.
    pub resolutions: Vec<String>,
    /// The annex, where it is asked for.
    pub photos: Vec<Captioned>,
}

impl Minutes {
    /// The paper: what was entered, in the order of the form; an empty part is left out.
    pub fn writing(&self) -> Writing {
        let mut blocks = vec![Block::title([&self.branch, "会 议 记 录"]), Block::Entries { entries: self.entries() }];
        blocks.extend(self.body());
        blocks.push(Block::hands(["主持人", "记录人"], None));
        if !self.photos.is_empty() {
            let about = format!("{}　{}", self.title, date_title(self.started_at.date()));
            blocks.push(Block::Photos { about, photos: self.photos.clone() });
        }
        let title = format!("会议记录 {} {}", self.started_at.date(), self.title);
        Writing { title, branch: self.branch.clone(), page: Page::Official, blocks }
    }

    /// The head of the meeting and who came.
    fn entries(&self) -> Vec<Fact> {
        let tally = &self.tally;
        let late = if tally.late > 0 { format!("其中迟到{}人，", tally.late) } else { String::new() };
        let attendance = format!(
            "应到{}人，实到{}人，{late}请假{}人，缺席{}人；有表决权的应到{}人，实到{}人",
            tally.expected, tally.present, tally.on_leave, tally.absent, tally.voting_expected, tally.voting_present
        );
        let mut entries = vec![
            Fact::new("会议名称", &self.title),
            Fact::new("会议类别", &self.kinds),
            Fact::new("时间", from_to_title(self.started_at, self.ended_at)),
            Fact::new("地点", &self.place),
            Fact::new("主持人", &self.chair),
            Fact::new("记录人", &self.recorder),
            Fact::new("到会情况", attendance),
            Fact::people("到会人员", &self.present),
            Fact::people("请假人员", &self.on_leave),
            Fact::people("缺席人员", &self.absent),
            Fact::people("不作要求", &self.not_required),
            Fact::people("列席人员", &self.observers),
            Fact::new("党课", &self.lecture),
        ];
        entries.retain(|entry| !entry.is_empty());
        entries
    }

    /// What was said and done, each part under its heading.
    fn body(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut part = |head: &str, of_it: Vec<Block>| {
            if !of_it.is_empty() {
                blocks.push(Block::head(head));
                blocks.extend(of_it);
            }
        };
        let numbered = |(at, text): (usize, String)| Block::text(format!("{}.{text}", at + 1));
        let reported = self.followed_up.iter().map(|note| {
            let done = if note.done { "（已办结）" } else { "" };
            format!("{}：{}{done}", note.resolution, note.text)
        });
        part("上次决议落实情况", reported.enumerate().map(numbered).collect());
        part("会议内容", self.agenda.iter().flat_map(MinutesAgendaItem::blocks).collect());
        part("活动情况", Some(&self.activity).filter(|text| !text.is_empty()).map(Block::text).into_iter().collect());
        part("对照检查", self.examinations.iter().flat_map(MinutesExamination::blocks).collect());
        let vote = |vote: &MinutesVote| [Block::subhead(&vote.subject), Block::text(&vote.announcement)];
        part("表决情况", self.votes.iter().flat_map(vote).collect());
        part("会议决议", self.resolutions.iter().cloned().enumerate().map(numbered).collect());
        blocks
    }
}

/// One item of the minutes. Paragraphs are separated by line ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MinutesAgendaItem {
    /// What it is about.
    pub title: String,
    /// What was said, as entered.
    pub content: String,
    /// What single persons said.
    pub points: Vec<Point>,
}

impl MinutesAgendaItem {
    fn blocks(&self) -> Vec<Block> {
        let title = Some(&self.title).filter(|title| !title.is_empty()).map(Block::subhead);
        let content = Some(&self.content).filter(|content| !content.trim().is_empty()).map(Block::text);
        let points = self.points.iter().map(|point| Block::text(point.spoken()));
        title.into_iter().chain(content).chain(points).collect()
    }
}

/// What was reported about an earlier resolution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MinutesFollowUp {
    /// What had been resolved.
    pub resolution: String,
    /// What became of it, as entered.
    pub text: String,
    /// It was closed.
    pub done: bool,
}

/// What one member found in himself and promised, as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MinutesExamination {
    pub name: String,
    /// 查摆的问题
    pub problems: String,
    /// 整改承诺
    pub promises: String,
}

impl MinutesExamination {
    fn blocks(&self) -> Vec<Block> {
        let texts = [("查摆的问题", &self.problems), ("整改承诺", &self.promises)];
        let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
        let texts = texts.map(|(name, text)| Block::text(format!("{name}：{text}")));
        std::iter::once(Block::subhead(&self.name)).chain(texts).collect()
    }
}

/// One vote of the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MinutesVote {
    /// What was voted on.
    pub subject: String,
    /// The sentence that was read out, with all numbers.
    pub announcement: String,
}

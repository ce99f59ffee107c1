//! The notice of a meeting: what only it says, and the paper.

use chrono::{Datelike, NaiveDate};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::branch;
use crate::desk::Desk;
use crate::meetings::{Circle, MeetingError, MeetingId, MeetingKind, MeetingState, get, store};
use crate::outside::{Block, Page, Writing};
use crate::values::{date_title, day_title};
use crate::vault::{Done, Reader};

/// What a notice says beyond the meeting's own head and agenda. Every word is the user's own (trap 13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingNoticeRequest {
    pub meeting: MeetingId,
    /// To whom; empty for those who are expected.
    #[serde(default)]
    pub addressee: String,
    /// What people are asked to do or to bring, one paragraph per line.
    #[serde(default)]
    pub wishes: String,
    /// The notice's date; `None` is the day on which it is made.
    #[serde(default)]
    pub issued_on: Option<NaiveDate>,
}

/// The notice of a meeting as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeetingNoticeView {
    /// As entered; empty as long as nothing was.
    pub notice: MeetingNoticeRequest,
    /// Whom an empty addressee means.
    pub expected: String,
}

/// The notice of a meeting.
///
/// # Errors
/// [`MeetingError::NoSuchMeeting`].
pub fn notice(desk: &mut Desk<'_>, id: MeetingId) -> Result<MeetingNoticeView, MeetingError> {
    desk.read(|reader| view(reader, id))
}

/// Saves what a notice says.
///
/// # Errors
/// [`MeetingError::Cancelled`].
pub fn save_notice(
    desk: &mut Desk<'_>,
    request: MeetingNoticeRequest,
) -> Result<Done<MeetingNoticeView>, MeetingError> {
    desk.transact("填写会议通知", |tx| {
        let found = store::head(tx, request.meeting)?.ok_or(MeetingError::NoSuchMeeting)?;
        if found.state == MeetingState::Cancelled {
            return Err(MeetingError::Cancelled);
        }
        let MeetingNoticeRequest { meeting, addressee, wishes, issued_on } = &request;
        tx.execute(
            include_str!("../sql/save_notice.sql"),
            params![meeting.0, addressee.trim(), wishes.trim(), issued_on],
        )?;
        view(tx, request.meeting)
    })
}

/// 会议通知 (`docs/DOMAIN.md` §3), made on `today`.
///
/// # Errors
/// [`MeetingError::Cancelled`].
pub(in crate::meetings) fn notice_of(
    reader: &Reader<'_>,
    id: MeetingId,
    today: NaiveDate,
) -> Result<Writing, MeetingError> {
    let meeting = get::stored(reader, id)?;
    if meeting.state == MeetingState::Cancelled {
        return Err(MeetingError::Cancelled);
    }
    let MeetingNoticeView { notice, expected } = view(reader, id)?;
    let head = meeting.head;
    let verb = match head.kinds.first() {
        Some(MeetingKind::ThemeDay | MeetingKind::Lecture | MeetingKind::Appraisal) => "开展",
        _ => "召开",
    };
    let at = head.planned_at;
    let time = format!("{}（{}）{}", date_title(at.date()), weekday(at.date()), at.format("%H:%M"));
    let numbered = |(at, title): (usize, &String)| format!("{}．{title}", at + 1);
    // An item that is only begun has no title yet.
    let titles = meeting.agenda.into_iter().map(|item| item.title).filter(|title| !title.is_empty());
    let agenda: Vec<_> = titles.collect();
    let agenda = if agenda.len() == 1 { agenda } else { agenda.iter().enumerate().map(numbered).collect() };
    let branch = branch::stored(reader)?.name;
    let title = format!("关于{verb}{}的通知", head.title);
    let addressee = if notice.addressee.is_empty() { expected } else { notice.addressee };
    let mut blocks = vec![
        Block::title([&branch, &title]),
        Block::Addressee { text: format!("{addressee}：") },
        Block::text(format!("现定于{}{verb}{}，有关事项通知如下。", day_title(at.date()), head.title)),
    ];
    blocks.extend(section("时间", vec![time]));
    blocks.extend(section("地点", vec![head.place]));
    blocks.extend(section("议程", agenda));
    blocks.extend(section("列席人员", vec![head.observers.join("、")]));
    blocks.extend(section("有关要求", notice.wishes.lines().map(|line| line.trim().to_owned()).collect()));
    blocks.push(Block::Signed { by: branch.clone(), role: None, on: notice.issued_on.unwrap_or(today) });
    Ok(Writing { title, branch, page: Page::Official, blocks })
}

/// A part of the notice: what is one line stands beside its name, what was not entered is left out.
fn section(head: &str, mut lines: Vec<String>) -> Vec<Block> {
    lines.retain(|line| !line.is_empty());
    match lines.as_slice() {
        [] => Vec::new(),
        [line] => vec![Block::HeadWith { text: head.to_owned(), line: line.clone() }],
        _ => vec![Block::head(head), Block::text(lines.join("\n"))],
    }
}

fn view(reader: &Reader<'_>, id: MeetingId) -> Result<MeetingNoticeView, MeetingError> {
    let head = store::head(reader, id)?.ok_or(MeetingError::NoSuchMeeting)?.head;
    let sql = "SELECT addressee, wishes, issued_on FROM meeting_notice WHERE meeting_id = ?";
    let notice = reader.first(sql, [id.0], |row| {
        Ok(MeetingNoticeRequest { meeting: id, addressee: row.get(0)?, wishes: row.get(1)?, issued_on: row.get(2)? })
    })?;
    let empty = MeetingNoticeRequest { meeting: id, addressee: String::new(), wishes: String::new(), issued_on: None };
    let expected = match (head.circle(), head.party_group) {
        (Circle::Committee, _) => "支部委员会各位委员".to_owned(),
        (Circle::Group, Some(group)) => format!("{group}全体党员"),
        _ => "全体党员".to_owned(),
    };
    Ok(MeetingNoticeView { notice: notice.unwrap_or(empty), expected })
}

/// `星期三`
fn weekday(day: NaiveDate) -> &'static str {
    const DAYS: [&str; 7] = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];
    DAYS.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or_default()
}

//! 一季度一合订: a quarter's meetings in one volume. It draws from several rooms, so it is put together here.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PaperError;
use super::album::Album;
use super::make::MOST_PEOPLE;
use super::minutes::{minutes_of, record_form_of};
use crate::attachments::{self, AttachmentKind, AttachmentOwner, AttachmentRow};
use crate::branch;
use crate::desk::{Desk, Door};
use crate::meetings::{
    self, AttendanceRangeQuery, AttendanceSheet, MeetingId, MeetingRecordForm, MeetingRow, MeetingState, Minutes,
};
use crate::outside::{Photo, Writing, document};
use crate::paper::Drawn;
use crate::roster;
use crate::tasks;
use crate::values::{Quarter, Room, day_title};
use crate::vault::Reader;

/// What goes into a volume beside the cover, the contents, the plan and the resolutions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct BoundParts {
    /// 会议记录
    pub minutes: bool,
    /// 纪实报告表
    pub forms: bool,
    /// 签到表扫描件
    pub scans: bool,
    /// 会议照片
    pub photos: bool,
    /// 到会统计表
    pub attendance: bool,
}

/// A quarter before it is bound: what there is, and what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoundQuarterView {
    pub quarter: Quarter,
    /// Meetings held.
    pub held: u32,
    /// Photos of those.
    pub photos: u32,
    /// Scans of sign-in sheets of those.
    pub scans: u32,
    /// The secretary's name, if there is one.
    pub secretary: Option<String>,
    /// What is missing, by time. The volume is made all the same.
    pub missing: Vec<BoundLack>,
}

/// Something that a volume lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoundLack {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// Which part is the poorer for it.
    pub part: BoundPart,
    /// The sentence to show.
    pub message: String,
}

/// A part that can be poorer than it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BoundPart {
    /// Who came.
    Attendance,
    /// 会议记录
    Minutes,
    /// 签到表扫描件
    Scans,
}

/// 组织生活记录合订本
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BoundQuarter {
    pub branch: String,
    /// 上级党组织
    pub superior: String,
    /// `2026年第三季度`
    pub quarter: String,
    /// Who compiled it; empty is left to a hand.
    pub compiled_by: String,
    /// The day it was made.
    pub compiled_on: NaiveDate,
    /// Meetings held.
    pub held: usize,
    /// What was planned, and how it turned out.
    pub plan: Writing,
    /// Those held, by time.
    pub meetings: Vec<BoundMeeting>,
    /// Who came to which.
    pub attendance: Option<AttendanceSheet>,
    /// What was resolved, and how it turned out, by time.
    pub resolutions: Vec<BoundResolution>,
    /// Files that belong to the volume and cannot be bound into it.
    pub kept_files: Vec<KeptFile>,
}

document! {
    BoundQuarter, "bound_quarter",
    fn photos(&self) -> Vec<&Photo> {
        self.pictures().collect()
    }
}

impl BoundQuarter {
    /// Every picture in it.
    pub(crate) fn pictures(&self) -> impl Iterator<Item = &Photo> {
        self.meetings.iter().flat_map(|meeting| {
            let photos = meeting.minutes.photos.iter().filter_map(|captioned| captioned.photo.as_ref());
            photos.chain(meeting.scans.iter().flatten())
        })
    }
}

/// A meeting in a volume.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BoundMeeting {
    /// As the contents name it: `9月20日　主题党日`.
    pub heading: String,
    /// What was entered, with the photos where they are asked for.
    pub minutes: Minutes,
    /// 会议记录, where it is asked for.
    pub record: Option<Writing>,
    /// 纪实报告表
    pub form: Option<MeetingRecordForm>,
    /// Pages of the signed sign-in sheet; `None` where one cannot be read.
    pub scans: Vec<Option<Photo>>,
}

/// A resolution in a volume.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoundResolution {
    /// The day of the meeting.
    pub on: NaiveDate,
    /// The meeting's title.
    pub meeting: String,
    /// What was resolved.
    pub text: String,
    /// Who sees to it.
    pub responsible: Option<String>,
    pub due: Option<NaiveDate>,
    /// What was noted about it, oldest first: `9月20日 已购 40 册`.
    pub notes: Vec<String>,
    /// 已办结, 未办结, 已过期限; empty of what nobody has to see to.
    pub outcome: String,
}

/// A file that is kept and not printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeptFile {
    /// The meeting as the contents name it.
    pub meeting: String,
    /// The file's name.
    pub name: String,
}

/// What a quarter's volume would hold, and what it would lack.
///
/// # Errors
/// [`PaperError`].
pub fn bound_quarter(desk: &mut Desk<'_>, quarter: Quarter) -> Result<BoundQuarterView, PaperError> {
    let today = desk.today();
    desk.read(|reader| {
        let mut view = BoundQuarterView {
            quarter,
            held: 0,
            photos: 0,
            scans: 0,
            secretary: roster::secretary_on(reader, today)?,
            missing: Vec::new(),
        };
        for meeting in meetings::of_period(reader, quarter)? {
            let files = attachments::of(reader, AttachmentOwner::Meeting(meeting.id))?;
            view.missing.extend(lacks(&meeting, &files, today));
            if meeting.state == MeetingState::Held {
                view.held += 1;
                view.photos += count(&files, AttachmentKind::Photo);
                view.scans += count(&files, AttachmentKind::SignInScan);
            }
        }
        Ok(view)
    })
}

/// What a meeting lacks for a volume, as of `today`.
fn lacks(meeting: &MeetingRow, files: &[AttachmentRow], today: NaiveDate) -> Vec<BoundLack> {
    let on = meeting.at.date();
    let name = format!("{}“{}”", day_title(on), meeting.title);
    let mut lacks = Vec::new();
    let mut add =
        |part, what: String| lacks.push(BoundLack { meeting: meeting.id, part, message: name.clone() + &what });
    match meeting.state {
        MeetingState::Cancelled => {}
        MeetingState::Planned if on > today => {}
        MeetingState::Planned => add(BoundPart::Attendance, "没有到会记录，只列在计划表里".to_owned()),
        MeetingState::Held => {
            let unrecorded = meeting.tally.unwrap_or_default().unrecorded;
            if unrecorded > 0 {
                add(BoundPart::Attendance, format!("还有 {unrecorded} 名党员没有登记到会情况"));
            }
            if !meeting.has_record {
                add(BoundPart::Minutes, "没有填写会议记录".to_owned());
            }
            let scans: Vec<_> = files.iter().filter(|file| file.kind == AttachmentKind::SignInScan).collect();
            let unprinted = scans.iter().filter(|scan| !scan.is_printable()).count();
            if scans.is_empty() {
                add(BoundPart::Scans, "没有签到表扫描件".to_owned());
            } else if unprinted > 0 {
                add(BoundPart::Scans, format!("有 {unprinted} 份签到表扫描件不是图片或 PDF，只列出文件名"));
            }
        }
    }
    lacks
}

pub(super) fn volume(
    door: &Door<'_>,
    quarter: Quarter,
    parts: BoundParts,
    compiled_by: String,
) -> Result<Drawn, PaperError> {
    let volume = bound_quarter_of(door, quarter, parts, &compiled_by)?;
    let rooms = &[Room::Meetings, Room::Tasks, Room::Attachments, Room::Roster, Room::Branch, Room::Settings];
    Ok(Drawn::new(format!("{}组织生活记录合订本", quarter.title()), volume, rooms))
}

/// A quarter's volume as the records stand now.
fn bound_quarter_of(
    door: &Door<'_>,
    quarter: Quarter,
    parts: BoundParts,
    compiled_by: &str,
) -> Result<BoundQuarter, PaperError> {
    let (rules, today) = (door.rules, door.today());
    let meetings = door.read(|reader| meetings::of_period(reader, quarter))?;
    let query = AttendanceRangeQuery { from: quarter.first_day(), to: quarter.last_day(), kind: None };
    let sheet = || door.read(|reader| meetings::attendance_sheet_of(reader, query, rules, today));
    let attendance = parts.attendance.then(sheet).transpose()?;
    let people = attendance.as_ref().map_or(0, |sheet| sheet.range.rows.len());
    if people > MOST_PEOPLE {
        return Err(PaperError::TooManyToBind { people, most: MOST_PEOPLE });
    }
    let held: Vec<_> = meetings.into_iter().filter(|row| row.state == MeetingState::Held).collect();
    let mut album = Album::new(door, pictures(door, &held, parts)?)?;
    let (mut bound, mut kept_files) = (Vec::new(), Vec::new());
    for row in &held {
        let (meeting, files) = bound_meeting(door, &mut album, row, parts)?;
        kept_files.extend(files.into_iter().map(|name| KeptFile { meeting: meeting.heading.clone(), name }));
        bound.push(meeting);
    }
    door.read(|reader| {
        let branch = branch::stored_on(reader, quarter.last_day().min(today))?;
        Ok(BoundQuarter {
            branch: branch.name,
            superior: branch.superior,
            quarter: quarter.title(),
            compiled_by: compiled_by.trim().to_owned(),
            compiled_on: today,
            held: bound.len(),
            plan: meetings::plan_and_actual_of(reader, quarter, today)?,
            meetings: bound,
            attendance,
            resolutions: resolutions(reader, &held, today)?,
            kept_files,
        })
    })
}

/// One meeting with the parts that are asked for, and the names of its scans that no page can show.
fn bound_meeting(
    door: &Door<'_>,
    album: &mut Album<'_, '_>,
    row: &MeetingRow,
    parts: BoundParts,
) -> Result<(BoundMeeting, Vec<String>), PaperError> {
    let mut minutes = door.read(|reader| minutes_of(reader, row.id))?;
    let form = || door.read(|reader| record_form_of(reader, row.id, minutes.clone()));
    let form = parts.forms.then(form).transpose()?;
    let record = parts.minutes.then(|| minutes.writing());
    let (scans, files) = if parts.scans { album.scans(row.id)? } else { Default::default() };
    if parts.photos {
        minutes.photos = album.photos(row.id)?;
    }
    Ok((BoundMeeting { heading: heading(row), minutes, record, form, scans }, files))
}

/// How many pictures a volume has, before anything is read: a scan counts as one page.
fn pictures(door: &Door<'_>, held: &[MeetingRow], parts: BoundParts) -> Result<usize, PaperError> {
    door.read(|reader| {
        let mut pictures = 0;
        for row in held {
            let files = attachments::of(reader, AttachmentOwner::Meeting(row.id))?;
            let is_printed = |file: &&AttachmentRow| match file.kind {
                AttachmentKind::Photo => parts.photos,
                AttachmentKind::SignInScan => parts.scans && file.is_printable(),
                AttachmentKind::File | AttachmentKind::Other => false,
            };
            pictures += files.iter().filter(is_printed).count();
        }
        Ok(pictures)
    })
}

/// What the meetings resolved, in their order, with what became of it.
fn resolutions(reader: &Reader<'_>, held: &[MeetingRow], today: NaiveDate) -> Result<Vec<BoundResolution>, PaperError> {
    let tasks = tasks::all(reader, today)?.into_iter().map(|task| (task.resolution, task));
    let mut tasks: BTreeMap<_, _> = tasks.collect();
    let mut lines = Vec::new();
    for row in held {
        for resolution in meetings::stored(reader, row.id)?.resolutions {
            let task = resolution.id.and_then(|id| tasks.remove(&id));
            let outcome = match &task {
                None => String::new(),
                Some(task) if task.late => "已过期限，未办结".to_owned(),
                Some(task) => match task.done_on {
                    Some(on) => format!("{}办结", day_title(on)),
                    None => "未办结".to_owned(),
                },
            };
            let notes = task.map(|task| task.notes).unwrap_or_default();
            lines.push(BoundResolution {
                on: row.at.date(),
                meeting: row.title.clone(),
                text: resolution.text,
                responsible: resolution.responsible.filter(|name| !name.is_empty()),
                due: resolution.due,
                notes: notes.into_iter().map(|note| format!("{} {}", day_title(note.noted_on), note.text)).collect(),
                outcome,
            });
        }
    }
    Ok(lines)
}

fn count(files: &[AttachmentRow], kind: AttachmentKind) -> u32 {
    u32::try_from(files.iter().filter(|file| file.kind == kind).count()).unwrap_or(u32::MAX)
}

/// `9月20日　赴社区开展志愿服务（主题党日）`; a kind only where the title does not say it.
fn heading(row: &MeetingRow) -> String {
    let unsaid = row.kinds.iter().map(|kind| kind.title()).filter(|name| !row.title.contains(name));
    let unsaid = unsaid.collect::<Vec<_>>().join("、");
    let kinds = if unsaid.is_empty() { unsaid } else { format!("（{unsaid}）") };
    format!("{}　{}{kinds}", day_title(row.at.date()), row.title)
}

//! 学习签到表 and 学习记录 of a session.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{branch, form, kind, titled_table};
use crate::attachments::{self, AttachmentOwner};
use crate::desk::Door;
use crate::library::{self, LibraryPlace};
use crate::outside::{Block, Column, Fact};
use crate::paper::Drawn;
use crate::roster::{self, MemberId};
use crate::study::{
    StudyError, StudySession, StudySessionId, StudySessionRow, StudySessionView, StudyTopicId, get, plan,
};
use crate::values::{date_title, day_title};
use crate::vault::Reader;

pub(super) fn sign_in(door: &Door<'_>, session: StudySessionId) -> Result<Drawn, StudyError> {
    let view = view(door, session)?;
    let session = &view.row.session;
    sign_in_sheet(door, session.held_on, &facts(session))
}

pub(super) fn topic_sign_in(door: &Door<'_>, topic: StudyTopicId) -> Result<Drawn, StudyError> {
    let topic = door.read(|reader| plan::topic(reader, topic)?.ok_or(StudyError::NoSuchTopic))?;
    let facts = [
        Fact::wide("主题", topic.title),
        Fact::new("时间", String::new()),
        Fact::new("地点", String::new()),
        Fact::new("形式", topic.kind.title()),
        Fact::new("主讲人", topic.lecturer),
    ];
    sign_in_sheet(door, door.today(), &facts)
}

/// The members of a day with a place to sign for each, two beside each other.
fn sign_in_sheet(door: &Door<'_>, on: NaiveDate, facts: &[Fact]) -> Result<Drawn, StudyError> {
    let members = door.read(|reader| expected(reader, on))?;
    let half =
        || [Column::mm(12.0, "序号"), Column::share(1.0, "姓名").centred(), Column::share(1.4, "签到").centred()];
    let cells = |(index, name): (usize, &String)| vec![(index + 1).to_string(), name.clone(), String::new()];
    let numbered: Vec<_> = members.iter().enumerate().map(cells).collect();
    let row = |pair: &[Vec<String>]| {
        let mut row = pair.concat();
        row.resize(6, String::new());
        row
    };
    let table = Block::Table {
        columns: half().into_iter().chain(half()).collect(),
        rows: numbered.chunks(2).map(row).collect(),
        foot: format!("应到 {} 人，实到　　　人。", members.len()),
        roomy: true,
    };
    let blocks = vec![Block::Facts { facts: facts.to_vec() }, table];
    Ok(form(branch(door, on)?, "学习签到表".to_owned(), blocks).listing(members.len()))
}

/// Names of those who are asked to come on a day, in roster order.
fn expected(reader: &Reader<'_>, on: NaiveDate) -> Result<Vec<String>, StudyError> {
    let members = roster::members_on(reader, on)?;
    let asked = members.iter().filter(|member| get::is_expected(member));
    Ok(asked.map(|member| member.record.name.clone()).collect())
}

fn view(door: &Door<'_>, session: StudySessionId) -> Result<StudySessionView, StudyError> {
    door.read(|reader| get::view(reader, session)?.ok_or(StudyError::NoSuchSession))
}

/// What a session was, for its sign-in sheet and its record.
fn facts(session: &StudySession) -> [Fact; 5] {
    [
        Fact::wide("主题", &session.title),
        Fact::new("时间", days(session)),
        Fact::new("地点", &session.place),
        Fact::new("形式", kind(session)),
        Fact::new("主讲人", &session.lecturer),
    ]
}

/// `2026年11月20日`, `2026年11月20日至11月22日`
fn days(session: &StudySession) -> String {
    let until = session.last_on.map(|last| format!("至{}", day_title(last))).unwrap_or_default();
    date_title(session.held_on) + &until
}

pub(super) fn record(door: &Door<'_>, id: StudySessionId) -> Result<Drawn, StudyError> {
    let view = view(door, id)?;
    let session = &view.row.session;
    let name = |id: MemberId| view.present.iter().find(|one| one.member == id).map(|one| one.name.clone());
    let came: Vec<_> = session.participants.iter().filter_map(|id| name(*id)).collect();
    let absent: Vec<_> = view.absent.iter().map(|person| person.name.clone()).collect();
    let mut all = facts(session).to_vec();
    let (materials, files) = door.read(|reader| {
        let materials = library::names_at(reader, LibraryPlace::Session(id))?;
        Ok::<_, StudyError>((materials, attachments::counts(reader)?))
    })?;
    if !materials.is_empty() {
        all.insert(1, Fact::wide("学习材料", materials.join("、")));
    }
    all.push(Fact::new("学时", hours(session)));
    all.push(Fact::new("参加人数", format!("{} 人", came.len())));
    all.push(Fact { wide: true, ..Fact::people("参加的人", &came) });
    all.push(Fact { wide: true, ..Fact::people("没有参加也没有补学的人", &absent) });
    let mut blocks =
        vec![Block::Facts { facts: all }, Block::head("学习内容"), Block::Words { text: session.content.clone() }];
    blocks.extend(makeups(&view.row, name, &files));
    blocks.extend(certificates(&view.row, name, &files));
    blocks.push(Block::hands(["记录人", "支部书记"], None));
    let title = format!("学习记录 {} {}", session.held_on, session.title);
    let mut drawn = form(branch(door, session.held_on)?, "学习记录".to_owned(), blocks).listing(came.len());
    drawn.title = title;
    Ok(drawn)
}

/// How many files each record has.
type Files = BTreeMap<AttachmentOwner, u32>;

/// `学习笔记（附 2 份）`
fn with_files(text: &str, owner: AttachmentOwner, files: &Files) -> String {
    match (text, files.get(&owner)) {
        (_, None) => text.to_owned(),
        ("", Some(count)) => format!("附 {count} 份"),
        (_, Some(count)) => format!("{text}（附 {count} 份）"),
    }
}

fn hours(session: &StudySession) -> String {
    let note = if session.uncounted { "（不计入全年学时）" } else { "" };
    format!("每人 {}{note}", session.hours)
}

fn makeups(row: &StudySessionRow, name: impl Fn(MemberId) -> Option<String>, files: &Files) -> Vec<Block> {
    let columns = vec![
        Column::mm(24.0, "姓名"),
        Column::mm(34.0, "补学日期"),
        Column::share(1.4, "补学内容"),
        Column::share(1.0, "凭据"),
    ];
    let cells = row.made_up.iter().map(|makeup| {
        let name = name(makeup.member).unwrap_or_default();
        let owner = AttachmentOwner::Makeup { session: makeup.session, member: makeup.member };
        vec![name, date_title(makeup.made_up_on), makeup.material.clone(), with_files(&makeup.proof, owner, files)]
    });
    titled_table("补学情况", columns, cells.collect())
}

fn certificates(row: &StudySessionRow, name: impl Fn(MemberId) -> Option<String>, files: &Files) -> Vec<Block> {
    let columns = vec![
        Column::mm(24.0, "姓名"),
        Column::share(1.2, "证书编号"),
        Column::share(1.0, "发证单位"),
        Column::mm(34.0, "发证日期"),
    ];
    let cells = row.certificates.iter().map(|one| {
        let issued = one.issued_on.map(date_title).unwrap_or_default();
        let owner = AttachmentOwner::Certificate { session: one.session, member: one.member };
        let number = with_files(&one.number, owner, files);
        vec![name(one.member).unwrap_or_default(), number, one.issuer.clone(), issued]
    });
    titled_table("结业证书", columns, cells.collect())
}

//! The papers of study: 年度计划, 签到表, 学习记录, 学时台账, 个人学习记录.

use chrono::NaiveDate;

use super::ledger::{self, Ledger, ledger_of};
use super::year::check_year;
use super::{
    MemberLack, MemberStudySession, StudyError, StudyKind, StudySession, StudySessionId, StudySessionRow,
    StudySessionView, StudyTopic, StudyTopicId, StudyTopicRow, get, lacks, plan, store,
};
use crate::desk::Door;
use crate::outside::{Block, Column, Fact, Page, Writing};
use crate::paper::{Drawn, papers};
use crate::roster::{self, MemberId};
use crate::values::{Hours, Room, date_title, day_title};
use crate::vault::Reader;

papers! {
    /// The papers of study.
    StudyPaper, StudyError;
    /// 年度学习计划
    StudyPlanSheet { year: i32 } = plan_sheet;
    /// 学习签到表 of a session
    StudySignIn { session: StudySessionId } = sign_in;
    /// 学习签到表 of a topic that is still to be learnt; its day is left to a hand
    StudyTopicSignIn { topic: StudyTopicId } = topic_sign_in;
    /// 学习记录
    StudyRecord { session: StudySessionId } = record;
    /// 学时台账 of a year
    StudyLedger { year: i32 } = ledger_sheet;
    /// 个人学习记录 of a year
    StudyOfMember { member: MemberId, year: i32 } = of_member;
}

const ROOMS: &[Room] = &[Room::Study, Room::Roster, Room::Branch];

/// A form of these blocks below the branch and its title.
fn form(branch: String, title: String, blocks: Vec<Block>) -> Drawn {
    let head = Block::title([&branch, &title]);
    let blocks = std::iter::once(head).chain(blocks).collect();
    Drawn::writing(Writing { title, branch, page: Page::Form, blocks }, ROOMS)
}

fn branch(door: &Door<'_>, on: NaiveDate) -> Result<String, StudyError> {
    Ok(door.read(|reader| (door.letterhead)(reader, on))?.branch)
}

fn plan_sheet(door: &Door<'_>, year: i32) -> Result<Drawn, StudyError> {
    check_year(year)?;
    let plan = door.read(|reader| plan::plan_of(reader, year, door.today()))?;
    let columns = vec![
        Column::mm(14.0, "月份"),
        Column::share(1.6, "学习专题"),
        Column::mm(20.0, "形式"),
        Column::mm(14.0, "学时"),
        Column::mm(22.0, "主讲人"),
        Column::share(1.2, "学习材料"),
        Column::mm(26.0, "落实情况"),
    ];
    let rows = plan.topics.iter().map(plan_row).collect();
    let foot = format!("共 {} 个专题，计划 {} 学时。", plan.topics.len(), plan.hours);
    let table = Block::Table { columns, rows, foot, roomy: false };
    Ok(form(branch(door, door.today())?, format!("{year}年度学习计划"), vec![table]))
}

fn plan_row(row: &StudyTopicRow) -> Vec<String> {
    let StudyTopic { month, title, kind, hours, lecturer, material, .. } = &row.topic;
    let held: Vec<_> = row.sessions.iter().map(|session| day_title(session.held_on)).collect();
    vec![
        format!("{month}月"),
        title.clone(),
        kind.title().to_owned(),
        hours.map(|hours| hours.to_string()).unwrap_or_default(),
        lecturer.clone(),
        material.clone(),
        held.join("\n"),
    ]
}

fn sign_in(door: &Door<'_>, session: StudySessionId) -> Result<Drawn, StudyError> {
    let view = view(door, session)?;
    let session = &view.row.session;
    sign_in_sheet(door, session.held_on, &facts(session))
}

fn topic_sign_in(door: &Door<'_>, topic: StudyTopicId) -> Result<Drawn, StudyError> {
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

fn kind(session: &StudySession) -> String {
    let intensive = if session.intensive && session.kind != StudyKind::Course { "（集中培训）" } else { "" };
    format!("{}{intensive}", session.kind.title())
}

fn record(door: &Door<'_>, session: StudySessionId) -> Result<Drawn, StudyError> {
    let view = view(door, session)?;
    let session = &view.row.session;
    let name = |id: MemberId| view.present.iter().find(|one| one.member == id).map(|one| one.name.clone());
    let came: Vec<_> = session.participants.iter().filter_map(|id| name(*id)).collect();
    let absent: Vec<_> = view.absent.iter().map(|person| person.name.clone()).collect();
    let mut all = facts(session).to_vec();
    all.push(Fact::new("学时", hours(session)));
    all.push(Fact::new("参加人数", format!("{} 人", came.len())));
    all.push(Fact { wide: true, ..Fact::people("参加的人", &came) });
    all.push(Fact { wide: true, ..Fact::people("没有参加也没有补学的人", &absent) });
    let mut blocks =
        vec![Block::Facts { facts: all }, Block::head("学习内容"), Block::Words { text: session.content.clone() }];
    blocks.extend(makeups(&view.row, name));
    blocks.extend(certificates(&view.row, name));
    blocks.push(Block::hands(["记录人", "支部书记"], None));
    let title = format!("学习记录 {} {}", session.held_on, session.title);
    let mut drawn = form(branch(door, session.held_on)?, "学习记录".to_owned(), blocks).listing(came.len());
    drawn.title = title;
    Ok(drawn)
}

fn hours(session: &StudySession) -> String {
    let note = if session.uncounted { "（不计入全年学时）" } else { "" };
    format!("每人 {}{note}", session.hours)
}

fn makeups(row: &StudySessionRow, name: impl Fn(MemberId) -> Option<String>) -> Vec<Block> {
    let columns = vec![
        Column::mm(24.0, "姓名"),
        Column::mm(34.0, "补学日期"),
        Column::share(1.4, "补学内容"),
        Column::share(1.0, "凭据"),
    ];
    let cells = row.made_up.iter().map(|makeup| {
        let name = name(makeup.member).unwrap_or_default();
        vec![name, date_title(makeup.made_up_on), makeup.material.clone(), makeup.proof.clone()]
    });
    titled_table("补学情况", columns, cells.collect())
}

fn certificates(row: &StudySessionRow, name: impl Fn(MemberId) -> Option<String>) -> Vec<Block> {
    let columns = vec![
        Column::mm(24.0, "姓名"),
        Column::share(1.2, "证书编号"),
        Column::share(1.0, "发证单位"),
        Column::mm(34.0, "发证日期"),
    ];
    let cells = row.certificates.iter().map(|one| {
        let issued = one.issued_on.map(date_title).unwrap_or_default();
        vec![name(one.member).unwrap_or_default(), one.number.clone(), one.issuer.clone(), issued]
    });
    titled_table("结业证书", columns, cells.collect())
}

/// A table below its title; nothing where it has no row.
fn titled_table(title: &str, columns: Vec<Column>, rows: Vec<Vec<String>>) -> Vec<Block> {
    if rows.is_empty() { Vec::new() } else { vec![Block::head(title), Block::table(columns, rows)] }
}

fn ledger_sheet(door: &Door<'_>, year: i32) -> Result<Drawn, StudyError> {
    check_year(year)?;
    let today = door.today();
    let ledger = door.read(|reader| ledger_of(reader, door.rules, year, today))?;
    let people = ledger.lacks.members.len();
    let mut blocks = vec![Block::head("每人学时"), hours_table(&ledger)];
    blocks.extend(sessions_table(&ledger));
    let title = format!("{year}年度党员学时台账");
    Ok(form(branch(door, today)?, title, blocks).listing(people))
}

fn hours_table(ledger: &Ledger) -> Block {
    let columns = vec![
        Column::mm(11.0, "序号"),
        Column::share(1.0, "姓名").centred(),
        Column::mm(18.0, "应学学时"),
        Column::mm(18.0, "已学学时"),
        Column::mm(18.0, "其中补学"),
        Column::mm(18.0, "还差学时"),
        Column::mm(34.0, "集中培训"),
        Column::mm(18.0, "未学专题"),
    ];
    let members = &ledger.lacks.members;
    let rows = members.iter().enumerate().map(|(index, line)| hours_row(index, line)).collect();
    let lacking = members.iter().filter(|line| line.lacking > Hours::default()).count();
    let foot = format!("共 {} 人，还没有学满 {lacking} 人。", members.len());
    Block::Table { columns, rows, foot, roomy: false }
}

fn hours_row(index: usize, line: &MemberLack) -> Vec<String> {
    let left = if line.left { format!("（{}离开）", day_title(line.due)) } else { String::new() };
    vec![
        (index + 1).to_string(),
        format!("{}{left}", line.name),
        line.required.map_or_else(|| "不作要求".to_owned(), |hours| hours.to_string()),
        line.hours.to_string(),
        line.made_up.to_string(),
        line.lacking.to_string(),
        ledger::course(line),
        line.topics.len().to_string(),
    ]
}

fn sessions_table(ledger: &Ledger) -> Vec<Block> {
    let columns = vec![
        Column::mm(24.0, "日期"),
        Column::share(1.0, "主题"),
        Column::mm(22.0, "形式"),
        Column::mm(18.0, "每人学时"),
        Column::mm(18.0, "参加人数"),
        Column::mm(18.0, "补学人数"),
    ];
    let rows = ledger.sessions.iter().map(|row| {
        let session = &row.session;
        let (came, made_up) = (row.count.to_string(), row.made_up.len().to_string());
        let hours = session.hours.to_string();
        vec![day_title(session.held_on), session.title.clone(), kind(session), hours, came, made_up]
    });
    titled_table("学习情况", columns, rows.collect())
}

fn of_member(door: &Door<'_>, member: MemberId, year: i32) -> Result<Drawn, StudyError> {
    check_year(year)?;
    let today = door.today();
    let (sessions, lacks) = door.read(|reader| {
        roster::member(reader, member)?.ok_or(StudyError::NoSuchMember)?;
        Ok::<_, StudyError>((store::sessions_of(reader, member)?, lacks::lacks_of(reader, door.rules, year, today)?))
    })?;
    let line = lacks.members.iter().find(|line| line.member == member).ok_or(StudyError::NoMemberThen(year))?;
    let of_year = |session: &&MemberStudySession| session.held_on.to_string().starts_with(&format!("{year:04}-"));
    let mut sessions: Vec<_> = sessions.iter().filter(of_year).collect();
    sessions.reverse();
    let missing = lacks.topics.iter().filter(|lack| lack.topic.id.is_some_and(|id| line.topics.contains(&id)));
    let mut blocks = vec![Block::Facts { facts: summary(line, year) }];
    blocks.extend(studied(&sessions));
    blocks.extend(diplomas(&sessions));
    blocks.extend(topics(missing.map(|lack| &lack.topic)));
    blocks.push(Block::hands(["本人", "支部书记"], None));
    let mut drawn = form(branch(door, today)?, format!("{year}年度党员学习记录"), blocks);
    drawn.title = format!("{year}年度学习记录 {}", line.name);
    Ok(drawn)
}

fn summary(line: &MemberLack, year: i32) -> Vec<Fact> {
    let required = line.required.map_or_else(|| "不作要求".to_owned(), |hours| format!("{hours} 学时"));
    vec![
        Fact::new("姓名", &line.name),
        Fact::new("年度", format!("{year}年")),
        Fact::new("应学", required),
        Fact::new("已学", format!("{} 学时，其中补学 {}", line.hours, line.made_up)),
        Fact::new("还差", format!("{} 学时", line.lacking)),
        Fact::new("集中培训", ledger::course(line)),
    ]
}

fn studied(sessions: &[&MemberStudySession]) -> Vec<Block> {
    let columns = vec![
        Column::mm(24.0, "日期"),
        Column::share(1.0, "主题"),
        Column::mm(22.0, "形式"),
        Column::mm(16.0, "学时"),
        Column::mm(34.0, "情况"),
    ];
    let rows = sessions.iter().map(|session| {
        let how = session.made_up_on.map_or_else(|| "参加".to_owned(), |on| format!("{}已补", day_title(on)));
        let note = if session.uncounted { "（不计）" } else { "" };
        let hours = format!("{}{note}", session.hours);
        vec![day_title(session.held_on), session.title.clone(), session.kind.title().to_owned(), hours, how]
    });
    titled_table("学习情况", columns, rows.collect())
}

fn diplomas(sessions: &[&MemberStudySession]) -> Vec<Block> {
    let columns = vec![
        Column::share(1.2, "学习"),
        Column::share(1.0, "证书编号"),
        Column::share(1.0, "发证单位"),
        Column::mm(34.0, "发证日期"),
    ];
    let rows = sessions.iter().filter_map(|session| {
        let one = session.certificate.as_ref()?;
        let issued = one.issued_on.map(date_title).unwrap_or_default();
        Some(vec![session.title.clone(), one.number.clone(), one.issuer.clone(), issued])
    });
    titled_table("结业证书", columns, rows.collect())
}

fn topics<'a>(missing: impl Iterator<Item = &'a StudyTopic>) -> Vec<Block> {
    let columns = vec![Column::mm(18.0, "月份"), Column::share(1.0, "专题"), Column::share(1.0, "学习材料")];
    let rows = missing.map(|topic| vec![format!("{}月", topic.month), topic.title.clone(), topic.material.clone()]);
    titled_table("还没有学的专题", columns, rows.collect())
}

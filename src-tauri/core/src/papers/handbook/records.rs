//! What the other rooms recorded in the year.

use super::table::{Width, dotted, titled};
use super::{Binding, Filled};
use crate::desk::Nothing;
use crate::development::{self, DevelopmentPaper, DevelopmentQuery, DevelopmentRosterKind};
use crate::disposals;
use crate::dues::{self, DuesLedgerRequest, DuesPaper};
use crate::paper::Papers;
use crate::papers::PaperError;
use crate::roster::{self, Aspect};
use crate::study::{self, StudyPaper, StudyYearRequest};
use crate::talks::{self, TalkYearRequest};
use crate::tasks;
use crate::transfers;
use crate::values::Month;

pub(super) fn talks(binding: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    let year = binding.ask(|desk| talks::year(desk, TalkYearRequest { year: binding.year }))?;
    let mut filled = Filled::default();
    let rows = year.talks.iter().rev().enumerate().map(|(at, talk)| {
        let people = format!("{}、{}", talk.first_name, talk.second_name);
        let of = &talk.talk;
        vec![(at + 1).to_string(), dotted(Some(of.held_on)), people, of.place.clone(), of.content.clone()]
    });
    let columns = [
        (Width::Mm(10.0), "序号"),
        (Width::Mm(24.0), "日期"),
        (Width::Mm(34.0), "谈话双方"),
        (Width::Mm(30.0), "地点"),
        (Width::Share(1.0), "主要内容"),
    ];
    titled(&mut filled, "谈心谈话登记", &columns, rows.collect());
    Ok(filled)
}

pub(super) fn study(binding: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    let year = binding.year;
    let of_year = binding.ask(|desk| study::year(desk, StudyYearRequest { year }))?;
    let mut filled = Filled::default();
    let rows = of_year.sessions.iter().rev().enumerate().map(|(at, row)| {
        let session = &row.session;
        let hours = session.hours.to_string();
        let day = dotted(Some(session.held_on));
        vec![
            (at + 1).to_string(),
            day,
            session.title.clone(),
            hours,
            row.count.to_string(),
            row.made_up.len().to_string(),
        ]
    });
    let columns = [
        (Width::Mm(10.0), "序号"),
        (Width::Mm(24.0), "日期"),
        (Width::Share(1.0), "学习内容"),
        (Width::Mm(16.0), "学时"),
        (Width::Mm(18.0), "参加人数"),
        (Width::Mm(18.0), "补学人数"),
    ];
    titled(&mut filled, "集中学习和培训", &columns, rows.collect());
    if !of_year.sessions.is_empty() {
        let ledger = StudyPaper::StudyLedger { year }.draw(binding.door).map_err(PaperError::of_room)?;
        filled.papers.extend(ledger.document.writing().cloned());
    }
    Ok(filled)
}

pub(super) fn development(binding: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    let query = DevelopmentQuery { search: String::new(), include_closed: false };
    let files = binding.ask(|desk| development::list(desk, query))?;
    let mut filled = Filled::default();
    let rows = files.iter().enumerate().map(|(at, row)| {
        let step = if row.last_step == 0 { String::new() } else { format!("第 {} 步", row.last_step) };
        vec![(at + 1).to_string(), row.name.clone(), row.stage.title().to_owned(), step, row.next_step.clone()]
    });
    let columns = [
        (Width::Mm(10.0), "序号"),
        (Width::Mm(28.0), "姓名"),
        (Width::Mm(34.0), "所处阶段"),
        (Width::Mm(26.0), "已完成"),
        (Width::Share(1.0), "下一步"),
    ];
    titled(&mut filled, "正在培养和发展的人员", &columns, rows.collect());
    for of in [
        DevelopmentRosterKind::Applicants,
        DevelopmentRosterKind::Activists,
        DevelopmentRosterKind::Candidates,
        DevelopmentRosterKind::Probationary,
        DevelopmentRosterKind::Converted,
    ] {
        let roster = DevelopmentPaper::Roster { year: binding.year, of }.draw(binding.door);
        let roster = roster.map_err(PaperError::of_room)?;
        filled.papers.extend(roster.document.writing().filter(|_| roster.people > 0).cloned());
    }
    Ok(filled)
}

pub(super) fn dues(binding: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    let year = binding.year;
    let ledger = binding.ask(|desk| dues::ledger(desk, DuesLedgerRequest { year }))?;
    let mut filled = Filled::default();
    let rows = ledger.entries.iter().rev().map(|row| {
        let entry = &row.entry;
        let told = [entry.party.as_str(), entry.note.as_str(), row.meeting_title.as_str()];
        let told: Vec<&str> = told.into_iter().filter(|text| !text.is_empty()).collect();
        vec![dotted(Some(entry.on)), entry.kind.title().to_owned(), entry.amount.to_string(), told.join("；")]
    });
    let columns = [
        (Width::Mm(24.0), "日期"),
        (Width::Mm(36.0), "收支"),
        (Width::Mm(30.0), "金额（元）"),
        (Width::Share(1.0), "说明"),
    ];
    titled(&mut filled, "上缴、下拨和使用", &columns, rows.collect());
    if !ledger.paid_in.is_zero() {
        let (from, to) = (Month::of(binding.first), Month::of(binding.last));
        for paper in [DuesPaper::DuesRegister { from, to }, DuesPaper::DuesStatement { year }] {
            let drawn = paper.draw(binding.door).map_err(PaperError::of_room)?;
            filled.papers.extend(drawn.document.writing().cloned());
        }
        filled.records += 1;
    }
    Ok(filled)
}

pub(super) fn transfers(binding: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    let all = binding.ask(|desk| transfers::list(desk, Nothing {}))?;
    let mut filled = Filled::default();
    let rows = all.iter().filter(|row| binding.is_in(row.issued_on)).map(|row| {
        let state = row.state.title().to_owned();
        let (day, ended) = (dotted(Some(row.issued_on)), dotted(row.ended_on));
        vec![row.number.clone(), row.name.clone(), row.other_organization.clone(), day, state, ended]
    });
    let columns = [
        (Width::Mm(30.0), "介绍信编号"),
        (Width::Mm(26.0), "姓名"),
        (Width::Share(1.0), "对方党组织"),
        (Width::Mm(24.0), "开具日期"),
        (Width::Mm(24.0), "情况"),
        (Width::Mm(24.0), "办结日期"),
    ];
    titled(&mut filled, "组织关系转接", &columns, rows.collect());
    Ok(filled)
}

pub(super) fn discipline(binding: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    let disposals = binding.ask(|desk| disposals::list(desk, Nothing {}))?;
    let everyone = binding.door.read(roster::everyone)?;
    let mut filled = Filled::default();
    let facts = everyone.iter().flat_map(|member| member.facts.iter().map(move |fact| (member, fact)));
    let punished = facts.filter(|(_, fact)| fact.aspect == Aspect::Discipline && !fact.value.is_empty());
    let punished = punished.filter(|(_, fact)| fact.since.is_some_and(|since| binding.is_in(since.earliest())));
    let rows = punished.map(|(member, fact)| {
        let day = fact.since.map(|since| since.title()).unwrap_or_default();
        vec![day, member.record.name.clone(), roster::fact_title(fact.aspect, &fact.value), fact.detail.clone()]
    });
    let columns =
        [(Width::Mm(34.0), "日期"), (Width::Mm(28.0), "姓名"), (Width::Mm(40.0), "处分"), (Width::Share(1.0), "说明")];
    titled(&mut filled, "党纪处分", &columns, rows.collect());
    let rows = disposals.iter().filter(|disposal| binding.is_in(disposal.record.begun_on)).map(|disposal| {
        let record = &disposal.record;
        let outcome = record.outcome.map(|outcome| outcome.title().to_owned()).unwrap_or_default();
        let (begun, decided) = (dotted(Some(record.begun_on)), dotted(record.decided_on));
        vec![disposal.name.clone(), record.kind.title().to_owned(), begun, record.ground.clone(), decided, outcome]
    });
    let columns = [
        (Width::Mm(26.0), "姓名"),
        (Width::Mm(24.0), "处置"),
        (Width::Mm(24.0), "提出日期"),
        (Width::Share(1.0), "事由"),
        (Width::Mm(24.0), "决定日期"),
        (Width::Mm(24.0), "结果"),
    ];
    titled(&mut filled, "组织处置", &columns, rows.collect());
    Ok(filled)
}

/// The program keeps no letters to the superior yet: lines for a hand.
pub(super) fn letters(_: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    Ok(by_hand(&["日期", "请示、报告的名称", "报送单位", "答复情况"]))
}

pub(super) fn publicity(binding: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    let ledger = binding.ask(|desk| dues::ledger(desk, DuesLedgerRequest { year: binding.year }))?;
    let mut filled = Filled::default();
    let rows = ledger.published.iter().map(|published| {
        let what = format!("{}年党费收缴和使用情况", published.year);
        vec![dotted(Some(published.published_on)), what, published.place.clone(), published.note.clone()]
    });
    let columns = [
        (Width::Mm(24.0), "日期"),
        (Width::Share(1.0), "公开内容"),
        (Width::Share(1.0), "公开地点"),
        (Width::Share(1.0), "备注"),
    ];
    titled(&mut filled, "公布登记", &columns, rows.collect());
    if filled.blocks.is_empty() {
        return Ok(by_hand(&["日期", "公开内容", "公开地点和方式", "经办人"]));
    }
    Ok(filled)
}

/// As [`letters`].
pub(super) fn organization(_: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    Ok(by_hand(&["日期", "参与决策、联学联建或者志愿服务的事项", "参加人员", "结果"]))
}

/// What the meetings resolved, and how it turned out.
pub(super) fn inspections(binding: &mut Binding<'_, '_>) -> Result<Filled, PaperError> {
    let today = binding.door.today();
    let all = binding.door.read(|reader| tasks::all(reader, today))?;
    let mut filled = Filled::default();
    let rows = all.iter().filter(|task| binding.is_in(task.resolved_on)).map(|task| {
        let outcome = match task.done_on {
            Some(on) => format!("{}办结", dotted(Some(on))),
            None if task.late => "逾期未办结".to_owned(),
            None => "正在办理".to_owned(),
        };
        let responsible = task.responsible.clone().unwrap_or_default();
        vec![dotted(Some(task.resolved_on)), task.text.clone(), responsible, dotted(task.due), outcome]
    });
    let columns = [
        (Width::Mm(24.0), "提出日期"),
        (Width::Share(1.0), "事项"),
        (Width::Mm(28.0), "责任人"),
        (Width::Mm(24.0), "期限"),
        (Width::Mm(34.0), "落实情况"),
    ];
    titled(&mut filled, "会议决议和整改落实", &columns, rows.collect());
    Ok(filled)
}

fn by_hand(titles: &[&str]) -> Filled {
    Filled { blocks: vec![super::table::for_hands(titles, 8)], ..Filled::default() }
}

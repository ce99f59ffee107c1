//! 学时台账 of a year.

use super::{branch, form, kind, titled_table};
use crate::desk::Door;
use crate::outside::{Block, Column};
use crate::paper::Drawn;
use crate::study::ledger::{self, Ledger, ledger_of};
use crate::study::year::check_year;
use crate::study::{MemberLack, StudyError};
use crate::values::{Hours, day_title};

pub(super) fn ledger_sheet(door: &Door<'_>, year: i32) -> Result<Drawn, StudyError> {
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

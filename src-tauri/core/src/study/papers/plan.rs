//! 年度学习计划.

use super::{branch, form};
use crate::desk::Door;
use crate::outside::{Block, Column};
use crate::paper::Drawn;
use crate::study::year::check_year;
use crate::study::{StudyError, StudyTopic, StudyTopicRow, plan};
use crate::values::day_title;

pub(super) fn plan_sheet(door: &Door<'_>, year: i32) -> Result<Drawn, StudyError> {
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

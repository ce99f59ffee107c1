//! 年度学习计划.

use super::{branch, form};
use crate::desk::Door;
use crate::library::{self, LibraryPlace};
use crate::outside::{Block, Column};
use crate::paper::Drawn;
use crate::study::year::check_year;
use crate::study::{StudyError, StudyTopic, StudyTopicRow, plan};
use crate::values::day_title;
use crate::vault::{Reader, VaultError};

pub(super) fn plan_sheet(door: &Door<'_>, year: i32) -> Result<Drawn, StudyError> {
    check_year(year)?;
    let (plan, named) = door.read(|reader| {
        let plan = plan::plan_of(reader, year, door.today())?;
        let named = plan.topics.iter().map(|row| materials(reader, &row.topic)).collect::<Result<Vec<_>, _>>()?;
        Ok::<_, StudyError>((plan, named))
    })?;
    let columns = vec![
        Column::mm(14.0, "月份"),
        Column::share(1.6, "学习专题"),
        Column::mm(20.0, "形式"),
        Column::mm(14.0, "学时"),
        Column::mm(22.0, "主讲人"),
        Column::share(1.2, "学习材料"),
        Column::mm(26.0, "落实情况"),
    ];
    let rows = plan.topics.iter().zip(named).map(|(row, materials)| plan_row(row, materials)).collect();
    let foot = format!("共 {} 个专题，计划 {} 学时。", plan.topics.len(), plan.hours);
    let table = Block::Table { columns, rows, foot, roomy: false };
    Ok(form(branch(door, door.today())?, format!("{year}年度学习计划"), vec![table]))
}

/// What is to be learnt: as it was written, and what is named of the library.
fn materials(reader: &Reader<'_>, topic: &StudyTopic) -> Result<String, VaultError> {
    let named = topic.id.map(|id| library::names_at(reader, LibraryPlace::Topic(id))).transpose()?.unwrap_or_default();
    let all: Vec<_> = std::iter::once(topic.material.clone()).chain(named).filter(|text| !text.is_empty()).collect();
    Ok(all.join("\n"))
}

fn plan_row(row: &StudyTopicRow, materials: String) -> Vec<String> {
    let StudyTopic { month, title, kind, hours, lecturer, .. } = &row.topic;
    let held: Vec<_> = row.sessions.iter().map(|session| day_title(session.held_on)).collect();
    vec![
        format!("{month}月"),
        title.clone(),
        kind.title().to_owned(),
        hours.map(|hours| hours.to_string()).unwrap_or_default(),
        lecturer.clone(),
        materials,
        held.join("\n"),
    ]
}

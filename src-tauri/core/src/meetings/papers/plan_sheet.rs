//! 三会一课计划报备表 (`docs/DOMAIN.md` §3): the plan of a quarter on paper; in a bound volume beside what became of it.

use chrono::{NaiveDate, NaiveDateTime};

use crate::branch;
use crate::meetings::report::statistics;
use crate::meetings::store::{self, Head};
use crate::meetings::{MeetingError, MeetingKind, MeetingRow, MeetingState, wording};
use crate::outside::{Block, Column, Page, Place, Writing};
use crate::values::{Quarter, date_title, moment_title};
use crate::vault::Reader;

/// The plan of a quarter, or of the whole year it lies in, with everything that was not called off.
///
/// # Errors
/// When the file cannot be read.
pub(in crate::meetings) fn plan_sheet_of(
    reader: &Reader<'_>,
    quarter: Quarter,
    whole_year: bool,
    on: NaiveDate,
) -> Result<Writing, MeetingError> {
    let quarters = if whole_year { Quarter::all_of(quarter.year()).collect() } else { vec![quarter] };
    let period = if whole_year { format!("{}年", quarter.year()) } else { quarter.title() };
    let mut meetings = Vec::new();
    for quarter in &quarters {
        meetings.extend(statistics::of_period(reader, *quarter)?);
    }
    meetings.retain(|row| row.state != MeetingState::Cancelled);
    let columns = vec![
        Column::mm(9.0, "序号"),
        Column::mm(29.0, "时间"),
        Column::share(1.1, "类别"),
        Column::share(1.4, "内容"),
        Column::share(1.2, "地点"),
        Column::mm(16.0, "主持人"),
        Column::mm(14.0, "备注"),
    ];
    let cells = |row: &MeetingRow, found: &Head| {
        let remark = if row.state == MeetingState::Held { "已召开" } else { "" };
        let time = format!("{}\n{}", date_title(row.at.date()), row.at.format("%H:%M"));
        [vec![time], what(row, found), vec![remark.to_owned()]].concat()
    };
    let title = format!("{period}组织生活计划报备表");
    let last = quarters.last().map_or(on, |quarter| quarter.last_day());
    let mut sheet = sheet(reader, title, last.min(on), &meetings, columns, cells)?;
    sheet.blocks.push(Block::Hands {
        rows: vec![
            vec![Place::Hand("支部书记（签字）".to_owned()), Place::Hand("上级党组织意见".to_owned())],
            vec![Place::Told(format!("填报日期：{}", date_title(on))), Place::Told("（盖章处）".to_owned())],
        ],
    });
    Ok(Writing { title: format!("{period}组织生活计划"), ..sheet })
}

/// The plan of a quarter beside what became of it, also of what was called off.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn plan_and_actual_of(
    reader: &Reader<'_>,
    quarter: Quarter,
    on: NaiveDate,
) -> Result<Writing, MeetingError> {
    let meetings = statistics::of_period(reader, quarter)?;
    let columns = vec![
        Column::mm(12.0, "序号"),
        Column::mm(40.0, "计划时间"),
        Column::mm(40.0, "实际时间"),
        Column::mm(34.0, "类别"),
        Column::share(1.5, "内容"),
        Column::share(1.0, "地点"),
        Column::mm(24.0, "主持人"),
        Column::share(1.0, "落实情况"),
    ];
    let cells = |row: &MeetingRow, found: &Head| {
        let time = |at: Option<NaiveDateTime>| at.map_or("—".to_owned(), moment_title);
        let held_at = (row.state == MeetingState::Held).then_some(row.at);
        let outcome = match row.state {
            MeetingState::Held => "已召开".to_owned(),
            MeetingState::Cancelled => format!("已取消：{}", found.cancel_reason.as_deref().unwrap_or_default()),
            MeetingState::Planned if row.at.date() < on => "没有到会记录".to_owned(),
            MeetingState::Planned => "待召开".to_owned(),
        };
        [vec![time(Some(found.head.planned_at)), time(held_at)], what(row, found), vec![outcome]].concat()
    };
    let title = format!("{}组织生活计划与落实情况", quarter.title());
    sheet(reader, title, quarter.last_day().min(on), &meetings, columns, cells)
}

/// What both sheets have: whose they are on a day, and the meetings with their totals by kind.
fn sheet(
    reader: &Reader<'_>,
    title: String,
    on: NaiveDate,
    meetings: &[MeetingRow],
    columns: Vec<Column>,
    cells: impl Fn(&MeetingRow, &Head) -> Vec<String>,
) -> Result<Writing, MeetingError> {
    let branch = branch::stored_on(reader, on)?;
    let mut blocks = vec![Block::title([&branch.name, &title])];
    if !branch.superior.is_empty() {
        blocks.push(Block::text(format!("上级党组织：{}", branch.superior)));
    }
    let mut rows = Vec::new();
    for meeting in meetings {
        let Some(found) = store::head(reader, meeting.id)? else { continue };
        rows.push([vec![(rows.len() + 1).to_string()], cells(meeting, &found)].concat());
    }
    if rows.is_empty() {
        blocks.push(Block::text("本季度还没有安排。"));
    } else {
        blocks.push(Block::Table { columns, rows, foot: totals(meetings), roomy: false });
    }
    Ok(Writing { title, branch: branch.name, page: Page::Form, blocks })
}

/// 类别, 内容, 地点 and 主持人 of a meeting.
fn what(row: &MeetingRow, found: &Head) -> Vec<String> {
    let unsaid = row.party_group.as_ref().filter(|group| !row.title.contains(group.as_str()));
    let group = unsaid.map(|group| format!("（{group}）")).unwrap_or_default();
    let title = format!("{}{group}", row.title);
    vec![wording::kinds(&row.kinds), title, row.place.clone(), found.head.chair.clone()]
}

/// `合计：支部党员大会 1 次，支委会 3 次。`
fn totals(meetings: &[MeetingRow]) -> String {
    let counted = meetings.iter().filter(|row| row.state != MeetingState::Cancelled);
    let count = |kind| counted.clone().filter(|row| row.kinds.contains(&kind)).count();
    let totals = MeetingKind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0);
    let totals: Vec<_> = totals.map(|(kind, count)| format!("{} {count} 次", kind.title())).collect();
    format!("合计：{}。", totals.join("，"))
}

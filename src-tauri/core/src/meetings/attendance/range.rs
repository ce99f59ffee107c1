//! Who came to which meeting of a period: the page, the sheet, and what both are made of.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Months, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::{Desk, Door};
use crate::files::Saved;
use crate::meetings::report::statistics::{counted, rate};
use crate::meetings::store::{self, Cell};
use crate::meetings::{
    AttendanceCount, AttendanceStatus, AttendanceTally, MeetingError, MeetingId, MeetingKind, MeetingQuery, MeetingRow,
    wording,
};
use crate::outside::{FileToken, Table, document};
use crate::problem::Invalid;
use crate::roster::{Member, MemberId};
use crate::rules::{RuleBook, RuleId};
use crate::vault::Reader;
use crate::{attendance, branch, files, roster};

/// Longer periods fit no page and no sheet.
const MOST_MONTHS: u32 = 36;

/// Which meetings to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttendanceRangeQuery {
    /// First day, inclusive.
    pub from: NaiveDate,
    /// Last day, inclusive.
    pub to: NaiveDate,
    /// Only this kind; `None` is all of them.
    #[serde(default)]
    pub kind: Option<MeetingKind>,
}

/// Saves the attendance of a period as XLSX.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttendanceExportRequest {
    /// Which meetings.
    pub query: AttendanceRangeQuery,
    pub file: FileToken,
}

/// Members by meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttendanceRange {
    /// What was asked for.
    pub query: AttendanceRangeQuery,
    /// The day as of which it is: the last one, or today.
    pub as_of: NaiveDate,
    /// Meetings whose attendance was recorded, by time.
    pub meetings: Vec<RangeMeeting>,
    /// Those who were expected at one of them, and the members of the day, in roster order.
    pub rows: Vec<RangeRow>,
    /// The branch month by month.
    pub months: Vec<RangeMonth>,
    /// What the marks of the rows mean.
    pub legend: String,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RangeMeeting {
    pub id: MeetingId,
    pub at: NaiveDateTime,
    /// What it is called.
    pub title: String,
    /// Its kinds in Chinese.
    pub kinds: String,
    /// 应到
    pub expected: u32,
    /// 实到
    pub present: u32,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RangeRow {
    pub member: MemberId,
    /// In numbers, as in the report.
    pub attendance: AttendanceCount,
    /// 到会率 in percent; `None` for who was expected nowhere.
    pub rate: Option<u32>,
    /// One character for each meeting.
    pub marks: String,
    /// Why away, by time.
    pub reasons: Vec<RangeReason>,
    /// Absent without leave ever since this day (E11), at meetings of any kind.
    pub away_since: Option<NaiveDate>,
    /// Whole calendar months since then.
    pub away_months: u32,
    /// As long as E11 asks about; said, never acted on.
    pub away_too_long: bool,
    /// Is no member any more.
    pub former: bool,
}

/// Why someone was away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RangeReason {
    pub on: NaiveDate,
    /// As entered.
    pub reason: String,
}

/// The branch in one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RangeMonth {
    /// `2026-03`
    pub month: String,
    /// 应到, over all meetings.
    pub expected: u32,
    /// 实到
    pub present: u32,
    /// 请假
    pub on_leave: u32,
    /// 缺席
    pub absent: u32,
    /// 到会率 in percent.
    pub rate: Option<u32>,
}

/// 到会统计表 of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendanceSheet {
    pub branch: String,
    /// `2026年第三季度`, or the days from and to.
    pub period: String,
    /// The kind of meeting, where it is limited to one.
    pub scope: String,
    /// Members by meetings.
    pub range: AttendanceRange,
}

document!(AttendanceSheet, "attendance");

/// Who came to which meeting of a period.
///
/// # Errors
/// [`MeetingError::Invalid`] for a period that ends before it begins, or is too long.
pub fn attendance_range(desk: &mut Desk<'_>, query: AttendanceRangeQuery) -> Result<AttendanceRange, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| range(reader, query, rules, today))
}

/// Saves the attendance of a period as XLSX; the log says so.
///
/// # Errors
/// [`MeetingError::Invalid`], [`MeetingError::File`].
pub fn export_attendance(door: &Door<'_>, request: AttendanceExportRequest) -> Result<Saved, MeetingError> {
    let range = door.read(|reader| range(reader, request.query, door.rules, door.today()))?;
    let bytes = door.outside.office.write(&table(&range)).map_err(MeetingError::Sheet)?;
    let label = format!("导出到会统计 {}", wording::period(request.query.from, request.query.to));
    door.desk(|desk| desk.note(label))?;
    Ok(files::write(door.outside, &request.file, &bytes)?)
}

/// The attendance of a period as a paper.
///
/// # Errors
/// As [`attendance_range`].
pub fn attendance_sheet_of(
    reader: &Reader<'_>,
    query: AttendanceRangeQuery,
    rules: &RuleBook,
    today: NaiveDate,
) -> Result<AttendanceSheet, MeetingError> {
    Ok(AttendanceSheet {
        branch: branch::stored(reader)?.name,
        period: wording::period(query.from, query.to),
        scope: query.kind.map(MeetingKind::title).unwrap_or_default().to_owned(),
        range: range(reader, query, rules, today)?,
    })
}

fn range(
    reader: &Reader<'_>,
    query: AttendanceRangeQuery,
    rules: &RuleBook,
    today: NaiveDate,
) -> Result<AttendanceRange, MeetingError> {
    check(query).into_result()?;
    let AttendanceRangeQuery { from, to, kind } = query;
    let as_of = to.min(today).max(from);
    let filter = MeetingQuery { from: Some(from), to: Some(to), kind, ..MeetingQuery::default() };
    let mut meetings = store::rows(reader, &filter)?;
    meetings.retain(|meeting| meeting.tally.is_some());
    meetings.reverse();

    let mut people = People::new();
    let mut days = Vec::new();
    for (id, day) in store::days(reader, from, to)? {
        for cell in store::attendance_cells(reader, id)? {
            people.entry(cell.member).or_default().push((days.len(), cell));
        }
        days.push(Day { on: day, column: meetings.iter().position(|meeting| meeting.id == id) });
    }
    let streaks = streaks(reader, &people, &days, from)?;
    let e11 = rules.number(RuleId::E11, "months", as_of);

    let everyone = roster::everyone(reader)?;
    let ids: Vec<_> = everyone.iter().map(|member| member.id).collect();
    let missed_three = attendance::missed_three(reader, &ids, from, as_of)?;
    let mut rows = Vec::new();
    for member in everyone {
        let mine = people.remove(&member.id).unwrap_or_default();
        let is_shown = |(at, _): &(usize, Cell)| days.get(*at).is_some_and(|day| day.column.is_some());
        let former = !member.is_member_on(as_of);
        if former && !mine.iter().any(is_shown) {
            continue;
        }
        let since = streaks.get(&member.id).copied();
        let row = Row { columns: meetings.len(), days: &days, mine: &mine, since, as_of, e11, former };
        let mut row = row.of(&member.on(as_of));
        row.attendance.missed_three = missed_three.contains(&row.member);
        rows.push(row);
    }
    Ok(AttendanceRange {
        query,
        as_of,
        months: months(&meetings),
        meetings: meetings.into_iter().map(RangeMeeting::from).collect(),
        rows,
        legend: legend(),
    })
}

fn check(query: AttendanceRangeQuery) -> Invalid {
    let mut invalid = Invalid::default();
    if query.to < query.from {
        invalid.add("to", "结束日期早于开始日期");
    } else if query.from.checked_add_months(Months::new(MOST_MONTHS)).is_none_or(|end| query.to >= end) {
        invalid.add("to", "一次最多统计三年");
    }
    invalid
}

/// Everyone's meetings by time, each with its place among the days.
type People = HashMap<MemberId, Vec<(usize, Cell)>>;

/// A meeting of the period.
struct Day {
    on: NaiveDate,
    /// Its column; `None` when it is of a kind that was not asked for.
    column: Option<usize>,
}

/// What one row is made of.
struct Row<'a> {
    columns: usize,
    days: &'a [Day],
    mine: &'a [(usize, Cell)],
    since: Option<NaiveDate>,
    as_of: NaiveDate,
    e11: Option<u32>,
    former: bool,
}

impl Row<'_> {
    fn of(self, member: &Member) -> RangeRow {
        let mut marks = vec![NOT_EXPECTED; self.columns];
        let mut statuses = Vec::new();
        let mut reasons = Vec::new();
        for (at, cell) in self.mine {
            let Some(day) = self.days.get(*at) else { continue };
            let Some(shown) = day.column.and_then(|column| marks.get_mut(column)) else { continue };
            *shown = if cell.late { LATE } else { mark(cell.status) };
            statuses.push(cell.status);
            let reason = cell.reason.clone().filter(|reason| !reason.is_empty());
            reasons.extend(reason.map(|reason| RangeReason { on: day.on, reason }));
        }
        let attendance = counted(member, &statuses, self.as_of);
        let away_months = self.since.map_or(0, |since| whole_months(since, self.as_of));
        RangeRow {
            member: member.id,
            rate: rate(attendance.present, attendance.expected),
            attendance,
            marks: marks.into_iter().collect(),
            reasons,
            away_since: self.since,
            away_months,
            away_too_long: self.since.is_some() && self.e11.is_some_and(|months| away_months >= months),
            former: self.former,
        }
    }
}

/// Since when each of those has been absent at every meeting of any kind, whose newest status is an absence (E11).
/// Before `from` only the meetings of those are looked at who were absent throughout.
fn streaks(
    reader: &Reader<'_>,
    people: &People,
    days: &[Day],
    from: NaiveDate,
) -> Result<BTreeMap<MemberId, NaiveDate>, MeetingError> {
    let mut streaks = BTreeMap::new();
    let mut open = BTreeSet::new();
    for (member, mine) in people {
        let judged = mine.iter().rev().filter_map(|(at, cell)| Some((days.get(*at)?.on, cell.status?)));
        let absences: Vec<_> = judged.clone().take_while(|(_, status)| *status == AttendanceStatus::Absent).collect();
        if let Some((since, _)) = absences.last() {
            streaks.insert(*member, *since);
            if absences.len() == judged.count() {
                open.insert(*member);
            }
        }
    }
    attendance::follow_back(reader, open, from, &mut streaks)?;
    Ok(streaks)
}

/// Whole calendar months from one day to a later one (trap 1).
fn whole_months(since: NaiveDate, until: NaiveDate) -> u32 {
    let has_passed = |months: &u32| since.checked_add_months(Months::new(*months)).is_some_and(|day| day <= until);
    u32::try_from((1..).take_while(has_passed).count()).unwrap_or(u32::MAX)
}

fn months(meetings: &[MeetingRow]) -> Vec<RangeMonth> {
    let mut months = BTreeMap::<String, AttendanceTally>::new();
    for meeting in meetings {
        let tally = meeting.tally.unwrap_or_default();
        let month = months.entry(meeting.at.format("%Y-%m").to_string()).or_default();
        month.expected += tally.expected;
        month.present += tally.present;
        month.on_leave += tally.on_leave;
        month.absent += tally.absent;
    }
    let month = |(month, AttendanceTally { expected, present, on_leave, absent, .. })| RangeMonth {
        month,
        expected,
        present,
        on_leave,
        absent,
        rate: rate(present, expected),
    };
    months.into_iter().map(month).collect()
}

const NOT_EXPECTED: char = '—';
const LATE: char = '迟';

fn mark(status: Option<AttendanceStatus>) -> char {
    match status {
        Some(AttendanceStatus::Present) => '✓',
        Some(AttendanceStatus::OnLeave) => '假',
        Some(AttendanceStatus::Absent) => '缺',
        Some(AttendanceStatus::NotRequired) => '不',
        None => '？',
    }
}

fn legend() -> String {
    format!(
        "{} 到会　{LATE} 迟到　{} 请假　{} 缺席　{} 不作硬性要求　{} 未登记　{NOT_EXPECTED} 不在应到之列",
        mark(Some(AttendanceStatus::Present)),
        mark(Some(AttendanceStatus::OnLeave)),
        mark(Some(AttendanceStatus::Absent)),
        mark(Some(AttendanceStatus::NotRequired)),
        mark(None),
    )
}

/// The period as a sheet; below the members how many came to each meeting.
fn table(range: &AttendanceRange) -> Table {
    let columns = range.meetings.iter().map(|meeting| format!("{} {}", meeting.at.format("%Y-%m-%d"), meeting.title));
    let words = ["应到", "实到", "请假", "缺席", "到会率", "提示", "事由"];
    let mut header = vec!["姓名".to_owned(), "类别".to_owned()];
    header.extend(columns);
    header.extend(words.map(str::to_owned));
    let mut rows: Vec<Vec<String>> = range.rows.iter().map(line).collect();
    let mut foot = |name: &str, text: fn(&RangeMeeting) -> String| {
        let mut cells = vec![name.to_owned(), String::new()];
        cells.extend(range.meetings.iter().map(text));
        cells.resize(header.len(), String::new());
        rows.push(cells);
    };
    foot("应到", |meeting| meeting.expected.to_string());
    foot("实到", |meeting| meeting.present.to_string());
    foot("到会率", |meeting| percent(rate(meeting.present, meeting.expected)));
    let mut legend = vec![format!("说明：{}", range.legend)];
    legend.resize(header.len(), String::new());
    rows.push(legend);
    Table { sheet: "到会统计".to_owned(), header, rows }
}

fn line(row: &RangeRow) -> Vec<String> {
    let AttendanceCount { name, kind, expected, present, on_leave, absent, missed_three: _ } = &row.attendance;
    let mut cells = vec![name.clone(), kind.clone()];
    cells.extend(row.marks.chars().map(String::from));
    cells.extend([expected, present, on_leave, absent].map(u32::to_string));
    let reasons = row.reasons.iter().map(|one| format!("{} {}", one.on.format("%-m月%-d日"), one.reason));
    cells.extend([percent(row.rate), hints(row).join("；"), reasons.collect::<Vec<_>>().join("；")]);
    cells
}

/// What stands out about someone.
fn hints(row: &RangeRow) -> Vec<String> {
    let mut hints = Vec::new();
    if row.attendance.missed_three {
        hints.push("连续三次未到".to_owned());
    }
    if row.away_months > 0 {
        hints.push(format!("连续缺席 {} 个月", row.away_months));
    }
    if row.former {
        hints.push("已离开支部".to_owned());
    }
    hints
}

fn percent(rate: Option<u32>) -> String {
    rate.map(|rate| format!("{rate}%")).unwrap_or_default()
}

impl From<MeetingRow> for RangeMeeting {
    fn from(row: MeetingRow) -> Self {
        let tally = row.tally.unwrap_or_default();
        Self {
            id: row.id,
            at: row.at,
            kinds: wording::kinds(&row.kinds),
            title: row.title,
            expected: tally.expected,
            present: tally.present,
        }
    }
}
